"""Characters that nobody sees, where they can hide or reorder what is read.

Each has a use somewhere, and is fine there; elsewhere it is an error. What that use is comes from:
UAX #9 (bidirectional text), UAX #31 and UTS #39 (joiners, marks), UTS #51 (emoji), UTS #55 (text
that looks other than it is), and the chapters of the Unicode Standard on the scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from polynotice.checks.concern import sought_by
from polynotice.checks.look import Look
from polynotice.checks.pair import Finding, Pair

# Whatever is looked at closely.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U0001bca0-\U0001bca3\U0001d159"
    "\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Five marks in a row are at least five signs that are no letters.
_SIGN = re.compile(r"[^\w\s\x00-\x7f]")
_FIVE_SIGNS = re.compile(f"{_SIGN.pattern}{{5}}")

_BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159")
"""Letters and signs without a shape."""

_FLAGS = re.compile("\U0001f3f4\U000e0067\U000e0062([\U000e0061-\U000e007a]{3})\U000e007f")
_NATIONS = {"eng", "sct", "wls"}

_JOINING = (
    "ARABIC", "SYRIAC", "MANDAIC", "NKO", "MONGOLIAN", "PHAGS-PA", "ADLAM", "DEVANAGARI", "BENGALI",
    "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER",
    "MYANMAR", "TIBETAN", "BALINESE", "JAVANESE", "MEETEI", "CHAKMA",
)  # fmt: skip
"""Scripts whose letters take other shapes beside a joiner, by the names of their characters."""

_UNSPACED = (
    "KHMER",
    "LAO",
    "MYANMAR",
    "THAI",
    "TIBETAN",
    "JAVANESE",
    "BALINESE",
    "TAI ",
    "NEW TAI",
)
"""Scripts without spaces between words, where a line may break at a zero-width space."""

_RTL_LANGUAGES = {"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}

_CLOSE = "\u2069"
_ISOLATES = {"\u2066": ("L",), "\u2067": ("R", "AL"), "\u2068": ("L", "R", "AL")}
"""What opens an isolate, with the kinds of letter that may come first in it."""

_MOST_MARKS = 4
"""On one letter (UTS #39, 5.4): more of them cover the lines around."""


def _may_have_strangers(look: Look) -> Iterator[int]:
    yield from look.with_any_of(_SUSPECT.findall(look.characters))
    if _SIGN.search(look.characters):
        yield from look.with_match(_FIVE_SIGNS)


@sought_by(_may_have_strangers)
def hidden_characters(pair: Pair) -> Iterator[Finding]:
    """Invisible characters in a translation."""
    return invisible(pair.translation, pair.lang, "translation")


def invisible(text: str, lang: str, name: str) -> Iterator[Finding]:
    """A finding for each invisible character that is not at home in a text in the language `lang`.

    `name` is what the text is called in the finding.
    """
    # Printable ASCII has none, and is told apart at a glance.
    if text.isascii() and text.isprintable():
        return
    # One expression with alternatives is slower than two.
    if not (_SUSPECT.search(text) or _FIVE_SIGNS.search(text)):
        return
    for character, can_be_waived in dict.fromkeys(_strangers(text, lang)):
        code = f"U+{ord(character):04X}"
        known = unicodedata.name(character, "")
        yield Finding(
            code="hidden-character",
            message=f"The {name} has an invisible {code} ({known or 'a control character'}) in it."
            if not unicodedata.combining(character) or character in _BLANK
            else f"The {name} has {code} ({known}) on top of {_MOST_MARKS} other marks.",
            hint="Remove it.",
            can_be_waived=can_be_waived,
        )


def _strangers(text: str, lang: str) -> Iterator[tuple[str, bool]]:
    """Each character that is not at home, and whether a person may know better."""
    text = _FLAGS.sub(
        lambda match: "\U0001f3f4" if _nation(match[1]) in _NATIONS else match[0], text
    )
    is_rtl = lang.split("-")[0] in _RTL_LANGUAGES or any(map(_is_rtl, text))
    yield from ((character, False) for character in _unpaired(text, is_allowed=is_rtl))
    marks = 0
    for position, character in enumerate(text):
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            yield character, False
        if not _SUSPECT.match(character) or character in _ISOLATES or character == _CLOSE:
            continue
        if character in "\u200e\u200f\u061c":
            if not is_rtl:
                yield character, True
        elif rule := _RULES.get(character):
            before = text[position - 1 : position]
            if not rule(before, text[position + 1 : position + 2]):
                yield character, True
        elif not _is_variation(text, position):
            yield character, unicodedata.category(character) in ("Co", "Cn")


def _nation(tags: str) -> str:
    return "".join(chr(ord(tag) - 0xE0000) for tag in tags)


def _is_rtl(character: str) -> bool:
    return character.isalpha() and unicodedata.bidirectional(character) in ("R", "AL")


def _unpaired(text: str, *, is_allowed: bool) -> Iterator[str]:
    """Isolates that do not end, end nothing, or turn what is in them round.

    One whose first letter is of its own direction does what the reader's own eyes would (UAX #9,
    P2 and P3), but keeps it apart from what stands around it.
    """
    open_ones: list[tuple[str, bool]] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        if character in _ISOLATES:
            if not is_allowed:
                yield character
            open_ones.append((character, False))
        elif character == _CLOSE:
            if not open_ones:
                yield character
            else:
                open_ones.pop()
        elif kind in ("L", "R", "AL") and open_ones and not open_ones[-1][1]:
            start = open_ones[-1][0]
            open_ones[-1] = (start, True)
            if kind not in _ISOLATES[start]:
                yield start
    yield from (start for start, _ in open_ones)


@lru_cache(maxsize=1024)
def _script_is(character: str, scripts: tuple[str, ...]) -> bool:
    return bool(character) and unicodedata.name(character, "").startswith(scripts)


def _is_pictograph(character: str) -> bool:
    """Whether an emoji may be made with it: a picture, the colour of its skin, or its style."""
    return bool(character) and (
        unicodedata.category(character) in ("So", "Sk", "Cn") or character == "\ufe0f"
    )


def _is_joiner_at_home(before: str, behind: str) -> bool:
    return _script_is(before, _JOINING) or (_is_pictograph(before) and _is_pictograph(behind))


def _is_non_joiner_at_home(before: str, _: str) -> bool:
    return _script_is(before, _JOINING)


def _is_space_at_home(before: str, behind: str) -> bool:
    return _script_is(before, _UNSPACED) or _script_is(behind, _UNSPACED)


def _is_hyphen_at_home(before: str, behind: str) -> bool:
    return before.isalpha() and behind.isalpha()


def _is_word_joiner_at_home(before: str, behind: str) -> bool:
    """Whether it keeps a sign on the line of a word; within a word it does nothing."""
    return any(one.isprintable() and one and not one.isalnum() for one in (before, behind))


_RULES: dict[str, Callable[[str, str], bool]] = {
    "\u200d": _is_joiner_at_home,
    "\u200c": _is_non_joiner_at_home,
    "\u200b": _is_space_at_home,
    "\u00ad": _is_hyphen_at_home,
    "\u2060": _is_word_joiner_at_home,
}


def _is_variation(text: str, position: int) -> bool:
    """Whether the character chooses a form of the one before it, which has forms."""
    character, before = text[position], text[position - 1 : position]
    if "\u180b" <= character <= "\u180f":
        return _script_is(before, ("MONGOLIAN",))
    is_han = _script_is(before, ("CJK ",))
    if "\U000e0100" <= character <= "\U000e01ef":
        return is_han
    if "\ufe00" <= character <= "\ufe0f":
        has_styles = (
            unicodedata.category(before)[0] in "SN" or before in "#*\u203c\u2049\u2139\u3030"
        )
        return bool(before) and (is_han or has_styles)
    return False
