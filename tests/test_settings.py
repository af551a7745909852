"""Settings come from a file and flags; what cannot be used is named with its line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import ConfigurationError
from extract.settings import FailOn, Settings, load_settings


def settings_file(folder: Path, text: str) -> Path:
    """A settings file of that text."""
    path = folder / "rolefacts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing need be configured."""
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()
    assert Settings().raw == Path("raw")
    assert Settings().keep == 30


def test_every_key(tmp_path: Path) -> None:
    """Paths count from the file's folder."""
    path = settings_file(
        tmp_path,
        """
        raw = "articles"
        curated = "/srv/curated"
        reviews = "rulings.jsonl"
        fail_on = "error"
        keep = 60
        workers = 2
        lexicons = ["a.toml", "b.toml"]
        policies = "own.toml"
        [language]
        model = "none"
        """,
    )
    assert load_settings(path) == Settings(
        raw=tmp_path / "articles",
        curated=Path("/srv/curated"),
        reviews=tmp_path / "rulings.jsonl",
        fail_on=FailOn.ERROR,
        keep=60,
        workers=2,
        lexicons=(tmp_path / "a.toml", tmp_path / "b.toml"),
        policies=tmp_path / "own.toml",
        model="none",
    )


def test_flags_stand_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag that was not given says nothing; the file of the working directory is found by itself."""
    settings_file(tmp_path, 'raw = "articles"\nkeep = 40\n')
    monkeypatch.chdir(tmp_path)
    settings = load_settings(raw=Path("elsewhere"), keep=None)
    assert (settings.raw, settings.keep) == (Path("elsewhere"), 40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["lexicons/user.toml"]),
        ("lexicons = []", ["lexicons/user.toml"]),
        ('lexicons = ["x.toml"]', ["x.toml"]),
    ],
)
def test_the_user_s_lexicon_is_found_by_itself(tmp_path: Path, text: str, expected: list[str]) -> None:
    """``lexicons/user.toml`` is used where it exists and no other is named."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "user.toml").touch()
    settings = load_settings(settings_file(tmp_path, text))
    assert list(settings.lexicons) == [tmp_path / name for name in expected]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\n\nwors = 2", "line 3: wors: unknown key: use one of raw, curated"),
        ('raw = "a"\n[language]\nmodle = "x"', "line 3: modle: unknown key: use one of model"),
        ("[lexicon]\nx = 1", "line 1: lexicon: unknown key"),
        ("language = 1", "line 1: language: must be a table: write [language]"),
        ("raw = 1", "line 1: raw: must be text in quotes, not 1"),
        ('raw = ""', "line 1: raw: must be text in quotes"),
        ('raw = "a\\u0000b"', "line 1: raw: must be text in quotes"),
        ('fail_on = "maybe"', "line 1: fail_on: must be one of never, error, warning, not 'maybe'"),
        ("fail_on = []", "line 1: fail_on: must be one of"),
        ("keep = 1", "line 1: keep: must be a whole number from 2 to"),
        ("keep = true", "line 1: keep: must be a whole number"),
        ('# keep = 3\nkeep = "30"', "line 2: keep: must be a whole number"),
        ("workers = 0", "line 1: workers: must be a whole number from 1 to 256"),
        ('lexicons = "a.toml"', "line 1: lexicons: must be a list of files"),
        ("lexicons = [1]", "line 1: lexicons: must be text in quotes, not 1"),
        ("[language]\nmodel = 3", "line 2: model: must be text in quotes"),
        ("raw = ", "not valid TOML: Invalid value (at line 1, column 7): correct that line"),
        ("raw = 'a'\nraw = 'b'", "not valid TOML: Cannot overwrite a value (at line 2"),
    ],
    ids=lambda value: value.split(":")[1] if value.startswith("line") else "",
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, problem: str) -> None:
    """One line: the file, the line, the key, what it should be."""
    path = settings_file(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}: {problem}")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "cannot be read (no such file or directory)"),
        (b"raw = '\xff'", "is not UTF-8: save it as UTF-8"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None, problem: str) -> None:
    """A file that was named has to be there."""
    path = tmp_path / "mine.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}: {problem}")
