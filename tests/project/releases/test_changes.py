"""What changed is named, nothing else, and a translation is told from a meaning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from polynotice.project.releases.changes import changes_between
from polynotice.project.releases.freezing import freeze
from polynotice.project.releases.version import NOTHING, Version
from polynotice.project.releases.words import tables_in, words_in
from tests.project.releases.test_release import issue
from tests.projects import (
    FILES,
    edit,
    load,
    polynotice,
    problems_of,
    replace_in,
    stand_in,
    translate,
    write_project,
)

PAGE = "docs/index.md"
CARE = "notice_data/care.yml"


def version(folder: Path, date: str | None = None) -> Version:
    """What the project says now."""
    frozen = {one.locale: one for one in freeze(load(folder))}
    return Version(date=date, source="en", locales=frozen)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    folder = write_project(tmp_path)
    translate(folder, "de")
    return folder


def changed(folder: Path, before: Version, locale: str = "en") -> dict[str, Any]:
    """The changes since, as the command prints them, without what did not change."""
    found = changes_between(before, version(folder), locale).as_json()
    return {name: found[name] for name in ("records", "pages", "words") if found[name]}


def test_nothing_changed(notice: Path) -> None:
    before = version(notice)
    assert changed(notice, before) == {} == changed(notice, before, "de")
    assert not changes_between(before, version(notice), "de")


def test_a_reworded_cell_is_named_in_each_locale_s_own_words(notice: Path) -> None:
    before = version(notice)
    replace_in(notice / CARE, "Calls are recorded.", "Calls are kept.")
    translate(notice, "de")
    for locale, sign in (("en", ""), ("de", "DE: ")):
        assert changed(notice, before, locale) == {
            "records": [
                {
                    "id": "calls",
                    "change": "changed",
                    "fields": {
                        "purpose": {
                            "from": f"{sign}Calls are recorded.",
                            "to": f"{sign}Calls are kept.",
                        }
                    },
                }
            ]
        }


def test_another_translation_is_no_other_meaning(notice: Path) -> None:
    before = version(notice)

    def better(entry: Any) -> str:
        new = {"Calls are recorded.": "Besser.", "What we do with your data.": "Neu."}
        return new.get(entry.msgid, stand_in(entry, "de"))

    edit(notice, "de", better)
    assert changed(notice, before, "en") == {}
    found = changed(notice, before, "de")
    text = {"from": "DE: Calls are recorded.", "to": "Besser.", "retranslated": True}
    prose = {"from": "DE: What we do with your data.", "to": "Neu.", "retranslated": True}
    assert found == {
        "records": [{"id": "calls", "change": "retranslated", "fields": {"purpose": text}}],
        "pages": [{"path": "index.md", "change": "retranslated", "texts": [prose]}],
    }


def test_rows_added_and_removed(notice: Path) -> None:
    before = version(notice)
    text = (notice / CARE).read_text()
    (notice / CARE).write_text(text[: text.index("  - id: chat")] + NEW)
    found = changed(notice, before)["records"]
    assert [(one["id"], one["change"]) for one in found] == [("post", "added"), ("chat", "removed")]
    assert found[0]["fields"]["purpose"] == {"from": None, "to": "Letters are read."}
    assert found[1]["fields"]["personal_data"] == {"from": "Messages.", "to": None}


NEW = "  - {id: post, purpose: Letters are read., personal_data: Letters.}\n"


def test_a_renamed_row_is_followed(notice: Path) -> None:
    before = version(notice)
    replace_in(notice / CARE, "  - id: chat", "  - id: talk\n    formerly: [chat]")
    assert changed(notice, before) == {}
    replace_in(notice / CARE, "Chats are monitored.", "Chats are read.")
    (found,) = changed(notice, before)["records"]
    assert (found["id"], found["formerly"], found["change"]) == ("talk", "chat", "changed")
    replace_in(notice / CARE, "formerly: [chat]", "formerly: [talks]")
    kinds = [(one["id"], one["change"]) for one in changed(notice, before)["records"]]
    assert kinds == [("talk", "added"), ("chat", "removed")], "not without the declaration"


def test_an_added_column_is_a_change_of_each_row(notice: Path) -> None:
    before = version(notice)
    replace_in(notice / PAGE, "::: purposes", "::: purposes\n    columns: [purpose, retention]")
    replace_in(notice / CARE, "    data: [rec", "    retention: A year.\n    data: [rec")
    found = changed(notice, before)
    fields = {one["id"]: one["fields"] for one in found["records"]}
    assert fields["calls"]["retention"] == {"from": None, "to": "A year."}
    assert fields["chat"]["personal_data"] == {"from": "Messages.", "to": None}
    said = [text["to"] for page in found["pages"] for text in page["texts"]]
    assert said == ["How long it is kept"] * 2, "the headers of both tables"


def test_prose_titles_headings_and_words_around(notice: Path) -> None:
    before = version(notice)
    replace_in(notice / PAGE, "What we do with your data.", "What we do.\n\nAnd [why](why.md).")
    replace_in(notice / PAGE, "# Privacy notice", "# Our notice")
    replace_in(notice / "mkdocs.yml", "site_name: Notice", "site_name: Shop")
    (notice / "docs/why.md").write_text("# Why\n\nBecause.\n")
    found = changed(notice, before)
    assert found["words"] == {"site_name": {"from": "Notice", "to": "Shop"}}
    texts = [
        {"from": "Privacy notice", "to": "Our notice"},
        {"from": "Privacy notice", "to": "Our notice"},
        {"from": "What we do with your data.", "to": "What we do."},
        {"from": None, "to": "And why."},
    ]
    why = [{"from": None, "to": one} for one in ("Why", "Why", "Because.")]
    assert found["pages"][0] == {"path": "index.md", "change": "changed", "texts": texts}
    assert found["pages"][1]["change"] == "added"
    assert found["pages"][1]["texts"] == why


def test_another_address_is_a_change_though_no_word_is(notice: Path) -> None:
    replace_in(notice / CARE, "are monitored.", "are [read](https://a.example/).")
    before = version(notice)
    replace_in(notice / CARE, "https://a.example/", "https://b.example/")
    (found,) = changed(notice, before)["records"]
    assert found["fields"]["purpose"] == {
        "from": "Chats are read <https://a.example/>.",
        "to": "Chats are read <https://b.example/>.",
    }
    replace_in(notice / CARE, "[read](https://b.example/)", "**read**")
    (found,) = changed(notice, before)["records"]
    assert found["fields"]["purpose"]["to"] == "Chats are read."


def rows(count: int) -> list[str]:
    return [
        f"  - {{id: r{n}, purpose: Purpose {n}., personal_data: Data {n}.}}" for n in range(count)
    ]


def with_rows(folder: Path, lines: list[str]) -> None:
    (folder / CARE).write_text("purposes:\n" + "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ([0, 1, 2, 3, 4, 5], []),
        ([5, 0, 1, 2, 3, 4], ["r5"]),
        ([1, 2, 3, 4, 5, 0], ["r0"]),
        ([0, 2, 3, 1, 4, 5], ["r1"]),
        ([5, 4, 3, 2, 1, 0], 5),
        ([0, 2, 3, 4, 5], []),
    ],
)
def test_only_what_was_put_elsewhere_is_moved(
    tmp_path: Path, order: list[int], moved: list[str] | int
) -> None:
    folder = write_project(tmp_path)
    lines = rows(6)
    with_rows(folder, lines)
    before = version(folder)
    with_rows(folder, [lines[one] for one in order])
    found = changed(folder, before).get("records", [])
    names = [one["id"] for one in found if one["change"] == "moved"]
    assert names == moved or len(names) == moved


def test_a_row_on_another_page_was_moved(notice: Path) -> None:
    replace_in(
        notice / PAGE,
        "::: purposes",
        "::: purposes\n    records: [calls]\n\n::: purposes\n    records: [chat]",
    )
    before = version(notice)
    replace_in(notice / PAGE, "::: purposes\n    records: [chat]\n", "")
    (notice / "docs/more.md").write_text("# More\n\n::: purposes\n    records: [chat]\n")
    (found,) = changed(notice, before)["records"]
    assert found == {
        "id": "chat",
        "change": "moved",
        "fields": {},
        "page": {"from": "index.md", "to": "more.md"},
    }


def test_a_locale_that_was_not_there_is_compared_with_the_source(notice: Path) -> None:
    now = version(notice)
    before = Version(source="en", locales={"en": now.locales["en"]})
    found = changed(notice, before, "de")
    assert {one["change"] for one in found["records"]} == {"retranslated"}
    assert {one["change"] for one in found["pages"]} == {"retranslated"}


def test_before_the_first_release_there_is_nothing(notice: Path) -> None:
    found = changed(notice, NOTHING, "de")
    assert [(one["id"], one["change"]) for one in found["records"]] == [
        ("calls", "added"),
        ("chat", "added"),
    ]
    assert [one["change"] for one in found["pages"]] == ["added"]


def test_the_commands_say_what_was_released_and_what_changed(notice: Path) -> None:
    nothing = json.loads(polynotice(notice, "releases", "--json").stdout)
    assert nothing == {"releases": [], "unreleased": True}
    issue(notice, "2026-03-01", "2026-04-01")
    listed = json.loads(polynotice(notice, "releases", "--json").stdout)
    assert listed["unreleased"] is False
    assert [(one["date"], one["effective"], one["locales"]) for one in listed["releases"]] == [
        ("2026-03-01", "2026-04-01", ["en", "de"])
    ]
    replace_in(notice / CARE, "Calls are recorded.", "Calls are kept.")
    translate(notice, "de")
    assert json.loads(polynotice(notice, "releases", "--json").stdout)["unreleased"]
    issue(notice, "2026-05-01", correction=True)
    plain = polynotice(notice, "releases")
    assert "2026-05-01  from 2026-05-01  correction" in plain.stdout
    replace_in(notice / CARE, "Chats are monitored.", "Chats are read.")

    def found(*arguments: str) -> tuple[str | None, str | None, list[str]]:
        data = json.loads(polynotice(notice, "changes", *arguments, "--json").stdout)
        return data["from"], data["to"], [one["id"] for one in data["records"]]

    assert found() == ("2026-05-01", None, ["chat"])
    assert found("2026-03-01") == ("2026-03-01", None, ["calls", "chat"])
    assert found("2026-03-01", "2026-05-01") == ("2026-03-01", "2026-05-01", ["calls"])
    assert found("2026-04-30", "2026-05-02") == ("2026-03-01", "2026-05-01", ["calls"])
    german = polynotice(notice, "changes", "2026-03-01", "2026-05-01", "--locale", "de")
    assert (german.stderr, german.stdout.splitlines()) == (
        "The release of 2026-03-01 is compared, which is in force only from 2026-04-01 on. "
        "No release was in force on 2026-03-01.\n",
        [
            "What changed from 2026-03-01 to 2026-05-01, in de:",
            "changed DE: Calls (calls)",
            "    DE: Purpose: DE: Calls are [-recorded-]{+kept+}.",
        ],
    )
    assert polynotice(notice, "changes", "2026-05-01").stderr == ""
    issue(notice, "2026-06-01", "2026-07-01")
    later = polynotice(notice, "changes", "2026-06-01", "--json")
    named = "`changes 2026-05-01` compares the release that was in force on 2026-06-01.\n"
    assert later.stderr.endswith(named)
    assert polynotice(notice, "changes", "2026-06-02").stderr == ""
    replace_in(notice / "docs/index.md", "What we do", "What we shall do")
    lines = polynotice(notice, "changes").stdout.splitlines()
    (page,) = (line for line in lines if line.endswith("(index.md)"))
    assert page.startswith("changed ")
    for wrong in (["2026-03-31"], ["soon"], ["2026-03-01", "--locale", "fr"]):
        found_date = wrong == ["2026-03-31"]
        done = polynotice(notice, "changes", *wrong)
        assert done.exit_code == 2, wrong
        assert ("There are: 2026-03-01, 2026-05-01, 2026-06-01." in done.stderr) == found_date


def test_former_ids_lead_to_one_record_each(notice: Path) -> None:
    replace_in(notice / CARE, "  - id: chat", "  - id: chat\n    formerly: [talk]")
    assert [one for one in problems_of(notice) if "error" in one] == []
    for wrong in ("[calls]", "[data-recordings]", "[talk, talk]", "[chat]"):
        replace_in(notice / CARE, "formerly: [talk]", f"formerly: {wrong}")
        assert "notice_data/care.yml:9: error duplicate-id" in problems_of(notice), wrong
        replace_in(notice / CARE, f"formerly: {wrong}", "formerly: [talk]")


YEARS: list[tuple[str, dict[str, str]]] = [
    ("first", {}),
    ("row added", {CARE: FILES[CARE] + NEW}),
    (
        "row renamed",
        {CARE: (FILES[CARE] + NEW).replace("id: post,", "id: mail, formerly: [post],")},
    ),
    ("column", {PAGE: FILES[PAGE].replace("::: purposes", "::: purposes\n    columns: [purpose]")}),
    ("row moved", {CARE: "purposes:\n" + NEW + FILES[CARE].partition("purposes:\n")[2]}),
    ("row removed", {CARE: FILES[CARE]}),
]


def test_through_the_years_each_release_stays_and_each_change_is_named(tmp_path: Path) -> None:
    """Compared with plain lists of rows, taken down in each year."""
    folder = write_project(tmp_path)
    taken: list[dict[str, list[tuple[str, dict[str, str]]]]] = []
    for number, (_, files) in enumerate(YEARS):
        for name, text in files.items():
            (folder / name).write_text(text)
        if number == 3:
            replace_in(folder / "mkdocs.yml", "[en, de]", "[en, de, ja]")
            translate(folder, "ja")
        if number == 5:
            replace_in(folder / "mkdocs.yml", "[en, de, ja]", "[en, ja]")
        translate(
            folder, *(["de", "ja"] if number in (3, 4) else ["ja"] if number == 5 else ["de"])
        )
        issue(folder, f"202{number}-01-01")
        taken.append({one.locale: plain_rows(one) for one in freeze(load(folder))})
    releases = load(folder).releases
    assert [one.head.date for one in releases] == [f"202{n}-01-01" for n in range(len(YEARS))]
    for release, rows_then in zip(releases, taken, strict=True):
        assert {name: plain_rows(one) for name, one in release.locales.items()} == rows_then


def plain_rows(locale: Any) -> list[tuple[str, dict[str, str]]]:
    return [
        (row.id, {name: words_in(cell) for name, cell in row.cells.items()})
        for page in locale.pages
        for table in tables_in(page.content)
        for row in table.rows
    ]
