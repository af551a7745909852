"""The project itself: what it is made of, what it is locked to, and what a wheel of it holds."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCES = sorted((ROOT / "src" / "extract").rglob("*.py"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

PIN = re.compile(r"(?P<name>[a-z0-9-]+)(?:\[[a-z0-9, -]+\])?==(?P<version>[^ ;]+)(?: ; (?P<marker>.+?))? \\")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?")


def pins(lock: Path) -> dict[str, set[str]]:
    """Package -> the versions that the lock holds it to, on one Python or another."""
    found: dict[str, set[str]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if match := PIN.fullmatch(line):
            found.setdefault(match["name"], set()).add(match["version"])
    return found


def asked() -> list[tuple[str, str]]:
    """Every requirement of the project and the lock that must hold it."""
    extras = [need for needs in PROJECT["project"]["optional-dependencies"].values() for need in needs]
    groups = PROJECT["dependency-groups"]
    run = [
        *PROJECT["project"]["dependencies"],
        *extras,
        *groups["build"],
        *PROJECT["build-system"]["requires"],
    ]
    return [
        *((need, "run") for need in run),
        *((need, "dev") for need in [*run, *groups["dev"]]),
        *((need, "bench") for need in groups["bench"]),
        *((need, "browser") for need in groups["browser"]),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "NOTICE",
        "Makefile",
        "prefect.yaml",
        ".ci/run",
        ".pre-commit-config.yaml",
        "docs/architecture.md",
        "flows/curate.py",
        "raw/sources.toml",
        "src/extract/py.typed",
        "src/extract/models/en_ud_sm/NOTICE.txt",
    ],
)
def test_has(path: str) -> None:
    assert (ROOT / path).stat().st_size > 0 or path.endswith("py.typed")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_module_is_one_idea(path: Path) -> None:
    """A module says what it is for, has at most 400 lines, and its functions are rarely over 40."""
    text = path.read_text(encoding="utf-8")
    module = ast.parse(text)
    assert ast.get_docstring(module)
    assert text.count("\n") <= 400
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno > 60] == []


# ``(?:...)*+``. Before 3.11.5, which Debian 12 does not have, Python goes on from within a repetition that
# failed half-way, and reads other amounts (gh-106052). ``(?>(?:...)*)`` means the same; ``\d++`` is right everywhere.
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)\s*(?:[*+?]|\{\d*(?:,\d*)?\})\+")


@pytest.mark.parametrize(
    ("text", "found"),
    [("(?:, )++", True), ("(a){2}+", True), (") *+", True), (r"\d++\)+", False), ("(?>(a)+)+", False)],
)
def test_possessive_groups_are_seen(text: str, found: bool) -> None:
    assert bool(POSSESSIVE_GROUP.search(text)) is found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_patterns_mean_the_same_on_every_python(path: Path) -> None:
    """No string of a module repeats a group possessively."""
    strings = [
        node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)
    ]
    assert [text for text in strings if isinstance(text, str) and POSSESSIVE_GROUP.search(text)] == []


@pytest.mark.parametrize("package", ["attribution", "claims", "claims/pay", "language", "reading", "reading/tables"])
def test_package_says_what_its_modules_are_for(package: str) -> None:
    """The docstring of a package with many modules names each of them."""
    folder = ROOT / "src" / "extract" / package
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {name for name in modules if f"``{name}``" not in said} == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_lock_holds_pins_and_hashes_alone(lock: Path) -> None:
    """Every line is a comment, an exact version or a hash: no index's address, no machine's path."""
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert [line for line in lines if not (PIN.fullmatch(line) or HASH.fullmatch(line))] == []
    assert all(HASH.fullmatch(below) for line, below in pairwise(lines) if PIN.fullmatch(line))


@pytest.mark.parametrize(("need", "lock"), asked())
def test_lock_is_current(need: str, lock: str) -> None:
    """What pyproject.toml asks for is locked at a version that it allows; "make lock" mends it."""
    requirement = Requirement(need)
    versions = pins(ROOT / "requirements" / f"{lock}.txt").get(canonicalize_name(requirement.name), set())
    assert versions, f"{requirement.name} is not in requirements/{lock}.txt"
    assert all(requirement.specifier.contains(Version(version), prereleases=True) for version in versions)


def test_locks_agree() -> None:
    """Tests run on what the main job runs on."""
    run, dev = (pins(ROOT / "requirements" / f"{name}.txt") for name in ("run", "dev"))
    assert {name: dev.get(name) for name in run} == run


def test_wheel_holds_the_data(tmp_path: Path) -> None:
    """Lexicons, templates, the model and its notice are part of an installed package."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("extract/")}
    package = ROOT / "src" / "extract"
    files = {path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert held == {path.relative_to(package.parent).as_posix() for path in files}


def test_hooks_name_tools_that_are_locked() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = [hook["entry"].split()[0] for repo in hooks["repos"] for hook in repo["hooks"]]
    assert set(entries) <= {".venv/bin/ruff", ".venv/bin/mypy", ".venv/bin/lint-imports", ".venv/bin/python"}
    assert all(repo["repo"] == "local" for repo in hooks["repos"])
