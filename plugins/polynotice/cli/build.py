"""`polynotice build`."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from polynotice.cli.output import as_json_option, finish
from polynotice.cli.project_file import load_config_or_finish
from polynotice.mkdocs_host.host import LOG
from polynotice.mkdocs_host.mkdocs_errors import OWN_LOG
from polynotice.mkdocs_host.site_build import build_site, is_whole_site, published_locales


@click.command("build")
@click.option(
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    help="Build a part of the site: the pages of this locale; for several, name each so.",
)
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the site, in place of the `site_dir` of mkdocs.yml.",
)
@as_json_option
@click.pass_obj
def command(
    config_file: Path, locales: Sequence[str], site_dir: Path | None, as_json: bool
) -> None:
    """Build the site as `mkdocs build` does, or a part of it for `polynotice join`."""
    given = {} if site_dir is None else {"site_dir": str(site_dir.absolute())}
    config = load_config_or_finish(config_file, as_json, **given)
    known = published_locales(config)
    for name in locales:
        if name not in known:
            raise click.BadParameter(f"{name} is not among the site's: {', '.join(known)}.")
    if locales and is_whole_site(Path(config.site_dir)):
        what = f"A part of the site would take the place of the whole in {config.site_dir}."
        raise click.UsageError(f"{what} Name another folder with --site-dir.")
    with logged():
        problems = build_site(config, locales)
    finish(problems, as_json)


@contextmanager
def logged() -> Iterator[None]:
    """Shows on standard error what MkDocs and other plugins log, as `mkdocs build` does.

    Not what this plugin does: its problems are the command's own.
    """

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name != OWN_LOG:
                click.echo(f"{record.levelname:<8}-  {record.getMessage()}", err=True)

    handler, logger = Handler(), LOG
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before
