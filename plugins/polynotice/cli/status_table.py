"""The status of every locale, and what is left in one, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from polynotice.catalogues.untranslated import Waiting
from polynotice.core.locales import find_locale
from polynotice.core.model import State
from polynotice.project.progress import Status

NONE = "–"


def show(found: Mapping[str, Status]) -> None:
    """Prints a row for each locale. Of the columns, only the language may be broken."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("locale", no_wrap=True)
    table.add_column("", overflow="fold", min_width=8)
    for heading in ("translated", "fuzzy", "missing", "done", "errors", "warnings", "since"):
        table.add_column(heading, justify="right", no_wrap=True)
    for one, status in found.items():
        table.add_row(one, find_locale(one).english_name, *_cells(status), style=_style(status))
    console = Console()
    console.print(table)
    behind = next((one for one, each in found.items() if each.translated < each.total), None)
    if behind:
        console.print(Text(f"\nWhat is left: polynotice status --missing {behind}"))


def _cells(status: Status) -> list[str]:
    # Rounded down, so that 100 % is never said of a locale that lacks anything.
    done = f"{100 * status.translated // status.total} %" if status.total else NONE
    numbers = [str(number or NONE) for number in (status.fuzzy, status.missing)]
    return [
        *(str(status.translated), *numbers, done),
        *(str(status.errors or NONE), str(status.warnings or NONE), status.oldest or NONE),
    ]


def _style(status: Status) -> str | None:
    return None if status.translated == status.total else "yellow"


def show_waiting(waits: Sequence[Waiting]) -> None:
    """Prints each message with its place in the catalogue, state, context and sources."""
    console = Console()
    for one in waits:
        text = one.message.text
        where = f"{one.span.path}:{one.span.line}: {one.state} {text.context or ''}"
        # Whole, however narrow the terminal: editors open what reads `path:line`.
        console.print(Text(where.rstrip(), style="bold"), soft_wrap=True)
        for comment in one.message.comments:
            console.print(Padding(Text(comment, style="dim"), (0, 0, 0, 2), expand=False))
        console.print(_sources(one))
        console.print()
    console.print(Text(_sum(waits)))


def _sum(waits: Sequence[Waiting]) -> str:
    if not waits:
        return "Nothing is left."
    fuzzy = sum(one.state is State.FUZZY for one in waits)
    unlisted = sum(not one.is_listed for one in waits)
    hint = f" {unlisted} not in the catalogue yet: run polynotice update." if unlisted else ""
    return f"{len(waits)} left: {fuzzy} fuzzy, {len(waits) - fuzzy} missing.{hint}"


def _sources(one: Waiting) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")  # Chinese and Japanese have no spaces to break at.
    table.add_row("source", Text(one.message.text.msgid))
    if one.previous is not None:
        table.add_row("previous", Text(one.previous))
    return Padding(table, (0, 0, 0, 2), expand=False)
