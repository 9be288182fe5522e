"""The pseudo-locales `en-XA` and `ar-XB`."""

from __future__ import annotations

import string
import unicodedata
from pathlib import Path

import pytest

from polynotice.checks.written import targets
from polynotice.core.model import Phrase, Span, State, Text
from polynotice.core.pseudo_locales import pseudo
from tests.projects import (
    CONFIG,
    build_site,
    page,
    problems_of,
    replace_in,
    text_of,
    translate,
    write_project,
)


def said(lang: str, text: str) -> str:
    """What the pseudo-locale makes of a text."""
    return pseudo(lang)(Text(msgid=text, span=Span("docs/index.md"))).text


def test_a_text_is_disguised_longer_and_in_brackets() -> None:
    assert said("en-XA", "Calls are recorded.") == "⟦Çååļļš ååŕéé ŕééçööŕđééđ.⟧"


def test_an_arabic_one_has_letters_that_run_from_right_to_left() -> None:
    letters = [letter for letter in said("ar-XB", "Your data, by region") if letter.isalpha()]
    assert len(letters) == len("Yoouurdaataabyreegiioon")
    assert {unicodedata.bidirectional(letter) for letter in letters} == {"AL"}


@pytest.mark.parametrize("lang", ["en-XA", "ar-XB"])
def test_a_phrase_counts_as_translated_into_the_pseudo_locale(lang: str) -> None:
    phrase = pseudo(lang)(Text(msgid="-", span=Span("docs/index.md")))
    assert phrase == Phrase(text="⟦-⟧", lang=lang, state=State.TRANSLATED)


@pytest.mark.parametrize("lang", ["en-XA", "ar-XB"])
def test_no_letter_stays_as_it_is(lang: str) -> None:
    assert not set(said(lang, string.ascii_letters)) & set(string.ascii_letters)


@pytest.mark.parametrize("lang", ["en-XA", "ar-XB"])
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Read [our policy](https://shop.example/policy) first", "](https://shop.example/policy)"),
        ('See ![a chart](shops.png "Shops") here', '](shops.png "'),
        ("Read [the regulation][gdpr] itself", "][gdpr]"),
        ("Our interests[^interests] prevail", "[^interests]"),
        ("Write to <dpo@shop.example> now", "<dpo@shop.example>"),
        ("The cookie `session_id` is set", "`session_id`"),
        ("The {language} text", "{language}"),
        ("[Object](object.md){ .button } now", "](object.md){ .button }"),
        ("Fish &amp; chips", "&amp;"),
        ("Not \\*stressed\\*", "\\*"),
        ("Not \\`coded\\`", "\\`"),
        ("Article 6(1)(f), 4% in 2025", " 6(1)("),
        ("You may **object**", "**"),
    ],
)
def test_markdown_and_numbers_stay_as_they_are(lang: str, text: str, kept: str) -> None:
    disguised = said(lang, text)
    assert kept in disguised
    assert targets(disguised) == targets(text)
    # All the rest is words, of which none is left.
    rest = disguised.replace(kept, "")
    assert not set(rest) & set(string.ascii_letters)


def test_a_collapsed_reference_keeps_its_target() -> None:
    assert said("en-XA", "Read [gdpr][]").endswith(("[gdpr][]⟧", "[gdpr]⟧"))


def test_code_with_a_backtick_in_it_stays_as_it_is() -> None:
    assert "``a`b``" in said("en-XA", "The cookie ``a`b`` is set")


def test_a_target_with_parentheses_stays_as_it_is() -> None:
    text = "Read [of it](https://law.example/Privacy_(law)_in_Europe)"
    assert "(https://law.example/Privacy_(law)_in_Europe)" in said("en-XA", text)


def test_it_needs_no_catalogue_and_is_seen_in_a_preview(tmp_path: Path) -> None:
    locales = "[en, en-XA: {publish: false}, ar-XB: {publish: false}]"
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", locales)})
    assert problems_of(tmp_path) == []
    site = build_site(tmp_path, preview=True)
    accented, arabic = page(site, "en-XA/index.html"), page(site, "ar-XB/index.html")
    assert text_of(accented.css_first("#calls td")) == "⟦Çååļļš ååŕéé ŕééçööŕđééđ.⟧"
    assert arabic.css_first("html").attributes["dir"] == "rtl"
    assert text_of(arabic.css_first("#calls td")).startswith("⟦")


def test_a_draft_one_is_not_built(tmp_path: Path) -> None:
    write_project(tmp_path)
    replace_in(tmp_path / "mkdocs.yml", "[en, de]", "[en, de, en-XA: {publish: false}]")
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert (site / "de" / "index.html").exists()
    assert not (site / "en-XA").exists()
