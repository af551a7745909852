"""Loading the lexicons, and laying a user's own over them."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from extract.errors import ConfigurationError
from extract.lexicons import key, load, loader


@pytest.fixture
def overlay(tmp_path: Path):
    """Writes a user's lexicon and loads it."""

    def write(text: str, name: str = "user.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load([path])

    return write


def test_loading_is_quick() -> None:
    """All lexicons are read in a fraction of a second of processor time."""
    best = 1.0
    for _ in range(3):
        loader._load.cache_clear()
        gc.collect()
        start = time.process_time()
        load()
        best = min(best, time.process_time() - start)
    assert best < 0.6, "60 ms on a quiet machine; the limit leaves room for a busy one and for tracing"


def test_lexicons_are_loaded_once() -> None:
    """The same files give the same object."""
    assert load() is load()


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    """The cache goes by content, not by name."""
    path = tmp_path / "user.toml"
    path.write_text('[[tool]]\nname = "Frobnic"\ncategory = "library"\n', encoding="utf-8")
    assert "Frobnic" in load([path]).tool_by_name
    path.write_text('[[tool]]\nname = "Quuxar"\ncategory = "library"\n', encoding="utf-8")
    assert "Frobnic" not in load([path]).tool_by_name


def test_a_user_adds_entries(overlay) -> None:
    """Every table of the built-in lexicons can be added to."""
    lexicons = overlay(
        """
        [[role]]
        id = "quantum_engineer"
        name = "Quantum Engineer"
        aliases = ["front end quantum engineer"]
        [[tool]]
        name = "Frobnic"
        category = "library"
        [[region]]
        name = "Silicon Fen"
        kind = "area"
        within = "GB"
        [[currency]]
        code = "XTS"
        name = "test money"
        plausible_low = 1
        plausible_high = 2.5
        [[origin]]
        name = "Frobnic Pay Survey"
        kind = "survey"
        statistic = "median"
        [[degree]]
        id = "habilitation"
        name = "Habilitation"
        [[study_field]]
        name = "Quantum Computing"
        [[certification]]
        name = "Certified Frobnicator"
        issuer = "Frobnic"
        [[level]]
        id = "entry"
        aliases = ["frobbing level"]
        [words]
        role_heads = ["frobnicator"]
        compounds = ["quantum bit"]
        spellings = [["qubit", "cubit"]]
        [cues.pay]
        words = ["frobs"]
        """
    )
    role = lexicons.role_by_id["quantum_engineer"]
    assert "front-end quantum engineer" in role.aliases
    assert "Frobnic" in lexicons.tool_by_name
    assert lexicons.regions_by_term[key("Silicon Fen")][0].within == "GB"
    assert lexicons.currency_by_code["XTS"].plausible_low == 1.0
    assert isinstance(lexicons.currency_by_code["XTS"].plausible_low, float)
    assert lexicons.origin_by_name["Frobnic Pay Survey"].statistic == "median"
    assert "habilitation" in lexicons.degree_by_id
    assert key("quantum computing") in lexicons.study_field_by_term
    assert key("certified frobnicator") in lexicons.certification_by_term
    assert "frobbing level" in lexicons.level_by_id["entry"].aliases
    assert "frobnicator" in lexicons.role_heads
    assert lexicons.cues["pay.words"][-1] == "frobs"
    assert "Frobnic" not in load().tool_by_name


def test_an_entry_adds_to_the_one_built_in(overlay) -> None:
    """Lists grow, other values are replaced."""
    lexicons = overlay('[[tool]]\nname = "Python"\naliases = ["Pythonium"]\ncased = true\n')
    python = lexicons.tool_by_name["Python"]
    assert python.category == "language"
    assert python.cased
    assert {"Pythonium", *load().tool_by_name["Python"].aliases} == set(python.aliases)
    assert not load().tool_by_name["Python"].cased


def test_an_entry_can_stand_alone(overlay) -> None:
    """``replace`` forgets what was built in."""
    lexicons = overlay('[[origin]]\nname = "Glassdoor"\nkind = "survey"\naliases = ["The Door"]\nreplace = true\n')
    origin = lexicons.origin_by_name["Glassdoor"]
    assert (origin.kind, origin.aliases, origin.statistic) == ("survey", ("The Door",), None)


def test_files_are_laid_in_order(tmp_path: Path) -> None:
    """A later file has the last word."""
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text('[[tool]]\nname = "Frobnic"\ncategory = "library"\n', encoding="utf-8")
    second.write_text('[[tool]]\nname = "Frobnic"\ncategory = "database"\n', encoding="utf-8")
    assert load([first, second]).tool_by_name["Frobnic"].category == "database"
    assert load([second, first]).tool_by_name["Frobnic"].category == "library"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("tool = ", ["user.toml", "not TOML"]),
        ("[tools]\n", ["[tools]", "no lexicon table", "tool"]),
        ('[tool]\nname = "X"\n', ["[[tool]]"]),
        ("tool = [1]\n", ["[[tool]]"]),
        ('[[tool]]\ncategory = "library"\n', ["[[tool]]", "without a name"]),
        ("[[tool]]\nname = 3\n", ["without a name"]),
        ('[[tool]]\nname = "X"\ncatgory = "y"\n', ["'X'", "'catgory'", "category"]),
        ('[[tool]]\nname = "X"\n', ["'X'", "category is missing"]),
        ('[[tool]]\nname = "X"\ncategory = 1\n', ["'X'", "category must be text"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\naliases = "x"\n', ["'X'", "aliases must be a list of texts"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\naliases = [1]\n', ["aliases must be a list of texts"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\naliases = [" "]\n', ["aliases must be a list of texts"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\ncased = 1\n', ["cased must be true or false"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\n' * 2, ["'X'", "stands twice"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\naliases = ["python"]\n', ["'python'", "'Python'", "'X'"]),
        ('[[tool]]\nname = "X"\ncategory = "a"\nreplace = "yes"\n', ["'X'", "replace must be true or false"]),
        ('[[region]]\nname = "X"\nkind = "town"\n', ["'X'", "kind must be one of", "'town'"]),
        ('[[origin]]\nname = "X"\nkind = "survey"\nstatistic = "mode"\n', ["statistic must be one of"]),
        ('[[currency]]\ncode = "USD"\nplausible_low = "1"\n', ["'USD'", "plausible_low must be a number"]),
        ('[[level]]\nid = "apprentice"\n', ["'apprentice'", "id must be one of intern, entry"]),
        (
            '[[role]]\nid = "Data Scientist"\nname = "X"\n',
            ["'Data Scientist'", "small letters, digits and underscores"],
        ),
        ('[[currency]]\ncode = "Zzz"\n', ["'Zzz'", "code must be three capitals"]),
        ('[[region]]\nname = "X"\nkind = "country"\ncode = "XYZ"\n', ["'X'", "code must be two capitals"]),
        ("words = 1\n", ["[words]"]),
        ("[words]\nheads = []\n", ["[words]", "'heads'", "role_heads"]),
        ("[words]\nrole_heads = [1]\n", ["role_heads must be a list of texts"]),
        ('[words]\ncompounds = ["front"]\n', ["compounds", "'front'", "two words"]),
        ('[words]\ncompounds = ["a( b"]\n', ["compounds", "two words"]),
        ('[words]\nspellings = [["a"]]\n', ["spellings must be a list of pairs"]),
        ('[words]\nspellings = [["a(", "b"]]\n', ["spellings", "a("]),
        ("cues = 1\n", ["cues must be a table"]),
        ("[cues]\npay = 1\n", ["cues: pay must be a list of texts"]),
        ("[cues.a.b]\nc = []\n", ["cues: a.b must be a list of texts"]),
        ('[cues.pay]\nwrods = ["frobs"]\n', ["no list is called pay.wrods", "cues.toml"]),
    ],
)
def test_errors_say_file_entry_and_key(overlay, text: str, parts: list[str]) -> None:
    """One line names the file, the entry, what is wrong and what would be right."""
    with pytest.raises(ConfigurationError) as caught:
        overlay(text)
    message = str(caught.value)
    assert "\n" not in message
    for part in ["user.toml", *parts]:
        assert part in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is a configuration error."""
    with pytest.raises(ConfigurationError, match=r"nowhere\.toml: cannot be read"):
        load([tmp_path / "nowhere.toml"])


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    """So is one in another encoding."""
    path = tmp_path / "user.toml"
    path.write_bytes('name = "é"'.encode("latin-1"))
    with pytest.raises(ConfigurationError, match="not TOML in UTF-8"):
        load([path])
