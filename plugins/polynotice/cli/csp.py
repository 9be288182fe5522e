"""`polynotice csp`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish
from polynotice.verify.content_security import read_policy
from polynotice.verify.part_record import problems_of_part


@click.command("csp")
@click.argument("site_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@as_json_option
def command(site_dir: Path, as_json: bool) -> None:
    """Print the strictest Content-Security-Policy under which a built site works."""
    if part := problems_of_part(site_dir):
        finish(part, as_json)
    policy, problems = read_policy(site_dir)
    if as_json:
        finish(problems, as_json, policy=str(policy))
    if problems:
        finish(problems, as_json, note="No strict policy lets this pass.")
    click.echo(str(policy))
