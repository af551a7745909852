"""How the values are made that pass between the stages: an article makes thousands of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen, slots):
        """Like ``dataclass``. That nobody changes one is for mypy to see: Python would make it far slower."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
