"""Emphasis, code and attribute lists: a translation marks up what its source does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from polynotice.checks.concern import only_where
from polynotice.checks.links import target_of, targets
from polynotice.checks.pair import MARKUP, Finding, Pair
from polynotice.checks.pieces import Kind, compare
from polynotice.checks.quoting import both
from polynotice.checks.stray_signs import left_over
from polynotice.core.characters import kind
from polynotice.core.problems import Severity
from polynotice.html.inline import Inline, is_footnote

_CODE = Kind(code="markup-mismatch", noun="code", example="`{}`".format)
_ATTRIBUTE = Kind(
    code="markup-mismatch", noun="attribute", example="{{ {} }}".format, is_publishers=True
)

# What bold and emphasised text is quoted by.
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# An underline within a word is a letter; a star is not.
_EMPHASIS = re.compile(
    r"(?<![\\*])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*(?!\*)"
    r"|(?<![\\_\w])(_)(?=[^\s_])([^_]+?)(?<=[^\s_\\])_(?![_\w])"
)
_EMPHASISED = (
    ("strong", "bold text", _STRONG, "**words**"),
    ("em", "emphasised text", _EMPHASIS, "*words*"),
)
_MARKS = {"*", "_"}


@only_where(either=MARKUP | kind(r"\n"))
def markup(pair: Pair) -> Iterator[Finding]:
    """Emphasis, code and attribute lists stay what they are.

    Emphasis is worth a warning: languages set words apart in other ways, as foreign ones. Signs
    that emphasise nothing are an error (`stray_signs`).
    """
    if "\n" in pair.source or "\n" in pair.translation:
        yield from _line_breaks(pair)
    if pair.is_plain:
        return
    source, translation = pair.in_source, pair.in_translation
    for tag, name, pattern, example in _EMPHASISED:
        marked, expected = _number_of(tag, translation), _number_of(tag, source)
        # Signs that mark nothing are reported as such; what they fail to mark is the same fault.
        if marked > expected or (marked < expected and not _MARKS & left_over(pair).keys()):
            yield Finding(
                code="markup-mismatch",
                severity=Severity.WARNING,
                message=f"The translation has {marked} pieces of {name}, the source {expected} "
                + both(pair, _first(pattern, pair.source), _first(pattern, pair.translation))
                + ".",
                hint=f"Mark the same words as the source does: {example}.",
            )
    yield from compare(_CODE, pair, there=_code(translation), must=_code(source))
    # What a link lost is lost with it.
    shared = targets(source) & targets(translation)
    there, must = _attributes(translation, shared), _attributes(source, shared)
    yield from compare(_ATTRIBUTE, pair, there=there, must=must)


def _line_breaks(pair: Pair) -> Iterator[Finding]:
    lines, expected = (_number_of("br", one) + 1 for one in (pair.in_translation, pair.in_source))
    if lines != expected:
        yield Finding(
            code="markup-mismatch",
            severity=Severity.WARNING,
            message=f"Readers see {lines} {_LINES[lines > 1]} of the translation, {expected} of "
            "the source.",
            hint="Break the text where the source does.",
        )


_LINES = ("line", "lines")


def _number_of(tag: str, inline: Inline) -> int:
    return sum(element.tag == tag for element in inline.elements)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _code(inline: Inline) -> Counter[str]:
    return Counter(element.words for element in inline.elements if element.tag == "code")


_MARKDOWNS_OWN = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "em": set(),
    "strong": set(),
}
"""The elements that an attribute list can follow, and the attributes that they have without one."""


def _attributes(inline: Inline, shared: Collection[str]) -> Counter[str]:
    """What attribute lists have given to a text's emphasis, and to its links to those places."""
    return Counter(
        written
        for element in inline.elements
        if element.tag in _MARKDOWNS_OWN and not is_footnote(element)
        if not (target := target_of(element)) or target in shared
        for name, value in element.attributes
        if name not in _MARKDOWNS_OWN[element.tag] | _TRANSLATED
        for written in _as_listed(name, value)
    )


_TRANSLATED = {"lang", "dir", "hreflang"}
"""What a translation may have otherwise than its source."""


def _as_listed(name: str, value: str) -> list[str]:
    """How an attribute list writes an attribute.

    >>> _as_listed("class", "button wide"), _as_listed("id", "form"), _as_listed("target", "_blank")
    (['.button', '.wide'], ['#form'], ['target=_blank'])
    """
    if name == "class":
        return [f".{one}" for one in value.split()]
    return [f"#{value}" if name == "id" else f"{name}={value}"]
