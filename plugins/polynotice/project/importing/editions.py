"""An edition of the notice in another language: each of its texts with the message it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from polynotice.core.model import Purpose, Text
from polynotice.notice.columns import FIELDS
from polynotice.notice.tables import name_of
from polynotice.project.importing.alignment import Marks, align, marks_of
from polynotice.project.importing.document import Left
from polynotice.project.importing.edition_prose import pair_prose
from polynotice.project.importing.matches import Match, Pairing, leave, match_of
from polynotice.project.importing.planned import Plan, PlannedRecord, Way
from polynotice.project.importing.runs import escaped
from polynotice.project.importing.written import values_of
from polynotice.project.project import Project


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
    pair_prose(plan, project, ways, pairing)
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
        leave(title_ways, "the notice has no title for this row", pairing)
    for name, cell in theirs.fields.items():
        matches = ways.get(f"record {theirs.id} {name}", [])
        value = ours.fields.get(own.get(name, name))
        if value is None:
            why = f"the purpose {ours.id} has no {name.replace('_', ' ')}"
            leave(matches, why, pairing)
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
        pairing.matches.append(match_of(text, words, doubt, own))
    if one_each:
        leave(ways[len(ours) :], "the notice has no such item in its list", pairing)


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
            leave(found, "the notice has no such column", pairing)
            continue
        first = found[0].text
        same = tuple(way for way in found if way.text == first)
        doubt = BY_ORDER if name in own else ""
        pairing.matches.append(
            Match(text=words[field_name], words=escaped(first), doubt=doubt, ways=same)
        )
        rest = [way for way in found if way.text != first]
        leave(rest, f'another header of this column is "{first}"', pairing)


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
