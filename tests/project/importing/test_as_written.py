"""What `polynotice import` must not change: marks, names, other records of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.project.importing.text_reader import cell_lines, read_text_document
from tests.project.importing.documents import bring, rows_of, write
from tests.projects import build_site, load, page, problems_of, text_of

TABLE = "Purpose\tPersonal data\nShip goods\tName, address\nSend bills\tName, amount\n"
JOBS = "Job notice\n\nPurpose\tPersonal data\tLegal basis\nHire people\tCV\tContract\n"


def is_list(lines: list[str]) -> bool:
    """Whether all those lines of a pasted text are taken for items; else none is."""
    blocks = read_text_document(
        "\n".join(["Some words.", *lines, "And some more."]), "n.txt"
    ).blocks
    found = {getattr(block, "is_item", False) for block in blocks[1:-1]}
    assert len(found) == 1
    return found.pop()


def test_only_what_counts_on_is_the_mark_of_an_item() -> None:
    assert is_list(["1. Your name.", "2. Your address."])
    assert is_list(["- Your name.", "• Your address."])
    assert not is_list(["25. Mai 2018: Beginn der Geltung.", "26. Mai 2018: Ende."])
    assert not is_list(["3. See the third.", "4. And the fourth."])
    assert not is_list(["z. B. wird Ihr Name gespeichert."])
    cells = ("Kontaktdaten\nz. B. Name\n3. Mai 2018", "1. Name\n2. Mail", "a) Name\nb) Mail")
    assert [[line.text for line in cell_lines(text, "")] for text in cells] == [
        ["Kontaktdaten", "z. B. Name", "3. Mai 2018"],
        ["Name", "Mail"],
        ["Name", "Mail"],
    ]


def test_a_date_at_a_lines_beginning_is_the_same_day_on_the_page(tmp_path: Path) -> None:
    text = f"Notice\n\nChanged:\n\n25. May 2018: it began to apply.\n\n{TABLE}"
    assert bring(tmp_path / "new", write(tmp_path, "n.txt", text))[0] == 0
    html = page(build_site(tmp_path / "new"), "index.html")
    assert "25. May 2018: it began" in text_of(html.css_first("article"))


def test_a_second_notice_shows_its_own_rows_and_columns_once(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    bring(folder, write(tmp_path, "a.txt", f"Our notice\n\n{TABLE}"))
    assert bring(folder, write(tmp_path, "b.txt", JOBS))[0] == 0
    site = build_site(folder)
    shown = {
        uri: [text_of(cell) for cell in page(site, f"{uri}index.html").css("article td")]
        for uri in ("", "index-imported/")
    }
    assert shown[""] == ["Ship goods", "Name, address", "Send bills", "Name, amount"]
    assert shown["index-imported/"] == ["Hire people", "CV", "Contract"]
    assert "columns:" not in (folder / "docs/index.md").read_text()


@pytest.mark.parametrize("name", ["2024", "No", "第1条 目的", "Null"])
def test_names_that_yaml_would_take_for_something_else_stay_names(
    tmp_path: Path, name: str
) -> None:
    part = "<table><tr><th>Purpose<th>Personal data<tr><td>{0}<td>Name<tr><td>{0} 2<td>{0}</table>"
    text = f"<html lang=no><h1>Notice</h1><h2>{name}</h2>{part.format(name)}<h2>More</h2>"
    status, found = bring(
        tmp_path / "new", write(tmp_path, "n.html", text + part.format("Other things"))
    )
    assert (status, found["left"], problems_of(tmp_path / "new")) == (0, [], [])
    notice = load(tmp_path / "new").notice
    assert notice.sections[0].title.msgid == name
    assert load(tmp_path / "new").site.settings.source.id == "no"


def test_control_characters_are_written_as_escapes(tmp_path: Path) -> None:
    text = "Purpose,Personal data\nShip the customer\u0092s goods,Name\ufffe\n"
    bring(tmp_path / "new", write(tmp_path, "n.csv", text))
    assert rows_of(load(tmp_path / "new").notice, "purpose") == [
        ("Ship the customer\u0092s goods",)
    ]


def test_pages_of_one_name_each_keep_their_words(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    bring(folder, write(tmp_path, "a.txt", f"Our notice\n\n{TABLE}"))
    (folder / "docs/contact.md").write_text("# Contact us\n\nBy mail.\n")
    (folder / "docs/contact-imported.md").write_text("# Contact us\n\nBy phone.\n")
    text = "# A\n\nOne.\n\n# Contact\n\nFirst.\n\n# Contact\n\nSecond.\n\n# B\n\n"
    table = "| Purpose | Personal data |\n|--|--|\n| Hire people | CV |\n"
    status, found = bring(folder, write(tmp_path, "b.md", text + table))
    assert (status, found["left"]) == (0, [])
    said = {path.name: path.read_text() for path in (folder / "docs").glob("contact*.md")}
    assert [name for name, words in said.items() if "First." in words] == ["contact-imported-2.md"]
    assert [name for name, words in said.items() if "Second." in words] == ["contact-imported-3.md"]
    assert len(said) == 4
