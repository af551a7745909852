"""Tables of text pages: one small reader for each way in which a table survives being saved as text."""

from extract.reading.tables.finding import find_tables

__all__ = ["find_tables"]
