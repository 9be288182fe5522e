"""One MkDocs build for all locales: the pages, navigation and configuration of each."""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import escape

from polynotice.catalogues import po_files
from polynotice.core.locales import Locale, find_locale
from polynotice.core.model import Phrase, Text
from polynotice.core.translation import Say
from polynotice.html.plain_text import without_tags
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.configured_words import nav_text, word_text
from polynotice.mkdocs_host.host import (
    AnchorLink,
    File,
    Files,
    InclusionLevel,
    MkDocsConfig,
    Page,
    parse_locale,
)
from polynotice.mkdocs_host.source_pages import FRONT_MATTER
from polynotice.mkdocs_host.words_in_extra import extra_in, is_html
from polynotice.pages.element_names import UNTRANSLATED
from polynotice.pages.extension_words import toc_text
from polynotice.pages.page_context import SourcePage


def uri_in(locale: Locale, uri: str) -> str:
    """The path, below `docs/` or the site, that the page `uri` has in a locale but the source's."""
    return f"{locale.id}/{uri}"


def marked(html: str, lang: str, locale: Locale) -> str:
    """HTML in the language `lang`, marked as such for a page in another locale."""
    direction = find_locale(lang).direction
    mark = f' dir="{direction}"' if direction != locale.direction else ""
    return f'<span lang="{lang}"{mark} class="{UNTRANSLATED}">{html}</span>'


class Title(str):
    """A title in another language than its page's: marked in HTML, plain in attributes."""

    plain: str
    lang: str

    def __new__(cls, plain: str, lang: str, locale: Locale) -> Title:
        """Marks a text in the language `lang`, for a page in that locale."""
        title = super().__new__(cls, marked(escape(plain), lang, locale))
        title.plain, title.lang = plain, lang
        return title

    def __html__(self) -> str:
        """What Jinja's `e` filter gives, as in `aria-label="{{ title | e }}"`."""
        return escape(self.plain)


def title_of(phrase: Phrase, locale: Locale) -> str:
    """A title as templates show it. They print titles without escaping them."""
    if phrase.lang == locale.id:
        return escape(without_tags(phrase.text))
    return Title(without_tags(phrase.text), phrase.lang, locale)


class LocalePage(Page):
    """A page in another locale than the source's."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        *,
        source: Page,
        page: SourcePage,
        locale: Locale,
        say: Say,
    ) -> None:
        nav_title = vars(source).get("title")
        title = title_of(say(nav_text(nav_title)), locale) if nav_title else None
        named = page.words.get("title")
        if title is None and named and (phrase := say(named)).lang != locale.id:
            # Not by the front matter, which is shown in the browser's title, where no mark can be.
            title = title_of(phrase, locale)
        super().__init__(title, file, config)
        self.source = source
        self.source_page = page
        self.locale = locale
        self._say = say
        self.words_of_front_matter: dict[str, Any] = {}
        """As they were said when the page was read."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads the source page, and translates the words in its front matter."""
        super().read_source(config)
        say_words_of(self, self.source_page, self._say)
        self.words_of_front_matter = {name: self.meta.get(name) for name in FRONT_MATTER}
        for name, said in self.words_of_front_matter.items():
            if said is not None:  # as YAML has it: plugins that put settings together ask for that
                self.meta[name] = str(said)

    def take_settings(self) -> None:
        """Takes over what other plugins (meta) have set for the source page, but for its words."""
        for name, value in self.source.meta.items():
            if name not in FRONT_MATTER:
                self.meta.setdefault(name, value)
        for name, said in self.words_of_front_matter.items():
            if said is not None and self.meta.get(name) == said:
                self.meta[name] = said

    def mark_headings(self, languages: Mapping[str, str]) -> None:
        """Marks headings in another language, by their ids, wherever templates list them."""
        anchors = list(_anchors(self.toc)) if languages else []
        for anchor in anchors:
            if anchor.id in languages:
                title = without_tags(unescape(anchor.title))
                anchor.title = Title(title, languages[anchor.id], self.locale)
        if anchors and anchors[0].id in languages and self._title_from_render:
            self._title_from_render = anchors[0].title

    @property
    def is_homepage(self) -> bool:
        """Whether the page is the home page of its locale."""
        return self.source.is_homepage


def say_words_of(page: Page, source: SourcePage, say: Say) -> None:
    """Puts the words of a page's front matter into what templates print of them."""
    for name, text in source.words.items():
        phrase = say(text)
        page.meta[name] = escape(without_tags(phrase.text))
        if name == "subtitle" and isinstance(page, LocalePage):
            page.meta[name] = title_of(phrase, page.locale)  # it is shown where a mark can be


def tidy_titles(page: Page) -> None:
    """Takes what templates or scripts of themes would show as tags out of a page's headings.

    Material's tooltips show the text of a title in a list of headings as HTML.
    """
    if page._title_from_render:
        page._title_from_render = without_tags(unescape(page._title_from_render))
    for anchor in _anchors(page.toc):
        anchor.title = escape(without_tags(unescape(anchor.title)))


def _anchors(toc: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for anchor in toc:
        yield anchor
        yield from _anchors(anchor.children)


def uri_of(page: Page) -> str:
    """The path below `docs/` of the page's source."""
    return page.source_page.uri if isinstance(page, LocalePage) else page.file.src_uri


def files_in(
    files: Files, config: MkDocsConfig, pages: Iterable[SourcePage], locale: Locale
) -> dict[str, File]:
    """The files of every page in a locale but the source's, by the page's path below `docs/`."""
    made = {}
    for page in pages:
        original = files.get_file_from_path(page.uri)
        if original is None:
            continue
        inclusion = original.inclusion
        if inclusion is InclusionLevel.INCLUDED:
            inclusion = InclusionLevel.NOT_IN_NAV
        uri, path = uri_in(locale, page.uri), original.abs_src_path
        if path is None:  # nobody wrote it: it is the one with all of the notice
            file = File.generated(config, uri, content="", inclusion=inclusion)
        else:
            file = File.generated(config, uri, abs_src_path=path, inclusion=inclusion)
        file.edit_uri = _catalogue_from_docs(config, locale) if path else None
        set_locale(file, locale)
        made[page.uri] = file
    return made


def with_all(files: Files, of_locales: Sequence[File], last: str) -> list[File]:
    """The pages' files, with those of all locales where a build that makes them all has them.

    Behind those of all others, but for the one whose path is `last`.
    """
    made = {*map(id, of_locales)}
    others = [file for file in files.documentation_pages() if id(file) not in made]
    at_end = [file for file in others if file.src_uri == last]
    shown = [file for file in of_locales if file.inclusion.is_included()]  # type: ignore[no-untyped-call]
    return [*(file for file in others if file not in at_end), *shown, *at_end]


def set_locale(file: File, locale: Locale) -> None:
    """Says in which locale a file is as mkdocs-static-i18n does: git-revision-date reads it."""
    file.locale = locale.id.replace("-", "_")  # type: ignore[attr-defined]


def _catalogue_from_docs(config: MkDocsConfig, locale: Locale) -> str | None:
    """Where a translated page is edited: its locale's catalogue, as a path from `docs/`."""
    if locale.is_pseudo:
        return None
    root = Path(config.config_file_path).parent
    return Path(os.path.relpath(root / po_files.path_of(locale), config.docs_dir)).as_posix()


def pages_in(
    files: Files,
    config: MkDocsConfig,
    pages: Mapping[str, tuple[SourcePage, File]],
    locale: Locale,
    say: Say,
) -> dict[str, LocalePage]:
    """Makes the locale's pages, by the path that each has below `docs/`.

    `pages` are the source pages, each with its file in the locale; `files` those of the source.
    """
    made = {}
    for uri, (page, file) in pages.items():
        original = files.get_file_from_path(uri)
        if original and original.page:
            made[uri] = LocalePage(
                file, config, source=original.page, page=page, locale=locale, say=say
            )
    return made


def config_in(config: MkDocsConfig, theme_language: str, locale: Locale, say: Say) -> MkDocsConfig:
    """The configuration as the locale's templates see it."""
    view = copy.copy(config)
    for name in ("site_name", "site_description"):
        if config[name]:
            view[name] = escape(without_tags(say(word_text(name, config[name])).text))
    if config.copyright:
        view.copyright = with_same_tags(
            config.copyright, say(word_text("copyright", config.copyright)).text
        )
    theme = copy.deepcopy(config.theme)
    theme["language"] = theme_language
    has_words = themes.says_its_words(config.theme)
    if has_words:
        theme["direction"] = locale.direction
    elif not locale.is_pseudo:
        theme["locale"] = parse_locale(locale.folder)
    for palette in _palettes(theme.get("palette")):
        toggle = palette.get("toggle")
        if isinstance(toggle, dict) and toggle.get("name"):
            toggle["name"] = escape(without_tags(say(word_text("palette", toggle["name"])).text))
    view["theme"] = theme
    if has_words:
        view["extra"] = extra_in(config.extra, lambda text: _word_in_extra(text, say(text).text))
    toc = dict((config.mdx_configs or {}).get("toc") or {})
    if toc.get("title"):
        toc["title"] = escape(without_tags(say(toc_text("title", toc["title"])).text))
        view["mdx_configs"] = {**config.mdx_configs, "toc": toc}
    return view


def _word_in_extra(text: Text, said: str) -> str:
    """What Material is given of a word, which it prints as it is, within attributes, too."""
    if said == text.msgid:
        return said
    return with_same_tags(text.msgid, said) if is_html(text) else escape(without_tags(said))


def with_same_tags(source: str, text: str) -> str:
    """A translation of what may be HTML: shown as text if its tags are not the source's."""
    return text if sorted(_TAG.findall(source)) == sorted(_TAG.findall(text)) else escape(text)


_TAG = re.compile(r"<[^>]*>?|&[#\w]+;?")


def _palettes(value: object) -> list[dict[str, Any]]:
    palettes = value if isinstance(value, list) else [value]
    return [palette for palette in palettes if isinstance(palette, dict)]
