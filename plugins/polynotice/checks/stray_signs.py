"""Signs of markup that mark nothing, and are shown to the reader as they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.checks.written import BARE_ADDRESS, ESCAPED

# A star within a word ("Kund*innen") or between spaces marks nothing, nor does anybody think so; an
# underline within a word is a letter of it.
_SIGN = re.compile(r"[`\[\]]|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|(?<!\w)_(?=\S)|(?<=[^\s_])_+(?!\w)")
# "[Cancel]", as a button is called: brackets around words, that are no rest of a link or footnote.
_BRACKETED = re.compile(r"(?<![!\]])\[(?!\^)([^\[\]]*\w[^\[\]]*)\](?![(\[])")


def stray_signs(pair: Pair) -> Iterator[Finding]:
    """No sign of markup is left without its partner."""
    if pair.is_plain:
        return
    for sign in _left(pair, pair.translation) - _left(pair, pair.source):
        yield Finding(
            code="markup-mismatch",
            message=f'The translation has a "{sign}" that marks nothing '
            f"{both(pair, in_translation=sign)}.",
            hint=f"Write its partner, or remove it; \\{sign} is the sign itself.",
        )


def _left(pair: Pair, text: str) -> Counter[str]:
    """The signs that Markdown has left in a text, but for those that are meant to stand there."""
    unescaped = ESCAPED.sub("-", text) if "\\" in text else text
    prose = BARE_ADDRESS.sub(" ", pair.become(unescaped).prose)
    return Counter(_SIGN.findall(_BRACKETED.sub(r" \1 ", prose)))


_BLOCK_START = re.compile(r"(?:#{1,6}|>|[-*+]|!!!|:::)[ \t]")


def block_marks(pair: Pair) -> Iterator[Finding]:
    """A translation is a piece of a block: what starts a block is shown in it as it is written."""
    found = _BLOCK_START.match(pair.translation)
    if found and not _BLOCK_START.match(pair.source):
        yield Finding(
            code="markup-mismatch",
            message=f'The translation starts with "{found[0].strip()}", the source does not '
            f"{both(pair)}.",
            hint="Remove it: it would be shown as it is written.",
        )
