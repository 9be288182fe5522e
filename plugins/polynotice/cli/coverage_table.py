"""What the law asks for and where it is stated, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from polynotice.project.coverage import Coverage, Covered
from polynotice.project.disclosures import Place

CAVEAT = "It finds absence, not truth: whether what is stated is right is for a lawyer to say."


def show(lists: Sequence[Coverage], locales: Sequence[str]) -> None:
    """Prints a table for each list, and what none of them can say."""
    console = Console()
    for each in lists:
        requirement = each.requirement
        console.print(Text(f"{requirement.id}: {requirement.title}", style="bold"))
        console.print(_table(each, locales))
        console.print()
    console.print(Text(CAVEAT))


def _table(coverage: Coverage, locales: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("article", overflow="fold")
    table.add_column("element", no_wrap=True)
    table.add_column("stated", no_wrap=True)
    table.add_column("where", overflow="fold")
    table.add_column("final in", overflow="fold")
    for each in coverage.elements:
        disclosure = each.disclosure
        table.add_row(
            Text(disclosure.element.article),
            Text(disclosure.element.id),
            "yes" if disclosure.is_stated else "no" if disclosure.is_missing else "n/a",
            Text(_where(each)),
            Text(final_in(each, locales)),
            style="yellow" if disclosure.is_missing else None,
        )
    return table


def _where(covered: Covered) -> str:
    disclosure = covered.disclosure
    if disclosure.not_applicable:
        return f"does not apply: {disclosure.not_applicable}"
    if disclosure.is_missing and disclosure.lacking and disclosure.where:
        return f"not in {', '.join(each.id for each in disclosure.lacking)}"
    if disclosure.is_missing and disclosure.open_at:
        return f"to be filled in: {_places(disclosure.open_at)}"
    return _places(disclosure.where)


def _places(places: Sequence[Place]) -> str:
    if not places:
        return "–"
    first = f"{places[0].span.path}:{places[0].span.line}"
    return first if len(places) == 1 else f"{first} and {len(places) - 1} more"


def final_in(covered: Covered, locales: Sequence[str]) -> str:
    """The locales in which it is final, in few words."""
    if not covered.locales:
        return "–"
    return "all" if len(covered.locales) == len(locales) else ", ".join(covered.locales)
