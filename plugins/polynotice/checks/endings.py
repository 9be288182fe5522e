"""How a text ends: the kind of its last sign, and which kinds mean the same."""

from __future__ import annotations

import re

from polynotice.checks.segmentation import sentences

KINDS = {
    "a full stop": ".。．｡।॥৷۔։።။។៕།|",
    "a question mark": "?？؟፧⁇",
    "an exclamation mark": "!！",
    "a colon": ":：፦",
    "a semicolon": ";；؛",
    "a comma": ",，、،፣",
    "an ellipsis": "…‥",
}
KIND_OF = {sign: kind for kind, signs in KINDS.items() for sign in signs}
_GREEK = {";": "a question mark", "\u037e": "a question mark", "·": "a semicolon"}

_OWN_SIGN = {
    "am": {"a full stop": "።"},
    "ar": {"a question mark": "؟", "a semicolon": "؛", "a comma": "،"},
    "bn": {"a full stop": "।"},
    "el": {"a question mark": ";", "a semicolon": "·"},
    "fa": {"a question mark": "؟", "a semicolon": "؛", "a comma": "،"},
    "hi": {"a full stop": "।"},
    "hy": {"a full stop": "։"},
    "ja": {"a full stop": "。", "a question mark": "？", "a semicolon": "；", "a colon": "：",
           "a comma": "、"},
    "km": {"a full stop": "។"},
    "my": {"a full stop": "။"},
    "ur": {"a full stop": "۔", "a question mark": "؟", "a semicolon": "؛", "a comma": "،"},
    "zh": {"a full stop": "。", "a question mark": "？", "a semicolon": "；", "a colon": "：",
           "a comma": "，"},
}  # fmt: skip
"""What a sign looks like in languages that do not write it as English does."""

_UNMARKED = {"lo", "th"}
"""Languages that end a sentence with no sign at all."""

# A question in Japanese or Korean may end with a full stop; in Armenian, always.
_ASKING = {"hy": "", "ja": "か", "ko": "까"}

CLOSING = " \t\n\u00a0\u202f\u3000\"'’‘”“„»«›‹)]}）］｝」』】》〉"
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:co|corp|dvs|ecc|enz|etc|inc|itd|itp|jr|kft|lda|ltd|nr|no|oy|pty|sl|st|usw)"
    r"|(?:\w\.\s?)+\w)\.$",
    re.IGNORECASE,
)


def ending(text: str, language: str) -> str | None:
    """The kind of sign with which the text ends, before closing brackets and quotation marks.

    >>> ending("Your data (in short).", "en"), ending("「データ。」", "ja"), ending("Data", "en")
    ('a full stop', 'a full stop', None)
    """
    bare = text.rstrip(CLOSING)
    if bare.endswith("..."):
        return "an ellipsis"
    if language == "el" and bare[-1:] in _GREEK:
        return _GREEK[bare[-1]]
    return KIND_OF.get(bare[-1:])


_DATED = re.compile(r"\d\s?(?:\.|(?:d|god|r|roku|г|год|р|m|g|gada|sh|j)\.)$", re.IGNORECASE)
"""A full stop that belongs to an ordinal or a date: "18.", "2025 r.", "2025 г.", "18 d."."""

_ITEM = frozenset({None, "a comma", "a semicolon"})
"""How an item of a list may end: each language has its own way, and its own choice."""

_IDEOGRAPHIC = frozenset({"ja", "ko", "zh"})

_SAME = frozenset(
    {
        ("a colon", "a comma"),  # "you have the right," before a list
        ("an exclamation mark", "a full stop"),
        ("a full stop", "an exclamation mark"),
    }
)


def means_the_same(source: str, translation: str, source_language: str, language: str) -> bool:
    """Whether a translation that ends with another kind of sign says the same by it."""
    for own, other in ((source, translation), (translation, source)):
        bare = _without_name(own, other)
        if bare is not None:
            source, translation = (bare, other) if own is source else (other, bare)
            break
    must, there = ending(source, source_language), ending(translation, language)
    if must == there or (must, there) in _SAME:
        return True
    if there is None and language in _UNMARKED:
        return True
    if must == "a question mark":
        return _asks_no_more(source, translation, there, language)
    if must == "a colon":
        # "The following are used." introduces a list, too.
        return there == "a full stop" and language in _IDEOGRAPHIC
    if must == "a full stop":
        return _may_lose_its_stop(source, there, language)
    return must in _ITEM and (there in _ITEM or _may_gain_a_stop(source, translation, there))


def _without_name(text: str, other: str) -> str | None:
    """The text without the sign at its end, if that belongs to a name that both texts have."""
    bare = text.rstrip(CLOSING)
    words = bare.split()[-2:]
    if len(words) < 2 or KIND_OF.get(bare[-1:]) not in ("a question mark", "an exclamation mark"):
        return None
    return bare[:-1] if " ".join(words) in " ".join(other.split()) else None


def _asks_no_more(source: str, translation: str, there: str | None, language: str) -> bool:
    """Whether a question became what is none: in a heading a phrase, or by another sign."""
    if there == "a full stop" and language in _ASKING:
        return translation.rstrip(CLOSING)[:-1].endswith(_ASKING[language])
    return there is None and len(sentences(source)) == 1 and len(source) <= _HEADING


_HEADING = 80
"""The most letters of what may be a heading."""


def _may_lose_its_stop(source: str, there: str | None, language: str) -> bool:
    if there is None and _is_dotted(source):
        return True
    if len(sentences(source)) > 1:
        return False
    return there in _ITEM and (there is not None or language in _IDEOGRAPHIC)


def _may_gain_a_stop(source: str, translation: str, there: str | None) -> bool:
    if there != "a full stop":
        return False
    return len(source.split()) > _TITLE or _is_dotted(translation)


_TITLE = 3
"""The most words of what is a title rather than a sentence."""


def _is_dotted(text: str) -> bool:
    """Whether the full stop at the end belongs to the last word: "etc.", "Ltd.", "18."."""
    bare = text.rstrip(CLOSING)
    return _ABBREVIATION.search(bare) is not None or _DATED.search(bare) is not None


def own_sign(kind: str, language: str) -> str:
    """The sign of that kind, as the language writes it."""
    sign = _OWN_SIGN.get(language, {}).get(kind, KINDS[kind][0])
    return f"\u202f{sign}" if language == "fr" and sign in ";:?!" else sign
