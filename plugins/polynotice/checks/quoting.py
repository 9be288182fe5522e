"""How a finding quotes a text: by the end at which the reader should look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polynotice.html.plain_text import OMITTED

if TYPE_CHECKING:
    from polynotice.checks.pair import Pair

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


def change(old: str, new: str) -> tuple[str, str]:
    """What has changed from one text to another: that piece of each, with a few words around it.

    >>> change("We keep calls for a year.", "We keep calls for two years.")
    ('…keep calls for a year.', '…keep calls for two years.')
    """
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    return _middle(old, start, len(old) - end), _middle(new, start, len(new) - end)


def _alike(one: str, other: str) -> int:
    """How many characters the texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _middle(text: str, start: int, end: int) -> str:
    return f"{tail(text[:start], 16)}{head(text[start:end])}{head(text[end:], 16)}".strip()


def both(pair: Pair, in_source: str = "", in_translation: str = "") -> str:
    """Quotes both texts, in brackets: around a piece of each, or from its beginning.

    >>> from polynotice.checks.pair import Conventions
    >>> de = Conventions(lang="de")
    >>> texts = {"source": "Within 30 days.", "translation": "Innerhalb von Tagen."}
    >>> both(Pair(source_conventions=de, conventions=de, **texts), "30")
    '(source: "Within 30 days."; translation: "Innerhalb von Tagen.")'
    """
    source = _where(in_source, pair.source)
    return f'(source: "{source}"; translation: "{_where(in_translation, pair.translation)}")'


def _where(piece: str, text: str) -> str:
    start = text.find(piece) if piece else -1
    if start < 0 or len(text) <= MAX:
        return head(text)
    return around(start, start + len(piece), text)
