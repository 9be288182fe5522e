"""The numbers that Word shows in front of the items of its lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from docx.document import Document as WordDocument

from polynotice.project.importing.document import Block, Line
from polynotice.project.importing.docx_parts import W, part_of, value
from polynotice.project.importing.html_lists import counted
from polynotice.project.importing.runs import Run

_KINDS = {
    "decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip
_PLAIN = re.compile(r"(\d+)[.)]")


class Numbers:
    """Counts the items of a file's lists, which go on behind other paragraphs."""

    def __init__(self, document: WordDocument) -> None:
        part = part_of(document, "numbering")
        self._abstract: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Any] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._seen: set[str] = set()
        for each in part.findall(f"{W}abstractNum") if part is not None else ():
            for level in each.findall(f"{W}lvl"):
                at = _number(level.get(f"{W}ilvl"))
                self._levels[each.get(f"{W}abstractNumId") or "", at] = level
        for each in part.findall(f"{W}num") if part is not None else ():
            number = each.get(f"{W}numId") or ""
            self._abstract[number] = value(each, "abstractNumId") or ""
            for override in each.findall(f"{W}lvlOverride"):
                start = value(override, "startOverride")
                if start is not None:
                    self._starts[number, _number(override.get(f"{W}ilvl"))] = _number(start)

    def next(self, number: str, at: int) -> str:
        """What stands in front of the next item of that list and level; empty if unknown."""
        abstract = self._abstract.get(number, "")
        if number not in self._seen:
            self._seen.add(number)
            for (name, level), start in self._starts.items():
                if name == number:
                    self._counts[abstract, level] = start - 1
        before = self._counts.get((abstract, at), self._first(abstract, at) - 1)
        self._counts[abstract, at] = before + 1
        for deeper in range(at + 1, 9):
            self._counts.pop((abstract, deeper), None)
        text = value(self._levels.get((abstract, at)), "lvlText") or ""
        return re.sub(r"%([1-9])", lambda match: self._shown(abstract, int(match[1]) - 1), text)

    def _first(self, abstract: str, at: int) -> int:
        start = value(self._levels.get((abstract, at)), "start")
        return _number(start) if start else 1

    def _shown(self, abstract: str, at: int) -> str:
        number = self._counts.get((abstract, at), self._first(abstract, at))
        kind = value(self._levels.get((abstract, at)), "numFmt") or "decimal"
        return counted(number, _KINDS.get(kind, "1"))


def with_numbers(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, items that a page would count otherwise than Word as paragraphs of words."""
    position = 0
    for block in blocks:
        if not (isinstance(block, Line) and block.is_item):
            position = 0
            yield block
            continue
        match = _PLAIN.fullmatch(block.label)
        if block.depth == 0:
            position = position + 1 if block.is_ordered else 0
        is_same = match and (block.depth > 0 or int(match[1]) == position)
        if not block.label or is_same:
            yield block
        else:
            position = 0
            yield replace(
                block, is_item=False, depth=0, runs=(Run(text=f"{block.label} "), *block.runs)
            )


def _number(digits: str | None) -> int:
    return (
        int(digits) if digits and digits.isascii() and digits.isdigit() and len(digits) < 6 else 0
    )
