"""The end of a build: what stands beside the pages is written, and the site compared and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.mkdocs_host import let_go, site_data
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Files
from polynotice.mkdocs_host.own_share import (
    Compared,
    Made,
    OwnShare,
    Placed,
    move_into_place,
)
from polynotice.mkdocs_host.parts import PartOrder, write_record
from polynotice.mkdocs_host.remembering import finished_in, note_finished
from polynotice.mkdocs_host.report import Report
from polynotice.mkdocs_host.side_builds import SideBuilds
from polynotice.mkdocs_host.staging import Staged
from polynotice.mkdocs_host.strict_builds import refuse_if_strict
from polynotice.mkdocs_host.template_pages import write_template_pages
from polynotice.mkdocs_host.words_everywhere import words_everywhere
from polynotice.pages.problem_lists import put_again
from polynotice.verify.finished_locale import FinishedLocale
from polynotice.verify.third_parties_on_pages import (
    note_quiet,
    quiet_pages,
    third_parties_on_pages,
)


@dataclass(frozen=True, kw_only=True)
class Finishing:
    """What the end of a build works with."""

    build: Build
    files: Files
    report: Report
    staged: Staged
    part: PartOrder

    def finish(self, side: SideBuilds) -> Mapping[str, FinishedLocale]:
        """Writes what is missing, compares the site with what it must be, and shows it.

        Gives what is left of each locale of which that is sure, by its id.
        """
        left: Mapping[str, FinishedLocale] = {}
        build, report, folder = self.build, self.report, self.staged.building
        listed = partial(_listed, build, report)
        let_go.search_written(build)
        report("The new site is not published.", _brought_in_late(build))
        self.staged.take_in(build.finished.files)
        if not report.is_preview:
            build.finished.refuse_if_changed(folder)
        write_template_pages(build, self.files, self.build.config)
        verifier = site_data.write_data(build)
        side.placed()
        made = finished_in(folder, build, listed)
        verifier.elsewhere, verifier.lines_elsewhere = side.made(), side.lines
        made |= verifier.elsewhere
        site_data.write_graph(build, verifier)
        for locale in build.made if made and not report.is_preview else ():
            verifier.lines(locale)  # while others do the same; from here on, they are remembered
        problems = [] if report.is_preview else verifier.problems(folder, has_manifest=False)
        compared = side.compared()
        for each in compared:
            verifier.take_prose(each.prose)
        if not report.is_preview:
            problems += [problem for each in compared for problem in each.problems]
            report("The site does not say what the notice says.", problems)
            # Warnings: a publisher may have reasons. What was said of `mkdocs.yml` is not repeated.
            memory, url = build.project.memory, self.build.config.site_url
            note_quiet(memory, (one for each in compared for one in each.quiet))
            digests = {name: one for each in made.values() for name, one in each.files.items()}
            digests |= build.finished.digests
            third = third_parties_on_pages(folder, url, report.problems, memory, digests=digests)
            report("", [*third, *words_everywhere(build, folder)])
        build.finished.show_problems(listed, put_again)
        asides = [verifier.beside, *(each.beside for each in compared)]
        if report.is_preview or None not in asides:
            unsure = build.remembered.not_remembered.union(*(one.unsure for one in compared))
            sure = {name: each for name, each in made.items() if name not in unsure}
            left = note_finished(build, sure, verifier)
        if not report.is_preview:
            refuse_if_strict(self.build.config)
        site_data.write_manifest(build, verifier)
        side.forget()
        write_record(build, self.part, verifier)
        self.staged.publish()
        return left

    def finish_share(self, own: OwnShare) -> NoReturn:
        """Writes what is missing of a share of the locales, compares that, and ends the process."""
        build, report, folder = self.build, self.report, self.staged.building
        let_go.search_written(build)
        report("The new site is not published.", _brought_in_late(build))
        write_template_pages(build, self.files, self.build.config)
        verifier = site_data.write_data(build, is_share=True)
        move_into_place(Path(self.build.config.site_dir), folder, build.made)
        own.say(Placed())
        made = finished_in(folder, build, partial(_listed, build, report))
        shown = () if report.is_preview else build.made
        lines = own.lay((locale.id, verifier.lines(locale)) for locale in shown)
        own.say(Made(locales=made, lines=lines))
        names = [name for each in made.values() for name in each.files]
        quiet = [] if report.is_preview else quiet_pages(folder, names)
        own.wait()
        problems = [] if report.is_preview else verifier.problems_in(build.made, folder)
        # What the others have opened, too, they write.
        build.project.memory.leave(build.shared_drawers)
        build.project.memory.end_run()
        unsure = frozenset(build.remembered.not_remembered)
        prose = {} if report.is_preview else {one.id: verifier.prose(one) for one in build.made}
        own.end(
            Compared(
                problems=problems,
                beside=verifier.beside,
                prose=prose,
                unsure=unsure,
                quiet=quiet,
            )
        )


def _brought_in_late(build: Build) -> list[Problem]:
    """What other plugins have brought into templates, and into what those are given."""
    return [*build.rendering.words_brought_in(), *build.added_to_output.problems]


def _listed(build: Build, report: Report, locale: Locale) -> str:
    """What is wrong, as the pages of that locale show it in a preview."""
    return build.problem_lists.of(report.problems, locale) if report.is_preview else ""
