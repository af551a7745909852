"""What is looked for first, so that patterns need not be tried, is in all that they find."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import bodies, heads
from tests.language.articles import language

SAID = [
    "According to Oakline",
    "Source: Oakline",
    "(Data source: *Oakline",
    "according to the Oakline survey",
    "a survey published by Oakline",
    "the census carried out by Oakline",
    "guide that was released by Oakline",
    "Statistics from the Oakline Institute",
    "research by Oakline Council",
    "surveys by the Northgate Board",
    "poll from Oakline",
    "contractors listed on Oakline",
    "job ads posted on Oakline",
    "salaries on Oakline",
    "barometer compiled by Oakline",
]


@pytest.mark.parametrize("text", SAID)
def test_all_that_stands_before_a_body_begins_with_a_term(text: str) -> None:
    """The pattern finds as much at the terms of its list as anywhere."""
    cues = language().cues
    cues.index(text)
    ends = [match.end() for match in bodies._SAYS.finditer(text)]
    assert ends
    assert [match.end() for match in cues.matches("bodies.said", bodies._SAYS, text, 0, len(text))] == ends


@given(
    st.lists(
        st.sampled_from(["java", "JAVA ", "full stack", "full-stack", "x" * 130, "İ", " pay\n", "for "]), max_size=9
    )
)
def test_stretches_hold_all_forms_and_what_stands_beside_them(parts: list[str]) -> None:
    """No form lies outside of the stretches that are searched, which lie apart and in order."""
    text, forms = "".join(parts), r"java|full[\s-]?stack"
    stretches = list(heads._around(text, forms))
    for form in re.finditer(forms, text, re.IGNORECASE):
        near = max(0, form.start() - heads.REACH), min(len(text), form.end() + heads.REACH)
        assert any(start <= near[0] and near[1] <= end for start, end in stretches)
    assert all(one[1] < other[0] for one, other in pairwise(stretches))
