"""What a user adds to the lexicons is known to every stage."""

from __future__ import annotations

from pathlib import Path

from extract.claims import extract_claims
from extract.language import Language
from extract.lexicons import load
from tests.language.articles import article

USER = """
[[role]]
id = "kelp_farmer"
name = "Kelp Farmer"
aliases = ["seaweed grower"]

[[tool]]
name = "TideLog"
category = "other"

[[currency]]
code = "XKP"
name = "Kelp pound"
signs = ["K£"]
words = ["kelp pound"]
plausible_low = 10000
plausible_high = 900000
"""
WORDS = """# Kelp Farmer vs Diver
Kelp farmers use TideLog. Seaweed growers earn K£45,000 a year. Divers earn 52,000 kelp pounds a year.
| Role | Salary (kelp pounds) |
|---|---|
| Kelp Farmer | 61,000 |"""


def test_a_users_role_tool_and_currency(tmp_path: Path) -> None:
    """A role by its other title, a tool, a currency by sign, by word and in a header."""
    path = tmp_path / "user.toml"
    path.write_text(USER, encoding="utf-8")
    claims = extract_claims(article(WORDS), Language(load((path,)), model="none"))
    pay = [(claim.role, claim.unit, claim.low) for claim in claims if claim.kind == "salary"]
    assert pay == [("kelp_farmer", "XKP", 45_000), ("diver", "XKP", 52_000), ("kelp_farmer", "XKP", 61_000)]
    assert [(claim.role, claim.value) for claim in claims if claim.kind == "tool"] == [("kelp_farmer", "TideLog")]
