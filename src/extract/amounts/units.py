"""What an expression counts: money and in which currency, hundredths, something unsaid, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from extract.amounts import parts
from extract.amounts.figures import counts, follows_label, is_glued, is_named
from extract.amounts.model import AmountKind

if TYPE_CHECKING:
    from extract.amounts.figures import Figure
    from extract.amounts.grammar import Expression
    from extract.amounts.model import Hints
    from extract.amounts.tokens import Window
    from extract.amounts.vocabulary import Vocabulary

LAKH: Final = 100_000
CRORE: Final = 10_000_000
_LAKH_USUALLY: Final = "INR"


class Unit(NamedTuple):
    """What is counted; ``code`` is None where no currency is known, ``doubtful`` where it is only likely."""

    kind: AmountKind
    code: str | None
    doubtful: bool = False


def unit_of(window: Window, found: Expression, hints: Hints) -> Unit | None:
    """The unit of an expression; None where its figures are no amounts."""
    one, two = found.one, found.upper
    if one.percent or two.percent:
        return Unit(AmountKind.PERCENT, "percent")
    signed = one if one.currencies else two
    if not signed.currencies:
        return _unsigned(window, found, hints)
    if not one.before and one.digits.isdigit() and is_named(window, one) and not follows_label(window, one):
        return None
    if two.currencies and len(two.currencies) < len(signed.currencies):
        signed = two
    return _money(window, signed, hints)


def expected_currencies(vocabulary: Vocabulary, hints: Hints) -> tuple[str, ...]:
    """The currency of the header, then that of the readers' country, where known."""
    at_home = vocabulary.country_currency.get(hints.country or "")
    return tuple(code for code in (hints.currency, at_home) if code)


def _money(window: Window, signed: Figure, hints: Hints) -> Unit:
    currencies = signed.currencies
    if len(currencies) == 1:
        return Unit(AmountKind.MONEY, currencies[0])
    for code in expected_currencies(window.vocabulary, hints):
        if code in currencies:
            return Unit(AmountKind.MONEY, code)
    sign = (signed.sign or "").lower()
    if signed.owned:
        return Unit(AmountKind.MONEY, currencies[0], sign in window.vocabulary.doubtful)
    return Unit(AmountKind.MONEY, window.vocabulary.usual.get(sign), doubtful=True)


def _unsigned(window: Window, found: Expression, hints: Hints) -> Unit | None:
    if found.third or _is_something_else(window, found.one, found.upper):
        return None
    scale = found.one.scale or found.upper.scale
    if scale and scale.implied:
        return Unit(AmountKind.MONEY, scale.implied)
    if hints.bare:
        return Unit(AmountKind.MONEY, hints.currency)
    if scale and scale.factor in (LAKH, CRORE):
        return _lakh(window, found, scale.parts & parts.LETTER, hints)
    return Unit(AmountKind.NUMBER, None)


def _is_something_else(window: Window, one: Figure, two: Figure) -> bool:
    return is_named(window, one) or counts(window, two) or is_glued(window, two)


def _lakh(window: Window, found: Expression, letter: int, hints: Hints) -> Unit:
    """Lakh and crore count rupees unless a noun follows or another currency of theirs is known."""
    following = window.parts[found.last + 1]
    if following == parts.WORD and window.near(found.last):
        return Unit(AmountKind.NUMBER, None)
    for code in expected_currencies(window.vocabulary, hints):
        if code in window.vocabulary.lakh_currencies:
            return Unit(AmountKind.MONEY, code)
    return Unit(AmountKind.NUMBER, None) if letter else Unit(AmountKind.MONEY, _LAKH_USUALLY, doubtful=True)
