"""Reconciliation: claims as a table in, facts and discrepancies out. Knows nothing of texts.

``policies``       what is compared, tolerated and believed, as data
``copies``         near-copies among texts, which vote once
``normalise``      claims as a table that can be computed with; pay per year
``grouping``       claims as plain rows, group by group
``comparability``  what is one data item, and how well a claim fits it
``ruled``          what reviewers have said of claims
``trust``          what each claim weighs, and why
``fused``          what many witnesses speak of, as ``fusion`` decides it
``fusion``         truth discovery on plain tables: labels, sets, amounts
``conflicts``      one detector for each type of discrepancy
``exclusive``      tools that one role is said to have alone
``estimate``       robust figures and what they are worth
``facts``          one builder for each table of facts
``identity``       ids that stay
``wording``        the words of summaries
``engine``         :func:`reconcile`, which puts them together
"""

from extract.reconciliation.copies import CopyPair, near_copies
from extract.reconciliation.engine import DISCREPANCY_COLUMNS, Reconciled, facts_of, reconcile
from extract.reconciliation.facts import FACT_COLUMNS
from extract.reconciliation.policies import Policies, load_policies, policies_over, read_policies

__all__ = [
    "DISCREPANCY_COLUMNS",
    "FACT_COLUMNS",
    "CopyPair",
    "Policies",
    "Reconciled",
    "facts_of",
    "load_policies",
    "near_copies",
    "policies_over",
    "read_policies",
    "reconcile",
]
