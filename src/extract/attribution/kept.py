"""What is asked again and again of the same words of an article, kept with whoever answers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from extract.model import Span

Owner = TypeVar("Owner")
Answer = TypeVar("Answer")


def kept(method: Callable[[Owner, Span], Answer]) -> Callable[[Owner, Span], Answer]:
    """Makes a method that is asked about a span answer the same span once, as long as its object lives.

    ``lru_cache`` over a bound method would keep it too, but cache and object would hold each other, and everything that hangs
    on an article would wait for the garbage collector.
    """
    name = f"_kept{method.__name__}"

    @wraps(method)
    def answer(self: Owner, span: Span) -> Answer:
        places: dict[str, Any] = self.__dict__
        known = places.get(name)
        if known is None:
            known = places[name] = {}
        # The hash of a dataclass is worked out by Python each time.
        key = (span.start, span.end)
        if key not in known:
            known[key] = method(self, span)
        found: Answer = known[key]
        return found

    return answer


__all__ = ["kept"]
