"""The cells of an HTML table as a grid: merged ones at each of their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from polynotice.project.importing.document import ImportRefusedError
from polynotice.project.importing.html_inline import is_hidden, is_struck_out

MOST_CELLS = 200_000
TOO_MANY = f"A table has more than {MOST_CELLS:,} cells."
_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")


@dataclass(frozen=True, kw_only=True)
class GridCell:
    """A cell at one of its places."""

    node: LexborNode
    number: int
    """The same at all places of one cell."""
    row: int
    column: int
    """Of its first place, from 1."""
    is_wide: bool = False


def is_index(table: LexborNode) -> bool:
    """Whether a table is one that a project makes of its records: its index or its matrix."""
    return table.css_matches('table.notice-matrix, table:has(th[data-field="data_category"])')


def grid_of(table: LexborNode) -> list[list[GridCell]]:
    """The rows of a table itself, not of tables in its cells, as many cells in each."""
    rows = list(_rows(table))
    lefts = _left_in_groups(rows)
    width = max((sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows), default=0)
    grid: list[list[GridCell]] = []
    below: dict[int, tuple[int, GridCell]] = {}
    number = count = 0
    for at, row in enumerate(rows, start=1):
        line: dict[int, GridCell] = {}
        for column, (left, cell) in list(below.items()):
            line[column] = cell
            if left == 1:
                del below[column]
            else:
                below[column] = (left - 1, cell)
        column = 0
        for node in _cells(row):
            while column in line:
                column += 1
            number += 1
            wide, left = _span(node, "colspan"), lefts[at - 1]
            # 0 is all that are left in the group of rows; more than those are not there.
            high = left if _is_zero(node) else min(_span(node, "rowspan"), left)
            cell = GridCell(
                node=node, number=number, row=at, column=column + 1, is_wide=wide == width > 1
            )
            for place in range(column, column + wide):
                line[place] = cell
                if high > 1:
                    below[place] = (high - 1, cell)
            if count + len(line) > MOST_CELLS:
                raise ImportRefusedError(TOO_MANY)
            column += wide
        count += len(line)
        grid.append([line[place] for place in sorted(line)])
    return [row for row in grid if row]


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr" and not _is_gone(child):
            yield child
        elif child.tag in _GROUPS and not _is_gone(child):
            yield from (row for row in child.iter() if row.tag == "tr" and not _is_gone(row))


def _is_gone(row: LexborNode) -> bool:
    return is_hidden(row) or is_struck_out(row)


def not_in_grid(table: LexborNode) -> Iterator[LexborNode]:
    """The groups, rows and cells of a table itself that its grid has not."""
    for child in table.iter():
        if child.tag == "tr" or child.tag in _GROUPS:
            if _is_gone(child):
                yield child
            else:
                yield from not_in_grid(child)
        elif child.tag in _CELLS and is_hidden(child):
            yield child


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in _CELLS and not is_hidden(cell)]


def _left_in_groups(rows: list[LexborNode]) -> list[int]:
    """How many rows of the same group there are from each row on."""
    groups = [row.parent.mem_id if row.parent is not None else 0 for row in rows]
    lefts: list[int] = []
    for number in range(len(rows) - 1, -1, -1):
        goes_on = number + 1 < len(rows) and groups[number] == groups[number + 1]
        lefts.append(lefts[-1] + 1 if goes_on else 1)
    return lefts[::-1]


def _is_zero(cell: LexborNode) -> bool:
    return re.fullmatch(r"\s*0+\s*", cell.attributes.get("rowspan") or "") is not None


def _span(cell: LexborNode, name: str) -> int:
    """How many columns or rows the cell has, within what browsers take."""
    value = (cell.attributes.get(name) or "").strip()
    if not (value.isascii() and value.isdigit()):
        return 1
    return min(max(int(value.lstrip("0")[:5] or "1"), 1), 1000)
