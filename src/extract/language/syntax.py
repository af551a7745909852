"""Syntax where rules are not enough: a tagger and parser, loaded when first asked for.

Labels are Universal Dependencies; a user's own model with ClearNLP labels (``en_core_web_*``) is translated.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from extract.errors import ConfigurationError

# Registers the callback that the shipped model's configuration names.
from extract.language import wordclass as _wordclass  # noqa: F401

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parent.parent / "models" / "en_ud_sm"
NONE = "none"
_CLEARNLP_TO_UD = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "pobj": "obl",
}


class Syntax:
    """A tagger and dependency parser. ``model`` as for :class:`extract.language.Language`."""

    def __init__(self, model: str) -> None:
        self.model = model

    @property
    def enabled(self) -> bool:
        """Whether there is a model at all."""
        return self.model != NONE

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """Parses sentences. Raises ConfigurationError where the model cannot be loaded."""
        return list(self._nlp.pipe(texts))

    def label(self, dependency: str) -> str:
        """A dependency label in Universal Dependencies' terms."""
        return _CLEARNLP_TO_UD.get(dependency, dependency)

    @cached_property
    def _nlp(self) -> SpacyLanguage:
        try:
            with warnings.catch_warnings():
                # W095: trained with another patch release of the same minor version.
                warnings.filterwarnings("ignore", message=r"\[W095\]")
                return spacy.load(
                    SHIPPED if self.model == "en_ud_sm" else self.model,
                    exclude=["ner", "lemmatizer", "morphologizer"],
                )
        except OSError:
            raise ConfigurationError(
                f'language.model: no installed spaCy model is called {self.model!r}: install it, or use "en_ud_sm" or "none"'
            ) from None
