"""Bytes to documents: decoding, blocks, tables, and what is article and what is page.

    file ── decoding ──► canonical text ── one reader for each format ──► pieces ── zones, outline ──►
    Document

Bad data is a :class:`~extract.model.Rejection`, never an exception.
"""

from extract.reading.catalogue import Catalogue, Entry, load_catalogue
from extract.reading.reading import read_file, read_source

__all__ = ["Catalogue", "Entry", "load_catalogue", "read_file", "read_source"]
