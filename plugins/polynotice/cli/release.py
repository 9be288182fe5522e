"""`polynotice release`."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from polynotice.cli.build import logged
from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import load_config_or_finish
from polynotice.core.problems import errors
from polynotice.mkdocs_host.releasing import release_notice
from polynotice.project.releases.issuing import Order
from polynotice.project.releases.reading import is_date


def day(text: str) -> datetime.date:
    """A day, as `2026-03-01`."""
    if not is_date(text):
        raise click.BadParameter(f"{text} is no date such as 2026-03-01.")
    return datetime.date.fromisoformat(text)


@click.command("release")
@click.argument("date", metavar="DATE", type=day)
@click.option("--effective", metavar="DATE", type=day, help="In force from then on; else DATE.")
@click.option("--correction", is_flag=True, help="It changes no meaning, and readers are told so.")
@click.option("--summary", default="", metavar="TEXT", help="What changed, for readers.")
@as_json_option
@click.pass_obj
def command(
    config_file: Path,
    date: datetime.date,
    effective: datetime.date | None,
    correction: bool,
    summary: str,
    as_json: bool,
) -> None:
    """Freeze what the notice says now, in every published locale, in releases/DATE/.

    Refuses what a build refuses, and then leaves releases/ as it was.
    """
    config = load_config_or_finish(config_file, as_json)
    order = Order(
        date=date, effective=effective or date, correction=correction, summary=summary.strip()
    )
    with logged():
        problems, remarks = release_notice(config, order)
    for remark in remarks:
        click.echo(remark, err=True)
    written = f"releases/{date} has the notice, to be committed."
    note = "What is open in each locale: polynotice status" if errors(problems) else written
    finish(problems, as_json, note=note, fine=written)
