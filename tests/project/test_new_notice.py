"""A new notice in many languages: what is left to translate is what only it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polynotice.catalogues import vocabularies
from polynotice.core.locales import find_locale
from tests.projects import (
    CONFIG,
    build_site,
    catalogue,
    edit,
    page,
    polynotice,
    problems_of,
    replace_in,
    stand_in,
    text_of,
    write_project,
)

LOCALES = ("de", "fr", "pl", "fi", "el")

CATEGORIES = """\
groups:
  - {id: contact, name: Contact details}
  - {id: special, name: Health}
data_categories:
  - {id: mail, name: Email address, group: contact}
  - {id: address, name: Delivery address, group: contact}
  - {id: health, name: Data concerning health, group: special, special: true}
"""

RECORDS = """\
purposes:
  - id: delivery
    title: Delivery of your order
    purpose: To deliver what you have ordered.
    data: [address, mail]
    legal_basis_ids: [gdpr-6-1-b]
    recipients: Postal and delivery companies
    data_subjects: Customers
  - id: news
    title: News by email
    purpose: To tell you what is new.
    data: [mail]
    legal_basis_ids: [gdpr-6-1-f]
    legitimate_interest: To keep in touch with those who buy from us.
    recipients: [Email service providers, Banks]
    data_subjects: [Customers, Newsletter subscribers]
  - id: events
    title: Help at events
    purpose: To help those who fall ill.
    data: [health]
    legal_basis_ids: [gdpr-6-1-d, gdpr-9-2-c]
    recipients: Public authorities
    data_subjects: Participants in events
"""

PAGE = """\
# Privacy notice

We are the shop at the corner.

::: purposes

## Right of access

You have the right to learn whether we process personal data about you, and to receive a copy of \
them.

::: data-index
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """Three rows in English, and nothing translated by anybody."""
    columns = (
        "[purpose, personal_data, legal_basis, legitimate_interest, recipients, data_subjects]"
    )
    options = f"locales: [en]\n      columns: {columns}"
    return write_project(
        tmp_path,
        {
            "mkdocs.yml": CONFIG.replace("locales: [en, de]", options),
            "docs/index.md": PAGE,
            "notice_data/data.yml": CATEGORIES,
            "notice_data/care.yml": RECORDS,
        },
    )


def own_contexts(context: str | None) -> bool:
    """Whether it is that of a row, of a page or of the site's names."""
    return context is None or context.startswith(("purposes/", "site/", "nav/"))


def test_three_rows_in_five_languages_need_their_rows_and_pages_translated_alone(
    notice: Path,
) -> None:
    for locale in LOCALES:
        assert polynotice(notice, "add-locale", locale).exit_code == 0
        left = [entry for entry in catalogue(notice, locale).entries if not any(entry.msgstr)]
        assert [one.msgctxt for one in left if not own_contexts(one.msgctxt)] == []
        assert {one.msgid for one in left if one.msgctxt is None} == {
            "Privacy notice",
            "We are the shop at the corner.",
        }
        assert len([one for one in left if one.msgctxt]) <= 8
        edit(
            notice,
            locale,
            lambda entry, locale=locale: entry.msgstr[0] or stand_in(entry, locale),
        )
        replace_in(notice / "mkdocs.yml", f"{locale}: {{publish: false}}", locale)
    assert problems_of(notice) == []
    site = build_site(notice)
    assert polynotice(notice, "verify", str(site)).exit_code == 0
    for locale in LOCALES:
        words = vocabularies.translations(find_locale(locale))
        records = json.loads((site / locale / "notice.json").read_text("utf-8"))["records"]
        said = [record["fields"]["legal_basis"] for record in records]
        assert {one["state"] for one in said} == {"translated"}
        assert said[0]["text"] == words["legal-bases/gdpr-6-1-b"].msgstr[0]
        assert records[2]["legal_basis_ids"] == ["gdpr-6-1-d", "gdpr-9-2-c"]
        cell = page(site, f"{locale}/index.html").css_first("#delivery td[data-field=recipients]")
        assert text_of(cell) == " ".join(words["recipients/delivery-companies"].msgstr[0].split())


def test_a_notice_that_names_other_legal_bases_is_asked_for_them_alone(notice: Path) -> None:
    polynotice(notice, "add-locale", "de")
    edit(notice, "de", lambda entry: entry.msgstr[0] or stand_in(entry, "de"))
    replace_in(notice / "notice_data/care.yml", "[gdpr-6-1-b]", "[gdpr-6-1-c]")
    assert polynotice(notice, "update").exit_code == 0
    contexts = [entry.msgctxt for entry in catalogue(notice, "de").entries]
    assert "legal-bases/gdpr-6-1-c" in contexts
    assert "legal-bases/gdpr-6-1-b" not in contexts
    assert problems_of(notice) == []
    assert polynotice(notice, "update", "--check").exit_code == 0
