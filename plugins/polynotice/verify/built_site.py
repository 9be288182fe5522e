"""A built site, read back: the tables that its HTML really has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec import structs
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from polynotice.core.memory import Drawer, Memory, digest_of, key_of
from polynotice.files import text_files
from polynotice.files.preview_site import files_below
from polynotice.verify.page_content import FoundPage
from polynotice.verify.prose_content import PageProse

if TYPE_CHECKING:
    from polynotice.html.hiding_rules import HidingRule


@dataclass(frozen=True, kw_only=True)
class KnownPages:
    """What is known of a locale's pages, by what it was read from."""

    pages: Drawer[FoundPage] = field(default_factory=Drawer)
    navigations: Drawer[list[str]] = field(default_factory=Drawer)
    """What navigations say, by their digests."""

    @classmethod
    def of(cls, locale: str, memory: Memory) -> KnownPages:
        """What the memory has of the pages of the locale with that id."""
        return cls(
            pages=memory.drawer(f"built {locale}", FoundPage),
            navigations=memory.drawer(f"navigations {locale}", list[str]),
        )


@dataclass(kw_only=True)
class BuiltSite:
    """The files of a site; each style sheet is read once."""

    folder: Path
    apart: frozenset[str] = frozenset()
    """The names of its files that no page takes style sheets from."""
    takes_from_apart: bool = False
    """Whether a page was found that does."""
    prose: dict[str, PageProse] = field(default_factory=dict)
    """What each page that was asked for says around its tables, by its name."""
    _sheets: dict[str, tuple[HidingRule, ...]] = field(default_factory=dict)
    """What each style sheet hides, by its address."""
    _together: dict[tuple[str, ...], Sequence[HidingRule]] = field(default_factory=dict)
    """What several of them hide."""

    def page(self, name: str, known: KnownPages) -> FoundPage | None:
        """The page in the file `name`, or `None` if there is none that can be read.

        What is `known` of the same bytes beside the same files is not read again.
        """
        html = _bytes(self.folder / name)
        if html is None:
            return None
        key = key_of(name, digest_of(html), self.beside)
        page = known.pages.get(key)
        navigation = known.navigations.get(page.navigation) if page else None
        if page is None or navigation is None:
            page, navigation = self._page(name, html)
            if not self.takes_from_apart:
                known.pages.put(key, page)
                known.navigations.put(page.navigation, navigation)
        self.prose[name] = PageProse(title=page.title, navigation=tuple(navigation), text=page.text)
        return page

    @cached_property
    def beside(self) -> bytes:
        """The digest of all files but those that are apart."""
        names = sorted({*files_below(self.folder)} - self.apart)
        files = ((name, _bytes(self.folder / name)) for name in names)
        return key_of([(name, data and digest_of(data)) for name, data in files])

    def _page(self, name: str, html: bytes) -> tuple[FoundPage, list[str]]:
        """The page, and what its navigation says."""
        from polynotice.verify.built_page import PageReader  # here: known pages are not read
        from polynotice.verify.page_links import content_links

        address = f"/{quote(name)}"
        reader = PageReader(html, address, self)
        found, prose = reader.read(), reader.prose()
        page = structs.replace(
            found,
            links=content_links(html, address),
            title=prose.title,
            text=prose.text,
            navigation=key_of(prose.navigation),
        )
        return page, list(prose.navigation)

    def other_pages_with_rows(self, known: Collection[str]) -> list[str]:
        """The names of the pages that have a record's row, but for the `known` ones.

        One that cannot be read is taken for such a page.
        """
        pages = [
            name
            for name in files_below(self.folder)
            if name.lower().endswith((".html", ".htm", ".xhtml")) and name not in known
        ]
        paths = {name: self.folder / name for name in pages}
        return [
            name
            for name, path in sorted(paths.items())
            if path.is_file() and _has_rows(_bytes(path))
        ]

    def hiding_rules(self, page: str, links: Iterable[str]) -> Sequence[HidingRule]:
        """What the style sheets hide that a page with that address links to."""
        sheets = tuple([urljoin(page, link) for link in links])
        if sheets not in self._together:
            self._together[sheets] = [rule for sheet in sheets for rule in self._rules_in(sheet)]
        return self._together[sheets]

    def _rules_in(self, sheet: str) -> tuple[HidingRule, ...]:
        """What a style sheet hides; nothing, if it is not a file of the site."""
        if sheet not in self._sheets:
            self._sheets[sheet] = ()  # a sheet that imports itself ends here
            name = unquote(urlsplit(sheet).path).lstrip("/")
            path = self.folder / name
            self.takes_from_apart |= posixpath.normpath(name) in self.apart
            is_own = path.resolve().is_relative_to(self.folder.resolve())
            if is_own and (css := _bytes(path)) is not None:
                text = css.decode("utf-8", errors="replace")
                self._sheets[sheet] = tuple(self.rules_of(text, sheet))
        return self._sheets[sheet]

    def rules_of(self, css: str, address: str) -> Iterable[HidingRule]:
        """What a style sheet with that address hides, with those that it imports."""
        from polynotice.html.hiding_rules import read_style_sheet

        sheet = read_style_sheet(css)
        yield from map(_asked, sheet.rules)
        for href in sheet.imports:
            yield from self._rules_in(urljoin(address, href))


def _bytes(path: Path) -> bytes | None:
    try:
        return text_files.read_bytes(path)
    except (FileNotFoundError, text_files.UnreadableFileError):
        return None


def _has_rows(html: bytes | None) -> bool:
    lowered = None if html is None else html.lower()
    return lowered is None or b"data-record" in lowered or b"data-category" in lowered


_NOTHING = LexborHTMLParser("")


def _asked(rule: HidingRule) -> HidingRule:
    """The rule as the parser understands it; if need be, for all elements with its names."""
    for selector in (rule.selector, re.sub(r":[\w-]+(\([^()]*\))?", "", rule.selector) or "*"):
        try:
            _NOTHING.css(selector)
        except SelectolaxError:
            continue
        return replace(rule, selector=selector)
    return replace(rule, selector="*")
