"""`polynotice verify`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import load_or_finish
from polynotice.core.problems import errors
from polynotice.verify.site_comparison import problems_by_manifest
from polynotice.verify.site_verifier import Verifier
from polynotice.verify.third_parties_on_pages import third_parties_on_pages


@click.command("verify")
@click.argument("site_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--manifest",
    "approved",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Compare it with this manifest alone, that of the approved site.",
)
@as_json_option
@click.pass_obj
def command(config_file: Path, site_dir: Path, approved: Path | None, as_json: bool) -> None:
    """Compare a built site with records and catalogues, row by row, locale by locale.

    What the site asks other hosts for is a warning.
    """
    if approved is not None:
        found = problems_by_manifest(site_dir, approved)
        finish([*found, *third_parties_on_pages(site_dir, None)], as_json)
    project = load_or_finish(config_file, as_json)
    found = [*errors(project.problems), *Verifier(project).problems(site_dir)]
    finish([*found, *third_parties_on_pages(site_dir, project.site.site_url)], as_json)
