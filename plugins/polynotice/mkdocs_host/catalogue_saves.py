"""A preview after nothing but catalogues was saved: only the pages of their locales are made again.

MkDocs makes its templates, its files, and the source's pages anew for every build, though none of
them says anything of a catalogue. Here they are those of the build before. Whenever anything else
has changed, or something might look at more than is known, MkDocs builds it all.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from polynotice.core.locales import Locale
from polynotice.files.preview_site import files_below
from polynotice.mkdocs_host import locale_navigation, parts, preview_inputs
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.finished_locales import is_unsafe, keys_of
from polynotice.mkdocs_host.host import (
    Files,
    InclusionLevel,
    Page,
    build_page,
    build_theme_template,
    populate_page,
)
from polynotice.mkdocs_host.locale_pages import LocalePage
from polynotice.mkdocs_host.mkdocs_errors import OWN_LOG
from polynotice.mkdocs_host.preview_inputs import ERROR_PAGE, Input
from polynotice.mkdocs_host.remembered_pages import RememberedPages
from polynotice.mkdocs_host.report import Report
from polynotice.mkdocs_host.search_entries import begin_again
from polynotice.mkdocs_host.side_builds import SideBuilds
from polynotice.mkdocs_host.staging import Staged, stage
from polynotice.pages import preview
from polynotice.project.catalogues import Catalogues
from polynotice.project.project import Project
from polynotice.project.rendering import Rendering
from polynotice.project.speaking import Speaking
from polynotice.project.translation_page import translation_page
from polynotice.verify.finished_locale import FinishedLocale

log = logging.getLogger(OWN_LOG)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A preview as a build has left it."""

    build: Build
    files: Files
    inputs: frozenset[Input]
    """All that it was made from but catalogues."""
    locales: Mapping[str, FinishedLocale]
    """What is left of each locale, by its id; of the source's, what lists what is wrong."""


class Plugin(Protocol):
    """What MkDocs's events are handed to."""

    build: Build
    files: Files
    report: Report
    side: SideBuilds
    staged: Staged | None
    shown: Shown | None
    """What it has shown last, if that is sure."""
    started: float
    """When the build began, in seconds since 1970."""


def shown(
    build: Build, files: Files, left: Mapping[str, FinishedLocale], report: Report, began: float
) -> Shown | None:
    """What a build has shown that began at that moment; `None` if that is not sure.

    `left` is what it has left of each locale of which that is sure.
    """
    config = build.config
    if not build.speaking.is_preview or not preview_inputs.is_known(config):
        return None
    if any(
        locale.id not in left.keys() & build.finished.keys.keys() for locale in build.translated
    ):
        return None
    # What was found while pages were made would have to be found again.
    if [*report.problems] != [*build.speaking.problems]:
        return None
    inputs = preview_inputs.inputs_of(config)
    if inputs is None or not preview_inputs.are_older(inputs, began):
        return None
    source = left.get(build.source.id) or _source(build, files, report)
    locales = {**left, build.source.id: source}
    return Shown(build=build, files=files, inputs=inputs, locales=locales)


def _source(build: Build, files: Files, report: Report) -> FinishedLocale:
    """The source's pages, but for the one that lists what is open."""
    of_locales = {id(file) for each in build.files.values() for file in each.values()}
    names = [
        file.dest_uri
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        if id(file) not in of_locales and file.src_uri != preview.PAGE
    ]
    listed = build.problem_lists.of(report.problems, build.source)
    return FinishedLocale(files=dict.fromkeys(names, b""), listed=listed)


def begin(plugin: Plugin) -> bool:
    """Begins a rebuild; ends it, too, if nothing but catalogues has changed, and says so."""
    plugin.started = time.time()
    before, plugin.shown = plugin.shown, None
    return before is not None and _show_again(plugin, before)


def _show_again(plugin: Plugin, before: Shown) -> bool:
    """Shows what catalogues say now, unless more has changed than they; gives whether it did."""
    if preview_inputs.inputs_of(before.build.config) != before.inputs:
        return False
    project = _with_catalogues(before.build.project)
    problems = parts.problems_of(project, parts.PartOrder(), plugin.report)
    speaking = parts.PartOrder().speaking(project, problems, is_preview=True)
    if is_unsafe(speaking) or is_unsafe(before.build.speaking):
        return False
    plugin.build, plugin.files, plugin.side = _again(before, speaking), before.files, SideBuilds()
    plugin.report.forget()
    plugin.report("", problems)
    plugin.staged = staged = stage(before.build.config, is_preview=True)
    try:
        staged.take_in(_still_there(before, plugin.build.made, staged.site))
        _make(plugin.build, before.files)
    finally:
        if plugin.staged is not None:  # it was not published
            staged.discard()
    return True


def _with_catalogues(project: Project) -> Project:
    """The project with its catalogues as they are now."""
    site = project.site
    locales = [locale for locale in site.settings.translated if not locale.is_pseudo]
    return project.with_catalogues(Catalogues(site.root, locales, project.memory))


def _again(before: Shown, speaking: Speaking) -> Build:
    """A build that makes the locales whose catalogues have changed, with all else as it was."""
    old = before.build
    build = Build(speaking=speaking, config=old.config, extension=old.extension)
    keys = keys_of(speaking, old.finished.frame)
    changed = {name for name, key in keys.items() if key != old.finished.keys[name]}
    kept = {name: each for name, each in before.locales.items() if name not in changed}
    build.finished = replace(old.finished, keys=keys, kept=kept)
    build.files, build.shared_files = old.files, old.shared_files
    build.remembered = RememberedPages(
        speaking.project, old.config, before.files, old.remembered.shared
    )
    build.rendering = Rendering(speaking=speaking, ids=old.rendering.ids)
    build.theme_words = old.theme_words
    build.titles = old.titles
    build.pages.pages.update(old.pages.pages)
    build.pages.navigations.update(old.pages.navigations)
    build.pages.beside = old.pages.beside
    return build


def _still_there(before: Shown, made: Iterable[Locale], site: Path) -> set[str]:
    """The files of what is shown but those that are made again."""
    return set(files_below(site)).difference(*(before.locales[locale.id].files for locale in made))


def _make(build: Build, files: Files) -> None:
    """Does what MkDocs's build does, with the pages of those locales alone."""
    config, env, made = build.config, build.theme_words.env, build.made
    log.info("Nothing but catalogues has changed: %s", ", ".join(one.id for one in made))
    pages = [*_pages_of_locales(build, files), *_page_of_translators(build, files)]
    for page in pages:
        populate_page(page, config, files)
    urls = tuple(page.url for page in pages if not isinstance(page, LocalePage))
    roots = tuple(f"{locale.id}/" for locale in build.translated)
    begin_again(config, lambda url: not url.startswith((*urls, *roots)))
    vars(env).pop("get_template", None)  # what stands there for the last build
    config.plugins.on_env(env, config=config, files=files)
    nav = build.pages.navigations[build.source.id]
    if ERROR_PAGE in config.theme.static_templates:
        build_theme_template(ERROR_PAGE, env, files, config, nav)
    listed = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    for page in pages:
        is_draft = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
        build_page(page, config, listed, nav, env, excluded=is_draft)
    config.plugins.on_post_build(config=config)


def _pages_of_locales(build: Build, files: Files) -> list[Page]:
    """The pages of the locales that are made again, as MkDocs knows none of them yet."""
    nav, say = build.pages.navigations[build.source.id], build.say(build.source)
    for item, title in build.titles:  # as translators know it
        item.title = title
    for locale in build.made:
        for file in build.files[locale.id].values():
            if files.get_file_from_path(file.src_uri) is None:  # it was kept from a build before
                files.append(file)
        build.add_pages_in(locale, nav, files)
    locale_navigation.retitle(nav.items, build.source, say)
    pages_made = (page for one in build.made for page in build.pages.pages[one.id].values())
    pages = [page for page in pages_made if isinstance(page, LocalePage)]
    for page in pages:
        page.update_date = page.source.update_date
    return [page for page in pages if page.file.inclusion.is_in_serve()]  # type: ignore[no-untyped-call]


def _page_of_translators(build: Build, files: Files) -> Iterator[Page]:
    """The page that lists what is open, if something else is open now."""
    file = files.get_file_from_path(preview.PAGE)
    content = translation_page(build.speaking, build.finished.keys)
    if file is not None and file.page is not None and file.content_string != content:
        file.content_string = content
        yield file.page
