"""One role above, below or level with another; and sentences that only look like it."""

from __future__ import annotations

import pytest

from extract.model import Kind, Modality, Polarity
from tests.claims.claims import DS_DE, said
from tests.language.articles import gap

HIGHER = [
    ("Data scientists earn more than data engineers, which was not so ten years ago.", "DS salary higher DE"),
    ("Data scientists earn the most of the two.", "DS salary higher DE"),
    ("In the past decade data scientists came to earn more than data engineers.", "DS salary higher DE"),
    ("Data scientists start on more than data engineers, by about $2,000 in most offices.", "DS salary higher DE"),
    ("Data science salaries are higher than data engineering.", "DS salary higher DE"),
    ("Salaries in data science are higher than data engineering.", "DS salary higher DE"),
    ("Pay is highest for data scientists, and data engineers wait.", "DS salary higher DE"),
    ("Demand is by far the greatest for data engineers: they are few.", "DE demand higher DS"),
    ("Data engineers are usually paid the least.", "DE salary lower DS"),
    ("Data engineers are paid best.", "DE salary higher DS"),
    ("Data engineers earn the highest salaries.", "DE salary higher DS"),
    ("Data scientists command by far the highest salaries of the two.", "DS salary higher DE"),
    ("Becoming a data scientist is easier than becoming a data engineer.", "DS accessibility higher DE"),
    ("Becoming a data scientist is much harder than becoming a data engineer.", "DS accessibility lower DE"),
    ("Data scientists had a median wage of $61,010, so data engineers earn more.", "DE salary higher DS"),
    ("Data scientists report to data engineers and data engineers earn more.", "DE salary higher DS"),
    ("Nurses are better paid on average. Data engineers grow, and data scientists earn more.", "DS salary higher DE"),
    ("The two professions are paid the same.", "DS salary equal DE"),
    ("Data engineers need a degree. On the whole they earn more than data scientists.", "DE salary higher DS"),
    ("Data engineers run pipelines. Overall, their pay is lower than that of data scientists.", "DE salary lower DS"),
    ("Data scientists come out on top when it comes to salary.", "DS salary higher DE"),
    ("Data scientists enjoy shorter days and higher pay than data engineers.", "DS salary higher DE"),
    ("Data scientists and data engineers earn practically the same.", "DS salary equal DE"),
    ("Data scientists are paid almost exactly the same as data engineers.", "DS salary equal DE"),
    ("Data scientists make nearly as much as data engineers.", "DS salary equal DE"),
    ("Data scientists earn about $15K to $25K more at the same grade.", "DS salary higher DE"),
    ("Data scientists are on the list; demand for them is higher than for data engineers.", "DS demand higher DE"),
    ("On pay, data scientists remain ahead of data engineers.", "DS salary higher DE"),
    ("In terms of pay, data scientists are now ahead of nurses.", "DS salary higher nurse"),
    ("Data scientists earn about 14% more than data engineers ($165K vs $145K)", "DS salary higher DE"),
    ("## Who earns more?\nLast year data scientists had a slight lead.", "DS salary higher DE"),
    ("Data scientists have higher earning potential, above all in big towns.", "DS salary higher DE"),
    ("## So who earns more?\nIn the US data scientists do. Elsewhere nobody knows.", "DS salary higher DE"),
    ("Data scientists earn about 3 500 kr more per month than data engineers.", "DS salary higher DE"),
    ("The salary of a data scientist is higher.", "DS salary higher DE"),
    ("Data scientists charge about 5–10% more than data engineers.", "DS salary higher DE"),
    ("Data scientists take home nearly double what data engineers do.", "DS salary higher DE"),
    ("A data scientist gets a little bit more than a data engineer at the start.", "DS salary higher DE"),
    ("Data scientists bill 8.000 euros more than data engineers.", "DS salary higher DE"),
    ("Data engineers earn well, while data scientists make slightly more at $130,000.", "DS salary higher DE"),
    ("## The money part\nSo at the median the data scientist is some 12% ahead.", "DS salary higher DE"),
    (
        "Growth for data scientists is projected at 7%, lower than the 11% growth expected for data engineers.",
        "DS growth lower DE",
    ),
    ("Data scientists earn over three times what data engineers earn.", "DS salary higher DE"),
    ("Data scientists make about twice as much as data engineers.", "DS salary higher DE"),
    ("The median pay of a data scientist is double that of a data engineer.", "DS salary higher DE"),
    ("Data scientists earn more than data engineers.", "DS salary higher DE"),
    ("Average pay is similar, with data engineers a bit in front.", "DE salary higher DS"),
    ("Average pay is similar, with data engineers slightly ahead.", "DE salary higher DS"),
    ("## Pay\nThe two are close, with data engineers a little ahead at the top.", "DE salary higher DS"),
    ("## Pay\nData scientists make a living; data engineers do rather better.", "DE salary higher DS"),
    ("## Pay\nData engineers fare a bit worse.", "DE salary lower DS"),
    ("## Pay\nData engineers hold a wafer-thin lead.", "DE salary higher DS"),
    ("## Pay\nSo the data scientist is 5–9% ahead of the data engineer.", "DS salary higher DE"),
    ("Data scientists earn slightly more than data engineers.", "DS salary higher DE"),
    ("Data engineers earn less than data scientists.", "DE salary lower DS"),
    ("Data scientists have higher salaries than data engineers.", "DS salary higher DE"),
    ("The average salary of data scientists is higher than that of data engineers.", "DS salary higher DE"),
    ("Data scientists are paid better than data engineers.", "DS salary higher DE"),
    ("Data scientists are better paid.", "DS salary higher DE"),
    ("Data scientists out-earn data engineers.", "DS salary higher DE"),
    ("Data scientists make more money.", "DS salary higher DE"),
    ("On average, data scientist salaries exceed data engineer salaries.", "DS salary higher DE"),
    ("Data engineer salaries lag behind data scientist salaries.", "DE salary lower DS"),
    ("Data engineers' pay is lower.", "DE salary lower DS"),
    ("Compared with data scientists, data engineers earn less.", "DE salary lower DS"),
    ("Unlike data engineers, data scientists earn higher salaries.", "DS salary higher DE"),
    ("Data scientists earn more, whereas data engineers enjoy more security.", "DS salary higher DE"),
    ("Data engineers earn 10% more than data scientists.", "DE salary higher DS"),
    ("Data scientists earn $120,000, more than data engineers.", "DS salary higher DE"),
    ("When it comes to pay, data scientists have the edge.", "DS salary higher DE"),
    ("The pay gap is small, but data scientists come out ahead.", "DS salary higher DE"),
    ("Data engineers are in higher demand than data scientists.", "DE demand higher DS"),
    ("Demand for data engineers is stronger.", "DE demand higher DS"),
    ("There is more demand for data engineers.", "DE demand higher DS"),
    ("Demand for data engineers is growing faster than for data scientists.", "DE growth higher DS"),
    ("Data engineering jobs are growing faster than data science jobs.", "DE growth higher DS"),
    ("Data engineers outpace data scientists in growth.", "DE growth higher DS"),
    ("Data engineers enjoy faster growth.", "DE growth higher DS"),
    ("Data engineering is easier to enter than data science.", "DE accessibility higher DS"),
    ("Data science has a steeper learning curve.", "DS accessibility lower DE"),
    (
        "Data scientists rest, but it is easier to start as a data engineer than as a data scientist.",
        "DE accessibility higher DS",
    ),
    ("It is harder to become a data scientist than a data engineer.", "DS accessibility lower DE"),
    ("Nurses find it easier to become data engineers than data scientists.", "DE accessibility higher DS"),
    ("Compared with nurses, it is harder to become a data scientist.", "DS accessibility lower nurse"),
    ("No data engineer earns more than a data scientist.", "DS salary higher DE"),
    ("No data engineer earns as much as a data scientist.", "DS salary higher DE"),
    ("Few data engineers out-earn data scientists.", "DS salary higher DE"),
    ("Data science is more beginner-friendly.", "DS accessibility higher DE"),
    ("Nurses earn less than data scientists.", "nurse salary lower DS"),
    gap("The former earn more than the latter.", "DS salary higher DE", reason="neither side is named"),
    ("There are more jobs for data engineers than for data scientists.", "DE demand higher DS"),
    ("Data scientists and data engineers earn similar salaries.", "DS salary equal DE"),
    ("Both roles earn about the same.", "DS salary equal DE"),
    (
        "Data scientists earn $120,000 a year, which is higher than the $99,000 that data engineers earn.",
        "DS salary higher DE",
    ),
    (
        "The gap is plain, with data scientists usually earning more than their data engineering peers.",
        "DS salary higher DE",
    ),
    (
        "The salary of data scientists is $90,000, while data engineers salaries are higher at $95,000.",
        "DE salary higher DS",
    ),
    ("Nurses are now making more money than most French data scientists.", "nurse salary higher DS"),
    ("Data scientists earn as much as data engineers.", "DS salary equal DE"),
    ("Data engineers make 60,000 €. Data scientists command a higher average of 75,000 €.", "DS salary higher DE"),
    ("Data scientists therefore get around 4,700 € more per year.", "DS salary higher DE"),
    ("Data scientists take home €500 less a month than data engineers.", "DS salary lower DE"),
    ("The average data scientist salary is $10,000 higher than that of a data engineer.", "DS salary higher DE"),
    ("Data scientists can expect salaries 20% above those of data engineers.", "DS salary higher DE"),
    ("The median salary of a data scientist was $84,190. That is well above data engineers.", "DS salary higher DE"),
    ("Data scientists get an edge in demand.", "DS demand higher DE"),
    ("Job ads for data engineers outnumber those for data scientists by 3 to 1.", "DE demand higher DS"),
    (
        "The median pay of data scientists hovers around $99,000, easily exceeding data engineers' median of $90,000.",
        "DS salary higher DE",
    ),
    ("The average salary of data engineers tops that of data scientists.", "DE salary higher DS"),
    ("Do data scientists earn more than data engineers? Yes. It is a close call.", "DS salary higher DE"),
    ("Do data scientists earn more than data engineers? Slightly. They start at $90,000.", "DS salary higher DE"),
    ("Are data scientists paid more than data engineers? They do, but not by much.", "DS salary higher DE"),
    ("So which one pays more? Data scientists do, slightly.", "DS salary higher DE"),
    ("Who earns less, data scientists or data engineers? Data engineers.", "DE salary lower DS"),
    ("Data engineers have the upper hand in growth.", "DE growth higher DS"),
    ("It looks even, but data engineers have the higher median.", "DE salary higher DS"),
    ("Data engineers sit on average €7,000 above data scientists.", "DE salary higher DS"),
    (
        "A data engineer gets 62,700 € gross a year and thus about 9,300 € more than a data scientist.",
        "DE salary higher DS",
    ),
    ("Data engineers win on pay.", "DE salary higher DS"),
    ("Jobs of data engineers are to grow 8%, twice the rate of data scientists.", "DE growth higher DS"),
    ("Demand for data engineers grows half as fast as that for data scientists.", "DE growth lower DS"),
    ("Data engineers travel, but openings for data scientists are far more common.", "DS demand higher DE"),
]


@pytest.mark.parametrize(("words", "told"), HIGHER)
def test_comparisons(words: str, told: str) -> None:
    """Who, in what, which way, against whom; an article about two roles needs to name one."""
    assert compared(words) == [told]


def test_several_are_compared_with() -> None:
    """What is said of one role against two is said against each."""
    words = "# Cook vs Waiter vs Baker\nIn most towns bakers earn more than cooks and waiters, since they rise early."
    assert said(words, Kind.COMPARISON, "role", "direction", "object_role") == [
        ("baker", "higher", "cook"),
        ("baker", "higher", "waiter"),
    ]


NONE = [
    "Data scientists have the most. Data engineers draw the highest.",
    "Data scientists make the best with what they have. Data engineers get the worst and wait.",
    "Data scientists get $0.85 more for preceptor duty.",
    "Data engineers received bigger pay rises than others, but data scientists saw theirs shrink.",
    "Data scientists in Alaska earn the most. Data scientists earn the most in Alaska.",
    "Data scientists who travel earn the most. Senior data scientists earn the most.",
    "Three years ago data scientists and data engineers were paid the same.",
    "Senior data scientists or those in prestigious posts often earn more.",
    "Experienced data engineers earn more.",
    "A data scientist with an MBA earns 9% more than one without.",
    "In Peru data scientists get about 6% more than in Chile.",
    "Pay of data scientists is to grow 3 percent over the same ten years, and data engineers wait.",
    "Data scientists get $90,000 to $99,000, while data engineers earn $80,000 to $85,000 in similar posts.",
    "In other countries data scientists earn less: in Spain, for instance, they get $30,000.",
    "Ohio pays more: a data scientist there makes $90,000.",
    "There are data scientists who earn more than $70,000 and data engineers who earn $60,000.",
    "Growth of 28% for data scientists means about 43,700 more jobs.",
    "Questions like “do data scientists earn more than data engineers?” have no simple answers.",
    "The median is $90,000, so half of data scientists earn less and half earn more.",
    "Do data scientists earn more than data engineers?",
    "## Who earns more?\n### Data scientists\nThey start well.\n### Data engineers\nThey end well.",
    "Data scientists could earn more with experience.",
    "## Pay\nData scientists in hotels do better.",
    "## Pay\nData scientists do better work.",
    "Data scientists may earn more.",
    "Data scientists earn more than the national average.",
    "Data scientists earn more than most.",
    "Data scientists earn more than ever.",
    "Data scientists outnumber data engineers in most teams.",
    "The tools of data scientists beat those of data engineers.",
    "Data scientists make more models.",
    "Data scientists make more complex models than data engineers.",
    "Data scientists need more maths than data engineers.",
    "Senior data scientists earn more than junior data scientists.",
    "Data scientists earn more if they know Spark.",
    "Data scientists have better tools.",
    "The top tenth of data scientists earned $136,000 or more.",
    "Data scientists made $90,000 or less, data engineers a little.",
    "Data scientists and data engineers earn more each year.",
    "Pay is higher in big cities.",
    ("Data scientists earn more as they gain experience."),
    ("Data scientists earn more in California."),
    ("Do data scientists earn more than data engineers? That depends on the employer."),
    ("Which one pays more? Data scientists may tell you one thing."),
    ("Data scientists get more holidays."),
    ("Data scientists get a higher number of holidays than data engineers."),
    ("Data scientists receive better tools than data engineers."),
    ("Which one gets more holidays? Data scientists do."),
    ("Which of them makes the best coffee? Data scientists."),
    ("Can data scientists earn more than data engineers? Yes, with a lot of overtime."),
    ("Data scientists earn a salary of $50,000. This means web developers earn more than data engineers."),
    ("Data scientists receive more requests."),
    ("Data scientists have usually earned a higher academic degree."),
    "Data scientists pay more attention to maths than data engineers.",
    "Data scientists earn as much as $150,000.",
    "Data scientists are paid more over time.",
    "For data engineers it is easier to become a data scientist.",
    "For data engineers it is easier to get into banks than into clinics.",
    "Unionized data scientists earn 16% more in wages than non-union ones.",
    "Data scientists with a licence earn a fifth more than those without.",
    "Data scientists at the mines earn much more.",
]


@pytest.mark.parametrize("words", NONE)
def test_no_comparison(words: str) -> None:
    """Questions, possibilities within a role, other yardsticks, other things than pay, growth and demand."""
    assert compared(words) == []


def test_a_third_role_needs_to_be_named() -> None:
    """In an article about three roles "more" alone leaves open than whom."""
    title = "# Data Scientist vs Data Engineer vs Web Developer\n"
    assert said(title + "Data scientists earn more.", Kind.COMPARISON, "role") == []
    assert said(title + "Data scientists earn more than web developers.", Kind.COMPARISON, "object_role") == [
        "web_developer"
    ]


TONES = [
    ("Data scientists earn more than data engineers.", Modality.STATED, Polarity.AFFIRMED),
    ("Data scientists often earn more than data engineers.", Modality.HEDGED, Polarity.AFFIRMED),
    ("Some assume that data scientists earn more than data engineers.", Modality.REPORTED, Polarity.AFFIRMED),
    ("Data scientists do not earn more than data engineers.", Modality.STATED, Polarity.NEGATED),
]


@pytest.mark.parametrize(("words", "modality", "polarity"), TONES)
def test_tone(words: str, modality: Modality, polarity: Polarity) -> None:
    """How firmly it is said, and whether it is denied."""
    assert said(DS_DE + words, Kind.COMPARISON, "modality", "polarity") == [(modality, polarity)]


def test_two_dimensions_in_one_sentence() -> None:
    """Each dimension is a claim of its own."""
    words = "Data scientists earn more than data engineers, but data engineers are in higher demand."
    assert compared(words) == ["DS salary higher DE", "DE demand higher DS"]


def compared(words: str) -> list[str]:
    rows = said(DS_DE + words, Kind.COMPARISON, "role", "aspect", "direction", "object_role")
    return [" ".join(row) for row in rows]


def test_the_others() -> None:
    """What is set against the others is set against each other role of the article."""
    words = (
        "# Data Scientist vs Data Engineer vs Data Analyst\n"
        "Data scientists, data engineers and data analysts differ. Data engineers earn more than the other two."
    )
    rows = said(words, Kind.COMPARISON, "role", "object_role", "direction")
    assert sorted(rows) == [("DE", "DS", "higher"), ("DE", "data_analyst", "higher")]
