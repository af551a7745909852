"""What Markdown's dialects add: admonitions, tabs, lists of terms, tasks, notes, elements with blank lines in them.

They become plain Markdown, before it is parsed; what stands in fences stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

_FENCE = re.compile(r"\s{0,3}(?P<mark>`{3,}|~{3,})")
# As in ":::note Mind", ":::tip[Mind]" and "::: {.callout-note}", and the colons that close it.
_CONTAINER = re.compile(
    r" {0,3}:{3,} {0,3}(?:\{[^{}]{0,200}\}|[\w-]{1,30})?"
    r"(?: {0,3}\[(?P<brackets>[^\[\]]{1,200})\]| +(?P<title>[^\s{:][^{}]{0,200}))?(?:\{[^{}]{0,200}\})?\s*"
)
# '!!! note "Mind"', '??? tip', '=== "Juniors"': what they hold is indented.
_INDENTED = re.compile(
    r"(?P<indent> *)(?:(?P<tab>===)[!+]? {1,3}|(?:!!!|\?\?\?\+?) {0,3}[\w-]{1,30}(?: [\w-]{1,30}){0,4} {0,3})"
    r"(?:\"(?P<title>[^\"]{0,200})\")?\s*"
)
_ALERT = re.compile(r"(?P<quoted> {0,3}(?:> ?)+)\[!\w{2,20}\][+-]? *")
_TASK = re.compile(r"(?P<mark> *(?:[-*+]|\d{1,3}[.)]) +)\[[ xX]\] +")
# A component of its own on a line: '<TabItem value="de" label="Data engineer">', "</Tabs>".
_COMPONENT = re.compile(r"\s*</?[A-Z]\w{1,40}\b[^<>]{0,400}>\s*")
_TITLE = re.compile(r"\b(?:label|title|header|heading|summary)=\{?[\"'](?P<title>[^\"']{1,120})[\"']")
_DEFINITION = re.compile(r" {0,3}: {1,8}(?P<what>[^\s:|*+-].*|[*_]\S.*)")
_TERM = re.compile(r"(?![ \t#>|<-]|[*+] |\d{1,3}[.)] )[^|\n]{1,80}(?<![.;,])")
_NOTE = re.compile(r"\[\^(?P<name>[\w-]{1,30})\]")
_EXPLAINED = re.compile(r" {0,3}\[\^(?P<name>[\w-]{1,30})\]: *")
_MEANING = re.compile(r"\*\[[^\[\]]{1,30}\]: ")
_TABLE = re.compile(r"<(?P<close>/?)table\b", re.IGNORECASE)
_STEP = 4
"""So many blanks indent what an admonition holds."""


def plain(body: str) -> str:
    """The source with marks of dialects as plain Markdown."""
    lines = _unfolded(body.split("\n"))
    return "\n".join(_noted(list(_joined(_defined(lines)))))


def _unfolded(lines: Sequence[str]) -> list[str]:
    """Lines with what admonitions, tabs and components hold as if they were not there; their titles stand alone."""
    done: list[str] = []
    deep: list[int] = []
    fence = ""
    for written in lines:
        indent = len(written) - len(written.lstrip(" "))
        while deep and written.strip() and indent < deep[-1]:
            deep.pop()
            done.append("")
        line = written[deep[-1] :] if deep else written
        opened = _FENCE.match(line)
        if opened or fence:
            done.append(line)
            fence = _fence_after(fence, opened)
            continue
        held = _INDENTED.fullmatch(line)
        if held is not None and (held["title"] or not held["tab"]):
            deep.append((deep[-1] if deep else 0) + len(held["indent"]) + _STEP)
            done += _alone(held["title"] or "", bold=bool(held["tab"]))
        else:
            done += _unmarked(line)
    return done


def _fence_after(fence: str, opened: re.Match[str] | None) -> str:
    """The fence that is open behind a line, given the one before it."""
    if opened is None:
        return fence
    if not fence:
        return opened["mark"]
    return "" if opened["mark"].startswith(fence) else fence


def _unmarked(line: str) -> list[str]:
    if line.lstrip().startswith(":::"):
        opened = _CONTAINER.fullmatch(line)
        return _alone((opened["brackets"] or opened["title"] or "").strip()) if opened else [line]
    if _COMPONENT.fullmatch(line):
        titled = _TITLE.search(line)
        return _alone(titled["title"] if titled else "", bold=True)
    if "[!" in line:
        return [_ALERT.sub(r"\g<quoted>", line, count=1)]
    return [_TASK.sub(r"\g<mark>", line, count=1)] if "[" in line else [line]


def _alone(title: str, *, bold: bool = False) -> list[str]:
    return ["", f"**{title}**" if bold else title, ""] if title else [""]


def _defined(lines: Sequence[str]) -> list[str]:
    """Terms and what is said of them below, behind a colon, as items: "- **Term:** words"."""
    done: list[str] = []
    term = ""
    at = 0
    while at < len(lines):
        words = _DEFINITION.fullmatch(lines[at]) if ":" in lines[at][:4] else None
        if words is not None and not term:
            term = _taken_term(done)
        if words is None or not term:
            term = term if not lines[at].strip() else ""
            done.append(lines[at])
            at += 1
            continue
        rest = list(takewhile(lambda line: line[:2].strip() == "" and line.strip(), lines[at + 1 :]))
        done.append(f"- **{term}:** " + " ".join([words["what"], *map(str.strip, rest)]))
        at += 1 + len(rest)
    return done


def _taken_term(done: list[str]) -> str:
    """The term right above a definition, taken away from the lines; empty if none stands alone there."""
    at = next((n for n in range(len(done) - 1, max(-1, len(done) - 3), -1) if done[n].strip()), None)
    if at is None or not _TERM.fullmatch(done[at]) or (at and done[at - 1].strip()):
        return ""
    term = done[at].strip(" *_:")
    del done[at:]
    return term


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Lines without the blank ones inside a table of elements, which would end it."""
    inside = 0
    for line in lines:
        if "<" in line:
            inside += sum(-1 if tag["close"] else 1 for tag in _TABLE.finditer(line))
        if inside <= 0 or line.strip():
            yield line.lstrip() if inside > 0 else line


def _noted(lines: Sequence[str]) -> Iterator[str]:
    """Lines with marks of notes as numbers in brackets; what explains one, or a short form, stands alone."""
    explained = [found["name"] for found in map(_EXPLAINED.match, lines) if found]
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(explained), start=1)}
    for line in lines:
        note = _EXPLAINED.match(line)
        if note or _MEANING.match(line):
            yield ""
        own, rest = (f"[{numbers[note['name']]}] ", line[note.end() :]) if note else ("", line)
        yield own + _NOTE.sub(lambda found: f"[{numbers.get(found['name'], found['name'])}]", rest)
