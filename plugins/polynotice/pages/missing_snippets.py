"""Snippets (`pymdownx.snippets`) that a page asks for and that are not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.pages.page_context import SourcePage

ErrorOf = Callable[[Sequence[str]], Exception | None]
"""What the extension says of a page's lines: of the first snippet of theirs that is not there."""

ReadSnippet = Callable[[str], tuple[str, Sequence[str]] | None]
"""The path of a snippet, from the project's folder, and its lines; `None` where it is not there."""

_DIRECTIVE = re.compile(r"""\s*-+8<-+\s+(?P<quote>["'])(?P<name>.*)(?P=quote)\s*""")
_FENCE = re.compile(r"\s*-+8<-+\s*")
_OF_FILE = re.compile(r"(?::[-\d:,]*|:[A-Za-z][-\w]*)$")
"""Which lines, or which section, of a snippet are asked for."""
_NAMED = re.compile(r"'([^']*)'")


def without_missing(
    page: SourcePage, error_of: ErrorOf, read: ReadSnippet
) -> tuple[SourcePage, list[Problem], Exception | None]:
    """The page without the lines that ask for what is not there, and a problem for each.

    What is left over is an error that no line of the page is the cause of, if there is one.
    """
    lines = page.body.split("\n")
    problems: list[Problem] = []
    while (error := error_of(lines)) is not None:
        number = next(_lines_with(error, lines, error_of), None)
        asked = dict(_asking(lines)).get(number, "") if number is not None else ""
        span = line_within(asked, _name_in(error), read) or page.span(number or 0)
        problems.append(_problem(error, span))
        if number is None:
            break
        lines[number] = ""
    return replace(page, body="\n".join(lines)), problems, error


def _lines_with(error: Exception, lines: Sequence[str], error_of: ErrorOf) -> Iterator[int]:
    """The lines that bring the error: by its name, or by a snippet that asks for it in turn."""
    asking = dict(_asking(lines))
    for number, asked in asking.items():
        if _is_for(asked, _name_in(error)):
            yield number
    for number in asking:
        alone = ["" if other in asking and other != number else line
                 for other, line in enumerate(lines)]  # fmt: skip
        if str(error_of(alone)) == str(error):
            yield number


def _name_in(error: Exception) -> str:
    """The snippet, or the section of one, that is not there."""
    return next(iter(_NAMED.findall(str(error))), "")


def _is_for(asked: str, name: str) -> bool:
    return asked == name or asked.startswith(f"{name}:") or asked.endswith(f":{name}")


def line_within(
    asked: str, missing: str, read: ReadSnippet, seen: frozenset[str] = frozenset()
) -> Span | None:
    """The line that asks for `missing` in a snippet; `None` where none does.

    The snippet is what a page asks for (`asked`), or one that this asks for in turn.
    """
    snippet = read(_OF_FILE.sub("", asked))
    if snippet is None or snippet[0] in seen:
        return None
    path, lines = snippet
    asking = list(_asking(lines))
    for number, inner in asking:
        if _is_for(inner, missing):
            return Span(path, number + 1)
    deeper = (line_within(inner, missing, read, seen | {path}) for _, inner in asking)
    return next(filter(None, deeper), None)


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


def _problem(error: Exception, span: Span) -> Problem:
    return Problem(
        code="unreadable-page",
        span=span,
        message=f"{str(error).rstrip('.')}.",
        hint="Correct its name, or `base_path` of pymdownx.snippets, which counts from mkdocs.yml.",
    )
