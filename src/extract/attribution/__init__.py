"""Attribution: whose claim is it, and of which level, place and time. It returns what it concluded and from what."""

from extract.attribution.distribution import percentile_under, share_below
from extract.attribution.experience import Experience
from extract.attribution.grades import Found
from extract.attribution.kept import kept
from extract.attribution.owners import Clauses, Owner, OwnerFinder, Part
from extract.attribution.prose import NOBODY, Attribution, Attributor
from extract.attribution.qualifiers import Qualifiers, nearest
from extract.attribution.tables import TableView
from extract.attribution.tone import Tone
from extract.attribution.wording import BESIDE_SUBJECT, respectively

__all__ = [
    "BESIDE_SUBJECT",
    "NOBODY",
    "Attribution",
    "Attributor",
    "Clauses",
    "Experience",
    "Found",
    "Owner",
    "OwnerFinder",
    "Part",
    "Qualifiers",
    "TableView",
    "Tone",
    "kept",
    "nearest",
    "percentile_under",
    "respectively",
    "share_below",
]
