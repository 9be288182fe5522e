"""Texts and tables as they are pasted: cells parted by tabs, a row a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from polynotice.project.importing.cell_lists import with_levels
from polynotice.project.importing.document import Block, Cell, Document, Heading, Line, Table
from polynotice.project.importing.html_inline import runs_in
from polynotice.project.importing.list_marks import MARK, indent_of, label_of, marks_of_items
from polynotice.project.importing.runs import Run

_TAGS = re.compile(
    r"<br ?/?>|<(b|i|em|strong|u|a|span|sup|sub)\b[^<>]*>.*</\1>", re.IGNORECASE | re.DOTALL
)


def read_text_document(text: str, path: str) -> Document:
    """A pasted text. A line without a tab is a paragraph, a short one above others a heading."""
    lines = text.split("\n")
    marks = marks_of_items(
        [
            "|" if MARK.match(line) and (_is_heading(lines, n) or "\t" in line) else line
            for n, line in enumerate(lines)
        ]
    )
    blocks: list[Block] = []
    number = 0
    while number < len(lines):
        if "\t" in lines[number] and lines[number].strip():
            end = _end_of_table(lines, number)
            blocks.append(_table(lines, number, end))
            number = end
            continue
        if lines[number].strip():
            blocks.append(_line(lines, number, marks, is_first=not blocks))
        number += 1
    return Document(path=path, blocks=tuple(_with_levels(blocks)))


def _with_levels(blocks: Iterable[Block]) -> Iterator[Block]:
    for are_lines, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
        if are_lines:
            yield from with_levels(block for block in group if isinstance(block, Line))
        else:
            yield from group


def inline_runs(text: str) -> tuple[Run, ...]:
    """The runs of a pasted text, which may have tags for its looks; other brackets are signs."""
    return runs_in(text) if _TAGS.search(text) else (Run(text=text),)


def cell_lines(text: str, place: str) -> tuple[Line, ...]:
    """The lines of a cell as text, bullets taken off those that have one; what counts stays."""
    lines = []
    texts = text.split("\n")
    marks = marks_of_items(texts)
    for number, line in enumerate(texts):
        if not line.strip():
            continue
        mark = marks.get(number)
        label = label_of(mark) if mark else ""
        is_item = bool(mark) and not label
        runs = inline_runs(line[mark.end() :] if mark and is_item else line)
        item = Line(runs=runs, place=place, is_item=is_item, label=label, depth=indent_of(line))
        lines.append(item)
    if len(lines) == 1 and lines[0].is_item:
        return (Line(runs=inline_runs(text.strip()), place=place),)
    return tuple(with_levels(line for line in lines if line.text))


def _end_of_table(lines: list[str], start: int) -> int:
    """The line behind a table: one without a tab, or its first line again, which begins another."""
    end = start + 1
    while end < len(lines) and "\t" in lines[end] and lines[end] != lines[start]:
        end += 1
    return end


def _table(lines: list[str], start: int, end: int) -> Table:
    texts = [lines[number].split("\t") for number in range(start, end)]
    width = max(len(row) for row in texts)
    while width > 1 and all(len(row) < width or not row[width - 1].strip() for row in texts):
        width -= 1
    rows = []
    for number, row in enumerate(texts, start=start + 1):
        cells = []
        for column, text in enumerate([*row, *[""] * width][:width], start=1):
            place = f"line {number}, column {column}"
            cells.append(Cell(lines=cell_lines(text, place), place=place))
        rows.append(tuple(cells))
    return Table(rows=tuple(rows), place=f"line {start + 1}")


def _line(
    lines: list[str], number: int, marks: Mapping[int, re.Match[str]], *, is_first: bool
) -> Block:
    text = lines[number]
    place = f"line {number + 1}"
    mark = marks.get(number)
    is_heading = _is_heading(lines, number)
    # A letter stays where it is: the lists of a page have numbers.
    if mark and not mark["letter"] and not is_heading:
        runs = inline_runs(text[mark.end() :])
        ordered = bool(mark["number"])
        return Line(runs=runs, place=place, is_item=True, is_ordered=ordered, depth=indent_of(text))
    line = Line(runs=inline_runs(text.strip()), place=place)
    if not is_heading:
        return line
    behind = next((other for other in lines[number + 1 :] if other.strip()), "")
    return Heading(level=1 if is_first and "\t" not in behind else 2, line=line)


def _is_heading(lines: list[str], number: int) -> bool:
    """Whether a line stands alone above something, is short and ends as no sentence does."""
    text = lines[number].strip()
    above = lines[number - 1] if number else ""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    has_more = any(line.strip() for line in lines[number + 1 :])
    if not has_more or len(text) > 80 or text[-1] in ".,;:!?。，；：":
        return False
    if re.match(r"\s*[-*•·▪◦‣–]\s", text):
        return False
    is_apart = not above.strip() or "\t" in above
    return is_apart and (not below.strip() or "\t" in below)
