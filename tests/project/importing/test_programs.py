"""`polynotice import` of what real programs wrote: the files in libreoffice/ are LibreOffice's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.importing.documents import PUBLISHED, bring, notice_in, rows_of, write
from tests.projects import build_site, page

FOLDER = Path(__file__).parent / "libreoffice"


@pytest.mark.parametrize(
    ("name", "tables"), [("notice.docx", 9), ("notice.xlsx", 1), ("notice.html", 9)]
)
def test_a_notice_saved_by_libreoffice_comes_in_whole(
    tmp_path: Path, name: str, tables: int
) -> None:
    status, found = bring(tmp_path / "new", FOLDER / name)
    assert (status, found["left"], found["tables"]) == (0, [], tables)
    assert rows_of(notice_in(tmp_path / "new"), "purpose", "personal_data") == PUBLISHED


MARK = (
    "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{}<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;\n</span></span></span><![endif]>"
)


def item(mark: str, text: str, level: int = 1) -> str:
    style = f"text-indent:-18.0pt;mso-list:l0 level{level} lfo1"
    return (
        f"<p class=MsoListParagraph style='{style}'>{MARK.format(mark)}"
        f"<span lang=EN-GB>{text}<o:p></o:p></span></p>\n\n"
    )


def test_a_web_page_saved_by_word_is_read_in_its_encoding_with_its_lists(tmp_path: Path) -> None:
    text = f"""
<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<!--[if gte mso 9]><xml><o:Author>A</o:Author></xml><![endif]--></head>
<body lang=EN-GB><div class=WordSection1>
<h1><span lang=EN-GB>Our notice<o:p></o:p></span></h1>
<p class=MsoNormal>We sell caf\u00e9 chairs \u2013 no more.</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Purpose<o:p></o:p></b></p></td>
<td><p class=MsoNormal><b>Personal data</b></p></td></tr>
<tr><td><p class=MsoNormal>Ship</p></td><td>{item("·", "Name")}{item("·", "Address")}</td></tr>
</table>
{item("·", "see your data")}{item("o", "all of it", 2)}{item("7.", "object")}
</div></body></html>"""
    status, found = bring(tmp_path / "new", write(tmp_path, "n.htm", text.encode("cp1252")))
    assert (status, found["left"], found["rows"]) == (0, [], 1)
    assert rows_of(notice_in(tmp_path / "new"), "personal_data") == [("Name; Address",)]
    html = page(build_site(tmp_path / "new"), "index.html").html or ""
    assert "café chairs – no more" in html
    assert "<li>all of it</li>" in "".join(html.split("\n"))
    assert "7. object" in html


@pytest.mark.parametrize(
    ("list_", "lines"),
    [
        ("<ol start=3><li>a<li>b</ol>", ["3\\. a", "4\\. b"]),
        ("<ol reversed><li>a<li>b</ol>", ["2\\. a", "1\\. b"]),
        ("<ol type=i><li><p>a</p><li value=4>b</ol>", ["i. a", "iv. b"]),
        ("<ol start=1><li>a<li>b</ol>", ["1. a", "1. b"]),
    ],
)
def test_points_keep_the_numbers_that_a_browser_shows(
    tmp_path: Path, list_: str, lines: list[str]
) -> None:
    text = f"<table><tr><th>Purpose<th>Personal data<tr><td>Ship<td>Name</table>{list_}"
    status, found = bring(tmp_path / "new", write(tmp_path, "n.html", text))
    assert (status, found["left"]) == (0, [])
    written = (tmp_path / "new/docs/index.md").read_text("utf-8")
    assert [line for line in written.split("\n") if line[:2] not in ("# ", "::", "  ", "")] == lines


def test_words_in_braces_are_no_attributes(tmp_path: Path) -> None:
    text = (
        "<h1>Notice</h1><h2>About {Company}</h2><p><b>Acme</b>{Company} sells {x}</p>"
        "<table><tr><th>Purpose<th>Personal data<tr><td>Ship <i>it</i>{.now}<td>{Name}</table>"
    )
    status, found = bring(tmp_path / "new", write(tmp_path, "n.html", text))
    assert (status, found["left"]) == (0, [])
    assert notice_in(tmp_path / "new").purposes[0].title.msgid  # type: ignore[union-attr]


def test_the_index_of_a_built_site_is_no_table_of_purposes(tmp_path: Path) -> None:
    index = (
        '<table><tr><th data-field="data_category">Kind of personal data'
        '<th data-field="used_for">Used for<tr><td>Name<td>Shipping</table>'
    )
    text = f"<table><tr><th>Purpose<th>Personal data<tr><td>Ship<td>Name</table>{index}"
    status, found = bring(tmp_path / "new", write(tmp_path, "n.html", text))
    assert (status, found["rows"], len(found["left"])) == (1, 1, 1)
    assert "makes of its records" in found["left"][0]["why"]
    plain = index.replace("data-field", "data-x")
    assert bring(tmp_path / "other", write(tmp_path, "p.html", text + plain))[1]["rows"] == 2
