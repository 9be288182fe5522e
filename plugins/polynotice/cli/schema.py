"""`polynotice schema`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import echo_json
from polynotice.cli.project_file import load_or_finish
from polynotice.notice.record_schema import json_schema


@click.command("schema")
@click.pass_obj
def command(config_file: Path) -> None:
    """Print the JSON Schema of the files of records, with the project's own columns."""
    project = load_or_finish(config_file, as_json=False)
    echo_json(json_schema(project.site.settings.extra_columns))
