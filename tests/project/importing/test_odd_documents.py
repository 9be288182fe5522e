"""Tables as odd as documents have them: what they say is taken where it stands, or listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.project.importing.documents import bring, notice_in, rows_of, run, write
from tests.project.importing.office import word
from tests.projects import load

HEAD = "<tr><th>Purpose<th>Personal data<th>Retention</tr>"


def taken(folder: Path, file: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, str]]]:
    """The rows of the notice, and what is left with its place."""
    _, found = bring(folder, file)
    rows = rows_of(notice_in(folder), *load(folder).site.settings.columns)
    return rows, [(left["text"], left["place"]) for left in found["left"]]


def test_headers_in_two_rows_are_headers_and_the_one_without_a_column_is_listed(
    tmp_path: Path,
) -> None:
    head = (
        "<tr><th rowspan=2>Purpose<th colspan=2>Personal data</tr>"
        "<tr><th>From you<th>From others</tr>"
    )
    file = write(tmp_path, "a.html", f"<table>{head}<tr><td>Ship<td>Name<td>Score</table>")
    rows, left = taken(tmp_path / "a", file)
    assert (rows, left) == ([("Ship", "Name", "Score")], [("From you", "table 1, row 2, column 2")])
    assert list(load(tmp_path / "a").site.settings.extra_columns.values()) == ["From others"]


def test_headers_below_one_that_groups_them_are_headers_and_that_is_listed(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(3, 3)
        rows = (("We process", "", "Kept for"), ("Purpose", "Personal data", ""), ("A", "B", "C"))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(0, 2).merge(table.cell(1, 2))

    rows, left = taken(tmp_path / "new", word(tmp_path / "n.docx", fill))
    assert (rows, left) == ([("A", "B", "C")], [("We process", "table 1, row 1, column 1")])


def test_a_first_row_that_shares_a_cell_with_the_headers_but_not_their_columns_is_a_row(
    tmp_path: Path,
) -> None:
    head = "<tr><th>Purpose<th>Personal data<th rowspan=2>Retention</tr>"
    file = write(tmp_path, "n.html", f"<table>{head}<tr><td>Ship<td>Name</tr></table>")
    assert taken(tmp_path / "new", file)[0] == [("Ship", "Name", "Retention")]


def test_a_table_in_a_cell_is_listed_with_its_place(tmp_path: Path) -> None:
    inner = "<table><tr><th>What<th>Why</tr><tr><td>Name<td>to address you</table>"
    row = f"<tr><td>Ship<td>{inner}<td>2 years</tr><tr><td>Bill<td>Amount<td>3 years</tr>"
    rows, left = taken(tmp_path / "a", write(tmp_path, "a.html", f"<table>{HEAD}{row}</table>"))
    assert rows[0] == ("Ship", "What; Why; Name; to address you", "2 years")
    assert left == [("What Why Name to address you", "table 1, row 2, column 2")]

    def fill(document: Any) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table.rows[0].cells, ("Purpose", "Personal data"), strict=True):
            cell.text = text
        table.cell(1, 0).text = "Ship"
        cell = table.cell(1, 1).add_table(1, 2).rows[0].cells
        cell[0].text, cell[1].text = "Name", "to address you"

    rows, left = taken(tmp_path / "b", word(tmp_path / "b.docx", fill))
    assert rows == [("Ship", "Name; to address you")]
    assert left == [("Name to address you", "table 1, row 2, column 2")]


@pytest.mark.parametrize(
    ("rows", "data"),
    [
        ("<tr><td>A<td>1<td rowspan=0>X<tr><td>B<td>2</tr>", "XX"),
        ("<tr><td>A<td>1<td rowspan=2>X<tr><td>B<td>2</tr>", "XX"),
        ("<tbody><tr><td>A<td>1<td rowspan=9>X</tbody><tbody><tr><td>B<td>2<td>Y</tbody>", "XY"),
    ],
)
def test_a_cell_spans_the_rows_that_a_browser_lets_it_span(
    tmp_path: Path, rows: str, data: str
) -> None:
    file = write(tmp_path, "n.html", f"<table>{HEAD}{rows}</table>")
    assert "".join(row[2] for row in taken(tmp_path / "new", file)[0]) == data


def test_a_row_across_the_end_of_a_table_is_a_remark(tmp_path: Path) -> None:
    row = "<tr><td>Ship<td>Name<td>2 years</tr>"
    table = f"<table>{HEAD}{row}<tr><td colspan=3>Kept longer if asked</tr></table>"
    bring(tmp_path / "a", write(tmp_path, "a.html", f"{table}<p>Ask us.</p>"))
    page = (tmp_path / "a/docs/index.md").read_text("utf-8")
    assert page.endswith("section: purposes\n\nKept longer if asked\n\nAsk us.\n")


def test_a_row_across_the_end_of_a_table_that_goes_on_is_a_section(tmp_path: Path) -> None:
    row = "<tr><td>{}<td>Name<td>2 years</tr>"
    table = f"<table>{HEAD}{row.format('Ship')}<tr><td colspan=3>Marketing</tr></table>"
    more = f"<table>{HEAD}{row.format('News')}{row.format('Ads')}</table>"
    bring(tmp_path / "a", write(tmp_path, "a.html", table + more))
    sections = [section.id for section in notice_in(tmp_path / "a").sections]
    assert sections == ["purposes", "marketing"]


@pytest.mark.parametrize(("first", "title"), [("sep=;\n", ""), ("sep=1\n\n", "sep=1")])
def test_the_line_that_says_what_parts_the_cells_is_no_title(
    tmp_path: Path, first: str, title: str
) -> None:
    text = f"{first}Purpose;Personal data\nShip;Name, address\nBill;Amount\n"
    assert bring(tmp_path / "new", write(tmp_path, "n.csv", text))[0] == 0
    rows = rows_of(notice_in(tmp_path / "new"), "purpose", "personal_data")
    assert rows == [("Ship", "Name, address"), ("Bill", "Amount")]
    page = (tmp_path / "new/docs/index.md").read_text("utf-8")
    assert page.startswith(f"# {title or 'Privacy notice'}\n")


def test_purposes_of_one_title_are_counted(tmp_path: Path) -> None:
    row = "<tr><td>Ship<td>{}<td>2 years</tr>"
    rows = "".join(row.format(text) for text in ("Name", "Address", "Phone"))
    taken(tmp_path / "new", write(tmp_path, "n.html", f"<table>{HEAD}{rows}</table>"))
    ids = [purpose.id for purpose in load(tmp_path / "new").notice.purposes]
    assert ids == ["ship", "ship-2", "ship-3"]


def test_a_merged_cell_that_is_left_is_listed_once(tmp_path: Path) -> None:
    rows = "<tr><td>Ship<td>Name<td rowspan=2>–</tr><tr><td>Bill<td>Amount</tr>"
    file = write(tmp_path, "n.html", f"<table>{HEAD}{rows}</table>")
    left = bring(tmp_path / "new", file)[1]["left"]
    assert [(each["text"], each["place"]) for each in left] == [("–", "table 1, row 2, column 3")]


def test_cells_that_span_all_rows_below_are_counted_at_each_of_their_places(tmp_path: Path) -> None:
    rows = "<tr><td>a<td rowspan=0>b</tr>" * 5_000
    result = run(write(tmp_path, "n.html", f"<table>{rows}</table>"), "--into", tmp_path / "new")
    assert (result.exit_code, "more than 200,000 cells" in result.output) == (1, True)
