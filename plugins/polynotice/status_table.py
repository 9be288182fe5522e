"""The status of every locale, as a table for people."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from polynotice.locales import locale
from polynotice.project import Status


def show(found: Mapping[str, Status]) -> None:
    """Prints a row for each locale."""
    table = Table(box=None, pad_edge=False)
    table.add_column("locale")
    table.add_column("")
    for heading in ("translated", "fuzzy", "missing", "complete"):
        table.add_column(heading, justify="right")
    for one, status in found.items():
        complete = f"{100 * status.translated // status.total} %" if status.total else "–"
        numbers = [str(status.translated), str(status.fuzzy or "–"), str(status.missing or "–")]
        style = None if status.translated == status.total else "yellow"
        table.add_row(one, locale(one).english_name, *numbers, complete, style=style)
    Console().print(table)
