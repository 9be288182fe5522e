"""Tables of spreadsheets as text: `.csv` and `.tsv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from polynotice.project.importing.document import Cell, Document, ImportRefusedError
from polynotice.project.importing.sheets import blocks_of
from polynotice.project.importing.text_reader import cell_lines

MOST_CELLS = 200_000
"""A spreadsheet with more is no notice."""


_SAID = re.compile(r"sep=([,;\t|])[\t,;|]*\n", re.IGNORECASE)
"""A first line for Excel, which says what parts the cells, and is none."""


def read_csv_document(text: str, path: str) -> Document:
    """Each run of rows without an empty one between them is a table."""
    said = _SAID.match(text)
    rows = _rows(text, said[1] if said else _delimiter(text, path))
    rows = rows[1:] if said else rows
    return Document(path=path, blocks=tuple(blocks_of(rows)))


def _rows(text: str, delimiter: str) -> list[tuple[Cell, ...]]:
    rows = []
    count = 0
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        for number, values in enumerate(reader, start=1):
            count += len(values)
            if count > MOST_CELLS:
                raise ImportRefusedError(f"It has more than {MOST_CELLS:,} cells.")
            cells = []
            for column, value in enumerate(values, start=1):
                place = f"row {number}, column {column}"
                cells.append(Cell(lines=cell_lines(value, place), place=place))
            rows.append(tuple(cells))
    except csv.Error as error:
        reason = f"Row {reader.line_num} is not CSV: {error}. Save it again as CSV."
        raise ImportRefusedError(reason) from None
    return rows


def _lines(text: str) -> Iterator[str]:
    return (f"{line}\n" for line in text.removesuffix("\n").split("\n"))


def _delimiter(text: str, path: str) -> str:
    """What parts the cells: a tab in `.tsv`, else the sign that most first lines agree on."""
    if path.lower().endswith(".tsv"):
        return "\t"
    best, best_score = ",", -1
    for sign in ",;\t|":
        try:
            rows = list(csv.reader(_lines(text[:50_000]), delimiter=sign))[:50]
        except csv.Error:
            continue
        widths = [len(row) for row in rows if row]
        common = max(set(widths), key=widths.count) if widths else 0
        score = widths.count(common) * 100 // max(len(widths), 1) if common > 1 else -1
        if score > best_score:
            best, best_score = sign, score
    return best
