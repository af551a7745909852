"""Words behind a name or an amount that say that it is of both: "Python helps in both.", "an MBA is a plus for either role"."""

from __future__ import annotations

import re

_OF_BOTH = re.compile(
    r"[^,;:.!?()]{0,60}?\b(?:in|for|to|across|helps?|suits?|serves?|benefits?)\s(?P<both>(?:both|either)(?:\sof\sthem)?)"
    r"(?:\s(?:roles?|jobs?|positions?|careers?|professions?|fields?|cases|paths?|titles?|tracks?|trades?|adverts?|ads|job\sads|listings?|postings?|vacanc(?:y|ies)))?\s?(?:[.,;]|$)"
)


def said_of_both(text: str, start: int, end: int) -> str | None:
    """The word for both behind ``start`` in its clause, of a sentence that ends at ``end``; None where there is none."""
    found = _OF_BOTH.match(text, start, end)
    return found["both"] if found else None
