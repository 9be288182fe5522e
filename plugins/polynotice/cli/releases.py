"""`polynotice releases`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish, finish_json
from polynotice.cli.project_file import load_or_finish
from polynotice.project.project import Project
from polynotice.project.releases.in_force import in_force
from polynotice.project.releases.unreleased import unreleased

CODES = ("release-changed", "unreadable-release", "release-order")
"""Those of problems with releases."""


@click.command("releases")
@as_json_option
@click.pass_obj
def command(config_file: Path, as_json: bool) -> None:
    """List the releases, and whether the notice says anything else since."""
    project = load_or_finish(config_file, as_json)
    problems = [problem for problem in project.problems if problem.code in CODES]
    heads = [release.head for release in project.releases]
    is_unreleased = not heads or bool(unreleased(project))
    if as_json:
        listed = [
            {
                "date": head.date,
                "effective": head.effective,
                "correction": head.correction,
                "summary": head.summary,
                "sha256": head.sha256,
                "locales": list(head.locales),
            }
            for head in heads
        ]
        finish_json({"releases": listed, "unreleased": is_unreleased}, problems)
    current = in_force(project.releases, project.site.settings.as_of)
    for release in project.releases:
        head = release.head
        kind = "correction" if head.correction else "release"
        parts = [head.date, f"from {head.effective}", kind, head.sha256[:12]]
        mark = ["in force"] if release is current else []
        click.echo("  ".join([*parts, ", ".join(head.locales), *mark]))
        if head.summary:
            click.echo(f"    {head.summary}")
    finish(problems, as_json, fine=_state(project, is_unreleased=is_unreleased))


def _state(project: Project, *, is_unreleased: bool) -> str:
    if not project.releases:
        return "Nothing was released yet."
    if is_unreleased:
        return "The notice says something else since: polynotice changes."
    return "The notice says what the last of them says."
