"""Attribution: whose claim is it, and of which level, place and time. It returns what it concluded and from what.

Whose it is:

``prose``         blocks: from the sentence, those before, the label, the introduction and the headings
``owners``        the subjects of a sentence and how far each reaches, with ``joint`` ("both"), ``behind`` ("$90,000 for bakers"),
                  ``brackets``, ``in_passing`` (relative clauses and asides), ``kinds`` ("licensed bakers"), ``wording``,
                  ``trades`` ("data science salaries")
``tables``        which axis of a table names roles; ``headers`` second rows of headers

Of what, and how it is said:

``qualifiers``    level, region, origin, statistic, basis, from the nearest words, with ``dates``, ``experience``, ``grades``,
                  ``no_levels``, ``no_parts``, ``no_places``, ``addresses`` (towns) and ``distribution`` (percentiles, shares)
``tone``          stated, hedged or reported; ``denial`` what is denied; ``persons`` what is told of one person
``kept``          remembers what is asked again and again
"""

from extract.attribution.denial import denies_list
from extract.attribution.distribution import percentile, percentile_among, percentile_under, share_below, tails_in
from extract.attribution.experience import Experience
from extract.attribution.grades import Found
from extract.attribution.kept import kept
from extract.attribution.no_places import is_elsewhere
from extract.attribution.owners import Clauses, Owner, OwnerFinder, Part
from extract.attribution.prose import NOBODY, Attribution, Attributor
from extract.attribution.qualifiers import Qualifiers, nearest
from extract.attribution.tables import TableView
from extract.attribution.tone import Tone
from extract.attribution.wording import BESIDE_SUBJECT, NO_ADVERB, respectively

__all__ = [
    "BESIDE_SUBJECT",
    "NOBODY",
    "NO_ADVERB",
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
    "denies_list",
    "is_elsewhere",
    "kept",
    "nearest",
    "percentile",
    "percentile_among",
    "percentile_under",
    "respectively",
    "share_below",
    "tails_in",
]
