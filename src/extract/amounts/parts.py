"""The parts that a token can play in an amount, as bits: a word can play several."""

from typing import Final

NUM: Final = 1 << 0
"""Digits."""
SIGN: Final = 1 << 1
"""A sign or code of a currency."""
SIGN_WORD: Final = 1 << 2
"""A word for a currency."""
SCALE: Final = 1 << 3
"""Thousand, lakh, M."""
LETTER: Final = 1 << 4
"""A scale that is a single letter."""
ODD: Final = 1 << 5
"""A letter that is a scale in few places only."""
PERCENT: Final = 1 << 6
"""%."""
PERIOD: Final = 1 << 7
"""Per year."""
JOIN: Final = 1 << 8
"""Joins two ends."""
JOIN_OPENED: Final = 1 << 9
"""Joins two ends after an opener."""
OPEN: Final = 1 << 10
"""Announces two ends."""
OPEN_WEAK: Final = 1 << 11
"""Announces two ends, or nothing."""
LOWER: Final = 1 << 12
"""More than."""
UPPER: Final = 1 << 13
"""Up to."""
LOWER_BEHIND: Final = 1 << 14
"""Or more."""
UPPER_BEHIND: Final = 1 << 15
"""Or less."""
APPROX: Final = 1 << 16
"""About."""
APPROX_BEHIND: Final = 1 << 17
"""Or so."""
GAP_BEFORE: Final = 1 << 18
"""An extra."""
GAP_BEHIND: Final = 1 << 19
"""More."""
GAP_NOUN: Final = 1 << 20
"""Premium."""
NO_GAP: Final = 1 << 21
"""What makes a comparative no gap: the higher end."""
FILLER: Final = 1 << 22
"""Words of pay between a figure and its period."""
COUNTED: Final = 1 << 23
"""Years, jobs."""
LABEL: Final = 1 << 24
"""Level, grade."""
END_NOTE: Final = 1 << 25
"""Percentile, minimum."""
PLUS: Final = 1 << 26
"""+."""
WORD: Final = 1 << 27
"""Any other word."""
CODE: Final = 1 << 28
"""An ISO 4217 code."""
GAP_MONEY: Final = 1 << 29
"""By."""
ORDINARY: Final = 1 << 30
"""Words that go on about the amount: for, depending."""
JOIN_SIGNED: Final = 1 << 31
"""Joins two ends that carry the same sign."""
KIND: Final = 1 << 32
"""Latest, reported: what may stand before what is counted."""

JOINS: Final = JOIN | JOIN_OPENED | JOIN_SIGNED
ANY_SIGN: Final = SIGN | SIGN_WORD
