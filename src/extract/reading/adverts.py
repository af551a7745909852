"""Adverts at the end of a paragraph: only their sentences are lost, not what the article says before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import BlockKind, Zone
from extract.reading.cues import Cues, cues, tokens_of
from extract.reading.furniture import advert_score
from extract.reading.pieces import Piece

# Ends of sentences, with the blanks behind them.
_ENDS = re.compile(r"[.!?…][\"'”’)]{0,2}\s+(?=[\"'“‘(]?[A-Z])")
# What is left must be far from an advert, and what is cut off certainly one.
_ADVERT = 3.0
_REST = 0.5
_LAST = 4
# An offer to a reader gives no figures.
_FIGURE = re.compile(r"\d")


def part_adverts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, paragraphs that end in an advert as two: what is said, and the advert."""
    known = cues()
    return [part for piece in pieces for part in _parts(piece, known)]


def _parts(piece: Piece, known: Cues) -> Iterator[Piece]:
    plain = piece.kind is BlockKind.PARAGRAPH and piece.zone is Zone.ARTICLE and len(piece.text) > 80
    cut = _advert_start(piece, known) if plain else 0
    if not cut:
        yield piece
        return
    said = piece.text[:cut].rstrip()
    yield _part(piece, piece.start, said)
    yield _part(piece, piece.start + cut, piece.text[cut:])


def _advert_start(piece: Piece, known: Cues) -> int:
    """Where the advert at the end of a paragraph starts; 0 where there is none, or nothing before it."""
    starts = [mark.end() for mark in _ENDS.finditer(piece.text)][-_LAST:]
    if not starts or not _could_sell(piece.text[starts[-1] :], known):
        return 0
    offers = [at for at in starts if advert_score(_part(piece, piece.start + at, piece.text[at:]), known) >= _ADVERT]
    if not offers:
        return 0
    cut = offers[-1]
    for at in reversed([at for at in starts if at < cut]):
        if not piece.text[at:cut].rstrip().endswith("?"):
            break
        # ``Want to learn more?`` belongs to what is offered next.
        cut = at
    before = piece.text[:cut].rstrip()
    says = _FIGURE.search(before) is not None or len(before.split()) >= 12
    rest = advert_score(_part(piece, piece.start, before), known)
    return cut if says and rest < _REST and not _FIGURE.search(piece.text[cut:]) else 0


def _could_sell(sentence: str, known: Cues) -> bool:
    """Whether a sentence tells its reader to do something, or names what is sold."""
    words = tokens_of(sentence)
    return known.advert_imperatives.at(words) > 0 or known.advert_products.within(words)


def _part(piece: Piece, start: int, text: str) -> Piece:
    return replace(piece, start=start, end=start + len(text), text=text, label=None, _words=None)
