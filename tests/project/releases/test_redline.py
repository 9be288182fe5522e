"""A redline is the old notice with its changes rejected, and the new one with them accepted."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from selectolax.lexbor import LexborHTMLParser

from polynotice.project.releases.freezing import freeze
from polynotice.project.releases.redline import Paragraph, redline
from polynotice.project.releases.redline_files import Redline, docx_of, html_of
from polynotice.project.releases.version import NOTHING, Version
from polynotice.project.releases.word_difference import Piece
from tests.project.releases.test_release import issue
from tests.projects import FILES, load, polynotice, replace_in, translate, write_project

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CARE = "notice_data/care.yml"
NEW = "  - {id: post, purpose: Letters & cards are read., personal_data: [Letters, Stamps]}\n"


def version(folder: Path) -> Version:
    return Version(source="en", locales={one.locale: one for one in freeze(load(folder))})


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Version]:
    """A notice over time: re-worded, with rows that come, go, move and are renamed."""
    folder = write_project(tmp_path_factory.mktemp("versions"))
    translate(folder, "de")
    found = [NOTHING, version(folder)]
    (folder / CARE).write_text((folder / CARE).read_text() + NEW)
    replace_in(folder / CARE, "Calls are recorded.", "Calls are kept for 2 & 3 years.")
    replace_in(folder / "docs/index.md", "What we do with", "What becomes of")
    translate(folder, "de")
    found.append(version(folder))
    text = (folder / CARE).read_text()
    moved = "purposes:\n" + NEW.replace("id: post", "id: mail, formerly: [post]")
    (folder / CARE).write_text(moved + text.partition("purposes:\n")[2].replace(NEW, ""))
    replace_in(folder / "docs/index.md", "# Privacy notice", "# Our notice\n\nNew.\n\nAnd more.")
    translate(folder, "de")
    found.append(version(folder))
    (folder / CARE).write_text(FILES[CARE].partition("  - id: chat")[0])
    found.append(version(folder))
    return found


def without(paragraphs: tuple[Paragraph, ...], kind: str) -> list[str]:
    said = ["".join(p.text for p in one.pieces if p.kind != kind) for one in paragraphs]
    return [text for text in said if text]


def as_it_is(version: Version, locale: str) -> list[str]:
    return without(redline(NOTHING, version, locale), "removed")


@pytest.mark.parametrize("locale", ["en", "de"])
def test_both_versions_are_there_whole_and_in_order(versions: list[Version], locale: str) -> None:
    for old in versions:
        for new in versions:
            found = redline(old, new, locale)
            assert without(found, "added") == as_it_is(old, locale)
            assert without(found, "removed") == as_it_is(new, locale)
            assert any(one.has_changed for one in found) == (old is not new)


def test_what_was_reworded_is_one_paragraph(versions: list[Version]) -> None:
    found = redline(versions[1], versions[2], "de")
    changed = [one for one in found if one.kind == "changed"]
    assert [(one.style, [p.text for p in one.pieces if p.kind != "same"]) for one in changed] == [
        ("text", ["we do with", "becomes of"]),
        ("field", ["recorded", "kept for 2 & 3 years"]),
    ]


def words_of(data: bytes, gone: str) -> list[str]:
    """The paragraphs of a Word file without what is within elements of that name."""
    document = ET.fromstring(docx_part(data))  # noqa: S314 (made here)
    found = []
    for paragraph in document.iter(f"{W}p"):
        words = ""
        for piece in paragraph:
            if piece.tag in (f"{W}r", f"{W}ins", f"{W}del") and piece.tag != f"{W}{gone}":
                for one in piece.iter():
                    words += "\n" if one.tag == f"{W}br" else ""
                    words += (one.text or "") if one.tag in (f"{W}t", f"{W}delText") else ""
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}")
        assert (mark is None) or not words, "an end that goes with its words"
        if words:
            found.append(words)
    return found


def docx_part(data: bytes) -> bytes:
    """The words of the file, as python-docx reads it."""
    return docx.Document(io.BytesIO(data)).element.xml.encode()


def made(old: Version, new: Version, locale: str) -> Redline:
    return Redline(
        locale=locale,
        direction="rtl" if locale == "ar" else "ltr",
        title="Notice",
        old="2026-03-01",
        new="2026-04-01",
        paragraphs=redline(old, new, locale),
    )


def test_word_accepts_and_rejects_every_change(versions: list[Version]) -> None:
    for old, new in pairwise(versions[1:]):
        data = docx_of(made(old, new, "de"))
        assert words_of(data, "ins")[1:] == as_it_is(old, "de")
        assert words_of(data, "del")[1:] == as_it_is(new, "de")
        assert data == docx_of(made(old, new, "de"))


def test_a_page_marks_changes_without_colours_too(versions: list[Version]) -> None:
    html = html_of(made(versions[1], versions[2], "en"))
    tree = LexborHTMLParser(html)
    assert [one.text() for one in tree.css("ins, del")][2:4] == [
        "[-recorded-]",
        "{+kept for 2 & 3 years+}",
    ]
    assert "Letters &amp; cards" in html
    for one in tree.css("del"):
        one.decompose()
    said = [
        " ".join(one.text().replace("{+", "").replace("+}", "").split())
        for one in tree.css("p.field")
    ]
    assert "Purpose: Calls are kept for 2 & 3 years." in said
    assert not tree.css("script, link, img")


def test_from_right_to_left_each_paragraph_says_so() -> None:
    paragraph = Paragraph(style="text", pieces=(Piece(kind="added", text="نص\u0001\nجديد"),))
    arabic = Redline(
        locale="ar", direction="rtl", title="إشعار", old="a", new="b", paragraphs=[paragraph]
    )
    words = words_of(docx_of(arabic), "del")
    assert words == ["إشعار: a – b", "نص\nجديد"]
    assert 'dir="rtl"' in html_of(arabic)
    assert "\u0001" not in str(docx_part(docx_of(arabic)))


def test_the_command_writes_both(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "notice")
    translate(folder, "de")
    issue(folder, "2026-03-01")
    replace_in(folder / CARE, "Calls are recorded.", "Calls are kept.")
    word, page = tmp_path / "changes.docx", tmp_path / "changes.html"
    done = polynotice(folder, "changes", "--docx", str(word), "--html", str(page))
    assert done.exit_code == 0
    assert "Purpose: Calls are kept." in words_of(word.read_bytes(), "del")
    assert "<del>[-recorded-]</del>" in page.read_text(encoding="utf-8")
    done = polynotice(folder, "changes", "--docx", str(tmp_path / "none/changes.docx"))
    assert done.exit_code == 1
    assert "error bad-release: The file cannot be written: No such file" in done.stdout
