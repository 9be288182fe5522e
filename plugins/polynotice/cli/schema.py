"""`polynotice schema`."""

from __future__ import annotations

from pathlib import Path

import click

from polynotice.cli.output import echo_json
from polynotice.cli.project_file import load_or_finish
from polynotice.notice.graph_shapes import shapes
from polynotice.notice.notice_form import notice_schema
from polynotice.notice.record_schema import json_schema


@click.command("schema")
@click.option(
    "--notice", "of", flag_value="notice", help="That of notice.json, which needs no project."
)
@click.option(
    "--shapes",
    "of",
    flag_value="shapes",
    help="The SHACL shapes of notice.jsonld, in Turtle, instead.",
)
@click.pass_obj
def command(config_file: Path, of: str | None) -> None:
    """Print the JSON Schema of the files of records, with the project's own columns."""
    if of == "notice":
        echo_json(notice_schema())
    elif of == "shapes":
        click.echo(shapes(), nl=False)
    else:
        project = load_or_finish(config_file, as_json=False)
        echo_json(json_schema(project.site.settings.extra_columns))
