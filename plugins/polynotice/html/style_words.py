"""Words that a style sheet puts onto pages (`content`), which no catalogue translates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from polynotice.html.style_sheets import Node, all_within, parse_block, parse_sheet, written

_MAY_SAY = re.compile(r"content\s*:|\\", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_OF_LANGUAGE = re.compile(r":lang\(|\[\s*lang\b", re.IGNORECASE)
_LIGATURE = re.compile(r"\S*[_/:.#@]\S*")
"""A sign of a font by its name (`arrow_back`), or an address."""


def words_of_style(css: str) -> Iterator[tuple[str, int]]:
    r"""The words that a style sheet shows, each piece with its line, from 1.

    What it shows in one language alone (`:lang(de)`) is not among them, nor are signs.

    >>> list(words_of_style('a::after { content: "Read more " }\n b::before { content: "\\201C" }'))
    [('Read more', 1)]
    """
    if _MAY_SAY.search(css):
        yield from _words(parse_sheet(css))


def words_of_declarations(css: str) -> Iterator[tuple[str, int]]:
    """The same of what a `style` attribute holds."""
    if _MAY_SAY.search(css):
        yield from _words(parse_block(css))


def _words(nodes: Iterable[Node]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        if node.type == "declaration" and node.lower_name == "content":
            for token in _shown(node.value):
                words = " ".join(token.value.split())
                if _WORD.search(words) and not _LIGATURE.fullmatch(words):
                    yield words, token.source_line
        elif getattr(node, "content", None) and not _OF_LANGUAGE.search(written(node.prelude)):
            yield from _words(parse_block(node.content))


def _shown(value: Iterable[Node]) -> Iterator[Node]:
    """The strings that are words: an argument of a function is a name, a sign or an address."""
    for token in value:
        if token.type == "string":
            yield token
        elif token.type == "function" and token.lower_name == "var":
            yield from (each for each in all_within(token.arguments) if each.type == "string")
