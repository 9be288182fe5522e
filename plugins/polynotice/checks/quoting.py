"""How a finding quotes a text: by the end at which the reader should look."""

from __future__ import annotations

from polynotice.checks.markup import OMITTED

MAX = 40
"""The most characters that are quoted of a text."""


def head(text: str, size: int = MAX) -> str:
    """The text's beginning.

    >>> head("We record calls.", 9)
    'We recor…'
    """
    text = text.replace(OMITTED, "…")
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"


def tail(text: str, size: int = MAX) -> str:
    """The text's end.

    >>> tail("We record calls.", 9)
    '…d calls.'
    """
    text = text.replace(OMITTED, "…")
    return text if len(text) <= size else f"…{text[1 - size :].lstrip()}"


def around(start: int, end: int, text: str) -> str:
    """The piece of the text from `start` to `end`, with a few words before and after it."""
    before, after = text[:start], text[end:]
    return f"{tail(before, 16)}{text[start:end]}{head(after, 16)}".strip()
