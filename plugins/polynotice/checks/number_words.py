"""Numbers that a text spells out: "two", "zwölfmonatig", "第三", "다섯"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from polynotice.checks.ideographic_numbers import IDEOGRAPHIC, hangul, ideographs
from polynotice.checks.spelled_words import WORDS
from polynotice.core.conventions import small

_OTHER_NAMES = {"ms": "id", "nn": "nb", "no": "nb", "tl-PH": "tl", "bs": "hr"}
COUNTING = frozenset({"ja", "ko", "vi", "yue", "zh"})
"""Languages that count one of a thing where English has "a" or "each"."""

# With the vowel signs of Indic scripts, which are no letters to a regular expression.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0951-\u0963])+")
_JOINED = re.compile(r"[ \u00a0-]+(?:(?:a|and|e|et|i|og|och|und|y|και|и|й|và|și|u|و)[ \u00a0-]+)?")
_MARKS = re.compile(r"[\u00ad\u0591-\u05c7\u064b-\u0652\u0640]")
_AS_ONE = str.maketrans("أإآىةٱ", "ااايها")


class _Word(NamedTuple):
    value: frozenset[int]
    start: int
    end: int


def spelled(text: str, lang: str, *, counted: bool = False) -> list[frozenset[str]] | None:
    """The values of each number that the text spells out; None if that language is not known.

    With `counted`, an English "a" or "each" is a one, as a language of `COUNTING` has it.

    >>> [set(one) for one in spelled("twenty-one days, and a third time", "en")]
    [{'21'}, {'3'}]
    """
    language = lang.split("-")[0]
    language = _OTHER_NAMES.get(language, language)
    if language in IDEOGRAPHIC:
        numbers = ideographs(text)
    elif language == "ko":
        numbers = hangul(text)
    elif language in WORDS:
        normalised = _normalised(text, language)
        numbers = _combined(normalised, _words(normalised, language), language)
        if language == "en":
            numbers += _ones(text, counted=counted)
    else:
        return None
    return [frozenset(map(str, value)) for value in numbers]


def may_spell(text: str, lang: str, least: int) -> bool:
    """Whether the text may spell out a number from `least` on: a quick test, which says so often.

    >>> may_spell("Within thirty days", "en", 4), may_spell("Within two days", "en", 4)
    (True, False)
    """
    language = lang.split("-")[0]
    if language not in WORDS or language in _WITHIN:
        return True
    words, stems = _high_words(_OTHER_NAMES.get(language, language), least)
    return any(
        word in words or word.startswith(stems)
        for word in set(_WORD.findall(_normalised(text, language)))
    )


@cache
def _high_words(language: str, least: int) -> tuple[frozenset[str], tuple[str, ...]]:
    words, stems = _table(language)
    return (
        frozenset(word for word, values in words.items() if max(values) >= least),
        tuple(stem for stem, values in stems.items() if max(values) >= least),
    )


def _normalised(text: str, language: str) -> str:
    """The text in small letters, as the table of words has them."""
    text = _MARKS.sub("", unicodedata.normalize("NFC", text))
    text = small(text.replace("I", "ı") if language == "tr" else text)
    if language == "el":
        plain = unicodedata.normalize("NFD", text)
        return "".join(sign for sign in plain if not unicodedata.combining(sign))
    if language == "uk":
        return re.sub(r"(?<=\w)['’ʼ](?=\w)", "", text)
    return text.translate(_AS_ONE) if language == "ar" else text


@cache
def _table(language: str) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """The words of a language, and the stems that may go on, with what each can mean."""
    words: dict[str, set[int]] = {}
    stems: dict[str, set[int]] = {}
    value = 0
    for piece in WORDS[language].split():
        if piece.isdigit():
            value = int(piece)
        else:
            whole = piece.rstrip("*")
            (stems if piece.endswith("*") else words).setdefault(whole, set()).add(value)
    return (
        {word: frozenset(values) for word, values in words.items()},
        {stem: frozenset(values) for stem, values in stems.items()},
    )


# What Arabic and Hebrew write together with the word: "and", "the", "in", "to".
_PREFIXES = {
    "ar": ("و", "ال", "وال", "ب", "بال", "ل", "لل", "ف", "ك"),
    "he": ("ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "ומ", "שה", "מה"),
}


def _words(text: str, language: str) -> list[_Word]:
    words = []
    for match in _WORD.finditer(text):
        if len(match[0]) > _LONGEST:
            continue
        value = _value(match[0], language)
        for prefix in _PREFIXES.get(language, ()):
            if value is None and match[0].startswith(prefix):
                value = _value(match[0][len(prefix) :], language)
        if value:
            words.append(_Word(value, match.start(), match.end()))
    return words


_LONGEST = 40
"""A word of more letters is no number."""

# What stands between the parts of a number that is one word: "vierundzwanzig", "tweeëntwintig".
_LINKS = {"da": ("og", ""), "de": ("und", ""), "nl": ("en", "ën", ""), "sl": ("in", "")}
_WITHIN = {"da", "de", "et", "fi", "hu", "it", "nb", "nl", "sk", "sl", "sv", "tr"}
"""Languages that write a number of several words as one."""


def _value(word: str, language: str) -> frozenset[int] | None:
    """What a word can mean as a number: the longest number that it is, or that it begins with."""
    words, stems = _table(language)
    if word in words:
        return words[word]
    for size in range(len(word) - 1, 1, -1):
        beginning = words.get(word[:size]) or stems.get(word[:size])
        if beginning and language in _WITHIN:
            together = _one_word(beginning, word[size:], language)
            if together:
                return together
    for size in range(len(word), 1, -1):
        if word[:size] in stems:
            return stems[word[:size]]
    return None


def _one_word(beginning: frozenset[int], rest: str, language: str) -> frozenset[int] | None:
    for link in _LINKS.get(language, ("",)):
        end = (
            _value(rest[len(link) :], language) if rest.startswith(link) and rest != link else None
        )
        sums = {
            both
            for one in beginning
            for other in end or ()
            if (both := _together(one, other, language, is_linked=bool(link)))
        }
        if sums:
            return frozenset(sums)
    return None


def _combined(text: str, words: list[_Word], language: str) -> list[frozenset[int]]:
    """Each number of one word or several: "twenty-one", "thirty and one", "two hundred"."""
    numbers: list[frozenset[int]] = []
    end = -1
    for word in words:
        is_joined = end >= 0 and _JOINED.fullmatch(text[end : word.start].lower())
        sums = {
            both
            for one in (numbers[-1] if numbers and is_joined else ())
            for other in word.value
            if (both := _together(one, other, language))
        }
        if sums:
            numbers[-1] = frozenset(sums)
        else:
            numbers.append(word.value)
        end = word.end
    return numbers


_TENFOLD = ("fi", "et", "id", "vi")
_UNITS_FIRST = ("ar", "mt")
_TEENS = {"ar": 10, "ga": 11, "he": 10, "id": 11}
"""What stands behind a unit in a number from 11 to 19: "three ten", or a word of its own."""


def _together(one: int, other: int, language: str, *, is_linked: bool = False) -> int | None:
    """What two number words beside each other say together, if they do."""
    if other in (100, 1000) and 1 <= one < other:
        return one * other
    if language in _TENFOLD and other == 10 and 1 < one < 10:
        return one * 10
    if language in _TEENS and other == _TEENS[language] and one < 10:
        return one + 10
    if language == "fr" and (one % 100, other) == (4, 20):
        return one + 76
    if language in _TENFOLD and one > 100 and 0 < one % 100 < 10 and other == 10:
        return one + 9 * (one % 10)
    if (is_linked or language in _UNITS_FIRST) and one < 10 and 20 <= other < 100:
        return one + other
    is_teen = one == 10 and (language in ("tr", "vi") or (language == "fr" and other > 6))
    is_french = language == "fr" and one % 100 in (60, 80) and 10 <= other < 20
    is_ten = one % 100 >= 20 and one % 10 == 0
    if is_french or (other < 10 and (is_teen or is_ten)):
        return one + other
    if one >= 100 and one % 100 == 0 and other < 100:
        return one + other
    return None


_UNIT = (
    r"(?:(?:calendar|business|working|full|single) )?(?:second|minute|hour|day|week|month|year)s?"
)
_A_UNIT = re.compile(rf"\b(?:an?|each|every|per|any|another) (?={_UNIT}\b)", re.IGNORECASE)
_A_THING = re.compile(r"\b(?:an?|each|every|per|any|another)\b", re.IGNORECASE)


def _ones(text: str, *, counted: bool) -> list[frozenset[int]]:
    """A one for each "a month", and with `counted` for each "a" and "each"."""
    pattern = _A_THING if counted else _A_UNIT
    return [frozenset({1}) for _ in pattern.finditer(text)]
