"""Roles: known ones by any form, short ones in articles about them, and titles that no lexicon knows."""

from __future__ import annotations

import pytest

from extract.language import MentionKind
from tests.language.articles import annotate, gap

KNOWN = [
    ("An SOC (Security Operations Centre) analyst watches.", ["soc_analyst"]),
    ("UX (User Experience) designers draw.", ["ux_designer"]),
    ("A search engine optimization (SEO) specialist writes.", ["seo_specialist"]),
    ("Pharmacy techs and vet techs help.", ["pharmacy_technician", "veterinary_technician"]),
    ("Data scientists test ideas.", ["data_scientist"]),
    ("Care workers, social care workers and social workers", ["care_worker", "social_care_worker", "social_worker"]),
    ("Data scientist:$90,000", ["data_scientist"]),
    ("A certified public accountant (CPA) audits.", ["certified_public_accountant"] * 2),
    gap("A data-scientist role", ["data_scientist"], reason="only the hyphens of the lexicon are found"),
    ("ML engineers and machine-learning engineers", ["machine_learning_engineer"] * 2),
    ("A data analyst’s day, a data analyst's night, the data analysts' week", ["data_analyst"] * 3),
    ("UX/UI designers, UI/UX designers", ["ui_ux_designer"] * 2),
    ("SREs keep sites up.", ["site_reliability_engineer"]),
    ("A BI developer", ["business_intelligence_developer"]),
    ("Full stack engineers and full-stack developers", ["full_stack_developer"] * 2),
    ("SENIOR DATA ENGINEER", ["data_engineer"]),
    ("An AWS cloud architect", ["cloud_architect"]),
    ("Database administrators back up.", ["database_administrator"]),
    ("They engineer data pipelines.", []),
    ("At small airlines pilots earn little.", ["pilot"]),
    ("The wages of painters rose. The painter was late.", ["painter", "painter"]),
    ("Air traffic controllers rest. Most controllers earn well.", ["air_traffic_controller"] * 2),
    ("An Artificial Intelligence (AI) specialist and User Experience (UX) designers", ["ai_specialist", "ux_designer"]),
    (
        "Civil, structural and mechanical engineers draw.",
        ["civil_engineer", "structural_engineer", "mechanical_engineer"],
    ),
    ("A primary or secondary school teacher", ["primary_school_teacher", "secondary_school_teacher"]),
    ("Civil engineers earn less than their electrical counterparts.", ["civil_engineer", "electrical_engineer"]),
    ("A logistics executive, a shipping coordinator", ["logistics_executive", "shipping_coordinator"]),
    ("Happy and mechanical engineers", ["mechanical_engineer"]),
    ("The pilot phase ends, and painters came.", []),
    ("Scientists of all kinds read.", []),
    ("Roofer- R46 000 a month, electrician- R41 000", ["roofer", "electrician"]),
    ("Roofers[2] climb, electricians[^7] wire, a welder[^note] waits.", ["roofer", "electrician", "welder"]),
    ("Fees of roofers.[2] Those of electricians,[^7] and welders:[3]", ["roofer", "electrician", "welder"]),
    ("Half of the roofer(s) rest, and so do Data Analyst(s).", ["roofer", "data_analyst"]),
    ("A roofer’s assistant, a plumber helper", ["roofer_assistant", "plumber_helper"]),
    ("Pharmacist assistants, a physician's assistant", ["pharmacist_assistant", "physician_assistant"]),
    ("The roofer assists. Roofers' helpers rest.", ["roofer", "roofer_helper"]),
]


@pytest.mark.parametrize(("words", "keys"), KNOWN)
def test_known_roles(words: str, keys: list[str]) -> None:
    """Plurals, hyphens, possessives, case and aliases all mean the role."""
    assert roles(words) == keys


SHORT = [
    ("Midwife or Nurse Practitioner?", ["midwife", "nurse_practitioner"]),
    ("# Operating room nurse\nAn OR nurse works shifts.", ["operating_room_nurse"] * 2),
    ("Doctors: 12 million yen", ["medical_doctor"]),
    ("A joiner can expect to earn £11.75 an hour.", ["joiner"]),
    ("The joiner was late.", []),
    ("| Profession | Pay |\n|---|---|\n| Doctor | $90,000 |\n| Nurse | $60,000 |", ["medical_doctor", "nurse"]),
    ("Senior Architect SAR 200,000 a year", ["architect"]),
    ("Advocate Salary", ["advocate"]),
    ("Doctors earn $90,000.", ["medical_doctor"]),
    ("Physicians rest. Doctors earn $90,000.", ["physician"] * 2),
    ("# Product managers\nThe PM listens, and PMs decide.", ["product_manager"] * 3),
    ("# Product manager vs project manager\nThe PM listens.", ["product_manager", "project_manager"]),
    ("# PM vs Program Manager\nA product manager decides.", ["product_manager", "program_manager", "product_manager"]),
    (
        "# Product managers and program managers\nThe PM decides, the PgM plans.",
        ["product_manager", "program_manager"] * 2,
    ),
    ("The PM listens.", []),
    (
        "# Product managers\nA product manager asks. Product managers do. Project managers? A product manager: a PM.",
        ["product_manager"] * 3 + ["project_manager"] + ["product_manager"] * 2,
    ),
    ("# Frontend developers\nFrontend is visual.", ["frontend_developer"] * 2),
    ("Frontend is visual.", []),
    (
        "# Frontend vs backend developers\nBackend is hidden.",
        ["frontend_developer", "backend_developer", "backend_developer"],
    ),
    ("# HR managers\nHR hires. An HR manager decides.", ["hr_manager"] * 3),
    (
        "# HR generalists\nHR analytics. An HR generalist may become an HR manager.",
        ["hr_generalist"] * 2 + ["hr_manager"],
    ),
    (
        "# OT assistants\nAn OT assistant helps the occupational therapist, and a qualified OT decides.",
        ["occupational_therapy_assistant"] * 2 + ["occupational_therapist"] * 2,
    ),
]


@pytest.mark.parametrize(("words", "keys"), SHORT)
def test_short_forms(words: str, keys: list[str]) -> None:
    """A short form counts where the article names the one role that it can mean in full."""
    assert roles(words) == keys


FOUND = [
    ("# How much does a food truck make?\nA food truck makes $9. Food trucks earn $8.", []),
    ("# How much do millennials make?\nMillennials earn $9.", []),
    ("# Casino jobs\nA casino pays $9. Casinos earn well.", []),
    ("# Becoming an ally\nAn ally listens. Allies earn $9.", []),
    (
        "| Role | USD |\n|-|-|\n| Engineer, Site Reliability | $9 |\n| Engineer, Kite | $8 |\n| Cloud Engineer | 7 |",
        ["site_reliability_engineer", "cloud_engineer"],
    ),
    (
        (
            "# Reef Gauge Officer vs Welder\nReef gauge officers sit. Welders weld.\n\n"
            "| | Welder | Gauge Officer |\n|---|---|---|\n| Pay | $9 | $8 |\n\nGauge officers nap."
        ),
        [*["reef_gauge_officer", "welder"] * 2, "welder", *["reef_gauge_officer"] * 2],
    ),
    (
        (
            "# Cyber pay rises as welders cash in\nWelders weld. A security analyst waits.\n\n"
            "Analysts rest. A security analyst is a clerk."
        ),
        ["welder", "welder", "security_analyst", "security_analyst", "security_analyst"],
    ),
    (
        "# Veterinary technologists and technicians\nTechnicians bathe cats.",
        ["veterinary_technologist", "veterinary_technician", "veterinary_technician"],
    ),
    ("# Cats\nData analysts and scientists write. Scientists read.", ["data_analyst"]),
    (
        "# Welder pay\n| Stage | Pay |\n|---|---|\n| Licensed welder | $9 |\nA licensed welder earns more.",
        ["welder"] * 3,
    ),
    ("# Moonbeam Engineer\nMoonbeam engineers are rare.", ["moonbeam_engineer"] * 2),
    ("# Why become a drone technician?\nA drone technician repairs.", ["drone_technician"] * 2),
    ("# Senior Drone Technician\nDrone technicians repair.", ["drone_technician"] * 2),
    (
        "| | Drone Technician |\n|---|---|\n| Pay | $50,000 |\nDrone technicians repair.",
        ["drone_technician"] * 2,
    ),
    ("| Grade | Pay |\n|---|---|\n| Intern optician | $9 |\nIntern opticians learn.", ["optician"] * 2),
    # An adjective of nations is of no title, but of many a paper.
    ("# Irish Technician\nDrones fly. An Irish technician is rare.", []),
    ("# Drones\nA drone technician repairs. A drone technician flies.", []),
    ("# Drone Technician\nThey repair drones.", []),
    ("# Public Drone Technician\nPublic drone technicians repair.", ["drone_technician"] * 2),
    ("# The Best Technician\nThe best technician wins.", []),
    (
        "# Welder vs Kelp Release Agent: pay\nWelders weld. Kelp release agents let kelp go.",
        ["welder", "kelp_release_agent"] * 2,
    ),
    ("# Welder vs Kelp Release Scheme: pay\nWelders weld. The kelp release scheme ended.", ["welder"] * 2),
    ("- Reef managers earn $50,000.\n- Few reef managers rest.", ["reef_manager"] * 2),
    (
        (
            "| Role | USD |\n|-|-|\n| Kelp and reef manager | $9 |\n| Head of kelp | $8 |\n"
            "| Staff welder | 7 |\n| Vice president | 6 |"
        ),
        ["kelp_and_reef_manager", "head_of_kelp", "welder"],
    ),
    ("| Item | Pay |\n|-|-|\n| Kelp and reef manager | $9 |\n| Head of kelp | $8 |", []),
    (
        "# Reef Biologist vs Cave Biologist\nReef biologists dive. Cave biologists climb.",
        ["reef_biologist", "cave_biologist"] * 2,
    ),
    gap(
        "# Kelp Farmer vs Drone Technician\nKelp farmers dive. Drone technicians fly.",
        ["kelp_farmer", "drone_technician"] * 2,
        reason="a noun that heads no known title is no head even beside “vs”",
    ),
]


IN_FULL = [
    ("# Registered nurse pay\nRegistered nurses earn. Nurses earn.", ["registered_nurse"] * 3),
    ("# Nurse pay\nNurses earn. Registered nurses earn.", ["registered_nurse"] * 3),
    (
        "# Nurse or midwife?\nMidwives rest. To become a registered nurse takes years. A nurse rests.",
        ["registered_nurse", "midwife", "midwife", "registered_nurse", "registered_nurse"],
    ),
    # Among others it is one kind of them.
    (
        "# Nurse pay\nNurses earn. Registered nurses earn, and so do enrolled nurses.",
        ["nurse", "nurse", "registered_nurse", "enrolled_nurse"],
    ),
    (
        "# Registered nurse vs nurse\nRegistered nurses earn. Nurses earn.",
        ["registered_nurse", "nurse", "registered_nurse", "nurse"],
    ),
    ("# Staff nurse pay\nStaff nurses earn. Nurses earn.", ["staff_nurse", "staff_nurse", "nurse"]),
    (
        "# Chef or network architect?\nChefs cook, a computer network architect plans.\n\nNetwork architects travel.",
        ["chef", "computer_network_architect", "chef", "computer_network_architect", "computer_network_architect"],
    ),
    (
        "# Network architect pay\nThe BLS says that computer network architects earn $126,000.",
        ["network_architect", "computer_network_architect"],
    ),
    (
        "# Network architect pay\nNetwork architects plan.\n\nComputer network architects earn.",
        ["network_architect", "network_architect", "computer_network_architect"],
    ),
    (
        "# Network architect pay\nAlso known as: computer network architect\n\nNetwork architects plan.",
        ["network_architect", "computer_network_architect", "network_architect"],
    ),
]


@pytest.mark.parametrize(("words", "keys"), IN_FULL)
def test_topics_in_full(words: str, keys: list[str]) -> None:
    """A role that the title names in full is meant by its last word, but for ranks and roles that are compared."""
    assert roles(words) == keys


@pytest.mark.parametrize(("words", "keys"), FOUND)
def test_unknown_titles(words: str, keys: list[str]) -> None:
    """A title in a heading or header cell that the text repeats is a role; rank words are not part of it."""
    assert roles(words) == keys


def test_names_of_who_helps() -> None:
    """A helper whom no lexicon knows is called after whom he helps."""
    assert annotate("Each roofer's helper climbs.").names["roofer_helper"] == "Roofer Helper"


def test_names_of_found_roles() -> None:
    """A role that the lexicons do not know gets a name to show."""
    names = annotate("# Drone technicians\nA drone technician repairs.").names
    assert names["drone_technician"] == "Drone Technician"
    assert annotate("| Role | USD |\n|-|-|\n| Head of kelp | $8 |").names["head_of_kelp"] == "Head of Kelp"
    assert names["data_scientist"] == "Data Scientist"


HEADS = [
    ("A friend says analysts are rich because scientists are.", ["data_analyst", "data_scientist"]),
    ("Entry level analysts count.", ["data_analyst"]),
    ("Scientists model. Analysts count.", ["data_scientist", "data_analyst"]),
    ("The analyst reports to a scientist.", ["data_analyst", "data_scientist"]),
    ("While analysts count, scientists model.", ["data_analyst", "data_scientist"]),
    ("Rocket scientists are others.", []),
    ("They hire financial analysts.", ["financial_analyst"]),
]


@pytest.mark.parametrize(("words", "keys"), HEADS)
def test_head_nouns(words: str, keys: list[str]) -> None:
    """In an article about two roles, the last word of one stands for it, alone and as the other cannot."""
    title = "# Data Scientist vs Data Analyst\n"
    assert roles(title + words)[2:] == keys


OWN_TITLES = [
    ("Psychologists test. The counselor talks.", ["school_psychologist", "career_counselor"]),
    ("For psychologists in general pay is higher.", ["psychologist"]),
    ("Clinical psychologists treat.", ["clinical_psychologist"]),
]


@pytest.mark.parametrize(("words", "keys"), OWN_TITLES)
def test_head_nouns_that_are_titles(words: str, keys: list[str]) -> None:
    """A last word that is a title of its own means the topic that it ends, unless it is said of all."""
    assert roles("# School Psychologist vs Career Counselor\n" + words)[2:] == keys


INTRODUCED = [
    ("A company secretary (CS) files. CS pay is good. CSs sign.", ["company_secretary"] * 4),
    ("A company secretary (CS) files. A degree in CS helps.", ["company_secretary"] * 2),
    ("CS (Company Secretary — ICSI)\n\nThe CS files.", ["company_secretary"] * 3),
    ("PL – Production Lead\n\nMost PLs rest. PL pay is good.", []),
    ("CS: company secretary\n\nA CS files.", ["company_secretary"] * 3),
    ("At IBM, a company secretary files. IBM rests.", ["company_secretary"]),
    ("A company secretary (XY) files. XY pay is good.", ["company_secretary"]),
]


@pytest.mark.parametrize(("words", "keys"), INTRODUCED)
def test_introduced_short_names(words: str, keys: list[str]) -> None:
    """Initials in brackets behind a role, or right before it, name it in all of the text, whatever else they mean."""
    assert roles(words) == keys


def test_clipped_head_nouns() -> None:
    """Admins are administrators."""
    assert roles("# Network Administrator vs Security Analyst\nAdmins patch.")[2:] == ["network_administrator"]


def test_head_nouns_of_a_kind() -> None:
    """How one is employed is no part of the title."""
    assert roles("# Network Administrator vs Security Analyst\nTemp analysts get it.")[2:] == ["security_analyst"]


def test_shared_head_nouns() -> None:
    """A last word that both roles have means neither."""
    assert roles("# Data Engineer vs Cloud Engineer\nEngineers build.") == ["data_engineer", "cloud_engineer"]


TOPICS = [
    (
        "# What do engineers earn?\nData engineers do. Data engineers do. Civil engineers; civil engineers.",
        ["data_engineer"],
    ),
    ("Nurses earn well in this town. Teachers teach.", ["nurse", "teacher"]),
    ("Nurses earn. Teachers teach. A pharmacist counts. A welder welds.", ["nurse", "teacher", "pharmacist", "welder"]),
    ("# Data Scientist vs Data Analyst\nText.", ["data_scientist", "data_analyst"]),
    ("# Data Analytics vs Data Science\nText.", ["data_analyst", "data_scientist"]),
    ("# Analyst or scientist?\nA data analyst counts. A data analyst reports.", ["data_analyst"]),
    ("# All about work\nWeb developers build. Web developers test. A nurse helps.", ["web_developer"]),
    (
        "# Jobs\n| | Data Engineer | Web Developer |\n|---|---|---|\n| Pay | $1 | $2 |",
        ["data_engineer", "web_developer"],
    ),
    (
        ("# Jobs\nA data engineer and a web developer met. The data engineer paid. The web developer ate. A nurse!"),
        ["data_engineer", "web_developer"],
    ),
    ("# Data Engineer vs Data Engineer\nA data engineer builds.", ["data_engineer"]),
    (
        "# Web Developer vs Data Engineer vs Data Analyst\nText.",
        ["web_developer", "data_engineer", "data_analyst"],
    ),
    (
        ("# Nurses and teachers\n# Data Engineer vs Web Developer\nData engineers plan. Web developers plan too."),
        ["data_engineer", "web_developer"],
    ),
    ("# Growing tomatoes\nWater them.", []),
    ("An optician fits glasses.\n" + "The figures come from a survey of wages. " * 12, ["optician"]),
    ("Figures come from a survey.\n" + "Glasses are fitted by an optician in town. " + "So it goes. " * 40, []),
    (
        "# Pay in Peru\nNurses, midwives, welders, plumbers, teachers.\nElectricians, roofers, carpenters, nurses.",
        [],
    ),
    (
        "# Data engineer salaries\nData engineers earn well. Data engineers, unlike data analysts, build.",
        ["data_engineer"],
    ),
]


@pytest.mark.parametrize(("words", "topics"), TOPICS)
def test_topics(words: str, topics: list[str]) -> None:
    """An article is about the roles that its headings set against each other, else its tables, its words."""
    assert list(annotate(words).topics) == topics


def roles(words: str) -> list[str]:
    annotated = annotate(words)
    passages = [*annotated.blocks.values(), *annotated.cells.values()]
    mentions = sorted((m for p in passages for m in p.of(MentionKind.ROLE)), key=lambda m: m.start)
    return [mention.key for mention in mentions]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (
            "Java vs Python developer\nKraków: Java 24 500 PLN, Python 25 100 PLN",
            ["java_developer", "python_developer"] * 2,
        ),
        (
            "Civil or mechanical engineers\nThey pay $63,000 for civil, $66,000 for mechanical.",
            ["civil_engineer", "mechanical_engineer"] * 2,
        ),
        (
            "Civil or mechanical engineers\n\n| City | Civil | Mechanical |\n|---|---|---|\n| Graz | 4.1 | 4.4 |",
            ["civil_engineer", "mechanical_engineer"] * 2,
        ),
        (
            "Java and Python developers\n\nJava: Spring and Maven. Python: Django.",
            ["java_developer", "python_developer"] * 2,
        ),
        (
            "Java vs Python developer\nFor Java roles a degree is asked for.",
            ["java_developer", "python_developer", "java_developer"],
        ),
        ("Java vs Python developer\nLearn Java 21 and Python 3.11 first.", ["java_developer", "python_developer"]),
    ],
)
def test_what_tells_topics_apart_beside_money(words: str, keys: list[str]) -> None:
    """Topics that share their head noun may be named by the rest of it, where a sum stands beside it."""
    assert roles(words) == keys


def test_a_common_word_set_against_a_role() -> None:
    """Titles that the first line sets against each other are titles below it, and no tool of that name."""
    words = "Chef vs Baker in France: one kitchen\nA chef earns more. Bakers knead, and executive chefs do not."
    annotated = annotate(words)
    assert annotated.topics == ("chef", "baker")
    named = [(m.kind.value, m.key) for passage in annotated.blocks.values() for m in passage.mentions]
    assert [key for kind, key in named if kind == "role"] == ["chef", "baker", "chef", "baker", "executive_chef"]
    assert not any(kind == "tool" for kind, _ in named)


@pytest.mark.parametrize(
    "words",
    [
        "# The Difference Between a Cook and a Pilot\nThe cook stays on the ground.",
        "# Kitchens compared: Cook and Pilot in Norway\nCooks (the warm ones) fly with pilots.",
        "Their days\n\n| Aspect | Cook | Pilot |\n|---|---|---|\n| Day | long | short |",
    ],
)
def test_common_words_between_which_a_title_or_header_tells(words: str) -> None:
    """Titles that are common words are meant where a heading stands between them, or they fill a header."""
    assert annotate(words).topics == ("cook", "pilot")


def test_a_trade_that_two_topics_are_named_after() -> None:
    """The trade of one topic is no name of it where another topic's title begins with it."""
    annotated = annotate("UX Designer vs UX Researcher\nUX pays well.\n\nA UX designer draws. A UX researcher asks.")
    kinds = [m.kind.value for passage in annotated.blocks.values() for m in passage.mentions]
    assert "field" not in kinds


LONGER = [
    (
        "# Reef graphic artist vs chef\nA reef graphic artist draws. Reef graphic artists dive too. A chef cooks.",
        ["reef_graphic_artist", "chef"] * 2,
    ),
    # The name of a field may be part of the title.
    (
        "# Nursing graphic artist vs chef\nA nursing graphic artist draws. Nursing graphic artists dive. A chef cooks.",
        ["nursing_graphic_artist", "chef"] * 2,
    ),
    # What says how somebody works makes no other occupation of it.
    (
        "# Freelance graphic artist vs chef\nA freelance graphic artist draws. Freelance graphic artists dive.",
        ["graphic_designer", "chef"],
    ),
    # A heading of nothing else names one too, also among others of the known title.
    (
        "# Art jobs\n## Reef graphic artist\nA reef graphic artist dives. Reef graphic artists do. Graphic artists do.",
        ["reef_graphic_artist", "graphic_designer"],
    ),
    ("# Art jobs\n## Reef graphic artist\nGraphic artists draw. A graphic artist dives.", ["graphic_designer"]),
    (
        "# Art jobs\n## Hybrid graphic artist\nHybrid graphic artists draw. A hybrid graphic artist dives.",
        ["graphic_designer"],
    ),
    # Nor do words that the text leaves out.
    (
        "# Reef graphic artist vs chef\nA graphic artist draws. Graphic artists dive. A chef cooks.",
        ["graphic_designer", "chef"],
    ),
]


@pytest.mark.parametrize(("words", "topics"), LONGER)
def test_titles_longer_than_known(words: str, topics: list[str]) -> None:
    """A known title with words before it, set against another in a heading and said again, is a role of its own."""
    assert list(dict.fromkeys(roles(words))) == list(dict.fromkeys(topics))


def test_head_nouns_of_the_name_that_is_used() -> None:
    """A topic that goes by another name here is meant by the noun of that name."""
    words = "Medical Coder vs Medical Biller\nA medical biller sends claims. The coder reads charts, and billers wait."
    assert roles(words)[-2:] == ["medical_coder", "medical_billing_specialist"]


def test_the_noun_of_the_title_among_others() -> None:
    """A bare noun that ends several topics means the one that the title names."""
    words = "# Primary school teachers\nPrimary school teachers rest. Relief teachers rest. A relief teacher works."
    words += " Teachers work."
    assert roles(words)[-1] == "primary_school_teacher"


def test_a_trade_of_several_titles() -> None:
    """A common word that is paid is a title of its own where several longer titles end in it."""
    words = "# Chef salary in Chile\nA chef's monthly salary is $900.\n\nSous chefs and head chefs earn more."
    assert roles(words) == ["chef", "chef", "sous_chef", "head_chef"]


def test_a_word_of_contrast_with_its_stop_is_no_part_of_a_title() -> None:
    """A word that sets titles against each other belongs to none, with a stop or without."""
    words = "# Weaver Chemist vs. Reef Chemist: Pay\n## Weaver Chemist vs. Reef Chemist\nReef chemists dive."
    assert "vs_reef_chemist" not in roles(words)


def test_titles_among_known_ones_in_a_list_of_pay() -> None:
    """A label or a first cell that ends as titles do is a role where those around it are."""
    lines = "# Pay in Peru\nNurse: 3,944.00\nKelp clerk: 2,991.00\nElectrician: 3,589.00"
    assert roles(lines) == ["nurse", "kelp_clerk", "electrician"]
    rows = "# Pay in Peru\n| Job | Pay |\n|---|---|\n| Nurse | $30 |\n| Kelp manager | $40 |\n| Welder | $20 |"
    assert roles(rows) == ["nurse", "kelp_manager", "welder"]
    alone = "# Pay in Peru\nNurse: 3,944.00\nKelp clerk: 2,991.00"
    assert roles(alone) == ["nurse"]


ASKED = [
    (
        "# Kelp Control Farmer\nA KC microbiologist, a kelp control microbiologist: KC microbiologists get $40,000.",
        ["kelp_control_microbiologist"] * 3,
    ),
    ("# How much does a puppeteer make?\nA puppeteer is paid well, and puppeteers travel.", ["puppeteer"] * 3),
    ("# Puppeteer Salary Guide\nThe salary of a puppeteer is $40,000.", ["puppeteer"] * 2),
    ("# So you want to be an oyster shucker\nOyster shuckers earn $30,000.", ["oyster_shucker"] * 2),
    ("# Becoming a puppeteer in Peru\nThe puppeteers play.", ["puppeteer"] * 2),
    ("# Average Puppeteer Salary\nPuppeteers earn $40,000.", ["puppeteer"] * 2),
    ("# Is puppeteer a good career?\nPuppeteers earn $40,000.", ["puppeteer"] * 2),
    ("# Puppeteer Salary\nWe met puppeteers and clowns.", []),
    ("# Tech salary guide\nA tech salary is high. The pay of a tech worker rises.", []),
    ("# How much do women earn?\nWomen earn $40,000, and a woman earns less.", []),
    ("# What do engineers earn?\nData engineers rest. A data engineer earns $40,000.", ["data_engineer"] * 2),
    ("# How much does a puppeteer make?\nNobody knows.", []),
]


@pytest.mark.parametrize(("words", "keys"), ASKED)
def test_titles_that_a_heading_asks_about(words: str, keys: list[str]) -> None:
    """A title of no lexicon in the first heading is a role where the text names or pays who has it."""
    assert roles(words) == keys
