"""A record that applies later says so wherever it stands, until the day that the build is given."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from polynotice.core.locales import find_locale
from polynotice.project.releases.freezing import freeze
from tests.projects import (
    CONFIG,
    RECORDS,
    build_site,
    catalogue,
    load,
    page,
    polynotice,
    problems_of,
    text_of,
    translate,
    write_project,
)

LATER = RECORDS.replace("  - id: chat\n", "  - id: chat\n    effective: 2027-04-01\n")
GERMAN = "DE: Chats are monitored. – DE: Applies from 1. April 2027"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A notice in two languages with one record that applies later."""
    folder = write_project(tmp_path, {"notice_data/care.yml": LATER})
    translate(folder, "de")
    return folder


def cell(site: Path, name: str) -> str:
    return text_of(page(site, name).css_first("#chat td[data-field=purpose]"))


def test_the_row_says_from_when_on_it_applies_until_that_day(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2027-03-31")
    before = build_site(notice)
    assert cell(before, "index.html") == "Chats are monitored. – Applies from April 1, 2027"
    assert cell(before, "de/index.html") == GERMAN
    used_for = text_of(page(before, "index.html").css_first("#data-messages [data-field=used_for]"))
    assert "Applies from April 1, 2027" in used_for
    records = json.loads((before / "de/notice.json").read_text("utf-8"))["records"]
    assert [one["fields"]["purpose"]["text"] for one in records if one["id"] == "chat"] == [GERMAN]
    assert "Applies from" not in text_of(page(before, "index.html").css_first("#calls"))
    assert polynotice(notice, "verify", str(before)).exit_code == 0
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2027-04-01")
    assert polynotice(notice, "verify", str(before)).exit_code == 1
    after = build_site(notice)
    assert cell(after, "index.html") == "Chats are monitored."
    assert "2027" not in (after / "de/notice.json").read_text("utf-8")
    assert polynotice(notice, "verify", str(after)).exit_code == 0


def test_without_a_day_nobody_knows_that_it_applies_already(notice: Path) -> None:
    assert "Applies from April 1, 2027" in cell(build_site(notice), "index.html")


def test_the_day_changes_neither_catalogues_nor_what_a_release_says(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = freeze(load(notice))
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2027-04-02")
    assert polynotice(notice, "update", "--check").exit_code == 0
    later = load(notice)
    assert later.notice.as_of == datetime.date(2027, 4, 2)
    assert freeze(later) == frozen
    assert "1. April 2027" in str(frozen[1])


def test_a_notice_without_such_a_record_asks_no_translator_for_the_words(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    contexts = [entry.msgctxt for entry in catalogue(folder, "de").entries]
    assert "words/effective" not in contexts


@pytest.mark.parametrize("written", ["2027-02-30", "2027", "soon", "2027-04-01 10:00:00", "''"])
def test_what_is_no_day_is_refused_with_its_line(tmp_path: Path, written: str) -> None:
    text = LATER.replace("2027-04-01", written)
    folder = write_project(tmp_path, {"notice_data/care.yml": text})
    found = problems_of(folder)
    line = 1 + text.split("effective:")[0].count("\n")
    assert any(one.startswith(f"notice_data/care.yml:{line}: error wrong-type") for one in found)


def test_a_day_in_quotation_marks_is_one(tmp_path: Path) -> None:
    text = LATER.replace("2027-04-01", "'2027-04-01'")
    purpose = load(write_project(tmp_path, {"notice_data/care.yml": text})).notice.purpose("chat")
    assert purpose is not None
    assert purpose.effective == datetime.date(2027, 4, 1)


@pytest.mark.parametrize(
    ("words", "refused"),
    [("Applies later", True), ("In force: %(date)s", False)],
)
def test_words_of_a_notices_own_need_a_place_for_the_day(
    tmp_path: Path, words: str, refused: bool
) -> None:
    config = CONFIG.replace("[en, de]", f"[en]\n      words: {{effective: '{words}'}}")
    for records in (LATER, RECORDS):
        folder = write_project(tmp_path, {"mkdocs.yml": config, "notice_data/care.yml": records})
        codes = [one for one in problems_of(folder) if "bad-setting" in one]
        assert bool(codes) == (refused and records is LATER)


def test_a_notice_in_a_language_that_the_tool_does_not_know_is_asked_for_the_words(
    tmp_path: Path,
) -> None:
    config = CONFIG.replace("locales: [en, de]", "source_locale: eo\n      locales: [eo]")
    for records in (LATER, RECORDS):
        folder = write_project(tmp_path, {"mkdocs.yml": config, "notice_data/care.yml": records})
        asked = [one.message for one in load(folder).problems if "applies later" in one.message]
        assert bool(asked) == (records is LATER)


def test_each_language_writes_the_day_its_own_way(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"notice_data/care.yml": LATER})
    for locale, said in {
        "pl": "Obowiązuje od 1 kwietnia 2027",
        "ja": "2027年4月1日から適用",
        "fi": "Voimassa 1. huhtikuuta 2027 alkaen",
    }.items():
        assert polynotice(folder, "add-locale", locale).exit_code == 0
        entries = {entry.msgctxt: entry.msgstr[0] for entry in catalogue(folder, locale).entries}
        day = find_locale(locale).written_date(datetime.date(2027, 4, 1))
        assert entries["words/effective"].replace("%(date)s", day) == said
