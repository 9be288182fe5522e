"""Tables of something else than purposes, as tables of a page."""

from __future__ import annotations

from polynotice.project.importing.document import Cell, Table
from polynotice.project.importing.planned import PlannedTable
from polynotice.project.importing.runs import markdown

IN_A_CELL = "is a table in a cell: what its cells say stands one behind the other"
"""Why a table is left, though its words are taken."""


def cells_of(table: Table) -> list[Cell]:
    """Its cells that say something, each once."""
    by_place = {cell.place: cell for row in table.rows for cell in row}
    return [cell for cell in by_place.values() if cell.text]


def prose_table(table: Table) -> PlannedTable | None:
    """The table in Markdown; `None` for one that says nothing.

    A merged cell says what it says at its first place.
    """
    seen = set()
    rows: list[tuple[str, ...]] = []
    seen_as: list[tuple[str, str]] = []
    for row in table.rows:
        written = []
        for cell in row:
            is_new = cell.place not in seen
            seen.add(cell.place)
            lines = [markdown(line.runs).replace("|", "\\|") for line in cell.lines]
            written.append(" ".join(lines) if is_new else "")
            if is_new and cell.text:
                seen_as.append((written[-1], cell.text))
        if any(written):
            rows.append((*written, *[""] * (table.width - len(written))))
    return PlannedTable(rows=tuple(rows), plain=tuple(seen_as)) if rows else None
