"""What a browser leaves to be done in the PDF that it has printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from polynotice.pages.printed_page import PrintedPage, signs
from polynotice.project.exports.pdf_reader import TaggedPdf, kids_of


def finish(path: Path, page: PrintedPage, time: datetime | None, nowhere: str) -> None:
    """Gives the PDF its title and its time, and words in their order where Chromium turns them.

    Of a text from right to left it keeps each line as it stands on the sheet: its last word first.
    What a screen reader is to say, and what a bookmark is called, is put beside it from the page,
    wherever the two have the same letters. Links that begin with the address `nowhere` are of a
    site that has none of its own, and lead to nothing.
    """
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        tagged = TaggedPdf(pdf)
        _state(pdf, page, time)
        _unlink(pdf, nowhere)
        titles = _by_letters(page.headings)
        for bookmark in tagged.bookmarks():
            title = _said_once(str(bookmark.Title), page.headings)
            bookmark.Title = titles.get(_letters_of(title), title)
        if "/StructTreeRoot" in pdf.Root:
            _Words(tagged, page).put_beside(tagged.root)
            _number(tagged)
        pdf.save(path, deterministic_id=True)


def _said_once(title: str, headings: Iterable[str]) -> str:
    """A bookmark's title without its repetition.

    Chromium names a bookmark after all that it has laid out of a heading: twice, where the heading
    was moved to the next sheet with what it stands above.
    """
    repeated = re.fullmatch(r"(.+?)\1+", title, re.DOTALL)
    if repeated is None or _letters_of(title) in map(_letters_of, headings):
        return title
    return repeated[1]


def _state(pdf: Pdf, page: PrintedPage, time: datetime | None) -> None:
    pdf.docinfo["/Title"] = page.whole_title
    for name in ("/CreationDate", "/ModDate"):
        if time is not None:
            pdf.docinfo[name] = time.strftime("D:%Y%m%d%H%M%SZ")
        elif name in pdf.docinfo:
            del pdf.docinfo[name]
    pdf.Root.Lang = pikepdf.String(page.locale)
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Direction=Name.R2L if page.is_from_right else Name.L2R
    )


def _number(tagged: TaggedPdf) -> None:
    """Numbers the elements that others name, such as the header cells of a table, in their order.

    Chromium numbers all that was ever on the page: what a script adds late is counted or not.
    """
    named = [element for element in tagged.elements(tagged.root) if "/ID" in element]
    names = {str(one.ID): String(f"node{number:08}") for number, one in enumerate(named, 1)}
    for element in named:
        element.ID = names[str(element.ID)]
    for element in tagged.elements(tagged.root):
        given = element.get("/A", Array())
        for attributes in given if isinstance(given, Array) else (given,):
            if "/Headers" in attributes:
                attributes.Headers = Array([names[str(one)] for one in attributes.Headers])
    if named:
        tagged.root.IDTree = Dictionary(
            Names=Array([part for one in named for part in (one.ID, one)])
        )


def _unlink(pdf: Pdf, nowhere: str) -> None:
    for sheet in pdf.pages:
        for link in sheet.get("/Annots", Array()):
            if str(link.get("/A", Dictionary()).get("/URI", "")).startswith(nowhere):
                del link["/A"]


def _letters_of(text: str) -> str:
    """The same for two texts with the same letters in whatever order.

    Without the marks above and below them: of two marks in one glyph, fonts do not say which.
    """
    return "".join(sorted(one for one in signs(text) if unicodedata.category(one)[0] not in "MC"))


def _by_letters(texts: Iterable[str]) -> dict[str, str]:
    """Texts by their letters, but for those of which there are two with the same."""
    glyphs: dict[str, str] = {}
    doubtful = set()
    for text in filter(None, texts):
        if glyphs.setdefault(_letters_of(text), text) != text:
            doubtful.add(_letters_of(text))
    return {letters: text for letters, text in glyphs.items() if letters not in doubtful}


_RADICAL = re.compile("[\u2e80-\u2fdf]")
"""Parts of Chinese characters: a font has the same glyph for 见 and for the radical ⻅."""


_WITHIN_TEXT = {"/NonStruct", "/Span", "/Strong", "/Em", "/Code"}
"""Elements that only say how a part of a text is meant."""


class _Words:
    """Puts the texts of a page beside the elements with the same letters."""

    def __init__(self, tagged: TaggedPdf, page: PrintedPage) -> None:
        self._tagged = tagged
        self._is_from_right = page.is_from_right
        self._by_letters = _by_letters(page.texts)
        self._parents = dict(_numbered(tagged.root.ParentTree))

    def _is_turned(self, text: str) -> bool:
        """Whether its letters may stand in another order than they are said in."""
        # In words from left to right, it is the signs around them that change sides.
        return self._is_from_right or any(
            unicodedata.bidirectional(sign) in ("R", "AL") for sign in text
        )

    def _known(self, text: str) -> str | None:
        """What of the page a text on a sheet is, if it would be read as something else."""
        if self._is_turned(text):
            return self._by_letters.get(_letters_of(text))
        if not _RADICAL.search(text):
            return None
        form = re.compile("".join("." if _RADICAL.match(one) else re.escape(one) for one in text))
        return next((one for one in self._by_letters.values() if form.fullmatch(one)), None)

    def put_beside(self, element: Any, page: Any = None) -> None:
        page = element.get("/Pg", page)
        text = self._tagged.text(element, page)
        if not (self._is_turned(text) or _RADICAL.search(text)):
            return
        known = self._known(text)
        # What has an element of its own, such as a link or a cell, would be lost in its words.
        within = {str(one.S) for one in self._tagged.elements(element)}
        if known is not None and "/S" in element and within <= _WITHIN_TEXT:
            element.ActualText = pikepdf.String(known)
            return
        kids: list[Any] = []
        for is_mark, group in groupby(kids_of(element), lambda kid: isinstance(kid, int)):
            parts = list(group)
            if is_mark:
                kids += self._in_one(parts, element, page)
                continue
            for kid in parts:
                if isinstance(kid, Dictionary) and "/S" in kid:
                    self.put_beside(kid, page)
            kids += parts
        element.K = Array(kids)

    def _in_one(self, marks: list[int], element: Any, page: Any) -> list[Any]:
        """The marks between two elements: in one of their own, if what they say is known."""
        text = "".join(self._tagged.text_of(mark, page) for mark in marks)
        known = self._known(text)
        if known is None:
            return [*marks]
        span = self._tagged.pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Span,
                P=element,
                Pg=page,
                K=Array(marks),
                ActualText=pikepdf.String(known),
            )
        )
        parents: Any = self._parents.get(int(page.get("/StructParents", -1)))
        for mark in marks if parents is not None else ():
            parents[mark] = span
        return [span]


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree."""
    numbers = list(tree.get("/Nums", Array()))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in tree.get("/Kids", Array()):
        yield from _numbered(kid)
