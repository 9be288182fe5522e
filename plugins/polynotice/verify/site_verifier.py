"""What each page of each locale must say, for comparing a built site with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.memory import Memory, key_of
from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem
from polynotice.html.visible_text import Seen
from polynotice.pages.full_page import FULL_PAGE
from polynotice.pages.links import root_of
from polynotice.project.project import Project
from polynotice.project.releases.in_site import files_of_lagging
from polynotice.project.speaking import Speaking
from polynotice.project.whole import full_page_in, uris_of
from polynotice.verify import manifest
from polynotice.verify.archive_comparison import known_archive, problems_of_archive
from polynotice.verify.built_site import BuiltSite, KnownPages
from polynotice.verify.finished_locale import FinishedLocale
from polynotice.verify.known_texts import KnownTexts
from polynotice.verify.last_site import LastSite
from polynotice.verify.manifest import Provenance, WantedLocale
from polynotice.verify.site_comparison import (
    GRAPH,
    files_of_words,
    problems_in_locale,
    problems_in_site,
    problems_of_graph,
)
from polynotice.verify.site_graph import SiteGraph, site_name_of


class Verifier:
    """Knows what each page of each locale must say."""

    def __init__(
        self,
        project: Project,
        speaking: Speaking | None = None,
        memory: Memory | None = None,
        finished: Mapping[str, FinishedLocale] = MappingProxyType({}),
        last: LastSite | None = None,
    ) -> None:
        """Without `speaking`, of the site that is to be published.

        Without a `memory`, all is worked out anew. `finished` are the locales, by their ids, whose
        files an earlier build has left, and proved, in the `last` site.
        """
        self._last = last or LastSite()
        self._finished = finished
        self.elsewhere: Mapping[str, FinishedLocale] = {}
        """The locales, by their ids, that another process has made, and compares."""
        self.lines_elsewhere: Callable[[str], str] = str
        """Gives what the manifest says of each of them."""
        self.project = project
        self._memory = memory or Memory()
        self._speaking = speaking or Speaking(project=project)
        self.source = self._speaking.source
        self._seen: dict[tuple[str, str], Seen] = {}
        """By page, if its definitions count, and text."""
        self._keys: dict[str, bytes | None] = {}
        self._notices: dict[str, dict[str, object]] = {}
        self._wanted_locales: dict[str, WantedLocale] = {}
        self._site: BuiltSite | None = None
        self._prose = {locale: one.prose for locale, one in finished.items()}
        self.beside: bytes | None = None
        """The digest of the files beside which pages were compared, once they were."""

    def problems(self, site_dir: Path, *, has_manifest: bool = True) -> list[Problem]:
        """Every way in which the site in that folder differs from what it must be.

        One that is being built has no manifest yet: what pages say is read when they are compared.
        """
        site = self.built_site(site_dir)
        # Beside other style sheets, a page may hide what it showed.
        proved = {name for name, one in self._finished.items() if one.beside == site.beside}
        apart = {*proved, *self.elsewhere}
        wanted = [self.wanted_in(one) for one in self._speaking.made if one.id not in apart]
        known = {**self._finished, **self.elsewhere}
        files = {file for name in apart for file in known[name].files} | self.archive.keys()
        is_part = bool(self._speaking.only)
        found = problems_in_site(
            site, wanted, self._memory, files, is_part=is_part, has_manifest=has_manifest
        )
        self.beside = None if site.takes_from_apart else site.beside
        if not is_part and all(problem.code != "not-whole" for problem in found):
            found += problems_of_graph(site_dir, self.graph)
            found += problems_of_archive(site_dir, self.archive)
        return [*found, *self._drafts(site_dir)]

    def problems_in(self, locales: Iterable[Locale], site_dir: Path) -> list[Problem]:
        """Every way in which these locales of the site differ from what they must be."""
        site = self.built_site(site_dir)
        sources = self._sources
        problems: list[Problem] = []
        for locale in locales:
            known = KnownPages.of(locale.id, self._memory)
            problems += problems_in_locale(site, self.wanted_in(locale), sources, known)
        self.beside = None if site.takes_from_apart else site.beside
        return problems

    def built_site(self, site_dir: Path) -> BuiltSite:
        """The site in that folder, as it can be read back."""
        roots = [root_of(locale, self.source) for locale in self._speaking.locales]
        apart = files_of_words({root: [root + page for page in self._sources] for root in roots})
        self._site = BuiltSite(folder=site_dir, apart=apart)
        return self._site

    @property
    def _sources(self) -> list[str]:
        """The files of the source's pages."""
        return [self.project.site.destination_of(uri) for uri in uris_of(self.project)]

    def _drafts(self, site_dir: Path) -> Iterator[Problem]:
        for locale in self._speaking.kept_back:
            if (site_dir / locale.id).exists():
                yield Problem(
                    code="row-extra",
                    span=Span(locale.id),
                    locale=locale.id,
                    message=f"The draft locale {locale.id} is in the site.",
                    hint="Build the site again with `mkdocs build`.",
                )

    def manifest(self, provenance: Provenance) -> Iterator[str]:
        """The manifest for what the site must be, and says, once it was compared, in pieces."""
        locales = {locale.id: locale for locale in self._speaking.locales}
        prose = {name: self.prose(locale) for name, locale in locales.items()}
        lines = lambda name: self.lines(locales[name])  # noqa: E731
        return manifest.pieces_of([*locales], lines, prose, provenance, self.files)

    def prose(self, locale: Locale) -> str:
        """What the manifest says of one locale's prose, once its pages were compared."""
        if locale.id not in self._prose:
            said = self._site.prose if self._site else {}
            pages = {name: said[name] for name in self.wanted_in(locale).pages if name in said}
            self._prose[locale.id] = manifest.lines_of_prose(pages)
        return self._prose[locale.id]

    def take_prose(self, prose: Mapping[str, str]) -> None:
        """Takes that of locales, by their ids, that another process has compared."""
        self._prose.update(prose)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The texts of the files whose digests the manifest has, by their names.

        The pages of a locale that lags behind are among them: none of its words are in the project.
        """
        return {GRAPH: self.graph, **self._of_lagging}

    @cached_property
    def archive(self) -> KnownTexts:
        """The text of each file that is made of releases alone, by its name."""
        known = known_archive(self._speaking, self._memory)
        return KnownTexts.of({**known, **self._of_lagging}) if self._of_lagging else known

    @cached_property
    def _of_lagging(self) -> Mapping[str, str]:
        return files_of_lagging(self._speaking, self._memory)

    @cached_property
    def graph(self) -> str:
        """The text of the site's `notice.jsonld`; that of the last site, if it says the same."""
        graph = SiteGraph(
            project=self.project,
            locales=self._speaking.locales,
            notice_of=self._notice_at_hand,
            names_of=self._names,
        )
        key = graph.key(self._key(self.source), self._last.keys)
        return self._last.recall(GRAPH, key, graph.text)

    def _notice_at_hand(self, locale: Locale) -> Mapping[str, Any]:
        """What `notice.json` says in that locale; whoever has made it need not be asked twice."""
        is_known = locale.id in self._finished or locale.id in self.elsewhere
        return manifest.notice_in(self.lines(locale)) if is_known else self.notice(locale)

    def _names(self, texts: Mapping[str, Text], locale: Locale) -> dict[str, str]:
        """What readers of that locale see of each text that is translated."""

        def names() -> dict[str, str]:
            is_elsewhere = locale.id in self.elsewhere
            say = self.project.say_apart(locale) if is_elsewhere else self._speaking.say(locale)
            said = {name: say(text) for name, text in texts.items()}
            return {
                name: self._see(phrase.text, "").text
                for name, phrase in said.items()
                if phrase.state.is_final
            }

        markdown, asked = self.project.site.markdown.key, [(*one,) for one in texts.items()]
        key = markdown and key_of(markdown, self.project.key_of_words(locale), asked)
        return self._memory.drawer("names", dict[str, str]).recall(key, names)

    def lines(self, locale: Locale) -> str:
        """What the manifest says of one locale."""
        if locale.id in self._finished:
            return self._finished[locale.id].lines
        if locale.id in self.elsewhere:
            return self.lines_elsewhere(locale.id)
        drawer = self._memory.drawer(f"manifest {locale.id}", str)
        return drawer.recall(self._key(locale), lambda: manifest.lines_of(self.wanted_in(locale)))

    @property
    def wanted(self) -> list[WantedLocale]:
        """What the site must be."""
        return [self.wanted_in(locale) for locale in self._speaking.locales]

    def wanted_in(self, locale: Locale) -> WantedLocale:
        """What one locale of the site must be."""
        if locale.id not in self._wanted_locales:
            self._wanted_locales[locale.id] = self._wanted_locale(locale)
        return self._wanted_locales[locale.id]

    def _key(self, locale: Locale) -> bytes | None:
        """The digest of what decides what the locale must say, if that is known."""
        if locale.id not in self._keys:
            say = self._speaking.say(locale)
            said = [(message.text.key, say(message.text)) for message in self.project.messages]
            self._keys[locale.id] = self._frame and key_of(self._frame, locale.id, said)
        return self._keys[locale.id]

    @cached_property
    def _frame(self) -> bytes | None:
        """The digest of what decides it in every locale."""
        project, site = self.project, self.project.site
        return site.markdown.key and key_of(
            site.markdown.key,
            project.markdown.definitions,
            project.notice,
            project.blocks,
            self.source.id,
            site.targets,
            [(uri, site.destination_of(uri)) for uri in uris_of(project)],
        )

    def _wanted_locale(self, locale: Locale) -> WantedLocale:
        drawer = self._memory.drawer(f"wanted {locale.id}", WantedLocale)
        return drawer.recall(self._key(locale), lambda: self._work_out(locale))

    def _work_out(self, locale: Locale) -> WantedLocale:
        root = root_of(locale, self.source)
        say = self._speaking.say(locale)
        site, seen = self.project.site, (say, locale, root, self._see)
        from polynotice.verify.wanted_tables import WantedTables  # here: finished locales want none

        wanted = WantedTables(self.project, *seen)
        pages = {
            root + site.destination_of(page.uri): wanted.on_page(page.uri) for page in site.pages
        }
        if site.settings.full_page:
            full = WantedTables(self.project, *seen, full_page_in(self.project, root))
            pages[root + site.destination_of(FULL_PAGE)] = full.on_full_page()
        return WantedLocale(notice=self.notice(locale), pages=pages)

    def notice(self, locale: Locale) -> dict[str, object]:
        """What `notice.json` says in that locale."""
        if locale.id not in self._notices:
            drawer = self._memory.drawer(f"notice {locale.id}", dict[str, object])
            made = drawer.recall(self._key(locale), lambda: self._notice(locale))
            self._notices[locale.id] = made
        return self._notices[locale.id]

    def _notice(self, locale: Locale) -> dict[str, object]:
        from polynotice.notice.notice_data import notice_data  # here: what is known needs none

        say = self._speaking.say(locale)
        return {
            "locale": locale.id,
            "source_locale": self.source.id,
            "direction": locale.direction,
            "site_name": say(site_name_of(self.project)).text,
            "records": notice_data(
                self.project.notice,
                self.project.blocks,
                say,
                self.visible,
                {page.uri: self.project.site.url_of(page.uri) for page in self.project.site.pages},
            ),
        }

    def visible(self, texts: Sequence[str], page: str) -> list[str]:
        """What a reader sees of each text on that page."""
        return [self._see(text, page).text for text in texts]

    def _see(self, text: str, page: str) -> Seen:
        markdown = self.project.markdown
        key = (page if page in markdown.definitions else "", text)
        seen = self._seen.get(key)
        if seen is None:
            seen = self._seen[key] = markdown.seen(text, page)
        return seen
