"""Snapshots under ``curated/``: atomic, whole, checked.

``parquet``      frames -> Parquet with descriptions and checksums, and back
``datapackage``  the schemas as a Frictionless data package
``dictionary``   the schemas as a data dictionary
``manifest``     what a snapshot was made from and what it holds
``store``        lock, staging, one switch, what is kept
``snapshot``     the files of a snapshot
``verify``       whether a snapshot is what its manifest says
``explanation``  where a claim of a snapshot comes from
``verdicts``     why a fact is believed, a discrepancy raised
``account``      what the manifest tells of a run
``standalone``   somebody's own claims, reconciled without texts
"""

from extract.publishing.dictionary import data_dictionary
from extract.publishing.explanation import explain
from extract.publishing.manifest import read_manifest
from extract.publishing.parquet import read_table
from extract.publishing.snapshot import Contents, carry_first_seen, read_discrepancies, write_snapshot
from extract.publishing.standalone import reconcile_file
from extract.publishing.store import Store, latest_snapshot, new_run_id
from extract.publishing.verify import verify

__all__ = [
    "Contents",
    "Store",
    "carry_first_seen",
    "data_dictionary",
    "explain",
    "latest_snapshot",
    "new_run_id",
    "read_discrepancies",
    "read_manifest",
    "read_table",
    "reconcile_file",
    "verify",
    "write_snapshot",
]
