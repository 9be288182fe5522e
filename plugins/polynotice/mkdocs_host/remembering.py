"""What a build need not make anew: whole locales, filled templates, the search's entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import Environment

from polynotice.core.locales import Locale, find_locale
from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Phrase
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.finished_locales import (
    FinishedLocales,
    digests_in,
    frame_of,
    names_in,
)
from polynotice.mkdocs_host.host import Files, MkDocsConfig, Page
from polynotice.mkdocs_host.remembered_templates import RememberedTemplates, SingleFiles
from polynotice.mkdocs_host.search_entries import remember_entries
from polynotice.mkdocs_host.search_patterns import Entries
from polynotice.verify.finished_locale import FinishedLocale
from polynotice.verify.site_verifier import Verifier


def remember(build: Build, config: MkDocsConfig, env: Environment) -> None:
    """Stands between MkDocs and what would be made anew. To be asked once all plugins were."""
    project = build.project
    memory = project.memory

    def entries_of(page: Page) -> Drawer[Entries]:
        return memory.drawer(f"search {build.locale_of(page).id}", Entries)

    def filled_of(page: Page) -> Drawer[str]:
        return memory.drawer(f"templates {build.locale_of(page).id}", str)

    def words_of(page: Page) -> list[Phrase]:
        say = build.speaking.say(build.locale_of(page))
        return [say(text) for text in (*project.site.words, *project.notice.words.values())]

    remember_entries(config, entries_of, build.remembered.filled_with)
    single = None
    if (decided_by := _decides_all(build)) is not None:
        known = memory.drawer("single files", str)
        single = SingleFiles(decided_by=decided_by, locale=build.source.id, known=known)
    RememberedTemplates(config, env, filled_of, words_of, single).install()


def _decides_all(build: Build) -> bytes | None:
    """The digest of what decides the files of every locale of a site; `None` if nobody can tell."""
    finished, speaking, project = build.finished, build.speaking, build.project
    translated = {locale.id for locale in speaking.locales} - {build.source.id}
    if speaking.is_preview or speaking.only or not translated <= finished.keys.keys():
        return None
    say = speaking.say(build.source)
    words = [say(text) for text in (*project.site.words, *project.notice.words.values())]
    return finished.frame and key_of(finished.frame, sorted(finished.keys.items()), words)


def find_finished(build: Build, options: Mapping[str, object], files: Files, site: Path) -> None:
    """Finds the locales whose files are in the last site as this build would make them.

    `options` are the plugin's, `files` those of the source.
    """
    options = {name: value for name, value in options.items() if name != "jobs"}
    frame = frame_of(build.speaking, options, build.config, files)
    known = partial(_finished, build)
    build.finished = FinishedLocales.find(build.speaking, frame, site, known)


def finished_in(folder: Path, build: Build, listed: Listed) -> dict[str, FinishedLocale]:
    """What the build has left of each locale in that folder, by the locale's id.

    Without what the manifest says of it: that of all locales is the most of what a build knows.
    `listed` says what is wrong as the pages of a locale show it. Where nobody can take it over, it
    is not asked for.
    """
    apart = {file.dest_uri for file in build.shared_files}
    return {
        locale.id: FinishedLocale(
            files=digests_in(folder, set(names_in(folder, locale)) - apart),
            listed=listed(locale),
        )
        for locale in build.made
        if build.finished.keys
    }


def note_finished(
    build: Build, made: Mapping[str, FinishedLocale], verifier: Verifier
) -> dict[str, FinishedLocale]:
    """Notes what was made, or kept, for the builds that follow; gives that.

    `verifier` has compared it.
    """
    finished = build.finished
    beside = verifier.beside or b""
    compared = {name: replace(each, beside=beside) for name, each in made.items()}
    left = {**compared, **finished.kept}
    for name, each in left.items():
        if name not in finished.keys:
            continue
        known, key, whole = _finished(build, name), finished.keys[name], each
        if name in compared and not build.speaking.is_preview:
            locale = find_locale(name)
            whole = replace(each, lines=verifier.lines(locale), prose=verifier.prose(locale))
        if known.get(key) is not whole:
            known.put(key, whole)
    return left


Listed = Callable[[Locale], str]


def _finished(build: Build, locale: str) -> Drawer[FinishedLocale]:
    kind = "finished preview" if build.speaking.is_preview else "finished"
    return build.project.memory.drawer(f"{kind} {locale}", FinishedLocale)
