"""What a notice's catalogue starts with."""

from __future__ import annotations

from polynotice.catalogues.po_format import Entry
from polynotice.catalogues.started import with_terms, words_of_the_tool
from polynotice.core.locales import find_locale


def entry(context: str | None, msgid: str, msgstr: str = "", **others: object) -> Entry:
    return Entry(msgctxt=context, msgid=msgid, msgstr=(msgstr,), **others)  # type: ignore[arg-type]


def by_context(*entries: Entry) -> dict[str, Entry]:
    return {str(one.msgctxt): one for one in entries}


OURS = by_context(
    entry("personal-data/email-address", "Email address", "Email address"),
    entry("groups/account", "Account", "Account"),
    entry("legal-bases/gdpr-6-1-a", "Consent (Article 6)", "Consent (Article 6)"),
    entry("people/customers", "Customers", "Customers"),
    entry("rights/gdpr-15/text", "You may ask.", "You may ask."),
)
GERMAN = by_context(
    entry("personal-data/email-address", "Email address", "E-Mail-Adresse"),
    entry(
        "groups/account",
        "Account",
        "Account",
        remarks=("polynotice: ignore identical-to-source", "as the law has it"),
    ),
    entry("legal-bases/gdpr-6-1-a", "Consent (Article 6)", "Einwilligung", flags=("fuzzy",)),
    entry("people/customers", "Customers", "Kunden"),
    entry("rights/gdpr-15/text", "You may ask.", "Sie dürfen fragen."),
)


def filled(*entries: Entry, has_remarks: bool = True) -> list[Entry]:
    return list(with_terms(entries, OURS, GERMAN, has_remarks=has_remarks))


def test_what_a_notice_names_as_the_vocabulary_does_comes_translated() -> None:
    found = filled(
        entry("data/mail/name", "Email address"),
        entry("purposes/news/personal_data", "Email address"),
        entry("purposes/news/data_subjects", "Customers"),
        entry(None, "You may ask."),
    )
    words = ["E-Mail-Adresse", "E-Mail-Adresse", "Kunden", "Sie dürfen fragen."]
    assert [one.msgstr[0] for one in found] == words


def test_a_word_of_another_place_or_wording_stays_open() -> None:
    found = filled(
        entry("data/mail/name", "E-mail address"),
        entry("data/mail/description", "Email address"),
        entry("purposes/news/purpose", "Customers"),
        entry("sections/news/title", "Customers"),
        entry(None, "Email address"),
    )
    assert [one.msgstr[0] for one in found] == [""] * 5


def test_a_projects_own_translation_wins() -> None:
    (found,) = filled(entry("data/mail/name", "Email address", "Mailadresse"))
    assert found.msgstr == ("Mailadresse",)


def test_a_draft_of_the_vocabulary_is_a_draft_of_the_notice() -> None:
    (found,) = filled(entry("legal-bases/gdpr-6-1-a", "Consent (Article 6)"))
    assert (found.msgstr, found.is_fuzzy) == (("Einwilligung",), True)


def test_what_a_term_waives_is_waived_beside_the_text_that_it_answers() -> None:
    (found,) = filled(entry("groups/account/name", "Account"))
    assert found.remarks == ("polynotice: ignore identical-to-source",)
    (other,) = filled(entry("groups/account/name", "Account"), has_remarks=False)
    assert other.remarks == ()


def test_a_legal_basis_that_nobody_asks_for_any_more_goes_and_a_persons_words_stay() -> None:
    kept = (
        entry("legal-bases/gdpr-6-1-a", "Consent (Article 6)", "Zustimmung", obsolete=True),
        entry("data/mail/name", "Email address", "E-Mail-Adresse", obsolete=True),
    )
    gone = entry("legal-bases/gdpr-6-1-a", "Consent (Article 6)", "Einwilligung", obsolete=True)
    assert filled(gone, *kept) == list(kept)


def test_what_the_tool_itself_says_is_known_whatever_stands_there() -> None:
    english = find_locale("en")
    entries = [
        entry("columns/purpose", "Purpose", "Wozu"),
        entry("purposes/news/purpose", "To tell you.", "Um es zu sagen."),
    ]
    german = find_locale("de")
    assert words_of_the_tool(entries, german, english) == {("columns/purpose", "Purpose"): "Zweck"}
