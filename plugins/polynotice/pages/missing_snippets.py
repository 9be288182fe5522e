"""Snippets (`pymdownx.snippets`) that a page asks for and that are not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from polynotice.core.problems import Problem
from polynotice.pages.page_context import SourcePage

ErrorOf = Callable[[Sequence[str]], Exception | None]
"""What the extension says of a page's lines: of the first snippet of theirs that is not there."""

_DIRECTIVE = re.compile(r"""\s*-+8<-+\s+(?P<quote>["'])(?P<name>.*)(?P=quote)\s*""")
_FENCE = re.compile(r"\s*-+8<-+\s*")
_NAMED = re.compile(r"'([^']*)'")


def without_missing(
    page: SourcePage, error_of: ErrorOf
) -> tuple[SourcePage, list[Problem], Exception | None]:
    """The page without the lines that ask for what is not there, and a problem for each.

    What is left over is an error that no line of the page is the cause of, if there is one.
    """
    lines = page.body.split("\n")
    problems: list[Problem] = []
    while (error := error_of(lines)) is not None:
        number = next(_lines_with(error, lines, error_of), None)
        problems.append(_problem(error, page, number or 0))
        if number is None:
            break
        lines[number] = ""
    return replace(page, body="\n".join(lines)), problems, error


def _lines_with(error: Exception, lines: Sequence[str], error_of: ErrorOf) -> Iterator[int]:
    """The lines that bring the error: by its name, or by a snippet that asks for it in turn."""
    asking = dict(_asking(lines))
    name = next(iter(_NAMED.findall(str(error))), "")
    for number, asked in asking.items():
        if asked == name or asked.startswith(f"{name}:") or asked.endswith(f":{name}"):
            yield number
    for number in asking:
        alone = ["" if other in asking and other != number else line
                 for other, line in enumerate(lines)]  # fmt: skip
        if str(error_of(alone)) == str(error):
            yield number


def _asking(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that ask for snippets, each with what it asks for."""
    is_block = False
    for number, line in enumerate(lines):
        if _FENCE.fullmatch(line):
            is_block = not is_block
        elif is_block and line.strip():
            yield number, line.strip()
        elif match := _DIRECTIVE.fullmatch(line):
            yield number, match["name"]


def _problem(error: Exception, page: SourcePage, number: int) -> Problem:
    return Problem(
        code="unreadable-page",
        span=page.span(number),
        message=f"{str(error).rstrip('.')}.",
        hint="Correct its name, or `base_path` of pymdownx.snippets, which counts from mkdocs.yml.",
    )
