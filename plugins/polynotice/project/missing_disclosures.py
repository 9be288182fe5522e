"""What the law asks for and the notice does not state, and marks that cannot be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polynotice.core.model import Notice, Purpose, Span
from polynotice.core.problems import Problem, did_you_mean, errors
from polynotice.notice.found_marks import Kind, Mark
from polynotice.notice.requirement_lists import element_ids
from polynotice.notice.requirements import Element
from polynotice.notice.values import value_of
from polynotice.project.disclosures import Disclosure, ids_in, open_places, reason_in
from polynotice.project.placeholders import stands_for_words

_SPOILING = {"unreadable-page", "bad-block", "unreadable-records"}


@dataclass(frozen=True)
class Wanted:
    """What is to be stated, and where the law asks for it."""

    articles: str
    what: str

    def says(self, lacking: str) -> str:
        """The sentence that says what of it is lacking."""
        return f"{self.articles}: {lacking} {self.what}."


def missing_disclosures(
    disclosures: Sequence[Disclosure],
    notice: Notice,
    marks: Sequence[Mark],
    problems: Sequence[Problem],
    *,
    are_lists_known: bool,
) -> Iterator[Problem]:
    """One problem for each element and place, and one for each mark that cannot be right.

    Where some of the notice could not be read (`problems`), nobody knows what it states, and where
    a list could not, marks may name its elements.
    """
    if not disclosures:
        return
    codes = {problem.code for problem in errors(problems)}
    are_lists_known = are_lists_known and "bad-setting" not in codes
    yield from _bad_marks(disclosures, notice, marks, are_lists_known=are_lists_known)
    if notice.broken or notice.has_unread or codes & _SPOILING:
        return
    by_element: dict[tuple[object, ...], list[Disclosure]] = {}
    for each in disclosures:
        element = each.element
        same = (element.id, element.wanted, element.when, element.fields, element.basis)
        by_element.setdefault(same, []).append(each)
    for group in by_element.values():
        if group[0].is_missing:
            yield from _missing(group, notice, marks)


def _missing(
    group: Sequence[Disclosure], notice: Notice, marks: Sequence[Mark]
) -> Iterator[Problem]:
    """What is missing of one element; `group` has it for each list that asks for it."""
    first, element = group[0], group[0].element
    asked = Wanted(articles(each.element for each in group), element.wanted)
    marked = [mark for mark in marks if mark.kind is Kind.STATES and element.id in ids_in(mark)]
    if any(open_places(mark) for mark in marked):
        return  # reported as a placeholder
    for mark in marked:
        message = asked.says("nothing stands below the mark that is to state")
        yield _problem(mark.span, message, "Write it there, or remove the mark.")
    if marked:
        return
    if element.fields and (first.where or first.lacking) and not _is_nowhere(first, notice):
        for purpose in first.lacking:
            if not _is_open(purpose, element, notice):
                yield _in_record(purpose, first, asked)
        return
    if any(_is_open(each, element, notice) for each in notice.purposes):
        return  # reported as a placeholder, too
    hint = _how(element)
    if element.fields and any(_is_given(each, element) for each in notice.purposes):
        hint = f"Add {element.fields[0]} to the `columns` of the tables: none shows it. {hint}"
    yield _problem(first.requirement.span, asked.says("nothing states"), hint)


def _is_nowhere(disclosure: Disclosure, notice: Notice) -> bool:
    """Whether no record states it at all, so that one problem says more than one for each."""
    is_open = any(_is_open(one, disclosure.element, notice) for one in notice.purposes)
    return not (disclosure.where or is_open or disclosure.element.basis)


def _is_given(purpose: Purpose, element: Element) -> bool:
    return any(name in purpose.fields for name in element.fields)


def _is_open(purpose: Purpose, element: Element, notice: Notice) -> bool:
    """Whether it is to be filled in there, which is reported as a placeholder."""
    texts = [text for name in element.fields for text in value_of(notice, purpose, name).texts]
    return any(stands_for_words(text.msgid) for text in texts)


def _in_record(purpose: Purpose, disclosure: Disclosure, asked: Wanted) -> Problem:
    element = disclosure.element
    name = element.fields[0]
    if _is_given(purpose, element):
        message = asked.says(f'no table shows where "{purpose.id}" states')
        hint = f"Add {name} to the `columns` of its block or of the notice."
    else:
        message = asked.says(f'the record "{purpose.id}" does not state')
        hint = f"Add `{name}: …` to it."
        if element.when and not element.basis:
            hint += " If there is none, say so."
    return _problem(purpose.span, message, hint, purpose.id)


def _how(element: Element) -> str:
    """What to do where nothing states it."""
    mark = f"<!-- states: {element.id} -->"
    hint = f"State it on a page, with `{mark}` below its heading."
    if element.fields:
        hint = f"Add `{element.fields[0]}: …` to each record, or state it on a page, with `{mark}`."
    if element.when:
        away = f"<!-- not applicable: {element.id}: why -->"
        hint += f" It is asked for where {element.when}: if not, write `{away}` in a page."
    return hint


def articles(elements: Iterable[Element]) -> str:
    """The places of the law, once each, in words.

    >>> one, two = (Element(id="x", article=each, wanted="") for each in ("13(1)(a)", "14(1)(a)"))
    >>> articles([one, two]), articles([one])
    ('Articles 13(1)(a) and 14(1)(a)', 'Article 13(1)(a)')
    """
    names = [*dict.fromkeys(each.article for each in elements)]
    if not all(name[:1].isdigit() for name in names):
        return "; ".join(names)
    *others, last = names
    return f"Articles {', '.join(others)} and {last}" if others else f"Article {last}"


def _bad_marks(
    disclosures: Sequence[Disclosure],
    notice: Notice,
    marks: Sequence[Mark],
    *,
    are_lists_known: bool,
) -> Iterator[Problem]:
    by_id = {each.element.id: each for each in disclosures}
    for mark in marks:
        if mark.kind is Kind.FILL_IN:
            continue
        if "<!--" in mark.said:
            yield _bad(mark, "Another comment begins within the mark.", "End the mark: `-->`.")
            continue
        names = ids_in(mark)
        if not names:
            yield _bad(
                mark, f'The mark "{mark.kind}" names nothing.', "Write what: access, erasure."
            )
        for name in names:
            if name not in by_id and name not in (known := element_ids()):
                if not are_lists_known:
                    continue
                yield Problem(
                    code="unknown-reference",
                    span=mark.span,
                    message=f'No list of requirements has an element "{name}".',
                    hint=did_you_mean(name, {**by_id, **dict.fromkeys(known)}),
                )
            elif name in by_id and mark.kind is Kind.NOT_APPLICABLE:
                yield from _not_right(mark, by_id[name], notice)
        if names and mark.kind is Kind.NOT_APPLICABLE and not reason_in(mark):
            hint = f"Write why: <!-- not applicable: {names[0]}: we have none -->."
            yield _bad(mark, "The mark gives no reason.", hint)


def _not_right(mark: Mark, disclosure: Disclosure, notice: Notice) -> Iterator[Problem]:
    """What speaks against saying that it does not apply."""
    element = disclosure.element
    if not element.when:
        message = f'"{element.id}" always applies ({articles([element])}).'
        yield _bad(mark, message, "State it, and remove the mark.")
        return
    if disclosure.where:
        place = disclosure.where[0]
        message = f'"{element.id}" is said not to apply, and stated in {place.span.path}:'
        yield _bad(mark, f"{message}{place.span.line}.", "Remove one of the two.")
    from polynotice.notice.named_bases import bases_of  # here: few ask for it

    for purpose in notice.purposes:
        if (bases_of(purpose) or frozenset()) & set(element.basis):
            message = f'"{element.id}" is said not to apply, but "{purpose.id}" rests on'
            bases = ", ".join(sorted((bases_of(purpose) or frozenset()) & set(element.basis)))
            yield _bad(mark, f"{message} {bases}.", "State it, and remove the mark.")
            return


def _bad(mark: Mark, message: str, hint: str) -> Problem:
    return Problem(code="bad-mark", span=mark.span, message=message, hint=hint)


def _problem(span: Span, message: str, hint: str, record: str | None = None) -> Problem:
    return Problem(code="missing-disclosure", span=span, record=record, message=message, hint=hint)
