"""The project that a command is about, loaded from its `mkdocs.yml`."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from polynotice.cli.output import finish
from polynotice.mkdocs_host import mkdocs_errors, mkdocs_site
from polynotice.mkdocs_host.project_memory import open_memory
from polynotice.project.load import load_project
from polynotice.project.project import Project


def load_or_finish(config_file: Path, as_json: bool, *, drafts: bool = False) -> Project:
    """The project of that configuration. Ends the program if there is none.

    `drafts` are the pages of `draft_docs`, which are translated but not published.
    """
    if not config_file.is_file():
        raise click.UsageError(f"There is no file {config_file}. Name it with -f.")
    with mkdocs_errors.logged(logging.WARNING) as lines:
        try:
            config = load_config(str(config_file))
        except _OF_MKDOCS as error:
            finish(mkdocs_errors.problems_of(error, lines, config_file.absolute()), as_json)
    for line in lines:
        click.echo(line, err=True)
    plugin = config.plugins.get("polynotice")
    if plugin is None:
        raise click.UsageError(f"{config_file} does not list the plugin polynotice.")
    site, problems = mkdocs_site.read_site(config, dict(plugin.config.data), drafts=drafts)
    return load_project(site, problems, open_memory(site))


_OF_MKDOCS = (
    *(MkDocsException, OSError),
    # It looks at some values before it knows what they are, and nests as deep as they do.
    *(AttributeError, LookupError, TypeError, ValueError, RecursionError),
)
