"""What a translation says: words written twice, sentences and clauses that were dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress, count
from operator import eq

from polynotice.checks.concern import sought_by
from polynotice.checks.endings import own_sign
from polynotice.checks.look import BETWEEN, Look
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import around, both, head, tail
from polynotice.checks.segmentation import sentences
from polynotice.checks.written import MARKUP_OF_WORDS, as_read
from polynotice.core.conventions import Conventions
from polynotice.core.problems import Severity
from polynotice.html.plain_text import OMITTED

# Accents and vowel signs that stand as characters of their own belong to their word.
_DOUBLED = re.compile(
    r"(?<![\w\u0300-\u036f\u064b-\u065f'’-])([^\W\d_]++)\s+\1(?![\w\u0300-\u036f\u064b-\u065f'’-])"
)
_NO_LETTER = re.compile(r"[\W\d_]")

# Languages without spaces between words, and those in which to double a word is grammar.
_DOUBLING = {
    "bn", "gu", "hi", "ja", "km", "kn", "ko", "lo", "ml", "mr", "my", "ne", "pa", "si", "ta", "te",
    "th", "tr", "ur", "vi", "yue", "zh",
}  # fmt: skip

_MAY_DOUBLE = {
    "cs": {"se"},
    "da": {"de", "den", "der", "det"},
    "de": {"das", "dem", "den", "der", "die", "sie"},
    "en": {"had", "that"},
    "fi": {"ne", "se"},
    "fr": {"nous", "vous"},
    "gl": {"se"},
    "hu": {"az", "egy"},
    "nb": {"de", "den", "det"},
    "nl": {"dat", "die", "haar", "je", "u"},
    "nn": {"den", "det"},
    "no": {"de", "den", "det"},
    "pt": {"da", "das", "do", "dos", "se"},
    "sv": {"de", "den", "det", "som"},
}
"""Words that a right sentence can have twice running: "die Daten, die die Kunden …", "diferente do
do seu país" and alike."""


def _may_have_doubled(look: Look) -> Iterator[int]:
    if look.language in _DOUBLING:
        return
    yield from look.of_kinds(MARKUP_OF_WORDS)
    # What the source has letter for letter is right.
    spaces = "".join(filter(str.isspace, look.characters))
    is_spaced = spaces == " " and "  " not in look.joined
    sources = look.sources.each(_plain)
    text = look.joined.replace(BETWEEN, f" {BETWEEN} ")
    for sign in _NO_LETTER.findall(look.characters):
        text = text.replace(sign, " ")
    words = text.split()
    place, looked_at = -1, 0
    for number in compress(count(), map(eq, words, words[1:])):
        place += words[looked_at:number].count(BETWEEN)
        looked_at = number
        word = words[number]
        if word != BETWEEN and not (is_spaced and f"{word} {word}" in sources[place]):
            yield place


def _plain(source: str, _: Conventions) -> str:
    return as_read(source)


@sought_by(_may_have_doubled)
def doubled_words(pair: Pair) -> Iterator[Finding]:
    """A word does not stand twice running ("de de"), but where grammar wants it."""
    language = _language(pair.lang)
    if language in _DOUBLING:
        return
    text = as_read(pair.translation)
    allowed = _MAY_DOUBLE.get(language, set())
    for match in _DOUBLED.finditer(text):
        word, source = match[1], as_read(pair.source)
        # "Baden Baden" is a name.
        if word in allowed or match[0] in source:
            continue
        yield Finding(
            code="doubled-word",
            severity=Severity.WARNING,
            message=f'The translation has "{word}" twice running '
            f'("{around(match.start(), match.end(), text)}"), the source has not '
            f'("{head(source)}").',
            hint=f'Write "{word}" once.',
        )


_EXPANSION = {
    "ar": 0.9, "bg": 1.15, "ca": 1.15, "cs": 1.1, "da": 1.05, "de": 1.2, "el": 1.28, "en": 1.0,
    "es": 1.15, "et": 1.0, "fa": 1.05, "fr": 1.25, "he": 0.8, "hi": 1.04, "hu": 1.15, "it": 1.15,
    "ja": 0.93, "ko": 0.86, "ms": 1.16, "nb": 1.05, "nl": 1.15, "pl": 1.15, "pt": 1.25,
    "pt-BR": 1.06, "ro": 1.18, "ru": 1.17, "sk": 1.0, "sv": 1.1, "ta": 1.3, "tr": 1.08,
    "uk": 1.06, "zh": 0.85,
}  # fmt: skip
"""How long a text is in each language, beside English, in letters as `weight` counts them.

Medians of 23,000 messages of public notices whose translations a professional made; for the
languages that they do not have, of this notice and of SecureDrop's interface
(freedomofpress/securedrop), or of like languages.
"""

_OTHERS = 1.1

SHORT = 40
"""A text of fewer letters says too little about its language's length."""

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3040-\u30ff\uff66-\uff9d]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ANY_OF_THEM = re.compile(
    f"[{''.join(each.pattern[1:-1] for each in (_IDEOGRAPH, _KANA, _HANGUL))}]"
)


@lru_cache(maxsize=8192)
def weight(text: str) -> float:
    """How much the text says, in letters: an ideograph counts for three, a kana for one and a half.

    >>> weight("data"), weight("データ"), weight("数据"), weight("정보")
    (4, 4.5, 6, 4)
    """
    if text.isascii() or not _ANY_OF_THEM.search(text):
        return len(text)
    ideographs = len(_IDEOGRAPH.findall(text))
    return len(text) + 2 * ideographs + len(_KANA.findall(text)) / 2 + len(_HANGUL.findall(text))


def _may_be_of_other_length(look: Look) -> Iterator[int]:
    yield from look.wordless
    yield from look.of_kinds(MARKUP_OF_WORDS)
    for place, (size, ratio) in enumerate(
        zip(look.sources.each(_size), _shares(look), strict=True)
    ):
        if size > SHORT and not _is_usual(ratio, size):
            yield place


def _size(source: str, _: Conventions) -> float:
    return weight(as_read(source))


def _shares(look: Look) -> Iterator[float]:
    """What `_share` says of each translation that is read as it is written."""
    weigh = weight if _ANY_OF_THEM.search(look.characters) else len
    usual = expansion(look.conventions.lang) / expansion(look.sources.conventions.lang)
    for size, text in zip(look.sources.each(_size), look.texts, strict=True):
        yield weigh(text) / size / usual if size else 0


def _is_usual(ratio: float, size: float) -> bool:
    tolerance = 1.4 + 30 / size
    return 1 / tolerance <= ratio <= tolerance


@sought_by(_may_be_of_other_length)
def length(pair: Pair) -> Iterator[Finding]:
    """A translation is about as long as its language takes to say what the source says."""
    source, translation = as_read(pair.source), as_read(pair.translation)
    if _has_word(source) and not _has_word(translation) and OMITTED not in translation:
        yield Finding(
            code="length",
            severity=Severity.WARNING,
            message=f"The translation has no word in it {both(pair)}.",
            hint=f'Translate "{head(source)}".',
        )
        return
    size = weight(source)
    if size <= SHORT:
        return
    ratio = _share(translation, source, pair)
    if _is_usual(ratio, size):
        return
    characters = round(len(translation) / ratio)
    direction, what = (
        ("longer", "something was added") if ratio > 1 else ("shorter", "a clause was dropped")
    )
    yield Finding(
        code="length",
        severity=Severity.WARNING,
        message=f"The translation is much {direction} than its language needs: {len(translation)} "
        f'characters ("{head(translation)}"), where about {characters} are usual for this source '
        f'("{head(source)}").',
        hint=f'Look whether {what}, such as the end: "{tail(source)}".',
    )


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


@cache
def expansion(lang: str) -> float:
    """How long a text is in that language, beside English."""
    return _EXPANSION.get(lang) or _EXPANSION.get(_language(lang), _OTHERS)


_HALF_END = re.compile(r"[;:；：؛·](?=\s|$)|[；：—–](?=\S)|\s[—–]\s")
_UNMARKED = {"lo", "th"}
"""Languages in which no sign ends a sentence."""


def _may_lack_one(look: Look) -> Iterator[int]:
    yield from look.of_kinds(MARKUP_OF_WORDS)
    least = look.sources.each(_least_share)
    for place, (share, must) in enumerate(zip(_shares(look), least, strict=True)):
        if share < must:
            yield place


def _least_share(source: str, _: Conventions) -> float:
    """Of how much less than the source a translation may lack one of its sentences."""
    text = as_read(source)
    must = sentences(text)
    if len(must) < 2:
        return 0
    return 1 - _OF_THE_SHORTEST * min(map(weight, must)) / weight(text)


@sought_by(_may_lack_one)
def missing_sentence(pair: Pair) -> Iterator[Finding]:
    """A translation with fewer sentences than its source is not shorter by one of them.

    A careful translator makes one sentence of two, but says what both said.
    """
    if _language(pair.lang) in _UNMARKED:
        return
    source = as_read(pair.source)
    must = sentences(source)
    if len(must) < 2:
        return
    text = as_read(pair.translation)
    there = sentences(text)
    joined = len(there) + len(_HALF_END.findall(text)) - len(_HALF_END.findall(source))
    if max(len(there), joined) >= len(must):
        return
    if _share(text, source, pair) >= _least_share(pair.source, pair.source_conventions):
        return
    yield Finding(
        code="missing-sentence",
        severity=Severity.WARNING,
        message=f'The source has {len(must)} sentences, the last "{head(must[-1])}"; the '
        f'translation has {len(there)}, the last "{head(there[-1] if there else text)}", and is '
        "shorter than its language needs to say all of them.",
        hint="Translate the sentence that was dropped; two that were made one can be joined with "
        f'a semicolon: "…{own_sign("a semicolon", _language(pair.lang))} …".',
    )


_OF_THE_SHORTEST = 0.7
"""By how much of the shortest sentence a text that lacks one is shorter than usual, at least.

Measured on real translations: CONTRIBUTING has what 0.5 and 0.9 would find, and find falsely.
"""


def _share(translation: str, source: str, pair: Pair) -> float:
    """How much the translation says of the source, going by its language's usual length."""
    usual = expansion(pair.lang) / expansion(pair.source_conventions.lang)
    return weight(translation) / weight(source) / usual


def _language(lang: str) -> str:
    return lang.split("-")[0]
