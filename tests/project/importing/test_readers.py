"""What readers make of single texts: each comes in, or is listed with the reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from polynotice.project.importing.alignment import marks_of
from polynotice.project.importing.document import (
    Document,
    Heading,
    ImportRefusedError,
    Line,
    lines_of,
)
from polynotice.project.importing.readers import read_document
from tests.project.importing.office import element, with_part, word

STRUCK = "is struck out"
HIDDEN = "is hidden on the web page, at least until something is clicked"
BROKEN = "is no address that a browser can follow"


def texts(document: Document) -> list[str]:
    return [line.text for block in document.blocks for line in lines_of(block)]


def left(document: Document) -> list[tuple[str, str]]:
    return [(one.text, one.why) for one in document.left]


def read(text: str, name: str = "n.html") -> Document:
    return read_document(text.encode(), name)


def word_of(
    tmp_path: Path, *blocks: str | Callable[[Any], object], tracked: str | None = None
) -> Document:
    path = word(tmp_path / "n.docx", *blocks)
    return read_document(path.read_bytes(), path.name, tracked)


def paragraph(xml: str) -> Callable[[Any], object]:
    """Adds a paragraph of that content."""
    return lambda document: document.element.body.insert(-1, element(f"<w:p>{xml}</w:p>"))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("address", "links", "found"),
    [
        ("https://[company].com/", [""], [("https://[company].com/", BROKEN)]),
        ("https://shop.example/[x]", ["https://shop.example/[x]"], []),
    ],
)
def test_an_address_that_is_none_is_listed(
    tmp_path: Path, address: str, links: list[str], found: list[tuple[str, str]]
) -> None:
    def link(document: Any) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        at = document.part.relate_to(address, kind, is_external=True)
        xml = f'<w:p><w:hyperlink r:id="{at}">{run("us")}</w:hyperlink></w:p>'
        document.element.body.insert(0, element(xml))

    page = f'<link rel=canonical href="{address}"><p><a href="{address}">us</a>'
    for document in (read(page), word_of(tmp_path, link)):
        runs = [one for block in document.blocks for line in lines_of(block) for one in line.runs]
        assert [one.link for one in runs if one.text] == links
        assert left(document) == found


def test_words_below_their_reading_stay_and_the_reading_is_listed(tmp_path: Path) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('とうきょう')}</w:rt>"
        f"<w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"
    )
    document = word_of(tmp_path, paragraph(run("Before ") + ruby + run(" after.")))
    assert texts(document) == ["Before 東京 after."]
    assert left(document) == [("とうきょう", "is the reading above words (ruby)")]


MARK = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'


def test_a_paragraph_whose_end_is_deleted_joins_the_next_and_the_last_stays(
    tmp_path: Path,
) -> None:
    def cell(document: Any) -> None:
        table = document.add_table(1, 2)
        table.rows[0].cells[1].text = "Name"
        table.rows[0].cells[0].text = "Ship"
        table.rows[0].cells[0]._tc.append(element(f"<w:p>{MARK}{run('Address')}</w:p>"))

    def box() -> str:
        content = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
        return f"<w:r><w:pict>{content}</w:pict></w:r>"

    blocks = [
        paragraph(MARK + run("One, ") + run("hidden", "<w:vanish/>") + box()),
        paragraph(run("two.")),
        cell,
        paragraph(MARK + run("The last.")),
    ]
    document = word_of(tmp_path, *blocks, tracked="accept")
    assert texts(document) == ["In a box.", "One, two.", "Ship", "Address", "Name", "The last."]
    assert left(document) == [("hidden", "is hidden text")]


def note(tmp_path: Path, footnotes: bytes) -> Document:
    """A Word file whose only paragraph has a footnote, in that part."""
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = word(tmp_path / "n.docx", paragraph(run("Words") + reference))
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{types}"/></Types>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    changes = [
        ("word/footnotes.xml", lambda _: footnotes),
        ("[Content_Types].xml", lambda part: part.replace(b"</Types>", override.encode())),
        (
            "word/_rels/document.xml.rels",
            lambda part: part.replace(b"</Relationships>", relation.encode()),
        ),
    ]
    for name, change in changes:
        with_part(path, name, change)
    return read_document(path.read_bytes(), path.name)


def test_what_a_footnote_hides_is_listed(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    words = run("Seen ") + run("unseen", "<w:vanish/>")
    part = f'<w:footnotes xmlns:w="{space}"><w:footnote w:id="2"><w:p>{words}</w:p></w:footnote>'
    document = note(tmp_path, f"{part}</w:footnotes>".encode())
    assert texts(document) == ["Words[1]", "[1] Seen"]
    assert left(document) == [("unseen", "is hidden text")]
    assert document.left[0].place == "footnote 1"


def test_a_word_file_with_a_damaged_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="damaged"):
        note(tmp_path, b"<w:footnotes xmlns:w='x'><broken")
    path = word(tmp_path / "b.docx", "Words")
    with_part(path, "word/document.xml", lambda part: part[: part.index(b"<w:body>")] + END)
    with pytest.raises(ImportRefusedError, match="damaged"):
        read_document(path.read_bytes(), path.name)


END = b"</w:document>"


def test_struck_out_text_is_listed_and_underlined_text_is_not(tmp_path: Path) -> None:
    words = [("sell", STRUCK)]
    html = (
        "<p>We <{0}>sell</{1}> never <u>sell</u> data.",
        "<p>We <span style='text-decoration: line-through'>sell</span> never <u>sell</u> data.",
    )
    pages = [html[0].format(tag, tag) for tag in ("del", "s", "strike")]
    documents = [read(page) for page in [*pages, html[1]]]
    documents.append(read("We ~~sell~~ never sell data.", "n.md"))
    for kind in ("strike", "dstrike"):
        struck = run("sell", f"<w:{kind}/>")
        plain = run("sell", f'<w:u w:val="single"/><w:{kind} w:val="0"/>')
        xml = f"{run('We ')}{struck}{run(' never ')}{plain}{run(' data.')}"
        documents.append(word_of(tmp_path, paragraph(xml)))
    for document in documents:
        assert (texts(document), left(document)) == (["We never sell data."], words)


def test_struck_out_rows_are_listed_and_cells_stay_empty() -> None:
    through = "style='text-decoration:line-through'"
    page = (
        "<table><tr><th>Purpose<th>Personal data"
        f"<tr {through}><td>Profile you<td>Everything<tr><td>Ship<td {through}>Name</table>"
    )
    document = read(page)
    assert texts(document) == ["Purpose", "Personal data", "Ship"]
    assert left(document) == [("Profile you Everything", STRUCK), ("Name", STRUCK)]


def test_tags_that_strike_out_stand_in_a_text_file_as_they_are() -> None:
    text = "Purpose,Personal data\nWe <del>sell</del> <b>ship</b>,Name\n"
    assert "We <del>sell</del> ship" in texts(read(text, "n.csv"))


def test_what_a_web_page_hides_is_listed_and_what_it_folds_is_read() -> None:
    page = """<main><h1>Notice</h1><details><summary>More</summary><p>Folded.</p></details>
    <p style='overflow: hidden'>Shown.</p><script>no()</script><div hidden></div>
    <div class=panel hidden><p>Forty <b>cookies</b>.</p></div>
    <div style='display:none'><table><tr><td>Profile<td>All</table></div>
    <table><tr><th>Purpose<th>Personal data<tr hidden><td>Secret<td>Thing
    <tr><td>Ship<td>Name <span hidden>and more</span><td hidden>x</table></main>"""
    document = read(page)
    assert texts(document) == [
        "Notice", "More", "Folded.", "Shown.", "Purpose", "Personal data", "Ship", "Name",
    ]  # fmt: skip
    assert left(document) == [
        (words, HIDDEN) for words in ("Forty cookies.", "Profile All", "Secret Thing", "x")
    ] + [("and more", HIDDEN)]


@pytest.mark.parametrize(
    ("name", "before", "tag"),
    [
        ("n.html", "<nav>", "div"),
        ("n.html", "<p>", "b"),
        ("n.csv", "Purpose,Personal data\nName,", "b"),
    ],
)
def test_elements_deep_in_each_other_are_refused(name: str, before: str, tag: str) -> None:
    def nested(times: int) -> Document:
        return read(before + f"<{tag}>" * times + "x" + f"</{tag}>" * times, name)

    with pytest.raises(ImportRefusedError, match="nest deeper"):
        nested(3000)
    document = nested(150)
    assert "x" in (*texts(document), *(one.text for one in document.left))


def test_numbers_of_any_length_are_numbers() -> None:
    table = read(f"<table><tr><td colspan={'9' * 5000}>A<tr><td>x<td colspan=02>y</table>")
    assert texts(table) == ["A", "x", "y"]
    assert marks_of("9" * 5000 + " 007 ٣").numbers == {"9" * 5000: 1, "7": 1, "3": 1}
    assert marks_of("0 00").numbers == {"0": 2}
    assert not any(isinstance(block, Heading | Line) for block in table.blocks)
