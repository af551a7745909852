"""Turns articles about job roles into curated tables in which every value points at the words that say it.

The way of the data; each arrow is one function that takes values and returns values::

    raw/*.{txt,md,html}            bytes, only ever read
      |  reading                   decode, find blocks and tables, tell the article from the page around it
      v
    Document                       canonical text; blocks and tables as offsets into it
      |  language                  roles, tools, levels, places, cues as spans; sentences and syntax
      v
    annotated article
      |  claims, attribution       one module for each kind of claim; attribution says whose it is
      v
    Claim                          a value, the exact words, who, which level, where, when, says who
      |  schemas                   accepted, flagged or quarantined, with reasons; nothing is dropped
      v
    claims table
      |  reconciliation            comparable? agreed? whom to believe? how sure?
      v
    facts and discrepancies
      |  report, publishing        one snapshot: tables, texts, report, manifest; whole or not
      v
    curated/latest

``pipeline`` holds the stages in this order. Nothing upstream knows what is downstream of it. The names below
are imported from their modules when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PUBLIC: Final[Mapping[str, str]] = {
    "Claim": "extract.model",
    "ConfigurationError": "extract.errors",
    "Document": "extract.model",
    "Flag": "extract.model",
    "Kind": "extract.model",
    "Language": "extract.language",
    "Level": "extract.model",
    "PublishingError": "extract.errors",
    "Rejection": "extract.model",
    "RolefactsError": "extract.errors",
    "SCHEMAS": "extract.schemas",
    "Settings": "extract.settings",
    "claims_frame": "extract.schemas",
    "extract_claims": "extract.claims",
    "find_amounts": "extract.amounts",
    "load_catalogue": "extract.reading",
    "load_lexicons": "extract.lexicons",
    "load_settings": "extract.settings",
    "read_file": "extract.reading",
    "reconcile": "extract.reconciliation",
    "run": "extract.pipeline",
    "validate_claims": "extract.schemas",
    "verify": "extract.publishing",
}
"""Public name -> the module that defines it."""
_RENAMED: Final[Mapping[str, str]] = {"load_lexicons": "load"}

__all__ = sorted([*_PUBLIC, "__version__"])  # noqa: PLE0605 - made from the table above


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name == "__version__":
        value: Any = version("rolefacts")
    elif name in _PUBLIC:
        value = getattr(import_module(_PUBLIC[name]), _RENAMED.get(name, name))
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
