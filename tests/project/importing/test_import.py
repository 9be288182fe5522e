"""`polynotice import`: what documents say is what the project says, or is listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from polynotice.core.locales import find_locale
from polynotice.project.importing.accounting import account
from polynotice.project.importing.bringing_in import Brought, bring_in, write_files
from polynotice.project.importing.planned import Plan
from polynotice.project.importing.readers import read_document
from tests.project.importing.documents import (
    PUBLISHED,
    SEED,
    bring,
    notice_in,
    rows_of,
    run,
    write,
)
from tests.projects import build_site, load, page, text_of, write_project

FIELDS = ("purpose", "personal_data")


def html_of_seed() -> str:
    """A web page with the nine rows."""
    tables = "".join(
        f"<table><tr><td><b><i>Purpose</i></b></td><td><b>Personal data processed</b></td></tr>"
        f"<tr><td>{purpose}</td><td>{data}</td></tr></table>"
        for purpose, data in PUBLISHED
    )
    return f"<!doctype html><html lang=en><title>t</title><body><h1>Our notice</h1>{tables}"


def markdown_of_seed() -> str:
    rows = "\n".join(f"| {purpose} | {data} |" for purpose, data in PUBLISHED)
    return f"# Our notice\n\n| Purpose | Personal data |\n| --- | --- |\n{rows}\n"


def csv_of_seed() -> str:
    rows = "\r\n".join(f'"{purpose}";"{data}"' for purpose, data in PUBLISHED)
    return f"\ufeffPurpose;Personal data\r\n{rows}\r\n"


def test_the_seeds_text_becomes_a_project_that_builds(tmp_path: Path) -> None:
    status, found = bring(tmp_path / "new", SEED)
    assert (status, found["left"]) == (0, [])
    assert (found["tables"], found["rows"], found["cells"]) == (9, 9, 36)
    notice = notice_in(tmp_path / "new")
    assert rows_of(notice, *FIELDS) == PUBLISHED
    assert notice.purposes[0].id == "calls-customer-care-team"
    site = build_site(tmp_path / "new")
    cells = page(site, "index.html").css("td[data-field=purpose]")
    assert [text_of(cell) for cell in cells] == [purpose for purpose, _ in PUBLISHED]


@pytest.mark.parametrize(
    ("name", "text"),
    [("n.html", html_of_seed()), ("n.md", markdown_of_seed()), ("n.csv", csv_of_seed())],
)
def test_the_seeds_rows_come_in_from_each_format(tmp_path: Path, name: str, text: str) -> None:
    status, found = bring(tmp_path / "new", write(tmp_path, name, text))
    assert (status, found["left"]) == (0, [])
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == PUBLISHED


def test_a_trial_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    status, found = bring(tmp_path / "new", SEED, "--dry-run")
    assert (status, found["rows"], found["left"]) == (0, 9, [])
    assert not (tmp_path / "new").exists()
    assert bring(tmp_path / "new", SEED)[1] == found


SECTIONED = """\
Our notice

We are a shop – write to us at privacy@shop.example.

Orders

Zweck\tPersonenbezogene Daten\tSchuhgröße\tSpeicherdauer
Lieferung\tName, Adresse\t42\t2 Jahre
Rechnung\tName, Betrag\t43\t10 Jahre

You may object at any time.

Marketing

Newsletter\tE-Mail-Adresse\t44\tbis Widerruf
"""


def test_headings_become_pages_and_prose_stays_in_its_place(tmp_path: Path) -> None:
    status, found = bring(tmp_path / "new", write(tmp_path, "n.txt", SECTIONED))
    assert (status, found["left"], found["pages"]) == (0, [], 3)
    notice = notice_in(tmp_path / "new")
    assert [section.id for section in notice.sections] == ["orders", "marketing"]
    assert rows_of(notice, "purpose", "schuhgroesse", "retention")[2] == (
        "Newsletter",
        "44",
        "bis Widerruf",
    )
    text = (tmp_path / "new/docs/orders.md").read_text()
    assert re.search(r"# Orders\n\n::: purposes\n.*\n\nYou may object", text, re.DOTALL)


GERMAN = """<html lang="de"><main><h1>Datenschutz</h1>
<h2>1. Daten</h2><table><tr><th></th><th></th></tr>
<tr><td><b>Zweck&nbsp;der Verarbeitung</b></td><td><b>Datenkategorien</b></td></tr>
<tr><td rowspan="2">Lieferung<td><ul><li>Name<li>Adresse</ul></tr><tr><td>Telefon</td></tr></table>
<h2>2. Cookies</h2>
<table><tr><th>Cookie</th><th>Dauer</th></tr><tr><td>_ga</td><td>2 Jahre</td></tr>
</table><ul><li>eins<ul><li>innen</ul></ul><ol><li>erst<li>dann</ol></main></html>
"""


def test_a_notice_that_is_written_in_german_builds_in_german(tmp_path: Path) -> None:
    status, found = bring(tmp_path / "new", write(tmp_path, "n.html", GERMAN))
    assert (status, found["left"]) == (0, [])
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == [
        ("Lieferung", "Name; Adresse"),
        ("Lieferung", "Telefon"),
    ]
    cookies = page(build_site(tmp_path / "new"), "cookies/index.html")
    assert cookies.css_first("html").attributes["lang"] == "de"
    assert [text_of(item) for item in cookies.css("article ol > li")] == ["erst", "dann"]
    assert [text_of(cell) for cell in cookies.css("article td")] == ["_ga", "2 Jahre"]


def test_headers_may_be_named_or_numbered(tmp_path: Path) -> None:
    text = "A\tB\nShip it\tName\n"
    for number, columns in enumerate(("a=purpose,B=personal_data", "1=purpose,2=personal_data")):
        folder = tmp_path / f"new{number}"
        bring(folder, write(tmp_path, "n.txt", text), "--columns", columns)
        assert rows_of(notice_in(folder), *FIELDS)[-1] == ("Ship it", "Name")


def test_a_row_without_personal_data_is_left_with_its_reason(tmp_path: Path) -> None:
    text = "Purpose,Personal data,Recipients\nShip,Name,Us\nKeep this for later,,Them\n"
    status, found = bring(tmp_path / "new", write(tmp_path, "n.csv", text))
    assert (status, found["rows"], found["taken"]) == (1, 1, 6)
    assert [(left["place"], left["why"]) for left in found["left"]] == [
        ("row 3, column 1", "its row has no personal data"),
        ("row 3, column 3", "its row has no personal data"),
    ]


def test_a_cell_without_words_is_left_and_hides_no_other(tmp_path: Path) -> None:
    text = "Purpose,Personal data,Recipients\nShip,Name,–\n"
    _, found = bring(tmp_path / "new", write(tmp_path, "n.csv", text))
    assert [(left["text"], left["place"]) for left in found["left"]] == [("–", "row 2, column 3")]
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == [("Ship", "Name")]


def test_headers_count_where_no_row_is_below_them(tmp_path: Path) -> None:
    html = (
        "<table><tr><th>Purpose</th><th>Personal data</th><th>Shoe size</th></tr>"
        "<tr><td colspan=3>Marketing</td></tr></table>"
        "<table><tr><th>Purpose</th><th>Personal data</th></tr>"
        "<tr><td>To deliver.</td><td>Name</td></tr></table>"
    )
    status, found = bring(tmp_path / "new", write(tmp_path, "a.html", html))
    assert (status, found["tables"], found["cells"], found["taken"]) == (0, 2, 8, 8)
    config = (tmp_path / "new" / "mkdocs.yml").read_text("utf-8")
    assert "shoe_size: Shoe size" in config


def test_what_a_plan_has_no_way_for_is_left() -> None:
    plan = Plan(title="Notice")
    plan.leave_the_rest([read_document(b"# Notice\n\nNo.\n", "a.md")])
    assert [(each.place, each.text) for each in plan.left] == [
        ("paragraph 1", "Notice"),
        ("paragraph 2", "No."),
    ]


def brought_in(folder: Path, text: str) -> Brought:
    """A new project of what a file in Markdown says, written."""
    brought = bring_in(
        [read_document(text.encode(), "a.md")],
        given={},
        source=find_locale("en"),
        standing=(),
        config="mkdocs.yml",
        project=None,
    )
    write_files(folder, brought.files)
    return brought


def test_a_text_that_is_gone_from_a_page_is_not_found_in_a_longer_one(tmp_path: Path) -> None:
    brought = brought_in(tmp_path, "# Notice\n\nNo.\n\nNo. It is not.\n")
    whole = account(brought.plan, load(tmp_path), brought.pages)
    assert (whole.taken, whole.left) == (3, ())
    index = tmp_path / "docs" / "index.md"
    index.write_text(index.read_text("utf-8").replace("\nNo.\n", "\n"), "utf-8")
    (left,) = account(brought.plan, load(tmp_path), brought.pages).left
    assert (left.place, left.text) == ("paragraph 2", "No.")


def test_a_sign_in_a_cell_of_a_page_is_looked_up_there(tmp_path: Path) -> None:
    text = "# Notice\n\n| Cookie | Third parties | Set |\n| - | - | - |\n| a | — | ● |\n"
    brought = brought_in(tmp_path, text)
    assert account(brought.plan, load(tmp_path), brought.pages).left == ()
    index = tmp_path / "docs" / "index.md"
    index.write_text(index.read_text("utf-8").replace("—", ""), "utf-8")
    (left,) = account(brought.plan, load(tmp_path), brought.pages).left
    assert left.text == "—"


def test_nothing_that_stands_is_overwritten(tmp_path: Path) -> None:
    bring(tmp_path / "new", SEED)
    before = {path: path.read_bytes() for path in (tmp_path / "new").rglob("*") if path.is_file()}
    status, found = bring(tmp_path / "new", SEED)
    assert (status, found["left"]) == (0, [])
    assert all(path.read_bytes() == data for path, data in before.items())
    notice = notice_in(tmp_path / "new")
    assert rows_of(notice, *FIELDS) == [*PUBLISHED, *PUBLISHED]
    assert len(found["written"]) == 2


def test_a_project_gets_no_columns_that_it_has_not(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "old")
    text = "Purpose\tPersonal data\tShoe size\nShip it\tName\t42\n"
    result = run(write(tmp_path, "n.txt", text), "--into", folder)
    assert "no column shoe_size" in result.output


TRICKY = [
    "item(s) *new* [1] a_b _c_ `x` \\ 1 < 2 &amp; AT&T <b>",
    "“curly” and 'straight', no\u00a0break, soft\u00adhyphen {: .x}",
    "# not a heading",
    "1. not a list, yes: no #hash ~~x~~ https://a.example/x_y_z",
    "::: purposes",
]


def test_signs_of_markdown_and_yaml_stay_what_they_are(tmp_path: Path) -> None:
    rows = "".join(f'"{text}","{text}"\n' for text in TRICKY)
    status, found = bring(
        tmp_path / "new", write(tmp_path, "n.csv", f"Purpose,Personal data\n{rows}")
    )
    assert (status, found["left"], found["rows"]) == (0, [], len(TRICKY))
    cells = page(build_site(tmp_path / "new"), "index.html").css("td[data-field=purpose]")
    assert [cell.text().strip() for cell in cells] == TRICKY
    prose = "".join(f"{text}.\n\n" for text in TRICKY)
    status, found = bring(
        tmp_path / "prose", write(tmp_path, "p.txt", f"{prose}Purpose\tData we\nA\tB\n")
    )
    assert found["left"] == []


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("n.pdf", b"%PDF", "Only .txt"),
        ("n.txt", b"Purpose\tPersonal data\n\xff\xfe\tx", "not UTF-8"),
        ("n.html", b"\x00" * 10, "no .html file"),
        ("n.csv", b'a,"b\n' * 3, "not CSV"),
        ("n.html", b"<div>" * 3000 + b"x", "deeper"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_written(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    result = run(write(tmp_path, name, data), "--into", tmp_path / "new")
    assert result.exit_code == 1
    assert says in result.output
    assert not (tmp_path / "new").exists()


def test_wrong_usage_is_told_from_problems(tmp_path: Path) -> None:
    assert run(tmp_path / "none.txt").exit_code == 2
    assert run(SEED, "--columns", "purpose").exit_code == 2
    assert run(SEED, "--locale", "xx-yy-zz").exit_code == 2


def test_a_trial_beside_other_editions_and_an_inherited_file_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    bring(tmp_path / "new", SEED)
    assert bring(tmp_path / "new", SEED, "--locale", "de")[0] in (0, 1)
    config = tmp_path / "new/mkdocs.yml"
    hook = "hooks: [hook.py]\n"
    config.write_text(f"INHERIT: ../base.yml # ours\n{config.read_text('utf-8')}\n{hook}", "utf-8")
    write(tmp_path / "new", "hook.py", "def on_config(config):\n    return config\n")
    write(tmp_path, "base.yml", "site_author: Us\n")
    before = sorted(tmp_path.rglob("*"))
    status, found = bring(tmp_path / "new", SEED, "--dry-run")
    assert (status, found["left"], found.get("problems", [])) == (0, [], [])
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("heading", "count"), [("**2. Orders**", 2), ("**Orders are fun.**", 0)])
def test_bold_paragraphs_are_headings_where_a_document_has_no_others(
    tmp_path: Path, heading: str, count: int
) -> None:
    table = "| Purpose | Personal data |\n|--|--|\n| Ship | Name |"
    text = f"# Notice\n\n**1. Who we are**\n\nA shop.\n\n{heading}\n\nOf old.\n\n{table}\n"
    status, found = bring(tmp_path / "new", write(tmp_path, "n.md", text))
    assert (status, found["left"], found["pages"]) == (0, [], 1 + count)


def test_the_title_of_front_matter_is_the_notices_where_it_has_no_other(tmp_path: Path) -> None:
    rows = "| **C. Push notices** (of faults) | Token |\n| Ship | Name |\n"
    table = f"| Purpose | Data |\n|--|--|\n{rows}"
    for name, body, title in (("a", "", "Our notice"), ("b", "# Real\n\n", "Real")):
        source = write(tmp_path, f"{name}.md", f"---\ntitle: 'Our notice'\n---\n{body}{table}")
        assert bring(tmp_path / name, source)[0] == 0
        assert (tmp_path / name / "docs/index.md").read_text().startswith(f"# {title}\n")
        assert load(tmp_path / name).notice.purposes[0].id == "push-notices"
