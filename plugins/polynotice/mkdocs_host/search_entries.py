"""What search plugins make of a page's HTML, which they parse anew: remembered by that HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any

from polynotice.core.memory import Drawer, key_of
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.host import NAME, AnchorLink, MkDocsConfig, Page
from polynotice.mkdocs_host.locale_pages import uri_of
from polynotice.mkdocs_host.page_patterns import FilledPage
from polynotice.mkdocs_host.project_memory import print_of
from polynotice.mkdocs_host.search_patterns import Entries, SearchPatterns, cuts_words
from polynotice.pages.full_page import FULL_PAGE
from polynotice.pages.search_rows import SearchPage, SearchRow, search_page

_MATERIAL = "material.plugins.search.plugin"

_LISTS = {
    _MATERIAL: "entries",
    f"{NAME}.contrib.search.search_index": "_entries",
}
"""Where the indexes that are known to look at nothing else keep their entries, by their modules."""


def remember_entries(
    config: MkDocsConfig,
    drawer_of: Callable[[Page], Drawer[Entries]],
    filled_with: Callable[[Page], FilledPage | None],
) -> None:
    """Lets the search plugin parse only pages that it has not parsed yet, in whatever words.

    `filled_with` says with which a page was filled, if it was, and is as it was.
    """
    index = getattr(themes.search_of(config), "search_index", None)
    if index is not None and type(index).__module__ in _LISTS:
        index.add_entry_from_context = _Remembered(index, drawer_of, filled_with)


def is_materials(search: object) -> bool:
    """Whether a search, or its index, is that of Material for MkDocs: one file, out of entries."""
    return type(search).__module__ == _MATERIAL


def forget_entries(config: MkDocsConfig) -> None:
    """Empties the index, once it is written, of the entries that its file has."""
    index = getattr(themes.search_of(config), "search_index", None)
    if index is not None and type(index).__module__ in _LISTS:
        getattr(index, _LISTS[type(index).__module__]).clear()


def begin_again(config: MkDocsConfig, is_left: Callable[[str], bool]) -> None:
    """Lets the index be filled once more: of its entries, only those are left that are to be.

    `is_left` is asked for the address that an entry leads to.
    """
    index = getattr(themes.search_of(config), "search_index", None)
    if index is not None:
        vars(index).pop("add_entry_from_context", None)  # what `remember_entries` has put there
        entries: list[dict[str, Any]] = getattr(index, _LISTS[type(index).__module__])
        entries[:] = [entry for entry in entries if is_left(entry["location"])]


class _Remembered:
    """Stands for the `add_entry_from_context` of a search index."""

    def __init__(
        self,
        index: Any,
        drawer_of: Callable[[Page], Drawer[Entries]],
        filled_with: Callable[[Page], FilledPage | None],
    ) -> None:
        self._add = index.add_entry_from_context
        self._entries: list[dict[str, Any]] = getattr(index, _LISTS[type(index).__module__])
        self._config = index.config
        self._is_materials = is_materials(index)
        self._drawer_of = drawer_of
        self._filled_with = filled_with
        are_known = self._is_materials and not cuts_words()
        self._patterns = SearchPatterns(self._asked) if are_known else None
        self._made_by = print_of(type(index).__module__), print_of("jieba")

    def __call__(self, page: Page) -> None:
        if uri_of(page) == FULL_PAGE:  # each of its words is found on its own page
            return
        of_page = self._drawer_of(page).recall(self._key(page), lambda: self._made(page))
        # Others may change them, as tags do.
        self._entries.extend({**entry} for entry in of_page)

    def _made(self, page: Page) -> Entries:
        filled = self._filled_with(page)
        if filled is not None and self._patterns is not None:
            found = self._patterns.entries(page, filled)
            if found is not None:
                return tuple(_to_rows(*found, is_html=True))
        content = page.content
        known = search_page(content) if content and 'class="notice-table"' in content else None
        page.content = known.html if known else content
        entries = self._asked(page)
        page.content = content
        if known is None:
            return entries
        return tuple(_to_rows(entries, known, is_html=self._is_materials))

    def _asked(self, page: Page) -> Entries:
        """What the search makes of the page."""
        number, content = len(self._entries), page.content
        page.content = without_frames(content) if content and self._is_materials else content
        self._add(page)
        page.content = content
        entries = tuple(map(_plain, self._entries[number:]))
        del self._entries[number:]
        return entries

    def _key(self, page: Page) -> bytes | None:
        meta = {name: page.meta.get(name) for name in ("search", "tags", "title")}
        try:
            return key_of(
                self._made_by,
                dict(self._config),
                page.content,
                page.url,
                str.__str__(page.title or ""),
                meta,
                _written(page.toc),
            )
        except TypeError:
            return None


def _to_rows(
    entries: Sequence[dict[str, Any]], page: SearchPage, *, is_html: bool
) -> Iterator[dict[str, Any]]:
    """The entries of a page, leading to rows where those of a section are what is found."""
    named = {entry["location"].partition("#")[2] for entry in entries}
    above = [name for name in page.rows if name not in named]  # below the page's title, or none
    for entry in entries:
        place, _, heading = entry["location"].partition("#")
        row = page.instead.get(heading)
        yield {**entry, "location": f"{place}#{row}"} if row else entry
        for name in [heading] if heading else above:
            yield from (_of_row(row, entry, place, is_html) for row in page.rows.get(name, ()))


def _of_row(row: SearchRow, entry: dict[str, Any], page: str, is_html: bool) -> dict[str, Any]:
    name = row.name if len(row.name) <= _ENOUGH else None
    title, text = (escape(one, quote=False) if one and is_html else one for one in (name, row.text))
    title = entry["title"] if title is None else title
    return {**entry, "location": f"{page}#{row.id}", "title": title, "text": text}


_ENOUGH = 80
"""So many letters can be the title of what is found."""


def without_frames(html: str) -> str:
    """A page without the frames of the notice's tables: to Material's search, the same page.

    It looks for headings, paragraphs, lists and code, and takes what else there is for text: of the
    elements of a table, as they are many, it asks the most, and keeps nothing.

    >>> table = '<table class="notice-table"><tr><td>B</td><td>, c</td></tr></table>'
    >>> without_frames(f"<p>A</p>{table}")
    '<p>A</p>B, c'
    """
    tables = [piece.partition("</table>") for piece in html.split("<table")[1:]]
    if any(not end or _HEADING.search(inner) for inner, end, _ in tables):
        return html  # tables in tables, or headings: there, the search asks how deep it is
    return _TABLES.sub(_without_frames, html)


_HEADING = re.compile("<h[1-6]", re.IGNORECASE)
_TABLE = '<table(?: aria-labelledby="[^"<>]*")? class="notice-table"'
_TABLES = re.compile(
    rf"(</(?:p|ul|ol|h[1-6])>)(\n?)((?:{_TABLE}.*?</table>\n?)+)(?=\s*(.?))", re.DOTALL
)
_TAG = r'</?(?:table|thead|tbody|tr|th|td)(?: [a-z-]+="[^<>"]*")*>'
_FRAME = re.compile(rf"{_TAG}(?:\n?{_TAG})*")
_EDGE = r"[\x01\x02]"
_OF_TEXTS = re.compile(rf"(?:{_EDGE}[^<\s\x01\x02](?:[^<\x01\x02]*[^<\s\x01\x02])?)+{_EDGE}")
"""Cells with nothing in them but text: with anything else, the search looks at what is around."""


def _without_frames(match: re.Match[str]) -> str:
    before, space, tables, behind = match.groups()
    if behind not in ("<", "") or "\x01" in tables or "\x02" in tables:
        return match[0]
    inner = tables.rstrip("\n")
    marked = _FRAME.sub(lambda frame: "\x02" if "\n" in frame[0] else "\x01", inner)
    if not _OF_TEXTS.fullmatch(marked):
        return match[0]
    # All white space between two texts is one space.
    start = "\n" if space or marked[0] == "\x02" else ""
    end = "\n" if inner != tables or marked[-1] == "\x02" else ""
    texts = marked[1:-1].replace("\x01", "").replace("\x02", "\n")
    return f"{before}{start}{texts}{end}"


def _plain(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with its texts as such: a title may be marked as HTML, which JSON does not say."""
    return {
        name: str.__str__(value) if isinstance(value, str) else value
        for name, value in entry.items()
    }


def _written(toc: Iterable[AnchorLink]) -> list[Any]:
    return [(each.id, str.__str__(each.title), _written(each.children)) for each in toc]
