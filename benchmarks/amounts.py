"""Our amount reader and three others on the same expressions: how many are read rightly, and how fast.

    python benchmarks/amounts.py [--cases FILE] [--misses]

The expressions stand in ``amounts_cases.tsv`` with what they say. They were written for this project, in the
forms that pay takes on real pages, so ours should read all of them: the table tells how the others fare on
such forms, and its first row whether ours got worse. The others are price-parser, quantulum3 and Microsoft's
Recognizers-Text (dependency group ``bench``); one that cannot be imported says so in its row. None of them
joins two ends to a range; where a reader gives several figures, a second row pairs two of one unit.

Columns: *exact* wants both ends, what is open, unit and period, and differences and malformed amounts told
apart; *ends+unit* wants both ends and the unit of amounts and differences; *ends* only both ends. *misread*
counts malformed expressions that were read as sound, *invented* amounts where there is none.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import time
import warnings
from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.amounts import AmountKind, find_amounts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CASES = Path(__file__).with_name("amounts_cases.tsv")
SECONDS = 1.0


@dataclass(frozen=True)
class Reading:
    """What an expression says. ``what`` is ``amount``, ``difference``, ``malformed`` or ``nothing``."""

    what: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    period: str | None = None


class Found(NamedTuple):
    """One figure that a peer finds."""

    value: float
    unit: str | None
    period: str | None = None


class Case(NamedTuple):
    """An expression and what it says."""

    expression: str
    said: Reading


NOTHING = Reading("nothing")


def load_cases(path: Path) -> list[Case]:
    """The expressions of a file with the columns of ``amounts_cases.tsv``."""
    try:
        written = path.read_text(encoding="utf-8")
    except OSError as problem:
        sys.exit(f"{path}: {problem.strerror}")
    reader = csv.DictReader(io.StringIO(written, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = list(reader)
    lacking = sorted({"expression", *(field.name for field in fields(Reading))} - set(reader.fieldnames or ()))
    if lacking:
        sys.exit(f"{path}: lacks the columns {', '.join(lacking)}: write them as in amounts_cases.tsv")
    return [Case(row["expression"], _said(row)) for row in rows]


def _said(row: dict[str, str]) -> Reading:
    return Reading(
        what=row["what"],
        low=float(row["low"]) if row["low"] else None,
        high=float(row["high"]) if row["high"] else None,
        low_open=bool(row["low_open"]),
        high_open=bool(row["high_open"]),
        unit=row["unit"] or None,
        period=row["period"] or None,
    )


# Readers


def read_rolefacts(expression: str) -> Reading:
    """This project's reader, without any hint."""
    amounts = [amount for amount in find_amounts(expression) if amount.kind is not AmountKind.NUMBER]
    if len(amounts) != 1:
        return NOTHING
    amount = amounts[0]
    if amount.problem:
        return Reading("malformed")
    return Reading(
        "difference" if amount.difference else "amount",
        amount.low,
        amount.high,
        amount.low_open,
        amount.high_open,
        amount.unit,
        amount.period.value if amount.period else None,
    )


def price_parser() -> Callable[[str], list[Found]]:
    """price-parser gives one price and the currency as written."""
    price = import_module("price_parser").Price

    def find(expression: str) -> list[Found]:
        found = price.fromstring(expression)
        return [] if found.amount is None else [Found(float(found.amount), _code(found.currency))]

    return find


def quantulum() -> Callable[[str], list[Found]]:
    """quantulum3 gives quantities; a range may come as a value with an uncertainty."""
    parser = import_module("quantulum3.parser")

    def find(expression: str) -> list[Found]:
        found: list[Found] = []
        for quantity in parser.parse(expression):
            unit, _, period = quantity.unit.name.partition(" per ")
            ends = [quantity.value]
            if quantity.uncertainty:
                ends = [quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty]
            found += [Found(end, _code(unit), period or None) for end in ends]
        return found

    return find


def recognizers() -> Callable[[str], list[Found]]:
    """Recognizers-Text gives currencies and percentages."""
    units = import_module("recognizers_number_with_unit")
    numbers = import_module("recognizers_number")
    english = import_module("recognizers_text").Culture.English

    def find(expression: str) -> list[Found]:
        resolved = [item.resolution for item in units.recognize_currency(expression, english)]
        found = [
            Found(float(value["value"]), value.get("isoCurrency") or _code(value["unit"]))
            for value in resolved
            if value and value.get("value")
        ]
        if found:
            return found
        shares = [item.resolution["value"] for item in numbers.recognize_percentage(expression, english)]
        return [Found(float(share.rstrip("%")), "percent") for share in shares]

    return find


CODES = {
    "$": "USD",
    "us$": "USD",
    "dollar": "USD",
    "united states dollar": "USD",
    "£": "GBP",
    "pound": "GBP",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "€": "EUR",
    "euro": "EUR",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "indian rupee": "INR",
    "rupee": "INR",
    "r$": "BRL",
    "r": "ZAR",
    "ca$": "CAD",
    "c$": "CAD",
    "canadian dollar": "CAD",
    "au$": "AUD",
    "a$": "AUD",
    "australian dollar": "AUD",
    "s$": "SGD",
    "hk$": "HKD",
    "nz$": "NZD",
    "₦": "NGN",
    "naira": "NGN",
    "₱": "PHP",
    "¥": "JPY",
    "japanese yen": "JPY",
    "円": "JPY",
    "₩": "KRW",
    "zł": "PLN",
    "kr": "SEK",
    "rp": "IDR",
    "rm": "MYR",
    "swiss franc": "CHF",
    "percentage": "percent",
    "%": "percent",
}


def _code(unit: str | None) -> str | None:
    return CODES.get(unit.lower(), unit) if unit else None


def first_only(find: Callable[[str], list[Found]]) -> Callable[[str], Reading]:
    """The first figure that a peer finds, as it comes."""

    def read(expression: str) -> Reading:
        found = find(expression)
        if not found:
            return NOTHING
        value, unit, period = found[0]
        return Reading("amount", value, value, unit=unit, period=period)

    return read


def paired(find: Callable[[str], list[Found]]) -> Callable[[str], Reading]:
    """Two figures of one unit as a range; else the first."""

    def read(expression: str) -> Reading:
        found = find(expression)
        single = first_only(lambda _: found)(expression)
        if len(found) == 2 and found[0].unit == found[1].unit:
            return replace(single, high=found[1].value, period=found[0].period or found[1].period)
        return single

    return read


# Measuring


@dataclass(frozen=True)
class Score:
    """A row of the table."""

    exact: float
    ends_and_unit: float
    ends: float
    misread: int
    invented: int
    speed: float


def score(read: Callable[[str], Reading], cases: Sequence[Case]) -> Score:
    """How a reader does on the cases."""
    readings, speed = _timed(read, cases)
    pairs = [(case.said, reading) for case, reading in zip(cases, readings, strict=True)]
    valued = [(said, reading) for said, reading in pairs if said.what in ("amount", "difference")]
    ends = [_ends(said) == _ends(reading) for said, reading in valued]
    units = [same and said.unit == reading.unit for same, (said, reading) in zip(ends, valued, strict=True)]
    return Score(
        exact=sum(said == reading for said, reading in pairs) / len(pairs),
        ends_and_unit=sum(units) / len(valued),
        ends=sum(ends) / len(valued),
        misread=sum(said.what == "malformed" and reading.what == "amount" for said, reading in pairs),
        invented=sum(said.what == "nothing" and reading.what != "nothing" for said, reading in pairs),
        speed=speed,
    )


def _timed(read: Callable[[str], Reading], cases: Sequence[Case]) -> tuple[list[Reading], float]:
    """The readings, and expressions per second of processor time over about a second."""
    _safely(read, cases[0].expression)
    readings: list[Reading] = []
    rounds, started = 0, time.process_time()
    while not rounds or time.process_time() - started < SECONDS:
        readings = [_safely(read, case.expression) for case in cases]
        rounds += 1
    return readings, rounds * len(cases) / (time.process_time() - started)


def _safely(read: Callable[[str], Reading], expression: str) -> Reading:
    try:
        return read(expression)
    except Exception:  # whatever a peer raises, it has read nothing
        return NOTHING


def _ends(reading: Reading) -> tuple[float | None, float | None]:
    """Both ends as a peer without open bounds can give them: the stated one twice."""
    ends = [round(end, 6) for end in (reading.low, reading.high) if end is not None]
    return (ends[0], ends[-1]) if ends else (None, None)


PEERS: tuple[tuple[str, Callable[[], Callable[[str], list[Found]]]], ...] = (
    ("price-parser", price_parser),
    ("quantulum3", quantulum),
    ("recognizers-text", recognizers),
)


def rows(cases: Sequence[Case]) -> list[tuple[str, Score | str]]:
    """Every reader with its score, or why it has none."""
    found: list[tuple[str, Score | str]] = [("rolefacts", score(read_rolefacts, cases))]
    for name, load in PEERS:
        try:
            find = load()
        except ImportError as error:
            found.append((name, f"not measured: {error}"))
            continue
        found.append((name, score(first_only(find), cases)))
        if any(len(_all(find, case)) > 1 for case in cases):
            found.append((f"{name}, paired", score(paired(find), cases)))
    return found


def _all(find: Callable[[str], list[Found]], case: Case) -> list[Found]:
    try:
        return find(case.expression)
    except Exception:  # whatever a peer raises, it has found nothing
        return []


def misses(read: Callable[[str], Reading], cases: Sequence[Case]) -> list[tuple[str, Reading]]:
    """The expressions that a reader does not read exactly, with what it read."""
    return [(case.expression, read(case.expression)) for case in cases if read(case.expression) != case.said]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=Path, default=CASES, help="a file like amounts_cases.tsv")
    parser.add_argument("--misses", action="store_true", help="print what ours does not read exactly")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    cases = load_cases(options.cases)
    if options.misses:
        for expression, reading in misses(read_rolefacts, cases):
            print(f"{expression}\t{reading}")
        return 0
    print(f"{len(cases)} expressions\n")
    shares = f"{'exact':>8}{'ends+unit':>11}{'ends':>8}"
    print(f"{'reader':26}{shares}{'misread':>9}{'invented':>10}{'per second':>12}")
    for name, result in rows(cases):
        print(f"{name:26}{result if isinstance(result, str) else _line(result)}")
    return 0


def _line(result: Score) -> str:
    shares = f"{result.exact:8.1%}{result.ends_and_unit:11.1%}{result.ends:8.1%}"
    return f"{shares}{result.misread:9}{result.invented:10}{result.speed:12,.0f}"


if __name__ == "__main__":
    sys.exit(main())
