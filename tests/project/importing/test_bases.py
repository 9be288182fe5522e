"""Legal bases, read from what a cell says and proposed beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.core.locales import find_locale
from polynotice.notice.legal_bases import texts_of_bases
from tests.project.importing.documents import bring, notice_in, write
from tests.projects import build_site, load, page, text_of


def records_in(folder: Path) -> str:
    """The text of all files of records."""
    return "".join(path.read_text("utf-8") for path in (folder / "notice_data").rglob("*.yml"))


def test_bases_that_a_cell_names_are_proposed_as_likely_and_its_text_stays(tmp_path: Path) -> None:
    text = (
        "| Purpose | Data | Legal basis |\n|--|--|--|\n"
        "| Deliver | Name | Contract (Art. 6(1)(b) GDPR) |\n"
        "| Answer | Name | We have a good reason |\n"
    )
    status, _ = bring(tmp_path / "new", write(tmp_path, "n.md", text))
    deliver, answer = notice_in(tmp_path / "new").purposes
    assert (status, deliver.legal_basis_ids, answer.legal_basis_ids) == (0, ("gdpr-6-1-b",), ())
    assert deliver.fields["legal_basis"].texts[0].msgid == "Contract (Art. 6(1)(b) GDPR)"
    assert "- gdpr-6-1-b # likely: read from legal_basis\n" in records_in(tmp_path / "new")


def test_the_vocabularys_own_words_are_surely_that_basis(tmp_path: Path) -> None:
    words = texts_of_bases(find_locale("en"))["gdpr-6-1-c"]
    text = f"| Purpose | Data | Legal basis |\n|--|--|--|\n| File taxes | Name | {words} |\n"
    bring(tmp_path / "new", write(tmp_path, "n.md", text))
    assert "- gdpr-6-1-c\n" in records_in(tmp_path / "new")


TICKED = """Purpose,Personal data,Consent (Art. 6(1)(a)),Contract (Art. 6(1)(b)),Shoe size
News,Email address,✓,–,✔
Orders,Name,,x,42
"""


def test_a_tick_below_a_header_that_names_a_basis_proposes_it_and_is_listed(tmp_path: Path) -> None:
    status, found = bring(tmp_path / "new", write(tmp_path, "n.csv", TICKED))
    left = {each["place"]: each["why"] for each in found["left"]}
    alone = "its column has marks alone: what they tick is proposed as legal_basis_ids"
    assert (status, left) == (
        1,
        {
            "row 1, column 3": alone,
            "row 1, column 4": alone,
            "row 2, column 3": 'is a mark below "Consent (Art. 6(1)(a))": proposed as gdpr-6-1-a',
            "row 2, column 4": 'is a mark below "Contract (Art. 6(1)(b))": it says no, or nothing',
            "row 2, column 5": "is a mark: say in words what it means",
            "row 3, column 4": 'is a mark below "Contract (Art. 6(1)(b))": proposed as gdpr-6-1-b',
        },
    )
    notice = notice_in(tmp_path / "new")
    assert [one.legal_basis_ids for one in notice.purposes] == [("gdpr-6-1-a",), ("gdpr-6-1-b",)]
    settings = load(tmp_path / "new").site.settings
    assert settings.columns == ("purpose", "personal_data", "legal_basis", "shoe_size")
    cells = page(build_site(tmp_path / "new"), "index.html").css("td[data-field=legal_basis]")
    assert ["Consent" in text_of(cell) for cell in cells] == [True, False]


@pytest.mark.parametrize(
    ("header", "cell", "is_taken"),
    [
        ("Consent (Art. 6(1)(a))", "for news only", True),
        ("Asked first", "x", True),
        ("Art. 6(1)(a) or (b)", "x", True),
        ("Consent (Art. 6(1)(a))", "x", False),
    ],
)
def test_words_and_marks_below_other_headers_stay_what_they_are(
    tmp_path: Path, header: str, cell: str, is_taken: bool
) -> None:
    text = f'Purpose,Personal data,"{header}"\nNews,Email address,{cell}\n'
    status, found = bring(tmp_path / "new", write(tmp_path, "n.csv", text))
    assert (status == 0, found["left"] == []) == (is_taken, is_taken)
    assert ("legal_basis" in load(tmp_path / "new").site.settings.columns) is not is_taken
