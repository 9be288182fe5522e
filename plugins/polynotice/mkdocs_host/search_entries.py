"""What search plugins make of a page's HTML, which they parse anew: remembered by that HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from polynotice.core.memory import Drawer, key_of
from polynotice.mkdocs_host.project_memory import print_of

Entries = tuple[dict[str, Any], ...]

_LISTS = {
    "material.plugins.search.plugin": "entries",
    "mkdocs.contrib.search.search_index": "_entries",
}
"""Where the indexes that are known to look at nothing else keep their entries, by their modules."""


def remember_entries(config: MkDocsConfig, drawer_of: Callable[[Page], Drawer[Entries]]) -> None:
    """Lets the search plugin parse only pages that it has not parsed yet."""
    for name in ("search", "material/search"):
        index = getattr(config.plugins.get(name), "search_index", None)
        if index is not None and type(index).__module__ in _LISTS:
            index.add_entry_from_context = _Remembered(index, drawer_of)


class _Remembered:
    """Stands for the `add_entry_from_context` of a search index."""

    def __init__(self, index: Any, drawer_of: Callable[[Page], Drawer[Entries]]) -> None:
        self._add = index.add_entry_from_context
        self._entries: list[dict[str, Any]] = getattr(index, _LISTS[type(index).__module__])
        self._config = index.config
        self._drawer_of = drawer_of
        self._made_by = print_of(type(index).__module__), print_of("jieba")

    def __call__(self, page: Page) -> None:
        number = len(self._entries)

        def made() -> Entries:
            self._add(page)
            entries = tuple(map(_plain, self._entries[number:]))
            del self._entries[number:]
            return entries

        found = self._drawer_of(page).recall(self._key(page), made)
        # Others may change them, as tags do.
        self._entries.extend({**entry} for entry in found)

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


def _plain(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with its texts as such: a title may be marked as HTML, which JSON does not say."""
    return {
        name: str.__str__(value) if isinstance(value, str) else value
        for name, value in entry.items()
    }


def _written(toc: Iterable[AnchorLink]) -> list[Any]:
    return [(each.id, str.__str__(each.title), _written(each.children)) for each in toc]
