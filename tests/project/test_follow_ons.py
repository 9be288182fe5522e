"""One mistake is one finding: what could not be read accuses nobody who names or is used by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import (
    CATEGORIES,
    FILES,
    INDEX,
    RECORDS,
    polynotice,
    problems_of,
    replace_in,
    translate,
    write_project,
)

CARE = "notice_data/care.yml"
NAMED = INDEX.replace("::: purposes", "::: purposes\n    records: [calls, chat]")
OF_SECTION = INDEX.replace("::: purposes", "::: purposes\n    section: care")


@pytest.mark.parametrize("index", [INDEX, NAMED, OF_SECTION])
@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        (CARE, "title: Calls", "titel: Calls", "5: error unknown-field"),
        (CARE, "purpose: Calls", "purpos: Calls", "6: error unknown-field"),
        (CARE, "purposes:", "purposess:", "3: error unknown-field"),
        (CARE, "title: Care", "title: Care: all", "2: error unreadable-records"),
        ("notice_data/data.yml", "name: Recordings", "nam: Recordings", "2: error unknown-field"),
        ("notice_data/data.yml", "id: recordings", "idd: recordings", "2: error unknown-field"),
        ("notice_data/data.yml", "data_categories:", "data_categorie:", "1: error unknown-field"),
        ("notice_data/data.yml", "data_cat", "- data_cat", "1: error unreadable-records"),
    ],
)
def test_one_mistake_is_one_finding(
    tmp_path: Path, index: str, name: str, old: str, new: str, found: str
) -> None:
    write_project(tmp_path, {"docs/index.md": index})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []
    replace_in(tmp_path / name, old, new)
    assert problems_of(tmp_path) == [f"{name}:{found}"]


def test_what_is_wrong_besides_is_found_all_the_same(tmp_path: Path) -> None:
    write_project(tmp_path, {"docs/index.md": NAMED})
    translate(tmp_path, "de")
    replace_in(tmp_path / CARE, "title: Calls", "titel: Calls")
    replace_in(tmp_path / CARE, "data: [messages]", "data: [mesages]")
    assert problems_of(tmp_path) == [
        f"{CARE}:5: error unknown-field",
        f"{CARE}:13: error unknown-reference",
    ]


def test_an_unused_category_is_told_of_once_everything_is_read(tmp_path: Path) -> None:
    more = CATEGORIES + "  - {id: photos, name: Photos}\n"
    write_project(tmp_path, {"notice_data/data.yml": more})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == ["notice_data/data.yml:4: warning unused-category"]


def test_a_required_key_that_is_missing_is_told_besides_another_that_is_unknown(
    tmp_path: Path,
) -> None:
    records = RECORDS.replace("    purpose: Calls are recorded.\n", "    colour: red\n")
    write_project(tmp_path, {CARE: records})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == [
        f"{CARE}:4: error missing-field",
        f"{CARE}:6: error unknown-field",
    ]


def test_a_second_document_is_called_so(tmp_path: Path) -> None:
    write_project(tmp_path, {CARE: RECORDS + "---\npurposes: []\n"})
    assert polynotice(tmp_path, "check").stdout.splitlines()[-1] == (
        f"{CARE}:14: error unreadable-records: A second YAML document begins here, and a file "
        "holds one. Remove the line `---`, or move what follows to a file of its own."
    )
    write_project(tmp_path, {CARE: "---\n" + RECORDS + "...\n"})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["index.de.md", "sub/rights.DE.md", "index.en.md", "index.fr.md", "index.zh_Hant.md"]
)
def test_a_page_named_as_a_translation_is_hinted_at(tmp_path: Path, name: str) -> None:
    write_project(tmp_path, {f"docs/{name}": "# Rechte\n"})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == [f"docs/{name}:1: warning locale-conflict"]


@pytest.mark.parametrize("name", ["v1.2.md", "rights.fr.md", "rights-de.md", "index.old.md"])
def test_another_name_is_not(tmp_path: Path, name: str) -> None:
    write_project(tmp_path, {f"docs/{name}": "# Rights\n"})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []


# --- starting and filling catalogues -------------------------------------------------------------


def test_add_locale_does_not_send_back_to_itself(tmp_path: Path) -> None:
    write_project(tmp_path)
    replace_in(tmp_path / CARE, "title: Calls", "titel: Calls")
    result = polynotice(tmp_path, "add-locale", "de")
    assert result.exit_code == 1
    assert result.stdout == (
        f'{CARE}:5: error unknown-field: There is no field "titel". Did you mean "title"?\n'
    )
    replace_in(tmp_path / CARE, "titel: Calls", "title: Calls")
    assert polynotice(tmp_path, "add-locale", "de").exit_code == 0


def test_update_gives_an_empty_catalogue_the_header_of_a_new_one(tmp_path: Path) -> None:
    write_project(tmp_path)
    name = tmp_path / "locales/de/LC_MESSAGES/notice.po"
    name.parent.mkdir(parents=True)
    name.write_text("")
    assert "locales/de/LC_MESSAGES/notice.po:1: warning header-mismatch" in problems_of(tmp_path)
    assert polynotice(tmp_path, "update", "de").exit_code == 0
    filled = name.read_text()
    assert not any("header-mismatch" in one for one in problems_of(tmp_path))
    name.unlink()
    assert polynotice(tmp_path, "add-locale", "de").exit_code == 0
    assert name.read_text() == filled


def test_update_leaves_a_header_as_it_is(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    name = tmp_path / "locales/de/LC_MESSAGES/notice.po"
    name.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    name.write_text(head)
    assert polynotice(tmp_path, "update", "de").exit_code == 0
    assert name.read_text().startswith(head)
