"""What a translation may not change: links, placeholders, Markdown, invisible signs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from polynotice.checks.pair import Finding, Pair

_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'][^)]*[\"'])?\s*\)")
_REFERENCE = re.compile(r"\]\[([^\]]*)\]|\[(\^[^\]]+)\]")
_AUTOLINK = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|[\w.+-]+@)[^>\s]+)>", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>?|<!--|<!|<\?")
_PLACEHOLDER = re.compile(r"\{[A-Za-z_]\w*\}|%\([A-Za-z_]\w*\)[sd]|%[sd](?![A-Za-z])|\$\{\w+\}")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^}]*\}|\{:[^}]*\}")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\\*\w])(\*|_)(?=[^\s*_])([^*]+?)(?<=[^\s*_])\1(?![*\w])")
_LIST = re.compile(r"^\s*(?:[*+-]|\d+[.)])\s")

# Zero-width and bidirectional controls, with where each is at home.
_JOINERS = {"\u200c", "\u200d"}
_ZWNJ_LANGUAGES = {
    "fa",
    "ur",
    "ar",
    "ckb",
    "ku",
    "ps",
    "hi",
    "bn",
    "mr",
    "ne",
    "ta",
    "te",
    "ml",
    "kn",
}
_MARKS = {"\u200e", "\u200f", "\u061c"}
_RTL_LANGUAGES = {"ar", "he", "fa", "ur", "ckb", "yi", "dv", "ps", "ku"}


def without_code(text: str) -> str:
    """The text with each piece of code replaced by a space."""
    return _CODE.sub(" ", text)


def words_only(text: str) -> str:
    """The text without code, the targets of links, addresses and attribute lists."""
    text = _LINK.sub(
        lambda match: match[0].partition("](")[0].lstrip("![") + " ", without_code(text)
    )
    return _ATTRIBUTES.sub(" ", _BARE_ADDRESS.sub(" ", _AUTOLINK.sub(" ", text)))


def targets(text: str) -> Counter[str]:
    """Every place that a link, image, reference or address in the text leads to."""
    plain = without_code(text)
    found = Counter(match[1] for match in _LINK.finditer(plain))
    rest = _LINK.sub(lambda match: match[0].partition("](")[0], plain)
    found.update(match[1] for match in _AUTOLINK.finditer(rest))
    rest = _AUTOLINK.sub(" ", rest)
    found.update((match[1] or match[2] or "").lower() for match in _REFERENCE.finditer(rest))
    found.update(
        match[0].rstrip(".,;:!?。、，；：！？،؛") for match in _BARE_ADDRESS.finditer(rest)
    )
    return found


def links(pair: Pair) -> Iterator[Finding]:
    """Links may stand in another order, but lead to the same places."""
    there, must = targets(pair.translation), targets(pair.source)
    for target in must - there:
        yield Finding(
            code="link-mismatch",
            message=f'The translation lacks the link to "{target}".',
            hint=f"Write it as [translated words]({target}).",
        )
    for target in there - must:
        yield Finding(
            code="link-mismatch",
            message=f'The translation leads to "{target}", the source does not.',
            hint=_did_source_have(must - there),
        )


def _did_source_have(missing: Counter[str]) -> str:
    if not missing:
        return "Remove the link."
    return f'Use the target of the source: "{next(iter(missing))}".'


def placeholders(pair: Pair) -> Iterator[Finding]:
    """Placeholders are filled by a program, by their names."""
    there = Counter(_PLACEHOLDER.findall(without_code(pair.translation)))
    must = Counter(_PLACEHOLDER.findall(without_code(pair.source)))
    # "100 %s" is no placeholder in prose such as "4 % des Umsatzes": only the source decides.
    there = Counter(
        {name: n for name, n in there.items() if not name.startswith("%") or name in must}
    )
    for name in must - there:
        yield Finding(
            code="placeholder-mismatch",
            message=f'The translation lacks the placeholder "{name}".',
            hint=f"Put {name} where its value belongs.",
        )
    for name in there - must:
        yield Finding(
            code="placeholder-mismatch",
            message=f'The translation has the placeholder "{name}", the source does not.',
            hint="Remove it, or write it as the source does.",
        )


def markup(pair: Pair) -> Iterator[Finding]:
    """Emphasis, code, attribute lists and lists stay what they are."""
    kinds = (
        ("bold text", _STRONG, "**words**"),
        ("emphasised text", _EMPHASIS, "*words*"),
    )
    source, translation = without_code(pair.source), without_code(pair.translation)
    source, translation = _AUTOLINK.sub(" ", source), _AUTOLINK.sub(" ", translation)
    for name, pattern, example in kinds:
        there, must = len(pattern.findall(translation)), len(pattern.findall(source))
        if there != must:
            yield Finding(
                code="markup-mismatch",
                message=f"The translation has {there} pieces of {name}, the source {must}.",
                hint=f"Mark the same words as the source does: {example}.",
            )
        source, translation = pattern.sub(r"\2", source), pattern.sub(r"\2", translation)
    yield from _same("code", _CODE, pair, 2)
    yield from _same("attribute list", _ATTRIBUTES, pair, 0)
    if bool(_LIST.match(pair.translation)) != bool(_LIST.match(pair.source)):
        yield Finding(
            code="markup-mismatch",
            message="One of the two texts starts like an item of a list.",
            hint="Start it like the source.",
        )


def _same(name: str, pattern: re.Pattern[str], pair: Pair, group: int) -> Iterator[Finding]:
    there = Counter(match[group] for match in pattern.finditer(pair.translation))
    must = Counter(match[group] for match in pattern.finditer(pair.source))
    for piece in must - there:
        yield Finding(
            code="markup-mismatch",
            message=f'The translation lacks the {name} "{piece}".',
            hint="Copy it from the source as it is.",
        )
    for piece in there - must:
        yield Finding(
            code="markup-mismatch",
            message=f'The translation has the {name} "{piece}", the source does not.',
            hint="Remove it, or copy that of the source.",
        )


def tags(text: str) -> list[str]:
    """The HTML tags in a text."""
    return [match[0] for match in _TAG.finditer(_AUTOLINK.sub(" ", without_code(text)))]


def raw_html(pair: Pair) -> Iterator[Finding]:
    """A translation brings no HTML of its own."""
    for tag in Counter(tags(pair.translation)) - Counter(tags(pair.source)):
        yield Finding(
            code="raw-html",
            message=f'The translation has the HTML "{tag}".',
            hint="Remove it; Markdown such as **bold** may stand where the source has it.",
        )


def hidden_characters(pair: Pair) -> Iterator[Finding]:
    """Characters that nobody sees, and that can hide or reorder what is read (UTS #39, UAX #9)."""
    language = pair.lang.split("-")[0]
    for character in Counter(map(str, pair.translation)) - Counter(map(str, pair.source)):
        if unicodedata.category(character) not in ("Cf", "Cc", "Co", "Cn", "Cs"):
            continue
        if character in _JOINERS and language in _ZWNJ_LANGUAGES:
            continue
        if character in _MARKS and language in _RTL_LANGUAGES:
            continue
        if character in "\n\t\u00ad":
            continue
        name = unicodedata.name(character, "a control character")
        yield Finding(
            code="hidden-character",
            message=f"The translation has an invisible U+{ord(character):04X} ({name}) in it.",
            hint="Remove it.",
        )
