"""Which field a header names, in any language that the tool has words for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from polynotice.catalogues.own_words import known_languages, own_words
from polynotice.core.locales import find_locale
from polynotice.notice.columns import FIELDS
from polynotice.project.importing.header_words import HEADER_WORDS

LONGEST = 90
"""The number of characters of the longest text that is taken for a header."""


def folded(text: str) -> str:
    """The words of a header as they are compared: without case, marks at their ends and numbers.

    >>> folded(" 2. Purpose of Processing: ")
    'purpose of processing'
    """
    text = " ".join(text.replace("\u00ad", "").casefold().split())
    return re.sub(r"^[\W\d_]+|[\W_]+$", "", text)


def field_of(header: str, given: Mapping[str, str] | None = None) -> str | None:
    """The field that a header names: as `given` by its words, or as the tool knows it.

    Of several fields that it names, the one that it names first: "Categories of recipients" are
    recipients, and "Source of the personal data" is a source.

    >>> field_of("Why we process your personal data"), field_of("Zweck"), field_of("Shoe size")
    ('purpose', 'purpose', None)
    """
    words = folded(header)
    if given and words in given:
        return given[words]
    if not words or len(words) > LONGEST:
        return None
    if words in _own_headers():
        return _own_headers()[words]
    found = [
        (at, -len(piece), field)
        for field, pieces in HEADER_WORDS.items()
        for piece in pieces
        if (at := _place(words, piece)) >= 0
    ]
    return min(found)[2] if found else None


def _place(words: str, piece: str) -> int:
    """Where the piece stands in the text; a short one has to begin a word. -1 if nowhere."""
    if len(piece) > 4 or ord(piece[0]) >= 0x590:
        # Compounds, scripts that write no spaces, and articles that are part of a word.
        return words.find(piece)
    found = re.search(rf"(?<!\w){re.escape(piece)}", words)
    return found.start() if found else -1


@cache
def _own_headers() -> Mapping[str, str]:
    """The tool's own headers in every language, with their fields."""
    found = {folded(header): field for field, header in FIELDS.items()}
    for language in sorted(known_languages()):
        words = own_words(find_locale(language))
        for field in FIELDS:
            if f"columns/{field}" in words:
                found.setdefault(folded(words[f"columns/{field}"]), field)
    return found
