"""What the roles of the lexicon promise."""

from __future__ import annotations

import re

import pytest

from extract.lexicons import key, load, singular, snake

LEXICONS = load()
# Nouns that end a known title and are too common to make a title of any phrase.
COMMON_HEADS = """
    actor advocate agent aide ambassador anchor annotator assembler athlete author authorizer
    babysitter bailiff baker beater bellhop boilermaker bosun breeder brewer brigadier builder
    butcher butler cabinetmaker cadet capitalist captain caretaker chaplain chief cleaner
    collector colonel commander commentator concierge conductor conservator constable controller
    cook corporal counsel courier creator crew dancer dealer dean deckhand decorator defender
    dishwasher doula driller driver entrepreneur erector faller farmer fellow finisher fisherman
    fishmonger fixer footballer forwarder fundraiser grader groomer groundworker guard guide
    hand handler handyman head headhunter housekeeper hunter influencer integrator interviewer
    ironworker jockey joiner judge keeper lead leader lieutenant lifeguard lineman loadmaster
    locksmith logger major maker mammographer mason master mate matron midshipman miner model nanny
    operative operator organizer owner packer pair partie partner pastor performer picker porter potter
    presenter priest principal processor professional promoter provost public publisher ranger reader
    referee registrar responder restaurateur roustabout sailor scheduler screener sdet seaman
    senior sergeant servant servicer sheriff shoemaker shopfitter shopper singer soldier
    sommelier student tailor teamer tiler trimmer trooper tuner turner visitor vp warden
    webmaster worker
"""


def test_role_ids_and_codes() -> None:
    """Ids are snake case and, but for a few, the name; SOC codes have their form."""
    named_otherwise = set()
    for role in LEXICONS.roles:
        assert re.fullmatch(r"(?:[a-z]|3d_)[a-z0-9]*(_[a-z0-9]+)*", role.id), role
        assert role.soc is None or re.fullmatch(r"[1-5][0-9]-[0-9]{4}", role.soc), role
        if role.id != snake(role.name):
            named_otherwise.add(role.id)
    assert named_otherwise <= {
        "ui_ux_designer",
        "ar_vr_developer",
        "node_js_developer",
        "software_development_engineer_in_test",
        "software_developer_quality_assurance_analyst_and_tester",
    }


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("ML engineer", "machine_learning_engineer"),
        ("MLE", "machine_learning_engineer"),
        ("machine-learning engineer", "machine_learning_engineer"),
        ("front-end engineer", "frontend_developer"),
        ("Front End Developer", "frontend_developer"),
        ("frontend developer", "frontend_developer"),
        ("back end web developer", "backend_developer"),
        ("Full-Stack Developer", "full_stack_developer"),
        ("SRE", "site_reliability_engineer"),
        ("DBA", "database_administrator"),
        ("UX/UI designer", "ui_ux_designer"),
        ("user experience designer", "ux_designer"),
        ("cyber security analyst", "cybersecurity_analyst"),
        ("BI analyst", "business_intelligence_analyst"),
        ("AI/ML specialist", "ai_and_machine_learning_specialist"),
        ("programme manager", "program_manager"),
        ("attorney", "lawyer"),
        ("HR manager", "hr_manager"),
        ("LPN", "licensed_practical_nurse"),
        ("chartered physiotherapist", "physiotherapist"),
        ("quant developer", "quantitative_developer"),
        ("data modeller", "data_modeler"),
        ("fitter & turner", "fitter_and_turner"),
        ("sonographist", "sonographer"),
        ("company secretary", "company_secretary"),
        ("ML Ops professional", "mlops_engineer"),
        ("resident physician", "junior_doctor"),
        ("doctoral candidate", "phd_student"),
        ("Clinical Nurse Manager (CNM)", "clinical_nurse_manager"),
    ],
)
def test_titles_name_their_role(title: str, role: str) -> None:
    """Ways of writing a title lead to one id."""
    assert LEXICONS.role_by_term[key(title)].id == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("SDET", "software_development_engineer_in_test"),
        ("software development engineer in test", "software_development_engineer_in_test"),
        ("test automation engineer", "test_automation_engineer"),
        ("systems administrator", "systems_administrator"),
        ("digital marketing manager", "digital_marketing_manager"),
        ("digital marketer", "digital_marketer"),
        ("BI developer", "business_intelligence_developer"),
        ("security analyst", "security_analyst"),
        ("information security analyst", "information_security_analyst"),
        ("cybersecurity specialist", "cybersecurity_specialist"),
        ("network administrator", "network_administrator"),
        ("primary school teacher", "primary_school_teacher"),
        ("head teacher", "headteacher"),
        ("first officers", "first_officer"),
        ("ethical hacker", "ethical_hacker"),
        ("legal assistant", "legal_assistant"),
        ("clinical research coordinator", "clinical_research_coordinator"),
        ("firmware engineer", "firmware_engineer"),
        ("HR generalist", "hr_generalist"),
        ("business systems analyst", "business_systems_analyst"),
        ("truck dispatcher", "dispatcher"),
    ],
)
def test_titles_that_are_compared_are_kept_apart(title: str, role: str) -> None:
    """A title that is set against its neighbour, or paid otherwise, is no alias of it."""
    assert LEXICONS.role_by_term[key(singular(title))].id == role


def test_developers_and_engineers_of_a_stack_are_one() -> None:
    """Articles on web work change between the two words for one job: they are variants, not titles apart."""
    for area in ("front end", "back end", "full stack", "mobile", "android", "iOS"):
        developer, engineer = (LEXICONS.role_by_term[key(f"{area} {noun}")] for noun in ("developer", "engineer"))
        assert developer is engineer


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("computer and information research scientists", "computer_and_information_research_scientist"),
        (
            "software developers, quality assurance analysts, and testers",
            "software_developer_quality_assurance_analyst_and_tester",
        ),
        ("information security analyst", "information_security_analyst"),
        ("operations research analyst", "operations_research_analyst"),
        ("database administrators and architects", "database_administrator_and_architect"),
        ("web developers and digital designers", "web_developer_and_digital_designer"),
    ],
)
def test_statistical_occupations_are_marked(title: str, role: str) -> None:
    """Categories of official statistics are roles of their own, so that a stand-in is recognised."""
    found = LEXICONS.role_by_term[key(title)]
    assert found.id == role
    assert found.occupation


def test_short_forms_may_mean_several_roles() -> None:
    """A PM manages a product, a project or a program: the article says which."""
    owners = {role.id for role in LEXICONS.roles_by_short[key("PM")]}
    assert owners == {"product_manager", "project_manager", "program_manager"}


def test_ambiguous_titles_need_context() -> None:
    """An architect of houses is not meant by every "architect" of a page on clouds."""
    architect = LEXICONS.role_by_id["architect"]
    assert architect.name not in architect.forms
    assert architect.name in architect.short
    assert key("architect") not in LEXICONS.role_by_term


def test_short_forms_are_no_titles() -> None:
    """What needs context for one role is not certain for another."""
    assert not {key(form) for role in LEXICONS.roles for form in role.short} & set(LEXICONS.role_by_term)


def test_disciplines_belong_to_one_role() -> None:
    """Data science is what data scientists do, and nobody else's discipline."""
    owners: dict[str, set[str]] = {}
    for role in LEXICONS.roles:
        for form in role.fields:
            owners.setdefault(key(form), set()).add(role.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}
    assert LEXICONS.role_by_field[key("ML engineering")].id == "machine_learning_engineer"


def test_titles_end_in_known_heads() -> None:
    """The nouns that make a title cover the titles that are known, but for a few that are too common."""
    heads = set(LEXICONS.role_heads)
    common = set(COMMON_HEADS.split())
    unknown = set()
    for role in LEXICONS.roles:
        head = singular(re.split(r" of ", role.name)[0].lower()).split()[-1].split("-")[-1]
        if not role.occupation and head not in heads | common:
            unknown.add(head)
    assert unknown == set()
