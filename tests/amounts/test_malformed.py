"""What is wrong with an amount is said, and never read as if it were right."""

from __future__ import annotations

import pytest

from extract.amounts import find_amounts
from extract.model import Flag


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("$125$+", [(125000, None), (125, None)]),
        ("$125$", [(125000, 125000), (125, 125)]),
        ("$94T – $2L/yr", [(94000, 200000), (94000, 2000)]),
        ("$94T", [(94000, 94000)]),
        ("$2L", [(200000, 200000), (2000, 2000)]),
        ("between $64,100 and $66.870", [(64100, 66870), (64100, 66.87)]),
        ("$66.870", [(66870, 66870), (66.87, 66.87)]),
        ("£45.000", [(45000, 45000), (45, 45)]),
        ("$1,2,3", [(123, 123), (12.3, 12.3)]),
        ("$1.2.3", [(123, 123), (12.3, 12.3)]),
        ("$12,34", [(1234, 1234), (12.34, 12.34)]),
        ("$95,00", [(95000, 95000), (9500, 9500), (95, 95)]),
        ("$5,000,00", [(5000000, 5000000), (500000, 500000), (5000, 5000)]),
        ("$154,0001", [(154000, 154000), (1540001, 1540001), (154.0001, 154.0001)]),
        ("$9O,000", [(90_000, 90_000)]),
        ("£61, 4OO", [(61_400, 61_400)]),
        ("€7I.50O - €8O.000", [(71_500, 80_000)]),
        ("$8OK", [(80_000, 80_000)]),
        ("an average of ₹15.", [(1500000, 1500000), (15, 15)]),
        ("ranging from $145,", [(145000, None), (145, None)]),
        ("an average of ₹15. The rest", [(1500000, 1500000), (15, 15)]),
        ("ranging from $155,000.", [(155000, None)]),
        ("between $90,000.", [(90000, None)]),
        ("$70,000 –", [(70000, 70000)]),
        ("$95K-$120K-$150K", []),
        ("$95,000-120,000-150,000", []),
        ("$5,000,000,000,000,000", []),
        ("$" + "9" * 60, []),
    ],
)
def test_malformed(text: str, candidates: list[tuple[float | None, float | None]]) -> None:
    """No end is given; the readings that it may have are there, the likeliest first, each with a reason."""
    (amount,) = find_amounts(text)
    assert amount.problem is Flag.MALFORMED_AMOUNT
    assert (amount.low, amount.high) == (None, None)
    assert amount.note
    assert [(repair.low, repair.high) for repair in amount.repairs] == candidates
    assert all(repair.reason and repair.unit == amount.unit for repair in amount.repairs)


def test_sound_neighbour_of_a_malformed_amount() -> None:
    """Without an opener "and" joins nothing: the sound amount stays."""
    sound, broken = find_amounts("$64,100 and $66.870")
    assert (sound.low, sound.problem) == (64100, None)
    assert broken.problem is Flag.MALFORMED_AMOUNT


@pytest.mark.parametrize(
    ("text", "low", "high", "note"),
    [
        ("$106, 553", 106553, 106553, "blank"),
        ("₦5, 000, 000", 5_000_000, 5_000_000, "blank"),
        ("$112, 430 a year", 112430, 112430, "blank"),
        ("$106 ,553", 106553, 106553, "blank"),
        ("206, 783 BRL", 206783, 206783, "blank"),
        ("\\$85,000", 85000, 85000, "backslash"),
        ("\\$85,000 – \\$95,000", 85000, 95000, "backslash"),
        ("$109,450.3", 109450, 109450, "footnote"),
        ("â‚¹12,41,000", 1241000, 1241000, "decoded"),
        ("â‚ą12,41,000", 1241000, 1241000, "decoded"),
        ("â‚¬45.000", 45000, 45000, "decoded"),
        ("Â£38,000", 38000, 38000, "decoded"),
        ("â‚¦150,000", 150000, 150000, "decoded"),
        ("ยฃ38,000 โ ยฃ41,500", 38000, 41500, "decoded"),
        ("โน12,41,000", 1241000, 1241000, "decoded"),
        ("â¹12,41,000", 1241000, 1241000, "decoded"),
        ("$$95,000", 95000, 95000, "twice"),
        ("$95,000$", 95000, 95000, "twice"),
        ("£45-50,000", 45000, 50000, "once"),
        ("$1,5 million", 1500000, 1500000, "comma"),
    ],
)
def test_repaired(text: str, low: float, high: float, note: str) -> None:
    """Where the value is clear and something odd, the amount says what was repaired."""
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high, amount.problem) == (low, high, None)
    assert Flag.REPAIRED_AMOUNT in amount.flags
    assert note in (amount.note or "")


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("rates of $106, 553 people", 106),
        ("$95, 120 and 150 more", 95),
        ("$100, 200, 300", 100),
        ("$15.", 15),
        ("₹15, the rest", 15),
        ("₹15 LPA.", 1500000),
        ("₹500 per hour.", 500),
        ("$45Average", 45),
        ("$70KBonus", 70000),
        ("$90,000 – and more", 90000),
        ("$70,000 - $80,000 - Entry level", 70000),
        ("$120,000 - 5 years of experience", 120000),
        ("$90,000 - 2024", 90000),
        ("$80,000 - 90 days", 80000),
    ],
)
def test_not_malformed(text: str, low: float) -> None:
    """What only looks odd is read as it stands."""
    amount = find_amounts(text)[0]
    assert (amount.low, amount.problem, amount.flags) == (low, None, ())


@pytest.mark.parametrize(
    ("text", "low", "high", "repairs"),
    [
        ("$120k-$90k", 120000, 90000, [(90000, 120000)]),
        ("$150,000 – $128,000", 150000, 128000, [(128000, 150000)]),
        ("$80,000-90", 80000, 90, [(80000, 90000), (90, 80000)]),
        ("₹8,00,000 to ₹15", 800000, 15, [(800000, 1500000), (15, 800000)]),
        ("20-12%", 20, 12, [(12, 20)]),
    ],
)
def test_inverted(text: str, low: float, high: float, repairs: list[tuple[float, float]]) -> None:
    """An inverted range keeps its ends as stated and offers readings."""
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high, amount.flags) == (low, high, (Flag.INVERTED_RANGE,))
    assert [(repair.low, repair.high) for repair in amount.repairs] == repairs
