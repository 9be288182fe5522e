"""The navigation in each locale, with every item what it is in the source's."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.translation import Say
from polynotice.mkdocs_host.configured_words import nav_text
from polynotice.mkdocs_host.host import InclusionLevel, Link, Navigation, Page, StructureItem
from polynotice.mkdocs_host.locale_pages import LocalePage, title_of


def navigation(
    nav: Navigation, pages: Mapping[str, LocalePage], locale: Locale, say: Say
) -> Navigation:
    """The source's navigation, in another locale."""
    items = _nav_items(nav.items, pages, locale, say)
    flat = [pages[page.file.src_uri] for page in nav.pages if page.file.src_uri in pages]
    for earlier, later in pairwise(flat):
        earlier.next_page, later.previous_page = later, earlier
    return Navigation(items, list(flat))


def retitle(items: Iterable[StructureItem], locale: Locale, say: Say) -> None:
    """Makes the titles of the source's own navigation, too, such as templates may print."""
    for item in items:
        title = vars(item).get("title")
        if title:
            item.title = title_of(say(nav_text(title)), locale)
        retitle(getattr(item, "children", None) or (), locale, say)


def titles_in(items: Iterable[StructureItem]) -> list[tuple[StructureItem, str]]:
    """The titles that the source's own navigation was given, each with its item."""
    titles = []
    for item in items:
        if title := vars(item).get("title"):
            titles.append((item, title))
        titles += titles_in(getattr(item, "children", None) or ())
    return titles


def _nav_items(
    items: Iterable[StructureItem], pages: Mapping[str, LocalePage], locale: Locale, say: Say
) -> list[StructureItem]:
    """Those of the items that are made at all: a preview goes on where `nav` names others."""
    return [
        _nav_item(item, pages, locale, say)
        for item in items
        if not (isinstance(item, Page) and item.file.inclusion is InclusionLevel.EXCLUDED)
    ]


def _nav_item(
    item: StructureItem, pages: Mapping[str, LocalePage], locale: Locale, say: Say
) -> StructureItem:
    """The same item in another locale: of the same class, with all that other plugins gave it."""
    made: Any
    if isinstance(item, Page) and item.file.src_uri in pages:
        made = _as_kind_of(item, pages[item.file.src_uri])
    elif isinstance(item, Page) and not item.children:
        return _same_in_all(item, locale, say)
    else:
        made = copy.copy(item)
        if title := vars(item).get("title"):
            made.title = title_of(say(nav_text(title)), locale)
    children = getattr(item, "children", None)
    if children is not None:
        made.children = _nav_items(children, pages, locale, say)
        for child in made.children:
            child.parent = made
    return made  # type: ignore[no-any-return]


def _same_in_all(item: Page, locale: Locale, say: Say) -> StructureItem:
    """What there is once for all locales, such as a PDF: MkDocs makes a page of any file in `nav`.

    Its title is the locale's all the same, where `nav` gives it one.
    """
    title = vars(item).get("title")
    return Link(title_of(say(nav_text(title)), locale), item.url) if title else item


def _as_kind_of(source: Page, page: LocalePage) -> LocalePage:
    """Makes of a locale's page what another plugin has made of its source, such as a section."""
    if type(source) is not Page and not isinstance(page, type(source)):
        page.__class__ = _in_locales(type(source))
        own = vars(page)
        own.update({name: value for name, value in vars(source).items() if name not in own})
    return page


@cache
def _in_locales(kind: type[Page]) -> type[LocalePage]:
    """That class of pages, for a locale's page."""
    return type(kind.__name__, (LocalePage, kind), {})
