"""Translations that say that they are none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both

_CONFLICT = re.compile(r"#-#-#-#-#")
# In capitals it may be a word where the source has capitals, too: "ALL" is "TODO" in Spanish.
_MARKED = re.compile(r"[\[(]?(TODO|FIXME|TBD|TBC|XXX)[\])]?(?:\s*[:;.–—-]|\s*$)")
_DUMMY = re.compile(
    r"lorem ipsum|\b(?:please )?translate (?:me|this)\b"
    r"|\bto be (?:translated|confirmed|completed)\b"
    r"|\bnot (?:yet )?translated\b|\btranslation (?:missing|needed|pending)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]")


def conflict_marks(pair: Pair) -> Iterator[Finding]:
    """`msgcat` joins two translations with a line that names the file of each."""
    if _CONFLICT.search(pair.translation):
        yield Finding(
            code="unfinished-translation",
            message="The translation holds two versions, which `msgcat` put together "
            f"{both(pair, in_translation='#-#-#-#-#')}.",
            hint="Keep one of them, and remove the lines with #-#-#-#-#.",
            can_be_waived=False,
        )


def placeholder_words(pair: Pair) -> Iterator[Finding]:
    """What stands for a translation that is still to be written."""
    mark = _standing_for(pair.translation, pair.source)
    if mark:
        yield Finding(
            code="unfinished-translation",
            message=f'The translation says "{mark}", which stands for words that are to come '
            f"{both(pair, in_translation=mark)}.",
            hint="Translate it, or leave it empty or marked fuzzy until then.",
        )


def _standing_for(translation: str, source: str) -> str:
    """The piece of a translation that is none, if there is one that its source has not."""
    text = translation.strip()
    if not _WORD.search(text):
        return text if text and _WORD.search(source) else ""
    dummy = _DUMMY.search(text)
    if dummy and not _DUMMY.search(source):
        return dummy[0]
    mark = _MARKED.match(text)
    return mark[1] if mark and not _has_capitals(source) else ""


def _has_capitals(source: str) -> bool:
    """Whether the source has a word in capitals, whose translation may look like a mark."""
    return any(len(word) > 2 and word.isupper() for word in re.findall(r"[^\W\d_]+", source))
