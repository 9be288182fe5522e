"""What `polynotice import` says of tables that it had to guess of."""

from __future__ import annotations

import click

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
        field = name.replace("_", " ")
        what = f'"{header}" is taken for {field}, by what stands below it'
        hint = f"If it is not, say what it is, and which is: --columns {_given(header)}"
        click.echo(f"{path}: {place}: {what}. {hint}=FIELD,HEADER={name}.")


def _given(header: str) -> str:
    return f'"{header}"' if " " in header else header
