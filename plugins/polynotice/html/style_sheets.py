"""Style sheets, read as a browser reads them: the one door to the tokenizer, tinycss2.

Escapes, comments, strings and blocks that are left open mean here what they mean in CSS Syntax
Level 3, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from polynotice.html.addresses import leads_away

Node = Any
"""A token, a block, a declaration or a rule; `type` says which (`tinycss2.ast`)."""


def parse_sheet(css: str) -> list[Node]:
    """The rules of a style sheet, in order."""
    return tinycss2.parse_stylesheet(_readable(css), skip_comments=True, skip_whitespace=True)


def parse_block(content: str | Iterable[Node]) -> list[Node]:
    """The declarations of a block or a `style` attribute, and the rules within it."""
    if isinstance(content, str):
        content = _readable(content)
    return tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)


def is_of(node: Node, kind: str, *values: str) -> bool:
    """Whether a token is of that kind, and one of the values, whatever the case."""
    return node.type == kind and (not values or node.value.lower() in values)


def significant(tokens: Iterable[Node]) -> list[Node]:
    """The tokens that are neither white space nor a comment."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def all_within(tokens: Iterable[Node]) -> Iterator[Node]:
    """The tokens and all that their blocks and functions hold, in order."""
    left = list(tokens)[::-1]
    while left:
        token = left.pop()
        yield token
        inner = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
        left += reversed(inner)


def written(tokens: Iterable[Node]) -> str:
    """The tokens as text, without escapes that nothing needs."""
    # An escape can name half of a surrogate pair, which no text may hold.
    return tinycss2.serialize(list(tokens)).encode("utf-8", "replace").decode()


def imports(rules: Iterable[Node]) -> list[str]:
    """The addresses of the style sheets that a sheet with those rules brings along."""
    return [
        token.arguments[0].value if token.type == "function" else token.value
        for rule in rules
        if rule.type == "at-rule" and rule.lower_at_keyword == "import"
        for token in significant(rule.prelude)[:1]
        if token.type in ("string", "url") or _is_quoted_url(token)
    ]


def _is_quoted_url(token: Node) -> bool:
    is_function = token.type == "function" and token.lower_name in ("url", "src")
    return is_function and [each.type for each in token.arguments[:1]] == ["string"]


def away_in_css(css: str) -> Iterator[tuple[str, int]]:
    """The other hosts' addresses that a style sheet loads, each with its line.

    >>> list(away_in_css("@import url(//fonts.example/a.css); a {background: url(b.png)}"))
    [('//fonts.example/a.css', 1)]
    """
    if not _CAN_LEAD_AWAY.search(css):
        return
    tokens = tinycss2.parse_component_value_list(_readable(css), skip_comments=True)
    for address, line in _addresses(tokens):
        if leads_away(address):
            yield address, line


_CAN_LEAD_AWAY = re.compile(r"//|\\(?:[/\\\n\r\f]|0{0,4}(?:2f|5c)(?![\da-f]))", re.IGNORECASE)
"""Two slashes in a row: as they are, with an escape, or with an escaped line break between."""

_LOADING = frozenset({"cross-fade", "image", "image-set", "src", "url", "-webkit-image-set"})
"""The functions whose strings are addresses."""


def _addresses(tokens: Iterable[Node]) -> Iterator[tuple[str, int]]:
    """The addresses that tokens make a browser ask for, each with its line."""
    left = [(token, False) for token in tokens][::-1]
    keyword = ""
    while left:
        token, is_argument = left.pop()
        if token.type == "at-keyword":
            keyword = token.lower_value
        elif is_of(token, "literal", ";") or token.type == "{} block":
            keyword = ""
        is_address = token.type == "string" and (is_argument or keyword == "import")
        if is_address or (token.type == "url" and keyword != "namespace"):
            yield token.value, token.source_line
        is_function = token.type == "function"
        loads = is_function and token.lower_name in _LOADING and keyword != "namespace"
        inner = (token.arguments if is_function else getattr(token, "content", None)) or ()
        left += [(each, loads) for each in reversed(inner)]


_NUMBER_TOO_LONG = re.compile(r"\d{300,}")


def _readable(css: str) -> str:
    """The text without numbers that Python refuses to read; what is left of them is as huge."""
    return _NUMBER_TOO_LONG.sub(lambda match: match[0][:300], css)
