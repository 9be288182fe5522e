"""A part of a site: the pages of some of its locales, with all that a whole site has around them.

Every page is known to MkDocs, so that switcher, sitemap and error pages are those of the whole;
those of other locales are not made. The source's are always read: its ids are those of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from polynotice.core.problems import Problem, errors
from polynotice.mkdocs_host import locale_pages
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import File, Files, InclusionLevel
from polynotice.mkdocs_host.report import Report
from polynotice.mkdocs_host.site_inputs import printed
from polynotice.pages import preview
from polynotice.project.check import check_project
from polynotice.project.project import Project
from polynotice.project.releases.unreleased import problems_of_unreleased, unreleased
from polynotice.project.speaking import Speaking
from polynotice.verify import part_record, provenance
from polynotice.verify.part_record import Part
from polynotice.verify.site_verifier import Verifier


@dataclass(frozen=True, kw_only=True)
class PartOrder:
    """Of what a build is to make a part; of nothing, if it is to make the whole."""

    locales: frozenset[str] = frozenset()
    """The ids of its locales."""
    is_release: bool = False
    """Whether what is built is to be released, if it can be."""
    keeps_pages: bool = False
    """Whether somebody is going to ask for what pages contain once they are written."""
    inputs: Mapping[str, str] = field(default_factory=dict)
    """What `inputs_of` says before any plugin had its hands in the configuration."""

    def speaking(
        self, project: Project, problems: Sequence[Problem], *, is_preview: bool
    ) -> Speaking:
        """How the locales speak in what is built; `problems` are the project's."""
        return Speaking(
            project=project, is_preview=is_preview, problems=problems, only=self.locales
        )


def problems_of(project: Project, part: PartOrder, report: Report) -> list[Problem]:
    """What is wrong with the project, so that nothing is to be built of it.

    Of catalogues with those of the part alone: all parts together look at all. At the drafts, of
    which no part makes pages, that with the source's pages does.
    """
    settings = project.site.settings
    drafts = settings.source.id in part.locales
    only = [
        locale
        for locale in settings.locales
        if locale.id in part.locales or (drafts and not settings.is_published(locale))
    ]
    problems = check_project(project, only if part.locales else None)
    if not report.is_preview and not part.is_release and not errors(problems):
        problems += problems_of_unreleased(project, unreleased(project))
    return [*provenance.time_problems(), *problems]


def leave_out_others(build: Build, files: Files) -> None:
    """Lets templates know of the pages of all locales, whichever of them are made.

    The source's have been read: now MkDocs is not to write them, if they are not the part's.
    """
    is_whole = build.source in build.speaking.made and len(build.made) == len(build.translated)
    if not is_whole:
        build.pages.listed["pages"] = _pages_of_all(build, files)
    if build.source not in build.speaking.made:
        for page in build.pages.pages[build.source.id].values():
            page.file.inclusion = InclusionLevel.EXCLUDED


def _pages_of_all(build: Build, files: Files) -> list[File]:
    """The files of the pages of all locales, those that are kept included, in their order."""
    of_locales = [file for locale in build.translated for file in build.files[locale.id].values()]
    return locale_pages.with_all(files, of_locales, last=preview.PAGE)


def write_record(build: Build, order: PartOrder, verifier: Verifier) -> None:
    """Marks a part as one, with all that `polynotice join` needs to know of it.

    To be called when all else is written.
    """
    if not build.speaking.only:
        return
    site_dir = Path(build.config.site_dir)
    pages = build.pages.pages[build.source.id].values()
    own = build.pages.beside | {page.file.dest_uri for page in pages}
    translations = {locale.id for locale in build.translated}

    def locale_of(name: str) -> str | None:
        folder = name.partition("/")[0]
        return folder if folder in translations else build.source.id if name in own else None

    part = Part(
        locales=[locale.id for locale in build.speaking.made],
        whole=[locale.id for locale in build.speaking.locales],
        inputs=dict(order.inputs),
        read=printed(build.project),
        provenance=build.provenance,
        manifest={locale.id: verifier.lines(locale) for locale in build.speaking.made},
        prose={locale.id: verifier.prose(locale) for locale in build.speaking.made},
        files=part_record.files_in(site_dir, locale_of),
    )
    part_record.write_part(site_dir, part)
