"""`polynotice join`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from polynotice.catalogues import po_files
from polynotice.cli.output import as_json_option, counted, finish
from polynotice.cli.project_file import is_within, load_config_or_finish, project_of
from polynotice.mkdocs_host.site_build import join_site
from polynotice.project.project import RECORDS


@click.command("join")
@click.argument(
    "parts", nargs=-1, required=True, metavar="PART...", type=click.Path(path_type=Path)
)
@click.option(
    "--into",
    "site",
    required=True,
    metavar="SITE",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the site; what is there is replaced.",
)
@as_json_option
@click.pass_obj
def command(config_file: Path, parts: Sequence[Path], site: Path, as_json: bool) -> None:
    """Join what `polynotice build --locale` has built into the whole site, and prove it."""
    config = load_config_or_finish(config_file, as_json)
    root = Path(config.config_file_path).parent
    kept = [Path(config.docs_dir), root / RECORDS, root / po_files.FOLDER]
    for folder in (*parts, *kept, root):
        if is_within(folder, site) or (folder != root and is_within(site, folder)):
            raise click.UsageError(f"{site} would take the place of {folder}. Name another folder.")
    problems = join_site(config, project_of(config), parts, site)
    finish(problems, as_json, fine=f"{site} is the whole site, of {counted(len(parts), 'part')}.")
