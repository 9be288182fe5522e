"""`polynotice verify`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import load_or_finish
from polynotice.core.problems import Problem, errors
from polynotice.verify.hosted_site import Hosting, problems_in_hosted_site, read_hosting
from polynotice.verify.manifest import WantedLocale
from polynotice.verify.manifest_comparison import problems_by_manifest
from polynotice.verify.manifest_reader import read_manifest
from polynotice.verify.site_verifier import Verifier
from polynotice.verify.third_parties_on_pages import third_parties_on_pages

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("verify")
@click.argument("site_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--manifest",
    "approved",
    metavar="FILE",
    type=_FILE,
    help="Compare it with this manifest alone, that of the approved site.",
)
@click.option(
    "--index",
    metavar="FILE",
    type=_FILE,
    help="Of a site that another generator made: the index.json of the export it was made of.",
)
@click.option(
    "--url",
    default="",
    metavar="URL",
    help="With --index: where SITE_DIR is served, if not at the root of its host.",
)
@as_json_option
@click.pass_obj
def command(
    config_file: Path,
    site_dir: Path,
    approved: Path | None,
    index: Path | None,
    url: str,
    as_json: bool,
) -> None:
    """Compare a built site with records and catalogues, row by row, locale by locale.

    What the site asks other hosts for is a warning.
    """
    if index is not None:
        hosting, problems = read_hosting(index, url)
        if hosting is None:
            finish(problems, as_json)
        _finish_hosted(config_file, site_dir, approved, hosting, as_json)
    if url:
        raise click.UsageError("--url says where a site is served that --index describes.")
    if approved is not None:
        problems = problems_by_manifest(site_dir, approved)
        finish([*problems, *third_parties_on_pages(site_dir, None)], as_json)
    project = load_or_finish(config_file, as_json)
    problems = [*errors(project.problems), *Verifier(project).problems(site_dir)]
    finish([*problems, *third_parties_on_pages(site_dir, project.site.site_url)], as_json)


def _finish_hosted(
    config_file: Path, site_dir: Path, approved: Path | None, hosting: Hosting, as_json: bool
) -> NoReturn:
    problems: list[Problem] = []
    if approved is None:
        project = load_or_finish(config_file, as_json)
        problems += errors(project.problems)
        wanted: Sequence[WantedLocale] = Verifier(project).wanted
    else:
        manifest, problems = read_manifest(approved, approved.as_posix())
        if manifest is None:
            finish(problems, as_json)
        wanted = manifest.locales
    problems += problems_in_hosted_site(site_dir, wanted, hosting)
    finish(
        [*problems, *third_parties_on_pages(site_dir, hosting.url, pages=hosting.files)], as_json
    )
