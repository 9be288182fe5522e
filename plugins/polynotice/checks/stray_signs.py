"""Signs of markup that mark nothing, and are shown to the reader as they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from polynotice.checks.concern import only_where, sought_by
from polynotice.checks.look import BETWEEN, Look
from polynotice.checks.pair import MARKUP, Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import BARE_ADDRESS, ESCAPED

# Letters of languages that set no space between words, or none before a particle.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
# A star within a word ("Kund*innen") or between spaces marks nothing, nor does anybody think so; an
# underline within a word is a letter of it, where spaces tell what a word is.
_SIGN = re.compile(
    r"[`\[\]]|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|(?<!\w)_(?=\S)|(?<=[^\s_])_+(?!\w)"
    rf"|(?<={_UNSPACED})_+(?=\w)|(?<=\w)_+(?={_UNSPACED})"
)
# "[Cancel]", as a button is called: brackets around words, that are no rest of a link or footnote.
_BRACKETED = re.compile(r"(?<![!\]])\[(?!\^)([^\[\]]*\w[^\[\]]*)\](?![(\[])")


@only_where(either=MARKUP)
def stray_signs(pair: Pair) -> Iterator[Finding]:
    """No sign of markup is left without its partner."""
    for sign in left_over(pair):
        yield Finding(
            code="markup-mismatch",
            message=f'The translation has a "{sign}" that marks nothing '
            f"{both(pair, in_translation=sign)}.",
            hint=_beside_a_letter(pair, sign)
            or f"Write its partner, or remove it; \\{sign} is the sign itself.",
        )


def left_over(pair: Pair) -> Counter[str]:
    """The signs of markup that mark nothing in the translation, beyond those of its source."""
    return _left(pair, pair.translation) - _left(pair, pair.source)


_UNDERLINED = re.compile(r"(?<!\\)(__?)(?=[^\s_])([^_]+)(?<=[^\s_\\])\1(?!_)")


def _beside_a_letter(pair: Pair, sign: str) -> str:
    """What to write for underlines that mark nothing because they touch a letter, as in Chinese.

    Stars mark words there. Empty if the sign is another, or would be left over as a star, too.
    """
    underlined = _UNDERLINED.search(pair.translation)
    if sign != "_" or not underlined:
        return ""
    starred = _UNDERLINED.sub(_with_stars, pair.translation)
    if not _left(pair, starred) <= _left(pair, pair.source):
        return ""
    return (
        f'An underline that touches a letter marks nothing: write "{_with_stars(underlined)}", '
        "or put a space there."
    )


def _with_stars(underlined: re.Match[str]) -> str:
    stars = "*" * len(underlined[1])
    return f"{stars}{underlined[2]}{stars}"


def _left(pair: Pair, text: str) -> Counter[str]:
    """The signs that Markdown has left in a text, but for those that are meant to stand there."""
    inline = pair.become(ESCAPED.sub("-", text) if "\\" in text else text)
    prose = inline.prose
    for element in inline.elements:
        # Brackets right behind a link or image are what is left of another one.
        if element.tag in ("a", "img") and element.words:
            prose = prose.replace(f"{element.words}[", f"{element.words}![")
    prose = BARE_ADDRESS.sub(" ", prose)
    return Counter(sign[0] for sign in _SIGN.findall(_BRACKETED.sub(r" \1 ", prose)))


_STARTS_BLOCK = re.compile(rf"{BETWEEN}[-#>*+!?:`~\[]")
_BLOCK_START = re.compile(r"(?:#{1,6}|>|[-*+]|!!!|\?\?\?\+?|:::)[ \t]|`{3}|~{3}|\[TOC\]\s*$")


def _may_start_block(look: Look) -> Iterator[int]:
    return look.with_match(_STARTS_BLOCK)


@sought_by(_may_start_block)
def block_marks(pair: Pair) -> Iterator[Finding]:
    """A translation is a piece of a block: what starts a block is shown in it as it is written."""
    match = _BLOCK_START.match(pair.translation)
    if match and not _BLOCK_START.match(pair.source):
        yield Finding(
            code="markup-mismatch",
            message=f'The translation starts with "{match[0].strip()}", the source does not '
            f"{both(pair)}.",
            hint="Remove it: it would be shown as it is written.",
        )
