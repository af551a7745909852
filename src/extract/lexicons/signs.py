"""The signs of all listed currencies, for patterns that are compiled before any lexicon is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any


def built_in_currencies() -> Iterator[dict[str, Any]]:
    """The lines of ``currencies.jsonl``, as they are."""
    content = resources.files("extract.lexicons").joinpath("currencies.jsonl").read_text(encoding="utf-8")
    return (json.loads(line) for line in content.splitlines() if line.strip())


def sign_names() -> list[str]:
    """Every code and sign of a currency, those of several currencies too, in order."""
    return sorted(
        {
            name
            for entry in built_in_currencies()
            for name in (entry["code"], *entry.get("signs", ()), *entry.get("ambiguous_signs", ()))
        }
    )


SIGNS = "".join(name for name in sign_names() if len(name) == 1 and not name.isalpha())
"""The signs of one character, for use inside a class of characters."""
