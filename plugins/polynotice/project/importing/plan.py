"""From what documents say to the records, sections and pages that say it."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from polynotice.notice.columns import FIELDS
from polynotice.project.importing.cell_lists import lost_of
from polynotice.project.importing.columns import NAMELESS, PurposeTable, SectionRow
from polynotice.project.importing.document import Cell, Document, Heading, Left, Line, Table
from polynotice.project.importing.names import LONGEST_TITLE, free, slug, title_of
from polynotice.project.importing.other_tables import doubt_of
from polynotice.project.importing.planned import (
    Plan,
    PlannedBlock,
    PlannedHeading,
    PlannedPage,
    PlannedRecord,
    PlannedSection,
    Way,
)
from polynotice.project.importing.prose_tables import cells_of, prose_table
from polynotice.project.importing.runs import escaped, markdown, paragraph, without_emphasis_of_all
from polynotice.project.importing.shape import Piece, Shape, pieces_of, shape_of
from polynotice.project.importing.ticks import (
    ALONE,
    Named,
    marked,
    named_in,
    says_yes,
    without_marks,
)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The names that a project has already, and what it can say."""

    ids: Container[str] = frozenset()
    sections: Container[str] = frozenset()
    pages: Collection[str] = frozenset()
    columns: tuple[str, ...] = ()
    """Its own fields; all that documents bring, where there is no project yet."""
    shown: tuple[str, ...] = ()
    """The columns of its tables; those of the first table, where there is no project yet."""
    is_new: bool = True


def plan_of(
    documents: Sequence[Document], given: Mapping[str, str], taken: Taken, title: str
) -> Plan:
    """What the documents are to become; `title` is the notice's where they have none."""
    pieces = list(pieces_of(documents, given))
    planner = _Planner(taken, shape_of(pieces), Plan(title=title, columns=taken.shown))
    planner.plan.left += [left for document in documents for left in document.left]
    for index, (path, piece) in enumerate(pieces):
        planner.path = path
        planner.add(index, piece)
    planner.close()
    planner.plan.leave_the_rest(documents)
    return planner.plan


@dataclass
class _Planner:
    taken: Taken
    shape: Shape
    plan: Plan
    path: str = ""
    page: PlannedPage = field(init=False)
    section: PlannedSection | None = None
    heading: str = ""
    """The nearest heading above that is no record's, as inline Markdown."""
    heading_text: str = ""
    title_of_record: Line | None = None
    ids: set[str] = field(default_factory=set)
    named: Mapping[str, Named] = field(default_factory=dict)
    """Legal bases that the headers of the last table name."""

    def __post_init__(self) -> None:
        self.page = PlannedPage(uri=self._free_page("index"), title=self.plan.title)
        self.plan.pages.append(self.page)

    def add(self, number: int, piece: Piece) -> None:
        if isinstance(piece, Heading):
            if number in self.shape.of_records:
                self.title_of_record = piece.line
            else:
                self._add_heading(number, piece)
        elif isinstance(piece, PurposeTable):
            self._add_purposes(piece)
        elif isinstance(piece, Table):
            self._add_table(piece)
        else:
            self._go(piece, f"page {self.page.uri}")
            self.page.blocks.append(piece)

    def _go(self, line: Line, to: str) -> None:
        self.plan.ways.append(Way(path=self.path, place=line.place, text=line.text, to=to))

    def _leave(self, cell: Cell, why: str) -> None:
        if cell.text:
            self.plan.left.append(Left(path=self.path, place=cell.place, text=cell.text, why=why))

    def _leave_lists(self, cell: Cell, *, is_one_text: bool) -> None:
        for text, why in lost_of(cell, is_one_text=is_one_text):
            self.plan.left.append(Left(path=self.path, place=cell.place, text=text, why=why))

    def _add_heading(self, number: int, piece: Heading) -> None:
        text = markdown(without_emphasis_of_all(piece.line.runs))
        self.heading, self.heading_text, self.section = text, piece.line.text, None
        level = piece.level - self.shape.page_level + 1
        if number == self.shape.title:
            self.plan.title = self.page.title = piece.line.text
            level = 1
        elif level == 1:
            self._begin_page(piece.line.text)
        self._go(piece.line, f"page {self.page.uri}")
        self.page.blocks.append(
            PlannedHeading(level=max(level, 1), text=text, plain=piece.line.text)
        )

    def _begin_page(self, title: str) -> None:
        """Begins another page; the first one, where nothing stands on that yet."""
        if len(self.plan.pages) == 1 and not self.page.blocks:
            self.page.title = title
            return
        self.page = PlannedPage(uri=self._free_page(slug(title) or "page"), title=title)
        self.plan.pages.append(self.page)

    def _free_page(self, name: str) -> str:
        own = {page.uri for page in self.plan.pages}
        name = free(name, {uri.removesuffix(".md") for uri in own})
        if f"{name}.md" in self.taken.pages:
            known = {uri.removesuffix(".md") for uri in (*own, *self.taken.pages)}
            name = free(f"{name}-imported", known)
        return f"{name}.md"

    def _add_table(self, table: Table) -> None:
        """A table of something else, as a table of prose."""
        if (lacks := doubt_of(table)) is not None:
            self.plan.doubtful.append((self.path, table.place, lacks))
        for cell in cells_of(table):
            if not self.taken.is_new:
                self._leave(cell, "the table is not one of purposes: write it in a page")
                continue
            to = f"page {self.page.uri}"
            self.plan.ways.append(Way(path=self.path, place=cell.place, text=cell.text, to=to))
            self._leave_lists(cell, is_one_text=True)
        if self.taken.is_new and (planned := prose_table(table)):
            self.page.blocks.append(planned)

    def _add_purposes(self, table: PurposeTable) -> None:
        self.plan.count(self.path, table.place, table.concluded)
        self.named = named_in(table.headers) if table.headers else self.named
        records = []
        seen: set[str] = set()
        for row in table.rows:
            if isinstance(row, SectionRow):
                continue
            cells = dict(zip(table.fields, row, strict=False))
            marks, ticked = marked(cells, self.named)
            for name, why in marks.items():
                self._leave(cells[name], why)
                cells[name] = Cell(place=cells[name].place)
            if record := self._record(cells, seen):
                record.bases, record.concluded = ticked, table.concluded
                records.append(record)
        kept = {name for record in records for name in record.fields}
        gone = {name for name in self.named if records and name not in kept}
        self._add_headers(table, gone)
        if not records:
            return
        has_bases = any(record.bases for record in records)
        columns = without_marks(table.fields, gone, has_bases=has_bases)
        shown = tuple(name for name in columns if self._has_column(name))
        section = self._section()
        section.records += records
        self.plan.columns = self.plan.columns or shown
        self._add_block(section, tuple(records), shown, together=len(table.rows) > 1)

    def _add_headers(self, table: PurposeTable, gone: Container[str]) -> None:
        for cell, name in table.headers:
            if name in gone or not name:
                self._leave(cell, ALONE if name else "is a header beside others of its columns")
                continue
            for line in cell.lines:
                self._go(line, f"header {name}")
        for name, cell in table.extra.items():
            if self.taken.is_new and name not in gone:
                text = markdown(without_emphasis_of_all(cell.lines[0].runs))
                self.plan.extra.setdefault(name, text)

    def _has_column(self, name: str) -> bool:
        is_new = self.taken.is_new and not name.startswith(NAMELESS)
        return name in FIELDS or is_new or name in self.taken.columns

    def _record(self, cells: dict[str, Cell], seen: set[str]) -> PlannedRecord | None:
        for name in ("purpose", "personal_data"):
            if name not in cells or not _has_words(cells[name]):
                why = f"its row has no {name.replace('_', ' ')}"
                if title := self.title_of_record:
                    self._leave(Cell(lines=(title,), place=title.place), why)
                for cell in cells.values():
                    self._leave(cell, why)
                self.title_of_record = None
                return None
        title, first = self.title_of_record, cells["purpose"]
        self.title_of_record = None
        text = title.text if title else title_of(first.lead(LONGEST_TITLE))
        name = record_id = slug(text) or f"purpose-{len(self.ids) + 1}"
        numbers = count(2)
        while record_id in self.ids or record_id in self.taken.ids:
            record_id = f"{name}-{next(numbers)}"
        self.ids.add(record_id)
        if title:
            self._go(title, f"record {record_id} title")
            written = paragraph(markdown(without_emphasis_of_all(title.runs)))
        else:
            written = paragraph(escaped(text))
        kept = self._kept(record_id, cells, seen)
        return PlannedRecord(id=record_id, title=written, fields=kept)

    def _kept(self, record_id: str, cells: dict[str, Cell], seen: set[str]) -> dict[str, Cell]:
        """The cells that the record is to have."""
        kept: dict[str, Cell] = {}
        for name, cell in cells.items():
            if not cell.text:
                continue
            if not self._has_column(name):
                why = f"the notice has no column {name}: add it to extra_columns"
                if name.startswith(NAMELESS):
                    why = "its column has no header: write one, or number them with --columns"
                self._leave(cell, why)
                continue
            if not _has_words(cell):
                nothing = 'says nothing: the notice says "Not stated" there'
                tick = "is a mark: say in words what it means"
                self._leave(cell, tick if says_yes(cell) else nothing)
                continue
            kept[name] = cell
            if cell.place not in seen:
                seen.add(cell.place)
                for line in cell.lines:
                    self._go(line, f"record {record_id} {name}")
                self._leave_lists(cell, is_one_text=name == "purpose")
        return kept

    def _section(self) -> PlannedSection:
        if self.section is None:
            name = slug(self.heading_text) or f"section-{len(self.plan.sections) + 1}"
            if not self.heading_text:
                name = "purposes"
            known = {section.id for section in self.plan.sections}
            while name in known or name in self.taken.sections:
                name = free(f"{name}-2", known)
            title = self.heading or escaped(self.plan.title)
            self.section = PlannedSection(id=name, title=title, is_named=bool(self.heading))
            self.plan.sections.append(self.section)
        return self.section

    def _add_block(
        self,
        section: PlannedSection,
        records: tuple[PlannedRecord, ...],
        columns: tuple[str, ...],
        *,
        together: bool,
    ) -> None:
        last = self.page.blocks[-1] if self.page.blocks else None
        joins = not together and isinstance(last, PlannedBlock) and not last.together
        if (
            isinstance(last, PlannedBlock)
            and joins
            and last.section is section
            and last.columns == columns
        ):
            records = (*last.records, *records)
            self.page.blocks.pop()
        self.page.blocks.append(
            PlannedBlock(section=section, records=records, columns=columns, together=together)
        )

    def close(self) -> None:
        """Gives the first page a title, and columns that --columns alone names a header."""
        for name in (name for record in self.plan.records for name in record.fields):
            if self.taken.is_new and name not in FIELDS:
                self.plan.extra.setdefault(name, name.replace("_", " ").strip().capitalize())
        first = self.plan.pages[0]
        if first.blocks and isinstance(first.blocks[0], PlannedHeading):
            return
        first.blocks.insert(0, PlannedHeading(level=1, text=escaped(self.plan.title)))


def _has_words(cell: Cell) -> bool:
    return any(sign.isalnum() for sign in cell.text)
