"""Excel files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText, TextBlock  # type: ignore[import-untyped]

from polynotice.project.importing.document import (
    Block,
    Cell,
    Document,
    Heading,
    ImportRefusedError,
    Left,
    Line,
)
from polynotice.project.importing.office_files import xml_parts
from polynotice.project.importing.runs import Run, plain
from polynotice.project.importing.sheets import blocks_of

MOST_CELLS = 50_000
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_REFERENCE = re.compile(rb'\b(?:r|ref)="(?:[A-Z]+\d+:)?([A-Z]{1,3})(\d{1,7})"')
_DEFAULT_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|arkusz|list)\d*", re.I
)


def read_xlsx_document(data: bytes, path: str, _: str | None = None) -> Document:
    """The sheets in order; where several say something, under their names."""
    parts = xml_parts(data, ".xlsx")
    for name, part in parts.items():
        if name.startswith("xl/worksheets/"):
            _refuse_large(part)
    try:
        shown = openpyxl.load_workbook(io.BytesIO(data), rich_text=True, data_only=True)
    except (KeyError, ValueError, TypeError, SyntaxError, AttributeError, IndexError, OSError):
        raise ImportRefusedError("It is no .xlsx file, or damaged: save it again.") from None
    reader = _Reader(path)
    sheets = [(sheet, reader.rows(sheet)) for sheet in shown.worksheets]
    filled = [sheet for sheet, rows in sheets if any(cell.text for row in rows for cell in row)]
    blocks: list[Block] = []
    for sheet, rows in sheets:
        if sheet in filled and len(filled) > 1 and not _DEFAULT_NAME.fullmatch(sheet.title):
            line = Line(runs=(Run(text=sheet.title),), place=f"sheet {sheet.title}")
            blocks.append(Heading(level=2, line=line))
        blocks += blocks_of(rows)
    reader.left += _drawn(parts, path)
    return Document(path=path, blocks=tuple(blocks), left=tuple(reader.left))


def _refuse_large(part: bytes) -> None:
    """Refuses a sheet that is large, or would be: one cell at the far corner is enough for that."""
    count = sum(1 for _ in _CELL.finditer(part))
    places = [(_column(found[1]), int(found[2])) for found in _REFERENCE.finditer(part)]
    wide = max((column for column, _ in places), default=0)
    high = max((row for _, row in places), default=0)
    if count > MOST_CELLS or wide * high > 20 * MOST_CELLS:
        raise ImportRefusedError(f"A sheet has more than {MOST_CELLS:,} cells: no notice has.")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _drawn(parts: Mapping[str, bytes], path: str) -> Iterator[Left]:
    """The texts of shapes, which no cell has."""
    for name, part in parts.items():
        if name.startswith("xl/drawings/"):
            texts = re.findall(rb"<a:t>([^<]*)</a:t>", part)
            text = " ".join(" ".join(each.decode("utf-8", "replace") for each in texts).split())
            if text:
                yield Left(path=path, place=name, text=text, why="stands in a shape on the sheet")


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.left: list[Left] = []

    def _leave(self, place: str, text: str, why: str) -> None:
        self.left.append(Left(path=self.path, place=place, text=text, why=why))

    def rows(self, sheet: Any) -> list[tuple[Cell, ...]]:
        """The rows of a sheet; a merged cell stands at each of its places."""
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        wide = set()
        width, height = sheet.max_column, sheet.max_row
        for area in sheet.merged_cells.ranges:
            first = (area.min_row, area.min_col)
            wide |= {first} if area.min_col == 1 and area.max_col >= width > 1 else set()
            for row in range(area.min_row, min(area.max_row, height) + 1):
                for column in range(area.min_col, min(area.max_col, width) + 1):
                    merged[row, column] = first
        hidden = sheet.sheet_state != "visible"
        known: dict[tuple[int, int], Cell] = {}
        rows = []
        for row in sheet.iter_rows():
            cells = []
            for each in row:
                at = merged.get((each.row, each.column), (each.row, each.column))
                if at not in known:
                    is_hidden = hidden or _is_hidden(sheet, *at)
                    known[at] = self._cell(sheet, sheet.cell(*at), at in wide, is_hidden)
                cells.append(known[at])
            rows.append(tuple(cells))
        return rows

    def _cell(self, sheet: Any, cell: Any, is_wide: bool, is_hidden: bool) -> Cell:
        place = f"{sheet.title}!{cell.coordinate}"
        if cell.comment is not None:
            self._leave(place, " ".join(cell.comment.text.split()), "is a comment")
        runs, why = _runs(cell)
        text = plain(runs)
        if text and (is_hidden or why):
            self._leave(place, text, "is hidden in the sheet" if is_hidden else why)
            runs = ()
        lines: list[Line] = []
        current: list[Run] = []
        for run in (*runs, Run(text="\n")):
            first, *others = run.text.split("\n")
            pieces = [first, *others]
            for number, piece in enumerate(pieces):
                if number and (line := _line(tuple(current), place)):
                    lines.append(line)
                if number:
                    current = []
                current.append(
                    Run(text=piece, is_bold=run.is_bold, is_italic=run.is_italic, link=run.link)
                )
        return Cell(lines=tuple(lines), place=place, is_wide=is_wide)


_BULLET = re.compile(r"^\s*[-*•·▪◦‣–]\s+(?=\S)")


def _line(runs: tuple[Run, ...], place: str) -> Line | None:
    if not plain(runs):
        return None
    first = next(index for index, run in enumerate(runs) if run.text)
    bullet = _BULLET.match(runs[first].text)
    if bullet is None:
        return Line(runs=runs, place=place)
    rest = Run(
        text=runs[first].text[bullet.end() :],
        is_bold=runs[first].is_bold,
        is_italic=runs[first].is_italic,
        link=runs[first].link,
    )
    return Line(runs=(rest, *runs[first + 1 :]), place=place, is_item=True)


def _is_hidden(sheet: Any, row: int, column: int) -> bool:
    letter = openpyxl.utils.get_column_letter(column)
    return bool(sheet.row_dimensions[row].hidden or sheet.column_dimensions[letter].hidden)


def _runs(cell: Any) -> tuple[tuple[Run, ...], str]:
    """The runs of a cell, and what keeps it from being taken."""
    value = cell.value
    if value is None:
        return (), ""
    link = (cell.hyperlink.target or "") if cell.hyperlink is not None else ""
    link = link if link.startswith(("http://", "https://", "mailto:", "tel:")) else ""
    if isinstance(value, CellRichText):
        runs = []
        for piece in value:
            font = piece.font if isinstance(piece, TextBlock) else None
            text = piece.text if isinstance(piece, TextBlock) else str(piece)
            bold, italic = bool(font and font.b), bool(font and font.i)
            runs.append(Run(text=text, is_bold=bold, is_italic=italic, link=link))
        return tuple(runs), ""
    bold = bool(cell.font and cell.font.b)
    italic = bool(cell.font and cell.font.i)
    if isinstance(value, str):
        return (Run(text=value, is_bold=bold, is_italic=italic, link=link),), ""
    is_general = cell.number_format in ("General", "@", "0") and not isinstance(value, bool)
    if is_general and isinstance(value, int | float) and value == int(value):
        return (Run(text=str(int(value)), link=link),), ""
    why = "is a number or date that Excel shows in its own way: write it as text"
    return (Run(text=str(value)),), why
