"""A site built as `mkdocs build` does, whole or in part, and parts of one put together."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from pathlib import Path

from polynotice.catalogues.own_words import own_words
from polynotice.core.model import Span
from polynotice.core.problems import Problem, errors
from polynotice.files.staged_site import StagedSite
from polynotice.mkdocs_host import mkdocs_errors
from polynotice.mkdocs_host.config_file import document_of, place_of_options
from polynotice.mkdocs_host.host import MkDocsConfig, MkDocsException, build
from polynotice.mkdocs_host.parts import PartOrder
from polynotice.mkdocs_host.plugin import PolynoticePlugin
from polynotice.mkdocs_host.site_inputs import inputs_of
from polynotice.notice.settings import read_settings
from polynotice.project.project import Project
from polynotice.project.speaking import Speaking
from polynotice.verify import joining
from polynotice.verify.manifest import MANIFEST
from polynotice.verify.site_verifier import Verifier


def build_site(config: MkDocsConfig, locales: Collection[str]) -> list[Problem]:
    """Builds the site of a loaded configuration, or a part of it with the pages of `locales`.

    Gives what is wrong; the last good site stays where it was if an error is among that.
    """
    plugin = config.plugins["polynotice"]
    assert isinstance(plugin, PolynoticePlugin)  # noqa: S101
    if locales:
        plugin.part = PartOrder(locales=frozenset(locales), inputs=inputs_of(config))
    config.plugins.on_startup(command="build", dirty=False)
    with mkdocs_errors.logged(logging.WARNING if config.strict else logging.ERROR) as lines:
        try:
            build(config)
        except (MkDocsException, OSError) as error:
            if errors(plugin.report.problems):
                return plugin.report.problems
            path = Path(config.config_file_path)
            return [*plugin.report.problems, *mkdocs_errors.problems_of(error, lines, path)]
        finally:
            config.plugins.on_shutdown()
            plugin.part = PartOrder()  # MkDocs keeps the plugin as long as the process runs
    return plugin.report.problems


def published_locales(config: MkDocsConfig) -> list[str]:
    """The ids of the locales that a site of that configuration has."""
    document, _ = document_of(config)
    options = dict(config.plugins["polynotice"].config.data)
    settings, _ = read_settings(options, document, place_of_options(document), own_words)
    return [locale.id for locale in settings.locales if settings.is_published(locale)]


def is_whole_site(folder: Path) -> bool:
    """Whether there is a whole site, of which a part would take the place."""
    return (folder / MANIFEST).exists()


def join_site(
    config: MkDocsConfig, project: Project, folders: Sequence[Path], target: Path
) -> list[Problem]:
    """Puts the parts in those folders together into the site `target`, and proves it.

    Gives what is wrong; then nothing is written there.
    """
    speaking = Speaking(project=project)
    locales = [locale.id for locale in speaking.locales]
    parts, problems = joining.read_parts(folders)
    if not problems:
        problems = joining.problems_between(parts, inputs_of(config), locales)
    if problems:
        return problems
    staged: StagedSite | None = None
    try:
        staged = StagedSite(target.absolute())
        verifier = Verifier(project, speaking)
        joining.write_joined(parts, locales, staged.building, verifier.files, verifier.archive)
        of_site = verifier.problems(staged.building)
        problems = [*errors(project.problems), *of_site]
        if not errors(problems):
            staged.publish()
    except OSError as error:
        problems = [_unwritten(error, target)]
    finally:
        if staged is not None:
            staged.discard()
    return problems


def _unwritten(error: OSError, target: Path) -> Problem:
    return Problem(
        code="build-failed",
        span=Span(target.as_posix()),
        message=f"The site cannot be written: {error.strerror or error}.",
        hint="The last good site is as it was.",
    )
