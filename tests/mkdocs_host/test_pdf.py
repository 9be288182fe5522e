"""The notice as a PDF: what was printed is read back by its tags, and lacks nothing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pikepdf
import pytest

from polynotice.core.locales import find_locale
from polynotice.mkdocs_host.pdf_printing import style_of
from polynotice.pages.printed_page import PrintedPage, read_page, signs
from polynotice.project.exports.pdf_reader import TaggedPdf
from polynotice.verify.pdf_comparison import problems_in_pdf
from tests.conftest import CHROMIUM
from tests.processes import run_copy
from tests.projects import CONFIG, build_site, polynotice, translate, write_project

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="No Chromium was found."),
]

PROSE = "What we do with your data, as [the law](https://x.example/1) has it."
ARABIC = {
    "Notice": "إشعار الخصوصية",
    "Privacy notice": "إشعار الخصوصية",
    # Two lines and more on the sheet, a word in another direction, and two marks in one glyph.
    "Calls are recorded.": "تُسجَّل المكالمات الواردة إلى فريق رعاية العملاء (IP) لدينا وتُراقَب رسائل "
    "الدردشة المباشرة لضمان مستوى رفيع من خدمة العملاء لعملائنا.",
    PROSE: "ماذا نفعل ببياناتكم، كما يقول [القانون](https://x.example/1) هنا.",
}
JAPANESE = {
    "Calls are recorded.": "通話は録音されます。",
    "Recordings of calls.": "您浏览过的页面 見",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice without a page that has all of it, which a PDF does not need, in three scripts."""
    folder = tmp_path_factory.mktemp("pdf")
    config = CONFIG.replace("[en, de]", "[en, ar, ja]")
    index = f"# Privacy notice\n\n{PROSE}\n\n::: purposes\n\n## Your data\n\n::: data-index\n"
    write_project(folder, {"mkdocs.yml": config, "docs/index.md": index})
    translate(folder, "ar", **ARABIC)
    translate(folder, "ja", **JAPANESE)
    return folder


def pdf(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """Runs `polynotice pdf` in a process of its own: this one may have a browser already."""
    return run_copy("polynotice", "-f", str(folder / "mkdocs.yml"), "pdf", *arguments)


@pytest.fixture(scope="module")
def made(folder: Path) -> Path:
    """The PDFs of two locales, printed once."""
    into = folder / "made"
    result = pdf(folder, "ar", "ja", "--into", str(into), "--date", "2026-03-01")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "2 PDFs" in result.stderr
    return into


@pytest.fixture
def printed(folder: Path, made: Path) -> Iterator[tuple[TaggedPdf, PrintedPage]]:
    """The Arabic PDF, and the page that it is compared with, built once more."""
    page = _page(folder)
    with pikepdf.open(made / "notice.ar.pdf") as pdf:
        yield TaggedPdf(pdf), page


def _page(folder: Path) -> PrintedPage:
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    copy = folder / "with-page"
    if not copy.exists():
        for name in ("docs", "notice_data", "locales"):
            shutil.copytree(folder / name, copy / name)
        (copy / "mkdocs.yml").write_text(config.replace("ja]", "ja]\n      full_page: true"))
        translate(copy, "ar", **ARABIC, **{"The whole notice": ARABIC["Notice"]})
        translate(copy, "ja", **JAPANESE)
        build_site(copy)
    page = read_page((copy / "site/ar/full/index.html").read_text(encoding="utf-8"))
    return replace(page, site="")


def test_a_pdf_is_made_for_each_locale_named_and_nothing_else_is_written(made: Path) -> None:
    assert sorted(file.name for file in made.iterdir()) == ["notice.ar.pdf", "notice.ja.pdf"]


def test_language_tags_title_bookmarks_and_rows_are_in_it_and_in_order(
    printed: tuple[TaggedPdf, PrintedPage], folder: Path, made: Path
) -> None:
    tagged, page = printed
    assert tagged.is_tagged
    assert (tagged.language, tagged.title) == ("ar", ARABIC["Notice"])
    headings = [str(bookmark.Title) for bookmark in tagged.bookmarks()]
    assert headings[:2] == [ARABIC["Notice"]] * 2
    rows = [*tagged.rows()]
    # Right to left is read as it is said, not as it stands on the sheet.
    assert rows[1][0] == ARABIC["Calls are recorded."]
    assert signs(rows[1][1]).startswith(signs("AR: Recordings of calls."))
    assert problems_in_pdf(made / "notice.ar.pdf", page, "notice.ar.pdf") == []


def test_chinese_characters_are_no_radicals(made: Path) -> None:
    with pikepdf.open(made / "notice.ja.pdf") as pdf:
        rows = [*TaggedPdf(pdf).rows()]
    assert signs(rows[1][0]) == signs(JAPANESE["Calls are recorded."])
    assert signs(JAPANESE["Recordings of calls."]) in signs(rows[1][1])


def test_what_a_pdf_lacks_is_told(printed: tuple[TaggedPdf, PrintedPage], made: Path) -> None:
    _, page = printed
    first, *rest = page.rows
    swapped = (first, rest[1], rest[0], *rest[2:])
    other = ((("x",), *rest[0][1:]), *rest[1:])
    for changed, message in (
        (replace(page, locale="fa"), 'The language of the PDF is "ar".'),
        (replace(page, title="x"), "The title of the PDF is"),
        (replace(page, headings=page.headings[:-1]), "The bookmarks of the PDF are not"),
        (replace(page, rows=page.rows[:-1]), "The PDF has"),
        (replace(page, rows=swapped), "Row 2 lacks"),
        (replace(page, rows=(first, *other)), 'Row 2 lacks "x"'),
    ):
        problems = problems_in_pdf(made / "notice.ar.pdf", changed, "made/notice.ar.pdf")
        assert message in problems[0].message
        assert (problems[0].code, problems[0].span.path) == ("bad-pdf", "made/notice.ar.pdf")


def test_the_same_notice_gives_the_same_bytes_and_takes_the_place_of_the_last(
    folder: Path, made: Path
) -> None:
    before = (made / "notice.ja.pdf").read_bytes()
    assert pdf(folder, "ja", "--into", str(made), "--date", "2026-03-01").returncode == 0
    assert (made / "notice.ja.pdf").read_bytes() == before


def test_cells_name_their_headers_by_numbers_that_no_script_has_a_part_in(made: Path) -> None:
    """Chromium counts what scripts have made, too, in whatever time that took them."""
    with pikepdf.open(made / "notice.ja.pdf") as pdf:
        tagged = TaggedPdf(pdf)
        elements = list(tagged.elements(tagged.root))
        ids = [str(one.ID) for one in elements if "/ID" in one]
        assert ids == [f"node{number:08}" for number in range(1, len(ids) + 1)]
        assert list(map(str, list(tagged.root.IDTree.Names)[::2])) == ids
        headers = [
            str(name)
            for one in elements
            for attributes in one.get("/A", [])
            for name in attributes.get("/Headers", [])
        ]
        assert set(headers) == set(ids)


def test_a_heading_that_moves_to_the_next_sheet_is_one_bookmark(tmp_path: Path) -> None:
    """Chromium names it twice."""
    text = " ".join(["We record your calls, and the messages that you have sent us."] * 8)
    purposes = "".join(
        f"  - id: calls-{number}\n    title: Call number {number}\n"
        f"    purpose: {text}\n    personal_data: Recordings number {number}.\n"
        for number in range(1, 13)
    )
    records = f"section: care\ntitle: Care\npurposes:\n{purposes}"
    config = CONFIG.replace("[en, de]", "[en]")
    index = "# Privacy notice\n\n::: purposes\n    layout: separate\n"
    files = {"mkdocs.yml": config, "notice_data/care.yml": records, "docs/index.md": index}
    folder = write_project(tmp_path / "long", files)
    done = pdf(folder, "--into", str(folder / "made"))
    assert done.returncode == 0, done.stdout + done.stderr
    with pikepdf.open(folder / "made/notice.en.pdf") as made:
        assert len(made.pages) > 2
        titles = [str(bookmark.Title) for bookmark in TaggedPdf(made).bookmarks()]
    assert titles.count("Call number 12") == 1
    assert not [title for title in titles if title.count("Call number") > 1]


def test_what_a_build_refuses_is_not_printed_and_the_last_pdfs_stay(notice: Path) -> None:
    into = notice / "made"
    into.mkdir()
    (into / "notice.en.pdf").write_text("the last one")
    result = polynotice(notice, "pdf", "en", "--into", str(into))
    assert (result.exit_code, "notice.po" in result.stdout) == (1, True)
    assert [file.read_text() for file in into.iterdir()] == ["the last one"]


def test_without_a_browser_or_the_extra_it_says_what_to_install(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = ("--into", str(tmp_path / "made"))
    found = pdf(folder, *into, "--browser", str(tmp_path / "nowhere"))
    assert (found.returncode, "playwright install chromium" in found.stdout) == (1, True)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    result = polynotice(folder, "pdf", *into)
    assert (result.exit_code, "mkdocs-polynotice[pdf]" in result.stdout) == (1, True)
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fr"], "fr is not among the site's: en, ar, ja."),
        (["--name", "a/b"], '"a/b" cannot be the name of a file.'),
        (["--date", "1.3.2026"], "does not match the format"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(
    folder: Path, arguments: list[str], message: str
) -> None:
    result = polynotice(folder, "pdf", *arguments)
    assert (result.exit_code, message in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("locale", "day"),
    [("de", "1. März 2026"), ("ja", "2026年3月1日"), ("en-XA", "March 1, 2026")],
)
def test_a_day_is_written_as_the_locale_writes_it(locale: str, day: str) -> None:
    assert find_locale(locale).written_date(date(2026, 3, 1)) == day


def test_at_the_foot_the_name_comes_first_in_the_direction_of_reading() -> None:
    page = PrintedPage(
        locale="ar",
        is_from_right=True,
        title="t",
        site='</style>"',
        headings=(),
        rows=(),
        texts=(),
    )
    style = style_of(page, "d")
    assert '@bottom-right { color: #555; font: 9pt sans-serif; content: "\\3c /style>\\""' in style
    assert "@bottom-left" in style_of(replace(page, is_from_right=False), "d").split("d")[0]
