"""`polynotice pdf`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from polynotice.cli.build import logged
from polynotice.cli.output import as_json_option, counted, finish
from polynotice.cli.project_file import load_config_or_finish
from polynotice.mkdocs_host.pdf_printing import PdfOrder, print_site
from polynotice.mkdocs_host.printing import Paper
from polynotice.mkdocs_host.site_build import published_locales
from polynotice.verify import provenance


@click.command("pdf")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
@click.option(
    "--into",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The folder for the files; if left out, the one where the command is run.",
)
@click.option(
    "--name",
    default="notice",
    show_default=True,
    help="What the files are called before the locale: notice.de.pdf.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Stands on each sheet as the locale writes dates; that of SOURCE_DATE_EPOCH, if it is "
    "set, and else none.",
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"]),
    default="A4",
    show_default=True,
    help="Its size.",
)
@click.option("--browser", metavar="PROGRAM", help="A Chromium, if none is found, or another one.")
@as_json_option
@click.pass_obj
def command(
    config_file: Path,
    locales: Sequence[str],
    folder: Path,
    name: str,
    day: datetime | None,
    paper: Paper,
    browser: str | None,
    as_json: bool,
) -> None:
    """Print the whole notice as a tagged PDF for each locale, or for those LOCALEs.

    Refuses what a build refuses, and then leaves DIR as it was.
    """
    config = load_config_or_finish(config_file, as_json)
    known = published_locales(config)
    for one in locales:
        if one not in known:
            raise click.BadParameter(f"{one} is not among the site's: {', '.join(known)}.")
    if not name or set(name) & set('/\\:*?"<>|'):
        raise click.BadParameter(f'"{name}" cannot be the name of a file.')
    if day is None and provenance.EPOCH in os.environ and not [*provenance.time_problems()]:
        day = provenance.date()
    order = PdfOrder(
        locales=locales,
        folder=folder,
        name=name,
        day=None if day is None else day.date(),
        paper=paper,
        browser=browser,
    )
    with logged():
        problems = print_site(config, order)
    count = counted(len(set(locales) or known), "PDF")
    finish(problems, as_json, fine=f"{count} in {folder}, with every row in each.")
