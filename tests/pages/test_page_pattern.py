"""A page with signs for its texts takes the words that Markdown would leave there as they are."""

from __future__ import annotations

import pytest

from polynotice.core.model import Phrase, State
from polynotice.pages.page_pattern import PagePattern, Words, may_be_put, sign_of, words_of
from tests.draws import for_each

SIGN = sign_of(3)
PLAIN = Words("calls", "calls")
BOLD = Words("<em>calls</em>", None)
SPACED = Words("two  calls", "two  calls")
ISOLATED = Words("<bdi>calls</bdi>", "calls")


def filled(html: str, words: Words, *, is_rtl: bool = False) -> str | None:
    """The page with these words for its only text; `None` if it does not take them."""
    pattern = PagePattern(html.replace("_", SIGN), is_rtl=is_rtl)
    return pattern.fill({3: words}) if pattern.is_known else None


def said(text: str, lang: str = "de") -> Phrase:
    """A phrase as a page says it."""
    return Phrase(text=text, lang=lang, state=State.TRANSLATED)


@for_each("block", ("<p>_</p>", '<td data-field="x">_</td>', "<li>_\n<ul>", "<dd>_</dd>"))
def test_a_block_takes_what_markdown_makes_of_any_text(block: str) -> None:
    assert filled(block, BOLD) == block.replace("_", "<em>calls</em>")


@for_each("place", ("<h2>_</h2>", '<a href="#x">_</a>', '<p title="_">', "<p>_ and _</p>", "<i>_"))
def test_other_places_take_words_without_markup_alone(place: str) -> None:
    assert filled(place, PLAIN) == place.replace("_", "calls")
    assert filled(place, BOLD) is None


def test_a_label_has_the_white_space_that_a_browser_shows_and_a_heading_takes_no_other() -> None:
    assert (
        filled('<td data-label="_">_</td>', SPACED) == '<td data-label="two calls">two  calls</td>'
    )
    assert filled('<a title="_">', SPACED) is None
    assert filled("<h2>_</h2>", SPACED) is None


def test_a_name_that_is_isolated_stands_in_an_element_and_not_in_an_attribute() -> None:
    html = '<td data-label="_"><a href="#x">_</a></td>'
    assert filled(html, ISOLATED, is_rtl=True) == (
        '<td data-label="calls"><a href="#x"><bdi>calls</bdi></a></td>'
    )


def test_from_right_to_left_no_text_is_put_beside_another() -> None:
    assert filled("<p>_ 10</p>", PLAIN) == "<p>calls 10</p>"
    assert filled("<p>_ 10</p>", PLAIN, is_rtl=True) is None
    assert filled('<p title="_ 10">', PLAIN, is_rtl=True) == '<p title="calls 10">'


@for_each("text", ("", " calls", "calls {: .x }", "from %(date)s on", f"calls {SIGN}"))
def test_what_may_say_something_of_its_element_or_have_a_part_replaced_is_not_put(
    text: str,
) -> None:
    assert not may_be_put(said(text), "de")


def test_a_phrase_is_put_where_it_needs_no_mark() -> None:
    assert may_be_put(said("calls, 10 % of (all) calls"), "de")
    assert not may_be_put(said("calls", "en"), "de")
    assert not may_be_put(Phrase(text="calls", lang="de", state=State.FUZZY, note="open"), "de")


@pytest.mark.parametrize("is_rtl", [False, True])
def test_markdown_is_asked_where_a_text_may_have_markup_or_a_name_in_it(is_rtl: bool) -> None:
    assert words_of(said("نداءات"), is_rtl=is_rtl) == Words("نداءات", "نداءات")
    assert (words_of(said("Calls of us"), is_rtl=is_rtl) is None) == is_rtl
    assert words_of(said("*calls*"), is_rtl=is_rtl) is None
