"""What README.md says is true: its commands work, its examples are read, its dictionary is current."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from extract import lexicons
from extract.cli import main
from extract.model import Flag
from extract.reading import load_catalogue

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"(?s)^```{language}\n(.*?)^```$", README, flags=re.MULTILINE)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which rolefacts has run on the articles of the project."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "raw", folder / "raw")
    assert main(["run", "--raw", str(folder / "raw"), "--curated", str(folder / "curated")]) == 0
    return folder


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project)
    return project


@pytest.mark.parametrize("code", blocks("python"))
def test_python_runs(code: str, inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Tables are read in a few lines, and a quote is the text at its offsets."""
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README's own examples
    printed = capsys.readouterr().out
    assert printed.strip()
    assert printed.strip() != "False"


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("make ")])
def test_make_has_the_target(command: str) -> None:
    assert re.search(rf"^{command.split()[1]}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith(".venv/bin/rolefacts ")])
def test_rolefacts_knows_the_command(command: str, inside: Path) -> None:
    latest = inside / "curated/latest"
    claim = pd.read_parquet(latest / "claims.parquet")["claim_id"].iloc[0]
    fact = pd.read_parquet(latest / "tools.parquet")["fact_id"].iloc[0]
    assert main(command.replace("CLAIM_ID", claim).replace("FACT_ID", fact).split()[1:]) == 0


def test_every_command_is_looked_at() -> None:
    others = [line for line in COMMANDS if not line.startswith(("make ", ".venv/bin/rolefacts "))]
    assert others == ["PREFECT_API_URL=http://127.0.0.1:4200/api .venv/bin/prefect deployment run curate/nightly"]


def test_sources_example_is_read(tmp_path: Path) -> None:
    (example,) = [block for block in blocks("toml") if "[[source]]" in block]
    (tmp_path / "sources.toml").write_text(example, encoding="utf-8")
    (tmp_path / "some-article.txt").write_text("An article.", encoding="utf-8")
    catalogue = load_catalogue(tmp_path)
    assert [entry.info.source_id for entry in catalogue.entries] == ["some-publisher"]
    assert not catalogue.problems


def test_lexicon_example_is_read(tmp_path: Path) -> None:
    (example,) = [block for block in blocks("toml") if "[[tool]]" in block]
    file = tmp_path / "user.toml"
    file.write_text(example, encoding="utf-8")
    known = lexicons.load((file,))
    assert "prompt_engineer" in {role.id for role in known.roles}
    assert {"Polars", "Bolt"} <= {tool.name for tool in known.tools}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_dictionary_is_current() -> None:
    """What the schemas say now; ``make docs`` writes it."""
    readme = script("readme")
    assert readme.filled(README, "dictionary", readme.dictionary) == README, 'run "make docs"'


@pytest.mark.parametrize("flag", Flag)
def test_dictionary_has_flag(flag: Flag) -> None:
    assert f"| `{flag}` |" in README


def test_excerpt_is_there() -> None:
    """The excerpt is of a real run; it is written anew by "make docs", not at every change of a rule."""
    (excerpt,) = re.findall(r"(?s)<!-- excerpt: begin.*?-->(.*?)<!-- excerpt: end -->", README)
    assert "| role | level |" in excerpt
    assert "| severity | type |" in excerpt


def test_help_names_no_command_that_the_readme_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command of the command line is mentioned."""
    with pytest.raises(SystemExit):
        main(["--help"])
    # Python 3.13 has shorter columns, so that long names have their help on the same line.
    listed = re.findall(r"^    (\w+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert {"run", "reconcile", "dictionary"} <= set(listed)
    assert [command for command in listed if f"rolefacts {command}" not in README] == []


def script(name: str) -> ModuleType:
    """A script of docs/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_continuous_integration_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
