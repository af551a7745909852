"""Language: one pass over a document that finds sentences and names. The only package that builds spaCy pipelines."""

from extract.language.annotate import Language
from extract.language.cues import Cues
from extract.language.mentions import Annotated, Mention, MentionKind, Passage

__all__ = ["Annotated", "Cues", "Language", "Mention", "MentionKind", "Passage"]
