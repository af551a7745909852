"""The parameters file, and what is said of a bad one."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from extract.errors import ConfigurationError
from extract.reconciliation.fusion import load_parameters

BUILT_IN = files("extract.lexicons").joinpath("fusion.toml").read_text(encoding="utf-8")


def test_the_built_in_file_is_read() -> None:
    parameters = load_parameters()
    assert 0.5 < parameters.reliability.prior < parameters.reliability.ceiling < 1
    assert parameters.gross.factors["times 12"] == 12


def test_four_agreeing_sources_are_never_sure() -> None:
    assert load_parameters().confidence.ceiling(4) < 0.95


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(BUILT_IN.replace("judge_from = 6", "judge_from = 9"), encoding="utf-8")
    assert load_parameters(path).reliability.judge_from == 9


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("prior = 0.75", "", "[reliability] lacks 'prior': add it"),
        ("prior = 0.75", "prior = 0.75\nprio = 1", "[reliability] has no key 'prio'"),
        ("prior = 0.75", 'prior = "much"', "reliability.prior must be a number, not 'much'"),
        ("prior = 0.75", "prior = true", "reliability.prior must be a number, not True"),
        ("judge_from = 6", "judge_from = 6.5", "reliability.judge_from must be a whole number"),
        ('"times 12" = 12', '"times 12" = 0', "gross.factors.times 12 must be above 0"),
        ("[gross.factors]", "[[gross.factors]]", "gross.factors must be a table of factors"),
        ("[hierarchy]", "[[hierarchy]]", "hierarchy must be a table"),
        ("prior = 0.75", "prior = ", "is not TOML"),
    ],
)
def test_a_bad_file_is_named_with_its_key(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(BUILT_IN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_parameters(path)
    assert message in str(error.value)
    assert str(error.value).startswith(str(path))


def test_a_missing_file_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_parameters(tmp_path / "none.toml")
