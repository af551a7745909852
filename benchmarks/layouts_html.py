"""The ways in which pages of HTML show a table: as one, as lists, as cards of divisions."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from corpus_layout import Grid, cells_of

Pair = Callable[[str, str], str]

PAGE: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Worklore</title></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p>{opening}</p>{filling}<h2>{head}</h2>
{table}
<h2>Which to choose</h2><p>{closing}</p>{filling}</article></main>
<footer><p>© Worklore. All rights reserved.</p></footer></body></html>
"""
FILLING: Final = (
    "<p>Both are good careers, and many people move from one to the other after some years. This guide looks at the "
    "work, at what people need to learn for it, and at pay.</p>"
) * 3


def page(title: str, opening: str, head: str, table: str, closing: str) -> str:
    """A page around a table."""
    named = {"title": title, "opening": opening, "head": head, "closing": closing}
    return PAGE.format(table=table, filling=FILLING, **{name: _esc(words) for name, words in named.items()})


def _esc(words: str) -> str:
    return html.escape(words, quote=False)


def _in(tag: str, *inside: str) -> str:
    """An element around others; ``tag`` may have attributes."""
    return f"<{tag}>{''.join(inside)}</{tag.partition(' ')[0]}>"


def _row(cells: Sequence[str], tag: str = "td") -> str:
    return _in("tr", *(_in(tag, _esc(cell)) for cell in cells))


def _headed(grid: Grid) -> str:
    return _in("table", _in("thead", _row(grid.header, "th")), _in("tbody", *map(_row, grid.rows)))


def _bare(grid: Grid) -> str:
    return _in("table", *map(_row, cells_of(grid)))


def _row_headers(grid: Grid) -> str:
    rows = (
        _in("tr", _in('th scope="row"', _esc(row[0])), *(_in("td", _esc(cell)) for cell in row[1:]))
        for row in grid.rows
    )
    return _in("table", _row(grid.header, "th"), *rows)


def _captioned(grid: Grid) -> str:
    head = _in("tr", *(_in("td", _in("strong", _esc(cell))) for cell in grid.header))
    return _in("figure", _in("table", "<caption>Pay in figures</caption>", head, *map(_row, grid.rows)))


def _two_headers(grid: Grid) -> str:
    corner, *names = grid.header
    over = _in("tr", _in('th rowspan="2"', _esc(corner)), _in(f'th colspan="{len(names)}"', "Salary"))
    return _in("table", _in("thead", over, _row(names, "th")), *map(_row, grid.rows))


def _paragraphs(grid: Grid) -> str:
    return _in("table", *(_in("tr", *(_in("td", _in("p", _esc(cell))) for cell in row)) for row in cells_of(grid)))


def _spanning(grid: Grid) -> str:
    rows = []
    for label, *cells in grid.rows:
        pairs = list(zip(grid.header[1:], cells, strict=True))
        first = _in(f'td rowspan="{len(pairs)}"', _esc(label))
        for head, cell in pairs:
            rows.append(_in("tr", first, _in("td", _esc(head)), _in("td", _esc(cell))))
            first = ""
    return _in("table", _row((grid.header[0], "Item", "Pay"), "th"), *rows)


def _divisions(grid: Grid) -> str:
    return _in("div", *(_in("div", *(_in("div", _esc(cell)) for cell in row)) for row in cells_of(grid)))


def _by_role(grid: Grid) -> str:
    rows = list(cells_of(grid))
    kinds = ["columnheader"] + ["cell"] * (len(rows) - 1)
    made = (
        _in('div role="row"', *(_in(f'span role="{kind}"', _esc(cell)) for cell in row))
        for kind, row in zip(kinds, rows, strict=True)
    )
    return _in('div role="table"', *made)


def _rows(around: Callable[[str, str], str], pair: Pair) -> Callable[[Grid], str]:
    """Each row's label, and what ``pair`` makes of the header and the cell of each of its columns."""

    def made(grid: Grid) -> str:
        parts = []
        for label, *cells in grid.rows:
            inside = (pair(_esc(head), _esc(cell)) for head, cell in zip(grid.header[1:], cells, strict=True))
            parts.append(around(_esc(label), "".join(inside)))
        return "".join(parts)

    return made


def _columns(around: Callable[[str, str], str], pair: Pair) -> Callable[[Grid], str]:
    """Each column's header, and what ``pair`` makes of the label and the cell of each row."""

    def made(grid: Grid) -> str:
        parts = []
        for column, head in enumerate(grid.header[1:], 1):
            inside = (pair(_esc(row[0]), _esc(row[column])) for row in grid.rows)
            parts.append(around(_esc(head), "".join(inside)))
        return "".join(parts)

    return made


LAYOUTS: Final[Mapping[str, Callable[[Grid], str]]] = {
    "thead": _headed,
    "cells alone": _bare,
    "row headers": _row_headers,
    "caption": _captioned,
    "two headers": _two_headers,
    "paragraphs": _paragraphs,
    "rowspan": _spanning,
    "divisions": _divisions,
    "roles of ARIA": _by_role,
    "terms": _columns(
        lambda head, inside: f"<h3>{head}</h3><dl>{inside}</dl>", lambda label, cell: f"<dt>{label}</dt><dd>{cell}</dd>"
    ),
    "terms in rows": _rows(
        lambda label, inside: f"<h3>{label}</h3><dl>{inside}</dl>",
        lambda head, cell: f"<div><dt>{head}</dt><dd>{cell}</dd></div>",
    ),
    "cards": _rows(
        lambda label, inside: f"<div class='card'><div class='title'>{label}</div>{inside}</div>",
        lambda head, cell: f"<div><span>{head}</span><span>{cell}</span></div>",
    ),
    "headed cards": _rows(
        lambda label, inside: f"<div class='card'><h4>{label}</h4>{inside}</div>",
        lambda head, cell: f"<p><strong>{head}:</strong> {cell}</p>",
    ),
    "labels below": _rows(
        lambda label, inside: f"<section><h4>{label}</h4>{inside}</section>",
        lambda head, cell: f"<div><strong>{cell}</strong><br><small>{head}</small></div>",
    ),
    "items": _columns(
        lambda head, inside: f"<h3>{head}</h3><ul>{inside}</ul>",
        lambda label, cell: f"<li><strong>{label}:</strong> {cell}</li>",
    ),
    "items in items": _rows(
        lambda label, inside: f"<ul><li>{label}<ul>{inside}</ul></li></ul>",
        lambda head, cell: f"<li>{head}: {cell}</li>",
    ),
    "breaks": _columns(
        lambda head, inside: f"<h3>{head}</h3><p>{inside}</p>", lambda label, cell: f"{label}: {cell}<br/>"
    ),
    "breaks below bold": _columns(
        lambda head, inside: f"<p><strong>{head}</strong>{inside}</p>", lambda label, cell: f"<br>{label} – {cell}"
    ),
    "details": _rows(
        lambda label, inside: f"<details><summary>{label}</summary><p>{inside}</p></details>",
        lambda head, cell: f"{head}: {cell}. ",
    ),
}
