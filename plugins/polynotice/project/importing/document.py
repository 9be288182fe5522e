"""What a document says, whatever format it came in: blocks with the place of each text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from polynotice.project.importing.runs import Run, plain


class ImportRefusedError(Exception):
    """Raised for a file that cannot be brought in: says why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Left:
    """A text of the source that was not taken."""

    path: str
    place: str
    text: str
    why: str

    def as_json(self) -> dict[str, str]:
        """The text as the command line's `--json` prints it."""
        return {"path": self.path, "place": self.place, "text": self.text, "why": self.why}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One paragraph, or one item of a list."""

    runs: tuple[Run, ...]
    place: str
    is_item: bool = False
    is_ordered: bool = False
    """Of an item: whether its list is numbered."""
    depth: int = 0
    """Of an item: in how many lists its own list stands."""
    label: str = ""
    """Of an item: what the document shows in front of it, if it counts. In a cell, its words begin
    with it."""

    @property
    def text(self) -> str:
        """What a reader sees of it, white space as one space each."""
        return plain(self.runs)

    @property
    def uncounted(self) -> str:
        """The same without what counts it."""
        return self.text.removeprefix(self.label).strip()


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading; the level of a title is 1."""

    level: int
    line: Line


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table, with a line for each paragraph, line or item in it."""

    lines: tuple[Line, ...] = ()
    place: str
    is_wide: bool = False
    """Whether it spans all columns of its row, of which there are several."""
    is_head: bool = False
    """Whether the document marks it as a header."""

    @property
    def looks_like_head(self) -> bool:
        """Whether it is marked as a header, or all of it is bold."""
        runs = [run for line in self.lines for run in line.runs if run.text.strip()]
        return self.is_head or (bool(runs) and all(run.is_bold for run in runs))

    @property
    def text(self) -> str:
        """All that a reader sees of it."""
        return " ".join(line.text for line in self.lines)

    def lead(self, longest: int) -> str:
        """The bold words that it begins with, if they can be a title; else all that it says."""
        runs = [run for line in self.lines[:1] for run in line.runs if run.text.strip()]
        bold = plain(takewhile(lambda run: run.is_bold, runs)).strip(" :.–—-")
        return bold if 8 <= len(bold) <= longest else self.text


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of cells as a grid: a merged cell stands at each of its places."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str

    @property
    def width(self) -> int:
        """The number of its columns."""
        return max((len(row) for row in self.rows), default=0)


Block = Heading | Line | Table
"""A paragraph is a `Line`, and so is each item of a list."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file's blocks in order, and what its reader could not take."""

    path: str
    blocks: tuple[Block, ...]
    left: tuple[Left, ...] = ()
    lang: str = ""
    """BCP 47 id of the language that it says it is in, if it says one."""


def lines_of(block: Block) -> Iterator[Line]:
    """Every text of a block, each once."""
    if isinstance(block, Line):
        yield block
    elif isinstance(block, Heading):
        yield block.line
    else:
        seen = set()
        for cell in (cell for row in block.rows for cell in row):
            if cell.place not in seen:
                seen.add(cell.place)
                yield from cell.lines
