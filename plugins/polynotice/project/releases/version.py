"""What the notice says in one version of it, a release or that of now, as rows and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from polynotice.notice.release_form import (
    Element,
    FrozenItem,
    FrozenLocale,
    FrozenPage,
    Node,
    NoticeTable,
)
from polynotice.project.releases.reading import Release
from polynotice.project.releases.words import tables_in, texts_and_tables, words_in


@dataclass(frozen=True, kw_only=True)
class Version:
    """The notice in all locales of one version."""

    date: str | None = None
    """Of the release; `None` for what the project says now."""
    source: str
    """The id of the source locale."""
    locales: Mapping[str, FrozenLocale]

    def in_locale(self, locale: str) -> FrozenLocale | None:
        """What a reader of that locale is shown: the source's where it was not there yet."""
        return self.locales.get(locale) or self.locales.get(self.source)


def version_of(release: Release) -> Version:
    """A release as a version."""
    return Version(
        date=release.head.date, source=release.head.source_locale, locales=release.locales
    )


NOTHING = Version(source="", locales={})
"""Stands before the first release."""


@dataclass(frozen=True, kw_only=True)
class RecordText:
    """A record as readers of one locale see it, where it is first placed."""

    id: str
    page: str
    formerly: tuple[str, ...]
    fields: Mapping[str, tuple[Node, ...]]
    """By name: the cells of all tables that show it, and its `title`, if it has one."""


def records_in(locale: FrozenLocale | None) -> dict[str, RecordText]:
    """The records by their ids, in the order in which readers meet them."""
    records: dict[str, RecordText] = {}
    for page in locale.pages if locale else ():
        for table in tables_in(page.content):
            for row in table.rows:
                titled = {"title": (row.title,)} if row.title else {}
                fields = {**titled, **row.cells}
                known = records.get(row.id)
                records[row.id] = RecordText(
                    id=row.id,
                    page=known.page if known else page.path,
                    formerly=row.formerly,
                    fields={**fields, **known.fields} if known else fields,
                )
    return records


def texts_of(page: FrozenPage) -> list[tuple[Node, ...]]:
    """The texts of a page but for the rows of records: paragraphs, headings, headers, items."""
    return list(_texts(page))


def _texts(page: FrozenPage) -> Iterator[tuple[Node, ...]]:
    for piece in texts_and_tables(page.content):
        if isinstance(piece, NoticeTable):
            yield from ((piece.label,),) if piece.label else ()
            yield from piece.headers.values()
        else:
            yield piece.content


def words_around(locale: FrozenLocale | None) -> dict[str, str]:
    """The words beside the pages, by what they are: name of the site, navigation, and so on."""
    if locale is None:
        return {}
    named = {
        "site_name": locale.site_name,
        "site_description": locale.site_description,
        "copyright": locale.copyright,
    }
    titles = {f"navigation {place}": title for place, title in _titles(locale.navigation, "")}
    return {name: text for name, text in (named | titles).items() if text}


def _titles(items: Iterable[FrozenItem], above: str) -> Iterator[tuple[str, str]]:
    """The titles of sections and links by their places; those of pages are the pages' own."""
    for number, item in enumerate(items, start=1):
        place = f"{above}{number}"
        if item.page is None:
            yield place, item.title
        yield from _titles(item.items, f"{place}.")


def shown(content: tuple[Node, ...], other: tuple[Node, ...]) -> str:
    """The words of a text; with the addresses in it, if those alone make the difference."""
    words = words_in(content)
    return words_in(_with_addresses(content)) if words == words_in(other) else words


def is_same(one: tuple[Node, ...] | None, other: tuple[Node, ...] | None) -> bool:
    """Whether two texts say the same words and lead to the same addresses."""
    if one is None or other is None:
        return one is other
    return words_in(_with_addresses(one)) == words_in(_with_addresses(other))


def _with_addresses(content: Iterable[Node]) -> tuple[Node, ...]:
    pieces: list[Node] = []
    for piece in content:
        if not isinstance(piece, Element):
            pieces.append(piece)
            continue
        pieces.append(piece._replace(content=_with_addresses(piece.content)))
        if address := piece.attributes.get("href"):
            pieces.append(f" <{address}>")
    return tuple(pieces)
