"""Words in `mkdocs.yml` that a reader sees."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from polynotice.core.model import Span, Text
from polynotice.files.yaml_source import Document, Place
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.configured_navigation import ConfiguredNavigation
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.mkdocs_host.source_pages import path_in_nav
from polynotice.mkdocs_host.words_in_extra import words_in_extra
from polynotice.pages.extension_words import toc_text
from polynotice.project.project import NavigationItem

_CONFIG = Span("mkdocs.yml")


def configured_words(
    config: MkDocsConfig, document: Document, nav: ConfiguredNavigation
) -> Iterator[Text]:
    """All of them; `nav` is the navigation."""
    for name in ("site_name", "site_description", "copyright"):
        if config[name]:
            yield word_text(name, config[name], document.span((name,)))
    for index, toggle in enumerate(palette_toggles(config)):
        if toggle:
            yield word_text(
                "palette", toggle, document.span(("theme", "palette", index, "toggle", "name"))
            )
    toc = (config.mdx_configs or {}).get("toc") or {}
    if toc.get("title"):
        yield toc_text("title", toc["title"])
    if themes.says_its_words(config.theme):
        yield from words_in_extra(config.extra, document)
    yield from _texts_of_nav(nav.data, nav, ())


def palette_toggles(config: MkDocsConfig) -> list[str | None]:
    """What each palette's switch says; `None` for one that has no switch."""
    palettes = config.theme.get("palette") or []
    palettes = palettes if isinstance(palettes, list) else [palettes]
    return [(one.get("toggle") or {}).get("name") for one in palettes if isinstance(one, dict)]


def _texts_of_nav(nav: object, whole: ConfiguredNavigation, place: Place) -> Iterator[Text]:
    """The titles in `nav`, in order, which stands at `place` in the whole."""
    items = (
        nav.items() if isinstance(nav, dict) else enumerate(nav) if isinstance(nav, list) else ()
    )
    for key, value in items:
        inner = (*place, key)
        if isinstance(nav, dict):
            yield nav_text(str(key), whole.span(inner, str(key)))
        if not isinstance(value, str):
            yield from _texts_of_nav(value, whole, inner)


def items_of_nav(
    nav: object, pages: Collection[str], config: MkDocsConfig
) -> Iterator[NavigationItem]:
    """The navigation as values; `pages` are the paths below `docs/` of those that there are."""
    for item in nav if isinstance(nav, list) else [nav]:
        for title, value in item.items() if isinstance(item, dict) else [(None, item)]:
            text = None if title is None else nav_text(str(title))
            if isinstance(value, str):
                path = path_in_nav(value, config)
                is_page = path in pages
                yield NavigationItem(
                    title=text,
                    page=path if is_page else None,
                    address=None if is_page else value,
                )
            elif value is not None:
                yield NavigationItem(title=text, items=tuple(items_of_nav(value, pages, config)))


def nav_text(title: str, span: Span = _CONFIG) -> Text:
    """The text of a title in the navigation."""
    return Text(msgid=title, span=span, comment="Title in the navigation")


def word_text(name: str, value: str, span: Span = _CONFIG) -> Text:
    """The text of a word in `mkdocs.yml`; `name` is the option's."""
    return Text(msgid=value, span=span, context=f"site/{name}", comment=_WORDS[name])


_WORDS = {
    "site_name": "Name of the site",
    "site_description": "Description of the site, for search engines",
    "copyright": "Stands at the foot of each page",
    "palette": "Says what the switch between light and dark does",
}
