"""Merging new messages into a catalogue without losing a word that a person wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.core.model import Key
from polynotice.core.translation import Message

Likeness = Callable[[str, Sequence[str]], Sequence[float]]
"""How much each of some texts is like one text: 0 (not at all) to 1 (the same)."""

ENOUGH = 0.6
"""How much a text must be like another to be taken for its new wording."""


def template_entry(message: Message) -> Entry:
    """The message as an entry of the template."""
    return Entry(
        msgid=message.text.msgid,
        msgctxt=message.text.context,
        notes=message.comments,
        references=message.paths,
    )


def merge(old: PoFile, template: Sequence[Entry], likeness: Likeness) -> PoFile:
    """The catalogue with the entries of `template`, in its order, and all that `old` had besides.

    - A message that is still there keeps its translation.
    - One that a tool stripped of its context gets it back.
    - One that comes back revives its obsolete entry.
    - One re-worded keeps its old translation as fuzzy, with the previous source: a record's by its
      context, prose by likeness, nearest first, at most one new message per old one.
    - One re-worded while its record was away is offered the obsolete translation as fuzzy.
    - One that says what another context says already is offered that translation as fuzzy.
    - What is no longer asked for stays as obsolete, if a person wrote something in it. It loses
      what the source said of it, as with msgmerge; what was obsolete keeps it, as with msgcat.
    """
    live = {entry.key: entry for entry in old.entries if not entry.obsolete}
    obsolete = {entry.key: entry for entry in old.entries if entry.obsolete}
    wanted = {entry.key for entry in template}
    dropped = {key: entry for key, entry in live.items() if key not in wanted}
    missing = [e for e in template if e.key not in live and e.key not in obsolete]
    stripped = _stripped(missing, dropped.values())
    used: set[Key] = {entry.key for entry in stripped.values()}
    gone = {key: entry for key, entry in dropped.items() if key not in used}
    reworded = _reworded(template, {**live, **stripped}, obsolete, gone, likeness)
    recalled = _recalled([e for e in missing if e.key not in reworded], obsolete, likeness)
    by_msgid = _by_msgid((*live.values(), *obsolete.values()))
    merged = []
    for entry in template:
        previous = live.get(entry.key) or obsolete.get(entry.key) or stripped.get(entry.key)
        earlier = reworded.get(entry.key)
        if previous:
            used.add(previous.key)
            merged.append(_refreshed(previous, entry))
        elif earlier:
            used.add(earlier.key)
            merged.append(_outdated(earlier, entry))
        elif away := recalled.get(entry.key):
            # The obsolete entry stays beside it: its own wording may return as well.
            merged.append(_outdated(away, entry))
        elif same := by_msgid.get(entry.msgid):
            merged.append(_offered(same, entry))
        else:
            merged.append(entry)
    retired = [
        replace(entry, obsolete=True, notes=(), references=())
        for key, entry in dropped.items()
        if key not in used
    ]
    kept = [entry for key, entry in obsolete.items() if key not in used and key not in live]
    tail = [entry for entry in (*kept, *retired) if any(entry.msgstr) or entry.remarks]
    # Tools leave a header marked that they took from a template, and compilers then pass it over.
    return replace(old, header=old.header.with_fuzzy(False), entries=(*merged, *tail))


def _stripped(missing: Iterable[Entry], dropped: Iterable[Entry]) -> dict[Key, Entry]:
    """For each missing message the entry that a tool has taken the context from, if there is one.

    XLIFF has no place for a context. The Translate Toolkit's xliff2po leaves it out, or puts the
    references there if two texts are the same; notes and references still say where each stands.
    """
    entries = {
        (entry.msgid, entry.notes, entry.references): entry
        for entry in dropped
        if entry.notes and entry.msgctxt in (None, " ".join(entry.references))
    }
    pairs = ((one.key, entries.get((one.msgid, one.notes, one.references))) for one in missing)
    return {key: entry for key, entry in pairs if entry}


def _reworded(
    template: Sequence[Entry],
    live: dict[Key, Entry],
    obsolete: dict[Key, Entry],
    dropped: dict[Key, Entry],
    likeness: Likeness,
) -> dict[Key, Entry]:
    """For each new message the dropped entry of which it is the new wording, if there is one."""
    new = [entry for entry in template if entry.key not in live and entry.key not in obsolete]
    pairs: dict[Key, Entry] = {}
    by_context: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in dropped.values():
        if any(entry.msgstr):
            by_context[entry.msgctxt].append(entry)
    news: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in new:
        news[entry.msgctxt].append(entry)
    for context, entries in news.items():
        olds = by_context.get(context, [])
        if context is not None and len(entries) == len(olds) == 1:
            pairs[entries[0].key] = olds[0]
            continue
        floor = ENOUGH if context is None else 0.0
        pairs |= _most_alike(entries, olds, likeness, floor)
    return pairs


def _recalled(
    new: Sequence[Entry], obsolete: dict[Key, Entry], likeness: Likeness
) -> dict[Key, Entry]:
    """For each new message the obsolete entry of its record and field that is most like it.

    Prose has none: a paragraph dropped long ago says too little about one that is new.
    """
    olds: dict[str, list[Entry]] = defaultdict(list)
    for entry in obsolete.values():
        if entry.msgctxt is not None and any(entry.msgstr):
            olds[entry.msgctxt].append(entry)
    news: dict[str, list[Entry]] = defaultdict(list)
    for entry in new:
        if entry.msgctxt in olds:
            news[entry.msgctxt].append(entry)
    pairs: dict[Key, Entry] = {}
    for context, entries in news.items():
        pairs |= _most_alike(entries, olds[context], likeness, ENOUGH)
    return pairs


def _most_alike(
    new: Sequence[Entry], old: Sequence[Entry], likeness: Likeness, floor: float
) -> dict[Key, Entry]:
    if not old:
        return {}
    sources = [entry.msgid for entry in old]
    scored = sorted(
        (-score, abs(row - column), row, column)
        for row, entry in enumerate(new)
        for column, score in enumerate(likeness(entry.msgid, sources))
        if score >= floor
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, row, column in scored:
        if row not in pairs and column not in taken:
            pairs[row] = column
            taken.add(column)
    return {new[row].key: old[column] for row, column in pairs.items()}


def _by_msgid(entries: Iterable[Entry]) -> dict[str, Entry]:
    live_entries: dict[str, Entry] = {}
    for entry in entries:
        if entry.is_translated and not entry.is_fuzzy:
            live_entries.setdefault(entry.msgid, entry)
    return live_entries


def _refreshed(previous: Entry, entry: Entry) -> Entry:
    known = (previous.msgctxt, previous.notes, previous.references, previous.obsolete)
    if known == (entry.msgctxt, entry.notes, entry.references, False):
        return previous
    return replace(
        previous,
        msgctxt=entry.msgctxt,
        notes=entry.notes,
        references=entry.references,
        obsolete=False,
    )


def _outdated(earlier: Entry, entry: Entry) -> Entry:
    # A translation that was outdated already keeps the source that it is a translation of.
    previous = earlier.previous if earlier.is_fuzzy and earlier.previous else _source_of(earlier)
    # It stays fuzzy even where this brings back the wording that it is a translation of: somebody
    # may have drafted another in its place, or marked it, and the file would not tell.
    return replace(
        earlier,
        msgid=entry.msgid,
        msgctxt=entry.msgctxt,
        notes=entry.notes,
        references=entry.references,
        previous=previous,
        obsolete=False,
    ).with_fuzzy(True)


def _offered(same: Entry, entry: Entry) -> Entry:
    return replace(entry, msgstr=same.msgstr, previous=_source_of(same)).with_fuzzy(True)


def _source_of(entry: Entry) -> tuple[tuple[str, str], ...]:
    pairs = [
        ("msgctxt", entry.msgctxt),
        ("msgid", entry.msgid),
        ("msgid_plural", entry.msgid_plural),
    ]
    return tuple((name, text) for name, text in pairs if text is not None)
