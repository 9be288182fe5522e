"""`polynotice check`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import load_or_finish
from polynotice.core.problem_codes import WAIVABLE
from polynotice.project.check import check_project


@click.command("check")
@as_json_option
@click.pass_obj
def command(config_file: Path, as_json: bool) -> None:
    """Check records, pages and catalogues, without building."""
    project = load_or_finish(config_file, as_json)
    problems = check_project(project)
    project.memory.end_run()
    is_about_words = any(problem.code in WAIVABLE for problem in problems)
    finish(problems, as_json, note=_HOW_TO_WAIVE if is_about_words else "")


_HOW_TO_WAIVE = "Where a check is wrong, say so above the entry: # polynotice: ignore <its code>"
