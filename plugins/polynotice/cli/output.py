"""What every command prints, and how it ends the program: 0 fine, 1 problems found."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

import click

from polynotice.core.problems import Problem, Severity, errors

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def finish(
    problems: Iterable[Problem],
    as_json: bool,
    *,
    failed: bool = False,
    note: str = "",
    fine: str = "",
    **more: Any,
) -> NoReturn:
    """Prints the problems, and ends the program with the status that they call for.

    `more` is what the JSON document says besides them; `note` stands behind their count, and `fine`
    in its place if there are none. Neither is on standard output, which has the problems alone.
    """
    listed = list(problems)
    if as_json:
        echo_json({**more, "problems": [problem.as_json() for problem in listed]})
    else:
        for problem in listed:
            click.echo(str(problem))
        if listed:
            click.echo(" ".join(filter(None, (_count(listed), note))), err=True)
        elif fine:
            click.echo(fine, err=True)
    sys.exit(1 if failed or errors(listed) else 0)


def finish_json(document: Mapping[str, Any], problems: Sequence[Problem]) -> NoReturn:
    """Prints a document that has `problems` only if there are any, and ends the program."""
    listed = {"problems": [problem.as_json() for problem in problems]} if problems else {}
    echo_json({**document, **listed})
    sys.exit(1 if problems else 0)


def echo_json(document: Mapping[str, Any]) -> None:
    """Prints a JSON document."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    # The name of a file may have bytes that are no text: what stands for them, JSON escapes, too.
    click.echo(text.encode("utf-8", "backslashreplace").decode())


def counted(number: int, what: str) -> str:
    """The number with its noun.

    >>> counted(1, "page"), counted(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _count(problems: Sequence[Problem]) -> str:
    numbers = {each: sum(one.severity is each for one in problems) for each in Severity}
    return f"{', '.join(counted(number, each) for each, number in numbers.items() if number)}."
