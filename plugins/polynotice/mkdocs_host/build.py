"""One run of MkDocs: what it has read, and how each page becomes that of its locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.core.translation import Say
from polynotice.mkdocs_host import front_matter, locale_navigation, locale_pages, other_plugins
from polynotice.mkdocs_host.finished_locales import FinishedLocales
from polynotice.mkdocs_host.full_page import FullPages
from polynotice.mkdocs_host.host import (
    File,
    Files,
    MkDocsConfig,
    Navigation,
    Page,
    StructureItem,
    relative_url,
)
from polynotice.mkdocs_host.locale_pages import LocalePage
from polynotice.mkdocs_host.made_page import MadePage
from polynotice.mkdocs_host.page_rendering import PageRendering
from polynotice.mkdocs_host.remembered_pages import RememberedPages
from polynotice.mkdocs_host.switcher_links import LocalePages
from polynotice.mkdocs_host.template_gettext import TemplateGettext
from polynotice.mkdocs_host.template_notice import TemplateNotice
from polynotice.mkdocs_host.theme_words import ThemeWords
from polynotice.pages import preview
from polynotice.pages.added_words import AddedWords
from polynotice.pages.links import root_of
from polynotice.pages.markdown_extension import NoticeExtension
from polynotice.pages.page_context import SourcePage
from polynotice.pages.problem_lists import ProblemLists
from polynotice.project.kept_words import say_of_kept
from polynotice.project.project import Project
from polynotice.project.releases.unreleased import unreleased
from polynotice.project.rendering import Rendering
from polynotice.project.speaking import Speaking
from polynotice.project.translation_page import translation_page
from polynotice.verify import provenance
from polynotice.verify.manifest import Provenance


@dataclass(kw_only=True)
class Build:
    """Holds what one build needs from its start to its end; nothing outlives it."""

    speaking: Speaking
    config: MkDocsConfig
    extension: NoticeExtension = field(default_factory=NoticeExtension)
    added_to_output: AddedWords = field(default_factory=AddedWords)
    """What they add when the template is filled."""
    problem_lists: ProblemLists = field(default_factory=ProblemLists)
    remembered: RememberedPages = field(init=False)
    """Known as soon as all files are."""
    files: dict[str, dict[str, File]] = field(default_factory=dict)
    """The pages' files of each locale but the source's, by the path that each has below `docs/`."""
    shared_files: Sequence[File] = ()
    """All other files, of which there is one for all locales."""
    elsewhere: frozenset[str] = frozenset()
    """The ids of the locales that other processes make."""
    shared_drawers: frozenset[str] = frozenset()
    """The names of the drawers of the memory that they have opened, too."""
    finished: FinishedLocales = field(default_factory=FinishedLocales)
    titles: list[tuple[StructureItem, str]] = field(default_factory=list)
    """In the source's navigation, as they are configured."""
    provenance: Provenance = field(default_factory=Provenance)
    """Where the site comes from; a preview does not say."""

    @property
    def project(self) -> Project:
        """What is built."""
        return self.speaking.project

    @property
    def source(self) -> Locale:
        """The source locale."""
        return self.speaking.source

    @cached_property
    def rendering(self) -> Rendering:
        """What it says on its pages."""
        return Rendering(speaking=self.speaking)

    @cached_property
    def translated(self) -> list[Locale]:
        """The locales of this build but the source's."""
        return [locale for locale in self.speaking.locales if locale.id != self.source.id]

    @property
    def made(self) -> list[Locale]:
        """Those of them that are made here: no other part's, nor those whose files are there."""
        others = {self.source.id, *self.finished.kept, *self.elsewhere}
        return [locale for locale in self.speaking.made if locale.id not in others]

    @cached_property
    def source_pages(self) -> dict[str, SourcePage]:
        """The pages, by their paths below `docs/`."""
        return {page.uri: page for page in self.project.site.pages}

    @cached_property
    def full_page(self) -> FullPages:
        """The page with all of the notice, if there is to be one."""
        return FullPages(self.project, self.say)

    @cached_property
    def unreleased(self) -> Mapping[str, str]:
        """In what each locale differs from the newest release, by its id; no preview asks."""
        return {} if self.speaking.is_preview else unreleased(self.project)

    @cached_property
    def completed(self) -> dict[str, str]:
        """The pages that other plugins have completed, by the path of each below `docs/`."""
        return {page.uri: page.body for page in self.project.site.pages if page.origins}

    @cached_property
    def pages(self) -> LocalePages:
        """What MkDocs makes of them in each locale; empty until it has a navigation."""
        names = self.project.memory.drawer("names of languages", str)
        return LocalePages.of(self.speaking, names)

    @cached_property
    def theme_words(self) -> ThemeWords:
        """The theme's own words."""
        return ThemeWords(self.config.theme, self.source)

    @cached_property
    def template_gettext(self) -> TemplateGettext:
        """What templates have translated by gettext."""
        locales = self.project.site.settings.translated
        return TemplateGettext(self.config, locales, self.say, self.source)

    def say(self, locale: Locale) -> Say:
        """How the build speaks in that locale."""
        if locale.id in self.finished.kept and not self.speaking.is_preview:
            return say_of_kept(self.project, locale, partial(self.rendering.say, locale))
        if locale.id in self.elsewhere and not self.speaking.is_preview:
            return self.project.say_apart(locale)
        return self.rendering.say(locale)

    def add_files(self, files: Files) -> list[Problem]:
        """Adds every page in every locale; gives what other plugins have added amiss."""
        for file in list(files.documentation_pages()):
            # A preview goes on without a page that cannot be read, and says so on the others.
            if file.generated_by is None and file.src_uri not in self.source_pages:
                files.remove(file)
            else:
                locale_pages.set_locale(file, self.source)
        amiss = list(other_plugins.added_pages(files, self.source_pages))
        self.full_page.add_file(files, self.config, self.source)
        # Before any locale's are added: what a page hangs on are those that all locales share.
        self.remembered = RememberedPages(self.project, self.config, files, locales=len(self.made))
        self.shared_files = [file for file in files if not file.is_documentation_page()]
        sources = [*self.source_pages.values(), *self.full_page.sources.values()]
        for locale in self.translated:
            self.files[locale.id] = locale_pages.files_in(files, self.config, sources, locale)
        made = [file for locale in self.made for file in self.files[locale.id].values()]
        for file in made:
            files.append(file)
        if self.speaking.is_preview:
            content = translation_page(self.speaking, self.finished.keys)
            files.append(File.generated(self.config, preview.PAGE, content=content))
        other_plugins.show_translations(self.config, files, made)
        return amiss

    def add_pages(self, nav: Navigation, files: Files) -> None:
        """Makes the pages and the navigation of every locale."""
        uris = (*self.source_pages, *self.full_page.sources)
        sources = {uri: files.get_file_from_path(uri) for uri in uris}
        for file in filter(None, sources.values()):
            if file.page is None:  # a draft, of which MkDocs makes a page later than of all others
                Page(None, file, self.config)
        self.pages.navigations[self.source.id] = nav
        self.pages.pages[self.source.id] = {
            uri: file.page for uri, file in sources.items() if file and file.page
        }
        self.titles = locale_navigation.titles_in(nav.items)
        for locale in self.translated:
            self.add_pages_in(locale, nav, files)
        locale_navigation.retitle(nav.items, self.source, self.say(self.source))
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = f"{provenance.date():%Y-%m-%d}"

    def add_pages_in(self, locale: Locale, nav: Navigation, files: Files) -> None:
        """Makes the pages and the navigation of a locale but the source's."""
        say, pages = self.say(locale), {**self.source_pages, **self.full_page.sources}
        with_files = {
            uri: (pages[uri], file)
            for uri, file in self.files[locale.id].items()
            # Another plugin may have taken it out again.
            if locale not in self.made or files.get_file_from_path(file.src_uri)
        }
        made = locale_pages.pages_in(files, self.config, with_files, locale, say)
        self.pages.pages[locale.id] = made
        self.pages.navigations[locale.id] = locale_navigation.navigation(nav, made, locale, say)

    def locale_of(self, page: Page) -> Locale:
        """The locale of a page."""
        return page.locale if isinstance(page, LocalePage) else self.source

    def judge(self, added: AddedWords, html: str, page: Page) -> None:
        """Looks at what other plugins have made of a page that `added` has noted."""
        source = self.source_pages.get(locale_pages.uri_of(page))
        if source is not None:
            is_source = not isinstance(page, LocalePage)
            added.end(html, source, self.locale_of(page), is_source=is_source)

    def judge_words(self, page: Page) -> None:
        """Looks at the words that other plugins have set since the page's template was begun."""
        if source := self.source_pages.get(locale_pages.uri_of(page)):
            given = self.added_to_output.words_set(front_matter.words_of(page))
            locale, is_source = self.locale_of(page), not isinstance(page, LocalePage)
            self.added_to_output.judge_settings(given, source, locale, is_source=is_source)

    def prepare(self, page: Page) -> None:
        """Lets MkDocs render the page, which comes next, in the words of its locale."""
        source = self.source_pages.get(locale_pages.uri_of(page))
        if source is None:
            self.full_page.give_title(page, self.say(self.source))
            return
        given = front_matter.words_given_by_others(page, source)
        locale, is_source = self.locale_of(page), not isinstance(page, LocalePage)
        self.rendering.added_words.judge_settings(given, source, locale, is_source=is_source)
        if isinstance(page, LocalePage):
            page.take_settings()
        else:
            locale_pages.say_words_of(page, source, self.say(self.source))
        PageRendering.take_over(
            page,
            source,
            extension=self.extension,
            context=lambda: self.rendering.context(source, self.locale_of(page)),
            remembered=self.remembered,
            finish=lambda made, problems: self._finish(page, source, made, problems),
            is_quiet=isinstance(page, LocalePage) or self.project.site.targets.has_all_files,
        )

    def _finish(
        self, page: Page, source: SourcePage, made: MadePage, problems: Sequence[Problem]
    ) -> None:
        """Keeps the ids of a source page for its translations, and marks their headings."""
        locale_pages.tidy_titles(page)
        if isinstance(page, LocalePage):
            page.mark_headings(made.foreign_headings)
            self.rendering.added_words.problems += [one for one in problems if one.locale]
        else:
            self.rendering.note_ids(source, made.ids)

    def context_of(self, locale: Locale, page: Page | None = None) -> dict[str, Any]:
        """What the template that is filled next is given besides MkDocs's own."""
        self.template_gettext.locale = locale
        return {
            **self.pages.listed,
            "build_date_utc": provenance.date(),
            "config": self.config_in(locale),
            "nav": self.pages.navigations[locale.id],
            "notice": self.template_notice(locale, page),
        }

    def begin_context(self, page: Page) -> dict[str, Any]:
        """What a page's template is given; notes the page's words before others change them."""
        self.added_to_output.begin_words(front_matter.words_of(page))
        locale = self.locale_of(page)
        # The root of the page's locale, from the page: whence Material takes its search index.
        base_url = relative_url(root_of(locale, self.source) or ".", page.url).rstrip("/")
        return {**self.context_of(locale, page), "base_url": base_url}

    def config_in(self, locale: Locale) -> MkDocsConfig:
        """The configuration as the locale's templates see it."""
        if locale.id not in self._configs:
            language = self.theme_words.language(locale)
            view = locale_pages.config_in(self.config, language, locale, self.say(locale))
            self._configs[locale.id] = view
        return self._configs[locale.id]

    @cached_property
    def _configs(self) -> dict[str, MkDocsConfig]:
        return {}

    def template_notice(self, locale: Locale, page: Page | None = None) -> TemplateNotice:
        """What templates call `notice` on a page, or in a single file, of that locale."""
        word = self.project.notice.words["not_found"]
        locales = {each.id: each for each in self.pages.switched}
        return TemplateNotice(
            locale,
            page,
            pages=self.pages,
            not_found=lambda name: locale_pages.title_of(
                self.say(locales[name])(word), locales[name]
            ),
            theme_word=partial(self.theme_words.word, locale),
            offers_language=self.project.site.settings.reader.language_offer,
        )
