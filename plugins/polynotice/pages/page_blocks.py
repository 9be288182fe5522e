"""The `:::` blocks of a page: taken out of its lines, put into its tree, replaced by tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from polynotice.notice import block_source, block_syntax, marks
from polynotice.notice.blocks import Block, DataIndexBlock, tables_of
from polynotice.notice.matrix import Matrix
from polynotice.notice.tables import Table
from polynotice.pages.conversion import Conversion
from polynotice.pages.marked_phrases import put, set_text
from polynotice.pages.matrix_element import matrix_element
from polynotice.pages.plain_tables import plain_table
from polynotice.pages.table_elements import table_element


class FindBlocks(Preprocessor):
    """Takes the blocks, and the marks of what the law asks for, out of the page's lines."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with something that stands for it where each was."""
        if not any("<!--" in line for line in lines):  # most have none
            left, self._conversion.raw_blocks = block_syntax.find_blocks(lines)
            return left
        left, self._conversion.raw_marks = marks.take_marks(lines)
        self._conversion.add_misplaced_marks(marks.misplaced(left))
        left, self._conversion.raw_blocks = block_syntax.find_blocks(left)
        return marks.apart(left)


class PlaceBlocks(BlockProcessor):
    """Understands each block that is not code, and puts an element where it is to go."""

    def __init__(self, parser: BlockParser, conversion: Conversion) -> None:
        super().__init__(parser)
        self._conversion = conversion

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Whether this is the mark of a block."""
        return block_syntax.MARKER.fullmatch(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Reads the block, and collects its mistakes."""
        match = block_syntax.MARKER.fullmatch(blocks.pop(0).strip())
        if match is None:
            return
        conversion = self._conversion
        raw = conversion.raw_blocks[int(match[1])]
        place = conversion.page.span(raw.line)
        block, problems = block_source.parse_block(
            raw,
            place.path,
            place.line - raw.line,
            conversion.context.notice,
            fields=conversion.context.fields,
            columns=conversion.context.columns,
        )
        conversion.problems += problems
        if block is None:
            conversion.meant |= block_source.may_place(raw, conversion.context.notice)
        if block is not None:
            # The tables wait for the prose around them, so that messages come in the page's order.
            SubElement(parent, "div", {_PLACE: str(len(conversion.blocks))})
            conversion.blocks.append(block)


class PlaceMarks(BlockProcessor):
    """Puts an element where each mark of what the law asks for is that is not code."""

    def __init__(self, parser: BlockParser, conversion: Conversion) -> None:
        super().__init__(parser)
        self._conversion = conversion

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Whether this stands for a mark."""
        return marks.MARKER.fullmatch(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Puts it there until the prose around it is said."""
        match = marks.MARKER.fullmatch(blocks.pop(0).strip())
        if match is not None:
            SubElement(parent, "div", {_MARK: match[1]})


_MARK = "data-notice-mark"
"""Marks, within the tree only, where a mark was: its number among the page's marks."""


def is_taken_mark(element: Element, conversion: Conversion) -> bool:
    """Whether a mark was where the element is: that is noted, in the order of what is said."""
    number = element.get(_MARK)
    if number is not None:
        conversion.note(conversion.raw_marks[int(number)])
    return number is not None


_PLACE = "data-notice-block"
"""Marks, within the tree only, where a block's tables go: its number among the page's blocks."""


def block_at(element: Element, conversion: Conversion) -> Block | None:
    """The block whose tables go where the element is."""
    number = element.get(_PLACE)
    return conversion.blocks[int(number)] if number else None


def replace_by_tables(
    parent: Element, place: Element, block: Block, conversion: Conversion
) -> None:
    """Puts the tables of a block where its place is, each below its heading."""
    position = list(parent).index(place)
    parent.remove(place)
    level = min(conversion.level + 1, 6)
    tables = tables_of(block, conversion.context.notice, conversion.context.say)
    if isinstance(block, DataIndexBlock) and conversion.context.reader.filter:
        for filter_place in _filter_place(tables):
            parent.insert(position, filter_place)
            position += 1
    for table in tables:
        if isinstance(table, Table) and table.heading:
            heading = Element(f"h{level}")
            put(heading, table.heading, conversion)
            parent.insert(position, heading)
            position += 1
        parent.insert(position, _element(table, conversion))
        position += 1


def _filter_place(tables: Sequence[Table | Matrix]) -> Iterator[Element]:
    """Where a script puts what filters the kinds of data, if there are enough; else empty."""
    indexes = [table for table in tables if isinstance(table, Table)]
    if sum(len(table.rows) for table in indexes) > 1:
        place = Element("div", {"class": "notice-filter"})
        set_text(place, "data-label", indexes[0].columns[0].header)
        yield place


def _element(table: Table | Matrix, conversion: Conversion) -> Element:
    if isinstance(table, Matrix):
        return matrix_element(table, conversion)
    element = plain_table(table, conversion) if conversion.leaves_words_alone else None
    return table_element(table, conversion) if element is None else element


def show_blocks_as_code(element: Element, conversion: Conversion) -> None:
    """Gives indented code back the blocks and marks that it shows."""
    for part in element.iter():
        if part.text and marks.MARKER.search(part.text):
            part.text = AtomicString(conversion.with_marks(part.text))
        if part.text and block_syntax.MARKER.search(part.text):
            text = block_syntax.MARKER.sub(
                lambda match: conversion.raw_blocks[int(match[1])].source, part.text
            )
            part.text = AtomicString(text)
