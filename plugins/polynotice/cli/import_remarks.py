"""What `polynotice import` says of tables that it had to guess of."""

from __future__ import annotations

import shlex
from typing import Any

import click

from polynotice.core.locales import Locale
from polynotice.project.importing.planned import Plan


def echo_remarks(plan: Plan) -> None:
    """Says which tables stay in pages though they may be of purposes, and what was concluded."""
    for path, place, lacks in plan.doubtful:
        if lacks:
            what = f"stays a table of the page, for no header names {lacks.replace('_', ' ')}"
            column = f"which column is that: --columns HEADER={lacks}"
        else:
            what = (
                "stays a table of the page, for its rows seem to be receivers, cookies or periods"
            )
            column = "what its first column is: --columns HEADER=FIELD"
        hint = f"If its rows are purposes, say {column}."
        click.echo(f"{path}: {place}: {what}. {hint}")
    for path, place, name, header in plan.concluded:
        what = f'"{header}" is taken for {name.replace("_", " ")}, by what stands below it'
        given = shlex.quote(f"{header}=FIELD,HEADER={name}")
        hint = f"If it is not, say what it is, and which is: --columns {given}."
        click.echo(f"{path}: {place}: {what}. {hint}")


def echo_language(source: Locale, why: str) -> None:
    """Says which language the files are taken to be in, where the command does not say it."""
    what = f"The files are taken to be in {source.english_name} ({source.id}), {why}"
    click.echo(f"{what}. If they are in another language, say in which: --locale LOCALE.")


def remarks_as_json(plan: Plan) -> dict[str, Any]:
    """What `echo_remarks` says, as the command line's `--json` prints it."""
    return {
        "page_tables": [
            {"path": path, "place": place, "lacks": lacks} for path, place, lacks in plan.doubtful
        ],
        "concluded": [
            {"path": path, "place": place, "field": name, "header": header}
            for path, place, name, header in plan.concluded
        ],
    }
