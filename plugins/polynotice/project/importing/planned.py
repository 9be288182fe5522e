"""What a document is to become: records, sections and pages, with the way of each of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from polynotice.project.importing.document import Cell, Document, Left, Line, lines_of


@dataclass(frozen=True, kw_only=True)
class Way:
    """Where a text of the source went."""

    path: str
    place: str
    text: str
    to: str
    """`record <id> <field>`, `page <path below docs/>`, or `header <field>`."""


@dataclass(kw_only=True)
class PlannedRecord:
    """A purpose that is to be written."""

    id: str
    title: str
    """Inline Markdown."""
    fields: Mapping[str, Cell]
    concluded: tuple[tuple[str, str], ...] = ()
    """Fields that columns are taken for though their headers do not say so, with these headers."""
    data: tuple[tuple[str, str], ...] = ()
    """Ids of kinds of personal data, each with why it is only likely, or nothing if it is sure."""
    bases: tuple[tuple[str, str], ...] = ()
    """Likewise, ids of legal bases."""


@dataclass(kw_only=True)
class PlannedSection:
    """A file of purposes."""

    id: str
    title: str
    is_named: bool = True
    """Whether a document has its title."""
    records: list[PlannedRecord] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class PlannedBlock:
    """A block of tables on a page."""

    section: PlannedSection
    records: tuple[PlannedRecord, ...]
    columns: tuple[str, ...]
    together: bool


@dataclass(frozen=True, kw_only=True)
class PlannedHeading:
    """A heading on a page; the page's own title has the level 1."""

    level: int
    text: str
    """Inline Markdown."""
    plain: str = ""
    """As a reader sees it; nothing where no document has it."""


@dataclass(frozen=True, kw_only=True)
class PlannedTable:
    """A table of prose: rows of cells as inline Markdown, the first being its header."""

    rows: tuple[tuple[str, ...], ...]
    plain: tuple[tuple[str, str], ...] = ()
    """Each of its texts as inline Markdown, and as a reader sees it."""


Planned = PlannedHeading | PlannedBlock | PlannedTable | Line


@dataclass(kw_only=True)
class PlannedPage:
    """A page that is to be written."""

    uri: str
    """Its path below `docs/`."""
    title: str
    """Plain words."""
    blocks: list[Planned] = field(default_factory=list)


@dataclass(kw_only=True)
class Plan:
    """All that is to be written, and how each text of the source got there."""

    title: str
    """Of the notice."""
    pages: list[PlannedPage] = field(default_factory=list)
    sections: list[PlannedSection] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    """Kinds of personal data: names by their ids."""
    columns: tuple[str, ...] = ()
    """That the notice shows: those that it has already, or of the first table."""
    extra: dict[str, str] = field(default_factory=dict)
    """Headers of columns of the notice's own, by their fields."""
    ways: list[Way] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    doubtful: list[tuple[str, str, str]] = field(default_factory=list)
    """Tables that stay tables of a page, though they may be of purposes: path, place, and the field
    of the two that no header names, or nothing where the rows seem to be something else."""
    concluded: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Columns taken for a field though they do not say so: path, place of the table, field, and
    header."""
    counted: set[tuple[str, str]] = field(default_factory=set)
    """Path and place of each table of purposes."""

    @property
    def tables(self) -> int:
        """The number of tables of purposes."""
        return len(self.counted)

    def count(self, path: str, place: str, concluded: Iterable[tuple[str, str]]) -> None:
        """Counts a table of purposes, or a part of one; `concluded` as in `PlannedRecord`."""
        if (path, place) not in self.counted:
            self.concluded += [(path, place, name, header) for name, header in concluded]
        self.counted.add((path, place))

    @property
    def records(self) -> list[PlannedRecord]:
        """Every record, in the order of the sections."""
        return [record for section in self.sections for record in section.records]

    def leave_the_rest(self, documents: Iterable[Document]) -> None:
        """Leaves what the documents say of which nothing was made: none, unless a planner errs."""
        self.left = list(dict.fromkeys(self.left))  # a merged cell's stands at each of its places
        known = {(one.path, one.place) for one in self.ways}
        known |= {(one.path, one.place) for one in self.left}
        self.left += [
            Left(path=document.path, place=line.place, text=line.text, why="nothing was made of it")
            for document in documents
            for block in document.blocks
            for line in lines_of(block)
            if line.text and (document.path, line.place) not in known
        ]
