"""The command `polynotice`: an entry point with a module for each of its commands.

`project_file` loads the project that a command is about, `output` says how each of them ends.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from polynotice import __version__
from polynotice.core.garbage_collection import collect_less_often
from polynotice.mkdocs_host.host_choice import config_file_in, take_host

COMMANDS = {
    "add-locale": "Start a catalogue for LOCALE, such as pt-BR, and list it in mkdocs.yml.",
    "build": "Build the site as `mkdocs build` does, or a part of it for `polynotice join`.",
    "changes": "Show what changed, row by row: since a release, or from one to another.",
    "check": "Check records, pages and catalogues, without building.",
    "coverage": "Show what the law asks for (`requirements`), and where the notice states it.",
    "csp": "Print the strictest Content-Security-Policy under which a built site works.",
    "export": "Write the notice for another generator, or a site of your own, in DIR.",
    "import": "Bring a notice in from Word, Excel, CSV, web pages, Markdown or pasted tables.",
    "init": "Start a notice of your own in FOLDER.",
    "join": "Join what `polynotice build --locale` has built into the whole site, and prove it.",
    "pdf": "Print the whole notice as a tagged PDF for each locale, or for those LOCALEs.",
    "release": "Freeze what the notice says now, in every published locale, in releases/DATE/.",
    "releases": "List the releases, and whether the notice says anything else since.",
    "schema": "Print the JSON Schema of the files of records, with the project's own columns.",
    "status": "Show how far each locale is, or what is left in one.",
    "update": "Extract the messages, and merge them into every catalogue, or those of LOCALE.",
    "verify": "Compare a built site with records and catalogues, row by row, locale by locale.",
}
"""What each command does, as its own help begins: shown without loading any of them."""

_MODULES = {"import": "import_notice"}
"""The modules of commands that cannot be called as the command is."""


def command_of(name: str) -> click.Command:
    """The command of that name, loaded now: what it needs takes longer than to start Python."""
    module = _MODULES.get(name, name.replace("-", "_"))
    command: click.Command = import_module(f"{__name__}.{module}").command
    return command


class _LoadedWhenRun(click.Group):
    """Its commands stand for those that are loaded once they are run."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, left = super().resolve_command(ctx, args)
        take_host(_config_file(ctx.params["config_file"]).name)
        return name, command_of(name) if name else command, left


@click.group(
    cls=_LoadedWhenRun,
    commands=[click.Command(name, help=does) for name, does in COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The project's configuration: if left out, mkdocs.yml, or properdocs.yml with ProperDocs.",
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, config_file: Path | None) -> None:
    """Check, translate and prove a privacy notice in many locales.

    Exit status: 0 fine, 1 problems found, 2 wrong usage.
    """
    from polynotice.mkdocs_host.progress_bar import shown  # not for `--version` and `--help`

    context.obj = _config_file(config_file)
    context.with_resource(shown())
    context.call_on_close(collect_less_often(is_all=True))


def _config_file(given: Path | None) -> Path:
    """The configuration that was named, or the one that the host would find here."""
    return given or config_file_in(Path())
