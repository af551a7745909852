"""What is asked again and again of the same words of an article, kept with whoever answers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from extract.model import Span

Owner = TypeVar("Owner")
Answer = TypeVar("Answer")
_MISSING = object()


def kept(method: Callable[[Owner, Span], Answer]) -> Callable[[Owner, Span], Answer]:
    """Makes a method that is asked about a span answer the same span once, as long as its object lives.

    ``lru_cache`` over a bound method would keep it too, but cache and object would hold each other, and everything that hangs
    on an article would wait for the garbage collector.
    """
    name = f"_kept{method.__name__}"

    @wraps(method)
    def ask(self: Owner, span: Span) -> Answer:
        known: dict[tuple[int, int], Any] | None = self.__dict__.get(name)
        if known is None:
            known = self.__dict__[name] = {}
        # The hash of a dataclass is worked out by Python each time.
        key = (span.start, span.end)
        found = known.get(key, _MISSING)
        if found is _MISSING:
            found = known[key] = method(self, span)
        answer: Answer = found
        return answer

    return ask


__all__ = ["kept"]
