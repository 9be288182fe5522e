"""`polynotice check`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import as_json_option, counted, finish
from polynotice.cli.project_file import load_or_finish
from polynotice.core.problem_codes import WAIVABLE
from polynotice.core.problems import errors
from polynotice.project.check import check_project
from polynotice.project.project import Project
from polynotice.project.releases.unreleased import problems_of_unreleased, unreleased


@click.command("check")
@as_json_option
@click.pass_obj
def command(config_file: Path, as_json: bool) -> None:
    """Check records, pages and catalogues, without building."""
    project = load_or_finish(config_file, as_json)
    problems = check_project(project)
    if not errors(problems):
        problems += problems_of_unreleased(project, unreleased(project))
    project.memory.end_run()
    is_about_words = any(problem.code in WAIVABLE for problem in problems)
    note = _HOW_TO_WAIVE if is_about_words else ""
    finish(problems, as_json, note=note, fine=_checked(project))


def _checked(project: Project) -> str:
    """What was checked, in one line."""
    notice, settings = project.notice, project.site.settings
    parts = (
        counted(len(project.site.pages), "page"),
        counted(len(notice.purposes) + len(notice.categories), "record"),
        counted(len(settings.locales), "locale"),
        counted(len(project.messages), "message"),
    )
    return f"Nothing is wrong: {', '.join(parts)}."


_HOW_TO_WAIVE = "Where a check is wrong, say so above the entry: # polynotice: ignore <its code>"
