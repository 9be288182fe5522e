"""What the law asks for: where a notice states it, and what it states nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from polynotice.catalogues.vocabularies import rights
from polynotice.project import starter
from polynotice.project.placeholders import stands_for_words
from polynotice.project.starter import write_starter_files
from tests.projects import (
    CONFIG,
    build_site,
    load,
    page,
    polynotice,
    problems_of,
    translate,
    write_project,
)

LIST = """\
id: ours
title: Ours
law: The law
elements:
  - {id: controller, article: "1", wanted: who it is}
  - {id: officer, article: "2", wanted: who the officer is, when: there is one}
  - {id: retention, article: "3", wanted: how long it is kept, fields: [retention]}
  - {id: withdrawal, article: "4", wanted: that consent can be withdrawn, when: there is consent,
     basis: [gdpr-6-1-a]}
"""

PAGE = """\
# Privacy notice

## Who we are
<!-- states: controller -->

We are Example Ltd.

<!-- not applicable: officer: we need none -->
<!-- not applicable: withdrawal: nothing rests on consent -->

## Purposes

::: purposes
    columns: [purpose, personal_data, retention, legal_basis]

::: data-index
"""

RECORDS = """\
section: care
purposes:
  - id: calls
    title: Calls
    purpose: Calls are recorded.
    personal_data: Recordings of calls.
    data: [recordings]
    retention: A year.
    legal_basis: Contract
  - id: chat
    title: Chat
    purpose: Chats are monitored.
    personal_data: Messages.
    data: [messages]
    retention: A month.
    legal_basis: Contract
"""


def project(folder: Path, *, text: str = PAGE, records: str = RECORDS) -> Path:
    option = "locales: [en]\n      requirements: [ours.yml]"
    files = {
        "mkdocs.yml": CONFIG.replace("locales: [en, de]", option),
        "ours.yml": LIST,
        "docs/index.md": text,
        "notice_data/care.yml": records,
    }
    return write_project(folder, files)


def wrong(folder: Path) -> list[str]:
    """What is wrong with the project, without what to do."""
    return [
        f"{each.span.path}:{each.span.line}: {each.code}: {each.message}"
        for each in load(folder).problems
    ]


def covered(folder: Path) -> dict[str, Any]:
    """What `polynotice coverage --json` says of each element of the first list."""
    result = json.loads(polynotice(folder, "coverage", "--json").stdout)
    return {each["id"]: each for each in result["requirements"][0]["elements"]}


def test_a_notice_that_states_all_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    assert wrong(project(tmp_path)) == []


def test_coverage_says_where_each_element_is_stated(tmp_path: Path) -> None:
    result = polynotice(project(tmp_path), "coverage", "--json")
    assert result.exit_code == 0
    (found,) = json.loads(result.stdout)["requirements"]
    controller, officer, retention, _ = found["elements"]
    assert (found["id"], controller["article"]) == ("ours", "1")
    assert controller["where"] == [{"path": "docs/index.md", "line": 4, "record": None}]
    assert (officer["stated"], officer["not_applicable"]) == (False, "we need none")
    assert retention["where"] == [
        {"path": "notice_data/care.yml", "line": 8, "record": "calls"},
        {"path": "notice_data/care.yml", "line": 15, "record": "chat"},
    ]
    assert retention["locales"] == ["en"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "<!-- states: controller -->", "",
            "mkdocs.yml:9: missing-disclosure: Article 1: nothing states who it is.",
        ),
        (
            "We are Example Ltd.", "",
            "docs/index.md:4: missing-disclosure: Article 1: nothing stands below the mark that is "
            "to state who it is.",
        ),
        (
            "<!-- not applicable: officer: we need none -->", "",
            "mkdocs.yml:9: missing-disclosure: Article 2: nothing states who the officer is.",
        ),
        (
            "officer: we need none", "officer:",
            "docs/index.md:8: bad-mark: The mark gives no reason.",
        ),
        (
            "applicable: officer", "applicable: controller",
            'docs/index.md:8: bad-mark: "controller" always applies (Article 1).',
        ),
        (
            "states: controller", "states: controler",
            'docs/index.md:4: unknown-reference: No list of requirements has an element '
            '"controler".',
        ),
        (
            "We are Example Ltd.", "<!-- fill in: who you are -->\n\nWe are Example Ltd.",
            "docs/index.md:6: placeholder: Here is still to be filled in: who you are.",
        ),
        (
            "We are Example Ltd.", "<div>\n<!-- fill in: who you are -->\n</div>\n\nExample Ltd.",
            "docs/index.md:7: bad-mark: A mark stands here where none is looked for.",
        ),
        (
            "We are Example Ltd.", "&nbsp;",
            "docs/index.md:4: missing-disclosure: Article 1: nothing stands below the mark that is "
            "to state who it is.",
        ),
        (
            "<!-- states: controller -->", "<!-- states: controller",
            "docs/index.md:4: bad-mark: Another comment begins within the mark.",
        ),
        (
            "We are Example Ltd.", "<!-- fill in -->\n\nWe are Example Ltd.",
            "docs/index.md:6: placeholder: Here is a text to come.",
        ),
        (
            "officer: we need none", "officer: why",
            "docs/index.md:8: bad-mark: The mark gives no reason.",
        ),
        (
            "officer: we need none", "officer: TODO",
            "mkdocs.yml:9: missing-disclosure: Article 2: nothing states who the officer is.",
        ),
        (
            "We are Example Ltd.", "TODO",
            'docs/index.md:6: placeholder: "TODO" stands for words that are to come.',
        ),
        (
            "retention, ", "",
            "mkdocs.yml:9: missing-disclosure: Article 3: nothing states how long it is kept.",
        ),
    ],
)  # fmt: skip
def test_what_a_page_lacks_is_reported(tmp_path: Path, old: str, new: str, found: str) -> None:
    assert old in PAGE
    assert found in wrong(project(tmp_path, text=PAGE.replace(old, new)))


def test_a_record_that_lacks_what_others_have_is_named(tmp_path: Path) -> None:
    folder = project(tmp_path, records=RECORDS.replace("    retention: A month.\n", ""))
    assert wrong(folder) == [
        'notice_data/care.yml:10: missing-disclosure: Article 3: the record "chat" does not state '
        "how long it is kept.",
    ]
    assert covered(folder)["retention"]["missing"] == [
        {"path": "notice_data/care.yml", "line": 10, "record": "chat"}
    ]


def test_what_some_records_say_of_a_condition_all_have_to(tmp_path: Path) -> None:
    """Where none says it, one place asks for all; a mark says that it does not apply."""
    element = '  - {id: recipients, article: "5", wanted: who, when: any, fields: [recipients]}\n'
    text = PAGE.replace("legal_basis]", "legal_basis, recipients]")
    folder = project(tmp_path, text=text)
    (folder / "ours.yml").write_text(LIST + element, encoding="utf-8")
    assert wrong(folder) == ["mkdocs.yml:9: missing-disclosure: Article 5: nothing states who."]
    file = folder / "notice_data" / "care.yml"
    records = RECORDS.replace("retention: A year.", "recipients: A bank.\n    retention: A year.")
    file.write_text(records, encoding="utf-8")
    assert wrong(folder) == [
        'notice_data/care.yml:11: missing-disclosure: Article 5: the record "chat" does not state '
        "who."
    ]
    assert "say so" in load(folder).problems[0].hint
    file.write_text(RECORDS, encoding="utf-8")
    page = folder / "docs" / "index.md"
    page.write_text(f"{text}\n<!-- not applicable: recipients: none -->\n", encoding="utf-8")
    assert wrong(folder) == []


def test_what_to_do_depends_on_whether_it_always_applies(tmp_path: Path) -> None:
    folder = project(tmp_path, text=PAGE.replace("<!--", "<!-- was"))
    hints = {one.message.partition(":")[0]: one.hint for one in load(folder).problems}
    assert hints["Article 1"] == (
        "State it on a page, with `<!-- states: controller -->` below its heading."
    )
    assert hints["Article 2"].endswith(
        "It is asked for where there is one: if not, write `<!-- not applicable: officer: why -->` "
        "in a page."
    )


def test_coverage_is_not_about_other_mistakes(tmp_path: Path) -> None:
    folder = project(tmp_path, text=f"{PAGE}\n<p>Raw words.</p>\n")
    assert [one.code for one in load(folder).problems] == ["untranslatable-text"]
    assert polynotice(folder, "coverage").exit_code == 0


def test_a_page_can_state_it_for_all_records(tmp_path: Path) -> None:
    text = f"{PAGE}\n<!-- states: retention -->\n\nAll is kept for a year.\n"
    folder = project(tmp_path, text=text, records=RECORDS.replace("    retention: A month.\n", ""))
    assert wrong(folder) == []


def test_a_record_that_is_to_be_filled_in_states_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path, records=RECORDS.replace("A month.", "TODO"))
    assert wrong(folder) == [
        'notice_data/care.yml:15: placeholder: "TODO" stands for words that are to come.'
    ]
    found = covered(folder)["retention"]
    assert not found["stated"]
    assert found["open"] == [{"path": "notice_data/care.yml", "line": 15, "record": "chat"}]


def test_a_legal_basis_decides_whether_an_element_applies(tmp_path: Path) -> None:
    """By id in every record, it tells; by article, it speaks against what a mark says.

    A text may name another basis in words, so that what it names by article is not all.
    """
    remark = "<!-- not applicable: withdrawal: nothing rests on consent -->\n"
    without = project(
        tmp_path / "a",
        text=PAGE.replace(remark, ""),
        records=RECORDS.replace("legal_basis: Contract", "legal_basis_ids: [gdpr-6-1-b]"),
    )
    assert wrong(without) == []
    in_words = project(
        tmp_path / "c",
        text=PAGE.replace(remark, ""),
        records=RECORDS.replace("Contract", "Contract (Article 6(1)(b) GDPR), or your consent"),
    )
    assert wrong(in_words) == [
        "mkdocs.yml:9: missing-disclosure: Article 4: nothing states that consent can be withdrawn."
    ]
    records = RECORDS.replace("Contract", "Consent (Article 6(1)(a) GDPR)", 1)
    assert wrong(project(tmp_path / "b", records=records)) == [
        'docs/index.md:9: bad-mark: "withdrawal" is said not to apply, but "calls" rests on '
        "gdpr-6-1-a."
    ]


def test_what_cannot_be_read_is_no_second_mistake(tmp_path: Path) -> None:
    without = PAGE.replace("<!-- states: controller -->", "")
    for number, (text, records) in enumerate(
        [
            (without, RECORDS.replace("purpose: Chats", "purpos: Chats")),
            (without, "purposes: [\n"),
            (without.replace("columns:", "colums:"), RECORDS),
            (without.replace("::: purposes", "::: purpose"), RECORDS),
        ]
    ):
        found = wrong(project(tmp_path / str(number), text=text, records=records))
        assert found
        assert not any("missing-disclosure" in each for each in found), number


def test_a_list_that_cannot_be_read_is_one_mistake(tmp_path: Path) -> None:
    """What it would have asked for is not missing, and marks may name what it would have had."""
    folder = project(tmp_path)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("ours.yml", "gdpr-13, ours.yml"), "utf-8")
    before = wrong(folder)
    ours = folder / "ours.yml"
    ours.write_text(ours.read_text("utf-8").replace("id: officer", "id: 1"), "utf-8")
    (found,) = set(wrong(folder)) - set(before)
    assert found == "ours.yml:6: bad-requirements: `id` takes a text."


def test_a_page_to_be_filed_is_not_made_of_half_a_notice(tmp_path: Path) -> None:
    """A record that cannot be read may be the one that lacks something."""
    folder = project(tmp_path, records=RECORDS.replace("purpose: Chats", "purpos: Chats"))
    result = polynotice(folder, "coverage", "--html", str(tmp_path / "coverage.html"))
    assert result.exit_code == 1
    assert "is not written" in result.stderr
    assert not (tmp_path / "coverage.html").exists()


def test_marks_say_nothing_where_nothing_is_asked_for(tmp_path: Path) -> None:
    folder = project(tmp_path, text=PAGE.replace("states: controller", "states: nonsense"))
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("requirements: [ours.yml]", ""), "utf-8")
    assert wrong(folder) == []
    result = polynotice(folder, "coverage")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "requirements: [gdpr-13, gdpr-14]" in result.stderr


def test_it_is_final_where_all_that_states_it_is_translated(tmp_path: Path) -> None:
    folder = project(tmp_path)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("[en]", "[en, de]"), "utf-8")
    translate(folder, "de", **{"A month.": ""})
    found = covered(folder)
    assert found["controller"]["locales"] == ["en", "de"]
    assert found["retention"]["locales"] == ["en"]
    config.write_text(config.read_text("utf-8").replace("[en, de]", "[en, de, en-XA]"), "utf-8")
    assert covered(folder)["controller"]["locales"] == ["en", "de"], "nobody translates the other"
    assert polynotice(folder, "coverage", "--html", str(tmp_path / "coverage.html")).exit_code == 0
    rows = page(tmp_path, "coverage.html").css("tbody tr")
    last = {row.attributes["data-element"]: row.css("td")[-1].text() for row in rows}
    assert last["controller"] == "every locale"
    assert last["retention"] == "all but German"
    assert last["officer"] == "–"
    wanted = {row.attributes["data-element"]: row.css("td")[0].text() for row in rows}
    assert wanted["controller"] == "who it is"
    assert wanted["officer"] == "who the officer is, where there is one"
    table = polynotice(folder, "coverage").stdout.split("\n")
    assert [line.split()[-1] for line in table[2:5]] == ["all", "–", "en"]


def test_the_page_to_be_filed_leads_to_the_rows(tmp_path: Path) -> None:
    folder = project(tmp_path)
    config = folder / "mkdocs.yml"
    config.write_text(f"site_url: https://a.example/x/\n{config.read_text('utf-8')}", "utf-8")
    assert polynotice(folder, "coverage", "--html", str(tmp_path / "coverage.html")).exit_code == 0
    (row,) = page(tmp_path, "coverage.html").css("[data-element=retention]")
    assert [link.attributes["href"] for link in row.css("a")] == [
        "https://a.example/x/#calls",
        "https://a.example/x/#chat",
    ]
    assert "notice_data/care.yml, line 8" in row.text()


def test_the_table_names_what_is_missing_and_what_it_cannot_say(tmp_path: Path) -> None:
    text = PAGE.replace("<!-- states: controller -->", "")
    result = polynotice(project(tmp_path, text=text), "coverage")
    assert result.exit_code == 1
    rows = [line.split() for line in result.stdout.split("\n")]
    assert ["1", "controller", "no", "–", "–"] in rows
    assert "absence, not truth" in result.stdout


def test_the_tables_say_in_which_records_it_is_lacking_and_what_is_open(tmp_path: Path) -> None:
    text = PAGE.replace("We are Example Ltd.", "TODO")
    folder = project(
        tmp_path, text=text, records=RECORDS.replace("retention: A month.", "source: x")
    )
    ours = folder / "ours.yml"
    ours.write_text(LIST.replace("law: The law\n", ""), "utf-8")
    result = polynotice(folder, "coverage", "--html", str(tmp_path / "coverage.html"))
    rows = {line.split()[1]: line.split()[2:] for line in result.stdout.split("\n")[2:6]}
    assert rows["controller"] == ["no", "to", "be", "filled", "in:", "docs/index.md:6", "–"]
    assert rows["retention"] == ["no", "not", "in", "chat", "–"]
    html = page(tmp_path, "coverage.html")
    assert html.css_first("caption").text() == "ours: 2 of 4 not stated"
    controller, retention = (
        html.css_first(f"[data-element={name}]").text() for name in ("controller", "retention")
    )
    assert "To be filled in:docs/index.md, line 6" in controller
    assert "Not in: chat" in retention
    whole = polynotice(project(tmp_path / "b"), "coverage", "--html", str(tmp_path / "b.html"))
    assert whole.exit_code == 0
    html = page(tmp_path, "b.html")
    assert html.css_first("caption").text() == "The law: nothing is missing"
    assert "Not in" not in html.css_first("main").text()


def test_marks_may_name_what_no_list_of_the_project_asks_for(tmp_path: Path) -> None:
    """Of the tool's lists, so that a page need not change with the option; and commas are free."""
    marks = "<!-- states: controller, -->\n<!-- states: access -->"
    text = PAGE.replace("<!-- states: controller -->", marks)
    text += "\n<!-- not applicable: dpo: we need none -->\n"
    assert wrong(project(tmp_path, text=text)) == []


def test_the_record_that_rests_on_a_basis_is_the_one_that_lacks_it(tmp_path: Path) -> None:
    records = RECORDS.replace("legal_basis: Contract", "legal_basis_ids: [gdpr-6-1-f]", 1)
    folder = project(tmp_path, records=records)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("ours.yml", "gdpr-13"), "utf-8")
    (found,) = (one for one in wrong(folder) if "13(1)(d)" in one)
    assert found.startswith(
        "notice_data/care.yml:3: missing-disclosure: Article 13(1)(d): the record"
    )


def test_the_page_to_be_filed_takes_the_place_of_an_earlier_one_alone(tmp_path: Path) -> None:
    folder = project(tmp_path)
    file = tmp_path / "coverage.html"
    assert polynotice(folder, "coverage", "--html", str(file)).exit_code == 0
    first = file.read_bytes()
    assert polynotice(folder, "coverage", "--html", str(file)).exit_code == 0
    assert file.read_bytes() == first
    html = page(tmp_path, "coverage.html")
    assert [row.attributes["data-element"] for row in html.css("tbody tr")] == [
        "controller", "officer", "retention", "withdrawal",
    ]  # fmt: skip
    assert "absence, not truth" in html.css_first("main").text()
    assert html.css("script, link, img, [src]") == []
    other = tmp_path / "other.html"
    other.write_text("<p>Mine.</p>", encoding="utf-8")
    assert polynotice(folder, "coverage", "--html", str(other)).exit_code == 1
    assert other.read_text(encoding="utf-8") == "<p>Mine.</p>"


def test_marks_reach_no_reader(tmp_path: Path) -> None:
    text = f"{PAGE}\n    <!-- states: shown as code -->\n"
    html = page(build_site(project(tmp_path, text=text)), "index.html").html or ""
    assert "controller" not in html
    assert "not applicable" not in html
    assert "&lt;!-- states: shown as code --&gt;" in html


def test_the_starter_has_a_place_for_each_element_and_is_open_until_it_is_filled_in(
    tmp_path: Path,
) -> None:
    write_starter_files(tmp_path, "gdpr")
    found = load(tmp_path)
    assert {each.code for each in found.problems} == {"placeholder"}
    places = {(each.span.path, each.span.line) for each in found.problems}
    written = {
        (path.relative_to(tmp_path).as_posix(), number)
        for path in [*tmp_path.glob("docs/*.md"), *tmp_path.glob("notice_data/*.yml")]
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if re.search(r"<!-- fill in|: TODO\b", line)
    }
    assert places == written
    before = json.loads(polynotice(tmp_path, "coverage", "--json").stdout)["requirements"]
    assert not any(one["stated"] for each in before for one in each["elements"])
    for path in tmp_path.glob("docs/*.md"):
        text = re.sub(r"<!-- fill in.*?-->", "\nWords.", path.read_text("utf-8"), flags=re.DOTALL)
        path.write_text(text, "utf-8")
    for path in tmp_path.glob("notice_data/*.yml"):
        number = iter(range(100))
        text = re.sub(r"TODO\b(?!;)", lambda _: f"Words {next(number)}", path.read_text("utf-8"))  # noqa: B023
        path.write_text(text, "utf-8")
    assert load(tmp_path).problems == ()
    after = json.loads(polynotice(tmp_path, "coverage", "--json").stdout)["requirements"]
    assert [each["id"] for each in after] == ["gdpr-13", "gdpr-14"]
    assert all(one["stated"] for each in after for one in each["elements"])
    assert "fill in" not in (page(build_site(tmp_path), "index.html").html or "")


def test_the_starters_rights_come_translated() -> None:
    text = (Path(starter.__file__).parent / "starter_gdpr/docs/your-rights.md").read_text("utf-8")
    headings = re.findall(r"(?m)^## (.*)", text)
    assert len(headings) == 8
    assert set(headings) <= {term.name for term in rights().values()}


def test_a_page_that_is_in_no_site_states_nothing(tmp_path: Path) -> None:
    """One that is in the site and not in its navigation does."""
    folder = project(tmp_path, text=PAGE.replace("<!-- states: controller -->", ""))
    about = "# About us\n<!-- states: controller -->\n\nWe are Example Ltd.\n"
    (folder / "docs" / "about.md").write_text(about, encoding="utf-8")
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}draft_docs: about.md\n", encoding="utf-8")
    missing = "mkdocs.yml:9: missing-disclosure: Article 1: nothing states who it is."
    assert wrong(folder) == [missing]
    config.write_text(f"{text}not_in_nav: about.md\nnav: [index.md]\n", encoding="utf-8")
    assert wrong(folder) == []


def test_a_legal_basis_by_id_is_stated_and_tells_what_applies(tmp_path: Path) -> None:
    records = RECORDS.replace("legal_basis: Contract", "legal_basis_ids: [gdpr-6-1-b]")
    folder = project(tmp_path, records=records)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("ours.yml", "ours.yml, gdpr-13"), "utf-8")
    found = json.loads(polynotice(folder, "coverage", "--json").stdout)["requirements"][1]
    elements = {each["id"]: each for each in found["elements"]}
    assert [each["record"] for each in elements["legal-basis"]["where"]] == ["calls", "chat"]
    assert elements["legitimate-interests"]["not_applicable"]
    assert elements["portability"]["not_applicable"] is None
    assert elements["objection"]["not_applicable"] is None, "direct marketing may rest on any"


def test_no_site_is_built_of_a_notice_that_lacks_something(tmp_path: Path) -> None:
    folder = project(tmp_path, text=PAGE.replace("<!-- states: controller -->", ""))
    with pytest.raises(Abort):
        build_site(folder)
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    "text", ["TODO", "TODO: who", "[TBD]", "XXX", "Address: TBD.", "Write to <insert address>."]
)
def test_words_that_are_to_come_are_reported_without_requirements(
    tmp_path: Path, text: str
) -> None:
    page = f"# Notice\n\n{text}\n\n::: purposes\n\n::: data-index\n"
    folder = write_project(tmp_path, {"docs/index.md": page})
    assert "docs/index.md:3: error placeholder" in problems_of(folder)


@pytest.mark.parametrize(
    "text",
    ["Our to-do list.", "We keep it … for a year.", "`TODO` is a word.", "[Insert](#x) a row.",
     "Size XXL", "Our list: TODO or DONE."],
)  # fmt: skip
def test_words_that_are_meant_are_no_placeholders(text: str) -> None:
    assert stands_for_words(text) == ""


def test_a_cell_of_dots_stands_for_words() -> None:
    assert stands_for_words("…") == "…"


def test_a_record_that_rests_on_legitimate_interests_says_on_which(tmp_path: Path) -> None:
    """Another record's interests do not speak for it; one on another basis is not asked."""
    records = RECORDS.replace("retention: A", "legitimate_interest: Safety.\n    retention: A", 1)
    records = records.replace("legal_basis: Contract", "legal_basis: Our legitimate interests")
    text = PAGE.replace("legal_basis]", "legal_basis, legitimate_interest]")
    folder = project(tmp_path, text=text, records=records)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("ours.yml", "gdpr-13"), "utf-8")
    assert not covered(folder)["legitimate-interests"]["stated"]
    (hint,) = {one.hint for one in load(folder).problems if "13(1)(d)" in one.message}
    assert hint == "Add `legitimate_interest: …` to it.", "there is one"
    file = folder / "notice_data" / "care.yml"
    kept, _, last = records.rpartition("Our legitimate interests")
    file.write_text(f"{kept}Contract{last}", encoding="utf-8")
    assert covered(folder)["legitimate-interests"]["stated"]


def test_a_section_that_says_todo_states_nothing_yet(tmp_path: Path) -> None:
    folder = project(tmp_path, text=PAGE.replace("We are Example Ltd.", "TODO"))
    assert wrong(folder) == [
        'docs/index.md:6: placeholder: "TODO" stands for words that are to come.'
    ]
    found = covered(folder)["controller"]
    assert (found["stated"], found["open"][0]["line"]) == (False, 6)
