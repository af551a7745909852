"""Truth discovery on plain tables of claims: whom to believe, how sure, and why. Knows nothing of texts.

``labels``        one true label for each item: :func:`fuse_labels`
``dawid_skene``   the same for a small closed set of labels
``sets``          which elements belong to an item: :func:`fuse_sets`
``amounts``       one true amount for each item: :func:`fuse_amounts`
``steps``         the step in which amounts are said
``scales``        amounts or their logarithms: whether errors grow with amounts
``figures``       amounts as points on that scale, and bounds
``opinions``      figures gathered into opinions and voted on
``nearness``      how far wrong figures lie from the true one
``exactness``     amounts that agree to the digit by habit
``habits``        each source's usual offset and scatter
``slips``         gross errors recognised as what they are
``voting``        the Bayesian vote, and what it says of the sources
``duplicates``    sources that say the same throughout
``dependence``    sources that share what is wrong
``confidence``    probabilities that mean what they say
``tables``        claims as codes; copies as one witness
``segments``      sums, maxima and medians over runs of rows
``parameters``    what is assumed, from ``fusion.toml``

Everything is linear in claims but for sorting, and works on columns; of long tables on some items at a time, so
that what is made of them stays in the processor's cache. The same claims give the same facts in any order and under
any names of sources.
"""

from extract.reconciliation.fusion.amounts import VERDICTS, FusedAmounts, fuse_amounts
from extract.reconciliation.fusion.confidence import calibrated, fit
from extract.reconciliation.fusion.duplicates import duplicates
from extract.reconciliation.fusion.labels import Fused, fuse_labels
from extract.reconciliation.fusion.parameters import Calibration, Parameters, load_parameters
from extract.reconciliation.fusion.sets import FusedSets, fuse_sets

__all__ = [
    "VERDICTS",
    "Calibration",
    "Fused",
    "FusedAmounts",
    "FusedSets",
    "Parameters",
    "calibrated",
    "duplicates",
    "fit",
    "fuse_amounts",
    "fuse_labels",
    "fuse_sets",
    "load_parameters",
]
