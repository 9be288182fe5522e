"""One run of MkDocs: what it has read, and how each page becomes that of its locale."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from polynotice.catalogues import po_files
from polynotice.checks.catalogue import record_of
from polynotice.checks.elements import harmful
from polynotice.core.locales import Locale, find_locale, nearest
from polynotice.core.model import Key, Phrase, Span, Text
from polynotice.core.problems import Problem
from polynotice.core.pseudo_locales import pseudo
from polynotice.core.translation import WITHHELD, Say, annotated, guarded
from polynotice.html.elements import elements_in
from polynotice.mkdocs_host import locale_pages, search_index, sitemap
from polynotice.mkdocs_host.locale_pages import Alternate, LocalePage
from polynotice.mkdocs_host.page_rendering import PageRendering
from polynotice.mkdocs_host.theme_templates import QuickTheme
from polynotice.pages import preview
from polynotice.pages.markdown_extension import NoticeExtension
from polynotice.pages.page_context import PageContext, RenderedPage, SourcePage
from polynotice.project.load import page_context
from polynotice.project.project import RECORDS, Project
from polynotice.verify import provenance
from polynotice.verify.manifest import MANIFEST, Provenance
from polynotice.verify.site_verifier import NOTICE_JSON, Verifier

THEME = Path(__file__).parent / "theme"
STYLE = "assets/polynotice.css"


@dataclass(kw_only=True)
class Build:
    """Holds what one build needs from its start to its end; nothing outlives it."""

    project: Project
    config: MkDocsConfig
    is_preview: bool
    """Whether drafts are shown, and problems do not stop the build."""
    problems: Sequence[Problem] = ()
    """What was found wrong with the project."""
    extension: NoticeExtension = field(default_factory=NoticeExtension)
    unsaid: list[tuple[Text, Locale]] = field(default_factory=list)
    """What pages turned out to say that no catalogue was asked for."""
    navigations: dict[str, Navigation] = field(default_factory=dict)
    pages: dict[str, dict[str, LocalePage]] = field(default_factory=dict)
    """By locale and path below `docs/`."""
    sources: dict[str, Page] = field(default_factory=dict)
    anchors: dict[str, Sequence[str]] = field(default_factory=dict)
    """The ids of the headings of each source page that has been rendered."""
    env: Environment = field(init=False)
    """The theme's templates, once MkDocs has them."""
    provenance: Provenance = field(default_factory=Provenance)
    """Where the site comes from; a preview does not tell."""
    english: Locale = field(default_factory=lambda: find_locale("en"))
    _theme_words: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def source(self) -> Locale:
        """The source locale."""
        return self.project.site.settings.source

    @cached_property
    def locales(self) -> list[Locale]:
        """The locales of this build, in the order of the switcher."""
        settings = self.project.site.settings
        return [
            locale
            for locale in settings.locales
            if self.is_preview or settings.is_published(locale)
        ]

    @cached_property
    def source_pages(self) -> dict[str, SourcePage]:
        """The pages, by their paths below `docs/`."""
        return {page.uri: page for page in self.project.site.pages}

    @cached_property
    def _says(self) -> dict[str, Say]:
        known = {message.text.key for message in self.project.messages}
        says = {
            locale.id: self._watched(self.project.say(locale), locale, known)
            for locale in self.locales
        }
        if self.is_preview:
            allowed = self.project.may_be_shown
            says = {one: guarded(say, allowed) for one, say in says.items()}
            says |= {one: annotated(says[one], notes) for one, notes in self._notes.items()}
        return says

    @cached_property
    def _notes(self) -> dict[str, dict[Key, str]]:
        """What a preview has to tell of each translated locale's messages."""
        return {
            locale.id: preview.notes(
                self.problems, self.project.catalogues[locale.id], po_files.path_of(locale)
            )
            for locale in self.locales
            if locale.id in self.project.catalogues
        }

    def _watched(self, say: Say, locale: Locale, known: set[Any]) -> Say:
        def watched(text: Text) -> Phrase:
            phrase = say(text)
            if not phrase.state.is_final and text.key not in known:
                self.unsaid.append((text, locale))
            return phrase

        return watched

    def say(self, locale: Locale) -> Say:
        """How the build speaks in that locale."""
        return self._says[locale.id]

    def set_up(self) -> None:
        """Makes MkDocs use the plugin's Markdown extension, templates and style."""
        config = self.config
        if not self.is_preview:
            self.provenance = self._provenance()
        extensions: list[Any] = [*config.markdown_extensions, self.extension]
        config.markdown_extensions = extensions
        # Behind the project's own templates, before those of the theme.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme = QuickTheme.of(config.theme)
        config.extra_css = [STYLE, *config.extra_css]
        if config.theme.name == "material":
            config.theme["language"] = self.theme_language(self.source)
            # Not a list: Material would announce its links in each page's head, and then ask for a
            # sitemap beside every one of them. The switcher's own template knows where they lead.
            config.extra["alternate"] = True
            if config.site_url:
                # What a reader chose in one language, light or dark, holds in every other: by
                # default, Material remembers it per root, which here is each locale's.
                config.extra.setdefault("scope", urlsplit(config.site_url).path or "/")

    def _provenance(self) -> Provenance:
        config = self.config
        return provenance.read_provenance(
            self.project.site.root,
            config=Path(config.config_file_path),
            docs=Path(config.docs_dir),
            records=RECORDS,
            made=Path(config.site_dir),
            parts={str(config.theme.name), *config.plugins, *config.markdown_extensions},
        )

    def theme_language(self, locale: Locale) -> str:
        """The theme's language file that serves the locale; English if none does."""
        available = self._theme_languages
        return nearest(locale.id, available) or nearest(self.source.id, available) or "en"

    @cached_property
    def _theme_languages(self) -> set[str]:
        folders = (Path(folder) / "partials" / "languages" for folder in self.config.theme.dirs)
        return {file.stem for folder in folders for file in folder.glob("*.html")}

    def add_files(self, files: Files) -> None:
        """Adds every page in every locale."""
        for file in list(files.documentation_pages()):
            # A preview goes on without a page that cannot be read, and tells so on the others.
            if file.generated_by is None and file.src_uri not in self.source_pages:
                files.remove(file)
        others = [locale for locale in self.locales if locale.id != self.source.id]
        locale_pages.add_files(files, self.config, self.source_pages.values(), others)
        if self.is_preview:
            files.append(
                File.generated(self.config, preview.PAGE, content=self._translation_page())
            )

    def _translation_page(self) -> str:
        placed_on = self.project.placed_on
        urls: dict[Key, str] = {}
        pages = {page.path: page.uri for page in self.project.site.pages}
        for message in self.project.messages:
            record = record_of(message.text.context)
            if record in placed_on:
                urls[message.text.key] = f"{self.project.site.url_of(placed_on[record])}#{record}"
            for path in message.paths:
                if path in pages:
                    urls.setdefault(message.text.key, self.project.site.url_of(pages[path]))
        locales = [
            preview.Open(
                locale=locale.id,
                name=locale.english_name,
                path=po_files.path_of(locale),
                say=self.project.say(locale),
                notes=self._notes[locale.id],
            )
            for locale in self.locales
            if locale.id in self._notes
        ]
        return preview.page(self.project.messages, locales, urls)

    def add_pages(self, nav: Navigation, files: Files) -> None:
        """Makes the pages and the navigation of every locale."""
        self.navigations[self.source.id] = nav
        for uri in self.source_pages:
            file = files.get_file_from_path(uri)
            if file and file.page:
                self.sources[uri] = file.page
        for locale in self.locales:
            if locale.id == self.source.id:
                continue
            say = self.say(locale)
            pages = locale_pages.add_pages(files, self.config, self.source_pages, locale, say)
            self.pages[locale.id] = pages
            self.navigations[locale.id] = locale_pages.navigation(nav, pages, locale, say)
        locale_pages.retitle(nav.items, self.source, self.say(self.source))
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = f"{provenance.date():%Y-%m-%d}"

    def locale_of(self, page: Page) -> Locale:
        """The locale of a page."""
        return page.locale if isinstance(page, LocalePage) else self.source

    def uri_of(self, page: Page) -> str:
        """The path below `docs/` of the page's source."""
        return page.source_page.uri if isinstance(page, LocalePage) else page.file.src_uri

    def prepare(self, page: Page) -> None:
        """Lets MkDocs render the page, which comes next, in the words of its locale."""
        source = self.source_pages.get(self.uri_of(page))
        if source is None:
            return
        if not isinstance(page, LocalePage):
            locale_pages.say_words_of(page, source, self.say(self.source))
        PageRendering.take_over(
            page,
            source,
            extension=self.extension,
            context=lambda: self._context(page, source),
            finish=lambda rendered: self._finish(page, source, rendered),
        )

    def _context(self, page: Page, source: SourcePage) -> PageContext:
        """What the page's HTML depends on: for a translation, on its source page's as well."""
        locale, is_translated = self.locale_of(page), isinstance(page, LocalePage)
        is_draft = is_translated and self.project.is_draft_translation(locale)
        return page_context(
            self.project.site,
            self.project.notice,
            locale,
            self.say(locale),
            placed_on=self.project.placed_on,
            draft=self.project.notice.words["draft"] if is_draft else None,
            anchors=self.anchors.get(source.uri) if is_translated else None,
        )

    def _finish(self, page: Page, source: SourcePage, rendered: RenderedPage) -> None:
        """Keeps the ids of a source page's headings for its translations, and marks theirs."""
        locale_pages.tidy_titles(page)
        if isinstance(page, LocalePage):
            page.mark_headings(rendered.foreign_headings)
        else:
            self.anchors[source.uri] = rendered.anchors

    def harmless(self, html: str) -> str:
        """A page of a preview, unless something on it can run or load something."""
        if all(problem.code != "unsafe-markup" for problem in self.problems):
            return html
        return WITHHELD if any(harmful(elements_in(html), is_publishers=True)) else html

    def context_of(self, locale: Locale, page: Page | None = None) -> dict[str, Any]:
        """What the templates of a page in that locale are given besides MkDocs's own."""
        return {
            "build_date_utc": provenance.date(),
            "config": self.configs[locale.id],
            "nav": self.navigations[locale.id],
            "notice": TemplateNotice(self, locale, page),
        }

    def base_url(self, page: Page) -> str:
        """The root of the page's locale, from the page: whence Material takes its search index."""
        root = "." if self.locale_of(page).id == self.source.id else f"{self.locale_of(page).id}/"
        return get_relative_url(root, page.url).rstrip("/")

    @cached_property
    def configs(self) -> dict[str, MkDocsConfig]:
        """The configuration as each locale's templates see it."""
        return {
            locale.id: locale_pages.config_in(
                self.config, self.theme_language(locale), locale, self.say(locale)
            )
            for locale in self.locales
        }

    def alternates(self, uri: str | None) -> list[Alternate]:
        """A page, or the home page, in each locale."""
        found = []
        for locale in self.locales:
            pages = self.sources if locale.id == self.source.id else self.pages[locale.id]
            page = pages.get(uri) if uri else self.navigations[locale.id].homepage
            if page is not None:
                found.append(
                    Alternate(
                        locale=locale.id,
                        name=locale.name,
                        direction=locale.direction,
                        url=page.url or ".",
                        canonical_url=page.canonical_url,
                    )
                )
        return found

    def render_error_pages(self, context: Callable[[Navigation], Any]) -> None:
        """Writes `404.html` for each locale but the source's, which MkDocs writes."""
        if "404.html" not in self.config.theme.static_templates:
            return
        template = self.env.get_template("404.html")
        for locale in self.locales:
            if locale.id == self.source.id:
                continue
            html = template.render(
                {**context(self.navigations[locale.id]), **self.context_of(locale)}
            )
            self.write(f"{locale.id}/404.html", with_language(html, locale))

    def render_sitemaps(self) -> None:
        """Writes a sitemap for each locale, where Material's instant navigation asks for it."""
        if "navigation.instant" not in (self.config.theme.get("features") or ()):
            return
        template = self.env.get_template("sitemap.xml")
        for locale in self.locales:
            files = [page.file for page in self.pages.get(locale.id, {}).values()]
            if files:
                html = template.render(pages=files, notice=TemplateNotice(self, locale, None))
                self.write(f"{locale.id}/sitemap.xml", html)

    def write_data(self, verifier: Verifier) -> None:
        """Writes what stands beside the pages of each locale: data and search index."""
        for locale in self.locales:
            prefix = "" if locale.id == self.source.id else f"{locale.id}/"
            text = json.dumps(verifier.notice(locale), ensure_ascii=False)
            self.write(prefix + NOTICE_JSON, text + "\n")
        self.render_sitemaps()
        options = {locale.id: self.search_options(locale) for locale in self.locales}
        search_index.split(Path(self.config.site_dir), options, self.source.id)
        sitemap.pack(Path(self.config.site_dir))
        if not self.is_preview:
            self.write(MANIFEST, verifier.manifest(self.provenance))

    def theme_word(self, locale: Locale, key: str) -> str:
        """One of the theme's own words, as the locale has it; looked up once for all its pages."""
        words = self._theme_words.setdefault(
            locale.id, {"language": locale.id, "direction": locale.direction}
        )
        if key not in words:
            word = (
                self._words_of_theme(locale)(key) or self._words_of_theme(self.english)(key) or key
            )
            if locale.is_pseudo and not key.startswith("search.config"):
                word = pseudo(locale.id)(Text(msgid=word, span=Span("theme"))).text
            words[key] = word
        return words[key]

    def _words_of_theme(self, locale: Locale) -> Callable[[str], str]:
        name = f"partials/languages/{self.theme_language(locale)}.html"
        module: Any = self.env.get_template(name).module
        return lambda key: str(module.t(key))

    def search_options(self, locale: Locale) -> dict[str, Any]:
        """How the theme wants the locale's words cut and stemmed for search."""
        if self.config.theme.name != "material":
            return {}
        words = self._words_of_theme(locale)
        lang, pipeline, separator = (
            words(f"search.config.{name}") for name in ("lang", "pipeline", "separator")
        )
        # A language that Lunr has no stemmer for names none, and goes by its whole words.
        options: dict[str, Any] = {"lang": re.split(r"\s*,\s*", lang) if lang else ["en"]}
        if pipeline:
            options["pipeline"] = re.findall(r"\w+", pipeline)
        if separator:
            options["separator"] = separator
        return options

    def write(self, name: str, text: str) -> None:
        """Writes a file below the site's folder."""
        path = Path(self.config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


class TemplateNotice:
    """`notice` in the templates."""

    def __init__(self, build: Build, locale: Locale, page: Page | None) -> None:
        self._build = build
        self._page = page
        self.locale = locale.id
        self.direction = locale.direction
        self._one = locale

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The page in each locale; for a page that has none, the home pages."""
        return self._build.alternates(self._build.uri_of(self._page) if self._page else None)

    def alternates_of(self, page: Page) -> list[Alternate]:
        """A page of whichever locale, in each locale."""
        return self._build.alternates(self._build.uri_of(page))

    @property
    def not_found(self) -> str:
        """The heading of the error page."""
        word = self._build.project.notice.words["not_found"]
        return locale_pages.title_of(self._build.say(self._one)(word), self._one)

    def theme_word(self, key: str) -> str:
        """One of the theme's own words, as the locale has it."""
        return self._build.theme_word(self._one, key)


def with_language(html: str, locale: Locale) -> str:
    """The page with the locale's `lang` and `dir` on its `html`, whatever its theme says."""
    return _HTML_TAG.sub(lambda match: _html_tag(match[0], locale), html, count=1)


_HTML_TAG = re.compile(r"<html\b[^>]*>", re.IGNORECASE)


def _html_tag(tag: str, locale: Locale) -> str:
    others = re.sub(r"""\s(?:lang|dir)=(?:"[^"]*"|'[^']*'|[^\s>]*)""", "", tag, flags=re.IGNORECASE)
    return f'{others[:5]} lang="{locale.id}" dir="{locale.direction}"{others[5:]}'
