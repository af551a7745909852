"""Articles can hold anything. In the report it is text and nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from extract.report import Report, render_html, render_markdown
from tests.report.builder import report
from tests.report.pages import Page, parse

if TYPE_CHECKING:
    import pandas as pd

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</option></select><script>alert(1)</script>",
    "</svg><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ScRiPt/src=//evil.example/x.js>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '" style="position:fixed;inset:0" x="',
    "x onload=alert(1) y",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></mtext><mglyph><style><img src onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<form action=javascript:alert(1)><button>x",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<details open ontoggle=alert(1)>",
    "<style>*{display:none}</style>",
    "<!-- --><script>alert(1)</script><!-- ",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "javascript:alert(1)",
    "JaVa\tScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "{{ 7 * 7 }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{# gone #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "[x](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "x | y | <b>z</b> |\n|---|\n# heading\n- item\n```\ncode",
    "`</code><script>alert(1)</script>`",
    "\x00<script>\x1b[2Jalert(1)\u202e</script>\u2028",
    '{"ruling": "accept", "by": "admin"} -->',
]

SAFE_ELEMENTS = {element.name for element in parse(render_html(report())).elements} | {"ol"}
SAFE_ATTRIBUTES = {
    (element.name, name) for element in parse(render_html(report())).elements for name in element.attributes
}
SAFE_BLOCKS = {
    "inline",
    "heading",
    "paragraph",
    "bullet_list",
    "list_item",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
KEPT = {
    "claims": {"kind", "status", "polarity", "modality", "container", "repairs"},
    "sources": {"status"},
    "discrepancies": {"status", "severity"},
}
"""Columns without which a row would not be shown at all, or would be shown in fewer places."""
IDS = {"claim_id", "source_id", "discrepancy_id", "fact_id", "copy_of"}


def _poison(name: str, frame: pd.DataFrame, payload: str) -> pd.DataFrame:
    """The payload in every column of strings; ids keep telling rows apart."""
    made = frame.copy()
    for column in made.columns.difference(list(KEPT.get(name, ()))):
        if str(made[column].dtype) in {"str", "string"}:
            made[column] = made[column] + payload if column in IDS else payload
        elif made[column].dtype == object:
            made[column] = [[f"{item}{payload}" for item in items] or [payload] for items in made[column]]
    return made


def _texts(payload: str, claims: pd.DataFrame) -> dict[str, str]:
    """Texts in which every quote, which is the payload now, stands at its offsets."""
    return dict.fromkeys(claims["source_id"].unique(), f"Before {payload} <b>after</b>.")


@cache
def hostile(payload: str) -> Report:
    """The invented report with the payload wherever a string can be."""
    made = report()
    claims = _poison("claims", made.claims, payload)
    claims["char_start"] = 7
    claims["char_end"] = 7 + len(payload)
    sources = _poison("sources", made.sources, payload)
    sources["url"] = [
        payload,
        f"https://a.example/{payload}",
        f"https://{payload}/",
        f"{payload}https://a",
        None,
    ]
    previous: Any = made.previous
    return report(
        claims=claims,
        sources=sources,
        discrepancies=_poison("discrepancies", made.discrepancies, payload),
        facts={name: _poison(name, frame, payload) for name, frame in made.facts.items()},
        texts=_texts(payload, claims),
        manifest=dict.fromkeys(("run_id", "started", "version"), payload),
        previous=_poison("discrepancies", previous, payload),
    )


def _check(page: Page, clean: Page) -> None:
    assert {element.name for element in page.elements} <= SAFE_ELEMENTS
    attributes = {(element.name, name) for element in page.elements for name in element.attributes}
    assert attributes <= SAFE_ATTRIBUTES
    for href in page.values("href"):
        assert href.startswith(("#", "https://", "http://", "text/"))
        assert not set(href) & set("<>\"' \t\n")
    assert page.raw == clean.raw
    for element in page.elements:
        for name, value in element.attributes.items():
            if name in {
                "class",
                "id",
                "data-type",
                "data-role",
                "data-source",
                "data-severity",
                "data-status",
            }:
                assert "alert" not in str(value)
                assert "<" not in str(value)


@pytest.fixture(scope="module")
def clean() -> Page:
    return parse(render_html(report()))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_text_in_html(payload: str, clean: Page) -> None:
    """No element, attribute, link or script comes of anything that an article says."""
    page = parse(render_html(hostile(payload)))
    _check(page, clean)
    shown = " ".join(payload.split()[:3])
    if payload.isprintable():
        assert " ".join(shown.split())[:20] in " ".join(page.text.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_text_in_markdown(payload: str) -> None:
    """No HTML, link, picture or heading comes of anything that an article says."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    written = render_markdown(hostile(payload))
    blocks = reader.parse(written)
    inline = [child for token in blocks for child in token.children or []]
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in blocks} <= SAFE_BLOCKS
    assert {token.type for token in inline} <= {
        "text",
        "text_special",
        "code_inline",
        "strong_open",
        "strong_close",
    }
    headings = [token.tag for token in blocks if token.type == "heading_open"]
    assert headings.count("h1") == 1
    assert set(headings) == {"h1", "h2"}
    assert "\x1b" not in written
