"""Where a notice states what the law asks for, and what it states nowhere.

It looks for the places where something would stand. Whether what stands there is true, or enough,
no program can tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from polynotice.core.model import Notice, Purpose, Span, Text
from polynotice.notice.blocks import Block, PurposesBlock
from polynotice.notice.found_marks import Kind, Mark
from polynotice.notice.requirements import Element, Requirement
from polynotice.notice.values import value_of
from polynotice.project.placeholders import stands_for_words


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place that states something."""

    span: Span
    record: str | None = None
    """Id of the record, if it is one's field."""
    texts: tuple[Text, ...]
    """What a reader sees there, headings and headers of columns included."""


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """What a notice says of one element that a law asks for."""

    requirement: Requirement
    element: Element
    where: tuple[Place, ...]
    lacking: tuple[Purpose, ...]
    """The records that are to state it in a field, and do not."""
    open_at: tuple[Place, ...]
    """Where a place for it is that is still to be filled in."""
    is_stated: bool
    not_applicable: str
    """Why it does not apply; empty where it does."""

    @property
    def is_missing(self) -> bool:
        """Whether it applies, and nothing states it."""
        return not (self.is_stated or self.not_applicable)


def disclosures(
    requirements: Sequence[Requirement],
    notice: Notice,
    blocks: Iterable[Collection[Block]],
    marks: Sequence[Mark],
) -> tuple[Disclosure, ...]:
    """What the notice says of each element of the lists, in their order.

    `blocks` are those of each page: a field that no table shows states nothing.
    """
    if not requirements:
        return ()
    shown = frozenset(
        (purpose.id, name)
        for some in blocks
        for block in some
        if isinstance(block, PurposesBlock)
        for purpose in block.purposes
        for name in block.columns
    )
    looking = _Looking(notice, shown, marks)
    return tuple(
        looking.disclosure(requirement, element)
        for requirement in requirements
        for element in requirement.elements
    )


def ids_in(mark: Mark) -> tuple[str, ...]:
    """The ids of the elements that a mark names."""
    named = mark.said.partition(":")[0] if mark.kind is Kind.NOT_APPLICABLE else mark.said
    return tuple(name for name in re.split(r"[\s,;]+", named) if name)


def reason_in(mark: Mark) -> str:
    """Why what the mark names does not apply; empty where words stand for a reason to come."""
    reason = mark.said.partition(":")[2].strip()
    return "" if stands_for_words(reason) or reason.lower() == "why" else reason


def is_right(mark: Mark) -> bool:
    """Whether what stands below a mark states anything."""
    return not mark.is_empty and not open_places(mark)


def open_places(mark: Mark) -> list[Span]:
    """Where something below a mark is still to be filled in."""
    words = [text.span for text in mark.texts if stands_for_words(text.msgid)]
    return [*mark.open_at, *words]


class _Looking:
    def __init__(
        self, notice: Notice, shown: frozenset[tuple[str, str]], marks: Sequence[Mark]
    ) -> None:
        self.notice = notice
        self.shown = shown
        self.marks = marks

    def disclosure(self, requirement: Requirement, element: Element) -> Disclosure:
        marked = [
            Place(span=mark.span, texts=mark.texts)
            for mark in self._marks_of(element, Kind.STATES)
            if is_right(mark)
        ]
        fields = [place for one in self.notice.purposes if (place := self._field(one, element))]
        stating = {place.record for place in fields}
        lacking = tuple(
            purpose
            for purpose in self.notice.purposes
            if element.fields
            and purpose.id not in stating
            and self._is_asked(purpose, element, is_stated_elsewhere=bool(fields))
        )
        is_stated = bool(marked) or (bool(fields) and not lacking)
        return Disclosure(
            requirement=requirement,
            element=element,
            where=(*fields, *marked),
            lacking=() if marked else lacking,
            open_at=tuple(self._open(element)),
            is_stated=is_stated,
            not_applicable="" if is_stated else self._not_applicable(element),
        )

    def _marks_of(self, element: Element, kind: Kind) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind is kind and element.id in ids_in(mark)]

    def _field(self, purpose: Purpose, element: Element) -> Place | None:
        """Where a table shows that the record states it, if one does."""
        for name in element.fields:
            value = value_of(self.notice, purpose, name)
            if (purpose.id, name) in self.shown and is_said(self.notice, value.texts):
                own = purpose.fields.get(name)
                return Place(
                    span=own.texts[0].span if own else purpose.span,
                    record=purpose.id,
                    texts=(self.notice.words[name], *value.texts),
                )
        return None

    def _open(self, element: Element) -> Iterator[Place]:
        for mark in self._marks_of(element, Kind.STATES):
            yield from (Place(span=span, texts=()) for span in open_places(mark))
        for purpose in self.notice.purposes:
            for text in (
                text
                for name in element.fields
                for text in value_of(self.notice, purpose, name).texts
                if stands_for_words(text.msgid)
            ):
                yield Place(span=text.span, record=purpose.id, texts=())

    def _is_asked(self, purpose: Purpose, element: Element, *, is_stated_elsewhere: bool) -> bool:
        """Whether the record is to state it, if it is to be stated in records."""
        if element.basis:
            from polynotice.notice.named_bases import bases_of  # here: few ask for it

            return bool((bases_of(purpose) or frozenset()) & set(element.basis))
        return not element.when or is_stated_elsewhere

    def _not_applicable(self, element: Element) -> str:
        if not element.when:
            return ""
        purposes = self.notice.purposes
        # A text may name a basis in words alone: only ids say that there is no other.
        named = {name for purpose in purposes for name in purpose.legal_basis_ids}
        is_known = bool(purposes) and all(purpose.legal_basis_ids for purpose in purposes)
        decides = bool(element.basis) and element.basis_decides
        if decides and is_known and not named & set(element.basis):
            return "no record rests on a legal basis for which it is asked"
        reasons = [reason_in(mark) for mark in self._marks_of(element, Kind.NOT_APPLICABLE)]
        return next(filter(None, reasons), "")


def is_said(notice: Notice, texts: Iterable[Text]) -> bool:
    """Whether texts of a cell say something, and no more words are to come."""
    return not any(
        text.key == notice.words["not_stated"].key or stands_for_words(text.msgid) for text in texts
    )
