"""Choosing a syntactic model."""

from __future__ import annotations

import pytest

from extract.errors import ConfigurationError
from extract.language.syntax import Syntax


def test_none_is_no_model() -> None:
    """Rules alone are a choice."""
    assert not Syntax("none").enabled


def test_a_model_that_is_not_installed() -> None:
    """The error names the setting, the model and what to do."""
    with pytest.raises(ConfigurationError, match=r"language\.model: .*'en_no_such_model'.*install"):
        Syntax("en_no_such_model").parse(["They build."])


def test_the_shipped_model() -> None:
    """It finds subjects and objects, in Universal Dependencies' terms."""
    syntax = Syntax("en_ud_sm")
    (doc,) = syntax.parse(["Data engineers build pipelines."])
    found = {token.text: syntax.label(token.dep_) for token in doc}
    assert found["engineers"] == "nsubj"
    assert found["pipelines"] == "obj"


def test_labels_of_other_schemes_are_translated() -> None:
    """A user's own model may speak ClearNLP."""
    assert Syntax("none").label("dobj") == "obj"
    assert Syntax("none").label("nsubj") == "nsubj"
