from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extract.model import Claim, Container, Kind


def _claim(**columns: Any) -> Claim:
    plain: dict[str, Any] = {
        "kind": Kind.TOOL,
        "source_id": "harbour",
        "value": "Python",
        "quote": "Python",
        "char_start": 10,
        "char_end": 16,
        "section": "Tools",
        "container": Container.PROSE,
        "extractor": "tools.prose",
        "confidence": 0.9,
        "role": "data_scientist",
    }
    return Claim(**{**plain, **columns})


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """Makes a claim that nothing is wrong with, except for what is asked for."""
    return _claim


@pytest.fixture
def pay() -> Callable[..., Claim]:
    """Makes a claim of pay that nothing is wrong with, except for what is asked for."""

    def make(**columns: Any) -> Claim:
        plain = {
            "kind": Kind.SALARY,
            "value": "pay",
            "low": 90_000.0,
            "high": 120_000.0,
            "unit": "USD",
            "period": "year",
        }
        return _claim(**{**plain, **columns})

    return make
