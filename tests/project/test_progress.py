"""`polynotice status`: what is left in each locale, since when, and in which place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests.files.test_git_history import git
from tests.projects import (
    CONFIG,
    INDEX,
    edit,
    polynotice,
    replace_in,
    stand_in,
    translate,
    write_project,
)

DE = "locales/de/LC_MESSAGES/notice.po"
CARE = "notice_data/care.yml"


def write(project: Path, name: str, text: str) -> None:
    """Writes that file alone, which `write_project` does not."""
    (project / name).write_text(text, encoding="utf-8")


def config(locales: str) -> str:
    return CONFIG.replace("[en, de]", f"[{locales}]")


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eighty columns, wherever the tests run."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A notice that is complete in German and Arabic."""
    project = write_project(tmp_path, {"mkdocs.yml": config("en, de, ar")})
    for one in ("de", "ar"):
        assert polynotice(project, "add-locale", one).exit_code == 0
    for one in ("de", "ar"):
        translate(project, one)
    return project


@pytest.fixture
def left(two: Path) -> Path:
    """The same, with a record re-worded and a paragraph added."""
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    write(two, "docs/index.md", f"{INDEX}\nAll [bold](index.md) :smile: words.\n")
    assert polynotice(two, "update").exit_code == 0
    return two


def status(project: Path, *options: str) -> dict[str, Any]:
    """The document's locales."""
    result = polynotice(project, "status", "--json", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    assert list(found) == ["locales"] + ([] if "--missing" in options else ["next_release"])
    locales: dict[str, Any] = found["locales"]
    return locales


def line_of(project: Path, text: str) -> int:
    lines = (project / DE).read_text(encoding="utf-8").splitlines()
    return lines.index(text) + 1


# Numbers


def test_every_locale_is_counted_and_only_the_contracts_keys_lead(left: Path) -> None:
    locales = status(left)
    assert list(locales) == ["de", "ar"]
    total = locales["de"]["total"]
    assert {name: list(one.items()) for name, one in locales.items()} == {
        name: [
            *(("total", total), ("translated", total - 2), ("fuzzy", 1), ("missing", 1)),
            *(("errors", 0), ("warnings", 0), ("oldest", None)),
        ]
        for name in ("de", "ar")
    }


def test_the_source_and_pseudo_locales_are_not_counted(two: Path) -> None:
    write(two, "mkdocs.yml", config("en, de, ar, en-XA, ar-XB"))
    assert list(status(two)) == ["de", "ar"]
    assert "XA" not in polynotice(two, "status").stdout
    for name in ("en", "en-XA"):
        result = polynotice(two, "status", "--missing", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{name} is not among the locales: de, ar." in result.stderr


def test_a_notice_in_one_language_has_no_locale_to_tell_of(tmp_path: Path) -> None:
    assert status(write_project(tmp_path, {"mkdocs.yml": config("en")})) == {}


def test_what_checks_find_in_a_translation_is_counted_and_what_is_left_is_not(left: Path) -> None:
    assert status(left)["de"]["errors"] == 0
    replace_in(left / DE, '"DE: Messages."', '"DE: 12 <b>Messages</b>."')
    found = json.loads(polynotice(left, "check", "--json").stdout)["problems"]
    assert {one["code"] for one in found if one["locale"] == "de"} > {"number-mismatch", "raw-html"}
    others = [one for one in found if one["code"] not in ("missing-translation",)]
    wanted = [one for one in others if one["code"] != "fuzzy-translation"]
    severities = [one["severity"] for one in wanted]
    german, arabic = (status(left)[one] for one in ("de", "ar"))
    assert german["errors"] == severities.count("error") > 0
    assert german["warnings"] == severities.count("warning")
    assert (arabic["errors"], arabic["warnings"]) == (0, 0)


def test_a_finding_that_the_translator_waives_is_not_counted(two: Path) -> None:
    replace_in(two / DE, '"DE: Messages."', '"DE: 12 Messages."')
    assert status(two)["de"]["errors"] == 1
    replace_in(
        two / DE,
        '#. Record "Chat", field personal_data',
        '# polynotice: ignore number-mismatch\n#. Record "Chat", field personal_data',
    )
    assert status(two)["de"]["errors"] == 0


# Since when


def commit(project: Path, date: str) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "-m", date, date=date)


def test_the_oldest_change_that_waits_is_that_of_its_present_wording(two: Path) -> None:
    git(two, "init", "--quiet", ".")
    commit(two, "2026-01-01")
    assert status(two)["de"]["oldest"] is None
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    polynotice(two, "update")
    assert status(two)["de"]["oldest"] is None, "not committed yet"
    commit(two, "2026-02-01")
    replace_in(two / CARE, "Chats are monitored.", "Chats are read.")
    polynotice(two, "update")
    commit(two, "2026-03-01")
    assert status(two)["de"]["oldest"] == "2026-02-01"
    edit(two, "de", lambda e: e.msgstr[0] if "read" in e.msgid else stand_in(e, "de"))
    replace_in(two / CARE, "Chats are read.", "Chats are kept.")
    polynotice(two, "update")
    commit(two, "2026-04-01")
    assert status(two)["de"]["oldest"] == "2026-04-01"
    assert status(two)["ar"]["oldest"] == "2026-02-01"


def test_no_date_is_told_where_git_is_not_there(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(left, "init", "--quiet", ".")
    commit(left, "2026-01-01")
    assert status(left)["de"]["oldest"] == "2026-01-01"
    assert " 2026-01-01\n" in polynotice(left, "status").stdout
    monkeypatch.setenv("PATH", str(left))
    assert status(left)["de"]["oldest"] is None
    assert " –\n" in polynotice(left, "status").stdout


def test_no_date_is_told_that_lies_before_a_shallow_history(left: Path, tmp_path: Path) -> None:
    git(left, "init", "--quiet", ".")
    commit(left, "2026-01-01")
    replace_in(left / CARE, "Chats are monitored.", "Chats are read.")
    polynotice(left, "update")
    commit(left, "2026-02-01")
    shallow = tmp_path / "shallow"
    git(left, "clone", "--quiet", "--depth", "1", left.as_uri(), str(shallow))
    assert status(left)["de"]["oldest"] == "2026-01-01"
    assert status(shallow)["de"]["oldest"] is None


def test_status_writes_no_file_but_what_it_remembers(left: Path) -> None:
    def files() -> dict[Path, bytes]:
        paths = [path for path in left.rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in paths if ".cache" not in path.parts}

    git(left, "init", "--quiet", ".")
    commit(left, "2026-01-01")
    before = files()
    status(left)
    polynotice(left, "status", "--missing", "de")
    assert files() == before


# For people


MANY = "de, ar, zh-Hans, zh-Hant-HK, pt-BR, nb, lb, sr-Latn, es-419"


def test_the_table_fits_80_columns_and_breaks_no_number_or_id(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"mkdocs.yml": config(f"en, {MANY}")})
    for one in MANY.split(", "):
        assert polynotice(project, "add-locale", one).exit_code == 0
    git(project, "init", "--quiet", ".")
    assert polynotice(project, "update").exit_code == 0
    commit(project, "2026-01-01")
    result = polynotice(project, "status")
    heading, *rows = result.stdout.splitlines()
    assert heading.split() == [
        *("locale", "translated", "fuzzy", "missing", "done", "errors", "warnings"),
        "since",
    ]
    assert max(map(cell_len, result.stdout.splitlines())) <= 80
    # The tool's own words come translated in some of them.
    counts = status(project)["de"]
    translated, total = counts["translated"], counts["total"]
    done = (str(translated), "–", str(total - translated), str(100 * translated // total))
    whole = [row.split() for row in rows if row.endswith(" 2026-01-01")]
    assert [row[0] for row in whole] == MANY.split(", ")
    assert {tuple(row[-8:]) for row in whole} == {
        (*done, "%", "–", "–", "2026-01-01"),
        ("0", "–", str(total), "0", "%", "–", "–", "2026-01-01"),
    }


def test_the_table_says_where_to_go_on(left: Path) -> None:
    last = "What is left: polynotice status --missing de"
    assert polynotice(left, "status").stdout.splitlines()[-1] == last
    edit(left, "de", lambda entry: stand_in(entry, "de"))
    assert polynotice(left, "status").stdout.splitlines()[-1] == last.replace("de", "ar")
    edit(left, "ar", lambda entry: stand_in(entry, "ar"))
    _, german, arabic, *_ = polynotice(left, "status").stdout.splitlines()
    total = str(status(left)["de"]["total"])
    assert german.split() == ["de", "German", total, "–", "–", "100", "%", "–", "–", "–"]
    assert arabic.split() == ["ar", "Arabic", total, "–", "–", "100", "%", "–", "–", "–"]


def test_a_locale_that_lacks_one_message_is_not_done(tmp_path: Path) -> None:
    paragraphs = "".join(f"Paragraph number {n}.\n\n" for n in range(300))
    project = write_project(tmp_path, {"docs/index.md": f"{INDEX}\n{paragraphs}"})
    translate(project, "de", **{"Paragraph number 7.": ""})
    assert " 99 % " in polynotice(project, "status").stdout


# What is left


def test_what_is_left_is_listed_with_place_state_context_and_sources(left: Path) -> None:
    record = line_of(left, 'msgid "Calls are taped."')
    prose = line_of(left, 'msgid "All [bold](index.md) :smile: words."')
    result = polynotice(left, "status", "--missing", "de")
    assert result.exit_code == 0
    assert [line.rstrip() for line in result.output.splitlines()] == [
        f"{DE}:{record}: fuzzy purposes/calls/purpose",
        '  Record "Calls", field purpose',
        "  source    Calls are taped.",
        "  previous  Calls are recorded.",
        "",
        f"{DE}:{prose}: missing",
        '  Page index.md, paragraph under "Your data"',
        "  source  All [bold](index.md) :smile: words.",
        "",
        "2 left: 1 fuzzy, 1 missing.",
    ]


def test_what_is_left_is_listed_as_a_document(left: Path) -> None:
    locales = status(left, "--missing", "ar")
    assert list(locales) == ["ar"]
    assert locales["ar"]["fuzzy"] == locales["ar"]["missing"] == 1
    path = DE.replace("/de/", "/ar/")
    assert locales["ar"]["left"] == [
        {
            "state": "fuzzy",
            "context": "purposes/calls/purpose",
            "comments": ['Record "Calls", field purpose'],
            "source": "Calls are taped.",
            "previous": "Calls are recorded.",
            "path": path,
            "line": line_of(left, 'msgid "Calls are taped."'),
        },
        {
            "state": "missing",
            "context": None,
            "comments": ['Page index.md, paragraph under "Your data"'],
            "source": "All [bold](index.md) :smile: words.",
            "previous": None,
            "path": path,
            "line": line_of(left, 'msgid "All [bold](index.md) :smile: words."'),
        },
    ]


def test_long_sources_are_broken_at_80_columns_and_places_are_not(two: Path) -> None:
    long = "A sentence of which there is no end. " * 9
    wide = "日本語の文章です。" * 12
    write(two, "docs/index.md", f"{INDEX}\n{long}\n\n{wide}\n")
    polynotice(two, "update")
    lines = polynotice(two, "status", "--missing", "de").stdout.splitlines()
    assert [line for line in lines if cell_len(line.rstrip()) > 80] == []
    joined = " ".join(line.strip() for line in lines)
    assert long.strip() in joined
    assert wide in joined.replace(" ", "")
    replace_in(two / "notice_data/care.yml", "id: chat", f"id: {'chat-' * 20}x")
    polynotice(two, "update")
    lines = polynotice(two, "status", "--missing", "de").stdout.splitlines()
    assert any(line.endswith(f" purposes/{'chat-' * 20}x/purpose") for line in lines)


def test_nothing_left_is_said(two: Path) -> None:
    result = polynotice(two, "status", "--missing", "de")
    assert (result.exit_code, result.output) == (0, "Nothing is left.\n")
    assert status(two, "--missing", "de")["de"]["left"] == []


def test_a_message_that_no_update_has_brought_yet_says_so(two: Path) -> None:
    replace_in(two / CARE, "Calls are recorded.", "Calls are taped.")
    result = polynotice(two, "status", "--missing", "de")
    assert result.stdout.startswith(f"{DE}:1: missing purposes/calls/purpose\n")
    assert result.stdout.endswith(
        "\n1 left: 0 fuzzy, 1 missing. 1 not in the catalogue yet: run polynotice update.\n"
    )


def test_a_malformed_catalogue_is_told_where_it_is_asked_for_and_not_elsewhere(left: Path) -> None:
    replace_in(left / DE, '"DE: Calls"', '"DE: Calls')
    result = polynotice(left, "status", "--missing", "de")
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert result.stdout.startswith(f"{DE}:")
    assert "unreadable-catalogue" in result.stdout
    assert polynotice(left, "status", "--missing", "ar").exit_code == 0
    assert list(status(left, "--missing", "ar")) == ["ar"]
    assert polynotice(left, "status").exit_code == 1


def test_numbers_that_leave_out_broken_records_are_told_as_such(left: Path) -> None:
    write(left, "notice_data/more.yml", "section: more\npurposes: [\n")
    result = polynotice(left, "status")
    assert result.exit_code == 1
    assert "German" in result.stdout
    assert "notice_data/more.yml:2: error unreadable-records" in result.stdout
    assert result.stderr == "1 error. The numbers leave out what cannot be read.\n"
    listed = polynotice(left, "status", "--missing", "de")
    assert (listed.exit_code, "2 left" in listed.stdout) == (1, True)
    document = json.loads(polynotice(left, "status", "--json").stdout)
    assert [one["code"] for one in document["problems"]] == ["unreadable-records"]


def test_a_record_that_no_page_places_keeps_no_number_from_being_right(left: Path) -> None:
    more = "section: more\npurposes: [{id: more, purpose: Words., personal_data: Words.}]\n"
    write(left, "notice_data/more.yml", more)
    replace_in(left / "docs/index.md", "::: purposes\n", "::: purposes\n    section: care\n")
    assert "unplaced-record" in polynotice(left, "check").stdout
    assert polynotice(left, "status").exit_code == 0
