"""Marks in a page, and what each holds for."""

from __future__ import annotations

from polynotice.core.model import Span, Text
from polynotice.notice.marks import (
    End,
    Event,
    Heading,
    Kind,
    Mark,
    RawMark,
    marks_of,
    misplaced,
    take_marks,
)


def text(words: str) -> Text:
    return Text(msgid=words, span=Span("docs/a.md"))


def mark(said: str, kind: Kind = Kind.STATES) -> RawMark:
    return RawMark(kind=kind, said=said, line=0, source="")


def heading(words: str, level: int = 2) -> list[Event]:
    return [Heading(level=level), text(words)]


def states(*events: Event) -> dict[str, Mark]:
    """What each mark that states something holds for."""
    found = marks_of(events, lambda line: Span("docs/a.md", line + 1))
    return {each.said: each for each in found if each.kind is Kind.STATES}


def words_of(found: Mark) -> list[str]:
    return [each.msgid for each in found.texts]


def test_a_mark_below_a_heading_holds_for_its_section_and_those_within() -> None:
    found = states(
        *heading("Rights"),
        mark("access"),
        text("You may ask."),
        *heading("How", 3),
        text("Write to us."),
        *heading("Other"),
        text("Else."),
    )
    assert words_of(found["access"]) == ["Rights", "You may ask.", "How", "Write to us."]


def test_two_marks_below_one_heading_hold_for_the_same() -> None:
    found = states(*heading("Rights"), mark("access"), mark("erasure"), text("You may ask."))
    assert words_of(found["access"]) == words_of(found["erasure"]) == ["Rights", "You may ask."]


def test_what_is_within_a_section_with_its_own_mark_is_not_the_outer_ones() -> None:
    found = states(
        *heading("Rights"),
        mark("access"),
        text("You may ask."),
        *heading("Other", 3),
        mark("to write", Kind.FILL_IN),
        mark("erasure"),
        *heading("More", 4),
        text("You may write."),
        *heading("Again", 3),
        text("Ask us."),
    )
    assert words_of(found["access"]) == ["Rights", "You may ask.", "Other", "Again", "Ask us."]
    assert words_of(found["erasure"]) == ["Other", "More", "You may write."]
    assert (len(found["access"].open_at), len(found["erasure"].open_at)) == (0, 1)


def test_a_mark_above_a_heading_holds_for_its_section_too() -> None:
    found = states(text("Before."), mark("access"), *heading("Rights"), text("You may ask."))
    assert words_of(found["access"]) == ["Rights", "You may ask."]


def test_a_mark_within_a_section_holds_up_to_the_next_mark_or_heading() -> None:
    found = states(
        *heading("Rights"),
        text("All of them:"),
        mark("access"),
        text("Ask."),
        mark("erasure"),
        mark("restriction"),
        text("Write."),
        *heading("Other", 3),
        text("Else."),
    )
    assert words_of(found["access"]) == ["Ask."]
    assert words_of(found["erasure"]) == words_of(found["restriction"]) == ["Write."]


def test_a_section_within_that_has_a_mark_of_its_own_is_its_own_affair() -> None:
    found = states(
        *heading("Notice", 1),
        mark("controller"),
        *heading("Officer"),
        mark("dpo"),
        mark("how", Kind.FILL_IN),
        text("Write."),
        *heading("Else"),
        text("More."),
    )
    assert (found["controller"].open_at, len(found["dpo"].open_at)) == ((), 1)
    assert words_of(found["controller"]) == ["Notice", "Officer", "Else", "More."]


def test_headings_alone_and_what_follows_the_end_state_nothing() -> None:
    found = states(*heading("A"), mark("a"), *heading("B", 3), End(), text("[^1]"))
    assert found["a"].is_empty
    assert not states(*heading("A"), mark("a"), text("Words."))["a"].is_empty


def test_only_comments_of_that_form_are_taken_and_no_line_is_lost() -> None:
    lines = [
        "<!-- states: access -->",
        "  <!-- Not-applicable: dpo:",
        "we have none -->",
        "<!-- a remark -->",
        "Words <!-- states: x -->",
        "<!-- states: x --> words",
        "```",
        "<!-- states: x -->",
        "```",
        "<!-- old",
        "<!-- states: x -->",
    ]
    left, found = take_marks(lines)
    assert len(left) == len(lines)
    assert left[3:] == lines[3:]
    assert [(each.kind, each.said, each.line) for each in found] == [
        (Kind.STATES, "access", 0),
        (Kind.NOT_APPLICABLE, "dpo: we have none", 1),
    ]


def test_a_mark_beside_something_else_is_misplaced_but_not_one_that_is_shown_as_code() -> None:
    lines = [
        "Words <!-- states: x -->",
        "> <!-- fill in: y -->",
        "Write `<!-- states: x -->` below a heading.",
        "Words <!-- a remark -->",
        "```",
        "x <!-- states: x -->",
        "```",
    ]
    assert misplaced(lines) == [0, 1]
