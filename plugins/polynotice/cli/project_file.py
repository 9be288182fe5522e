"""The project that a command is about, loaded from its `mkdocs.yml`."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from polynotice.cli.output import finish
from polynotice.mkdocs_host import mkdocs_errors, mkdocs_site
from polynotice.mkdocs_host.host import MkDocsConfig, MkDocsException, load_config
from polynotice.mkdocs_host.project_memory import open_memory
from polynotice.project.load import load_project
from polynotice.project.project import Project


def load_or_finish(config_file: Path, as_json: bool, *, drafts: bool = False) -> Project:
    """The project of that configuration. Ends the program if there is none.

    `drafts` are the pages of `draft_docs`, which are translated but not published.
    """
    return project_of(load_config_or_finish(config_file, as_json), drafts=drafts)


def project_of(config: MkDocsConfig, *, drafts: bool = False) -> Project:
    """The project of a loaded configuration that lists the plugin."""
    options = dict(config.plugins["polynotice"].config.data)
    site, problems = mkdocs_site.read_site(config, options, drafts=drafts)
    return load_project(site, problems, open_memory(site))


def load_config_or_finish(config_file: Path, as_json: bool, **given: str) -> MkDocsConfig:
    """The configuration in that file, with what is `given` in place of what stands there.

    Ends the program if there is none, or if it does not list the plugin.
    """
    if not config_file.is_file():
        raise click.UsageError(f"There is no file {config_file}. Name it with -f.")
    with mkdocs_errors.logged(logging.WARNING) as lines:
        try:
            config = load_config(str(config_file), **given)
        except _OF_MKDOCS as error:
            finish(mkdocs_errors.problems_of(error, lines, config_file.absolute()), as_json)
    for line in lines:
        click.echo(line, err=True)
    if config.plugins.get("polynotice") is None:
        raise click.UsageError(f"{config_file} does not list the plugin polynotice.")
    return config


_OF_MKDOCS = (
    *(MkDocsException, OSError),
    # It looks at some values before it knows what they are, and nests as deep as they do.
    *(AttributeError, LookupError, TypeError, ValueError, RecursionError),
)


def is_within(path: Path, folder: Path) -> bool:
    """Whether that is the folder, or in it, whatever links lead there."""
    return path.resolve().is_relative_to(folder.resolve())
