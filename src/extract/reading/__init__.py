"""Bytes to documents: decoding, blocks, tables, and what is article and what is page.

    file ── decoding ──► canonical text ── one reader for each format ──► pieces ── zones, outline ──►
    Document

Bad data is a :class:`~extract.model.Rejection`, never an exception.

``catalogue``     the files of a directory: ``opening``, ``decoding``, ``cut_words``, ``formats``, ``archive`` (crawls)
``reading``       one of them, through ``text``, ``markdown`` (with ``dialects``) or ``page``
``page``          HTML, with ``page_head``, ``page_tables``, ``page_grids``, ``page_tabs``, ``page_words``,
                  ``page_zones``; ``canvas`` renders it, ``marked`` ends what markup leaves open
``pieces``        what all formats make, with ``lines``, ``draft``, ``lists``, ``headed_lists``, ``figure_lists``,
                  ``headings``, ``card_titles``, ``outline``; ``assemble`` makes the document of them
``zones``         article or page, with ``furniture``, ``postings`` and ``adverts``
``metadata``      what a page says of itself, with ``dates``
``cues``, ``names``, ``money``  words, roles and sums in a line
"""

from extract.reading.catalogue import Catalogue, Entry, load_catalogue
from extract.reading.reading import read_file, read_source

__all__ = ["Catalogue", "Entry", "load_catalogue", "read_file", "read_source"]
