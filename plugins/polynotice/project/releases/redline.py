"""The whole notice with what was put in and taken out, for whoever has to read every word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from polynotice.notice.release_form import FrozenPage, Node, NoticeTable, Row
from polynotice.project.releases.changes import former_ids
from polynotice.project.releases.version import Version, records_in
from polynotice.project.releases.word_difference import Piece, word_difference
from polynotice.project.releases.words import texts_and_tables, words_in

Style = Literal["page", "heading", "text", "record", "field"]


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph of the notice: without what was put in, the old one; else the new one."""

    style: Style
    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> Literal["same", "removed", "added", "changed"]:
        """Whether the whole paragraph came or went."""
        kinds = {piece.kind for piece in self.pieces}
        return next(iter(kinds)) if len(kinds) == 1 else "changed"

    @property
    def has_changed(self) -> bool:
        """Whether any of it is not as it was."""
        return self.kind != "same"


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """A paragraph of one version, and what tells that one of another version is the same."""

    key: tuple[str, ...]
    style: Style
    text: str


def redline(old: Version, new: Version, locale: str) -> tuple[Paragraph, ...]:
    """The notice from one version to another, in the words of one locale.

    What was moved is taken out where it was and put in where it is.
    """
    before, after = records_in(old.in_locale(locale)), records_in(new.in_locale(locale))
    former = {name: was for name, was in former_ids(before, after).items() if name != was}
    olds, news = list(_units(old, locale, {})), list(_units(new, locale, former))
    return tuple(_paragraphs(olds, news))


def _paragraphs(olds: Sequence[_Unit], news: Sequence[_Unit]) -> Iterator[Paragraph]:
    steps = SequenceMatcher(
        None, [one.key for one in olds], [one.key for one in news], autojunk=False
    )
    for _, start, end, new_start, new_end in steps.get_opcodes():
        gone, come = olds[start:end], news[new_start:new_end]
        if [_sort(one) for one in gone] == [_sort(one) for one in come]:
            pairs = zip(gone, come, strict=True)
            yield from (_paragraph(one.style, one.text, other.text) for one, other in pairs)
            continue
        yield from (_paragraph(one.style, one.text, "") for one in gone)
        yield from (_paragraph(one.style, "", one.text) for one in come)


def _sort(unit: _Unit) -> tuple[str, ...]:
    """What two paragraphs must have in common to be one that was re-worded: a place, for prose."""
    return (unit.style,) if unit.style in ("heading", "text") else unit.key


def _paragraph(style: Style, old: str, new: str) -> Paragraph:
    return Paragraph(style=style, pieces=word_difference(old, new))


def _units(version: Version, locale: str, former: Mapping[str, str]) -> Iterator[_Unit]:
    """The paragraphs of a version; records under the ids that they had before."""
    words, source = version.in_locale(locale), version.in_locale(version.source)
    if words is None or source is None:
        return
    for page, of_source in zip(words.pages, source.pages, strict=True):
        yield _Unit(key=("page", page.path), style="page", text=page.title)
        pieces, said = list(_pieces(page)), list(_pieces(of_source))
        # The translation of a text is the same text as long as its source is.
        for piece, own in zip_longest(pieces, said if len(said) == len(pieces) else pieces):
            yield from _units_of(piece, own, page, former)


_Piece = tuple[Style, tuple[Node, ...]] | tuple[NoticeTable, Row]


def _units_of(
    piece: _Piece, source: _Piece, page: FrozenPage, former: Mapping[str, str]
) -> Iterator[_Unit]:
    table, row = piece
    if isinstance(table, NoticeTable) and isinstance(row, Row):
        name = former.get(row.id, row.id)
        yield _Unit(key=("record", name), style="record", text=row.id)
        for field, cell in row.cells.items():
            text = f"{words_in(table.headers.get(field, ()))}: {words_in(cell)}"
            yield _Unit(key=("field", name, field), style="field", text=text)
    elif isinstance(table, str) and isinstance(row, tuple):
        key = words_in(source[1]) if isinstance(source[1], tuple) else ""
        yield _Unit(key=("text", page.path, key), style=table, text=words_in(row))


def _pieces(page: FrozenPage) -> Iterator[_Piece]:
    """The texts and rows of a page, in order."""
    for piece in texts_and_tables(page.content):
        if isinstance(piece, NoticeTable):
            yield from ((piece, row) for row in piece.rows)
        else:
            yield "heading" if piece.is_heading else "text", piece.content
