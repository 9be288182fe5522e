"""The signs of a translation: space around it, its end, and signs as its language writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from polynotice.checks.concern import only_where, sought_by
from polynotice.checks.endings import (
    CLOSING,
    KIND_OF,
    KINDS,
    ending,
    means_the_same,
    own_sign,
)
from polynotice.checks.look import Look
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import around, head, tail
from polynotice.checks.written import MARKUP_OF_WORDS, as_read
from polynotice.core.characters import kind
from polynotice.core.conventions import Conventions
from polynotice.core.problems import Severity
from polynotice.html.plain_text import OMITTED

_NEVER = {
    "am": ".", "ar": "?", "bn": "|", "el": "?", "fa": "?", "hi": "|", "ja": ".", "ur": ".?",
    "zh": ".",
}  # fmt: skip
"""Signs that a language does not write behind a letter of its own script."""

_LAST_LATIN = "\u036f"


def _may_have_outer_space(look: Look) -> Iterator[int]:
    ends = {text[:1] for text in look.texts} | {text[-1:] for text in look.texts}
    if any(map(str.isspace, ends)):
        texts = enumerate(look.texts)
        yield from (
            place for place, text in texts if (text[:1] + text[-1:]).strip() != text[:1] + text[-1:]
        )


@sought_by(_may_have_outer_space)
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


def _may_end_otherwise(look: Look) -> Iterator[int]:
    language = look.language
    kinds, never = look.sources.each(_ending_of_source), _NEVER.get(language, "")
    for place, (must, text, signs) in enumerate(zip(kinds, look.texts, look.kinds, strict=True)):
        last = text[-_AS_READ:]
        there = _ending_of_last(last, language) if last[-1:] not in CLOSING else ""
        if must != there or signs & MARKUP_OF_WORDS or (never and last[-1:] in never):
            yield place


_AS_READ = len("...")
"""As many signs at the end of a text say how it ends, where none of them is a closing one."""


def _ending_of_source(source: str, conventions: Conventions) -> str | None:
    return ending(as_read(source), _language(conventions.lang))


_ending_of_last = lru_cache(maxsize=4096)(ending)


@sought_by(_may_end_otherwise)
def end_punctuation(pair: Pair) -> Iterator[Finding]:
    """A translation ends with the sign with which its source ends, as its language writes it."""
    language, source_language = _language(pair.lang), _language(pair.source_conventions.lang)
    source, translation = as_read(pair.source), as_read(pair.translation)
    must, there = ending(source, source_language), ending(translation, language)
    if must != there:
        if not means_the_same(source, translation, source_language, language):
            yield _ends_otherwise(source, translation, must, there, language)
        return
    if language not in _NEVER:
        return
    bare = translation.rstrip(CLOSING)
    sign, stem = bare[-1:], bare[:-1].rstrip()
    if sign and sign in _NEVER[language] and _is_of_another_script(stem[-1:]):
        own = own_sign(KIND_OF[sign], language)
        yield _warning(
            f'The source ends with "{tail(source)}", the translation with "{tail(translation)}": '
            f'its language writes "{own}" for "{sign}".',
            f'Write "{tail(stem)}{own}".',
        )


def _is_of_another_script(letter: str) -> bool:
    """Whether that is a letter or vowel sign, and not a Latin one."""
    return letter > _LAST_LATIN and unicodedata.category(letter)[0] in "LM"


def _ends_otherwise(
    source: str, translation: str, must: str | None, there: str | None, language: str
) -> Finding:
    bare = translation.rstrip(CLOSING)
    stem = bare.rstrip(f"{KINDS[there]}{bare[-1]}. ") if there else bare
    own = own_sign(must, language) if must else ""
    closing = translation[len(bare) :].rstrip()
    is_last = not there and source.rstrip() == source.rstrip(CLOSING)
    own = f"{closing}{own}" if is_last else f"{own}{closing}"
    return _warning(
        f'The source ends with {must or "no sign"} ("{tail(source)}"), '
        f'the translation with {there or "none"} ("{tail(translation)}").',
        f'End it as the source does: "{tail(stem)}{own}".',
    )


# ":smile:" is an emoji.
_SHORT_CODE = re.compile(r"(?<!\w):[\w+-]+:(?!\w)")
_BEFORE = re.compile(r"([^\u00a0\u202f;:?!…\n])([;:?!]+|»)(?=[\s»”\")\],.]|$)")
_BEFORE_CANADIAN = re.compile(r"([^\u00a0\u202f;:?!\n])(:|»)(?=[\s»”\")\],.;?!]|$)")
_AFTER = re.compile(r"«([^\u00a0\u202f])")


@only_where(translation=kind(";:?!«»"), languages=("fr",))
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
    plain = " ".join(as_read(pair.source).split())
    for match in pattern.finditer(text):
        is_close = not match[1].isspace()
        if is_close and _is_left_as_it_is(text, match.start(2), match.end(2), plain):
            continue
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


def _is_left_as_it_is(text: str, start: int, end: int, source: str) -> bool:
    """Whether the sign stands in a name or address that the source has letter for letter.

    A word before it and one behind it, or two before it: "services:" alone is French as well.
    """
    before = text[max(0, start - _NEAR) : start].split()[-2:]
    behind = text[end : end + _NEAR].split()[:1]
    around_it = f"{text[start:end]} {behind[0]}" if behind else text[start:end]
    pieces = [f"{' '.join(before)}{text[start:end]}"] if len(before) == 2 else []
    if behind and before:
        pieces.append(f"{before[-1]}{around_it}")
    return any(piece in source for piece in pieces)


_NEAR = 80
"""As many letters around a sign hold the words beside it."""


@only_where(translation=kind("?!"), languages=("ast", "es"))
def opening_sign(pair: Pair) -> Iterator[Finding]:
    """Spanish opens what it closes with a question or exclamation mark."""
    if _language(pair.lang) not in ("ast", "es"):
        return
    text = as_read(pair.translation)
    for opening, closing in ("¿?", "¡!"):
        if closing not in text or opening in text:
            continue
        match = re.search(rf"(\w[^.?!…]*)\{closing}(?!\w)", text)
        if match and not _is_left_as_it_is(
            text, match.end(1), match.end(), " ".join(as_read(pair.source).split())
        ):
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
