"""All claims of an article together: order, quotes, repetitions, names; and texts that no one would write."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.claims import claim_ids, extract_claims
from extract.lexicons import load
from extract.model import Claim, Document, Flag, Kind, SourceInfo
from extract.reading import read_source
from tests.claims.claims import DS_DE, claims
from tests.language.articles import article, language

WHOLE = """# Data Scientist vs Data Engineer
Data scientists build statistical models with Python, R and SQL. They earn $120,000 on average (Glassdoor).
## Data Engineer
### Responsibilities
- Building data pipelines
- Maintaining warehouses
### Salary
| Level | Salary |
|---|---|
| Entry | $80,000 – $95,000 |
| Senior | $150,000+ |
## Comparison
| Aspect | Data Scientist | Data Engineer |
|---|---|---|
| Focus | Models | Pipelines |
| Education | Master's in statistics | Bachelor's |
| Job growth (2023-2033) | 36% | 9% |
Data scientists need strong communication skills and earn more than data engineers.
Junior Data Engineer → Data Engineer → Data Architect
[advert] Learn Python in our course and earn $200,000!
"""


def test_every_kind_is_found() -> None:
    """An article with something of everything."""
    assert {claim.kind for claim in claims(WHOLE)} == set(Kind)


def test_claims_are_in_the_order_of_the_text() -> None:
    """First by start, then by end."""
    found = claims(WHOLE)
    assert [(c.char_start, c.char_end) for c in found] == sorted((c.char_start, c.char_end) for c in found)


def test_section_and_container() -> None:
    """The headings above, and the layout."""
    found = claims(WHOLE)
    duty = next(claim for claim in found if claim.value == "Building data pipelines")
    cell = next(claim for claim in found if claim.quote == "$150,000+")
    assert duty.section == "Data Scientist vs Data Engineer > Data Engineer > Responsibilities"
    assert (duty.container, cell.container, cell.section.rsplit(" > ")[-1]) == ("list", "table", "Salary")


def test_reasons_are_given() -> None:
    """Every claim of a role says from what the role was concluded."""
    assert all(claim.because.get("role") for claim in claims(WHOLE) if claim.role)


def test_adverts_make_no_claims() -> None:
    """What is no article says nothing."""
    assert not [claim for claim in claims(WHOLE) if "200,000" in claim.quote or "course" in claim.quote]


REPEATED = [
    ("Data scientists earn $90,000. To repeat: data scientists earn $90,000.", [False, True]),
    ("Data scientists earn $90,000. Data engineers earn $90,000.", [False, False]),
    ("Data scientists earn $90,000. Senior data scientists earn $90,000.", [False, False]),
    ("Data scientists earn $90,000. The data scientist's pay is $90K.", [False, True]),
    (
        ("Data scientists earn $90,000 according to Glassdoor.\nData scientists earn $90,000 according to Payscale."),
        [False, False],
    ),
]


@pytest.mark.parametrize(("words", "repeated"), REPEATED)
def test_repetitions(words: str, repeated: list[bool]) -> None:
    """The same data item with the same value again is marked."""
    found = claims(DS_DE + words, Kind.SALARY)
    assert [Flag.DUPLICATE_IN_SOURCE in claim.flags for claim in found] == repeated


ENDS = [
    ("Data scientists earn $80,000 to $120,000. The minimum pay is $80,000.", [80_000]),
    ("Data scientists earn $80,000 to $120,000. The maximum pay is $120,000.", [80_000]),
    ("Data scientists earn $80,000 to $120,000. The maximum pay is $150,000.", [80_000, 150_000]),
    ("Data scientists earn $80,000 to $120,000. The average pay is $80,000.", [80_000, 80_000]),
]


@pytest.mark.parametrize(("words", "lows"), ENDS)
def test_ends_said_again(words: str, lows: list[float]) -> None:
    """A minimum or maximum that is an end of a range is that range."""
    assert [claim.low for claim in claims(DS_DE + words, Kind.SALARY)] == lows


def test_ids_are_names() -> None:
    """Unique, of 16 hexadecimal digits, and the same for the same article."""
    ids = claim_ids(claims(WHOLE))
    assert len(set(ids)) == len(ids)
    assert all(len(name) == 16 and int(name, 16) >= 0 for name in ids)
    assert claim_ids(claims(WHOLE)) == ids


def test_ids_survive_edits_elsewhere() -> None:
    """A paragraph added above moves offsets, not names."""
    before = claims(WHOLE)
    after = claims(WHOLE.replace("## Comparison", "## More\nSome words that say nothing.\n## Comparison"))
    assert claim_ids(after) == claim_ids(before)
    assert [claim.char_start for claim in after] != [claim.char_start for claim in before]


def test_ids_change_with_what_is_said() -> None:
    """Another value is another claim."""
    first, *_ = claims(WHOLE)
    assert claim_ids([first]) != claim_ids([replace(first, value="something else")])


PAGES = {
    "pay.md": (
        "# Data Scientist Salary\n\nData scientists earn **$120,000** a year.\n\n"
        "- Junior: $80,000\n- Senior: $150,000\n"
    ),
    "pay.html": (
        "<html><body><article><h1>Data Scientist Salary</h1><p>Data scientists earn <b>$120,000</b>"
        " a year in this country, as far as anybody knows.</p><ul><li>Junior: $80,000</li>"
        "<li>Senior: $150,000</li></ul></article></body></html>"
    ),
    "pay.txt": (
        "Data Scientist Salary\n\n"
        "Data scientists earn $120,000 a year in this country, as far as anybody knows.\n\n"
        "• Junior: $80,000\n• Senior: $150,000\n"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_every_format(name: str) -> None:
    """From bytes to claims: the same article in each format says the same."""
    document = read_source(PAGES[name].encode(), SourceInfo("pay", name), load())
    assert isinstance(document, Document)
    found = [c for c in extract_claims(document, language()) if c.kind is Kind.SALARY]
    assert [(c.low, c.level, c.role) for c in found] == [
        (120_000, None, "data_scientist"),
        (80_000, "entry", "data_scientist"),
        (150_000, "senior", "data_scientist"),
    ]
    check(found, document)


SAID = """
Data scientists|data engineers|ML engineers|both roles|They|the former|the latter|earn
earn more than|use|build|need|are|responsible for|$90,000|$80k–$95k|$125$+|up to €60.000|₹6-8 LPA
36%|$45/hr|£50,000 ($63,000)|a year|a month|Python|R|SQL|Excel|Spark|models|pipelines
a master's degree|statistics|skills|Glassdoor|in the US|in India|in May 2024|by 2033|senior|junior
0-2 years|and|or|while|whereas|but|not|may|respectively|,|.|;|:|(|)|–|→|?|!|“|”|…
"""
WORDS = st.sampled_from(SAID.strip().replace("\n", "|").split("|"))
BREAKS = st.sampled_from(
    ["\n", "\n- ", "\n# ", "\n## Salary\n", "\n## Data Engineer\n", "\n| ", " | ", "\n|---|---|\n"]
)
TABLES = st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=2, max_size=4).map(
    lambda rows: "\n" + "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], ["---"], *rows[1:]]) + "\n"
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(st.one_of(WORDS, BREAKS, TABLES), max_size=25).map(" ".join),
)


@settings(max_examples=80)
@given(TEXTS)
def test_any_text(words: str) -> None:
    """Extraction never raises, quotes are the text at their offsets, and the same text says the same."""
    document = article(DS_DE + words)
    found = extract_claims(document, language())
    check(found, document)
    assert extract_claims(document, language()) == found


# Linear time takes well under a second each; quadratic time would take minutes.
SECONDS = 10
HOSTILE = {
    "signs": "$" * 15_000,
    "stops": "." * 30_000,
    "no blank": "x" * 100_000,
    "digits": "9" * 50_000,
    "dashes": "data engineers " + "- " * 20_000,
    "arrows": "→ " * 20_000,
    "brackets": "Data engineers earn " + "(" * 20_000,
    "commas": "Data engineers use " + "," * 20_000,
    "negations": "They do not " + "not " * 10_000 + "use Python.",
    "adverbs": "Data engineers " + "really " * 8_000 + "earn $90,000.",
    "ands": "Data engineers " + "and " * 10_000,
    "that": "Data engineers use tools that " * 400,
    "years": "2024 " * 5_000 + "data engineers earn $90,000.",
    "nested": "\n".join("  " * n + "- Data engineers use SQL" for n in range(60)),
    "headings": "\n".join("#" * (n % 6 + 1) + " Data Engineer" for n in range(400)),
    "quotes": "“Data engineers" * 1_000,
    "letters": "R, C, " * 600,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts(name: str) -> None:
    """Long runs and endless repetitions are read in seconds."""
    assert seconds(HOSTILE[name]) < SECONDS


CROWDED = {
    "amounts": ("Data engineers earn ", "$90,000, "),
    "roles": ("They met ", "data engineers, data scientists, "),
    "tools": ("Data engineers use ", "Python, SQL, "),
    "places": ("Data engineers earn $90,000 in ", "India, Berlin, "),
    "degrees": ("Data engineers hold ", "a master's degree in physics, "),
    "percent": ("Data engineer jobs grow ", "36%, "),
    "contrasts": ("", "while data engineers use SQL, "),
    "sentences": ("", "Data engineers earn $90,000. They use SQL. "),
}


@pytest.mark.parametrize("name", CROWDED)
def test_crowded_sentences(name: str) -> None:
    """A great many names and amounts in one sentence or paragraph."""
    start, again = CROWDED[name]
    assert seconds(start + again * 150) < SECONDS


LONG = {
    "blanks": lambda times: "Data engineers earn" + " " * 20 * times + "$90,000",
    "pairs": lambda times: "Data engineers earn $90,000, data scientists $80,000, " * times,
    "halves": lambda times: "Data engineers use SQL, Python and Kafka; " * times,
    "sentences": lambda times: "Data engineers earn $90,000 in Ohio. They use SQL and build feeds. " * times,
}


@pytest.mark.parametrize("name", LONG)
def test_long_texts_take_proportional_time(name: str) -> None:
    """Eight times the text takes about eight times as long, and not sixty-four times; no text is the same twice."""
    write = LONG[name]
    short = min(seconds(f"{number}. {write(50)}") for number in range(3))
    assert seconds(write(400)) < 24 * short + 0.5


def seconds(words: str) -> float:
    language()
    document = article(DS_DE + words)
    begun = time.process_time()
    found = extract_claims(document, language())
    check(found, document)
    return time.process_time() - begun


def check(found: list[Claim] | tuple[Claim, ...], document: Document) -> None:
    for claim in found:
        assert claim.quote == document.text[claim.char_start : claim.char_end]
        assert claim.quote.strip()
        assert 0 < claim.confidence <= 1
        assert claim.value.strip()
        assert claim.low is None or claim.high is None or claim.low <= claim.high or claim.flags
