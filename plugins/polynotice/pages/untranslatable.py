"""Words on a page that no catalogue can translate, because they never come by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser

from polynotice.checks.elements import harmful
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.html.elements import Element, elements_in
from polynotice.pages.page_context import SourcePage

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
            span=_places_of(text, page)[0],
            message=f'No catalogue can translate "{_short(text)}".',
            hint="Write it as Markdown: HTML blocks are not translated.",
        )
        for text in dict.fromkeys(words_in(html))
    ]


def unsafe(html: str, page: SourcePage) -> list[Problem]:
    """One problem for each line with what becomes an element that can run, load or hide something.

    Every message in `html` is `WORDLESS`: what messages become is looked at one by one.
    """
    return [
        Problem(
            code=finding.code,
            span=place,
            message=finding.message,
            hint=finding.hint,
        )
        for element in dict.fromkeys(elements_in(html))
        for finding in harmful([element], is_publishers=True)
        for place in _places_of(_sign_of(element), page)
    ]


def _sign_of(element: Element) -> str:
    """A piece of an element that stands in the page as it was written."""
    values = (value for _, value in element.attributes)
    return max(values, key=len, default="") or f"<{element.tag}"


def words_in(html: str) -> Iterator[str]:
    """The words that a reader sees or hears of `html`, piece by piece; code is not among them."""
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


def _places_of(text: str, page: SourcePage) -> list[Span]:
    """The lines with a text; the first of the page if it is in none."""
    forms = {" ".join(form.split()) for form in (text, escape(text, quote=False))}
    found = [
        (number, line)
        for number, line in enumerate(page.body.split("\n"))
        if any(form in " ".join(line.split()) for form in forms)
    ]
    # Words stand in prose, too; what leaks stands in HTML.
    marked = [number for number, line in found if re.search(r"[<>]", line)]
    return [page.span(number) for number in marked or [number for number, _ in found] or [0]]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
