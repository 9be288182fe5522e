"""Pseudo-locales: translations that nobody needs to read, to see what a translation will do."""

from __future__ import annotations

import re

from polynotice.core.model import Phrase, State, Text
from polynotice.core.translation import Say

_LATIN = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝĥîĵķļḿñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽ",
)
_ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "اببدعفگهيجكلمنوپقرستوفوكيزاببدعفگهيجكلمنوپقرستوفوكيز",
)
_VOWEL = re.compile("([aeiou])", re.IGNORECASE)
# Code, the targets of links and images, references, automatic links, entities, braces, values,
# escapes.
_NOT_WORDS = re.compile(
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|\]\((?:[^()\s]|\([^()\s]*\))*|\[[^\]]*\]\[\]|\]\[[^\]]*\]|\[\^[^\]]*\]"
    r"|<[^>]*>|&[#\w]+;|\{[^}]*\}|%\(\w+\)[a-z]|\\."
)


def pseudo(lang: str) -> Say:
    """Says every text accented, longer by its vowels, and in brackets that show where it ends.

    `lang` is `en-XA`, or `ar-XB`, whose letters run from right to left. Markdown stays as it is.
    """
    letters = _ARABIC if lang == "ar-XB" else _LATIN

    def say(text: Text) -> Phrase:
        return Phrase(
            text=f"⟦{_disguised(text.msgid, letters)}⟧", lang=lang, state=State.TRANSLATED
        )

    return say


def _disguised(text: str, letters: dict[int, int]) -> str:
    def words(part: str) -> str:
        return _VOWEL.sub(r"\1\1", part).translate(letters)

    pieces, end = [], 0
    for kept in _NOT_WORDS.finditer(text):
        pieces += [words(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*pieces, words(text[end:])])
