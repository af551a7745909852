"""What origins, degrees, fields of study and certifications promise."""

from __future__ import annotations

import pytest

from extract.lexicons import key, load

LEXICONS = load()


@pytest.mark.parametrize(
    ("form", "name", "kind", "statistic"),
    [
        ("BLS", "U.S. Bureau of Labor Statistics", "government", None),
        ("Bureau of Labor Statistics", "U.S. Bureau of Labor Statistics", "government", None),
        ("PayScale.com", "PayScale", "aggregator", "mean"),
        ("Glassdoor", "Glassdoor", "aggregator", "mean"),
        ("Indeed", "Indeed", "aggregator", "mean"),
        ("Salary.com", "Salary.com", "aggregator", "median"),
        ("WEF", "World Economic Forum", "survey", None),
        ("StatCan", "Statistics Canada", "government", "median"),
        ("O*NET OnLine", "O*NET", "government", "median"),
        ("Ambition Box", "AmbitionBox", "aggregator", "mean"),
    ],
)
def test_origins(form: str, name: str, kind: str, statistic: str | None) -> None:
    """Bodies that figures come from, by any of their names, and what they publish."""
    origin = LEXICONS.origin_by_term[key(form)]
    assert (origin.name, origin.kind, origin.statistic) == (name, kind, statistic)


@pytest.mark.parametrize("name", ["Indeed", "SEEK", "Reed", "Dice", "Hired", "Monster", "Blind", "Prospects"])
def test_origins_that_are_words_need_context(name: str) -> None:
    """A site that is named by a common word is marked."""
    assert LEXICONS.origin_by_name[name].ambiguous


def test_origins_name_known_countries() -> None:
    """The country of an origin is a code of the places."""
    for origin in LEXICONS.origins:
        assert origin.country is None or origin.country in LEXICONS.region_by_code, origin


@pytest.mark.parametrize(
    ("form", "degree"),
    [
        ("B.Tech", "bachelor"),
        ("bachelor’s degree", "bachelor"),
        ("undergraduate degree", "bachelor"),
        ("Graduation", "bachelor"),
        ("MBA", "master"),
        ("Master’s", "master"),
        ("post-graduation degree", "master"),
        ("doctorate", "phd"),
        ("Ph.D", "phd"),
        ("associate's degree", "associate"),
        ("coding bootcamp", "bootcamp"),
        ("certification", "certificate"),
        ("high school diploma", "high_school"),
    ],
)
def test_degrees(form: str, degree: str) -> None:
    """Surface forms of degrees."""
    assert LEXICONS.degree_by_term[key(form)].id == degree


@pytest.mark.parametrize("form", ["MS", "BA", "BE", "MD", "JD", "MFA", "LLM", "MEd", "masters", "master"])
def test_forms_that_are_other_things_are_no_degrees(form: str) -> None:
    """MS Office, a BA who analyses, MFA at the login, a large language model."""
    plain = {text.casefold() for degree in LEXICONS.degrees for text in degree.forms}
    exact = {text for degree in LEXICONS.degrees for text in degree.exact}
    assert form.casefold() not in plain
    assert form not in exact


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("maths", "Mathematics"),
        ("CS", "Computer Science"),
        ("AI", "Artificial Intelligence"),
        ("applied mathematics", "Applied Mathematics"),
        ("information technology", "Information Technology"),
        ("nursing", "Nursing"),
    ],
)
def test_study_fields(form: str, name: str) -> None:
    """Fields of study by their Title Case names."""
    assert LEXICONS.study_field_by_term[key(form)].name == name


@pytest.mark.parametrize(
    ("form", "issuer"),
    [
        ("PMP", "PMI"),
        ("AZ-104", "Microsoft"),
        ("CSM", "Scrum Alliance"),
        ("CISSP", "ISC2"),
        ("CFA", "CFA Institute"),
    ],
)
def test_certifications(form: str, issuer: str) -> None:
    """Certifications by their short names."""
    assert LEXICONS.certification_by_term[key(form)].issuer == issuer
