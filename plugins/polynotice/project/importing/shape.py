"""What the headings of documents are for: the notice's title, pages, sections, single purposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from polynotice.project.importing.columns import PurposeTable, SectionRow, understood
from polynotice.project.importing.document import Block, Cell, Document, Heading, Line, Table
from polynotice.project.importing.runs import Run

Piece = Heading | Line | Table | PurposeTable


def pieces_of(
    documents: Sequence[Document], given: Mapping[str, str]
) -> Iterator[tuple[str, Piece]]:
    """The blocks of all documents, their tables understood, rows of sections as headings."""
    documents = [_with_headings(document) for document in documents]
    tables = [block for each in documents for block in each.blocks if isinstance(block, Table)]
    known = iter(understood(tables, given))
    for document in documents:
        level = 1
        for number, block in enumerate(document.blocks):
            if isinstance(block, Heading):
                level = block.level
            if not isinstance(block, Table):
                yield document.path, block
                continue
            table = next(known)
            if table is None:
                yield document.path, block
            else:
                goes_on = isinstance(next(iter(document.blocks[number + 1 :]), None), Table)
                for piece in _parted(table, level + 1, goes_on=goes_on):
                    yield document.path, piece


def _with_headings(document: Document) -> Document:
    """The document with its bold paragraphs as headings, where it has no others but its title.

    One alone is emphasis, and so is what ends as a sentence does or is longer than a heading.
    """
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    bold = {n for n, block in enumerate(document.blocks) if _looks_like_heading(block)}
    bold -= {len(document.blocks) - 1}
    if len(headings) > 1 or len(bold) < 2:
        return document
    blocks = tuple(
        Heading(level=2, line=block) if n in bold and isinstance(block, Line) else block
        for n, block in enumerate(document.blocks)
    )
    return replace(document, blocks=blocks)


def _looks_like_heading(block: Block) -> bool:
    if not isinstance(block, Line) or block.is_item or not 0 < len(block.text) <= 80:
        return False
    is_bold = all(run.is_bold for run in block.runs if run.text.strip())
    return is_bold and block.text[-1] not in ".,;:!?。，；：！？"


def _parted(
    table: PurposeTable, level: int, *, goes_on: bool
) -> Iterator[Heading | Line | PurposeTable]:
    """The table, divided at the rows that are headings; its headers count once.

    Such a row at its end, behind others, is a remark, unless the table goes on in another.
    """
    end = len(table.rows)
    while not goes_on and end and isinstance(table.rows[end - 1], SectionRow):
        end -= 1
    remarks = table.rows[end:] if end else ()
    headers = table.headers
    rows: list[tuple[Cell, ...] | SectionRow] = []

    def part() -> PurposeTable:
        return PurposeTable(
            fields=table.fields,
            headers=headers,
            rows=tuple(rows),
            place=table.place,
            concluded=table.concluded,
        )

    if not table.rows:
        yield table
        return
    for row in table.rows[:end] if end else table.rows:
        if isinstance(row, SectionRow):
            if rows:
                yield part()
                headers, rows = (), []
            line = row.cell.lines[0]
            runs = tuple(run for one in row.cell.lines for run in (*one.runs, Run(text=" ")))
            yield Heading(level=level, line=Line(runs=runs, place=line.place))
        else:
            rows.append(row)
    if rows or headers:  # where all rows are headings, the headers stand for themselves
        yield part()
    for row in remarks:
        yield from row.cell.lines if isinstance(row, SectionRow) else ()


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What the headings of a document are for, by the numbers of its blocks."""

    title: int | None
    page_level: int
    of_records: frozenset[int]
    """Headings that are the titles of single purposes."""


def shape_of(pieces: Sequence[tuple[str, Piece]]) -> Shape:
    """What the headings among those pieces are for."""
    blocks = [piece for _, piece in pieces]
    headings = {n: block for n, block in enumerate(blocks) if isinstance(block, Heading)}
    of_records = _titles_of_records(blocks, headings)
    others = {n: block for n, block in headings.items() if n not in of_records}
    levels = sorted({block.level for block in others.values()})
    top = [n for n, block in others.items() if block.level == levels[0]]
    title = top[0] if len(top) == 1 and top[0] == 0 else None
    if title is not None:
        levels = levels[1:]
    elif headings and not others:
        levels = []
    page_level = levels[0] if levels else 99
    return Shape(title=title, page_level=page_level, of_records=frozenset(of_records))


def _titles_of_records(blocks: Sequence[Piece], headings: dict[int, Heading]) -> set[int]:
    """The headings of a level on which each table below a heading has one row, and no prose."""
    ones: dict[int, set[int]] = {}
    more = set()
    for number, heading in headings.items():
        behind = blocks[number + 1 : number + 3]
        if not behind or isinstance(behind[0], Heading):
            continue
        is_one = isinstance(behind[0], PurposeTable) and len(behind[0].rows) == 1
        if is_one and (len(behind) == 1 or isinstance(behind[1], Heading)):
            ones.setdefault(heading.level, set()).add(number)
        elif isinstance(behind[0], PurposeTable):
            more.add(heading.level)
    return {number for level, numbers in ones.items() if level not in more for number in numbers}
