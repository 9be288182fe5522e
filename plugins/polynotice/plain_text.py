"""Texts that Markdown leaves as they are."""

from __future__ import annotations

import re

# Letters, digits and the punctuation to which no extension of Markdown gives a meaning, where it
# stands as in prose: a full stop at a word's end, a hyphen within a word, brackets around words.
_PLAIN = re.compile(
    r"(?:[^\W_]|[ ,;?%§«»„“”’،؛؟。、，；：？（）「」…\u00a0\u202f]|[.:](?=\s|$)"
    r"|(?<=\w)-(?=\w)|\((?=\w{4})|(?<=\w)\))*"
)


def is_plain(text: str) -> bool:
    """Whether the text has nothing in it that could be markup.

    >>> is_plain("Name, and email address.")
    True
    >>> is_plain("**Name**") or is_plain("see www.shop.example") or is_plain("don't")
    False
    """
    return _PLAIN.fullmatch(text) is not None
