"""The words and signs of amounts, compiled for lookup by their first token.

Currencies come from the lexicons, all other words from ``lexicons/amounts.toml``. A word can play several
parts (German *bis* joins two ends and bounds one), so parts are bits.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extract.errors import ConfigurationError
from extract.lexicons import load, plural
from extract.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extract.lexicons import Lexicons

NUM: Final = 1 << 0
SIGN: Final = 1 << 1
SIGN_WORD: Final = 1 << 2
SCALE: Final = 1 << 3
LETTER: Final = 1 << 4
ODD: Final = 1 << 5
PERCENT: Final = 1 << 6
PERIOD: Final = 1 << 7
JOIN: Final = 1 << 8
JOIN_OPENED: Final = 1 << 9
OPEN: Final = 1 << 10
OPEN_WEAK: Final = 1 << 11
LOWER: Final = 1 << 12
UPPER: Final = 1 << 13
LOWER_BEHIND: Final = 1 << 14
UPPER_BEHIND: Final = 1 << 15
APPROX: Final = 1 << 16
APPROX_BEHIND: Final = 1 << 17
GAP_BEFORE: Final = 1 << 18
GAP_BEHIND: Final = 1 << 19
GAP_NOUN: Final = 1 << 20
NO_GAP: Final = 1 << 21
FILLER: Final = 1 << 22
COUNTED: Final = 1 << 23
LABEL: Final = 1 << 24
END_NOTE: Final = 1 << 25
PLUS: Final = 1 << 26
WORD: Final = 1 << 27
CODE: Final = 1 << 28
GAP_MONEY: Final = 1 << 29

# Table and key in amounts.toml -> the part that its terms play.
_PARTS: Final = (
    ("range", "join", JOIN),
    ("range", "join_opened", JOIN_OPENED),
    ("range", "open", OPEN),
    ("range", "open_weak", OPEN_WEAK),
    ("bound", "lower", LOWER),
    ("bound", "upper", UPPER),
    ("bound", "lower_behind", LOWER_BEHIND),
    ("bound", "upper_behind", UPPER_BEHIND),
    ("approximate", "before", APPROX),
    ("approximate", "behind", APPROX_BEHIND),
    ("difference", "before", GAP_BEFORE),
    ("difference", "before_money", GAP_MONEY),
    ("difference", "behind", GAP_BEHIND),
    ("difference", "nouns", GAP_NOUN),
    ("difference", "not_behind", NO_GAP),
    ("percent", "terms", PERCENT),
    ("around", "filler", FILLER),
    ("around", "counted", COUNTED),
    ("around", "labels", LABEL),
    ("around", "ends", END_NOTE),
)

RAW: Final = re.compile(
    r"""
    [0-9]++ (?: [.,'’] [0-9]++                                 # 120,000.50  95'000  61.240
              | [\u00a0\u2007\u2009\u202f] [0-9]{3} (?![0-9])  # 45 000 with blanks that do not break
            )*+
  | [A-Z]+ (?=[A-Z][a-z]) | [A-Z]+ (?![a-z])                   # the K of KBonus; LPA
  | [A-Z]?[a-zß-öø-ÿ]++                                        # words, apart where cells are glued
  | [\u0900-\u097f]++                                          # Devanagari, vowel signs included
  | \S                                                         # signs, and letters of other scripts one by one
    """,
    re.VERBOSE,
)


class Term(NamedTuple):
    """What a word or sign can be, and what it stands for."""

    parts: int = 0
    currencies: tuple[str, ...] = ()
    factor: int | None = None
    period: Period | None = None


class Phrase(NamedTuple):
    """A term as tokens: the first as written where its case counts, the others with whether they must touch."""

    first: str | None
    rest: tuple[tuple[str, bool], ...]
    term: Term


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the grammar knows by word.

    Attributes:
        phrases: first token in lower case -> phrases, the longest first.
        broken: wrongly decoded sign (``â‚¬``) -> the sign.
        raw: the pattern of a token, broken signs first.
        country_currency: ISO 3166 code -> ISO 4217 code.
        decimal_comma: currencies and countries that write 1.234,50.
        lakh_currencies: where ``L`` is lakh.
        before: signs that belong to the number behind them.
        understood: signs of several currencies whose usual one is taken without doubt.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    broken: Mapping[str, str]
    raw: re.Pattern[str]
    country_currency: Mapping[str, str]
    decimal_comma: frozenset[str]
    lakh_currencies: frozenset[str]
    before: frozenset[str]
    understood: frozenset[str]


@lru_cache(maxsize=1)
def default() -> Vocabulary:
    """The vocabulary of the built-in lexicons."""
    return compile_vocabulary(load())


def compile_vocabulary(lexicons: Lexicons) -> Vocabulary:
    """The vocabulary with the currencies and countries of ``lexicons``.

    Raises :class:`~extract.errors.ConfigurationError` where ``amounts.toml`` cannot be used.
    """
    data = _read()
    signs = list(_signs(lexicons))
    broken = _broken(term for term, _, _ in signs)
    writing = data["writing"]
    return Vocabulary(
        phrases=_compile([*_words(data), *signs]),
        broken=broken,
        raw=_with_broken(broken),
        country_currency={
            code: region.currency for code, region in lexicons.region_by_code.items() if region.currency
        },
        decimal_comma=frozenset(writing["decimal_comma"]) | frozenset(writing["decimal_comma_countries"]),
        lakh_currencies=frozenset(data["odd"]["lakh_currencies"]),
        before=frozenset(writing["before"]),
        understood=frozenset(writing["understood"]),
    )


def split(term: str) -> list[tuple[str, bool]]:
    """The tokens of a term in lower case, each with whether it must touch the one before."""
    found: list[tuple[str, bool]] = []
    end = 0
    for match in RAW.finditer(term):
        found.append((match[0].lower(), match.start() == end))
        end = match.end()
    return found


def _read() -> dict[str, Any]:
    path = files("extract.lexicons") / "amounts.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"amounts.toml: cannot be used: {error}: reinstall the package") from None


Entry = tuple[str, bool, Term]


def _words(data: Mapping[str, Any]) -> Iterator[Entry]:
    """Term, whether its case counts, and what it is, for everything but currencies."""
    for table, key, part in _PARTS:
        for term in data[table][key]:
            yield term, False, Term(part)
    yield "+", False, Term(PLUS)
    yield "＋", False, Term(PLUS)
    for scale in data["scale"]:
        for term in scale["terms"]:
            yield term, False, Term(SCALE, factor=scale["factor"])
        for letter in scale.get("letters", ()):
            yield letter, True, Term(SCALE | LETTER, factor=scale["factor"])
    for unit in data["unit"]:
        period = Period(unit["period"]) if "period" in unit else None
        for term in unit["terms"]:
            yield term, False, Term(SCALE, (unit["currency"],), unit["factor"], period)
    odd = data["odd"]
    for letter in odd["lakh"]:
        yield letter, True, Term(SCALE | LETTER | ODD, factor=odd["lakh_factor"])
    for letter in odd["thousand"]:
        yield letter, True, Term(SCALE | LETTER | ODD, factor=1000)
    for name, terms in data["period"].items():
        for term in terms:
            yield term, False, Term(PERIOD, period=Period(name))


def _signs(lexicons: Lexicons) -> Iterator[Entry]:
    """Signs, codes and words of currencies; those of several carry all, the usual one first."""
    for kind, part in (("signs", SIGN), ("words", SIGN_WORD)):
        owners: dict[str, list[str]] = {}
        for source in (kind, f"ambiguous_{kind}"):
            for currency in lexicons.currencies:
                for term in getattr(currency, source):
                    owners.setdefault(term, []).append(currency.code)
        for term, codes in owners.items():
            # A single letter counts as written (R 450 000, A$), or articles and initials would be signs.
            exact = sum(map(str.isalpha, term)) == 1 and term.isascii()
            meaning = Term(part, tuple(dict.fromkeys(codes)))
            for form in dict.fromkeys((term,) if part == SIGN else (term, plural(term))):
                yield form, exact, meaning
    for currency in lexicons.currencies:
        yield currency.code, True, Term(SIGN | CODE, (currency.code,))


def _compile(entries: Sequence[Entry]) -> dict[str, tuple[Phrase, ...]]:
    merged: dict[tuple[str | None, tuple[tuple[str, bool], ...]], Term] = {}
    for term, exact, meaning in entries:
        tokens = split(term)
        first = RAW.match(term)
        if first is None:
            raise ConfigurationError(f"amounts.toml: a term is empty or blank ({term!r}): remove it")
        key = (first[0] if exact else None, tuple(tokens))
        merged[key] = _both(merged[key], meaning) if key in merged else meaning
    phrases: dict[str, list[Phrase]] = {}
    for (written, (first_token, *rest)), meaning in merged.items():
        phrases.setdefault(first_token[0], []).append(Phrase(written, tuple(rest), meaning))
    return {
        first_token: tuple(sorted(found, key=lambda phrase: (-len(phrase.rest), phrase.first is None)))
        for first_token, found in phrases.items()
    }


def _both(one: Term, other: Term) -> Term:
    return Term(
        one.parts | other.parts,
        one.currencies or other.currencies,
        one.factor or other.factor,
        one.period or other.period,
    )


def _broken(signs: Iterable[str]) -> dict[str, str]:
    """Signs in UTF-8 that were decoded as something else -> the sign."""
    found: dict[str, str] = {}
    for sign in dict.fromkeys((*signs, "–", "—")):
        for encoding in ("cp1252", "cp1250", "latin-1"):
            try:
                wrong = sign.encode("utf-8").decode(encoding)
            except UnicodeDecodeError:
                continue
            if wrong != sign:
                found[wrong] = sign
    return found


def _with_broken(broken: Mapping[str, str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(wrong) for wrong in sorted(broken, key=lambda text: (-len(text), text)))
    return re.compile(f"(?:{choices})|{RAW.pattern}", re.VERBOSE) if broken else RAW
