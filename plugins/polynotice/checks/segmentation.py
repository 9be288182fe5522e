"""Where the sentences of a text end, in any script."""

from __future__ import annotations

import re
from functools import lru_cache

from polynotice.html.plain_text import OMITTED

_CLOSING = r"(?:[\u00a0\u202f ]?»|[\"'’”“›)\]])*"
_END = re.compile(
    rf"[.!?…։؟។៕]+{_CLOSING}(?=\s|$)"
    # A sentence that begins right behind a stop, in Latin, Greek or Cyrillic: "Alpha.Beta gamma".
    r"|(?<=[^\W\d_][^\W\d_])[.!?](?=[^\W\d_]{2})"
    # Scripts without a space behind a sentence, or with signs that stand nowhere else.
    r"|[。！？｡।॥৷۔።။]+[\"'’”“»›)\]」』）】]*"
)
_SHORTENED = {
    "abs", "art", "bl", "bzw", "ca", "cf", "co", "corp", "dr", "ecc", "enz", "etc", "ggf", "gl",
    "inc", "lit", "ltd", "mr", "mrs", "ms", "np", "nr", "núm", "ok", "pkt", "prof", "resp", "sig",
    "st", "str", "tj", "tzn", "tzw", "ul", "ust", "usw", "vgl", "vs", "zb",
}  # fmt: skip

_BEFORE_NUMBERS = {
    "apdo", "approx", "aprox", "buchst", "cap", "chap", "circa", "cláus", "févr", "janv", "juil",
    "lett", "mind", "např", "napr", "nos", "odst", "para", "paras", "párr", "písm", "rdnr", "rspl",
    "sect", "secs", "sept", "sett", "subpara", "tabl", "vers", "zał", "напр", "пункт", "табл",
}  # fmt: skip
"""What is shortened where a number, or one in brackets, comes next: "para. 1", "Sept. 5"."""


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; what might be none, such as after "No. 5. A…", is left together.

    >>> sentences("We record calls, e.g. complaints. We keep them.")
    ('We record calls, e.g. complaints.', 'We keep them.')
    """
    parts = []
    start = 0
    for match in _END.finditer(text):
        if not _is_within(text, match.start(), match.end()):
            parts.append(text[start : match.end()].strip())
            start = match.end()
    rest = text[start:].strip()
    return (*parts, rest) if any(map(str.isalpha, rest)) else tuple(parts)


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether the sign there may stand within a sentence: "Art.", "z. B.", "No. 5", "3. Mai"."""
    behind = text[end:].lstrip()[:2]
    if behind[:1].islower():
        return True
    is_close = text[start].isascii() and text[end : end + 1] == behind[:1] != ""
    # Nothing stands between: a sentence only if it goes on as one, unlike "Node.JS".
    if is_close and not (text[start - 1].islower() and behind.istitle()):
        return True
    if text[start] != ".":
        return False
    bare = text[max(0, start - 24) : start].rstrip(_CLOSED)
    word = re.split(r"\s", bare)[-1].lstrip(_OPENING).lower()
    if word.endswith(OMITTED):
        return False
    # "shop.example" is an address, "z.B" and "U.S" are abbreviations.
    is_abbreviation = "." in word and any(len(part) < 2 for part in word.split("."))
    if len(word) < 2 or is_abbreviation or word in _SHORTENED:
        return True
    if word in _BEFORE_NUMBERS and behind.lstrip("([§ ")[:1].isdigit():
        return True
    return len(word) < 4 and (word.isdigit() or behind[:1].isdigit())


_OPENING = "([\"'„“«»‘’"
_CLOSED = "\u00a0\u202f \"'’”“»›)]"
