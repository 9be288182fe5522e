"""A tagged PDF, read by its tags, as a screen reader does: not by where its letters stand.

ISO 32000-1, 14.7 (logical structure) and 9.10 (which letters the glyphs of a font are).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a glyph that is no letter: of a script, most of all, that no font here has."""


class TaggedPdf:
    """An open PDF with tags."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf

    @property
    def is_tagged(self) -> bool:
        """Whether it says that it has tags, and has some."""
        mark = self.pdf.Root.get("/MarkInfo", Dictionary())
        return bool(mark.get("/Marked", False)) and "/StructTreeRoot" in self.pdf.Root

    @property
    def language(self) -> str:
        """The language of the whole, as BCP 47 has it."""
        return str(self.pdf.Root.get("/Lang", ""))

    @property
    def title(self) -> str:
        """What a reader's window is called."""
        return str(self.pdf.docinfo.get("/Title", ""))

    def bookmarks(self) -> Iterator[Any]:
        """Every bookmark, in the order of the list that is seen."""
        outlines = self.pdf.Root.get("/Outlines")
        yield from () if outlines is None else _below(outlines)

    def rows(self) -> Iterator[list[str]]:
        """The rows of all tables, each as the texts of its cells."""
        for element in self.elements(self.root):
            if element.get("/S") == Name.TR:
                yield [self.text(cell) for cell in elements_in(element)]

    @property
    def root(self) -> Any:
        """What all elements stand in."""
        return self.pdf.Root.StructTreeRoot

    def elements(self, element: Any) -> Iterator[Any]:
        """All elements that stand in one, in the order of reading."""
        for each in elements_in(element):
            yield each
            yield from self.elements(each)

    def text(self, element: Any, page: Any = None) -> str:
        """What an element says: in its own words, or by the letters on the sheets."""
        if "/ActualText" in element:
            return str(element.ActualText)
        page = element.get("/Pg", page)
        return "".join(self.text_of(kid, page) for kid in kids_of(element))

    def text_of(self, kid: Any, page: Any) -> str:
        """What stands in an element: another one, or a mark on a sheet, by its number."""
        if isinstance(kid, int):
            return self._texts[page.objgen].get(kid, "") if page is not None else ""
        if not isinstance(kid, Dictionary):
            return ""
        if kid.get("/Type") == Name.MCR:
            sheet = kid.get("/Pg", page)
            return self._texts[sheet.objgen].get(int(kid.MCID), "")
        return self.text(kid, page) if "/S" in kid else ""

    @cached_property
    def _texts(self) -> Mapping[tuple[int, int], Mapping[int, str]]:
        """The text of each mark, by sheet and number."""
        fonts: dict[Any, tuple[int, Mapping[int, str]]] = {}
        pages: Iterable[Any] = self.pdf.pages
        return {page.objgen: dict(_marked(page, fonts)) for page in pages}


def kids_of(element: Any) -> list[Any]:
    """What stands in an element."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def elements_in(element: Any) -> list[Any]:
    """The elements right in one."""
    return [kid for kid in kids_of(element) if isinstance(kid, Dictionary) and "/S" in kid]


def _below(item: Any) -> Iterator[Any]:
    child = item.get("/First")
    while child is not None:
        yield child
        yield from _below(child)
        child = child.get("/Next")


def _marked(
    page: Any, fonts: dict[Any, tuple[int, Mapping[int, str]]]
) -> Iterator[tuple[int, str]]:
    """The marks of a sheet by their numbers, each with its text."""
    width: int = 1
    letters: Mapping[int, str] = {}
    open_marks: list[tuple[bool, int | None, list[str]]] = []
    pieces: dict[int, list[str]] = {}
    instructions: Iterable[Any] = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        match str(operator):
            case "Tf":
                width, letters = _font(page.Resources.Font[operands[0]], fonts)
            case "BMC" | "BDC":
                known = operands[1] if len(operands) > 1 else Dictionary()
                number = known.get("/MCID") if isinstance(known, Dictionary) else None
                is_reversed = operands[0] == Name.ReversedChars
                open_marks.append((is_reversed, None if number is None else int(number), []))
            case "EMC":
                is_reversed, mark, parts = open_marks.pop()
                parts = parts[::-1] if is_reversed else parts
                if mark is not None:
                    pieces.setdefault(mark, []).extend(parts)
                elif open_marks:
                    open_marks[-1][2].extend(parts)
            case "Tj" | "TJ" if open_marks:
                strings = operands[0] if isinstance(operands[0], Array) else [operands[0]]
                for data in (bytes(one) for one in strings if isinstance(one, String)):
                    codes = (data[at : at + width] for at in range(0, len(data), width))
                    open_marks[-1][2].extend(
                        letters.get(int.from_bytes(code, "big"), UNKNOWN) for code in codes
                    )
    yield from ((number, "".join(parts)) for number, parts in pieces.items())


def _font(
    font: Any, fonts: dict[Any, tuple[int, Mapping[int, str]]]
) -> tuple[int, Mapping[int, str]]:
    """How many bytes a glyph of a font has, and which letters the glyphs are."""
    if font.objgen not in fonts:
        table = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
        fonts[font.objgen] = 2 if font.Subtype == Name.Type0 else 1, dict(_letters(table))
    return fonts[font.objgen]


_LIST = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(r"<(\w+)>\s*<(\w+)>")
_RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>")


def _letters(table: str) -> Iterator[tuple[int, str]]:
    """The letters of glyphs, as a `ToUnicode` table has them.

    >>> dict(_letters("1 beginbfrange <004A> <004B> <0067> endbfrange"))
    {74: 'g', 75: 'h'}
    """
    for kind, lines in _LIST.findall(table):
        if kind == "char":
            for code, letters in _CHAR.findall(lines):
                yield int(code, 16), _of(letters)
            continue
        for first, last, letters in _RANGE.findall(lines):
            start = _of(letters)
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                yield code, start[:-1] + chr(ord(start[-1]) + step)


def _of(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be", "replace")
