"""`polynotice export`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click

from polynotice.catalogues import po_files
from polynotice.cli.build import logged
from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import is_within, load_config_or_finish
from polynotice.mkdocs_host.exporting import export_site
from polynotice.notice.export_index import PageFormat
from polynotice.project.exports.addresses import BadPlaceError, Places
from polynotice.project.project import RECORDS


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "page_format",
    type=click.Choice(get_args(PageFormat)),
    default="html",
    show_default=True,
    help="Of the pages.",
)
@click.option(
    "--at",
    "places",
    multiple=True,
    metavar="ADDRESS",
    help="Where they are published: a path with {locale} in it, which the source locale's is "
    "without, as /{locale}/privacy/; or that of one locale, as en=/en/privacy/.",
)
@click.option(
    "--assets-at",
    "assets",
    metavar="ADDRESS",
    help="Where pictures and other files are published; else where the source locale is.",
)
@as_json_option
@click.pass_obj
def command(
    config_file: Path,
    folder: Path,
    page_format: PageFormat,
    places: Sequence[str],
    assets: str | None,
    as_json: bool,
) -> None:
    """Write the notice for another generator, or a site of your own, in DIR.

    Refuses what a build refuses, and then leaves DIR as it was.
    """
    config = load_config_or_finish(config_file, as_json)
    root = Path(config.config_file_path).parent
    kept = [Path(config.docs_dir), root / RECORDS, root / po_files.FOLDER, Path(config.site_dir)]
    for other in (*kept, root):
        if is_within(other, folder) or (other != root and is_within(folder, other)):
            raise click.UsageError(f"The export would be mixed with {other}. Name another folder.")
    try:
        with logged():
            problems = export_site(config, folder, Places.given(places, assets), page_format)
    except BadPlaceError as error:
        raise click.BadParameter(str(error)) from error
    finish(problems, as_json, fine=f"{folder} has the notice, to be published and verified.")
