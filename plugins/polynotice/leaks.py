"""Words on a page that no catalogue can translate, because they never come by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser

from polynotice.model import Span
from polynotice.problems import Problem
from polynotice.rendering import SourcePage

WORDLESS = "\u00b7"
"""Stands for every text that a catalogue does translate."""

_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
_NOT_PROSE = "pre, code, script, style, math, svg"


def problems(html: str, page: SourcePage) -> list[Problem]:
    """One problem for each word or more left in `html`, in which every message is `WORDLESS`.

    Code stays as it is in every locale, and is no problem.
    """
    return [
        Problem(
            code="untranslatable-text",
            span=Span(page.path, _line_of(text, page)),
            message=f'No catalogue can translate "{_short(text)}".',
            hint="Write it as Markdown: HTML blocks are not translated.",
        )
        for text in dict.fromkeys(_words_left(html))
    ]


def _words_left(html: str) -> Iterator[str]:
    body = LexborHTMLParser(html).body
    if body is None:
        return
    for node in body.css(_NOT_PROSE):
        node.decompose()
    for piece in body.text(separator="\n").split("\n"):
        if any(character.isalpha() for character in piece):
            yield piece.strip()
    for button in body.css("input[type=submit][value], input[type=button][value]"):
        yield button.attributes.get("value") or ""
    for node in body.css(", ".join(f"[{name}]" for name in _ATTRIBUTES)):
        for name in _ATTRIBUTES:
            value = node.attributes.get(name) or ""
            if any(character.isalpha() for character in value):
                yield value


def _line_of(text: str, page: SourcePage) -> int:
    lines = list(enumerate(page.body.split("\n"), start=page.first_line))
    found = [(n, line) for n, line in lines if text in line or escape(text, quote=False) in line]
    # Words stand in prose, too; what leaks stands in HTML.
    marked = [n for n, line in found if re.search(r"[<>]", line)]
    return next(iter(marked or [n for n, _ in found]), page.first_line)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
