from __future__ import annotations

import pytest

from extract.lexicons import load
from extract.model import Document, SourceInfo
from extract.reading import read_source
from extract.reading.dates import find_date
from tests.reading.helpers import read

BODY = "\nBoth of them work with data, and both of them are paid for it.\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("April 7, 2026", "2026-04-07"),
        ("Apr 07, 2026", "2026-04-07"),
        ("7 April 2026", "2026-04-07"),
        ("12th Sep, 23", "2023-09-12"),
        ("Sept. 3rd, 2021", "2021-09-03"),
        ("Nov 23,2022", "2022-11-23"),
        ("2026-04-07", "2026-04-07"),
        ("2026-04-07T10:00:00Z", "2026-04-07"),
        ("30 Oct 202110:08", "2021-10-30"),
        ("January 15, 2025Technology3693", "2025-01-15"),
        ("April 2026", "2026-04"),
        ("31 February 2020", None),
        ("in May", None),
        ("2,026", None),
    ],
)
def test_dates_in_every_form(text: str, date: str | None) -> None:
    """Dates are read as ISO 8601, by day or by month; impossible days are none."""
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("byline", "published", "updated"),
    [
        ("Updated on Apr 07, 2021 | 3 views", None, "2021-04-07"),
        ("Posted on 2021-02-09 (updated 2024-07-30)", "2021-02-09", "2024-07-30"),
        ("Published 6 May 2024 | Last reviewed June 2024", "2024-05-06", "2024-06"),
        ("By Jane Miller | March 2, 2022 | 5 min read", "2022-03-02", None),
        ("Page last modified: 2024-09-05", None, "2024-09-05"),
        ("30 Oct 202110:08", "2021-10-30", None),
        ("Joined: Mar 2019", None, None),
    ],
)
def test_dates_of_bylines(byline: str, published: str | None, updated: str | None) -> None:
    """The word before a date tells which it is; without one it is the day of publication."""
    info = read(f"Data Analyst vs Data Engineer: Who Earns More\n{byline}\n{BODY}").info
    assert (info.published, info.updated) == (published, updated)


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ("Data Analyst vs Data Engineer | Some Site\n" + BODY, "Data Analyst vs Data Engineer", "Some Site"),
        (
            "Data Analyst vs Data Engineer\n" + BODY + "© 2021 Some Site. All rights reserved.\n",
            None,
            "Some Site",
        ),
        (
            "Data Analyst vs Data Engineer\n" + BODY + "© Some Site Ltd 2020–2024. All rights reserved.\n",
            None,
            "Some Site Ltd",
        ),
        (BODY + "Introduction\n" + BODY, None, None),
        ("Introduction\n" + BODY, None, None),
        (
            "SomeSite\nData Analyst vs Data Engineer in Town\n" + BODY + "That is what SomeSite says of it all.\n",
            "Data Analyst vs Data Engineer in Town",
            "SomeSite",
        ),
        ("some-site.org\nData Analyst vs Data Engineer in Town\n" + BODY, None, "some-site.org"),
        (
            "Career Guide / Getting a Job\nData Analyst vs Data Engineer in Town\n" + BODY,
            "Data Analyst vs Data Engineer in Town",
            None,
        ),
        (
            "Home/Companies/Acme/Data Analyst\nAcme Data Analyst and Engineer Salaries\n" + BODY,
            "Acme Data Analyst and Engineer Salaries",
            None,
        ),
        # An entry of a menu whose word the title ends with.
        ("Salaries\nSome Acme Data Engineer Salaries\n" + BODY, None, None),
    ],
)
def test_title_and_publisher(text: str, title: str | None, publisher: str | None) -> None:
    """The title is the heading above all; the publisher is taken where the page names it."""
    info = read(text).info
    if title is not None:
        assert info.title == title
    assert info.publisher == publisher


def test_what_the_catalogue_says_goes_before_the_page() -> None:
    """The page fills up what is not known, and changes nothing."""
    known = SourceInfo("x", "x.txt", title="Known", published="1999", country="GB")
    text = "Data Analyst vs Data Engineer | Some Site\nUpdated 7 May 2020\n" + BODY
    document = read_source(text.encode(), known, load())
    assert isinstance(document, Document)
    info = document.info
    assert (info.title, info.published, info.country) == ("Known", "1999", "GB")
    assert (info.publisher, info.updated) == ("Some Site", "2020-05-07")
