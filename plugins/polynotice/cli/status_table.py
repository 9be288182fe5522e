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
from polynotice.project.releases.readiness import LocaleReadiness, Readiness

NONE = "–"


def show(statuses: Mapping[str, Status], needs: Readiness) -> None:
    """Prints a row for each locale, and what the next release still needs.

    Of the columns, only the language may be broken.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("locale", no_wrap=True)
    table.add_column("", overflow="fold", min_width=8)
    for heading in ("translated", "fuzzy", "missing", "done", "errors", "warnings", "since"):
        table.add_column(heading, justify="right", no_wrap=True)
    for one, status in statuses.items():
        table.add_row(one, find_locale(one).english_name, *_cells(status), style=_style(status))
    console = Console()
    console.print(table)
    _show_needs(needs, console)
    behind = next((one for one, each in statuses.items() if each.translated < each.total), None)
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


def _show_needs(needs: Readiness, console: Console) -> None:
    """Prints what the next release still needs: of the notice, and of each locale of it."""
    verdict = "is refused until these errors are fixed" if needs.problems else "can be issued"
    published = {id_: each for id_, each in needs.locales.items() if each.is_published}
    lines = {
        "the notice": _codes(needs.of_notice),
        **{id_: _needs(each) for id_, each in published.items()},
        "drafts": ", ".join(id_ for id_, each in published.items() if each.is_draft),
        "not in it": ", ".join(id_ for id_ in needs.locales if id_ not in published),
    }
    console.print(Text(f"\nThe next release {verdict}."))
    for name, said in lines.items():
        if said:
            console.print(Padding(Text(f"{name}: {said}"), (0, 0, 0, 2), expand=False))


def _needs(each: LocaleReadiness) -> str:
    """What is open in a locale, in words; empty if nothing is."""
    others = {code: number for code, number in each.refused.items() if code not in _COUNTED}
    parts = [
        f"{each.missing} missing" if each.missing else "",
        f"{each.fuzzy} fuzzy" if each.fuzzy else "",
        _codes(others),
        f"does not state {', '.join(each.disclosures)}" if each.disclosures else "",
    ]
    return "; ".join(filter(None, parts))


_COUNTED = ("missing-translation", "fuzzy-translation")


def _codes(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {code}" for code, number in sorted(counts.items()))


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
