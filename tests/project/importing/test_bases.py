"""Legal bases, read from what a cell says and proposed beside it."""

from __future__ import annotations

from pathlib import Path

from polynotice.core.locales import find_locale
from polynotice.notice.legal_bases import texts_of_bases
from tests.project.importing.documents import bring, notice_in, write


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
