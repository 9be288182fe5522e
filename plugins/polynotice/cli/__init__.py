"""The command `polynotice`: an entry point with a module for each of its commands.

`project_file` loads the project that a command is about, `output` says how each of them ends.
"""

from __future__ import annotations

from pathlib import Path

import click

from polynotice import __version__
from polynotice.cli import add_locale, check, csp, init, schema, status, update, verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The project's MkDocs configuration.",
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, config_file: Path) -> None:
    """Check, translate and prove a privacy notice in many locales.

    Exit status: 0 fine, 1 problems found, 2 wrong usage.
    """
    context.obj = config_file


for _module in (add_locale, check, csp, init, schema, status, update, verify):
    main.add_command(_module.command)
