"""All pairs of a catalogue, looked through at once for what a check may find in any of them.

Most of a notice is plain prose in which nothing is wrong. To ask each check of each pair takes
longer than all else, so a check can say itself which pairs it may concern, as

    @sought_by(may_double)
    def doubled_words(pair: Pair) -> Iterator[Finding]: ...

and `may_double` looks through all texts as one, which takes no more than a few expressions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import is_
from typing import TYPE_CHECKING, TypeVar

from polynotice.checks.consistency import comparable
from polynotice.checks.length import MAX_SIGNS, is_too_long
from polynotice.checks.pair import Become, BecomeOf
from polynotice.core.characters import kinds_in_each
from polynotice.core.conventions import Conventions
from polynotice.core.model import Key, Text

if TYPE_CHECKING:
    from polynotice.checks.terms import Glossary

T = TypeVar("T")

BETWEEN = "\0"
"""Stands before, between and behind the texts that are looked through as one."""

_WORDLESS = re.compile(rf"{BETWEEN}(?:[^\w{BETWEEN}]|_)*(?={BETWEEN})")


def _is_strange(text: str) -> bool:
    """Whether a text is none to look through: what it would become may take minutes to find."""
    return BETWEEN in text or (len(text) > MAX_SIGNS and is_too_long(text))


class Together:
    """Texts that are looked through as one; each is known by its place."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.strange = {place for place, text in enumerate(texts) if _is_strange(text)}
        """The places of texts that cannot be looked through, of which nothing is left here."""
        self.texts = (
            ["" if place in self.strange else text for place, text in enumerate(texts)]
            if self.strange
            else texts
        )

    @cached_property
    def joined(self) -> str:
        """The texts as one, with `BETWEEN` on either side of each."""
        return f"{BETWEEN}{BETWEEN.join(self.texts)}{BETWEEN}"

    @cached_property
    def characters(self) -> str:
        """Every character of the texts, once."""
        return "".join(sorted(set(self.joined) - {BETWEEN}))

    @cached_property
    def kinds(self) -> list[int]:
        """The kinds that each text is of, as `kinds_in` has them."""
        return kinds_in_each(self.texts, self.characters)

    @cached_property
    def wordless(self) -> list[int]:
        """The places of the texts without a letter or digit."""
        return list(self.with_match(_WORDLESS))

    def of_kinds(self, kinds: int) -> Iterator[int]:
        """The places of the texts that are of one of those kinds."""
        return (place for place, each in enumerate(self.kinds) if each & kinds)

    def with_match(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The places of the texts in which the expression matches, or before which it begins."""
        if not self.texts:
            return iter(())
        return (self._place_of(match.start()) for match in pattern.finditer(self.joined))

    def with_any_of(self, characters: Iterable[str]) -> Iterator[int]:
        """The places of the texts that have one of the characters."""
        wanted = "".join(map(re.escape, characters))
        return self.with_match(re.compile(f"[{wanted}]")) if wanted else iter(())

    def _place_of(self, position: int) -> int:
        return bisect_right(self._begins, position) - 1

    @cached_property
    def _begins(self) -> list[int]:
        """Where `BETWEEN` stands before each text."""
        return [0, *accumulate(len(text) + 1 for text in self.texts)][: len(self.texts)]


class Sources(Together):
    """The sources of a catalogue's pairs, with what has been found out about each of them."""

    def __init__(
        self, messages: Sequence[Text], conventions: Conventions, become_of: BecomeOf
    ) -> None:
        super().__init__([message.msgid for message in messages])
        self.messages = messages
        self.conventions = conventions
        self.become_of = become_of
        self._together: dict[
            Callable[[Sequence[str], Conventions], Sequence[object]], list[object]
        ] = {}
        self._each: dict[Callable[[str, Conventions], object], list[object]] = {}

    def each(self, find_out: Callable[[str, Conventions], T]) -> list[T]:
        """What the function says of each text in its language, asked once."""
        if find_out not in self._each:
            said = [find_out(text, self.conventions) for text in self.texts]
            self._each[find_out] = list(said)
        return self._each[find_out]  # type: ignore[return-value]

    def together(self, find_out: Callable[[Sequence[str], Conventions], list[T]]) -> list[T]:
        """What the function says of the texts in their language, asked once."""
        if find_out not in self._together:
            self._together[find_out] = list(find_out(self.texts, self.conventions))
        return self._together[find_out]  # type: ignore[return-value]

    @cached_property
    def keys(self) -> list[Key]:
        """What a catalogue finds their translations by."""
        return [message.key for message in self.messages]

    @cached_property
    def comparable(self) -> frozenset[int]:
        """The places of those whose translations are compared with others."""
        return comparable(self.messages)

    @cached_property
    def becomes(self) -> list[Become]:
        """As `Pair.become`, of each message."""
        return list(map(self.become_of, self.messages))

    @cached_property
    def with_elements(self) -> list[int]:
        """The places of those that become more than words."""
        becomes = enumerate(zip(self.becomes, self.texts, strict=True))
        return [place for place, (become, text) in becomes if become(text).elements]

    def are(self, messages: Sequence[Text], conventions: Conventions, become_of: BecomeOf) -> bool:
        """Whether these are the sources of those messages."""
        is_alike = (self.conventions, self.become_of) == (conventions, become_of)
        is_alike = is_alike and len(self.messages) == len(messages)
        return is_alike and all(map(is_, self.messages, messages))


_recent: deque[Sources] = deque(maxlen=2)
"""A notice's are the same in every catalogue, but for those that leave some to their language's."""


def sources_of(messages: Sequence[Text], conventions: Conventions, become_of: BecomeOf) -> Sources:
    """The sources of messages that are written so, with what is known of them already."""
    for known in _recent:
        if known.are(messages, conventions, become_of):
            return known
    _recent.append(Sources(messages, conventions, become_of))
    return _recent[-1]


class Look(Together):
    """Every pair of a catalogue; its texts are the translations."""

    def __init__(
        self,
        sources: Sources,
        translations: Sequence[str],
        conventions: Conventions,
        glossary: Glossary | None = None,
    ) -> None:
        super().__init__(translations)
        self.strange |= sources.strange
        self.sources = sources
        self.conventions = conventions
        self.glossary = glossary
        """The terms of the translations' locale, if it has any."""

    @property
    def language(self) -> str:
        """The translations' language, without its region."""
        return self.conventions.lang.split("-")[0]
