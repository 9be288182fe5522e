"""The prose of an edition: each heading, paragraph, item and cell with the message it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from polynotice.core.model import Text
from polynotice.html.visible_text import squeezed
from polynotice.notice.blocks import PurposesBlock
from polynotice.pages.page_context import SourcePage
from polynotice.project.importing.alignment import align, marks_of
from polynotice.project.importing.document import Block, Heading, Table, lines_of
from polynotice.project.importing.markdown_reader import read_markdown_document
from polynotice.project.importing.matches import Pairing, leave, match_of
from polynotice.project.importing.planned import Plan, PlannedPage, Way
from polynotice.project.importing.written import CELL, HEADING, LINE, prose_of
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class _Ours:
    """A place of the notice's prose, and its message."""

    text: Text
    kind: str
    """That of `prose_of`; empty for a message that no line of the page is."""


@dataclass(frozen=True, kw_only=True)
class _Theirs:
    """A place of the edition's prose."""

    uri: str
    words: str
    """Inline Markdown."""
    plain: str
    """As a reader sees it; empty for a heading that the document has not."""
    kind: str


_Place = TypeVar("_Place", _Ours, _Theirs)


def pair_prose(plan: Plan, project: Project, ways: dict[str, list[Way]], pairing: Pairing) -> None:
    """Pairs prose by its order, where the pages are made alike; else by numbers, links and lengths.

    `ways` are the texts of the documents by where they went.
    """
    pool: dict[tuple[str, str], list[Way]] = {}
    for page in plan.pages:
        for way in ways.get(f"page {page.uri}", ()):
            pool.setdefault((page.uri, way.text), []).append(way)
    ours = [places for places in _prose_of_project(project) if places]
    theirs = [places for page in plan.pages if (places := _prose_of_page(page))]
    doubt = ""
    if len(ours) != len(theirs):
        doubt = f"the edition has {len(theirs)} pages, the notice {len(ours)}"
        ours = [[place for places in ours for place in places]]
        theirs = [[place for places in theirs for place in places]]
    for mine, others in zip(ours, theirs, strict=True):
        _pair_page(mine, others, doubt, pool, pairing)
    signs = [way for found in pool.values() for way in found]
    bodies = "\n".join(page.body for page in project.site.pages)
    pairing.same += [way for way in signs if way.text in bodies]
    leave((way for way in signs if way.text not in bodies), "the notice has no such text", pairing)


def _pair_page(
    ours: Sequence[_Ours],
    theirs: Sequence[_Theirs],
    doubt: str,
    pool: dict[tuple[str, str], list[Way]],
    pairing: Pairing,
) -> None:
    """The prose of a page. What it says twice is one message, and may be two in another language.

    Where headings, cells and other lines do not follow each other as in the notice, the number of
    texts proves nothing.
    """
    pairs: Iterable[tuple[int | None, int | None]]
    if _kinds(ours) == _kinds(theirs):
        pairs = [(n, n) for n in range(len(theirs))]
    else:
        ours = list(_once((place.text.key, place) for place in ours))
        theirs = list(_once((place.plain, place) for place in theirs))
        if _kinds(ours) == _kinds(theirs):
            pairs = [(n, n) for n in range(len(theirs))]
        else:
            doubt = doubt or _difference(ours, theirs)
            marks = [marks_of(place.text.msgid) for place in ours]
            pairs = align(marks, [marks_of(place.words) for place in theirs])
    done: set[tuple[str | None, str]] = set()
    for mine, other in pairs:
        if other is None:
            continue
        place = theirs[other]
        own = tuple(pool.pop((place.uri, place.plain), ()))
        if mine is None:
            leave(own, "the notice has no such paragraph", pairing)
        elif place.plain and ours[mine].text.key not in done:
            done.add(ours[mine].text.key)
            pairing.matches.append(match_of(ours[mine].text, place.words, doubt, own))
        else:
            leave(own, "the notice says there what it says elsewhere, too", pairing)


def _once(places: Iterable[tuple[object, _Place]]) -> Iterator[_Place]:
    """The first of those beside the same."""
    seen: set[object] = set()
    for key, place in places:
        if key not in seen:
            seen.add(key)
            yield place


def _kinds(places: Sequence[_Ours] | Sequence[_Theirs]) -> list[str]:
    return [place.kind for place in places if place.kind]


def _difference(ours: Sequence[_Ours], theirs: Sequence[_Theirs]) -> str:
    if len(ours) != len(theirs):
        return f"the edition has {len(theirs)} paragraphs here, the notice {len(ours)}"
    return "the edition has its headings and paragraphs in another order here"


def _prose_of_page(page: PlannedPage) -> list[_Theirs]:
    """What of an edition's page has words."""
    return [
        _Theirs(uri=page.uri, words=words, plain=plain, kind=kind)
        for words, plain, kind in prose_of(page)
        if not plain or _has_words(plain)
    ]


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _prose_of_project(project: Project) -> Iterator[list[_Ours]]:
    """The prose of each page in order, but of the page that lists kinds of personal data alone."""
    for page in project.site.pages:
        blocks = project.blocks.get(page.uri, ())
        has_purposes = any(isinstance(block, PurposesBlock) for block in blocks)
        if blocks and not has_purposes and page.uri == project.indexed_on:
            continue
        yield _in_order(project, page)


def _in_order(project: Project, page: SourcePage) -> list[_Ours]:
    """The prose of a page as it stands there: messages are in the order of the whole notice."""
    texts = [text for text in project.texts_of(page.uri) if text.context is None]
    seen = {squeezed(project.markdown.seen(text.msgid, page.uri).text): text for text in texts}
    document = read_markdown_document(page.body, page.uri)
    placed = [
        _Ours(text=seen[line.text], kind=_kind(block))
        for block in document.blocks
        for line in lines_of(block)
        if line.text in seen
    ]
    known = {place.text.key for place in placed}
    return [*placed, *(_Ours(text=each, kind="") for each in texts if each.key not in known)]


def _kind(block: Block) -> str:
    return HEADING if isinstance(block, Heading) else CELL if isinstance(block, Table) else LINE
