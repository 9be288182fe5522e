"""What a search finds on pages that are filled: made once for a page, with a sign for each text."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polynotice.mkdocs_host.host import Page, TableOfContents
from polynotice.mkdocs_host.page_patterns import FilledPage, MadePattern
from polynotice.pages.page_pattern import Pattern, Words, sign_of
from polynotice.pages.search_rows import SearchPage, SearchRow, search_page, text_of

Entries = tuple[dict[str, Any], ...]

_SETTINGS = frozenset({"search", "tags"})
"""What a page's front matter says to the search of its entries."""


@dataclass(frozen=True, kw_only=True)
class _FoundPage:
    """The entries of a page, with its rows, as patterns."""

    entries: Sequence[Mapping[str, Pattern]]
    rows: Mapping[str, Sequence[tuple[str, Pattern, Pattern]]]
    instead: Mapping[str, str]
    title: int
    """The number of the page's title, as the navigation has it."""


class SearchPatterns:
    """What Material's search makes of filled pages, once for the pages of one pattern."""

    def __init__(self, add: Callable[[Page], Entries]) -> None:
        """`add` asks the search for the entries of a page."""
        self._add = add
        self._known: dict[int, tuple[MadePattern, _FoundPage | None]] = {}

    def entries(self, page: Page, filled: FilledPage) -> tuple[Entries, SearchPage] | None:
        """The entries of a page, and its rows; `None` if only the search can tell them."""
        if not _is_plain(page):
            return None
        marked = {number: one for number, one in filled.words.items() if one.html != one.plain}
        inner = self._inner(page, marked) if marked else {}
        if inner is None:
            return None
        pattern = filled.pattern
        _, found = self._known.get(id(pattern), (pattern, None))
        if found is None:
            found = self._found(page, pattern)
            self._known[id(pattern)] = pattern, found
        title = str(page.meta.get("title", page.title))
        words = {**filled.words, **inner, found.title: Words(title, title.strip())}
        seen = {**filled.words, **{number: _seen(one) for number, one in marked.items()}}
        entries = tuple(
            {name: _in(text, words) for name, text in entry.items()} for entry in found.entries
        )
        rows = {
            heading: [
                SearchRow(
                    id=name, name=_squeezed(_in(first, seen)), text=_squeezed(_in(all_, seen))
                )
                for name, first, all_ in each
            ]
            for heading, each in found.rows.items()
        }
        located = tuple({**one, "location": f"{page.url}{one['location']}"} for one in entries)
        return located, SearchPage(html="", rows=rows, instead=found.instead)

    def _inner(self, page: Page, marked: Mapping[int, Words]) -> dict[int, Words] | None:
        """What the search makes of texts with markup; `None` if that is not sure."""
        paragraphs = "\n".join(f"<p>{one.html}</p>" for one in marked.values())
        entries = self._add(_view(page, paragraphs, ""))
        made = _PARAGRAPH.findall(entries[0]["text"]) if len(entries) == 1 else []
        if len(made) != len(marked) or any(html.strip() != html for html in made):
            return None  # beside a picture, white space hangs on what comes next
        return {number: Words(html, html) for number, html in zip(marked, made, strict=True)}

    def _found(self, page: Page, pattern: MadePattern) -> _FoundPage:
        known = search_page(pattern.made.content)
        title = max(pattern.content.numbers, default=0) + 1
        entries = [
            {**entry, "location": entry["location"].removeprefix(page.url)}
            for entry in self._add(_view(page, known.html, sign_of(title)))
        ]
        return _FoundPage(
            entries=[{name: Pattern(value) for name, value in entry.items()} for entry in entries],
            rows={
                heading: [(row.id, Pattern(row.name), Pattern(row.text)) for row in rows]
                for heading, rows in known.rows.items()
            },
            instead=known.instead,
            title=title,
        )


def _view(page: Page, html: str, title: str) -> Page:
    """The page with another content and title."""
    view = copy.copy(page)
    view.content, view.toc, view.title = html, TableOfContents([]), title
    view.meta = {name: value for name, value in page.meta.items() if name != "title"}
    return view


def cuts_words() -> bool:
    """Whether Material's search cuts Chinese words apart, as it does where `jieba` is installed."""
    return getattr(sys.modules["material.plugins.search.plugin"], "jieba", None) is not None


def _is_plain(page: Page) -> bool:
    return _SETTINGS.isdisjoint(page.meta)


def _in(text: Pattern, words: Mapping[int, Words]) -> str:
    return text.fill(words) or ""


def _seen(words: Words) -> Words:
    return Words(words.html, text_of(words.html))


_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
