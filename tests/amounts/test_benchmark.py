"""The expressions of the benchmark are read as they say, and the table can be made without any peer."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "amounts.py"


@pytest.fixture(scope="module")
def benchmark() -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("benchmark_amounts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_cases(benchmark: Any) -> None:
    """There are enough expressions, each once, of every sort."""
    cases = benchmark.load_cases(benchmark.CASES)
    assert len(cases) >= 250
    assert len({case.expression for case in cases}) == len(cases)
    assert {case.said.what for case in cases} == {"amount", "difference", "malformed", "nothing"}


def test_ours_reads_all(benchmark: Any) -> None:
    """Every expression is read exactly, differences and malformed amounts told apart."""
    assert benchmark.misses(benchmark.read_rolefacts, benchmark.load_cases(benchmark.CASES)) == []


def test_missing_peer_says_so(benchmark: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A peer that cannot be imported has its reason for a row."""

    def absent(name: str) -> Any:
        message = f"No module named {name!r}"
        raise ImportError(message)

    monkeypatch.setattr(benchmark, "import_module", absent)
    monkeypatch.setattr(benchmark, "SECONDS", 0.0)
    rows = dict(benchmark.rows(benchmark.load_cases(benchmark.CASES)[:5]))
    assert rows["rolefacts"].exact == 1.0
    assert rows["price-parser"] == "not measured: No module named 'price_parser'"
