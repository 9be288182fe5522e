"""`polynotice update`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import load_or_finish
from polynotice.project.check import hindrances
from polynotice.project.update import update_catalogues


@click.command("update")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@click.option("--check", "dry", is_flag=True, help="Change nothing; exit 1 if anything would.")
@as_json_option
@click.pass_obj
def command(config_file: Path, locales: Sequence[str], dry: bool, as_json: bool) -> None:
    """Extract the messages, and merge them into every catalogue, or those of LOCALE."""
    project = load_or_finish(config_file, as_json, drafts=True)
    known = [locale.id for locale in project.site.settings.translated]
    for name in locales:
        if name not in known:
            raise click.BadParameter(f"{name} is not among the locales: {', '.join(known)}.")
    if hindrances(project):
        finish(project.problems, as_json, note="Nothing was changed.")
    updated = update_catalogues(project, locales, write=not dry)
    would_change = dry and bool(updated.changed)
    if as_json:
        changed = list(updated.changed)
        finish(updated.problems, as_json, failed=would_change, changed=changed)
    for name in updated.changed:
        click.echo(f"{'would change' if dry else 'changed'}: {name}")
    finish(updated.problems, as_json, failed=would_change)
