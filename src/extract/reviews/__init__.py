"""Reviewers' rulings: an append-only ledger, and what rulings do to claims and discrepancies.

``ruling``    a ruling as a value, as a line of JSON, and which rulings are in force
``ledger``    the file: locked, flushed, proof against a process that dies while writing
``effects``   what a ruling makes of the claims that it speaks of
``applying``  all rulings of a ledger over a run: claims, discrepancies, facts, and those that are stale
``lexicon``   tools that reviewers add to the user's lexicon

What works on tables is imported from ``applying`` itself: a ledger is read without pandas.
"""

from extract.reviews.ledger import Conflict, Ledger
from extract.reviews.ruling import (
    Action,
    Amount,
    Expectation,
    Ruling,
    Rulings,
    expectation,
    tool_key,
)

__all__ = [
    "Action",
    "Amount",
    "Conflict",
    "Expectation",
    "Ledger",
    "Ruling",
    "Rulings",
    "expectation",
    "tool_key",
]
