"""How links, code and HTML are written in a text: expressions to quote by, and to read words.

What a text becomes is Markdown's to say (`Pair.become`), and only that is compared and judged.
These find the piece of the text that a finding is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from polynotice.checks.code import CODE, without_code
from polynotice.core.characters import kind, kinds_in
from polynotice.html.plain_text import OMITTED

_INNER = r"(?:[^\[\]\\]|\\.)*"
_TARGET = r"\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+[\"'][^)]*[\"'])?\s*\)"
# No piece of it can match in two ways: an unclosed bracket would take for ever to give up.
_LINK = re.compile(rf"(?<!\\)(!?)\[({_INNER}(?:\[{_INNER}\]{_INNER})*)\]{_TARGET}")
_REFERENCE = re.compile(rf"(?<!\\)\[({_INNER})\]\[([^\]]*)\]|(?<!\\)\[(\^[^\]]+)\]")
_AUTOLINK = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|[\w.+-]+@)[^>\s]+)>", re.IGNORECASE)
BARE_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&*+,;=%-]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
TAG = re.compile(r"</?[a-zA-Z][^>]*>?|<!--|<!|<\?")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.]|[\w-]+=)[^{}]*\}|\{:[^{}]*\}")

MARKUP_OF_WORDS = kind(r"\[\]<`*_{@\\", "://", "www.")
"""A text that may have another form as it is read."""
# The signs around emphasised words.
_SIGNS = re.compile(r"(?<!\\)\*+|(?<![\\\w])_+(?=\w)|(?<=\w)_+(?!\w)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")


def words_only(text: str) -> str:
    """The text without code, the targets of links, addresses and attribute lists."""
    if not kinds_in(text) & MARKUP_OF_WORDS:
        return text
    rest, _ = _without_links(without_code(text))
    return _ATTRIBUTES.sub(" ", BARE_ADDRESS.sub(" ", _AUTOLINK.sub(" ", rest)))


def _without_links(text: str) -> tuple[str, Counter[str]]:
    """The text with each link and image as its words, and where they lead."""
    places: Counter[str] = Counter()
    while match := _LINK.search(text):
        # An image's target is marked as one; what stands in a link's words is looked at again.
        places[match[1] + match[3]] += 1
        text = f"{text[: match.start()]} {match[2]} {text[match.end() :]}"
    return text, places


def as_read(text: str) -> str:
    """The text as a reader sees it, `OMITTED` for code and addresses, which are nobody's words."""
    return _without_markup(text) if kinds_in(text) & MARKUP_OF_WORDS else text


@lru_cache(maxsize=8192)
def _without_markup(text: str) -> str:
    text = _AUTOLINK.sub(OMITTED, CODE.sub(OMITTED, text))
    while match := _LINK.search(text):
        text = text[: match.start()] + match[2] + text[match.end() :]
    text = _REFERENCE.sub(lambda match: match[1] or "", text)
    text = TAG.sub("", _ATTRIBUTES.sub("", text))
    text = BARE_ADDRESS.sub(lambda match: OMITTED + _behind_address(match[0]), text)
    return ESCAPED.sub(r"\1", _SIGNS.sub("", text))


def _behind_address(address: str) -> str:
    return address[len(address.rstrip(".,;:!?*_")) :]


def targets(text: str) -> Counter[str]:
    """Every place that a link, image or reference in the text leads to."""
    rest, places = _without_links(without_code(text))
    places.update(match[1] for match in _AUTOLINK.finditer(rest))
    rest = _AUTOLINK.sub(" ", rest)
    for match in _REFERENCE.finditer(rest):
        places[f"[{(match[3] or match[2] or match[1]).lower()}]"] += 1
    return places


def attribute_list(text: str) -> str:
    """The first piece of the text that is written as an attribute list is; or none."""
    match = _ATTRIBUTES.search(text)
    return match[0] if match else ""


_SHORTCUT = re.compile(rf"(?<!\\)!?\[{_INNER}\](?:\[[^\]]*\])?")


def piece_with(text: str, is_it: Callable[[str], bool]) -> str:
    """The first link, image or reference of the text that is the one asked for; or none."""
    for pattern in (_SHORTCUT, _LINK, _AUTOLINK):
        for match in pattern.finditer(text):
            if is_it(match[0]):
                return match[0]
    return ""


_IN_BRACKETS = re.compile(rf"(!?)\[({_INNER})\](?:\[([^\]]*)\])?")


def translated(piece: str, target: str) -> str:
    """How a translation writes a link or image that the source writes as that piece.

    >>> translated("[the law][gdpr]", "https://law.example"), translated("[gdpr]", "law.md")
    ('[translated words][gdpr]', '[translated words][gdpr]')
    >>> translated("[our policy](policy.md)", "policy.md"), translated("", "!logo.png")
    ('[translated words](policy.md)', '![translated words](logo.png)')
    """
    if piece.startswith("<"):
        return piece
    if match := _IN_BRACKETS.fullmatch(piece):
        return f"{match[1]}[translated words][{match[3] or match[2]}]"
    sign = "!" if target.startswith("!") else ""
    return f"{sign}[translated words]({target.removeprefix('!')})"
