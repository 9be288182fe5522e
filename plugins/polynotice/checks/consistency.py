"""Translations beside each other: one source said in two ways, two names that became one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polynotice.checks.pair import Finding
from polynotice.checks.quoting import change, head
from polynotice.core.model import Text
from polynotice.core.problems import Severity


@dataclass(frozen=True, kw_only=True)
class Translated:
    """A message with its translation."""

    text: Text
    translation: str
    line: int
    """Where the message stands in the catalogue."""


def inconsistent(translated: Iterable[Translated]) -> Iterator[tuple[Translated, Finding]]:
    """The same source, in the same role, has one translation; each other one is found.

    Page prose has no role of its own: it is compared with everything.
    """
    by_source: dict[str, list[Translated]] = defaultdict(list)
    for one in translated:
        same = by_source[one.text.msgid]
        others = [other for other in same if _have_like_roles(one, other)]
        if others and all(_plain(one.translation) != _plain(other.translation) for other in others):
            yield one, _says_otherwise(one, others[0])
        same.append(one)


def _says_otherwise(one: Translated, other: Translated) -> Finding:
    here, there = head(one.translation), head(other.translation)
    if here == there:
        here, there = change(one.translation, other.translation)
    return Finding(
        code="inconsistent-translation",
        severity=Severity.WARNING,
        message=f'"{head(one.text.msgid)}" is "{here}" here and "{there}" in line {other.line}.',
        hint=f'Write one of the two in both places: "{there}".',
    )


def _have_like_roles(one: Translated, other: Translated) -> bool:
    role, other_role = _role(one.text.context), _role(other.text.context)
    return role is None or other_role is None or role == other_role


def _role(context: str | None) -> str | None:
    """What a text is on a page, by its context; `None` if it can be anything.

    >>> _role("purposes/calls/title"), _role("data/name/name"), _role("words/used_for")
    ('heading', 'cell', 'header')
    """
    if context is None:
        return None
    kind, *_, last = context.split("/")
    if last == "title":
        return "heading"
    return {"purposes": "cell", "data": "cell", "columns": "header", "words": "header"}.get(
        kind, kind
    )


def _is_name(text: Text) -> bool:
    """Whether that is the name of a kind of personal data."""
    parts = (text.context or "").split("/")
    return parts[0] == "data" and parts[-1] == "name"


def comparable(texts: Sequence[Text]) -> frozenset[int]:
    """The places of the texts whose translations can be compared with another's."""
    how_often = Counter(text.msgid for text in texts)
    return frozenset(
        place for place, text in enumerate(texts) if how_often[text.msgid] > 1 or _is_name(text)
    )


def same_names(translated: Iterable[Translated]) -> Iterator[tuple[Translated, Finding]]:
    """Two kinds of personal data have two names; the second of two that became one is found."""
    first: dict[str, Translated] = {}
    for one in translated:
        if not _is_name(one.text):
            continue
        other = first.setdefault(_plain(one.translation), one)
        if _plain(other.text.msgid) != _plain(one.text.msgid):
            yield one, _is_taken(one, other)


def _is_taken(one: Translated, other: Translated) -> Finding:
    return Finding(
        code="same-translation",
        severity=Severity.WARNING,
        message=f'"{one.text.msgid}" is called "{one.translation}", as "{other.text.msgid}" is in '
        f"line {other.line}: a reader takes two kinds of personal data for one.",
        hint=f'Give each a name of its own, for what "{one.text.msgid}" is and '
        f'"{other.text.msgid}" is not.',
    )


_GENERIC = frozenset({"data", "detail", "information", "info", "record"})
"""Words, as `_likened` has them, that tell no kind of personal data from another."""


def near_twins(texts: Iterable[Text]) -> Iterator[tuple[Text, Finding]]:
    """Names of kinds of personal data that differ in generic words alone; each second one.

    Two languages may have one name for both, and a reader of any takes the two for one.
    """
    first: dict[frozenset[str], Text] = {}
    for text in texts:
        if not _is_name(text):
            continue
        words = frozenset(map(_likened, _NAME.findall(text.msgid.casefold()))) - _GENERIC
        if not words:
            continue
        other = first.setdefault(words, text)
        if other is not text:
            yield text, _is_like(text, other)


_NAME = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_SAME_WORD = {"mail": "email", "telephone": "phone", "tel": "phone"}


def _likened(word: str) -> str:
    """A word as one that a reader takes for the same: "E-mails" as "email", "phone" as "telephone".

    >>> [_likened(word) for word in ("e-mail", "addresses", "telephones", "address", "news", "ids")]
    ['email', 'address', 'phone', 'address', 'new', 'id']
    """
    word = re.sub(r"[-\u2010\u2011]", "", word)
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    word = word[:-2] if word.endswith("sses") else word[:-1] if plural else word
    return _SAME_WORD.get(word, word)


def _is_like(text: Text, other: Text) -> Finding:
    where = f"{other.span.path}:{other.span.line}"
    return Finding(
        code="same-translation",
        severity=Severity.WARNING,
        message=f'"{text.msgid}" and "{other.msgid}" ({where}) are hard to tell apart, '
        "and many languages have one name for both.",
        hint="Say in each name what the other is not, or make them one category.",
    )


def _plain(text: str) -> str:
    """The text without regard to case, space and a full stop at its end."""
    return " ".join(text.casefold().split()).rstrip(".。।")
