"""`polynotice init`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.mkdocs_host.host_choice import take_host
from polynotice.project.starter import write_starter_files


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Start a notice of your own in FOLDER."""
    try:
        names = write_starter_files(folder)
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; nothing was written.") from None
    except OSError as error:
        what = f"{error.filename or folder}: {error.strerror}"
        raise click.ClickException(f"{what}; nothing was written.") from None
    for name in names:
        click.echo(f"wrote: {folder / name}")
    click.echo(f"Now: cd {folder} && {take_host()} serve")
