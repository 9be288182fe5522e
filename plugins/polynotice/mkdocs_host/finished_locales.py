"""Locales that would become what an earlier build has left of them: their files are taken over.

What a locale's files hang on is known before a page is read: sources, options, templates, and the
locale's own catalogue. Its pages then need not pass through MkDocs once more.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from polynotice.core.locales import Locale, find_locale
from polynotice.core.memory import Drawer, digest_of, key_of
from polynotice.mkdocs_host.host import LOG, Files, MkDocsConfig, PluginError
from polynotice.mkdocs_host.known_hands import (
    are_known,
    options_of_plugins,
    shown_options,
    templates_in,
)
from polynotice.mkdocs_host.project_memory import markdown_key, written
from polynotice.mkdocs_host.search_index import is_beside
from polynotice.project.project import Project
from polynotice.project.speaking import Speaking
from polynotice.verify import provenance
from polynotice.verify.finished_locale import FinishedLocale

_EVENTS = (
    "files", "nav", "env", "page_read_source", "page_markdown", "page_content", "page_context",
    "pre_page", "post_page", "pre_template", "template_context", "post_template", "post_build",
)  # fmt: skip
"""Those in which a plugin can have a hand in a page."""

_PATTERNS = ("draft_docs", "exclude_docs", "not_in_nav")
"""The options that decide, with `nav`, which pages there are, and that no template shows."""


@dataclass(kw_only=True)
class FinishedLocales:
    """The locales of one build that need not be made, and what is known of those that are."""

    keys: Mapping[str, bytes] = field(default_factory=dict)
    """What each locale's files hang on, by its id; empty if that is not known."""
    kept: Mapping[str, FinishedLocale] = field(default_factory=dict)
    """Those that are not made, by their ids."""
    site: Path = Path()
    """The last site, in which their files are."""
    frame: bytes | None = None
    """What all of them hang on; `None` if that is not known."""
    states: Mapping[str, State] = field(default_factory=dict)
    """Those of their files before they were read, by their names."""

    @classmethod
    def find(
        cls,
        speaking: Speaking,
        frame: bytes | None,
        site: Path,
        known: Callable[[str], Drawer[FinishedLocale]],
    ) -> FinishedLocales:
        """Those of the locales whose files are in the last site as they would be made.

        `known` gives what earlier builds have left of the locale with that id.
        """
        keys = keys_of(speaking, frame)
        left = {locale: known(locale).get(key) for locale, key in keys.items()}
        states = states_in(site, [name for each in left.values() if each for name in each.files])
        kept = {locale: each for locale, each in left.items() if each and are_there(each, site)}
        return cls(keys=keys, kept=kept, site=site, frame=frame, states=states)

    @property
    def files(self) -> list[str]:
        """The files of the locales that are kept, by their names below the site's folder."""
        return [name for each in self.kept.values() for name in each.files]

    @property
    def digests(self) -> dict[str, bytes]:
        """The digest of each of these files, by its name."""
        return {name: data for each in self.kept.values() for name, data in each.files.items()}

    def refuse_if_changed(self, folder: Path) -> None:
        """Raises `PluginError` if another build has changed their files since this one began.

        They are taken from the last site at its end, into that folder. Files that are links to the
        same ones, written no later, are not read again.
        """
        there = states_in(folder, self.files)
        changed = [
            locale
            for locale, each in self.kept.items()
            if any(there.get(name, _NONE) != self.states.get(name) for name in each.files)
            and not are_there(each, folder)
        ]
        if changed:
            message = f"The last site has changed meanwhile: files of {', '.join(changed)}."
            raise PluginError(f"{message} Build again, and one build at a time.")

    def show_problems(
        self, listed: Callable[[Locale], str], place: Callable[[str, str], str]
    ) -> None:
        """Puts what is wrong now in the place of what was wrong then, on the pages of a preview.

        `listed` is what the pages of a locale show; `place` puts it on one.
        """
        shown = {}
        for locale, each in self.kept.items():
            now = listed(find_locale(locale))
            if each.listed == now:
                shown[locale] = each
                continue
            pages = [name for name in each.files if name.endswith(".html")]
            for name in pages:
                html = (self.site / name).read_text(encoding="utf-8")
                text = place(html, now)
                (self.site / name).write_text(text, encoding="utf-8", newline="\n")
            files = {**each.files, **digests_in(self.site, pages)}
            shown[locale] = replace(each, files=files, listed=now)
        self.kept = shown


def keys_of(speaking: Speaking, frame: bytes | None) -> dict[str, bytes]:
    """The digest of what decides each translated locale's files, by its id.

    None is given without a `frame`, which `frame_of` gives.
    """
    if frame is None:
        return {}
    project = speaking.project
    return {
        locale.id: key_of(frame, locale.id, _of_locale(speaking, locale))
        for locale in speaking.made
        if locale.id != project.site.settings.source.id
    }


def frame_of(speaking: Speaking, options: Any, config: MkDocsConfig, files: Files) -> bytes | None:
    """The digest of what decides the files of every locale.

    `None` where a plugin, a hook, a template or an option may look at more. `options` are the
    plugin's, `files` those before any locale's are added.
    """
    project = speaking.project
    site = project.site
    if not are_known(config, _EVENTS) or not site.targets.has_all_files:
        return None
    templates = templates_in(config)
    markdown = site.markdown.key
    if templates is None or markdown is None or markdown != markdown_key(config):
        return None
    try:
        return key_of(
            templates,
            markdown,
            shown_options(config),
            written(config.nav),
            [_patterns(config[name]) for name in _PATTERNS],
            str(config.validation),
            options_of_plugins(config),
            sorted(config.theme.static_templates),
            written(options),
            _content(project),
            [(file.src_uri, file.url, file.inclusion.value) for file in files],
            [file.content_string for file in files.documentation_pages()],
            # Each locale has a copy beside its search index.
            [file.content_bytes for file in files if is_beside(file.dest_uri)],
            [locale.id for locale in speaking.locales],
            str(provenance.date()),
            speaking.is_preview,
            # What MkDocs does not log, nobody would know to be missing.
            LOG.isEnabledFor(logging.INFO),
            is_unsafe(speaking),
        )
    except (TypeError, OSError, UnicodeDecodeError):
        return None


def is_unsafe(speaking: Speaking) -> bool:
    """Whether every page of a preview is looked at for what could do harm."""
    return any(problem.code == "unsafe-markup" for problem in speaking.problems)


def _patterns(given: Any) -> list[tuple[bool | None, str]]:
    """What an option says that has patterns of files, as in `.gitignore`; MkDocs has parsed it."""
    return [(each.include, str(each.regex)) for each in given.patterns] if given else []


def _content(project: Project) -> list[Any]:
    """All that the notice says in its source, and where."""
    site = project.site
    return [
        project.notice,
        project.blocks,
        project.markdown.definitions,
        # What a page has been given by others (snippets, a clock): all but its words, and those.
        project.wordless,
        [[text.key for text in project.texts_of(page.uri)] for page in site.pages],
        [(page.uri, page.body, page.words) for page in site.pages],
        site.words,
        site.titled,
        [release.head.release_sha256 for release in project.releases],
        str(site.settings.as_of),
        site.targets,
    ]


def _of_locale(speaking: Speaking, locale: Locale) -> list[Any]:
    """What only the pages of one locale hang on."""
    project = speaking.project
    notes = speaking.notes.get(locale.id, {}) if speaking.is_preview else {}
    speakers = [locale]
    while (parent := project.parent_of(speakers[-1])) is not None and parent not in speakers:
        speakers.append(parent)
    return [
        [project.catalogues.digest_of(each.id) for each in speakers],
        project.link_map_of(locale),
        [*notes.items()],
    ]


State = tuple[int, int, int]
"""The number of a file on its disk, its size in bytes, and when it was written, in nanoseconds."""
_NONE = (0, 0, 0)


def states_in(site: Path, names: Iterable[str]) -> dict[str, State]:
    """The state of each of those files of a site that is there."""
    states = {}
    for name in names:
        try:
            state = os.lstat(f"{site}/{name}")
        except OSError:
            continue
        states[name] = (state.st_ino, state.st_size, state.st_mtime_ns)
    return states


def digests_in(site: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The digest of each of those files of a site."""
    return {name: digest_of(Path(f"{site}/{name}").read_bytes()) for name in names}


def are_there(finished: FinishedLocale, site: Path) -> bool:
    """Whether all files of a locale are in that site as they were left.

    What was put behind a link since may go, or change, with what it leads to.
    """
    try:
        if any(os.path.islink(f"{site}/{name}") for name in finished.files):  # noqa: PTH114 (each)
            return False
        return digests_in(site, finished.files) == finished.files
    except OSError:
        return False


def names_in(site: Path, locale: Locale) -> Iterator[str]:
    """The files of a locale but the source's, by their names below the site's folder."""
    for folder, _, names in os.walk(site / locale.id):
        for name in names:
            yield Path(folder, name).relative_to(site).as_posix()
