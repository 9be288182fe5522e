"""What pages say around their tables, compared with what was approved, sentence by sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.verify.prose_content import TABLE, PageProse


@dataclass(frozen=True, kw_only=True)
class ProseDifference:
    """A way in which a text is not as it was approved."""

    code: str
    message: str


def problems_of_prose(
    locale: str, wanted: Mapping[str, PageProse], found: Mapping[str, PageProse]
) -> Iterator[Problem]:
    """Every way in which the pages of a locale, by their files, say something else.

    A page that is not there is others' affair. What differs in the navigation of several pages is
    said once.
    """
    everywhere: dict[ProseDifference, list[str]] = defaultdict(list)
    for page, approved in wanted.items():
        if page not in found:
            continue
        said = found[page]
        if said.title != approved.title:
            message = f"The page's title is {_quoted(said.title)}, and "
            message += f"{_quoted(approved.title)} was approved."
            yield _problem(page, locale, ProseDifference(code="prose-text", message=message))
        for difference in differences(approved.text, said.text):
            yield _problem(page, locale, difference)
        for difference in differences(approved.navigation, said.navigation, " in the navigation"):
            everywhere[difference].append(page)
    for difference, pages in everywhere.items():
        more = f" So on {len(pages) - 1} more pages of this locale." if len(pages) > 1 else ""
        whole = ProseDifference(code=difference.code, message=difference.message + more)
        yield _problem(pages[0], locale, whole)


def _problem(page: str, locale: str, difference: ProseDifference) -> Problem:
    return Problem(
        code=difference.code,
        span=Span(page),
        locale=locale,
        message=difference.message,
        hint="Build the approved state again, or have this one approved.",
    )


def differences(
    wanted: Sequence[str], found: Sequence[str], where: str = ""
) -> list[ProseDifference]:
    """How the pieces of a text differ from those that were approved.

    `where` says which text that is, if it is not the page's own.
    """
    if tuple(wanted) == tuple(found):
        return []
    return list(_Comparison(wanted, found, where).differences())


class _Comparison:
    """Two texts, in pieces."""

    def __init__(self, wanted: Sequence[str], found: Sequence[str], where: str) -> None:
        self.wanted, self.found, self.where = wanted, found, where
        self.gaps = _gaps(wanted, found)
        lost = [number for gap in self.gaps for number in gap[0]]
        new = [number for gap in self.gaps for number in gap[1]]
        self.moved = _pairs(lost, new, wanted, found)
        """Where each piece that stands elsewhere now is, by where it was."""

    def differences(self) -> Iterator[ProseDifference]:
        moved_to = set(self.moved.values())
        for lost, new in self.gaps:
            gone = [number for number in lost if number not in self.moved]
            come = [number for number in new if number not in moved_to]
            changed = _alike(gone, come, self.wanted, self.found)
            for number in lost:
                if number in self.moved:
                    yield self._moved(number, self.moved[number])
                elif number in changed:
                    yield from self._changed(self.wanted[number], self.found[changed[number]])
                else:
                    yield self._missing(self.wanted, number)
            for number in come:
                if number not in changed.values():
                    yield self._extra(self.found, number)

    def _changed(self, approved: str, said: str) -> Iterator[ProseDifference]:
        """What differs in a piece: the sentences, or else what kind of piece it is."""
        before, after = _sentences(_words(approved)), _sentences(_words(said))
        if before == after:
            message = f"{_named(approved)} was approved, and is {_kind(said)} now{self.where}."
            yield ProseDifference(code="prose-text", message=message)
        for lost, new in _gaps(before, after):
            for number, other in zip(lost, new, strict=False):
                message = f"{_quoted(after[other])} is said{self.where}, and "
                message += f"{_quoted(before[number])} was approved."
                yield ProseDifference(code="prose-text", message=message)
            for number in lost[len(new) :]:
                yield self._missing(before, number)
            for number in new[len(lost) :]:
                yield self._extra(after, number)

    def _missing(self, wanted: Sequence[str], number: int) -> ProseDifference:
        place = _place(wanted, number)
        message = f"{_named(wanted[number])} is missing{self.where}; it stood {place}."
        return ProseDifference(code="prose-missing", message=message)

    def _extra(self, found: Sequence[str], number: int) -> ProseDifference:
        place = _place(found, number)
        message = f"{_named(found[number])} was not approved{self.where}; it stands {place}."
        return ProseDifference(code="prose-extra", message=message)

    def _moved(self, number: int, other: int) -> ProseDifference:
        message = f"{_named(self.wanted[number])} stands elsewhere{self.where}: "
        message += f"{_place(self.found, other)}, and was approved {_place(self.wanted, number)}."
        return ProseDifference(code="prose-order", message=message)


Gap = tuple[range, range]


def _gaps(wanted: Sequence[str], found: Sequence[str]) -> list[Gap]:
    """What of each is between the pieces that both have in the same order."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    return [
        (range(begin, end), range(start, stop))
        for same, begin, end, start, stop in matcher.get_opcodes()
        if same != "equal"
    ]


def _pairs(
    lost: Sequence[int], new: Sequence[int], wanted: Sequence[str], found: Sequence[str]
) -> dict[int, int]:
    """The pieces that were lost in one place and are new in another; tables are no pieces."""
    places: dict[str, list[int]] = defaultdict(list)
    for number in reversed(new):
        places[found[number]].append(number)
    return {
        number: places[wanted[number]].pop()
        for number in lost
        if wanted[number] != TABLE and places[wanted[number]]
    }


_ALIKE = 0.5
"""How much two pieces have in common, at least, if the one is the other with changes."""


def _alike(
    lost: Sequence[int], new: Sequence[int], wanted: Sequence[str], found: Sequence[str]
) -> dict[int, int]:
    """Which of the new pieces is which of the lost ones, changed; in order."""
    pairs: dict[int, int] = {}
    rest = list(new)
    for number in lost:
        for position, other in enumerate(rest):
            if TABLE not in (wanted[number], found[other]) and _are_alike(
                _words(wanted[number]), _words(found[other])
            ):
                pairs[number] = other
                del rest[: position + 1]
                break
    # A piece that is said in other words altogether, in the place of one.
    if len(lost) == len(new) == 1 and not pairs and TABLE not in (wanted[lost[0]], found[new[0]]):
        pairs[lost[0]] = new[0]
    return pairs


def _are_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= _ALIKE


_MARKS = re.compile(r"(#{1,6}|-) (?=\S)")
_CLOSING = r"""["'”’»）)\]]*"""
_END = re.compile(rf"(?<=[.!?…؟।]){_CLOSING}\s+|(?<=[。！？])(?!{_CLOSING[:-1]})")
"""Where a sentence ends: closing marks and, but in Chinese and Japanese, a space come behind it."""


def _words(piece: str) -> str:
    match = _MARKS.match(piece)
    return piece[match.end() :] if match else piece


def _sentences(text: str) -> list[str]:
    """The sentences of a text: what it ends with is the last one's.

    >>> _sentences("We ask. You say (if you like) yes! See [more](/more.html).")
    ['We ask.', 'You say (if you like) yes!', 'See [more](/more.html).']
    >>> _sentences("我们会询问。您可以拒绝。")
    ['我们会询问。', '您可以拒绝。']
    """
    ends = [match.end() for match in _END.finditer(text)]
    parts = [text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [part for part in parts if part]


def _kind(piece: str) -> str:
    match = _MARKS.match(piece)
    if match is None:
        return "a text"
    return "an item" if match[1] == "-" else f"a heading of level {len(match[1])}"


def _named(piece: str) -> str:
    if piece == TABLE:
        return "A table"
    kind = {"a text": "", "an item": "The item "}.get(_kind(piece), "The heading ")
    return kind + _quoted(_words(piece))


def _quoted(text: str) -> str:
    return f'"{text}"'


def _place(pieces: Sequence[str], number: int) -> str:
    """Between what a piece stands."""
    before = _beside(pieces[number - 1], last=True) if number else ""
    after = _beside(pieces[number + 1], last=False) if number + 1 < len(pieces) else ""
    if before and after:
        return f"between {before} and {after}"
    return f"after {before}" if before else f"before {after}" if after else "alone"


def _beside(piece: str, *, last: bool) -> str:
    """The sentence of a neighbour that is the nearer one."""
    if piece == TABLE:
        return "a table"
    return _quoted(_sentences(_words(piece))[-1 if last else 0])
