"""Syntax where rules are not enough: a tagger and parser, loaded when first asked for.

What it gives are trees in Universal Dependencies' terms, whatever the model's own scheme
(:mod:`extract.language.trees`).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import is_package, registry

from extract.errors import ConfigurationError

# Registers the callback that the shipped model's configuration names.
from extract.language import wordclass as _wordclass  # noqa: F401
from extract.language.trees import Tree, is_clearnlp, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language as SpacyLanguage

SHIPPED = "en_ud_sm"
NONE = "none"
FOLDER = Path(__file__).parent.parent / "models" / SHIPPED
NEEDED = ("tagger", "parser")


class Syntax:
    """A tagger and dependency parser. ``model`` as for :class:`extract.language.Language`.

    Raises ConfigurationError where no such model is installed; it is loaded when something is first parsed.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        if model not in {NONE, SHIPPED} and not is_package(model):
            raise self._error(
                f'no installed spaCy model is called {model!r}: install it, or use "{SHIPPED}" or "{NONE}"'
            )

    @property
    def enabled(self) -> bool:
        """Whether there is a model at all."""
        return self.model != NONE

    def parse(self, texts: Sequence[str]) -> list[Tree]:
        """Parses sentences, all in one go. Raises ConfigurationError where the model cannot be loaded."""
        nlp, clearnlp = self._loaded
        return [tree(doc, clearnlp=clearnlp) for doc in nlp.pipe(texts)]

    @cached_property
    def _loaded(self) -> tuple[SpacyLanguage, bool]:
        """The pipeline, and whether it speaks ClearNLP."""
        try:
            with warnings.catch_warnings():
                # W095: trained with another patch release of the same minor version.
                warnings.filterwarnings("ignore", message=r"\[W095\]")
                nlp = spacy.load(
                    FOLDER if self.model == SHIPPED else self.model,
                    exclude=["ner", "lemmatizer", "morphologizer", "attribute_ruler", "senter"],
                )
        except (OSError, ValueError, ImportError, AttributeError) as error:
            said = " ".join(str(error).split())[:200]
            raise self._error(f"{self.model!r} cannot be loaded ({said}): install it for this spaCy") from None
        missing = [name for name in NEEDED if name not in nlp.pipe_names]
        if missing:
            raise self._error(f"{self.model!r} has no {' and no '.join(missing)}: use another model")
        return nlp, is_clearnlp(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]

    def _error(self, problem: str) -> ConfigurationError:
        return ConfigurationError(f"language.model: {problem}")


@registry.tokenizers("rolefacts_bare.v1")  # type: ignore[untyped-decorator]
def bare_tokenizer() -> Callable[[SpacyLanguage], Tokenizer]:
    """A tokenizer without rules, which the shipped model fills with its own; making spaCy's first takes long."""
    return lambda nlp: Tokenizer(nlp.vocab)
