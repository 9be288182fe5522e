"""Excel files."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText, TextBlock  # type: ignore[import-untyped]

from polynotice.project.importing.cell_lists import with_levels
from polynotice.project.importing.document import (
    Block,
    Cell,
    Document,
    Heading,
    ImportRefusedError,
    Left,
    Line,
)
from polynotice.project.importing.link_addresses import can_stand
from polynotice.project.importing.list_marks import indent_of, label_of, marks_of_items
from polynotice.project.importing.office_files import xml_parts
from polynotice.project.importing.runs import Run, plain
from polynotice.project.importing.sheet_limits import MOST_CELLS, MOST_PLACES, measured
from polynotice.project.importing.sheets import blocks_of

_LINK_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.I)
_DEFAULT_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|arkusz|list)\d*", re.I
)


def read_xlsx_document(data: bytes, path: str, _: str | None = None) -> Document:
    """The sheets in order; where several say something, under their names."""
    parts = xml_parts(data, ".xlsx")
    sizes = [measured(part) for part in parts.values()]
    needs_formulas = any(size.needs_formulas for size in sizes)
    shown = _opened(data, data_only=True)
    reader = _Reader(path, _formulas(_opened(data, data_only=False)) if needs_formulas else {})
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


def _opened(data: bytes, *, data_only: bool) -> Any:
    """The workbook, with the values of its formulas or with the formulas themselves."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True, data_only=data_only)
    except (
        ArithmeticError,
        LookupError,
        ValueError,
        TypeError,
        SyntaxError,
        AttributeError,
        OSError,
    ):
        raise ImportRefusedError("It is no .xlsx file, or damaged: save it again.") from None
    if any(sheet.max_row * sheet.max_column > MOST_PLACES for sheet in book.worksheets):
        raise ImportRefusedError(f"A sheet has more than {MOST_CELLS:,} cells: no notice has.")
    return book


def _formulas(book: Any) -> dict[tuple[str, str], str]:
    """The formulas of a workbook by their sheets and cells."""
    return {
        (sheet.title, cell.coordinate): str(getattr(cell.value, "text", cell.value))
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _drawn(parts: Mapping[str, bytes], path: str) -> Iterator[Left]:
    """The texts of shapes, which no cell has."""
    for name, part in parts.items():
        if name.startswith("xl/drawings/"):
            texts = re.findall(rb"<a:t>([^<]*)</a:t>", part)
            text = " ".join(" ".join(each.decode("utf-8", "replace") for each in texts).split())
            if text:
                yield Left(path=path, place=name, text=text, why="stands in a shape on the sheet")


class _Reader:
    def __init__(self, path: str, formulas: Mapping[tuple[str, str], str]) -> None:
        self.path = path
        self.formulas = formulas
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

    def _runs(self, cell: Any, place: str) -> tuple[tuple[Run, ...], str]:
        """The runs of a cell, and what keeps it from being taken."""
        value = cell.value
        link = self._link(cell, place)
        if value is None:
            formula = self.formulas.get((cell.parent.title, cell.coordinate), "")
            why = "is a formula without its value: open the file in Excel and save it"
            return (Run(text=formula),) if formula else (), why
        if isinstance(value, CellRichText):
            return tuple(self._rich(value, link, place)), ""
        font = cell.font
        run = Run(
            text=str(value),
            is_bold=bool(font and font.b),
            is_italic=bool(font and font.i),
            link=link,
        )
        if isinstance(value, str):
            return (run,), "is struck out" if font and font.strike else ""
        is_general = cell.number_format in ("General", "@", "0") and not isinstance(value, bool)
        if is_general and isinstance(value, int | float) and (digits := _number(value)):
            return (Run(text=digits, link=link),), "is struck out" if font and font.strike else ""
        return (run,), "is a number or date that Excel shows in its own way: write it as text"

    def _rich(self, value: Any, link: str, place: str) -> Iterator[Run]:
        for piece in value:
            font = piece.font if isinstance(piece, TextBlock) else None
            text = piece.text if isinstance(piece, TextBlock) else str(piece)
            if font and font.strike and text.strip():
                self._leave(place, " ".join(text.split()), "is struck out")
                continue
            bold, italic = bool(font and font.b), bool(font and font.i)
            yield Run(text=text, is_bold=bold, is_italic=italic, link=link)

    def _link(self, cell: Any, place: str) -> str:
        """The address that the cell leads to; one that cannot stand in a notice is listed."""
        address = ""
        if cell.hyperlink is not None:
            address = cell.hyperlink.target or ""
            if cell.hyperlink.location:
                address += f"#{cell.hyperlink.location}"
        formula = self.formulas.get((cell.parent.title, cell.coordinate), "")
        if not address and (match := _LINK_FORMULA.search(formula)):
            address = match[1]
        if not address or can_stand(address):
            return address
        self._leave(place, address, "leads to a file or a cell: link to a place of the notice")
        return ""

    def _cell(self, sheet: Any, cell: Any, is_wide: bool, is_hidden: bool) -> Cell:
        place = f"{sheet.title}!{cell.coordinate}"
        if cell.comment is not None:
            self._leave(place, " ".join(cell.comment.text.split()), "is a comment")
        runs, why = self._runs(cell, place)
        text = plain(runs)
        if text and (is_hidden or why):
            self._leave(place, text, "is hidden in the sheet" if is_hidden else why)
            runs = ()
        return Cell(lines=tuple(_lines(runs, place)), place=place, is_wide=is_wide)


def _lines(runs: tuple[Run, ...], place: str) -> Iterator[Line]:
    """The lines of a cell, bullets taken off those that have one; what counts stays."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(replace(run, text=piece))
    lines = [line for line in lines if plain(line)]
    texts = ["".join(run.text for run in line) for line in lines]
    yield from with_levels(_marked(lines, texts, marks_of_items(texts), place))


def _marked(
    lines: Sequence[Sequence[Run]],
    texts: Sequence[str],
    marks: Mapping[int, re.Match[str]],
    place: str,
) -> Iterator[Line]:
    for number, (line, text) in enumerate(zip(lines, texts, strict=True)):
        mark = marks.get(number)
        label = label_of(mark) if mark else ""
        is_item = bool(mark) and not label
        runs = _without(line, mark.end()) if mark and is_item else tuple(line)
        depth = indent_of(text)
        yield Line(runs=runs, place=place, is_item=is_item, label=label, depth=depth)


def _without(runs: Iterable[Run], count: int) -> tuple[Run, ...]:
    """The runs without that many characters at their beginning."""
    kept = []
    for run in runs:
        kept.append(replace(run, text=run.text[count:]))
        count = max(count - len(run.text), 0)
    return tuple(kept)


def _is_hidden(sheet: Any, row: int, column: int) -> bool:
    letter = openpyxl.utils.get_column_letter(column)
    return bool(sheet.row_dimensions[row].hidden or sheet.column_dimensions[letter].hidden)


def _number(value: float | int) -> str:
    """A whole number as it is written; nothing for what has no end or fractions."""
    return str(int(value)) if math.isfinite(value) and value == int(value) else ""
