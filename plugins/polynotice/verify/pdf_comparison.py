"""A PDF of the notice, read back and compared with the page that it was printed from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.pages.printed_page import PrintedPage, signs
from polynotice.project.exports.pdf_reader import TaggedPdf


def problems_in_pdf(path: Path, page: PrintedPage, name: str) -> list[Problem]:
    """What the PDF lacks of the page, which a build has proved; `name` is its own.

    Every row of every table must be there, in order, each cell with all of its text, by the tags
    and the letters that a screen reader goes by.
    """
    with pikepdf.open(path) as pdf:
        tagged = TaggedPdf(pdf)
        if not tagged.is_tagged:
            return [_problem(name, page, "The PDF has no tags.")]
        found = [*_differences(tagged, page), *_in_rows([*tagged.rows()], page.rows)]
    return [_problem(name, page, one) for one in found[:_ENOUGH]]


_ENOUGH = 20
"""So many lines say what there is to say of one file."""


def _differences(tagged: TaggedPdf, page: PrintedPage) -> Iterator[str]:
    if tagged.language != page.locale:
        yield f'The language of the PDF is "{tagged.language}".'
    if tagged.title != page.whole_title:
        yield f'The title of the PDF is "{tagged.title}".'
    bookmarks = [signs(str(bookmark.Title)) for bookmark in tagged.bookmarks()]
    if bookmarks != [signs(heading) for heading in page.headings]:
        yield "The bookmarks of the PDF are not the headings of the notice."


def _in_rows(
    found: Sequence[Sequence[str]], wanted: Sequence[Sequence[Sequence[str]]]
) -> Iterator[str]:
    if len(found) != len(wanted):
        yield f"The PDF has {len(found)} rows, and the notice {len(wanted)}."
        return
    for number, row in enumerate(zip(found, wanted, strict=True), 1):
        cells = [cell for cell in row[0] if cell]  # an empty one has no tag
        texts = [pieces for pieces in row[1] if pieces]
        if len(cells) != len(texts):
            yield f"Row {number} has {len(cells)} cells, and not {len(texts)}."
        else:
            for cell, pieces in zip(cells, texts, strict=True):
                lost = first_lost(cell, pieces)
                if lost:
                    yield f'Row {number} lacks "{lost}", or has it elsewhere.'


def first_lost(cell: str, pieces: Sequence[str]) -> str:
    """The first of the pieces that is not in the cell behind those before it.

    >>> first_lost("Name and address", ["Name", "address"]), first_lost("Name", ["Name", "Name"])
    ('', 'Name')
    """
    text, start = signs(cell), 0
    for piece in pieces:
        wanted = signs(piece)
        at = text.find(wanted, start)
        if at < 0:
            return piece
        start = at + len(wanted)
    return ""


def _problem(name: str, page: PrintedPage, message: str) -> Problem:
    return Problem(
        code="bad-pdf",
        span=Span(name),
        locale=page.locale,
        message=message,
        hint="Are there fonts for its script, such as the system's packages fonts-noto-core and "
        "fonts-noto-cjk?",
    )
