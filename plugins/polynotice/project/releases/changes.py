"""What changed from one version of the notice to another, in one locale's own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Literal

from polynotice.notice.release_form import FrozenPage, Node
from polynotice.project.releases.version import (
    RecordText,
    Version,
    is_same,
    records_in,
    shown,
    texts_of,
    words_around,
)

Kind = Literal["added", "removed", "changed", "moved", "retranslated"]
Content = tuple[Node, ...]


@dataclass(frozen=True, kw_only=True)
class TextChange:
    """A text before and after; `None` where it was not there."""

    old: str | None
    new: str | None
    is_translation: bool = False
    """Whether the source says what it said: another translation, not another meaning."""


@dataclass(frozen=True, kw_only=True)
class RecordChange:
    """What became of a record."""

    id: str
    change: Kind
    fields: Mapping[str, TextChange] = field(default_factory=dict)
    pages: tuple[str, str] | None = None
    """From which page to which other it was moved."""
    formerly: str | None = None
    """The id that it had before."""


@dataclass(frozen=True, kw_only=True)
class PageChange:
    """What became of a page, but for its rows."""

    path: str
    change: Kind
    texts: tuple[TextChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changes:
    """All that changed, as a reader of one locale sees it."""

    old: str | None
    new: str | None
    locale: str
    records: tuple[RecordChange, ...]
    pages: tuple[PageChange, ...]
    words: Mapping[str, TextChange]
    """Of the words beside the pages, such as the site's name."""

    def __bool__(self) -> bool:
        return bool(self.records or self.pages or self.words)

    def as_json(self) -> dict[str, Any]:
        """The changes as `changes --json` prints them."""
        return {
            "from": self.old,
            "to": self.new,
            "locale": self.locale,
            "records": [_record_json(one) for one in self.records],
            "pages": [
                {"path": one.path, "change": one.change, "texts": [*map(_text_json, one.texts)]}
                for one in self.pages
            ],
            "words": {name: _text_json(one) for name, one in self.words.items()},
        }


def _record_json(one: RecordChange) -> dict[str, Any]:
    return {
        "id": one.id,
        "change": one.change,
        "fields": {name: _text_json(text) for name, text in one.fields.items()},
        **({"formerly": one.formerly} if one.formerly else {}),
        **({"page": {"from": one.pages[0], "to": one.pages[1]}} if one.pages else {}),
    }


def _text_json(one: TextChange) -> dict[str, Any]:
    return {
        "from": one.old,
        "to": one.new,
        **({"retranslated": True} if one.is_translation else {}),
    }


def changes_between(old: Version, new: Version, locale: str) -> Changes:
    """What a reader of that locale finds changed; where it was not there, the source speaks."""
    return Changes(
        old=old.date,
        new=new.date,
        locale=locale,
        records=tuple(_record_changes(old, new, locale)),
        pages=tuple(_page_changes(old, new, locale)),
        words=_word_changes(old, new, locale),
    )


def _record_changes(old: Version, new: Version, locale: str) -> Iterator[RecordChange]:
    before, after = records_in(old.in_locale(locale)), records_in(new.in_locale(locale))
    source_before = records_in(old.in_locale(old.source))
    source_after = records_in(new.in_locale(new.source))
    former = former_ids(before, after)
    moved = _moved([former[one] for one in after if one in former], list(before))
    for name, record in after.items():
        if name not in former:
            yield RecordChange(id=name, change="added", fields=_whole(record, is_new=True))
            continue
        was = before[former[name]]
        formerly = was.id if was.id != name else None
        fields = dict(
            _field_changes(
                was.fields,
                record.fields,
                source_before[was.id].fields,
                source_after[name].fields,
            )
        )
        if fields:
            change: Kind = (
                "retranslated"
                if all(each.is_translation for each in fields.values())
                else "changed"
            )
            yield RecordChange(id=name, change=change, fields=fields, formerly=formerly)
        is_elsewhere = was.page != record.page
        if was.id in moved or is_elsewhere:
            pages = (was.page, record.page) if is_elsewhere else None
            yield RecordChange(id=name, change="moved", formerly=formerly, pages=pages)
    for name, record in before.items():
        if name not in former.values():
            yield RecordChange(id=name, change="removed", fields=_whole(record, is_new=False))


def former_ids(before: Mapping[str, RecordText], after: Mapping[str, RecordText]) -> dict[str, str]:
    """The id that each record had before, for those that were there."""
    former = {name: name for name in after if name in before}
    for name, record in after.items():
        left = (one for one in record.formerly if one in before and one not in former.values())
        if name not in former and (was := next(left, None)):
            former[name] = was
    return former


def _whole(record: RecordText, *, is_new: bool) -> dict[str, TextChange]:
    said = {name: shown(text, ()) for name, text in record.fields.items()}
    return {
        name: TextChange(old=None if is_new else text, new=text if is_new else None)
        for name, text in said.items()
    }


def _field_changes(
    before: Mapping[str, Content],
    after: Mapping[str, Content],
    source_before: Mapping[str, Content],
    source_after: Mapping[str, Content],
) -> Iterator[tuple[str, TextChange]]:
    for name in dict.fromkeys([*after, *before]):
        old, new = before.get(name), after.get(name)
        if not is_same(old, new):
            is_source_same = is_same(source_before.get(name), source_after.get(name))
            yield name, _change(old, new, is_translation=is_source_same)


def _change(old: Content | None, new: Content | None, *, is_translation: bool) -> TextChange:
    return TextChange(
        old=None if old is None else shown(old, new or ()),
        new=None if new is None else shown(new, old or ()),
        is_translation=is_translation,
    )


def _moved(ids: Sequence[str], order: Sequence[str]) -> frozenset[str]:
    """Those of the ids that do not stand in that order.

    As few as can be: one that was put elsewhere is one, and not all that stand behind it.
    """
    place = {name: number for number, name in enumerate(order)}
    numbers = [place[name] for name in ids]
    ends: list[int] = []
    lengths = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
        lengths.append(at + 1)
    kept, wanted, limit = set(), len(ends), len(order)
    for name, number, length in zip(
        reversed(ids), reversed(numbers), reversed(lengths), strict=True
    ):
        if length == wanted and number < limit:
            kept.add(name)
            wanted, limit = wanted - 1, number
    return frozenset(ids) - kept


def _page_changes(old: Version, new: Version, locale: str) -> Iterator[PageChange]:
    before, after = _pages(old, locale), _pages(new, locale)
    source_before, source_after = _pages(old, old.source), _pages(new, new.source)
    moved = _moved([path for path in after if path in before], list(before))
    for path, page in after.items():
        if path not in before:
            texts = [TextChange(old=None, new=shown(text, ())) for text in _said_on(page)]
            yield PageChange(path=path, change="added", texts=tuple(texts))
            continue
        texts = list(
            _text_changes(
                _said_on(before[path]),
                _said_on(page),
                _said_on(source_before[path]),
                _said_on(source_after[path]),
            )
        )
        if texts:
            is_translation = all(each.is_translation for each in texts)
            change: Kind = "retranslated" if is_translation else "changed"
            yield PageChange(path=path, change=change, texts=tuple(texts))
        if path in moved:
            yield PageChange(path=path, change="moved")
    for path, page in before.items():
        if path not in after:
            texts = [TextChange(old=shown(text, ()), new=None) for text in _said_on(page)]
            yield PageChange(path=path, change="removed", texts=tuple(texts))


def _pages(version: Version, locale: str) -> dict[str, FrozenPage]:
    frozen = version.in_locale(locale)
    return {page.path: page for page in frozen.pages} if frozen else {}


def _said_on(page: FrozenPage) -> list[Content]:
    """The texts of a page, its title and description first."""
    description = [(page.description,)] if page.description else []
    return [(page.title,), *description, *texts_of(page)]


def _text_changes(
    before: Sequence[Content],
    after: Sequence[Content],
    source_before: Sequence[Content],
    source_after: Sequence[Content],
) -> Iterator[TextChange]:
    """What changed in a row of texts; the source's tell which are the same text translated anew."""
    if len(before) != len(source_before) or len(after) != len(source_after):
        source_before, source_after = before, after  # each text speaks for itself
    steps = SequenceMatcher(
        None, list(map(repr, source_before)), list(map(repr, source_after)), autojunk=False
    )
    for kind, start, end, new_start, new_end in steps.get_opcodes():
        olds: list[Content | None] = [*before[start:end]]
        news: list[Content | None] = [*after[new_start:new_end]]
        longest = max(len(olds), len(news))
        olds += [None] * (longest - len(olds))
        news += [None] * (longest - len(news))
        for one, other in zip(olds, news, strict=True):
            if not is_same(one, other) and (one or other):
                yield _change(one or None, other or None, is_translation=kind == "equal")


def _word_changes(old: Version, new: Version, locale: str) -> dict[str, TextChange]:
    before, after = words_around(old.in_locale(locale)), words_around(new.in_locale(locale))
    source_before = words_around(old.in_locale(old.source))
    source_after = words_around(new.in_locale(new.source))
    return {
        name: TextChange(
            old=before.get(name),
            new=after.get(name),
            is_translation=source_before.get(name) == source_after.get(name),
        )
        for name in dict.fromkeys([*after, *before])
        if before.get(name) != after.get(name)
    }
