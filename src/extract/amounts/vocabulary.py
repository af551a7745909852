"""The words and signs of amounts, compiled for lookup by their first token.

Currencies come from the lexicons, all other words from ``lexicons/amounts.toml``. A word can play several
parts (German *bis* joins two ends and bounds one), so parts are bits: see :mod:`extract.amounts.parts`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extract.amounts import parts
from extract.errors import ConfigurationError
from extract.lexicons import load, plural
from extract.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.lexicons import Lexicons

# Table and key in amounts.toml -> the part that its terms play.
_PARTS: Final = (
    ("range", "join", parts.JOIN),
    ("range", "join_opened", parts.JOIN_OPENED),
    ("range", "join_signed", parts.JOIN_SIGNED),
    ("range", "open", parts.OPEN),
    ("range", "open_weak", parts.OPEN_WEAK),
    ("bound", "lower", parts.LOWER),
    ("bound", "upper", parts.UPPER),
    ("bound", "lower_behind", parts.LOWER_BEHIND),
    ("bound", "upper_behind", parts.UPPER_BEHIND),
    ("approximate", "before", parts.APPROX),
    ("approximate", "behind", parts.APPROX_BEHIND),
    ("difference", "before", parts.GAP_BEFORE),
    ("difference", "before_money", parts.GAP_MONEY),
    ("difference", "behind", parts.GAP_BEHIND),
    ("difference", "nouns", parts.GAP_NOUN),
    ("difference", "not_behind", parts.NO_GAP),
    ("percent", "terms", parts.PERCENT),
    ("around", "filler", parts.FILLER),
    ("around", "counted", parts.COUNTED),
    ("around", "kinds", parts.KIND),
    ("around", "labels", parts.LABEL),
    ("around", "ends", parts.END_NOTE),
    ("around", "ordinary", parts.ORDINARY),
    ("around", "plus", parts.PLUS),
    ("around", "arrows", 0),
)
_UNITS: Final = parts.ANY_SIGN | parts.SCALE | parts.PERCENT | parts.PERIOD
_ENCODINGS: Final = ("cp1252", "cp1250", "latin-1", "tis-620")
_DASHES: Final = ("–", "—")
# What pages lose on the way: all that is left of a dash is then ``â`` or ``โ``.
_LOST: Final = re.compile("[\x80-\x9f]")

RAW: Final = re.compile(
    r"""
    (?> [0-9]++ (?: [.,'’] [0-9]++                             # 120,000.50  95'000  61.240
                  | [\u00a0\u2007\u2009\u202f] [0-9]{3} (?![0-9])  # 45 000 with blanks that do not break
                )*
                (?: [.,/] [-–—] (?![0-9]) )?                   # 45.000,-  6,00,000/-
    )
  | [A-Z]+ (?=[A-Z][a-z]) | [A-Z]+ (?![a-z])                   # the K of KBonus; LPA
  | [A-Z]?[a-zß-öø-ÿ]++                                        # words, apart where cells are glued
  | [\u0900-\u097f]++                                          # Devanagari, vowel signs included
  | \S                                                         # signs; other letters one by one
    """,
    re.VERBOSE,
)


class Term(NamedTuple):
    """What a word or sign can be, and what it stands for.

    ``currencies`` are those that a sign is written for, ``owned`` says that the first is meant unless
    something says otherwise, ``at_home`` that it is a sign only where one of them is expected; ``implied`` is
    the currency of a unit such as LPA.
    """

    parts: int = 0
    currencies: tuple[str, ...] = ()
    factor: int = 1
    period: Period | None = None
    implied: str | None = None
    owned: bool = False
    at_home: bool = False


class Phrase(NamedTuple):
    """A term as tokens: the first as written where case counts, the others with whether they must touch."""

    first: str | None
    rest: tuple[tuple[str, bool], ...]
    term: Term


class Choices(NamedTuple):
    """The phrases that begin with a token, the longest first.

    ``seconds`` are the tokens that go on in any of them; ``alone`` is the meaning of the token by itself,
    where it has one in any case.
    """

    phrases: tuple[Phrase, ...]
    seconds: frozenset[str]
    alone: Term | None


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything that the grammar knows by word. Compared by identity.

    Attributes:
        phrases: first token in lower case -> what begins with it.
        units_begin: first tokens, in lower case, of everything that follows a number as its unit.
        signs_end: last tokens, in lower case, of everything that stands before a number as its sign.
        broken: wrongly decoded sign (``â‚¬``) -> the sign.
        raw: the pattern of a token, broken signs first.
        country_currency: ISO 3166 code -> ISO 4217 code.
        decimal_comma: currencies and countries that write 1.234,50.
        lakh_currencies: where ``L`` is lakh.
        before: signs that belong to the number behind them.
        doubtful: signs whose usual currency is only likely, in lower case.
        usual: sign without an owner, in lower case -> the currency that is likely.
        cut_off: ISO 4217 code -> below what a figure before a final full stop was cut off.
    """

    phrases: Mapping[str, Choices]
    units_begin: frozenset[str]
    signs_end: frozenset[str]
    broken: Mapping[str, str]
    raw: re.Pattern[str]
    country_currency: Mapping[str, str]
    decimal_comma: frozenset[str]
    lakh_currencies: frozenset[str]
    before: frozenset[str]
    doubtful: frozenset[str]
    usual: Mapping[str, str]
    cut_off: Mapping[str, int]

    def expecting(self, currencies: frozenset[str]) -> Vocabulary:
        """The vocabulary of a page where ``currencies`` are expected: K or SR are signs there.

        Without any, it keeps no sign that is also another word.
        """
        return _expecting(self, currencies)


@lru_cache(maxsize=64)
def _expecting(vocabulary: Vocabulary, currencies: frozenset[str]) -> Vocabulary:
    phrases: dict[str, Choices] = {}
    for token, found in vocabulary.phrases.items():
        kept = [there for phrase in found.phrases if (there := _there(phrase, currencies))]
        if kept:
            phrases[token] = _choices(kept)
    return replace(vocabulary, phrases=phrases)


def _there(phrase: Phrase, currencies: frozenset[str]) -> Phrase | None:
    """The phrase without being a sign, unless one of its currencies is expected."""
    term = phrase.term
    if not term.at_home or not currencies.isdisjoint(term.currencies):
        return phrase
    left = term.parts & ~(parts.ANY_SIGN | parts.CODE)
    return phrase._replace(term=term._replace(parts=left, currencies=())) if left else None


def default() -> Vocabulary:
    """The vocabulary of the built-in lexicons."""
    return vocabulary_of(load())


@lru_cache(maxsize=4)
def vocabulary_of(lexicons: Lexicons) -> Vocabulary:
    """The vocabulary with the currencies and countries of ``lexicons``.

    Raises :class:`~extract.errors.ConfigurationError` where ``amounts.toml`` cannot be used.
    """
    data = read_data()
    currency = data["currency"]
    signs = list(_signs(lexicons, currency))
    phrases = _compile([*_words(data), *_scales(data), *_periods(data), *signs])
    broken = _broken(term for term, _, meaning in signs if meaning.parts & parts.SIGN)
    writing = data["writing"]
    countries = lexicons.region_by_code.items()
    return Vocabulary(
        phrases=phrases,
        units_begin=frozenset(_begin(phrases)) | frozenset(wrong[0].lower() for wrong in broken),
        signs_end=frozenset(_end(phrases)) | frozenset(wrong[-1].lower() for wrong in broken),
        broken=broken,
        raw=_with_broken(broken),
        country_currency={code: country.currency for code, country in countries if country.currency},
        decimal_comma=frozenset((*writing["decimal_comma"], *writing["decimal_comma_countries"])),
        lakh_currencies=frozenset(data["odd"]["lakh_currencies"]),
        before=frozenset(writing["before"]),
        doubtful=frozenset(currency["doubtful"]),
        usual=currency["usual"],
        cut_off=data["cut_off"],
    )


def split(term: str) -> list[tuple[str, bool]]:
    """The tokens of a term in lower case, each with whether it must touch the one before."""
    found: list[tuple[str, bool]] = []
    end = 0
    for match in RAW.finditer(term):
        found.append((match[0].lower(), match.start() == end))
        end = match.end()
    return found


def read_data() -> dict[str, Any]:
    """The tables of ``amounts.toml`` as they stand."""
    path = files("extract.lexicons") / "amounts.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"amounts.toml: cannot be used: {error}: reinstall the package") from None


# A term, whether its case counts, and what it is.
Entry = tuple[str, bool, Term]


def _words(data: Mapping[str, Any]) -> Iterator[Entry]:
    for table, key, part in _PARTS:
        for term in data[table][key]:
            yield term, False, Term(part)


def _scales(data: Mapping[str, Any]) -> Iterator[Entry]:
    for scale in data["scale"]:
        for term in scale["terms"]:
            yield term, False, Term(parts.SCALE, factor=scale["factor"])
        for letter in scale.get("letters", ()):
            yield letter, True, Term(parts.SCALE | parts.LETTER, factor=scale["factor"])
    for unit in data["unit"]:
        period = Period(unit["period"]) if "period" in unit else None
        for term in unit["terms"]:
            yield term, False, Term(parts.SCALE, (), unit["factor"], period, unit["currency"])
    for odd in ("lakh", "thousand"):
        for letter in data["odd"][odd]:
            yield (
                letter,
                True,
                Term(parts.SCALE | parts.LETTER | parts.ODD, factor=data["odd"][f"{odd}_factor"]),
            )


def _periods(data: Mapping[str, Any]) -> Iterator[Entry]:
    for name, terms in data["period"].items():
        for term in terms:
            yield term, False, Term(parts.PERIOD, period=Period(name))


def _signs(lexicons: Lexicons, data: Mapping[str, Any]) -> Iterator[Entry]:
    """Signs, codes and words of currencies; those of several carry all, the owner first."""
    any_case, believed, at_home = (frozenset(data[key]) for key in ("any_case", "letters", "at_home"))
    for term, codes, owned in _owners(lexicons, "signs"):
        letters = term.rstrip(".").isalpha() and term[0].isascii()
        foreign = letters and term not in believed
        # "They give us $90,000": small letters with a blank behind them are a word.
        exact = letters or " " in term or (sum(map(str.isalpha, term)) == 1 and term.isascii())
        yield term, exact and term not in any_case, Term(parts.SIGN, codes, owned=owned, at_home=foreign)
    for word, codes, owned in _owners(lexicons, "words"):
        for form in dict.fromkeys((word, plural(word))):
            yield form, False, Term(parts.SIGN_WORD, codes, owned=owned, at_home=form in at_home)
    for code, words in data["words"].items():
        for word in words:
            yield word, False, Term(parts.SIGN_WORD, (code,), owned=True)
    for currency in lexicons.currencies:
        code = currency.code
        meaning = Term(parts.SIGN | parts.CODE, (code,), owned=True, at_home=code in at_home)
        yield code, code not in any_case, meaning


def _owners(lexicons: Lexicons, kind: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Signs or words, the currencies that they are written for, and whether the first of them owns it."""
    found: dict[str, dict[str, bool]] = {}
    for source in (kind, f"ambiguous_{kind}"):
        for currency in lexicons.currencies:
            for term in getattr(currency, source):
                found.setdefault(term, {}).setdefault(currency.code, source == kind)
    for term, codes in found.items():
        yield term, tuple(codes), any(codes.values())


def _compile(entries: Iterable[Entry]) -> dict[str, Choices]:
    merged: dict[tuple[str | None, tuple[tuple[str, bool], ...]], Term] = {}
    for term, exact, meaning in entries:
        first = RAW.match(term)
        if first is None:
            raise ConfigurationError(f"amounts.toml: {term!r} is empty or begins with a blank: correct it")
        key = (first[0] if exact else None, tuple(split(term)))
        merged[key] = _both(merged[key], meaning) if key in merged else meaning
    phrases: dict[str, list[Phrase]] = {}
    for (written, (first_token, *rest)), meaning in merged.items():
        phrases.setdefault(first_token[0], []).append(Phrase(written, tuple(rest), meaning))
    return {token: _choices(found) for token, found in phrases.items()}


def _choices(found: Iterable[Phrase]) -> Choices:
    phrases = tuple(sorted(found, key=lambda phrase: (-len(phrase.rest), phrase.first is None)))
    single = [phrase for phrase in phrases if not phrase.rest]
    return Choices(
        phrases,
        frozenset(phrase.rest[0][0] for phrase in phrases if phrase.rest),
        single[0].term if len(single) == 1 and single[0].first is None else None,
    )


def _both(one: Term, other: Term) -> Term:
    return Term(
        one.parts | other.parts,
        one.currencies or other.currencies,
        one.factor if one.factor > 1 else other.factor,
        one.period or other.period,
        one.implied or other.implied,
        one.owned or other.owned,
        one.at_home or other.at_home,
    )


def _begin(phrases: Mapping[str, Choices]) -> Iterator[str]:
    for token, found in phrases.items():
        if any(phrase.term.parts & _UNITS for phrase in found.phrases):
            yield token


def _end(phrases: Mapping[str, Choices]) -> Iterator[str]:
    for token, found in phrases.items():
        for phrase in found.phrases:
            if phrase.term.parts & parts.ANY_SIGN:
                yield phrase.rest[-1][0] if phrase.rest else token


def _broken(signs: Iterable[str]) -> dict[str, str]:
    """Signs in UTF-8 that were decoded as something else -> the sign."""
    found: dict[str, str] = {}
    for sign in dict.fromkeys((*signs, *_DASHES)):
        for encoding in () if sign.isascii() else _ENCODINGS:
            try:
                wrong = sign.encode("utf-8").decode(encoding)
            except UnicodeDecodeError:
                continue
            found[wrong] = sign
            left = _LOST.sub("", wrong)
            if len(left) > 1 or sign in _DASHES:
                found[left] = sign
    return found


def _with_broken(broken: Mapping[str, str]) -> re.Pattern[str]:
    if not broken:
        return RAW
    begin = "".join(sorted({re.escape(wrong[0]) for wrong in broken}))
    choices = "|".join(re.escape(wrong) for wrong in sorted(broken, key=lambda text: (-len(text), text)))
    return re.compile(f"(?=[{begin}])(?:{choices})|{RAW.pattern}", re.VERBOSE)
