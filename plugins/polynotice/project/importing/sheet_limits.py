"""How large the sheets of an Excel file are, read from its XML before anything reads the cells.

One cell at the far corner makes a library walk through seventeen thousand million cells, and so
does an area that is merged, linked or commented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers.expat import ExpatError, ParserCreate

from polynotice.project.importing.document import ImportRefusedError

MOST_CELLS = 50_000
MOST_PLACES = 20 * MOST_CELLS
"""The number of cells of a sheet with the empty ones, up to its last row and column."""

_SPREADS = frozenset({"mergeCell", "hyperlink", "comment", "threadedComment"})
"""Elements that a library makes cells of, for each place that they name."""
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass(kw_only=True)
class Sheet:
    """What a part of the file says of its cells."""

    cells: int = 0
    wide: int = 0
    high: int = 0
    needs_formulas: bool = False
    """Whether a formula has no value beside it, or leads somewhere."""


def measured(part: bytes) -> Sheet:
    """What the XML says of cells.

    Raises `ImportRefusedError` for a part that holds more cells than any notice, or whose last one
    is too far away, and for XML that is none.
    """
    counter = _Counter()
    parser = ParserCreate()
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.CharacterDataHandler = counter.text
    try:
        parser.Parse(part, True)
    except ExpatError:
        raise ImportRefusedError("It is no .xlsx file, or damaged: save it again.") from None
    return counter.sheet


class _Counter:
    def __init__(self) -> None:
        self.sheet = Sheet()
        self.row = self.column = 0
        self._inner = ""
        self._formula = ""
        self._has_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._inner = name
        if name == "row":
            self.row = _number(attributes.get("r")) or self.row + 1
            self.column = 0
        elif name == "c":
            self._formula, self._has_value = "", False
            self.sheet.cells += 1
            self.column += 1
            self._reach(self.column, self.row)
            self._reach_all(attributes.get("r", ""))
        elif name in _SPREADS:
            self._reach_all(attributes.get("ref", ""))
        elif name == "f":
            self._formula = "="

    def end(self, tag: str) -> None:
        self._inner = ""
        if tag.rpartition(":")[2] == "c" and self._formula:
            is_link = "HYPERLINK(" in self._formula.upper()
            self.sheet.needs_formulas |= is_link or not self._has_value

    def text(self, text: str) -> None:
        if self._inner == "f":
            self._formula += text
        elif self._inner in ("v", "t"):
            self._has_value = True

    def _reach_all(self, places: str) -> None:
        for letters, digits in _PLACE.findall(places):
            column = _column(letters)
            self.column = column if self._inner == "c" else self.column
            self._reach(column, int(digits))

    def _reach(self, column: int, row: int) -> None:
        sheet = self.sheet
        sheet.wide, sheet.high = max(sheet.wide, column), max(sheet.high, row)
        if sheet.cells > MOST_CELLS or sheet.wide * sheet.high > MOST_PLACES:
            raise ImportRefusedError(f"A sheet has more than {MOST_CELLS:,} cells: no notice has.")


def _number(digits: str | None) -> int:
    """A number of few digits; 0 for what is none."""
    return (
        int(digits) if digits and digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
