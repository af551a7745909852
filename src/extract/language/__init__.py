"""Language: one pass over a document that finds sentences and names. The only package that builds spaCy pipelines.

``annotate``      the pass: ``sentences``, ``terms`` (every form of every lexicon), ``context`` (is a common word the name here?)
``mentions``      what the pass gives
``roles``         whom an article is about, and titles that no lexicon knows, with ``titles``, ``asked``, ``longer``, ``interrupted``, ``assistants``,
                  ``paid_titles`` ("reef guides earn"), ``heads`` ("the engineer"), ``shorts`` ("PM"), ``introduced`` ("(CS)"), ``common_titles`` ("chef"), ``licences``
``bodies``        where figures are from; ``postal`` places by their codes, ``namesakes`` which of two is meant; ``glued`` tools that ran together,
                  ``tool_columns`` below each other
``cues``          cue lists as patterns; ``wordclass`` the class of a word
``syntax``        the parser, where rules are not enough; ``trees`` its trees in one label scheme
"""

from extract.language.annotate import Language
from extract.language.cues import Cues
from extract.language.mentions import Annotated, Mention, MentionKind, Passage

__all__ = ["Annotated", "Cues", "Language", "Mention", "MentionKind", "Passage"]
