"""Texts that nearly repeat one another. Knows nothing of claims.

A text is the set of its shingles: runs of a few words, hashed. Every shingle whose hash falls into a fixed
sample is looked up among the texts before (FracMinHash: Irber et al. 2022, doi:10.1101/2022.01.11.475838);
a pair that has several in common is compared with all its shingles. Each shingle leads to the first text
that has it and to no other, so that the cost grows with the texts and not with the pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np

from extract.reconciliation.normalise import source_dates
from extract.reconciliation.policies import load_policies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from extract.reconciliation.policies import Copies

_WORD: Final = re.compile(r"\w+")
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)
_CANDIDATE_SHARE: Final = 0.1
"""Of the smaller sample, that two texts have to have in common to be compared."""


@dataclass(frozen=True, slots=True, order=True)
class CopyPair:
    """Two texts and the share of the shorter one's shingles that stand in the longer one."""

    first: str
    second: str
    containment: float


def near_copies(texts: Mapping[str, str], policies: Copies | None = None) -> list[CopyPair]:
    """Pairs of texts of which one nearly repeats the other, by name; texts too short to tell have none.

    A text that repeats several others that repeat one another is paired with at least one of them.
    """
    policies = policies or load_policies().copies
    vocabulary: dict[str, int] = {}
    shingles = {name: _shingles(texts[name], policies.words, vocabulary) for name in sorted(texts)}
    shingles = {name: found for name, found in shingles.items() if len(found) >= policies.least}
    pairs = []
    for first, second in _candidates(shingles, policies.sample):
        mine, theirs = shingles[first], shingles[second]
        common = len(np.intersect1d(mine, theirs, assume_unique=True))
        containment = round(common / min(len(mine), len(theirs)), 4)
        if containment >= policies.containment:
            pairs.append(CopyPair(first, second, containment))
    return sorted(pairs)


def originals(pairs: Iterable[CopyPair], sources: pd.DataFrame) -> dict[str, str]:
    """Near-copy -> original, for groups of texts that are linked by pairs.

    The original is the source that was published first, as far as dates are known; then the first by id.
    """
    known = set(sources["source_id"])
    dates = source_dates(sources)
    leader: dict[str, str] = {}
    for pair in sorted(pairs):
        if pair.first in known and pair.second in known and pair.first != pair.second:
            roots = sorted({_root(leader, pair.first), _root(leader, pair.second)}, key=lambda s: _age(s, dates))
            leader[roots[-1]] = roots[0]
    return {name: _root(leader, name) for name in sorted(leader) if _root(leader, name) != name}


def copies(pairs: Sequence[CopyPair], original: Mapping[str, str]) -> dict[str, CopyPair]:
    """Near-copy -> the pair that shows it best, with its original where there is one."""
    best: dict[str, tuple[bool, float]] = {}
    for pair in pairs:
        for name, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if name in original:
                best[name] = max(best.get(name, (False, 0.0)), (original[name] == other, pair.containment))
    return {name: CopyPair(min(name, source), max(name, source), best[name][1]) for name, source in original.items()}


def _age(source: str, dates: Mapping[str, str]) -> tuple[bool, str, str]:
    return (source not in dates, dates.get(source, ""), source)


def _root(leader: dict[str, str], name: str) -> str:
    while leader.get(name, name) != name:
        leader[name] = leader.get(leader[name], leader[name])
        name = leader[name]
    return name


def _candidates(shingles: Mapping[str, NDArray[np.uint64]], sample: int) -> list[tuple[str, str]]:
    """Pairs that have enough of their samples in common to be worth comparing."""
    first_with: dict[int, str] = {}
    sizes: dict[str, int] = {}
    common: Counter[tuple[str, str]] = Counter()
    for name, hashes in shingles.items():
        chosen = hashes[hashes % np.uint64(sample) == 0].tolist()
        sizes[name] = len(chosen)
        common.update((holder, name) for h in chosen if (holder := first_with.setdefault(h, name)) != name)
    return [
        (first, second)
        for (first, second), count in common.items()
        if count >= _CANDIDATE_SHARE * min(sizes[first], sizes[second])
    ]


def _shingles(text: str, words: int, vocabulary: dict[str, int]) -> NDArray[np.uint64]:
    """The text's distinct shingles as sorted hashes, independent of the process and of the other texts."""
    codes = []
    for word in _WORD.findall(text.casefold()):
        code = vocabulary.get(word)
        if code is None:
            digest = blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
            code = vocabulary[word] = int.from_bytes(digest, "big")
        codes.append(code)
    if len(codes) < words:
        return np.empty(0, dtype=np.uint64)
    values = np.array(codes, dtype=np.uint64)
    size = len(values) - words + 1
    hashes = np.zeros(size, dtype=np.uint64)
    for offset in range(words):
        hashes = (hashes ^ values[offset : offset + size]) * _MULTIPLIER
        hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)
