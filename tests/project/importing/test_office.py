"""`polynotice import` of Word and Excel."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock  # type: ignore[import-untyped]
from openpyxl.cell.text import InlineFont  # type: ignore[import-untyped]
from openpyxl.comments import Comment  # type: ignore[import-untyped]
from openpyxl.styles import Font  # type: ignore[import-untyped]

from tests.project.importing.documents import PUBLISHED, bring, notice_in, rows_of, run
from tests.project.importing.office import element, excel, with_part, word
from tests.projects import build_site, page, text_of

FIELDS = ("purpose", "personal_data")
HEADER = ("Purpose", "Personal data processed")


def test_a_word_file_of_nine_tables_becomes_a_project_that_builds(tmp_path: Path) -> None:
    blocks = [[HEADER, row] for row in PUBLISHED]
    status, found = bring(tmp_path / "new", word(tmp_path / "n.docx", "# Our notice", *blocks))
    assert (status, found["left"], found["tables"]) == (0, [], 9)
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == PUBLISHED
    cells = page(build_site(tmp_path / "new"), "index.html").css("td[data-field=personal_data]")
    assert [text_of(cell) for cell in cells] == [data for _, data in PUBLISHED]


def test_each_purpose_under_its_heading_gets_that_as_its_title(tmp_path: Path) -> None:
    blocks: list[Any] = ["# Our notice", "We are a shop."]
    for number, row in enumerate(PUBLISHED):
        blocks += [f"## Reason {number}", [HEADER, row]]
    status, found = bring(tmp_path / "new", word(tmp_path / "n.docx", *blocks))
    assert (status, found["left"], found["pages"]) == (0, [], 1)
    notice = notice_in(tmp_path / "new")
    assert [one.title.msgid for one in notice.purposes if one.title][:2] == ["Reason 0", "Reason 1"]
    assert notice.purposes[0].id == "reason-0"


def test_an_excel_file_becomes_the_nine_rows(tmp_path: Path) -> None:
    file = excel(tmp_path / "n.xlsx", [["Our notice"], [], HEADER, *PUBLISHED])
    status, found = bring(tmp_path / "new", file)
    assert (status, found["left"]) == (0, [])
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == PUBLISHED


def test_merged_cells_lists_breaks_and_section_rows(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(5, 3)
        for cell, text in zip(table.rows[0].cells, (*HEADER, "Legal basis"), strict=True):
            cell.text = text
        table.rows[1].cells[0].merge(table.rows[1].cells[2]).text = "Orders"
        rows = (("Ship it", "", "Contract"), ("Bill it", "Name\nAmount", ""), ("Ask", "Name", "No"))
        for row, texts in zip(table.rows[2:], rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(2, 1).text = ""
        for text in ("Name", "Address"):
            table.cell(2, 1).add_paragraph(text, style="List Bullet")
        table.cell(2, 2).merge(table.cell(3, 2)).text = "Contract"

    status, found = bring(tmp_path / "new", word(tmp_path / "n.docx", fill))
    assert (status, found["left"]) == (0, [])
    notice = notice_in(tmp_path / "new")
    assert [section.id for section in notice.sections] == ["orders"]
    assert rows_of(notice, *FIELDS, "legal_basis") == [
        ("Ship it", "Name; Address", "Contract"),
        ("Bill it", "Name; Amount", "Contract"),
        ("Ask", "Name", "No"),
    ]


TRACKED = (
    '<w:p><w:r><w:t xml:space="preserve">We keep it for </w:t></w:r>'
    '<w:del w:id="1" w:author="x"><w:r><w:delText>two</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="x"><w:r><w:t>ten</w:t></w:r></w:ins>'
    "<w:r><w:t> years.</w:t></w:r></w:p>"
)


def test_tracked_changes_are_refused_unless_it_is_said_what_becomes_of_them(tmp_path: Path) -> None:
    file = word(
        tmp_path / "n.docx",
        [HEADER, ("Ship", "Name")],
        lambda d: d.element.body.insert(0, element(TRACKED)),
    )
    result = run(file, "--into", tmp_path / "no")
    assert (result.exit_code, "2 tracked changes" in result.output) == (1, True)
    for view, word_there in (("accept", "ten"), ("reject", "two")):
        assert bring(tmp_path / view, file, "--tracked", view)[0] == 0
        assert f"for {word_there} years" in (tmp_path / view / "docs/index.md").read_text()


def test_what_word_hides_is_read_or_listed(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Confidential"
        hidden = document.add_paragraph("Seen").add_run("unseen")
        hidden.font.hidden = True
        body = document.element.body
        body.insert(
            0,
            element(
                "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p>"
                "</w:sdtContent></w:sdt>"
            ),
        )
        box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
        body.insert(1, element(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"))

    status, found = bring(tmp_path / "new", word(tmp_path / "n.docx", fill, [HEADER, ("A", "B")]))
    text = (tmp_path / "new/docs/index.md").read_text()
    assert "In a control" in text
    assert "In a box" in text
    assert (status, [(left["text"], left["why"]) for left in found["left"]]) == (
        1,
        [
            ("unseen", "is hidden text"),
            ("Confidential", "stands in the header of each sheet of paper"),
        ],
    )


def test_what_excel_hides_is_listed(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet["A2"].comment = Comment("is that so?", "x")
        sheet["C1"] = "How long"
        sheet["C2"] = 0.5

    rows = [HEADER, ("Ship", "Name"), ("Secret", "Thing")]
    status, found = bring(tmp_path / "new", excel(tmp_path / "n.xlsx", rows, change))
    assert status == 1
    assert [left["text"] for left in found["left"]] == ["is that so?", "0.5", "Secret", "Thing"]
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == [("Ship", "Name")]


def test_what_excel_cannot_say_as_text_is_listed(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["A2"] = CellRichText("Ship ", TextBlock(InlineFont(strike=True), "or sell "), "it")
        sheet["B2"].hyperlink = "file:///C:/list.docx"
        sheet["C1"] = "How long"
        sheet["C2"] = "=A1"
        sheet["C3"] = float("1e300")
        sheet["B3"].font = Font(strike=True)

    def endless(part: bytes) -> bytes:
        return part.replace(b"<v>1e+300</v>", b"<v>1e999</v>")

    rows = [HEADER, ("Ship", "Name"), ("Bill", "Address")]
    file = excel(tmp_path / "n.xlsx", rows, change)
    with_part(file, "xl/worksheets/sheet1.xml", endless)
    status, found = bring(tmp_path / "new", file)
    assert status == 1
    assert [(left["text"], left["why"].split(":")[0]) for left in found["left"]] == [
        ("or sell", "is struck out"),
        ("file:///C:/list.docx", "leads to a file or a cell"),
        ("=A1", "is a formula without its value"),
        ("Address", "is struck out"),
        ("inf", "is a number or date that Excel shows in its own way"),
        ("Bill", "its row has no personal data"),
    ]
    assert rows_of(notice_in(tmp_path / "new"), *FIELDS) == [("Ship it", "Name")]


def _entities(part: bytes) -> bytes:
    return part.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)


def _far_cell(part: bytes) -> bytes:
    return part.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>')


def _quoted(part: bytes) -> bytes:
    return part.replace(b"</sheetData>", b"<row r='1048576'><c r='XFD1048576'/></row></sheetData>")


def _last_row(part: bytes) -> bytes:
    cells = b'<row r="1048576"><c><v>1</v></c><c r="B1"/></row></sheetData>'
    return part.replace(b"</sheetData>", cells)


def _merged(part: bytes) -> bytes:
    area = b"<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
    return part.replace(b"</sheetData>", b"</sheetData>" + area)


def _million(part: bytes) -> bytes:
    return part.replace(b"</sheetData>", b"<row>" + b"<c/>" * 1_000_000 + b"</row></sheetData>")


@pytest.mark.parametrize(
    ("kind", "name", "change", "says"),
    [
        ("docx", "word/document.xml", _entities, "entities"),
        ("docx", "word/vbaProject.bin", lambda _: b"x", "macros"),
        ("docx", "word/media/a.png", lambda _: bytes(90_000_000), "larger"),
        ("docx", "word/document.xml", lambda part: part[:-40], "damaged"),
        ("docx", "[Content_Types].xml", lambda _: b"<a/>", "damaged"),
        ("xlsx", "xl/worksheets/sheet1.xml", _far_cell, "cells"),
        ("xlsx", "xl/worksheets/sheet1.xml", _million, "cells"),
        ("xlsx", "xl/worksheets/sheet1.xml", _quoted, "cells"),
        ("xlsx", "xl/worksheets/sheet1.xml", _last_row, "cells"),
        ("xlsx", "xl/worksheets/sheet1.xml", _merged, "cells"),
        ("xlsx", "xl/other", lambda _: b" <!DOCTYPE a><a/>", "entities"),
        ("xlsx", "xl/workbook.xml", lambda part: part[:-20], "damaged"),
    ],
)
def test_a_hostile_file_costs_nothing_but_an_error(
    tmp_path: Path, kind: str, name: str, change: Any, says: str
) -> None:
    rows = [HEADER, ("A", "B")]
    file = tmp_path / f"n.{kind}"
    with_part(word(file, rows) if kind == "docx" else excel(file, rows), name, change)
    before = time.process_time()
    result = run(file, "--into", tmp_path / "new")
    assert (result.exit_code, says in result.output) == (1, True), result.output
    assert time.process_time() - before < 3
    assert not (tmp_path / "new").exists()


def test_numbered_paragraphs_keep_the_numbers_that_word_shows(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        for text in ("a", "b"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("Between.")
        document.add_paragraph("c", style="List Number")

    file = word(tmp_path / "n.docx", "# N", [HEADER, ("A", "B")], "Points", fill)
    status, found = bring(tmp_path / "new", file)
    assert (status, found["left"]) == (0, [])
    text = (tmp_path / "new/docs/index.md").read_text("utf-8")
    assert "1. a\n1. b\n\nBetween.\n\n3\\. c" in text


def test_numbers_that_go_on_from_cell_to_cell_stay_in_front_of_their_points(tmp_path: Path) -> None:
    def add_table(document: Any) -> None:
        table = document.add_table(3, 2)
        for row, first in zip(table.rows, ("Purpose", "Ship", "Bill"), strict=True):
            row.cells[0].text = first
            row.cells[1].text = "Personal data"
        for row in table.rows[1:]:
            row.cells[1].text = "Name"
            row.cells[1].paragraphs[0].style = "List Number"
            row.cells[1].add_paragraph("Address", style="List Number")

    status, found = bring(tmp_path / "new", word(tmp_path / "n.docx", "# N", add_table))
    assert (status, found["left"]) == (0, [])
    assert rows_of(notice_in(tmp_path / "new"), "personal_data") == [
        ("1\\. Name; 2\\. Address",),
        ("3\\. Name; 4\\. Address",),
    ]
