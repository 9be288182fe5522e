"""The vocabularies that come with the tool, and their catalogues."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from polynotice.catalogues import po_reader, vocabularies
from polynotice.catalogues.vocabularies import (
    Term,
    groups_of_data,
    kinds_of_data,
    legal_bases,
    people,
    recipients,
    rights,
    template,
    translations,
)
from polynotice.checks import catalogue
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.model import Span, Text
from polynotice.core.translation import Message
from tests.checks.markdown import become
from tests.reference import VOCABULARIES_PAGE, vocabularies_page
from tests.vocabulary_catalogues import FOLDER, LANGUAGES, path_of, wanted

VOCABULARIES = (legal_bases, groups_of_data, kinds_of_data, people, recipients, rights)


def test_the_legal_bases_are_those_of_three_articles() -> None:
    promised = [f"gdpr-6-1-{letter}" for letter in "abcdef"]
    promised += [f"gdpr-9-2-{letter}" for letter in "abcdefghij"]
    promised += [f"gdpr-49-1-{letter}" for letter in "abcdefg"]
    assert list(legal_bases()) == promised


def test_a_legal_basis_says_its_article() -> None:
    for term in legal_bases().values():
        assert term.name.endswith(f"(Article {term.article} GDPR)")
        assert term.id == "gdpr-" + "-".join(re.findall(r"\w+", term.article))
        assert term.dpv == term.id.replace("gdpr-", "eu-gdpr:A")


def test_a_term_has_a_name_of_its_own() -> None:
    for vocabulary in VOCABULARIES:
        terms = vocabulary().values()
        assert [name for name, count in Counter(t.name for t in terms).items() if count > 1] == []
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", term.id) for term in terms)


def test_every_kind_is_in_a_group_and_every_group_has_kinds() -> None:
    assert {term.group for term in kinds_of_data().values()} == set(groups_of_data())
    assert len(kinds_of_data()) >= 120


def test_all_of_article_9_and_nothing_else_is_special() -> None:
    special = {term.id for term in kinds_of_data().values() if term.special}
    assert {"health-data", "genetic-data", "trade-union-membership"} <= special
    assert "criminal-convictions" not in special  # Article 10
    assert special == {t.id for t in kinds_of_data().values() if t.group in ("health", "special")}


def test_a_term_of_another_vocabulary_is_named_with_its_prefix() -> None:
    terms: list[Term] = [term for vocabulary in VOCABULARIES for term in vocabulary().values()]
    assert all(re.fullmatch(r"(pd|dpv|eu-gdpr):\w[\w-]*", term.dpv) for term in terms if term.dpv)


def test_the_template_is_what_the_files_say() -> None:
    path, text = next(iter(wanted()))
    assert path.read_text(encoding="utf-8") == text


def test_the_page_of_the_manual_is_what_the_files_say() -> None:
    assert VOCABULARIES_PAGE.read_text(encoding="utf-8") == vocabularies_page()


def test_there_is_a_catalogue_in_every_language_of_the_tools_own_words() -> None:
    assert sorted(FOLDER.glob("*.po")) == sorted(map(path_of, LANGUAGES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_whole_and_right(language: str) -> None:
    po = po_reader.parse(path_of(language).read_text(encoding="utf-8"))
    assert [entry.key for entry in po.entries] == [entry.key for entry in template()]
    locale = find_locale(language)
    assert po.fields["Language"] == locale.folder
    span = Span(vocabularies.TEMPLATE)
    found = catalogue.check_catalogue(
        [
            Message(text=Text(msgid=entry.msgid, context=entry.msgctxt, span=span))
            for entry in template()
        ],
        po,
        path=path_of(language).name,
        source=conventions(find_locale("en")),
        conventions=conventions(locale),
        is_fatal=True,
        become_of=lambda _: become,
    )
    assert [str(one) for one in found if one.code != "fuzzy-translation"] == []


def test_a_locale_speaks_its_languages_words_and_an_unknown_one_none() -> None:
    assert translations(find_locale("eo")) == {}
    english = translations(find_locale("en-GB"))["personal-data/email-address"]
    assert english.msgstr == ("Email address",)
