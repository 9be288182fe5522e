"""The texts of an edition in a locale's catalogue, and whether they are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.core.model import Key
from polynotice.html.visible_text import squeezed
from polynotice.project.importing.accounting import Account
from polynotice.project.importing.document import Left
from polynotice.project.importing.matches import Match, Pairing
from polynotice.project.importing.planned import Plan
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A catalogue with an edition's texts."""

    po: PoFile
    translated: int
    fuzzy: int
    matches: tuple[Match, ...]
    """Those that it has taken."""
    left: tuple[Left, ...]
    """What a translation that stood there kept out."""


REMARK = "import: "
"""Begins the remark of an entry that a person has to look at."""


def filled(po: PoFile, matches: Sequence[Match], own: Mapping[Key, str]) -> Filled:
    """Fills in what nobody has translated. `own` is what the tool itself says, and nobody wrote."""
    by_key: dict[Key, Match] = {}
    left: list[Left] = []
    taken: list[Match] = []
    for match in sorted(matches, key=lambda match: bool(match.doubt)):  # what is sure comes first
        first = by_key.setdefault(match.text.key, match)
        if first.words == match.words:
            taken.append(match)
        else:
            left += _left(match, f'another place has "{first.words}" for it')
    entries = []
    counts = {True: 0, False: 0}
    for entry in po.entries:
        way = by_key.get(entry.key) if not entry.obsolete else None
        if way is None or not way.words:
            entries.append(entry)
        elif not _is_open(entry, own) and entry.msgstr[0] != way.words:
            entries.append(entry)
            refused = [each for each in taken if each.text.key == entry.key]
            taken = [each for each in taken if each.text.key != entry.key]
            for each in refused:
                left += _left(each, f'the catalogue says "{entry.msgstr[0]}"')
        elif entry.msgstr[0] == way.words:
            entries.append(entry)
        else:
            counts[bool(way.doubt)] += 1
            entries.append(_filled(entry, way))
    return Filled(
        po=replace(po, entries=tuple(entries)),
        translated=counts[False],
        fuzzy=counts[True],
        matches=tuple(taken),
        left=tuple(left),
    )


def _is_open(entry: Entry, own: Mapping[Key, str]) -> bool:
    words = entry.msgstr[0]
    return not words or words == own.get(entry.key)


def _filled(entry: Entry, match: Match) -> Entry:
    remarks = tuple(line for line in entry.remarks if not line.startswith(REMARK))
    if match.doubt:
        remarks = (*remarks, f"{REMARK}{match.doubt}")
    written = replace(entry, msgstr=(match.words,), remarks=remarks, previous=())
    return written.with_fuzzy(bool(match.doubt))


def _left(match: Match, why: str) -> list[Left]:
    return [Left(path=w.path, place=w.place, text=w.text, why=why) for w in match.ways]


def account_of(
    plan: Plan, filled_in: Filled, pairing: Pairing, project: Project, po: PoFile
) -> Account:
    """Looks each text up in the catalogue that was written, as a reader would see it.

    What of the plan was neither paired nor left is left, too.
    """
    written = {entry.key: entry.msgstr[0] for entry in po.entries if not entry.obsolete}
    taken = {(way.path, way.place) for way in pairing.same}
    lost = []
    for match in filled_in.matches:
        page = next(iter(project.markdown.said_on.get(match.text.key, ())), "")
        words = written.get(match.text.key, "")
        seen = squeezed(project.markdown.seen(words, page).text)
        for way in match.ways:
            if way.text in seen:
                taken.add((way.path, way.place))
            else:
                why = "does not come back in the same words from the catalogue"
                lost.append(Left(path=way.path, place=way.place, text=way.text, why=why))
    left = (*pairing.left, *filled_in.left, *lost)
    known = taken | {(one.path, one.place) for one in left}
    forgotten = [
        Left(path=way.path, place=way.place, text=way.text, why="it has found no message")
        for way in plan.ways
        if (way.path, way.place) not in known
    ]
    return Account(taken=len(taken), left=(*left, *forgotten))
