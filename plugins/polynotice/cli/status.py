"""`polynotice status`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from polynotice.catalogues import po_files
from polynotice.cli import status_table
from polynotice.cli.output import as_json_option, finish, finish_json
from polynotice.cli.project_file import load_config_or_finish, project_of
from polynotice.core.locales import find_locale
from polynotice.files import git_history
from polynotice.project import progress
from polynotice.project.check import hindrances
from polynotice.project.releases.readiness import readiness


@click.command("status")
@click.option("--missing", metavar="LOCALE", help="List what is left to translate in LOCALE.")
@as_json_option
@click.pass_obj
def command(config_file: Path, missing: str | None, as_json: bool) -> None:
    """Show how far each locale is, or what is left in one.

    With all of them, it says what the next release still needs.
    """
    config = load_config_or_finish(config_file, as_json)
    project = project_of(config, drafts=True)
    versions = git_history.versions(project.site.root, po_files.TEMPLATE)
    statuses = progress.status(project, versions)
    # A release has no pages of `draft_docs`, and asks for none of their words.
    needs = readiness(project_of(config) if config.get("draft_docs") else project)
    project.memory.end_run()
    if missing is not None and missing not in statuses:
        raise click.BadParameter(f"{missing} is not among the locales: {', '.join(statuses)}.")
    left = progress.waiting_in(project, find_locale(missing)) if missing else []
    statuses = {id_: each for id_, each in statuses.items() if missing in (None, id_)}
    unreadable = [
        problem
        for problem in project.problems
        if problem.code == "unreadable-catalogue" and problem.locale in statuses
    ]
    in_the_way = hindrances(project)
    problems = [*in_the_way, *unreadable]
    if as_json:
        numbers: dict[str, dict[str, Any]] = {id_: asdict(each) for id_, each in statuses.items()}
        if missing:
            numbers[missing]["left"] = [each.as_json() for each in left]
        more = {} if missing else {"next_release": needs.as_json()}
        finish_json({"locales": numbers, **more}, problems)
    if not missing:
        status_table.show(statuses, needs)
    elif not unreadable:
        status_table.show_waiting(left)
    note = "The numbers leave out what cannot be read." if in_the_way else ""
    finish(problems, as_json, note=note)
