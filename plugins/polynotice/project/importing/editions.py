"""An edition of the notice in another language: each of its texts with the message it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polynotice.core.model import Purpose, Text
from polynotice.html.visible_text import squeezed
from polynotice.notice.blocks import PurposesBlock
from polynotice.notice.columns import FIELDS
from polynotice.notice.tables import name_of
from polynotice.pages.page_context import SourcePage
from polynotice.project.importing.alignment import Marks, align, marks_of
from polynotice.project.importing.document import Left, lines_of
from polynotice.project.importing.markdown_reader import read_markdown_document
from polynotice.project.importing.planned import Plan, PlannedRecord, Way
from polynotice.project.importing.runs import escaped
from polynotice.project.importing.written import prose_of, values_of
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Match:
    """A text of the edition and the message that it translates."""

    text: Text
    words: str
    """The translation, as inline Markdown."""
    doubt: str = ""
    """Why a person has to look at it; empty where structure proves it."""
    ways: tuple[Way, ...] = ()
    """The texts of the document that it is made of."""


@dataclass(kw_only=True)
class Pairing:
    """What of an edition has found its message, and what has not."""

    matches: list[Match] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    same: list[Way] = field(default_factory=list)
    """Signs without words, which the pages have in every language."""


def pair(plan: Plan, project: Project, path: str) -> Pairing:
    """Pairs what was planned from an edition with the messages of the project.

    Rows and paragraphs correspond by their order where the editions have as many of each, and by
    numbers, links and lengths where they have not. `path` is the edition's, for what it lacks.
    """
    pairing = Pairing(left=list(plan.left))
    ways: dict[str, list[Way]] = {}
    for way in plan.ways:
        ways.setdefault(way.to, []).append(way)
    _pair_records(plan, project, path, ways, pairing)
    _pair_sections(plan, project, pairing)
    _pair_headers(plan, project, ways, pairing)
    _pair_prose(plan, project, ways, pairing)
    _repeat(project, pairing)
    return pairing


def _pair_records(
    plan: Plan, project: Project, path: str, ways: dict[str, list[Way]], pairing: Pairing
) -> None:
    theirs = plan.records
    own = _own_columns(plan, project)
    ours = list(project.notice.purposes)
    sizes = [len(section.purposes) for section in project.notice.sections]
    their_sizes = [len(section.records) for section in plan.sections]
    pairs: Iterable[tuple[int | None, int | None]] = [(n, n) for n in range(len(ours))]
    doubt = ""
    if len(ours) != len(theirs):
        pairs = align(
            [_marks_of_purpose(one) for one in ours], [_marks_of_record(one) for one in theirs]
        )
        doubt = f"the edition has {len(theirs)} rows, the notice {len(ours)}"
    elif sizes != their_sizes and len(their_sizes) > 1:
        doubt = "the edition has its rows in other sections"
    for mine, other in pairs:
        if mine is not None and other is not None:
            _pair_record(ours[mine], theirs[other], doubt, own, ways, pairing)
        elif mine is not None:
            name = name_of(ours[mine]).msgid
            why = f"the edition has no row for the purpose {ours[mine].id}"
            pairing.left.append(Left(path=path, place="rows", text=name, why=why))
        elif other is not None:
            record = theirs[other]
            why = "the notice has no row for it"
            for way in _ways_of(record, ways):
                pairing.left.append(Left(path=way.path, place=way.place, text=way.text, why=why))


def _ways_of(record: PlannedRecord, ways: dict[str, list[Way]]) -> Iterator[Way]:
    for name in ("title", *record.fields):
        yield from ways.get(f"record {record.id} {name}", ())


def _pair_record(
    ours: Purpose,
    theirs: PlannedRecord,
    doubt: str,
    own: Mapping[str, str],
    ways: dict[str, list[Way]],
    pairing: Pairing,
) -> None:
    title_ways = ways.get(f"record {theirs.id} title", [])
    if ours.title is not None:
        why = doubt if title_ways else "made of what the purpose says: the edition has no title"
        pairing.matches.append(
            Match(text=ours.title, words=theirs.title, doubt=why, ways=tuple(title_ways))
        )
    elif title_ways:
        _leave(title_ways, "the notice has no title for this row", pairing)
    for name, cell in theirs.fields.items():
        matches = ways.get(f"record {theirs.id} {name}", [])
        value = ours.fields.get(own.get(name, name))
        if value is None:
            why = f"the purpose {ours.id} has no {name.replace('_', ' ')}"
            _leave(matches, why, pairing)
            continue
        unsure = doubt or (BY_ORDER if name in own and len(own) > 1 else "")
        _pair_texts(value.texts, values_of(cell, name), matches, unsure, pairing)


def _pair_texts(
    ours: Sequence[Text], theirs: Sequence[str], ways: list[Way], doubt: str, pairing: Pairing
) -> None:
    """The texts of one cell, which is a list or a text."""
    if len(ours) == 1 and len(theirs) > 1:
        doubt = doubt or f"the edition has {len(theirs)} lines, the notice one"
        theirs = [" ".join(theirs)]
    if len(ours) != len(theirs):
        doubt = doubt or f"the edition lists {len(theirs)}, the notice {len(ours)}"
    one_each = len(ways) == len(theirs)
    for number, (text, words) in enumerate(zip(ours, theirs, strict=False)):
        own = (ways[number],) if one_each else tuple(ways) if number == 0 else ()
        pairing.matches.append(_match(text, words, doubt, own))
    if one_each:
        _leave(ways[len(ours) :], "the notice has no such item in its list", pairing)


def _match(text: Text, words: str, doubt: str, ways: tuple[Way, ...]) -> Match:
    differences = marks_of(text.msgid).differences(marks_of(words))
    return Match(
        text=text, words=words, doubt="; ".join(filter(None, [doubt, *differences])), ways=ways
    )


def _leave(ways: Iterable[Way], why: str, pairing: Pairing) -> None:
    for way in ways:
        pairing.left.append(Left(path=way.path, place=way.place, text=way.text, why=why))


def _pair_sections(plan: Plan, project: Project, pairing: Pairing) -> None:
    ours, theirs = project.notice.sections, plan.sections
    if len(ours) != len(theirs):
        return
    for mine, other in zip(ours, theirs, strict=True):
        if mine.title is not None:
            own = "" if len(mine.purposes) == len(other.records) else "its section has other rows"
            if other.is_named:
                pairing.matches.append(Match(text=mine.title, words=other.title, doubt=own))


BY_ORDER = "paired by the order of the columns"


def _own_columns(plan: Plan, project: Project) -> Mapping[str, str]:
    """The notice's own columns by those of the edition, whose fields are made of its headers."""
    extra = list(project.site.settings.extra_columns)
    others = [name for name in plan.extra if name not in FIELDS]
    return dict(zip(others, extra, strict=True)) if len(others) == len(extra) else {}


def _pair_headers(
    plan: Plan, project: Project, ways: dict[str, list[Way]], pairing: Pairing
) -> None:
    """Headers by their fields; those of the notice's own columns by their order."""
    words = project.notice.words
    own = _own_columns(plan, project)
    for to, found in ways.items():
        kind, _, name = to.partition(" ")
        if kind != "header":
            continue
        field_name = own.get(name, name)
        if field_name not in words:
            _leave(found, "the notice has no such column", pairing)
            continue
        first = found[0].text
        same = tuple(way for way in found if way.text == first)
        doubt = BY_ORDER if name in own else ""
        pairing.matches.append(
            Match(text=words[field_name], words=escaped(first), doubt=doubt, ways=same)
        )
        rest = [way for way in found if way.text != first]
        _leave(rest, f'another header of this column is "{first}"', pairing)


def _pair_prose(plan: Plan, project: Project, ways: dict[str, list[Way]], pairing: Pairing) -> None:
    """Prose by its order; what a page says twice is one message."""
    pool: dict[tuple[str, str], list[Way]] = {}
    for page in plan.pages:
        for way in ways.get(f"page {page.uri}", ()):
            pool.setdefault((page.uri, way.text), []).append(way)
    theirs = [
        [(page.uri, words, plain) for words, plain in _unique(prose_of(page))]
        for page in plan.pages
    ]
    ours = [texts for texts in _prose_of_project(project) if texts]
    theirs = [found for found in theirs if found]
    doubt = ""
    if len(ours) != len(theirs):
        doubt = f"the edition has {len(theirs)} pages, the notice {len(ours)}"
        ours = [[text for texts in ours for text in texts]]
        theirs = [[line for found in theirs for line in found]]
    for texts, found in zip(ours, theirs, strict=True):
        _pair_page(texts, found, doubt, pool, pairing)
    signs = [way for found in pool.values() for way in found]
    bodies = "\n".join(page.body for page in project.site.pages)
    pairing.same += [way for way in signs if way.text in bodies]
    _leave((way for way in signs if way.text not in bodies), "the notice has no such text", pairing)


def _pair_page(
    ours: Sequence[Text],
    theirs: Sequence[tuple[str, str, str]],
    doubt: str,
    pool: dict[tuple[str, str], list[Way]],
    pairing: Pairing,
) -> None:
    """The prose of a page: each of `theirs` is its page, its words in Markdown and as seen."""
    pairs: Iterable[tuple[int | None, int | None]] = [(n, n) for n in range(len(ours))]
    if len(ours) != len(theirs):
        marks = [marks_of(text.msgid) for text in ours]
        pairs = align(marks, [marks_of(words) for _, words, _ in theirs])
        doubt = doubt or f"the edition has {len(theirs)} paragraphs here, the notice {len(ours)}"
    for mine, other in pairs:
        if other is None:
            continue
        uri, words, plain = theirs[other]
        own = tuple(pool.pop((uri, plain), ()))
        if mine is None:
            _leave(own, "the notice has no such paragraph", pairing)
        elif own:
            pairing.matches.append(_match(ours[mine], words, doubt, own))


def _unique(prose: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each text with words once."""
    by_plain = {plain: words for words, plain in prose if not plain or _has_words(plain)}
    return [(words, plain) for plain, words in by_plain.items()]


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _prose_of_project(project: Project) -> Iterator[list[Text]]:
    """The prose of each page in order, but of the page that lists kinds of personal data alone."""
    for page in project.site.pages:
        blocks = project.blocks.get(page.uri, ())
        has_purposes = any(isinstance(block, PurposesBlock) for block in blocks)
        if blocks and not has_purposes and page.uri == project.indexed_on:
            continue
        yield _in_order(project, page)


def _in_order(project: Project, page: SourcePage) -> list[Text]:
    """The prose of a page as it stands there: messages are in the order of the whole notice."""
    texts = [text for text in project.texts_of(page.uri) if text.context is None]
    seen = {squeezed(project.markdown.seen(text.msgid, page.uri).text): text for text in texts}
    document = read_markdown_document(page.body, page.uri)
    lines = (line for block in document.blocks for line in lines_of(block))
    lines_seen = [seen.pop(line.text) for line in lines if line.text in seen]
    return [*lines_seen, *seen.values()]


def _repeat(project: Project, pairing: Pairing) -> None:
    """Gives messages of the same words, such as titles in the navigation, the same translation."""
    done = {match.text.key for match in pairing.matches}
    by_words = {match.text.msgid: match for match in pairing.matches}
    for message in project.messages:
        text = message.text
        if text.key not in done and text.msgid in by_words:
            matches = by_words[text.msgid]
            is_title = (text.context or "").startswith(("site/", "sections/"))
            doubt = matches.doubt or ("" if is_title else "the same words stand elsewhere")
            pairing.matches.append(Match(text=text, words=matches.words, doubt=doubt))


def _marks_of_purpose(purpose: Purpose) -> Marks:
    return marks_of(" ".join(t.msgid for value in purpose.fields.values() for t in value.texts))


def _marks_of_record(record: PlannedRecord) -> Marks:
    texts = (" ".join(values_of(cell, name)) for name, cell in record.fields.items())
    return marks_of(" ".join(texts))
