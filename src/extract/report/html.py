"""The report as one self-contained page: no network, no inline styles, one small script that only filters.

Three layers keep what articles say from being more than text: every value is escaped by the templates and
stands between quotes where it is an attribute; links are checked to be web addresses; and the page's own
policy allows no script or style but the two whose hashes it names.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extract.report.chart import crowd, drawn, ghosts, scales
from extract.report.facts import fact_tables
from extract.report.findings import finding_of_claims, findings
from extract.report.model import Report, tables
from extract.report.overview import overview
from extract.report.salaries import Bar, Panel, cut, panels
from extract.report.sources import sources
from extract.report.tools import matrix
from extract.report.wording import label, level_name, plural, role_name, showable


class ChartRow(NamedTuple):
    """A row of the chart's table."""

    role: str
    level: str
    kind: str
    bar: Bar


def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(plural=plural, drawn=drawn, ghosts=ghosts, crowd=crowd)
    return environment


def _kind(bar: Bar) -> str:
    if bar.style == "fact":
        return "believed"
    return "" if bar.shape == "none" else label("statistics", bar.shape)


def _chart_rows(shown: list[Panel]) -> list[ChartRow]:
    return [
        ChartRow(
            role_name(panel.role) or panel.title,
            level_name(block.level) or block.title,
            _kind(bar),
            bar,
        )
        for panel in shown
        for block in panel.blocks
        for bar in (*block.facts, *block.bars)
    ]


def render_html(report: Report) -> str:
    """The report as HTML: under 2 MB however much there is to say; the same bytes for the same report."""
    found_tables = tables(report)
    found = findings(found_tables)
    shown, undrawn = cut(panels(found_tables, finding_of_claims(found_tables.discrepancies, found.anchors)))
    style, script = _asset("style.css"), _asset("script.js")
    card = _environment().get_template("card.html.j2")
    page = _environment().get_template("report.html.j2")
    return showable(
        page.render(
            style=Markup(style),  # noqa: S704  the package's own file
            script=Markup(script),  # noqa: S704  the same
            style_hash=_hash(style),
            script_hash=_hash(script),
            top=overview(report, found_tables, found.anchors),
            panels=shown,
            undrawn=undrawn,
            scales=scales(shown),
            chart_rows=_chart_rows(shown),
            matrix=matrix(found_tables),
            found=found,
            cards=[Markup(card.render(card=entry)) for entry in found.cards],  # noqa: S704  escaped inside
            lines=found.lines,
            anchors=found.anchors,
            tables=fact_tables(found_tables, found.anchors),
            sources=sources(found_tables),
        )
    )
