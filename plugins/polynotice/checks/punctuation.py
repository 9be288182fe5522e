"""The signs of a translation: space around it, its end, and signs as its language writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import around, head, tail
from polynotice.checks.written import as_read
from polynotice.core.problems import Severity
from polynotice.html.inline import OMITTED

_KINDS = {
    "a full stop": ".。．｡।॥۔։።။។៕།|",
    "a question mark": "?？؟፧⁇",
    "an exclamation mark": "!！",
    "a colon": ":：፦",
    "a semicolon": ";；؛",
    "a comma": ",，、،፣",
    "an ellipsis": "…‥",
}
_KIND_OF = {sign: kind for kind, signs in _KINDS.items() for sign in signs}
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

_NEVER = {
    "am": ".", "ar": "?", "bn": "|", "el": "?", "fa": "?", "hi": "|", "ja": ".", "ur": ".?",
    "zh": ".",
}  # fmt: skip
"""Signs that a language does not write behind a letter of its own script."""

_LAST_LATIN = "\u036f"

_UNMARKED = {"lo", "th"}
"""Languages that end a sentence with no sign at all."""

# A question in Japanese or Korean may end with a full stop; in Armenian, always.
_ASKING = {"hy": "", "ja": "か", "ko": "까"}

_CLOSING = " \t\n\u00a0\u202f\u3000\"'’‘”“„»«›‹)]}）］｝」』】》〉"
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:co|corp|ecc|enz|etc|inc|itd|itp|jr|kft|lda|ltd|nr|no|oy|pty|sl|st|usw)"
    r"|(?:\w\.\s?)+\w)\.$",
    re.IGNORECASE,
)


def outer_space(pair: Pair) -> Iterator[Finding]:
    """A translation begins and ends without a space, where its source does."""
    source, translation = pair.source, pair.translation
    if not (translation[:1].isspace() or translation[-1:].isspace()):
        return
    ends = (
        ("begins", translation[:1], source[:1], head(translation), head(source)),
        ("ends", translation[-1:], source[-1:], tail(translation), tail(source)),
    )
    for verb, there, must, words, source_words in ends:
        if there.isspace() and not must.isspace():
            yield Finding(
                code="outer-space",
                message=f'The translation {verb} with {_name_of_space(there)} ("{words}"), the '
                f'source with none ("{source_words}").',
                hint=f'Let it {verb[:-1]} with a word: "{words.strip()}".',
            )


def _name_of_space(space: str) -> str:
    names = {" ": "a space", "\n": "a new line", "\t": "a tab", "\u00a0": "a no-break space"}
    return names.get(space, f"a space (U+{ord(space):04X})")


def end_punctuation(pair: Pair) -> Iterator[Finding]:
    """A translation ends with the sign with which its source ends, as its language writes it."""
    language, source_language = _language(pair.lang), _language(pair.source_conventions.lang)
    source, translation = as_read(pair.source), as_read(pair.translation)
    must, there = ending(source, source_language), ending(translation, language)
    if must != there:
        if not _is_alike(source, translation, must, there, language):
            yield _ends_otherwise(source, translation, must, there, language)
        return
    bare = translation.rstrip(_CLOSING)
    sign, stem = bare[-1:], bare[:-1].rstrip()
    if sign and sign in _NEVER.get(language, "") and _is_of_another_script(stem[-1:]):
        own = own_sign(_KIND_OF[sign], language)
        yield _warning(
            f'The source ends with "{tail(source)}", the translation with "{tail(translation)}": '
            f'its language writes "{own}" for "{sign}".',
            f'Write "{tail(stem)}{own}".',
        )


def _is_of_another_script(letter: str) -> bool:
    """Whether that is a letter or vowel sign, and not a Latin one."""
    return letter > _LAST_LATIN and unicodedata.category(letter)[0] in "LM"


def ending(text: str, language: str) -> str | None:
    """The kind of sign with which the text ends, before closing brackets and quotation marks.

    >>> ending("Your data (in short).", "en"), ending("「データ。」", "ja"), ending("Data", "en")
    ('a full stop', 'a full stop', None)
    """
    bare = text.rstrip(_CLOSING)
    if bare.endswith("..."):
        return "an ellipsis"
    if language == "el" and bare[-1:] in _GREEK:
        return _GREEK[bare[-1]]
    return _KIND_OF.get(bare[-1:])


def _is_alike(
    source: str, translation: str, must: str | None, there: str | None, language: str
) -> bool:
    """Whether another kind of ending means the same."""
    if there is None and language in _UNMARKED:
        return True
    if must == "a question mark" and there == "a full stop" and language in _ASKING:
        return translation.rstrip(_CLOSING)[:-1].endswith(_ASKING[language])
    if {must, there} == {None, "a full stop"}:
        # "Ltd" may be "Ltd." elsewhere, and "etc." may be a word.
        dotted = source if must else translation
        return _ABBREVIATION.search(dotted.rstrip(_CLOSING)) is not None
    return False


def _ends_otherwise(
    source: str, translation: str, must: str | None, there: str | None, language: str
) -> Finding:
    bare = translation.rstrip(_CLOSING)
    stem = bare.rstrip(f"{_KINDS[there]}{bare[-1]}. ") if there else bare
    own = own_sign(must, language) if must else ""
    return _warning(
        f'The source ends with {must or "no sign"} ("{tail(source)}"), '
        f'the translation with {there or "none"} ("{tail(translation)}").',
        f'End it as the source does: "{tail(stem)}{own}".',
    )


def own_sign(kind: str, language: str) -> str:
    """The sign of that kind, as the language writes it."""
    sign = _OWN_SIGN.get(language, {}).get(kind, _KINDS[kind][0])
    return f"\u202f{sign}" if language == "fr" and sign in ";:?!" else sign


# ":smile:" is an emoji.
_SHORT_CODE = re.compile(r"(?<!\w):[\w+-]+:(?!\w)")
_BEFORE = re.compile(r"([^\u00a0\u202f;:?!…\n])([;:?!]+|»)(?=[\s»”\")\],.]|$)")
_BEFORE_CANADIAN = re.compile(r"([^\u00a0\u202f;:?!\n])(:|»)(?=[\s»”\")\],.;?!]|$)")
_AFTER = re.compile(r"«([^\u00a0\u202f])")


def french_space(pair: Pair) -> Iterator[Finding]:
    """French sets a no-break space before ; : ? ! and within « »; in Canada before : alone.

    Source: Lexique des règles typographiques en usage à l'Imprimerie nationale; for Canada, the
    Office québécois de la langue française.
    """
    if _language(pair.lang) != "fr":
        return
    text = _SHORT_CODE.sub(OMITTED, as_read(pair.translation))
    pattern = _BEFORE_CANADIAN if pair.lang == "fr-CA" else _BEFORE
    source = tail(as_read(pair.source))
    for match in pattern.finditer(text):
        space = "a space that can break" if match[1].isspace() else "no space"
        word = text[max(0, match.start(2) - 40) : match.start(2)].split()[-1:]
        yield _warning(
            f'The translation has {space} before "{match[2]}": '
            f'"{around(match.start(2), match.end(2), text)}"; the source says "{source}".',
            f'Put a narrow no-break space (U+202F) there: "{"".join(word)}\u202f{match[2]}".',
        )
    for match in _AFTER.finditer(text):
        words = head(text[match.end() - 1 :].lstrip(), 16)
        yield _warning(
            'The translation has no no-break space after "«": '
            f'"{around(match.start(), match.end(), text)}"; the source says "{source}".',
            f'Put a narrow no-break space (U+202F) there: "«\u202f{words}".',
        )


def opening_sign(pair: Pair) -> Iterator[Finding]:
    """Spanish opens what it closes with a question or exclamation mark."""
    if _language(pair.lang) not in ("ast", "es"):
        return
    text = as_read(pair.translation)
    for opening, closing in ("¿?", "¡!"):
        if closing not in text or opening in text:
            continue
        if match := re.search(rf"(\w[^.?!…]*)\{closing}(?!\w)", text):
            yield _warning(
                f'The translation closes with "{closing}" what no "{opening}" opens: '
                f'"{tail(match[0])}"; the source says "{tail(as_read(pair.source))}".',
                f'Open the sentence where the question or exclamation begins: "{opening}'
                f'{match[1]}{closing}".',
            )


def _language(lang: str) -> str:
    return lang.split("-")[0]


def _warning(message: str, hint: str) -> Finding:
    return Finding(code="end-punctuation", severity=Severity.WARNING, message=message, hint=hint)
