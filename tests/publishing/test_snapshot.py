"""What one run hands on to the next."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from extract.publishing import carry_first_seen, read_discrepancies
from tests.publishing.conftest import STARTED, Made, discrepancies

LATER = datetime(2026, 11, 21, 23, 15, tzinfo=UTC)


def test_a_discrepancy_keeps_the_day_on_which_it_first_appeared() -> None:
    """The same id carries it over; a new one, and one that went and came back, gets this run's."""
    first = carry_first_seen(discrepancies("a", "b"), None, STARTED)
    second = carry_first_seen(discrepancies("b", "c"), first, LATER)
    third = carry_first_seen(discrepancies("a", "b"), second, LATER)
    assert list(second["first_seen"]) == [pd.Timestamp(STARTED), pd.Timestamp(LATER)]
    assert list(third["first_seen"]) == [pd.Timestamp(LATER), pd.Timestamp(STARTED)]


def test_no_discrepancies_have_the_same_type_of_column() -> None:
    """Without rows the column is still of times."""
    found = carry_first_seen(discrepancies(), None, STARTED)
    assert found["first_seen"].dtype == "datetime64[us, UTC]"


def test_it_survives_publishing(made: Made, tmp_path: Path) -> None:
    """Read from the snapshot, times are the same; a snapshot that cannot be read counts as none."""
    snapshot = made.publish(tmp_path, "20261120T000001Z-abcdef")
    previous = read_discrepancies(snapshot)
    assert previous is not None
    again = carry_first_seen(discrepancies("d1"), previous, LATER)
    assert list(again["first_seen"]) == [pd.Timestamp(STARTED)]
    (snapshot / "discrepancies.parquet").write_bytes(b"PAR1 not at all PAR1")
    assert read_discrepancies(snapshot) is None
    assert read_discrepancies(tmp_path / "nowhere") is None
