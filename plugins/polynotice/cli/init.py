"""`polynotice init`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.mkdocs_host.host_choice import take_host
from polynotice.project.starter import KINDS, write_starter_files


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--with",
    "kind",
    type=click.Choice(sorted(KINDS)),
    help="Start with a place for each thing that a law asks for: Articles 13 and 14 of the GDPR.",
)
def command(folder: Path, kind: str | None) -> None:
    """Start a notice of your own in FOLDER."""
    try:
        names = write_starter_files(folder, kind)
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; nothing was written.") from None
    except OSError as error:
        what = f"{error.filename or folder}: {error.strerror}"
        raise click.ClickException(f"{what}; nothing was written.") from None
    for name in names:
        click.echo(f"wrote: {folder / name}")
    click.echo(f"Now: cd {folder} && {_NEXT.get(kind or '', f'{take_host()} serve')}")


_NEXT = {"gdpr": "polynotice check, which names each place that is to be filled in"}
