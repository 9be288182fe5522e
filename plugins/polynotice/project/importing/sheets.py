"""The rows of a spreadsheet as tables, headings and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polynotice.project.importing.document import Block, Cell, Heading, Table


def blocks_of(rows: Sequence[tuple[Cell, ...]]) -> Iterator[Block]:
    """Each run of rows without an empty one between them is a table.

    Rows in front of it of which only the first cell says something are headings, if they are short,
    or paragraphs.
    """
    current: list[tuple[Cell, ...]] = []
    is_first = True
    for row in (*rows, ()):
        if any(cell.text for cell in row):
            current.append(row)
        elif current:
            yield from _blocks(current, is_first=is_first)
            current, is_first = [], False


def _blocks(rows: list[tuple[Cell, ...]], *, is_first: bool) -> Iterator[Block]:
    start = 0
    while start < len(rows) and len({cell.place for cell in rows[start] if cell.text}) == 1:
        start += 1
    alone = rows[:start]
    for number, row in enumerate(alone):
        cell = next(cell for cell in row if cell.text)
        if len(cell.lines) == 1 and len(cell.text) <= 80 and cell.text[-1] not in ".;,":
            level = 1 if is_first and number == 0 and len(alone) == 1 else 2
            yield Heading(level=level, line=cell.lines[0])
        else:
            yield from cell.lines
    rest = rows[start:]
    if rest:
        used = max(index + 1 for row in rest for index, cell in enumerate(row) if cell.text)
        first = min(index for row in rest for index, cell in enumerate(row) if cell.text)
        padded = [
            (*row, *(Cell(place=f"{row[0].place} {n}") for n in range(len(row), used)))
            for row in rest
        ]
        yield Table(rows=tuple(row[first:used] for row in padded), place=rest[0][first].place)
