"""What the project knows by name: roles, tools, levels, regions, currencies, origins, degrees, cue words.

The data are TOML and JSON Lines files beside the code; :func:`load` reads them and lays a user's own files over them.
"""

from extract.lexicons.entries import (
    CertificationEntry,
    CurrencyEntry,
    DegreeEntry,
    LevelEntry,
    OriginEntry,
    RegionEntry,
    RoleEntry,
    StudyField,
    ToolEntry,
)
from extract.lexicons.lexicons import Lexicons
from extract.lexicons.loader import load
from extract.lexicons.terms import Spelling, display, key, plural, singular, snake

__all__ = [
    "CertificationEntry",
    "CurrencyEntry",
    "DegreeEntry",
    "LevelEntry",
    "Lexicons",
    "OriginEntry",
    "RegionEntry",
    "RoleEntry",
    "Spelling",
    "StudyField",
    "ToolEntry",
    "display",
    "key",
    "load",
    "plural",
    "singular",
    "snake",
]
