"""Texts that Markdown leaves as they are."""

from __future__ import annotations

import re

from polynotice.core.characters import kind, kinds_in

OMITTED = "\ufffc"
"""Stands for code and addresses in a text as it is read: they are nobody's words."""

# Letters, digits and the punctuation to which no extension of Markdown gives a meaning, where it
# stands as in prose: a full stop at a word's end, a hyphen within a word, brackets around words.
# What was matched once is not tried in another way: each sign can be matched in one way only.
_PLAIN = re.compile(
    r"(?:[\w ,;?%§«»„“”’،؛؟。、，；：？（）「」…\u00a0\u202f]++|[.:](?=\s|$)"
    r"|(?<=\w)-(?=\w)|\((?=\w{4})|(?<=\w)\))*"
)


def is_plain(text: str) -> bool:
    """Whether the text has nothing in it that could be markup.

    >>> is_plain("Name, and email address.")
    True
    >>> is_plain("**Name**") or is_plain("see www.shop.example") or is_plain("don't")
    False
    >>> is_plain("a_b") or is_plain("_Name_") or is_plain("-a") or is_plain("a (b)")
    False
    """
    return "_" not in text and _PLAIN.fullmatch(text) is not None


_SIGNS = kind(r"\]!#$&*+/<=>@\[\\^_`{|}~\x00-\x1f")
_WITH_W = kind("", "w.", "W.")
_WITH_COLON = kind(":")
OF_ELEMENTS = _SIGNS | _WITH_W | _WITH_COLON
"""A text that may become elements."""
_COLON = re.compile(r":(?![ \u00a0\u202f]|$)")
"""What Markdown and its extensions make elements of: links, emphasis, keys, icons, addresses.

A colon begins an icon or an address only where something stands directly behind it.
"""


def can_become_elements(text: str) -> bool:
    """Whether there can be more than words in what becomes of the text.

    >>> can_become_elements("don't save your item(s): there is no need")
    False
    >>> can_become_elements("**Name**") and can_become_elements("see www.shop.example")
    True
    >>> can_become_elements("a :smile: and") and can_become_elements("urn:isbn:1")
    True
    """
    kinds = kinds_in(text)
    if kinds & _SIGNS or (kinds & _WITH_W and "www." in text.lower()):
        return True
    return kinds & _WITH_COLON != 0 and _COLON.search(text) is not None


def without_tags(text: str) -> str:
    """The text with its angle brackets as other signs.

    Escaping is not enough: Material takes the escapes away again for the title of a page, and
    for what its tooltips show.
    """
    return text.replace("<", "\u2039").replace(">", "\u203a")
