"""What of a page is found by a search, and where that leads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polynotice.pages.search_rows import search_page
from tests.projects import CONFIG, build_site, translate, write_project

ROW = '<tr id="{0}"><td>{0} name</td><td>of<br>all</td></tr>'
TABLE = '<table class="notice-table"><thead><tr><th>Purpose</th></tr></thead>{}</table>'


def test_a_row_alone_below_a_heading_is_where_its_section_leads() -> None:
    html = f'<h1 id="t">T</h1><h2 id="a">A</h2>{TABLE.format(ROW.format("x"))}<h2 id="b">B</h2>'
    page = search_page(html)
    assert (page.instead, page.rows, page.html) == ({"a": "x"}, {}, html)


def test_rows_that_share_a_heading_are_found_each_by_itself() -> None:
    table = TABLE.format(ROW.format("x") + ROW.format("y"))
    page = search_page(f'<p>Before.</p><h2 id="a">A</h2>{table}<p>Behind.</p>')
    assert [(row.id, row.name, row.text) for row in page.rows["a"]] == [
        ("x", "x name", "x name of all"),
        ("y", "y name", "y name of all"),
    ]
    assert page.html == '<p>Before.</p><h2 id="a">A</h2><p>Behind.</p>'
    assert page.instead == {}


@pytest.mark.parametrize("heading", ["", '<h1 id="t">T</h1>'])
def test_a_row_below_the_title_of_a_page_is_apart_from_the_page(heading: str) -> None:
    page = search_page(heading + TABLE.format(ROW.format("x")))
    assert [row.id for rows in page.rows.values() for row in rows] == ["x"]
    assert page.instead == {}


def test_rows_without_an_address_and_other_tables_stay_where_they_are() -> None:
    other = TABLE.format(ROW.format("x")).replace("notice-table", "plain")
    html = f'<h2 id="a">A</h2>{TABLE.format("<tr><td>x</td></tr>")}<h2 id="b">B</h2>{other}'
    page = search_page(html)
    assert (page.instead, page.rows, page.html) == ({}, {}, html)


@pytest.mark.parametrize("theme", ["material\n  font: false", "mkdocs"])
def test_an_index_has_each_row_once_and_no_html_of_its_words(tmp_path: Path, theme: str) -> None:
    records = (
        "section: care\ntitle: Care\npurposes:\n"
        "  - {id: calls, purpose: Less < more, personal_data: A}\n"
        "  - {id: chat, purpose: Chats, personal_data: B}\n"
    )
    config = CONFIG.replace("material\n  font: false", theme)
    index = "# T\n\n::: purposes\n    layout: together\n"
    files = {"mkdocs.yml": config, "docs/index.md": index, "notice_data/care.yml": records}
    write_project(tmp_path, {**files, "notice_data/data.yml": "data_categories: []\n"})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    for root in ("", "de/"):
        text = (site / root / "search/search_index.json").read_text(encoding="utf-8")
        docs = json.loads(text)["docs"]
        assert [doc["location"] for doc in docs][-2:] == ["#calls", "#chat"]
        sign = "&lt;" if "material" in theme else "<"
        assert sum(f"Less {sign} more" in doc["text"] for doc in docs) == 1
