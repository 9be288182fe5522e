"""What `polynotice import` must not change: marks, names, other records of the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from polynotice.cli import main
from polynotice.project.importing.text_reader import cell_lines, read_text_document
from tests.project.importing.documents import bring, notice_in, rows_of, run, write
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
        ["1. Name", "2. Mail"],
        ["a) Name", "b) Mail"],
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


def whys(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Each text that was left, with the beginning of the reason."""
    return [(left["text"], left["why"].partition(":")[0]) for left in found["left"]]


def test_a_column_without_a_header_is_left_and_the_rest_comes_in(tmp_path: Path) -> None:
    headed = ",Purpose,Personal data,\n1,Ship goods,Name,\n,Purpose,Personal data,\n,Send,Name,x\n"
    status, found = bring(tmp_path / "a", write(tmp_path, "a.csv", headed))
    assert status == 1
    assert whys(found) == [(text, "its column has no header") for text in ("1", "x")]
    file = write(tmp_path, "b.csv", "Ship goods,Name,x1\nSend,Name,x2\n")
    status, found = bring(tmp_path / "b", file, "--columns", "1=purpose,2=personal_data")
    assert [text for text, _ in whys(found)] == ["x1", "x2"]
    for folder in ("a", "b"):
        assert problems_of(tmp_path / folder) == []
        notice = load(tmp_path / folder).notice
        assert rows_of(notice, "purpose") == [("Ship goods",), ("Send",)]
    status, found = bring(
        tmp_path / "c", file, "--columns", "1=purpose,2=personal_data,3=shoe_size"
    )
    assert (status, found["left"]) == (0, [])
    assert rows_of(notice_in(tmp_path / "c"), "shoe_size") == [("x1",), ("x2",)]


@pytest.mark.parametrize("columns", ["A=title", "A=id", "A=data", "1=purpose,2=purpose"])
def test_columns_that_no_table_has_are_wrong_usage(tmp_path: Path, columns: str) -> None:
    file = write(tmp_path, "n.csv", "A,Purpose,Personal data\nx,Ship goods,Name\n")
    assert run(file, "--into", tmp_path / "new", "--columns", columns).exit_code == 2
    assert bring(tmp_path / "new", file, "--columns", "A=other")[0] == 0


def test_the_configuration_has_the_name_that_it_is_given(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", f"Our notice\n\n{TABLE}")
    arguments = ["-f", str(tmp_path / "new/notice.yml"), "import", str(file)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert (tmp_path / "new/notice.yml").is_file()
    assert not (tmp_path / "new/mkdocs.yml").exists()


def test_a_trial_has_what_the_configuration_names(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    bring(folder, write(tmp_path, "a.txt", f"Our notice\n\n{TABLE}"))
    (folder / "mkdocs.yml").rename(folder / "base.yml")
    (folder / "mkdocs.yml").write_text("INHERIT: base.yml\nhooks: [hook.py]\n")
    (folder / "hook.py").write_text("")
    (folder / "docs/.#index.md").symlink_to("someone@host.1234")
    before = sorted(folder.glob("*/*"))
    result = run(write(tmp_path, "b.txt", JOBS), "--into", folder, "--dry-run")
    assert result.exit_code == 0, result.output
    assert [path for path in sorted(folder.glob("*/*")) if path.suffix != ".pyc"] == before
    (folder / "hook.py").unlink()
    assert run(tmp_path / "b.txt", "--into", folder, "--dry-run").exit_code != 0


def test_the_heading_of_a_row_that_is_left_is_left_with_it(tmp_path: Path) -> None:
    part = "<h2>{}</h2><table><tr><th>Purpose<th>Personal data<tr><td>{}<td>{}</table>"
    rows = [("Ship", "Ship goods", "Name"), ("Bill", "Send bills", ""), ("Ads", "Ads", "Mail")]
    text = f"<html lang=en><h1>Notice</h1>{''.join(part.format(*row) for row in rows)}"
    status, found = bring(tmp_path / "new", write(tmp_path, "n.html", text))
    assert status == 1
    why = "its row has no personal data"
    assert whys(found) == [("Bill", why), ("Send bills", why)]


def test_two_paragraphs_of_a_sections_row_stay_two_words(tmp_path: Path) -> None:
    text = (
        "<html lang=en><h1>Notice</h1><table><tr><th>Purpose<th>Personal data"
        "<tr><td colspan=2><p>Orders</p><p>When you buy</p>"
        "<tr><td>Ship goods<td>Name<tr><td>Bill<td>Name</table>"
    )
    bring(tmp_path / "new", write(tmp_path, "n.html", text))
    assert load(tmp_path / "new").notice.sections[0].title.msgid == "Orders When you buy"


def test_a_row_with_one_empty_cell_is_no_heading_unless_it_looks_like_one(tmp_path: Path) -> None:
    rows = "Purpose,Personal data\nShip goods,Name\n{},\nAds,Mail\n"
    status, found = bring(tmp_path / "a", write(tmp_path, "a.csv", rows.format("Send bills")))
    assert (status, whys(found)) == (1, [("Send bills", "its row has no personal data")])
    assert len(load(tmp_path / "a").notice.sections) == 1
    file = write(tmp_path, "b.csv", rows.format("<b>Marketing</b>"))
    assert bring(tmp_path / "b", file)[0] == 0
    wide = "Purpose,Personal data,Recipients\nMarketing,,\nAds,Mail,Us\nSend bills,,\n"
    _, found = bring(tmp_path / "c", write(tmp_path, "c.csv", wide))
    assert whys(found) == [("Send bills", "its row has no personal data")]
