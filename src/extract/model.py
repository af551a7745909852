"""The values that pass between the stages. Frozen, slotted, without behaviour beyond convenience.

Offsets are Unicode code points into a document's canonical text, half-open: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Format(StrEnum):
    """What a source was written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class BlockKind(StrEnum):
    """The layout of a run of canonical text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"


class Zone(StrEnum):
    """What a block is part of. Only ``article`` makes claims."""

    ARTICLE = "article"
    MENU = "menu"
    ADVERT = "advert"
    AUTHOR = "author"
    BYLINE = "byline"
    CAPTION = "caption"
    RELATED = "related"
    QUESTION = "question"


class Kind(StrEnum):
    """What a claim is about."""

    SALARY = "salary"
    TOOL = "tool"
    RESPONSIBILITY = "responsibility"
    SKILL = "skill"
    EDUCATION = "education"
    CAREER_STEP = "career_step"
    OUTLOOK = "outlook"
    COMPARISON = "comparison"
    ATTRIBUTE = "attribute"


class PaidGroup(StrEnum):
    """The part of a role's holders that a figure of pay is of; what it says is no fact of the role."""

    WOMEN = "women"
    MEN = "men"


class Level(StrEnum):
    """Seniority, from the lowest to the highest; the order of the members is the ladder."""

    INTERN = "intern"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    PRINCIPAL = "principal"
    MANAGER = "manager"
    DIRECTOR = "director"


class Period(StrEnum):
    """What an amount of pay is paid for."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


class Polarity(StrEnum):
    """Whether the text says that it is so or that it is not."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How firmly the text says it; ``reported`` is a view that the text does not share."""

    STATED = "stated"
    HEDGED = "hedged"
    REPORTED = "reported"


class Container(StrEnum):
    """The kind of layout that a claim's words stand in."""

    TABLE = "table"
    LIST = "list"
    PROSE = "prose"
    HEADING = "heading"


class Status(StrEnum):
    """What validation concluded of a claim."""

    ACCEPTED = "accepted"
    FLAGGED = "flagged"
    QUARANTINED = "quarantined"


class Flag(StrEnum):
    """Reason codes on claims. Meanings are in :data:`extract.schemas.FLAG_MEANINGS`."""

    MALFORMED_AMOUNT = "malformed_amount"
    MISSING_CURRENCY = "missing_currency"
    AMBIGUOUS_CURRENCY = "ambiguous_currency"
    INVERTED_RANGE = "inverted_range"
    IMPLAUSIBLE_AMOUNT = "implausible_amount"
    REPAIRED_AMOUNT = "repaired_amount"
    PROXY_ROLE = "proxy_role"
    INFERRED_PERIOD = "inferred_period"
    INFERRED_ROLE = "inferred_role"
    HEDGED = "hedged"
    STALE = "stale"
    DUPLICATE_IN_SOURCE = "duplicate_in_source"
    UNKNOWN_TOOL = "unknown_tool"
    AMBIGUOUS_NAME = "ambiguous_name"
    INVALID_VALUE = "invalid_value"
    REJECTED_BY_REVIEWER = "rejected_by_reviewer"
    REPAIRED_BY_REVIEWER = "repaired_by_reviewer"
    BELIEVED_BY_REVIEWER = "believed_by_reviewer"
    OUTVOTED_BY_REVIEWER = "outvoted_by_reviewer"


class Severity(StrEnum):
    """How wrong a reader would be who did not know of a discrepancy."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of canonical text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table.

    ``start:end`` covers the words without marker, bullet or surrounding blanks; a table's covers its rows.
    ``level`` is 1 to 6 for headings and the nesting depth, from 0, for list items.
    ``headings`` are the indexes of the heading blocks above it, outermost first.
    ``intro`` is the index of the block that introduces a list (a paragraph or heading right above its first item).
    ``label`` is the span of a leading label (``Git.`` or ``Work output:``) without its mark, where there is one.
    ``table`` is the index into :attr:`Document.tables`.
    """

    index: int
    kind: BlockKind
    start: int
    end: int
    zone: Zone = Zone.ARTICLE
    level: int = 0
    headings: tuple[int, ...] = ()
    intro: int | None = None
    label: Span | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its place and the span of its words (empty cells have ``start == end``).

    ``row`` is -1 in the header and counts from 0 in the body.
    """

    row: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. ``header`` is empty where the source has none; rows differ in length only by what is missing.

    ``form`` names the layout that it was read from (``pipe``, ``glued``, ``spaces``, ``cards``, ``html`` ...).
    ``repeats`` is the index of an earlier table with the same cells. ``note`` is the footnote below it.
    """

    index: int
    start: int
    end: int
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    form: str
    repeats: int | None = None
    note: Span | None = None
    title: Span | None = None

    def cells(self) -> Iterator[Cell]:
        """Every cell, header first, row by row."""
        yield from self.header
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known of a file in ``raw/``. Dates are ISO 8601 strings (``2026-04-07``, ``2026-04`` or ``2026``).

    ``country`` is the ISO 3166 code of the readers that it is written for, where known.
    """

    source_id: str
    path: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source that was read: canonical text and its structure."""

    info: SourceInfo
    format: Format
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]

    def words(self, part: Block | Cell | Span | Table) -> str:
        """The exact text of a part."""
        return self.text[part.start : part.end]

    def section(self, block: Block) -> str:
        """The headings above a block, joined by `` > ``."""
        return " > ".join(self.words(self.blocks[index]) for index in block.headings)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A source that could not be read, and why, in one line."""

    info: SourceInfo
    format: Format
    sha256: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A candidate reading of a malformed amount. Never applied without a reviewer."""

    low: float | None
    high: float | None
    unit: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a source says. Columns and meanings are those of ``claims.parquet``."""

    kind: Kind
    source_id: str
    value: str
    quote: str
    char_start: int
    char_end: int
    section: str
    container: Container
    extractor: str
    confidence: float
    role: str | None = None
    stated_role: str | None = None
    level: str | None = None
    aspect: str | None = None
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    period: str | None = None
    period_inferred: bool = False
    statistic: str | None = None
    basis: str | None = None
    approximate: bool = False
    region: str | None = None
    as_of: str | None = None
    horizon: str | None = None
    attributed_to: str | None = None
    experience_min: float | None = None
    experience_max: float | None = None
    object_role: str | None = None
    direction: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.STATED
    exclusivity: str | None = None
    table_index: int | None = None
    row_index: int | None = None
    column_index: int | None = None
    flags: tuple[Flag, ...] = ()
    repairs: tuple[Repair, ...] = ()
    quarantine: bool = False
    because: Mapping[str, str] = field(default_factory=dict)
    """Attribution's reasons: column name -> the words or structure that it was concluded from."""
