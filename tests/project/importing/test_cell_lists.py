"""Lists in cells: what counts their points stays as words, and lost levels are listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.project.importing.documents import bring, notice_in, rows_of, write
from tests.project.importing.office import element, excel, word

Made = Callable[[Path, str], Path]
HEADERS = ("Purpose", "Personal data")


def page_with(folder: Path, list_: str) -> Path:
    head = "".join(f"<th>{header}" for header in HEADERS)
    return write(folder, "n.html", f"<table><tr>{head}<tr><td>Ship<td>{list_}</table>")


def markdown_with(folder: Path, list_: str) -> Path:
    return write(folder, "n.md", page_with(folder, list_).read_text("utf-8"))


def word_with(levels: list[tuple[int, str, str]]) -> Callable[[Any], object]:
    """Word's table of one purpose, with a list: of each point its level, its form, its text."""

    def fill(document: Any) -> None:
        numbering = document.part.numbering_part.element
        forms = {at: form for at, form, _ in levels}
        inner = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{"•" if form == "bullet" else f"%{at + 1}."}"/></w:lvl>'
            for at, form in forms.items()
        )
        numbering.insert(0, element(f'<w:abstractNum w:abstractNumId="90">{inner}</w:abstractNum>'))
        numbering.append(element('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        table = document.add_table(2, 2)
        for cell, text in zip(table.rows[0].cells, HEADERS, strict=True):
            cell.text = text
        table.cell(1, 0).text = "Ship"
        for at, _, text in levels:
            paragraph = table.cell(1, 1).add_paragraph(text)
            properties = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="90"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(element(properties))

    return fill


def data_of(folder: Path, file: Path) -> tuple[str, list[tuple[str, str]]]:
    """What the cell becomes, and what is left of it."""
    _, found = bring(folder, file)
    ((data,),) = rows_of(notice_in(folder), "personal_data")
    return data, [(left["text"], left["why"]) for left in found["left"]]


@pytest.mark.parametrize("made", [page_with, markdown_with])
@pytest.mark.parametrize(
    ("list_", "data"),
    [
        ("<ol><li>Name<li>Address</ol>", "1\\. Name; 2\\. Address"),
        ("<ol start=4><li>Name<li>Address</ol>", "4\\. Name; 5\\. Address"),
        ("<ol type=a><li>Name<li>Address</ol>", "a. Name; b. Address"),
        ("<ol type=I><li>Name<li><p>Address</p></ol>", "I. Name; II. Address"),
        ("<ul><li>Name<li>Address</ul>", "Name; Address"),
    ],
)
def test_what_a_web_page_counts_in_a_cell_stays_as_words(
    tmp_path: Path, made: Made, list_: str, data: str
) -> None:
    assert data_of(tmp_path / "new", made(tmp_path, list_)) == (data, [])
    kinds = (tmp_path / "new/notice_data/data-categories.yml").read_text("utf-8")
    assert "name: Name\n" in kinds


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("decimal", "1\\. Name; 2\\. Address"),
        ("lowerLetter", "a. Name; b. Address"),
        ("upperRoman", "I. Name; II. Address"),
        ("bullet", "Name; Address"),
    ],
)
def test_what_word_counts_in_a_cell_stays_as_words(tmp_path: Path, form: str, data: str) -> None:
    file = word(tmp_path / "n.docx", word_with([(0, form, "Name"), (0, form, "Address")]))
    assert data_of(tmp_path / "new", file) == (data, [])


LEVELS = "<ul><li>Contact<ul><li>Phone<ul><li>Mobile</ul></ul><li>Orders</ul>"
LOST = [
    ("Phone", 'stood below the point "Contact": the list of a cell has one level'),
    ("Mobile", 'stood below the point "Phone": the list of a cell has one level'),
]
IN_LEVELS = [(0, "Contact"), (1, "Phone"), (2, "Mobile"), (0, "Orders")]


def csv_with(folder: Path) -> Path:
    lines = "\n".join(f"{'  ' * at}- {text}" for at, text in IN_LEVELS)
    return write(folder, "n.csv", f'{",".join(HEADERS)}\nShip,"{lines}"\n')


def excel_with(folder: Path) -> Path:
    lines = "\n".join(f"{'  ' * at}• {text}" for at, text in IN_LEVELS)
    return excel(folder / "n.xlsx", [HEADERS, ("Ship", lines)])


def word_in_levels(folder: Path) -> Path:
    return word(folder / "n.docx", word_with([(at, "bullet", text) for at, text in IN_LEVELS]))


@pytest.mark.parametrize(
    "made",
    [
        lambda folder: page_with(folder, LEVELS),
        lambda folder: markdown_with(folder, LEVELS),
        *(csv_with, excel_with, word_in_levels),
    ],
)
def test_points_below_a_point_stand_behind_it_and_are_listed(
    tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    data = "Contact; Phone; Mobile; Orders"
    assert data_of(tmp_path / "new", made(tmp_path)) == (data, LOST)


def test_points_below_numbers_are_listed_too_and_points_that_only_stand_in_are_not(
    tmp_path: Path,
) -> None:
    both = word(
        tmp_path / "a.docx", word_with([(0, "decimal", "Contact"), (1, "lowerLetter", "Phone")])
    )
    lost = [("a. Phone", 'stood below the point "1. Contact": the list of a cell has one level')]
    assert data_of(tmp_path / "a", both) == ("1\\. Contact; a. Phone", lost)
    deep = word(tmp_path / "b.docx", word_with([(1, "bullet", "Name"), (1, "bullet", "Phone")]))
    assert data_of(tmp_path / "b", deep) == ("Name; Phone", [])


def test_a_list_in_a_purpose_is_one_text_and_listed(tmp_path: Path) -> None:
    head = "".join(f"<th>{header}" for header in HEADERS)
    rows = {
        "a": "To<ul><li>deliver<li>bill</ul>",
        "b": "To<ol><li>deliver<li>bill</ol>",
        "c": "<p>To deliver.</p><p>To bill.</p>",
    }
    left = {}
    for name, cell in rows.items():
        file = write(tmp_path, f"{name}.html", f"<table><tr>{head}<tr><td>{cell}<td>Name</table>")
        found = bring(tmp_path / name, file)[1]["left"]
        left[name] = [(each["text"], each["place"]) for each in found]
    assert left == {"a": [("To deliver bill", "table 1, row 2, column 1")], "b": [], "c": []}
    assert rows_of(notice_in(tmp_path / "b"), "purpose") == [("To 1. deliver 2. bill",)]


def test_numbers_that_are_words_stay_words_in_a_spreadsheet(tmp_path: Path) -> None:
    file = excel(tmp_path / "n.xlsx", [HEADERS, ("Ship", "1. Name\n2. Address")])
    assert data_of(tmp_path / "new", file) == ("1\\. Name; 2\\. Address", [])
    records = (tmp_path / "new/notice_data/1-purposes.yml").read_text("utf-8")
    assert "- name\n" in records
    assert "- 1-name" not in records


def test_pasted_points_keep_their_levels_on_the_page(tmp_path: Path) -> None:
    text = "Notice\n\nWe use:\n- Contact\n    - Phone\n- Orders\n\nPurpose\tPersonal data\nA\tB\n"
    bring(tmp_path / "new", write(tmp_path, "n.txt", text))
    page = (tmp_path / "new/docs/index.md").read_text("utf-8")
    assert "- Contact\n    - Phone\n- Orders" in page
