"""Abilities and knowledge that a role asks for."""

from __future__ import annotations

import pytest

from extract.model import Kind
from tests.claims.claims import DS_DE, said
from tests.language.articles import gap

CLAUSES = [
    (
        "Skills that both roles share: patience with people, attention to detail, and a head for figures.",
        [(role, "patience with people, attention to detail, and a head for figures") for role in ("DE", "DS")],
    ),
    (
        "Both need tact. For data engineers, add quick sums under pressure.",
        [("DE", "quick sums under pressure")],
    ),
    (
        "Good data engineers bring something that others lack: domain knowledge and an eye for edge cases.",
        [("DE", "domain knowledge and an eye for edge cases")],
    ),
    (
        "Data engineers dig. Employers also look for a full driving licence, patience and good written English.",
        [("DE", "patience and good written English")],
    ),
    (
        "A data engineer needs patience and debugging skills on top of that.",
        [("DE", "patience and debugging skills")],
    ),
    (
        "Data engineers help. Patience and a calm manner count for more than paper.",
        [("DE", "Patience and a calm manner")],
    ),
    (
        "Data engineers help. Confidence with pipes is the one thing every firm looks for.",
        [("DE", "Confidence with pipes")],
    ),
    (
        "## Data scientist\nEmployers look for tact, a head for numbers and typing skills; a degree is a plus.",
        [("DS", "tact, a head for numbers and typing skills")],
    ),
    (
        "## Data scientist\nEmployers ask most often for:\n- Attention to detail\n- Knowledge of maps",
        [("DS", "Attention to detail"), ("DS", "Knowledge of maps")],
    ),
    (
        "Data scientists travel. Typing skills and the ability to stay calm are what the assessors look for.",
        [("DS", "Typing skills and the ability to stay calm")],
    ),
    (
        "## Data scientist requirements\nStrong knowledge of maps.\n\nAbility to meet needs.\n\nPay depends on skills.",
        [("DS", "Strong knowledge of maps"), ("DS", "Ability to meet needs")],
    ),
    ("For data scientists, employers name tact and typing skills.", [("DS", "tact and typing skills")]),
    ("In a data engineer we look for patience and a steady hand.", [("DE", "patience and a steady hand")]),
    ("For a data engineer, test typing skills and patience.", [("DE", "typing skills and patience")]),
    ("## Data scientist skills\n- Typing, 18.4%\n- Tact, 9.7%", [("DS", "Typing"), ("DS", "Tact")]),
    ("Typing skills and patience are expected from data scientists.", [("DS", "Typing skills and patience")]),
    (
        "## Data scientist skills\n\nTact. They talk to all day long.\n\nSteady hands. Pipes are thin, and dear.",
        [("DS", "Tact"), ("DS", "Steady hands")],
    ),
    ("## Data scientist skills\n\nIt depends. Some firms ask for none.", []),
    ("Data science calls for one-to-one talks and typing skills.", [("DS", "one-to-one talks and typing skills")]),
    ("A data scientist needs on-the-spot typing skills.", [("DS", "on-the-spot typing skills")]),
    ("Data scientists depend on typing skills and patience.", [("DS", "typing skills and patience")]),
    ("Tact and patience are qualities every data scientist needs.", [("DS", "Tact and patience")]),
    ("Typical strengths of data scientists are tact and patience.", [("DS", "tact and patience")]),
    ("For data scientists, command of Latin is a given.", [("DS", "command of Latin")]),
    ("A good data scientist has tact, Latin and a steady hand.", [("DS", "tact, Latin and a steady hand")]),
    ("Data scientists rely on their knowledge of Latin and on sums.", [("DS", "knowledge of Latin and on sums")]),
    ("Data scientists cannot do without good typing skills.", [("DS", "good typing skills")]),
    ("Data scientists combine knowledge of Latin with patience.", [("DS", "knowledge of Latin with patience")]),
    ("A head for numbers helps data engineers keep costs down.", [("DE", "A head for numbers")]),
    ("Stamina and patience matter more for data engineers.", [("DE", "Stamina and patience")]),
    ("Essential for data engineers are stamina and patience.", [("DE", "stamina and patience")]),
    ("What sets data engineers apart is stamina and patience.", [("DE", "stamina and patience")]),
    ("Without stamina and patience nobody lasts as a data engineer.", [("DE", "stamina and patience")]),
    (
        "Data engineers have to be patient people, and a sound understanding of soils is expected of them.",
        [("DE", "patient people")],
    ),
    (
        "Data scientists need strong typing skills but differ in what they type.",
        [("DS", "strong typing skills")],
    ),
    (
        "Data scientists type. However, patience and good typing skills are required.",
        [("DS", "patience and good typing skills")],
    ),
    (
        "Data scientists hold a diploma and are hired for their knowledge of soils.",
        [("DS", "knowledge of soils")],
    ),
    ("Data scientists are known for patience and tact.", [("DS", "patience and tact")]),
    ("Data engineers stand out with stamina and typing skills.", [("DE", "stamina and typing skills")]),
    ("Data engineers are known for early hours.", []),
    (
        "Patience, tact and Latin top the list of data scientist skills.",
        [("DS", "Patience, tact and Latin")],
    ),
    ("Curiosity and stamina make a good data engineer.", [("DE", "Curiosity and stamina")]),
    (
        "They differ. For data engineering work: stamina, Latin and patience.",
        [("DE", "stamina, Latin and patience")],
    ),
    (
        "For data engineers, typing skills and stamina count for more than a diploma.",
        [("DE", "typing skills and stamina")],
    ),
    ("Data engineers must sort wires, so good eyesight is essential.", [("DE", "good eyesight")]),
    (
        "Data engineers should know contract law, and they need tact and typing skills.",
        [("DE", "contract law"), ("DE", "tact and typing skills")],
    ),
    ("## Which skills count?\n\nData engineers must be able to speak in public.", [("DE", "speak in public")]),
    ("Data scientists need strong negotiation skills and differ in many ways.", [("DS", "strong negotiation skills")]),
    (
        "Data scientists must have strong drafting and typing skills, and an MBA from a good school is a must.",
        [("DS", "strong drafting and typing skills")],
    ),
    ("Data scientists need good writing skills and a bachelor's degree in law.", [("DS", "good writing skills")]),
    (
        "## Data scientist\nThey count. A thorough knowledge of Latin is needed, whereas data engineers sleep late.",
        [("DS", "A thorough knowledge of Latin")],
    ),
    (
        "For data scientists there is no fixed course; companies look for data literacy and patience.",
        [("DS", "data literacy and patience")],
    ),
    ("Data scientists, for their part, should be good at cards and sums.", [("DS", "good at cards and sums")]),
    (
        "## Data scientist\nThey count. If you like sums, you will need patience and attention to detail.",
        [("DS", "patience and attention to detail")],
    ),
    (
        "## Data scientist\nThey count.\n\nWhat makes a good one? A head for sums, a quick pen and patience. It helps.",
        [("DS", "A head for sums, a quick pen and patience")],
    ),
    ("## What do data engineers need?\nA steady hand, thrift and tact.", [("DE", "A steady hand, thrift and tact")]),
    ("## What makes a good data engineer?\nPatience is not enough, and it never was.", []),
    (
        "Data scientists work in Excel to find leaks, and need thrift and good writing skills more than speed.",
        [("DS", "thrift and good writing skills")],
    ),
    (
        "Both roles share Excel, Jira and clear writing.",
        [("DE", "Excel, Jira and clear writing"), ("DS", "Excel, Jira and clear writing")],
    ),
    ("Both roles share many skills and a good deal of writing.", []),
    ("Data scientists rely on drawing software such as Inkling and Sketcher.", []),
    (
        "## Skills that count\nData Scientist: Clear speech · Sums · Python\nData Engineer: Tact · Chess · Latin",
        [
            *[("DS", "Clear speech"), ("DS", "Sums")],
            *[("DE", "Tact"), ("DE", "Chess"), ("DE", "Latin")],
        ],
    ),
    (
        "## Skills\n### Data Scientist\nLong talks · Python · Calm under fire\n### Data Engineer\nThrift | SQL | Tact",
        [("DS", "Long talks"), ("DS", "Calm under fire"), ("DE", "Thrift"), ("DE", "Tact")],
    ),
    (
        "## Data Scientist Top Skills\nSee.\n\n1 4,520 (73.86%) Python\n\n2 371 (60.62%) Press Relations\n\n3 19% Tact",
        [("DS", "Press Relations"), ("DS", "Tact")],
    ),
    (
        "## Data Scientist Top Skills\nSee.\n\nPress Relations, 41.5%\n\nStock control – 22%\n\nTact (9%)",
        [("DS", "Press Relations"), ("DS", "Stock control"), ("DS", "Tact")],
    ),
    (
        "For a data scientist, you need knowledge of Latin and old maps.",
        [("DS", "knowledge of Latin and old maps")],
    ),
    (
        "## Skills\nThey differ. For data scientists the main skills are patience, thrift and tact. So it is.",
        [("DS", "patience, thrift and tact")],
    ),
    (
        "| Aspect | Data scientist | Data engineer |\n|---|---|---|\n| Must know | Map reading, Latin | Thrift, tact |",
        [("DS", "Map reading, Latin"), ("DE", "Thrift, tact")],
    ),
    (
        "## Which skills count?\n\nFor both: patience, clear writing and a calm head.",
        [("DE", "patience, clear writing and a calm head"), ("DS", "patience, clear writing and a calm head")],
    ),
    ("Data scientists ask for patience and attention to detail.", [("DS", "patience and attention to detail")]),
    (
        "## Data scientist\nThey count. The role suits people with a good memory for rules.",
        [("DS", "a good memory for rules")],
    ),
    (
        "## Pay\nPay of data scientists is higher where skills are strong:\n\n- Trainee: $40,000\n- Old hand: $70,000",
        [],
    ),
    (
        "Patience and a calm voice help in both jobs.",
        [("DE", "Patience and a calm voice"), ("DS", "Patience and a calm voice")],
    ),
    (
        "Attention to detail and good English are required in both roles.",
        [("DE", "Attention to detail and good English"), ("DS", "Attention to detail and good English")],
    ),
    ("Data scientists should know Latin and have run a printing press.", [("DS", "know Latin")]),
    (
        "Data scientists count. You will also need patience and attention to detail here.",
        [("DS", "patience and attention to detail")],
    ),
    (
        "## Data scientist\nThey count. Besides a laptop, firms look for patience and attention to detail.",
        [("DS", "patience and attention to detail")],
    ),
    (
        "## Data scientist\nThey count. Bosses also look for problem solving and attention to detail.",
        [("DS", "problem solving and attention to detail")],
    ),
    (
        "Employers value data scientists with strong communication skills.",
        [("DS", "strong communication skills")],
    ),
    (
        "## Data scientist\nThey count. Steady hands, patience and a calm manner help in the job.",
        [("DS", "Steady hands, patience and a calm manner")],
    ),
    ("Data scientists benefit from good presentation skills.", [("DS", "good presentation skills")]),
    ("Data scientists need to be well organised and good in a team.", [("DS", "well organised and good in a team")]),
    ("A data scientist must know tax law well.", [("DS", "tax law well")]),
    (
        "## Common data engineer skills\n\nPipelines, 28%\n\nWarehousing, 11%",
        [("DE", "Pipelines"), ("DE", "Warehousing")],
    ),
    (
        "## Which skills count?\nData scientists need patience. For data engineers: batch design, clear writing.",
        [("DE", "batch design, clear writing")],
    ),
    (
        "A steady nerve, curiosity and attention to detail are essential in a data scientist.",
        [("DS", "A steady nerve, curiosity and attention to detail")],
    ),
    (
        "## Data scientist\nThey count.\n\nSkills: empathy, colour theory. Pens are what they use. No car is needed.",
        [("DS", "empathy, colour theory")],
    ),
    (
        "Skills for data scientists: empathy, colour theory",
        [("DS", "empathy, colour theory")],
    ),
    ("For data scientists, employers ask for patience and clear writing.", [("DS", "patience and clear writing")]),
    ("## Data scientists\nWhat matters most is curiosity and a calm head.", [("DS", "curiosity and a calm head")]),
    (
        "People with negotiation skills and a thick skin will do well as data engineers.",
        [("DE", "negotiation skills and a thick skin")],
    ),
    ("## Data engineers\nGood communication skills go a long way.", [("DE", "Good communication skills")]),
    ("For data scientists, an eye for detail comes first.", [("DS", "an eye for detail")]),
    ("## Skills You Need\n\nData scientists: empathy, a good memory", [("DS", "empathy, a good memory")]),
    (
        "## What hiring teams expect\n### Data Scientist\n- Patience with numbers\n- Curiosity and tact",
        [("DS", "Patience with numbers"), ("DS", "Curiosity and tact")],
    ),
    (
        "## Data Engineer\nData engineers build pipelines.\n- Required Skills: calm under pressure, a sense of order",
        [("DE", "calm under pressure, a sense of order")],
    ),
    (
        "Data engineers build pipelines. Strong typing skills and the ability to sit are asked for in most adverts.",
        [("DE", "Strong typing skills and the ability to sit")],
    ),
    (
        "## Data Scientist\nA firm grip on statistics is expected, as well as tact.",
        [("DS", "A firm grip on statistics")],
    ),
    ("## Data Scientist\nWhichever firm you join, clear writing skills are a must.", [("DS", "clear writing skills")]),
    ("## Data Scientist\nGood communication is a must as you sit between teams.", [("DS", "Good communication")]),
    ("## Data Engineer\nPatience and knowledge of cables help too.", [("DE", "Patience and knowledge of cables")]),
    ("## Data Engineer\nNo knowledge of cables is required.", []),
    (
        "## Skills Required\n\nData scientist: numerical ability, a sense of time",
        [("DS", "numerical ability, a sense of time")],
    ),
    (
        "The top three skills for a data scientist include statistics, patience and tact.",
        [("DS", "statistics, patience and tact")],
    ),
    (
        "The most important skills for a data engineer are plumbing, calm, and SQL.",
        [("DE", "plumbing, calm, and SQL")],
    ),
    (
        "## Requirements and Skills\nData scientist: patience, numeracy\n\nData engineer: calm, a steady hand",
        [("DS", "patience, numeracy"), ("DE", "calm, a steady hand")],
    ),
    (
        "## Skills and Qualifications\n- Data engineer: planning, patience\n- Data scientist: a degree in physics",
        [("DE", "planning, patience")],
    ),
    ("The skills of a data scientist are in demand.", []),
    (
        "## What does a data scientist do?\nThe skills needed for this job include tact, knowledge of maps, and calm.",
        [("DS", "tact, knowledge of maps, and calm")],
    ),
    (
        "## Data engineer\nThe necessary skills include in-depth knowledge of pipes.",
        [("DE", "in-depth knowledge of pipes")],
    ),
    ("## Data engineer\nSkills include many things.", []),
    (
        "For data scientists, writing skills and typing speed count the most.",
        [("DS", "writing skills and typing speed")],
    ),
    ("## Skills\nA data engineer should have commercial awareness.", [("DE", "commercial awareness")]),
    (
        "Data scientists have more advanced problem-solving skills.",
        [("DS", "advanced problem-solving skills")],
    ),
    ("Data scientists need strong communication skills.", [("DS", "strong communication skills")]),
    (
        "Data scientists require a solid understanding of statistics.",
        [("DS", "a solid understanding of statistics")],
    ),
    (
        "Data engineers must have knowledge of distributed systems to build pipelines.",
        [("DE", "knowledge of distributed systems")],
    ),
    ("Data scientists should be proficient in machine learning.", [("DS", "proficient in machine learning")]),
    ("Data engineers lean heavily on software engineering skills.", [("DE", "software engineering skills")]),
    ("Data engineers need composure and patience.", [("DE", "composure and patience")]),
    ("Data engineers should bring negotiation skills.", [("DE", "negotiation skills")]),
    ("Knowledge of statistics is a must for data scientists.", [("DS", "Knowledge of statistics")]),
    ("## Skills\n- Data scientists need curiosity and tact.", [("DS", "curiosity and tact")]),
    ("Data engineers need patience and the nerve to say no.", [("DE", "patience and the nerve to say no")]),
    (
        "Data scientists need facilitation skills; data engineers also need process modelling.",
        [("DS", "facilitation skills"), ("DE", "process modelling")],
    ),
    ("Both roles require critical thinking.", [("DE", "critical thinking"), ("DS", "critical thinking")]),
    ("Data scientists have a background in mathematics.", [("DS", "a background in mathematics")]),
    (
        "Data scientists need the ability to explain models to laymen.",
        [("DS", "the ability to explain models to laymen")],
    ),
    (
        "Data scientists need analytical skills, which take time to learn.",
        [("DS", "analytical skills")],
    ),
    ("Strong communication skills are essential for data scientists.", [("DS", "Strong communication skills")]),
    ("Attention to detail is important for data engineers.", [("DE", "Attention to detail")]),
    ("Data engineers need, above all, patience and good eyesight.", [("DE", "patience and good eyesight")]),
    ("The ideal data engineer is patient, strong and quick.", [("DE", "patient, strong and quick")]),
    gap(
        "Data scientists must be good at telling stories.",
        [("DS", "telling stories")],
        reason="“good at” is no head of a skill",
    ),
]
NONE = [
    "## Skills required\nCore skills required by data engineers include:\n\nData scientists share several skills.",
    "Pay varies depending on skills and town.\n\n- Data engineers with no degree start low\n- Data scientists do too",
    "## Tools and skills\nData scientists rely on Kafka, Docker and Kubernetes.",
    "A good data scientist has a tidy desk.",
    "Data scientists can expect anything from $40,000 to $90,000, depending on experience and skills.",
    "| Aspect | Data scientist | Data engineer |\n|---|---|---|\n| Skilled visas | Some | None at all |",
    "Data scientists heavily rely on the programming language Python for its speed and large libraries.",
    "Knowledge of SQL helps in both jobs.",
    "## Data scientist\nThey count. Firms want software that scales and people who stay.",
    "A data scientist must know when to stop.",
    "What matters most is the salary of data scientists.",
    "People with dogs will do well as data engineers.",
    "## Skills\nBoth need a professional qualification, most firms say.",
    "## Skills\nData scientists are in high demand for their patience.",
    "Data engineers are patient and strong.",
    "## Skills\nData engineers are short of time, and time management is hard. Data scientists are never calm.",
    "Data scientists have strong job growth projections.",
    "Data scientists require a higher level of education than most.",
    "Data scientists need Python.",
    "Both roles require different skills and responsibilities.",
    "A data engineer needs a unique set of skills.",
    "Data scientists will be needed in years to come, and their pay reflects their skills.",
    "Data scientists need more time.",
    "Data scientists have good salaries.",
    "Data scientists build good models.",
    "Do data scientists need communication skills?",
    "Learn the skills of data scientists in our course!",
]
LISTED = [
    (
        "## Key qualities of data engineers\n\nConcentration. A person must wait for hours.\n\nTact: They talk to all.",
        [("DE", "Concentration"), ("DE", "Tact")],
    ),
    (
        "## Key qualities of data engineers\n### Concentration\nThey wait.\n### Manual dexterity\nIt counts.",
        [("DE", "Concentration"), ("DE", "Manual dexterity")],
    ),
    ("## Skills of data engineers\n### Technical skills\nThey differ.\n### Where to learn\nAt home.", []),
    ("## Skills of data engineers\n\nFirms differ. They ask for this and that.", []),
    (
        "## Skills & Tools\nData scientist: patience, a sense of time, storytelling; Python, Excel, Tableau",
        [("DS", "patience, a sense of time, storytelling")],
    ),
    ("## What Data Engineers Need\n- Patience\n- Good eyes", [("DE", "Patience"), ("DE", "Good eyes")]),
    (
        "What skills do I need?\n\nA. Data scientists: sums, tact. Data engineers: patience, care and a steady hand.",
        [("DS", "sums, tact"), ("DE", "patience, care and a steady hand")],
    ),
    (
        "Skills the two share: patience, a steady hand.",
        [("DE", "patience, a steady hand"), ("DS", "patience, a steady hand")],
    ),
    (
        "## Traits\nData scientists are curious, quick and able to explain sums.",
        [("DS", "curious, quick and able to explain sums")],
    ),
    (
        "## Data Engineer\n### Skills Required\nCore: data structures, patience with pipes\nCloud: AWS, Azure, Docker",
        [("DE", "data structures, patience with pipes")],
    ),
    (
        "## Skill Sets Compared\n### Data Scientist\nEmpathy, interviewing, sums",
        [("DS", "Empathy, interviewing, sums")],
    ),
    ("## Skills\n\nFor data scientists: survival analysis, tact", [("DS", "survival analysis, tact")]),
    ("## Data Engineer\n### Skills\n- What data engineers do\n- Care with cables", [("DE", "Care with cables")]),
    (
        "## Skills for Data Scientists\n- Statistics and probability\n- Python\n- Problem solving and",
        [("DS", "Statistics and probability"), ("DS", "Problem solving")],
    ),
    (
        "## Data Engineer\n### Skills\n- Cloud platforms. Most data lives there.",
        [("DE", "Cloud platforms")],
    ),
    (
        ("| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Skills | Statistics | Data modelling |"),
        [("DS", "Statistics"), ("DE", "Data modelling")],
    ),
    (
        ("| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Skills | Python, SQL | Data modelling |"),
        [("DE", "Data modelling")],
    ),
    (
        "| Aspect | Data Scientist | Data Engineer |\n|---|---|---|\n| Qualifications | Thinking skills | A diploma |",
        [("DS", "Thinking skills")],
    ),
    ("## Data Engineer\nKey skills: patience, a steady hand", [("DE", "patience, a steady hand")]),
    ("## Data Engineer\nKey strengths:\nPatience and a steady hand.", [("DE", "Patience and a steady hand")]),
    (
        "## Data Engineer\n### Skills\n- Databases: Oracle and Redis\n- Care: a habit of checking",
        [("DE", "Care: a habit of checking")],
    ),
    (
        "## Skills\n- Data scientists: statistics and research\n- Data engineers: databases",
        [("DS", "statistics and research"), ("DE", "databases")],
    ),
    (
        "| Skill | Data Scientist | Data Engineer |\n|---|---|---|\n| Statistics | Expert | Basic |",
        [("DE", "Statistics"), ("DS", "Statistics")],
    ),
]


@pytest.mark.parametrize(("words", "rows"), CLAUSES + LISTED)
def test_skills(words: str, rows: list[object]) -> None:
    """Objects of verbs of needing that name an ability or knowledge; items and cells under such a label."""
    assert said(DS_DE + words, Kind.SKILL, "role", "value") == rows


@pytest.mark.parametrize("words", NONE)
def test_no_skills(words: str) -> None:
    """Tools, time, pay and work are none."""
    assert said(DS_DE + words, Kind.SKILL, "value") == []


def test_papers_and_years_are_no_skills() -> None:
    """Items of a list of requirements that their labels say are something else."""
    items = "- Teaching Certification: a licence\n- Work experience: two years\n- Technical skills: good with torches"
    assert said(f"# Welder\n## Requirements\n{items}", Kind.SKILL, "value") == ["Technical skills: good with torches"]


def test_how_much_an_ability_is_wanted() -> None:
    """The row is the skill of whom it is wanted of, and nobody else's."""
    words = "| Skill | Data Scientist | Data Engineer |\n|---|---|---|\n| Public speaking | Nice to have | Rare |"
    assert said(DS_DE + words, Kind.SKILL, "role", "value") == [("DS", "Public speaking")]


def test_a_title_that_counts_off_what_is_told() -> None:
    """``Salary, skills, facts`` in a title makes no list of skills of what stands below another heading."""
    item = "## In short\n- Data engineer: pipes of all kinds"
    assert said(f"# Data engineer: salary, skills, facts\n{item}", Kind.SKILL, "value") == []
    assert said(f"# Data engineer skills\n{item}", Kind.SKILL, "value") == ["pipes of all kinds"]


def test_hedged() -> None:
    """What is often asked for is hedged."""
    words = "Data engineers often need experience with cloud platforms."
    assert said(DS_DE + words, Kind.SKILL, "modality") == ["hedged"]
