from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import ConfigurationError
from extract.reading import load_catalogue


def write(raw: Path, **files: str) -> Path:
    for name, text in files.items():
        (raw / name.replace("_dot_", ".")).write_text(text, encoding="utf-8")
    return raw


def sources(raw: Path, text: str) -> Path:
    (raw / "sources.toml").write_text(text, encoding="utf-8")
    return raw


def test_files_are_listed_in_order_with_ids_of_their_names(tmp_path: Path) -> None:
    """Hidden files, readmes, directories and the list itself are no articles."""
    for name in ("b Two (2).txt", "a.md", ".hidden", "README.md", "Ärzte.html"):
        (tmp_path / name).write_text("words")
    (tmp_path / "sub").mkdir()
    catalogue = load_catalogue(tmp_path)
    assert [(entry.path.name, entry.info.source_id) for entry in catalogue.entries] == [
        ("a.md", "a"),
        ("b Two (2).txt", "b-two-2"),
        ("Ärzte.html", "arzte"),
    ]
    assert catalogue.problems == ()


def test_a_name_without_latin_letters_gets_an_id_too(tmp_path: Path) -> None:
    """Ids are safe file names whatever the article is called."""
    (tmp_path / "給料.txt").write_text("words")
    (entry,) = load_catalogue(tmp_path).entries
    assert entry.info.source_id.startswith("source-")


def test_what_is_known_is_taken_over(tmp_path: Path) -> None:
    """Every key of an entry arrives; dates may be written as TOML dates."""
    write(tmp_path, a_dot_txt="words")
    sources(
        tmp_path,
        "[[source]]\npath = 'a.txt'\nid = 'x'\ntitle = 'T'\npublisher = 'P'\nurl = 'https://example.org/a'\n"
        "published = 2024-05-01\nupdated = '2024-06'\nretrieved = '2025'\ncountry = 'GB'\n",
    )
    (entry,) = load_catalogue(tmp_path).entries
    info = entry.info
    assert (info.source_id, info.title, info.publisher, info.url) == ("x", "T", "P", "https://example.org/a")
    assert (info.published, info.updated, info.retrieved, info.country) == (
        "2024-05-01",
        "2024-06",
        "2025",
        "GB",
    )


def test_the_second_source_of_an_id_is_a_problem(tmp_path: Path) -> None:
    """The first keeps the id, the later is named with it in one line, under an id of its own."""
    write(tmp_path, a_dot_txt="words", b_dot_txt="words")
    sources(tmp_path, "[[source]]\npath='a.txt'\nid='same'\n[[source]]\npath='b.txt'\nid='same'\n")
    catalogue = load_catalogue(tmp_path)
    assert [entry.path.name for entry in catalogue.entries] == ["a.txt"]
    (problem,) = catalogue.problems
    assert problem.info.source_id == "same~2"
    assert "b.txt" in problem.reason
    assert "a.txt" in problem.reason
    assert "\n" not in problem.reason


def test_an_entry_without_its_file_is_a_problem(tmp_path: Path) -> None:
    """A file that was removed does not stop the others."""
    write(tmp_path, a_dot_txt="words")
    sources(tmp_path, "[[source]]\npath='gone.txt'\n")
    catalogue = load_catalogue(tmp_path)
    assert [entry.path.name for entry in catalogue.entries] == ["a.txt"]
    (problem,) = catalogue.problems
    assert "gone.txt" in problem.reason


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[source]]\npath = 'a.txt'\ncolour = 'red'\n", 3, "colour: unknown key"),
        ("[[source]]\npath = 'a.txt'\ntitle = 7\n", 3, "title: must be text"),
        ("[[source]]\npath = 'a.txt'\n\n[[source]]\npath = 'a.txt'\n", 5, "path: 'a.txt' has two entries"),
        ("[[source]]\ntitle = 'x'\n", 1, "path: is missing"),
        ("# one\n[[source]]\npath = '../a.txt'\n", 3, "path: '../a.txt' is not the name of a file"),
        ("[[source]]\npath = 'a.txt'\nid = 'A b'\n", 3, "id: 'A b' is not an id"),
        ("[[source]]\npath = 'a.txt'\nupdated = 'May'\n", 3, "updated: 'May' is not a date"),
        ("[[source]]\npath = 'a.txt'\nurl = 'javascript:x'\n", 3, "url: "),
        ("[[source]]\npath = 'a.txt'\ncountry = 'uk'\n", 3, "country: "),
        ("[[source]]\npath = 'a.txt'\npath2\n", 3, "not valid TOML"),
        ("[sauce]\npath = 'a.txt'\n", 1, "unknown table 'sauce'"),
        ("source = 'a.txt'\n", 1, "must be written as [[source]]"),
    ],
)
def test_a_broken_list_says_line_and_key(tmp_path: Path, text: str, line: int, words: str) -> None:
    """What is wrong, where and what to do stand in one line."""
    write(tmp_path, a_dot_txt="words")
    sources(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        load_catalogue(tmp_path)
    message = str(caught.value)
    assert f"line {line}" in message
    assert words in message
    assert "sources.toml" in message
    assert "\n" not in message


def test_a_list_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """The list must be UTF-8."""
    (tmp_path / "sources.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError, match=r"sources\.toml: cannot be read"):
        load_catalogue(tmp_path)


def test_a_missing_directory_is_a_configuration_error(tmp_path: Path) -> None:
    """There is nothing to read."""
    with pytest.raises(ConfigurationError, match="cannot be listed"):
        load_catalogue(tmp_path / "nowhere")
