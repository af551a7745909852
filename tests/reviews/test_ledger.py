"""The ledger: nothing lost, nothing doubled, whoever writes and whoever dies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ConfigurationError, PublishingError
from extract.reviews import Action, Amount, Conflict, Ledger, Ruling, expectation
from extract.reviews.ledger import read_rulings
from extract.reviews.ruling import RulingError, parse, plain
from tests.reviews.making import WHEN, claim, ruling

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews" / "rulings.jsonl"


WORDS = st.text(min_size=1, max_size=60).filter(str.strip)
ENDS = st.none() | st.floats(0, 1e9)
AMOUNTS = st.builds(Amount, ENDS, ENDS, st.sampled_from(["USD", "EUR", "percent", None]), st.booleans())
RULINGS = st.builds(
    Ruling,
    id=st.integers(0, 2**64 - 1).map("{:016x}".format),
    who=WORDS,
    when=st.just(WHEN),
    action=st.sampled_from([action for action in Action if action is not Action.UNDO]),
    reason=WORDS,
    discrepancy_id=WORDS,
    claim_id=WORDS,
    tool=WORDS,
    amount=AMOUNTS.filter(lambda amount: not amount.problem()),
    expects=st.builds(expectation, st.lists(st.builds(claim, quote=st.text(), value=WORDS), max_size=12)),
)


def test_a_ledger_that_is_not_there_holds_nothing(path: Path) -> None:
    assert Ledger(path).read().records == ()


@given(RULINGS)
def test_a_ruling_is_one_line_and_comes_back(made: Ruling) -> None:
    """Whatever the words; a line is one line of text with sorted keys."""
    line = made.line().encode("utf-8", "backslashreplace").decode()
    assert "\n" not in line
    assert list(json.loads(line)) == sorted(json.loads(line))
    assert parse(made.line()) == made


@given(st.lists(RULINGS, max_size=6, unique_by=lambda ruling: ruling.id), st.integers(0, 400))
def test_a_torn_last_line_costs_no_other_ruling(made: list[Ruling], cut: int) -> None:
    """However much of the last line was written."""
    lines = [ruling.line().encode("utf-8", "backslashreplace") for ruling in made]
    last = ruling(7).line().encode()[: min(cut, len(ruling(7).line()) - 1)]
    found = read_rulings(b"".join(line + b"\n" for line in lines) + last, Path("ledger"))
    assert len(found.records) == len(made)
    assert found.torn == last.decode()


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=20))
def test_what_is_in_force(steps: list[tuple[int, bool]]) -> None:
    """On each subject the last ruling that nobody took back."""
    records: list[Ruling] = []
    expected: dict[str, list[str]] = {}
    for number, (subject, undo) in enumerate(steps, start=1):
        standing = expected.setdefault(f"{subject:016x}", [])
        if undo and standing:
            records.append(ruling(number, action=Action.UNDO, undoes=standing.pop(), discrepancy_id=None))
        elif not undo:
            records.append(ruling(number, discrepancy_id=f"{subject:016x}"))
            standing.append(f"{number:016x}")
    text = "".join(record.line() + "\n" for record in records).encode()
    rulings = read_rulings(text, Path("ledger"))
    for subject, standing in expected.items():
        found = rulings.on(subject)
        assert (found.id if found else None) == (standing[-1] if standing else None)


def test_a_torn_line_is_reported_and_kept_aside(path: Path) -> None:
    """The next writer moves it; what it writes is a whole line."""
    ledger = Ledger(path)
    ledger.append(ruling(1))
    with path.open("ab") as file:
        file.write(b'{"action": "acc\xff')
    assert ledger.read().torn
    ledger.append(ruling(2))
    assert [record.id for record in Ledger(path).read().records] == [ruling(1).id, ruling(2).id]
    assert Ledger(path).read().torn == ""
    assert path.with_name("rulings.jsonl.torn").read_bytes() == b'{"action": "acc\xff\n'


def test_a_last_line_without_its_end_is_a_ruling(path: Path) -> None:
    """Editors leave the end out; the next ruling starts a line of its own."""
    path.parent.mkdir()
    path.write_text(ruling(1).line(), encoding="utf-8")
    Ledger(path).append(ruling(2))
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_the_same_ruling_twice_is_written_once(path: Path) -> None:
    """A form that is sent twice, or a merge of two branches that both have the line."""
    ledger = Ledger(path)
    ledger.append(ruling(1))
    ledger.append(ruling(1, reason="sent again"))
    path.write_text(path.read_text() * 2, encoding="utf-8")
    assert ledger.read().records == (ruling(1),)


def test_the_second_on_the_same_subject_is_told(path: Path) -> None:
    """Nothing is overruled unseen: it must be taken back first, and once."""
    ledger = Ledger(path)
    ledger.append(ruling(1, discrepancy_id="d"))
    with pytest.raises(Conflict, match="Ada ruled on it already"):
        ledger.append(ruling(2, discrepancy_id="d"))
    undo = {"action": Action.UNDO, "undoes": ruling(1).id, "discrepancy_id": None}
    ledger.append(ruling(3, **undo))
    with pytest.raises(Conflict):
        ledger.append(ruling(4, **undo))
    ledger.append(ruling(5, discrepancy_id="d"))
    standing = ledger.read().on("d")
    assert standing
    assert standing.id == ruling(5).id


def test_two_writers_at_once(path: Path) -> None:
    """Every ruling of both is there, once."""
    writers = [start_writer(path, start, 60) for start in (1, 1001)]
    for writer in writers:
        writer.communicate(timeout=60)
    found = [int(record.id, 16) for record in Ledger(path).read().records]
    assert sorted(found) == [*range(1, 61), *range(1001, 1061)]


def test_a_writer_that_is_killed(path: Path) -> None:
    """What it said is written is there, once, and the next writer goes on."""
    said: set[int] = set()
    for start in range(1, 500, 100):
        writer = start_writer(path, start, 100)
        assert writer.stdout
        for _ in range(5):
            said.add(int(writer.stdout.readline()))
        writer.kill()
        said |= {int(line) for line in writer.communicate()[0].split("\n")[:-1]}
    Ledger(path).append(ruling(9999))
    found = [int(record.id, 16) for record in Ledger(path).read().records]
    assert said <= set(found)
    assert len(found) == len(set(found))


def start_writer(path: Path, start: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.reviews.making", str(path), str(start), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<<<<<<< ours", "is not JSON"),
        ("[]", "is no JSON object"),
        ('{"action": "reject"}', "id: must be text"),
        (ruling(1, id="x").line(), "id: must be 16 hexadecimal digits"),
        (ruling(1, when="yesterday").line(), "when: must be a time with a zone"),
        (ruling(1, when="2026-11-21").line(), "when: must be a time with a zone"),
        (ruling(1).line().replace("accept", "shrug"), "action: must be one of accept"),
        (ruling(1).line().replace('"who"', '"whom"'), "whom: unknown key"),
        (ruling(1, discrepancy_id=None).line(), "rules on nothing"),
        (ruling(1, action=Action.BELIEVE).line(), "claim_id: believe needs one"),
        (ruling(1, action=Action.REPAIR, claim_id="c").line(), "value: a repair needs an amount"),
        (ruling(1, action=Action.ADD_TOOL, claim_id="c").line(), "tool: add_tool needs a name"),
        (ruling(1, action=Action.UNDO).line(), "undoes: an undo must name a ruling"),
        (ruling(1, expects=None).line(), "expects: is missing"),
        (ruling(1, amount=Amount(2.0, 1.0, "USD")).line(), "value: the lower end lies above"),
        (ruling(1, amount=Amount(1.0, 2.0, "dollars")).line(), "value: 'dollars' is no ISO 4217 code"),
        (
            ruling(1, amount=Amount(1.0, 2.0, "USD")).line().replace("2.0", "Infinity"),
            "Infinity is no number",
        ),
        (ruling(1, amount=Amount(1.0, 2.0, "USD")).line().replace("2.0", "1e999"), "from 0 to 1e15"),
        (ruling(1, amount=Amount(1.0, 2.0, "USD")).line().replace("2.0", "9" * 400), "must be numbers"),
        (ruling(1).line().replace('"claim_ids": [', '"claim_ids": [1, '), "expects: must hold text"),
    ],
)
def test_a_line_that_is_no_ruling(line: str, words: str, path: Path) -> None:
    """Named by file and line, in one line; nothing is applied of such a file, nothing written to it."""
    path.parent.mkdir()
    path.write_text(f"{ruling(9).line()}\n{line}\n{ruling(8).line()}\n", encoding="utf-8")
    with pytest.raises(RulingError, match=re.escape(words)):
        parse(line)
    for use in (Ledger(path).read, lambda: Ledger(path).append(ruling(5))):
        with pytest.raises(ConfigurationError) as caught:
            use()
        assert str(caught.value).startswith(f"{path}: line 2: ")
        assert words in str(caught.value)
        assert "\n" not in str(caught.value)


def test_an_id_stands_for_one_ruling(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(f"{ruling(1).line()}\n{ruling(1, who='Bo').line()}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"line 2: id: 0{15}1 stands for another ruling"):
        Ledger(path).read()


def test_a_ledger_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder, or a place that is none, is one line too."""
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Ledger(tmp_path).read()
    (tmp_path / "file").write_text("")
    with pytest.raises((ConfigurationError, PublishingError), match="cannot be"):
        Ledger(tmp_path / "file" / "rulings.jsonl").append(ruling(1))


def test_words_cannot_steer_a_terminal() -> None:
    assert plain("a\x1b[2Jb\u202ec\n d" + "e" * 90, 12) == "a [2Jb c dee"
