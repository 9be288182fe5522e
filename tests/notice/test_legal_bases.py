"""Legal bases that records name by id."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.catalogues.po_format import Entry
from polynotice.catalogues.started import started
from polynotice.catalogues.vocabularies import legal_bases, translations
from polynotice.core.locales import find_locale
from polynotice.core.model import Notice
from polynotice.core.problems import Problem
from polynotice.notice import records
from polynotice.notice.values import value_of


def read(folder: Path, record: str, source: str = "en") -> tuple[Notice, list[Problem]]:
    """The notice that has one purpose with these fields, and a special category besides."""
    data = folder / "notice_data"
    data.mkdir(exist_ok=True)
    (data / "a.yml").write_text(
        f"purposes:\n  - id: care\n    purpose: To care.\n    {record}\n"
        "data_categories:\n  - {id: health, name: Health, special: true}\n"
        "  - {id: name, name: Name}\n",
        encoding="utf-8",
    )
    return records.read_records(data, folder, extra_columns={}, source=find_locale(source))


def with_ids(*ids: str, data: str = "name", more: str = "") -> str:
    return f"data: [{data}]\n    legal_basis_ids: [{', '.join(ids)}]\n    {more}"


def said(notice: Notice) -> tuple[str, ...]:
    return tuple(text.msgid for text in notice.purposes[0].fields["legal_basis"].texts)


def lines(problems: list[Problem]) -> list[str]:
    return [f"{one.span.line}: {one.severity} {one.code}" for one in problems]


def test_an_id_says_its_legal_basis(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, with_ids("gdpr-6-1-a"))
    assert problems == []
    assert said(notice) == ("Consent of the data subject (Article 6(1)(a) GDPR)",)
    assert not value_of(notice, notice.purposes[0], "legal_basis").is_list


def test_several_are_a_list_in_their_order(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, with_ids("gdpr-6-1-c", "gdpr-6-1-a"))
    assert problems == []
    value = value_of(notice, notice.purposes[0], "legal_basis")
    assert value.is_list
    assert [text.context for text in value.texts] == [
        "legal-bases/gdpr-6-1-c",
        "legal-bases/gdpr-6-1-a",
    ]


def test_a_text_of_the_records_own_is_what_is_said_and_the_ids_are_kept(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, with_ids("gdpr-6-1-a", more="legal_basis: You agreed."))
    assert problems == []
    assert said(notice) == ("You agreed.",)
    assert notice.purposes[0].legal_basis_ids == ("gdpr-6-1-a",)


def test_an_id_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    _, problems = read(tmp_path, with_ids("gdpr-6-1-b", "gdpr-6-1"))
    assert lines(problems) == ["5: error unknown-reference"]
    assert problems[0].message == 'There is no legal basis "gdpr-6-1".'
    assert problems[0].hint.startswith('Did you mean "gdpr-6-1-')


def test_an_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path, with_ids("gdpr-6-1-a", "gdpr-6-1-a"))
    assert lines(problems) == ["5: error duplicate-id"]


def test_a_notice_in_german_says_it_in_german_and_goes_on_from_there(tmp_path: Path) -> None:
    notice, problems = read(tmp_path, with_ids("gdpr-6-1-c", "gdpr-9-2-a"), "de-AT")
    assert problems == []
    text = notice.purposes[0].fields["legal_basis"].texts[0]
    assert text.msgid.endswith("(Artikel 6 Absatz 1 Buchstabe c DSGVO)")
    german, french = find_locale("de-AT"), find_locale("fr")
    (filled,) = started([Entry(msgctxt=text.context, msgid=text.msgid)], french, german)
    assert filled.msgstr[0].endswith("RGPD)")


def test_a_draft_of_the_vocabulary_is_no_source_text(tmp_path: Path) -> None:
    drafts = {
        context.partition("/")[2]
        for context, entry in translations(find_locale("ga")).items()
        if entry.is_fuzzy and context.startswith("legal-bases/")
    }
    assert "gdpr-9-2-j" in drafts
    assert "gdpr-6-1-a" not in drafts
    notice, problems = read(tmp_path, with_ids("gdpr-6-1-a", "gdpr-9-2-j"), "ga")
    assert lines(problems) == ["5: error missing-field"]
    assert len(said(notice)) == 1


def test_in_a_language_without_words_the_record_has_to_say_it(tmp_path: Path) -> None:
    _, problems = read(tmp_path, with_ids("gdpr-6-1-a"), "eo")
    assert lines(problems) == ["5: error missing-field"]
    _, problems = read(tmp_path, with_ids("gdpr-6-1-a", more="legal_basis: Konsento."), "eo")
    assert problems == []


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (with_ids("gdpr-6-1-a", data="name, health"), ["2: warning missing-article-9-basis"]),
        (with_ids("gdpr-6-1-a", "gdpr-9-2-a", data="health"), []),
        (with_ids("gdpr-6-1-a", data="name"), []),
        ("data: [health]", []),
        ("data: [health]\n    legal_basis: Consent.", []),
        (
            "data: [health]\n    legal_basis: Consent (Article 6(1)(a) GDPR)",
            ["2: warning missing-article-9-basis"],
        ),
        (with_ids("gdpr-6-1-a", "gdpr-9-2-a", data="health", more="legal_basis: You agreed."), []),
        ("data: [health]\n    legal_basis: Articles 6(1)(a) and 9(2)(a) GDPR", []),
        ("data: [health]\n    legal_basis: Article 6(1)(a) and Article 9 GDPR", []),
        (with_ids("gdpr-6-1-a", data="health", more="legal_basis: Art. 6(1)(a), 9(2)(a)"), []),
    ],
)
def test_a_special_category_needs_a_basis_of_article_9(
    tmp_path: Path, record: str, told: list[str]
) -> None:
    _, problems = read(tmp_path, record)
    assert lines(problems) == told


def test_what_the_vocabulary_has_as_special_is_so_without_a_mark(tmp_path: Path) -> None:
    kinds = (
        "data_categories:\n  - {id: illness, name: Gesundheitsdaten}\n  - {id: a, name: Alter}\n"
    )
    (tmp_path / "notice_data").mkdir()
    (tmp_path / "notice_data" / "kinds.yml").write_text(kinds, encoding="utf-8")
    record = with_ids("gdpr-6-1-a", data="a, illness")
    _, (problem,) = read(tmp_path, record, "de")
    assert problem.message.startswith('"care" uses special categories of personal data ("illness")')
    assert problem.hint.endswith('Mark "illness" with `special: true`.')
    _, problems = read(tmp_path, record, "en")
    assert problems == [], "the words are another language's"
    _, (problem,) = read(tmp_path, with_ids("gdpr-6-1-a", data="health"))
    assert "Mark" not in problem.hint


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (with_ids("gdpr-6-1-f"), ["2: warning missing-legitimate-interest"]),
        (with_ids("gdpr-6-1-f", more="legitimate_interest: To be secure."), []),
        (with_ids("gdpr-6-1-f", more="legal_basis: Our interest in security."), []),
        (
            with_ids("gdpr-6-1-f", more=f"legal_basis: {legal_bases()['gdpr-6-1-f'].name}"),
            ["2: warning missing-legitimate-interest"],
        ),
        (with_ids("gdpr-6-1-a"), []),
        ("data: [name]", []),
    ],
)
def test_a_legitimate_interest_is_named(tmp_path: Path, record: str, told: list[str]) -> None:
    _, problems = read(tmp_path, record)
    assert lines(problems) == told


def test_a_misspelt_basis_is_one_mistake(tmp_path: Path) -> None:
    _, problems = read(tmp_path, with_ids("gdpr-6-1-a", "gdpr-9-2", data="health"))
    assert lines(problems) == ["5: error unknown-reference"]
