"""Words on a page that no catalogue can translate, because they never come by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from selectolax.lexbor import LexborHTMLParser

from polynotice.core.problems import Problem
from polynotice.core.translation import WORDLESS
from polynotice.html.elements import Element, elements_in
from polynotice.pages.leaks import NOT_PROSE, leaks, opening_line
from polynotice.pages.page_context import SourcePage

_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")


def problems(html: str, page: SourcePage) -> list[Problem]:
    """One problem for each element in `html` that has words and no message.

    And one for words that stand beside a message. Every message reads `WORDLESS`.
    Code stays as it is in every locale, and is no problem.
    """
    if next(words_in(html), None) is None:
        return []
    lines = page.body.split("\n")
    problems_seen: dict[Problem, None] = {}
    for leak in leaks(html, WORDLESS):
        first = leak.words[0]
        what, hint = f'"{_short(first)}"', _HINT
        numbers = _lines_with(first, lines)
        if lines[numbers[0]].lstrip(" >").startswith(("```", "~~~")):
            hint = "Leave the title of the code out: write it into the text above."
        if len(leak.words) > 1:
            count = len(leak.words) - 1
            what += (
                f" and {count} more piece{'' if count == 1 else 's'} of text in this <{leak.tag}>"
            )
            hint = _HINTS.get(leak.tag, _HINT)
            numbers = [opening_line(lines, number, first, leak) for number in numbers]
        message = f"No catalogue can translate {what}."
        each = [
            Problem(code="untranslatable-text", span=page.span(number), message=message, hint=hint)
            for number in numbers
        ]
        # Another table that says the same is further down; the same words alone are said once.
        new = [problem for problem in each if problem not in problems_seen]
        problems_seen[new[0] if new and len(leak.words) > 1 else each[0]] = None
    return list(problems_seen)


_HINT = "Write it as Markdown: HTML blocks are not translated."
_HINTS = {"table": "Write it as a Markdown table: HTML blocks are not translated."}


def unsafe(html: str, page: SourcePage) -> list[Problem]:
    """One problem for each line with what becomes an element that can run, load or hide something.

    Every message in `html` is `WORDLESS`: what messages become is looked at one by one.
    """
    from polynotice.checks.elements import harmful  # here: not for what is remembered

    return [
        Problem(
            code=finding.code,
            span=place,
            message=finding.message,
            hint=finding.hint,
        )
        for element in dict.fromkeys(elements_in(html))
        for finding in harmful([element], is_publishers=True)
        for place in map(page.span, _lines_with(_sign_of(element), page.body.split("\n")))
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
    for node in body.css(NOT_PROSE):
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


def _lines_with(text: str, lines: Sequence[str]) -> list[int]:
    """The numbers, from 0, of the lines with a text; the first if it is in none."""
    forms = {" ".join(form.split()) for form in (text, escape(text, quote=False))}
    numbered = [
        (number, line)
        for number, line in enumerate(lines)
        if any(form in " ".join(line.split()) for form in forms)
    ]
    # Words stand in prose, too; what leaks stands in HTML.
    marked = [number for number, line in numbered if re.search(r"[<>]", line)]
    return marked or [number for number, _ in numbered] or [0]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
