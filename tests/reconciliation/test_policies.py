"""The policies file, and what is said of a bad one."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import extract.reconciliation
from extract.errors import ConfigurationError
from extract.model import Container, Level, Modality
from extract.reconciliation import load_policies, policies_over, read_policies
from tests.reconciliation.build import found, run


def test_every_code_has_its_figure() -> None:
    policies = load_policies()
    assert set(policies.ladder.rungs) == set(Level)
    assert set(policies.trust.container) == set(Container)
    assert set(policies.trust.modality) == set(Modality)


def test_shares_are_shares() -> None:
    policies = load_policies()
    trust = policies.trust
    shares = [
        trust.prior,
        trust.stand_in,
        trust.approximate,
        trust.doubtful,
        trust.year,
        trust.exclusive_against,
    ]
    shares += [*trust.container.values(), *trust.modality.values(), policies.phrases.overlap]
    shares += [policies.comparability.exact, policies.comparability.convertible, policies.comparability.close]
    assert all(0 <= share <= 1 for share in shares)


def test_every_situation_has_a_severity_and_every_severity_a_situation() -> None:
    folder = Path(extract.reconciliation.__file__).parent / "conflicts"
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    quoted = set(re.findall(r'"([a-z_]+)"', code))
    assert set(load_policies().severity) <= quoted


def test_policies_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        load_policies().trust.prior = 0.1  # type: ignore[misc]


def test_a_users_file_lies_over_the_built_in_one(tmp_path: Path) -> None:
    path = tmp_path / "policies.toml"
    path.write_text('[trust]\nprior = 0.9\n[severity]\nrange_disjoint = "info"\n', encoding="utf-8")
    policies = policies_over(read_policies(path), str(path))
    assert policies.trust.prior == 0.9
    assert policies.trust.stand_in == load_policies().trust.stand_in
    reconciled = run([{"pay": "80000-95000"}, {"source": "b", "pay": "100000-115000"}], policies=policies)
    assert found(reconciled, "range_disjoint")[0]["severity"] == "info"


BAD = [
    pytest.param("[trust]\npriors = 0.9", r"\[trust\] has no key 'priors': use .*prior", id="unknown key"),
    pytest.param("[trusts]\nprior = 0.9", r"\[\] has no key 'trusts'", id="unknown table"),
    pytest.param('[trust]\nprior = "high"', "trust.prior must be a number, 0 or more, not 'high'", id="text"),
    pytest.param("[trust]\nprior = -1", "trust.prior must be a number, 0 or more", id="negative"),
    pytest.param("[trust]\nprior = true", "trust.prior must be a number", id="no number"),
    pytest.param("[trust]\njudge_from = 1.5", "trust.judge_from must be a whole number", id="no whole number"),
    pytest.param("trust = 1", "trust must be a table, not 1", id="no table"),
    pytest.param("[ladder]\nrungs = 1", "ladder.rungs must be a table", id="no mapping"),
    pytest.param("[ladder.rungs]\nboss = 9", "ladder.rungs: 'boss' is not one of intern, entry", id="no level"),
    pytest.param('[severity]\nstale = "bad"', "severity.stale: 'bad' is not one of error", id="no severity"),
    pytest.param('[phrases]\nstopwords = "the"', "phrases.stopwords must be a list", id="no list"),
    pytest.param('[fusion.rates]\n"INR for USD" = 0', "fusion.rates.INR for USD must be above 0", id="no rate"),
    pytest.param("[trust", "is not TOML", id="broken"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_file_is_named_with_its_key(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message) as caught:
        read_policies(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_policies(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("period", "country", "expected"),
    [
        ("year", "US", 1),
        ("", "US", 1),
        ("month", "NG", 12),
        ("week", "US", 52),
        ("day", "GB", 260),
        ("hour", "US", 2080),
        ("hour", "FR", 1820),
        ("hour", "", 2080),
    ],
)
def test_working_time(period: str, country: str, expected: float) -> None:
    assert load_policies().working_time.per_year(period, country) == expected
