"""A notice that was published, written down in Word in each language, and brought in again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from tests.project.importing.documents import bring
from tests.projects import FILES, build_site, page, text_of, translate, write_project

ORDERS = """\
section: orders
title: Orders
purposes:
  - id: ship
    title: Shipping
    purpose: Orders of the last 30 days are shipped.
    personal_data: [Name, Address, "Number of the order"]
  - id: bill
    title: Bills
    purpose: Bills are sent.
    personal_data: Name and amount.
"""
CARE = """\
section: care
title: Care
purposes:
  - id: calls
    title: Calls
    purpose: Calls are recorded.
    personal_data: Recordings of calls.
"""
PAGES = {
    "docs/index.md": "# Our notice\n\nWhat we do with **your data**.\n\n- to ship\n- to help\n",
    "docs/care.md": "# Care\n\nWhen you call.\n\n::: purposes\n    section: care\n",
    "docs/orders.md": "# Orders\n\nIn shops since 1999.\n\n::: purposes\n    section: orders\n",
}
LOCALES = ("de", "zh-Hans")


def test_three_editions_in_word_build_the_tables_that_they_were_written_from(
    tmp_path: Path,
) -> None:
    config = FILES["mkdocs.yml"].replace("[en, de]", "[en, de, zh-Hans]")
    files = {**PAGES, "mkdocs.yml": config, "notice_data/care.yml": CARE}
    files |= {"notice_data/orders.yml": ORDERS, "notice_data/data.yml": "data_categories: []\n"}
    source = write_project(tmp_path / "source", files)
    translate(source, *LOCALES)
    site = build_site(source)
    editions = {
        locale: word_of(site / locale.replace("en", "."), tmp_path / f"{locale}.docx")
        for locale in ("en", *LOCALES)
    }
    new = tmp_path / "new"
    status, found = bring(new, editions["en"])
    assert (status, found["left"], found["rows"], found["pages"]) == (0, [], 3, 3)
    for locale in LOCALES:
        status, found = bring(new, editions[locale], "--locale", locale)
        # The names of three kinds of personal data, whose words stand in a list of a row.
        assert (status, found["left"], found["messages"]["fuzzy"]) == (0, [], 3)
    # Those of other kinds, which nobody wrote down, are still to be translated: it is a preview.
    built = build_site(new, preview=True)
    for locale in (".", *LOCALES):
        assert tables_in(built / locale) == tables_in(site / locale)
        assert len(tables_in(site / locale)) == 3


def tables_in(folder: Path) -> list[tuple[list[str], ...]]:
    """The headers of each row's table and its cells, a cell's items as they stand."""
    return [
        ([text_of(head) for head in table.css("thead th")], [text_of(cell) for cell in cells])
        for name in ("care", "orders")
        for table in page(folder, f"{name}/index.html").css("article table")
        for row in table.css("tbody tr")
        if (cells := row.css("[data-field]"))
    ]


def word_of(site: Path, path: Path) -> Path:
    """What the pages of a locale show, as a person would write it in Word."""
    document = docx.Document()
    for name in ("index.html", "care/index.html", "orders/index.html"):
        article = page(site, name).css_first("article")
        assert article is not None
        _write(document, article)
    document.save(str(path))
    return path


def _write(document: Any, node: Any) -> None:
    for child in node.iter():
        if "notice-draft" in (child.attributes.get("class") or ""):
            continue
        if child.tag in ("h1", "h2"):
            document.add_heading(text_of(child), int(child.tag[1]))
        elif child.tag == "p":
            document.add_paragraph(text_of(child))
        elif child.tag == "ul":
            for item in child.css("li"):
                document.add_paragraph(text_of(item), style="List Bullet")
        elif child.tag == "table":
            _write_table(document, child)


def _write_table(document: Any, node: Any) -> None:
    rows = [row.css("th, td") for row in node.css("tr")]
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, filled in zip(row.cells, cells, strict=True):
            items = [text_of(item) for item in filled.css("li")]
            cell.text = "\n".join(items or [text_of(filled)])
