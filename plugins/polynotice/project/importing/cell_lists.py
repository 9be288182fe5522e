"""The lists of a cell, of which a record keeps the points in their order, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polynotice.project.importing.document import Cell, Line
from polynotice.project.importing.runs import Run


def in_words(line: Line) -> Line:
    """The line with what counts it as words in front: a record's lists have no numbers."""
    if not line.label:
        return line
    return replace(line, is_item=False, runs=(Run(text=f"{line.label} "), *line.runs))


def with_levels(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with levels as the depths of items that have their indentation there."""
    indents: list[int] = []
    for line in lines:
        if not line.is_item and not line.label:
            indents = []
            yield replace(line, depth=0)
            continue
        while indents and indents[-1] >= line.depth:
            indents.pop()
        indents.append(line.depth)
        yield replace(line, depth=len(indents) - 1)


def lost_of(cell: Cell, *, is_one_text: bool) -> Iterator[tuple[str, str]]:
    """What of the cell's lists is lost in a list of points, or in one text: text and reason."""
    points = [line for line in cell.lines if line.is_item or line.label]
    if is_one_text and len(cell.lines) > 1 and any(line.is_item for line in points):
        yield cell.text, "is a list, and stands in one text: see whether its points are still apart"
    above: list[Line] = []
    for line in points:
        while above and above[-1].depth >= line.depth:
            above.pop()
        if above:
            outer = above[-1].text
            yield line.text, f'stood below the point "{outer}": the list of a cell has one level'
        above.append(line)
