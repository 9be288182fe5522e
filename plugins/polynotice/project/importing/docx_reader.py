"""Word files."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.opc.exceptions import OpcError

from polynotice.project.importing.cell_lists import in_words
from polynotice.project.importing.document import (
    Block,
    Cell,
    Document,
    Heading,
    ImportRefusedError,
    Left,
    Line,
    Table,
)
from polynotice.project.importing.docx_inline import BREAK, Inline, ParagraphContent, local
from polynotice.project.importing.docx_numbers import Numbers, with_numbers
from polynotice.project.importing.docx_parts import Styles, W, is_on, part_of, parts_of, value
from polynotice.project.importing.office_files import xml_parts
from polynotice.project.importing.prose_tables import IN_A_CELL, cells_of
from polynotice.project.importing.runs import Run, plain

_TRACKED = tuple(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
)
_BLOCK_WRAPPERS = frozenset({"sdtContent", "customXml", "smartTag", "txbxContent"})
_BLOCKS = _BLOCK_WRAPPERS | {"p", "tbl", "sdt", "ins", "del", "moveFrom", "moveTo", "altChunk"}
MOST_CELLS = 50_000


def read_docx_document(data: bytes, path: str, tracked: str | None = None) -> Document:
    """The document's body, its notes behind it; headers and footers are left."""
    xml_parts(data, ".docx")
    try:
        document = docx.Document(io.BytesIO(data))
        return _Reader(document, path, tracked).document()
    except (OpcError, KeyError, ValueError, SyntaxError, AttributeError):
        raise ImportRefusedError(
            "It is no .docx file, or damaged: save it again in Word."
        ) from None


class _Reader:
    def __init__(self, document: Any, path: str, tracked: str | None) -> None:
        self.word = document
        self.path = path
        self.tracked = tracked
        self.left: list[Left] = []
        self.paragraphs = self.tables = self.cells = 0
        targets = {
            name: relation.target_ref
            for name, relation in document.part.rels.items()
            if relation.is_external
        }
        self.numbers = Numbers(document)
        self.inline = Inline(styles=Styles(document), targets=targets, tracked=tracked)

    def document(self) -> Document:
        """The whole file."""
        body = self.word.element.body
        notes = [part_of(self.word, kind) for kind in ("footnotes", "endnotes")]
        self._refuse_tracked([body, *(part for part in notes if part is not None)])
        blocks = list(with_numbers(self._blocks(body)))
        blocks += self._notes()
        for kind in ("header", "footer"):
            texts = [self._text_of(part) for part in parts_of(self.word, kind)]
            for text in dict.fromkeys(filter(None, texts)):
                self._leave(kind, text, f"stands in the {kind} of each sheet of paper")
        for part in parts_of(self.word, "comments"):
            for number, comment in enumerate(part.findall(f"{W}comment"), start=1):
                self._leave(f"comment {number}", self._text_of(comment), "is a comment")
        return Document(path=self.path, blocks=tuple(blocks), left=tuple(self.left))

    def _refuse_tracked(self, parts: Iterable[Any]) -> None:
        if self.tracked is not None:
            return
        count = sum(1 for part in parts for each in part.iter(*_TRACKED))
        comments = sum(len(part.findall(f"{W}comment")) for part in parts_of(self.word, "comments"))
        if count or comments:
            what = " and ".join(
                f"{number} {name}"
                for number, name in ((count, "tracked changes"), (comments, "comments"))
                if number
            )
            raise ImportRefusedError(
                f"It has {what}: settle them in Word, or say --tracked accept or --tracked reject."
            )

    def _leave(self, place: str, text: str, why: str) -> None:
        if text.strip():
            self.left.append(
                Left(path=self.path, place=place, text=" ".join(text.split()), why=why)
            )

    def _text_of(self, element: Any) -> str:
        contents = [self.inline.read(paragraph) for paragraph in element.iter(f"{W}p")]
        texts = [[plain(each.runs), *(text for text, _ in each.left)] for each in contents]
        return " ".join(text for each in texts for text in each if text)

    def _blocks(self, element: Any) -> Iterator[Block]:
        kept: list[Run] = []
        for child in element:
            name = local(child)
            if name == "p":
                self.paragraphs += 1
                place = f"paragraph {self.paragraphs}"
                if self._joins_next(child):
                    content = self._found(child, place)
                    kept += content.runs
                    for box in content.boxes:
                        yield from self._blocks(box)
                    continue
                yield from self._paragraph(child, place, kept)
                kept = []
            elif name == "tbl":
                yield from self._table(child)
            elif name == "sdt":
                yield from self._control(child)
            elif name in ("ins", "del", "moveFrom", "moveTo"):
                if self.inline.is_taken(name):
                    yield from self._blocks(child)
            elif name in _BLOCK_WRAPPERS:
                yield from self._blocks(child)
            elif name == "altChunk":
                self._leave("embedded file", "embedded file", "is a file of its own: import it too")

    def _control(self, element: Any) -> Iterator[Block]:
        content = element.find(f"{W}sdtContent")
        if content is None:
            return
        if is_on(element.find(f"{W}sdtPr"), "showingPlcHdr"):
            why = "is a prompt of a field that nobody has filled in"
            self._leave("content control", self._text_of(content), why)
        else:
            yield from self._blocks(content)

    def _joins_next(self, paragraph: Any) -> bool:
        """Whether the end of the paragraph is a tracked change that takes it away.

        Before anything but another paragraph it stays.
        """
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or self.tracked is None:
            return False
        behind = (local(each) for each in paragraph.itersiblings())
        if next((name for name in behind if name in _BLOCKS), "") != "p":
            return False
        return mark.find(f"{W}{'del' if self.tracked == 'accept' else 'ins'}") is not None

    def _paragraph(self, element: Any, place: str, before: Iterable[Run] = ()) -> Iterator[Block]:
        content = self._found(element, place)
        properties = element.find(f"{W}pPr")
        level = self.inline.styles.level_of(properties)
        item = self._item(properties)
        runs = (*before, *content.runs)
        if level is not None and plain(runs):
            yield Heading(level=level, line=Line(runs=runs, place=place))
        else:
            for number, part in enumerate(_lines(runs)):
                label = item.label if number == 0 else ""
                yield replace(item, runs=part, place=place, label=label)
        for box in content.boxes:
            yield from self._blocks(box)

    def _item(self, properties: Any) -> Line:
        """What item a paragraph is, or a line that is none."""
        styles = self.inline.styles
        if (numbering := styles.list_of(properties)) is None:
            return Line(runs=(), place="")
        is_ordered = not styles.has_bullet(*numbering)
        label = self.numbers.next(*numbering) if is_ordered else ""
        depth = min(numbering[1], 4)
        return Line(
            runs=(), place="", is_item=True, depth=depth, is_ordered=is_ordered, label=label
        )

    def _found(self, paragraph: Any, place: str) -> ParagraphContent:
        """What a paragraph has; what of it is not taken is left."""
        content = self.inline.read(paragraph)
        for text, why in content.left:
            self._leave(place, text, why)
        return content

    def _notes(self) -> Iterator[Block]:
        """The notes, in the order in which the text points to them."""
        for (kind, note_id), number in list(self.inline.notes.items()):
            part = part_of(self.word, f"{kind}s")
            for note in part.findall(f"{W}{kind}") if part is not None else ():
                if note.get(f"{W}id") != note_id:
                    continue
                place = f"{kind} {number}"
                runs: list[Run] = [Run(text=f"[{number}] ")]
                for paragraph in note.iter(f"{W}p"):
                    runs += [*self._found(paragraph, place).runs, Run(text=" ")]
                yield Line(runs=tuple(runs), place=place)

    def _table(self, element: Any) -> Iterator[Block]:
        self.tables += 1
        name = f"table {self.tables}"
        grid: list[list[Cell]] = []
        above: dict[int, Cell] = {}
        for number, row in enumerate(self._rows(element), start=1):
            line: list[Cell] = []
            elements = list(_cells(row))
            before = value(row, "trPr", "gridBefore")
            skipped = min(int(before), 100) if before and before.isdigit() else 0
            line += [Cell(place=f"{name}, row {number}, column 0")] * skipped
            for each in elements:
                at = len(line)
                span = value(each, "tcPr", "gridSpan")
                wide = min(int(span), 100) if span and span.isdigit() else 1
                merge = each.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(f"{W}val") != "restart"
                if goes_on and at in above and not self._has_text(each):
                    cell = above[at]
                else:
                    place = f"{name}, row {number}, column {at + 1}"
                    is_wide = len(elements) == 1 and wide > 1
                    cell = Cell(lines=self._cell_lines(each, place), place=place, is_wide=is_wide)
                for column in range(at, at + wide):
                    above[column] = cell
                line += [cell] * wide
                self.cells += wide
                if self.cells > MOST_CELLS:
                    raise ImportRefusedError(f"Its tables have more than {MOST_CELLS:,} cells.")
            grid.append(line)
        width = max((len(line) for line in grid), default=0)
        if width == 1:
            yield from (line for row in grid for cell in row for line in cell.lines)
            return
        for number, line in enumerate(grid, start=1):
            place = f"{name}, row {number}, behind its cells"
            line += [Cell(place=f"{place} {column}") for column in range(len(line), width)]
        if any(cell.text for line in grid for cell in line):
            yield Table(rows=tuple(tuple(line) for line in grid), place=name)

    def _rows(self, element: Any) -> Iterator[Any]:
        gone = "del" if self.tracked == "accept" else "ins"
        for child in element:
            if local(child) == "tr":
                if self.tracked is None or child.find(f"{W}trPr/{W}{gone}") is None:
                    yield child
            elif local(child) in ("sdt", "sdtContent", "customXml"):
                yield from self._rows(child)

    def _has_text(self, cell: Any) -> bool:
        return any((text.text or "").strip() for text in cell.iter(f"{W}t"))

    def _cell_lines(self, element: Any, place: str) -> tuple[Line, ...]:
        before, tables = self.paragraphs, self.tables
        lines: list[Line] = []
        for block in self._blocks(element):
            if isinstance(block, Table):
                cells = cells_of(block)
                lines += [line for cell in cells for line in cell.lines]
                self._leave(place, " ".join(cell.text for cell in cells), IN_A_CELL)
            else:
                lines.append(block.line if isinstance(block, Heading) else in_words(block))
        self.paragraphs, self.tables = before, tables
        return tuple(replace(line, place=place) for line in lines)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _lines(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line: a line break within a paragraph begins another."""
    current: list[Run] = []
    for run in runs:
        first, *others = run.text.split(BREAK)
        current.append(replace(run, text=first))
        for other in others:
            if plain(current):
                yield tuple(current)
            current = [replace(run, text=other)]
    if plain(current):
        yield tuple(current)
