"""Text to amounts of pay and percentages, or the reason why not: one strict grammar.

text ── tokens ──► words with a meaning and numbers ── grammar ──► sides, ranges ── reading ──► Amount

- ``vocabulary``  the words and signs, from ``lexicons/amounts.toml`` and ``lexicons/currencies.jsonl``
- ``tokens``      text around digits to tokens, in linear time
- ``digits``      ``1,25,000`` ``61.240`` ``95'000`` to a number, by evidence
- ``grammar``     sides, ranges, bounds, periods, differences over tokens
- ``reading``     a parsed expression to an :class:`Amount`; malformed ones with candidate readings
"""

from extract.amounts.finder import find_amounts, parse_amount
from extract.amounts.model import Amount, AmountKind, Form, Hints
from extract.amounts.vocabulary import Vocabulary, vocabulary_of

__all__ = ["Amount", "AmountKind", "Form", "Hints", "Vocabulary", "find_amounts", "parse_amount", "vocabulary_of"]
