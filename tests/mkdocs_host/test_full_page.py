"""The whole notice on one page: in order, with every row proved, and links that stay on it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser

from polynotice.verify.site_verifier import Verifier
from tests.projects import (
    CONFIG,
    build_site,
    load,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
    write_project,
)

ON = CONFIG.replace("[en, de]", "[en, de]\n      full_page: true")

PAGES = {
    "docs/index.md": """\
        # Privacy notice

        See [chats](more/chat.md#chat), [more](more/chat.md), [why](more/chat.md#why), a
        [file](terms.txt), [below](#why) and [all](full.md).

        ## Why

        ::: purposes
            records: [calls]
        """,
    "docs/more/chat.md": """\
        # Chats

        Back to [calls](../index.md#calls) and to [why](../index.md#why); [elsewhere](https://x.example/).

        ## Why

        [Terms](../terms.txt)

        ::: purposes

        ::: data-index
        """,
    "docs/terms.txt": "Terms.\n",
}


def notice(folder: Path, config: str = ON, **pages: str) -> Path:
    """A notice of two pages; the first row is on both."""
    config += "site_url: https://x.example/policy/\nnav: [index.md, more/chat.md]\n"
    texts = {name.replace("_", "/"): text for name, text in pages.items()}
    write_project(folder, {**PAGES, "mkdocs.yml": config, **texts})
    translate(folder, "de")
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That notice. Nobody changes it."""
    return notice(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def site(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That notice, built. Whoever changes it puts it right again."""
    return build_site(shutil.copytree(kept, tmp_path_factory.mktemp("built") / "kept"))


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    """A copy of that notice, to change."""
    return shutil.copytree(kept, tmp_path, dirs_exist_ok=True)


@pytest.mark.parametrize("root", ["", "de/"])
def test_all_pages_stand_there_in_order_with_headings_one_level_lower(
    site: Path, root: str
) -> None:
    full = page(site, f"{root}full/index.html")
    said = "DE: " if root else ""
    headings = [(node.tag, text_of(node)) for node in full.css("article :is(h1, h2, h3, h4)")]
    assert headings == [
        ("h1", f"{said}The whole notice"),
        ("h2", f"{said}Privacy notice"),
        ("h3", f"{said}Why"),
        ("h4", f"{said}Calls"),
        ("h2", f"{said}Chats"),
        ("h3", f"{said}Why"),
        ("h4", f"{said}Calls"),
        ("h4", f"{said}Chat"),
    ]
    rows = [node.attributes["data-record"] for node in full.css("tr[data-record]")]
    assert rows == ["calls", "calls", "chat"]


@pytest.mark.parametrize("root", ["", "de/"])
def test_no_id_is_there_twice_and_every_link_leads_to_one(site: Path, root: str) -> None:
    full = page(site, f"{root}full/index.html")
    ids = Counter(node.attributes["id"] for node in full.css("[id]"))
    assert not [name for name, number in ids.items() if number > 1]
    links = [str(node.attributes["href"]) for node in full.css("article a")]
    assert {unquote(link[1:]) for link in links if link[0] == "#"} - {*ids} == set()
    up = "../" * (2 if root else 1)
    assert {link for link in links if link[0] != "#"} == {
        f"{up}terms.txt",
        "./",
        "https://x.example/",
        *(["../../full/"] if root else []),
    }
    links = [link for link in links if link != "../../full/"]
    assert links[:4] == ["#chat", "#/more/chat", "#/more/chat:why", f"{up}terms.txt"]


def test_a_row_has_its_own_id_where_it_is_first(site: Path) -> None:
    full = page(site, "full/index.html")
    assert [node.attributes.get("id") for node in full.css("tr[data-record]")] == [
        "calls",
        None,
        "chat",
    ]


def test_without_the_option_there_is_no_such_page_and_no_word_for_it(tmp_path: Path) -> None:
    write_project(tmp_path)
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert not list(site.glob("**/full*"))
    assert "The whole notice" not in (tmp_path / "locales/notice.pot").read_text()


def test_the_page_is_in_the_sitemap_and_the_switcher_and_in_no_search(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text()
    for lang, address in (("en", "full/"), ("de", "de/full/"), ("x-default", "full/")):
        assert sitemap.count(f"<loc>https://x.example/policy/{address}</loc>") == 1
        named = f'hreflang="{lang}" href="https://x.example/policy/{address}"'
        assert sitemap.count(named) == 2
    german = page(site, "de/full/index.html")
    canonical = german.css_first("link[rel=canonical]")
    assert canonical.attributes["href"] == "https://x.example/policy/de/full/"
    switch = [node.attributes["href"] for node in german.css(".md-select__link")]
    assert switch == ["../../full/", "./"]
    for index in ("search", "de/search"):
        docs = json.loads((site / index / "search_index.json").read_text())["docs"]
        assert docs
        assert not [each for each in docs if each["location"].startswith("full/")]
    assert not german.css("nav.md-nav--primary > ul > li a[href='./']")


DAMAGES = [
    ("Messages.", "Message.", "row-text"),
    ('data-record="chat"', 'data-record="chats"', "row-missing"),
    ('href="#data-recordings"', 'href="#/index"', "row-text"),
    ('id="calls"', "", "row-text"),
]


def test_a_damaged_row_of_the_page_is_found(kept: Path, site: Path) -> None:
    verifier = Verifier(load(kept))
    assert verifier.problems(site) == []
    for name in ("full/index.html", "de/full/index.html"):
        clean = (site / name).read_text(encoding="utf-8")
        for old, new, code in DAMAGES:
            replace_in(site / name, old, new)
            found = {(each.span.path, each.code) for each in verifier.problems(site)}
            (site / name).write_text(clean, encoding="utf-8")
            assert (name, code) in found, (name, old)


def test_a_page_that_is_missing_is_found(folder: Path, site: Path) -> None:
    copy = shutil.copytree(site, folder / "site")
    (copy / "de/full/index.html").unlink()
    found = json.loads(polynotice(folder, "verify", "--json", str(copy)).stdout)["problems"]
    assert [(each["path"], each["code"]) for each in found] == [
        ("de/full/index.html", "locale-missing")
    ]


def test_a_second_build_takes_the_page_over_and_a_new_text_renews_it(folder: Path) -> None:
    site = build_site(folder)
    name = site / "de/full/index.html"
    before, number = name.read_bytes(), name.stat().st_ino
    build_site(folder)
    assert (name.read_bytes(), name.stat().st_ino) == (before, number)
    po = folder / "locales/de/LC_MESSAGES/notice.po"
    replace_in(po, 'msgid "Messages."\nmsgstr "', 'msgid "Messages."\nmsgstr "Neu ')
    build_site(folder)
    assert "Neu DE: Messages." in name.read_text()


def test_parts_make_the_same_page_as_the_whole(folder: Path, tmp_path: Path) -> None:
    site = build_site(folder)
    whole = {name: (site / name).read_bytes() for name in ("full/index.html", "de/full/index.html")}
    parts = [str(tmp_path / "parts" / locale) for locale in ("en", "de")]
    for locale, part in zip(("en", "de"), parts, strict=True):
        made = polynotice(folder, "build", "--locale", locale, "--site-dir", part)
        assert made.exit_code == 0, made.output
    joined = polynotice(folder, "join", *parts, "--into", str(tmp_path / "joined"))
    assert joined.exit_code == 0, joined.output
    assert {name: (tmp_path / "joined" / name).read_bytes() for name in whole} == whole


def test_a_preview_has_the_page(folder: Path) -> None:
    full = page(build_site(folder, preview=True), "de/full/index.html")
    assert len(full.css("tr[data-record]")) == 3


def test_a_draft_says_so_once_and_leads_to_the_page_of_the_source(site: Path) -> None:
    notes = page(site, "de/full/index.html").css(".notice-draft")
    assert [note.css_first("a").attributes["href"] for note in notes] == ["../../full/"]


def test_the_navigation_can_lead_to_the_page(tmp_path: Path) -> None:
    config = ON + "nav: [index.md, more/chat.md, All of it: full.md]\n"
    write_project(tmp_path, {**PAGES, "mkdocs.yml": config})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []
    links = page(build_site(tmp_path), "de/index.html").css("nav.md-nav--primary a[href='full/']")
    assert [text_of(link) for link in links] == ["DE: All of it"]


def test_without_the_option_the_navigation_cannot(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": CONFIG + "nav: [index.md, full.md]\n"})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == ["mkdocs.yml:12: warning unknown-page"]


def test_a_page_of_that_address_is_in_its_way(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": ON, "docs/full.md": "# Full\n"})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == ["docs/full.md:1: error locale-conflict"]
    with pytest.raises(Abort):
        build_site(tmp_path)


def test_pages_that_are_no_folders_are_put_together_as_well(tmp_path: Path) -> None:
    folder = notice(tmp_path, f"{ON}use_directory_urls: false\n")
    site = build_site(folder)
    links = [str(node.attributes["href"]) for node in page(site, "de/full.html").css("article a")]
    assert links[1:5] == ["#chat", "#/more/chat", "#/more/chat:why", "../terms.txt"]
    assert polynotice(folder, "verify", str(site)).exit_code == 0


def test_every_page_leads_to_the_whole_notice_by_its_title(site: Path) -> None:
    ways = {
        "index.html": "full/",
        "de/index.html": "full/",
        "de/more/chat/index.html": "../../full/",
    }
    for name, way in ways.items():
        (link,) = page(site, name).css(".notice-whole a")
        title = "DE: The whole notice" if name.startswith("de/") else "The whole notice"
        assert (link.attributes["href"], text_of(link)) == (way, title), name
    assert page(site, "de/full/index.html").css(".notice-whole") == []
    index = json.loads((site / "de/search/search_index.json").read_text(encoding="utf-8"))
    assert "The whole notice" not in str(index)


def test_without_such_a_page_none_leads_there_and_a_print_has_the_day_that_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    line = page(build_site(folder), "de/index.html").css_first(".notice-print")
    assert line.css("time") == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")
    site = build_site(folder)
    assert page(site, "index.html").css(".notice-whole") == []
    for name, day in (("index.html", "November 28, 2026"), ("de/index.html", "28. November 2026")):
        line = page(site, name).css_first(".notice-print")
        assert text_of(line).endswith(f" · {day}")
        assert line.css_first("time").attributes["datetime"] == "2026-11-28"


@pytest.mark.parametrize("value", ["yes please", "1"])
def test_the_option_is_true_or_false(tmp_path: Path, value: str) -> None:
    config = CONFIG.replace("[en, de]", f"[en, de]\n      full_page: {value}")
    write_project(tmp_path, {"mkdocs.yml": config})
    translate(tmp_path, "de")
    assert "mkdocs.yml:9: error bad-setting" in problems_of(tmp_path)


@pytest.mark.browser
def test_a_print_has_no_navigation_and_says_where_links_lead(site: Path, browser: Browser) -> None:
    with browser.new_page() as tab:
        tab.goto((site / "de/full/index.html").as_uri())
        tab.emulate_media(media="print")
        for selector in (".md-header", ".md-sidebar", ".md-footer", ".notice-filter"):
            assert not tab.locator(selector).first.is_visible(), selector
        behind = (
            """selector => getComputedStyle(document.querySelector(selector), '::after').content"""
        )
        assert "x.example" in tab.evaluate(behind, "article a[href^='https:']")
        assert tab.evaluate(behind, "article a[href='#chat']") == "none"
        heads = "getComputedStyle(document.querySelector('.notice-table thead')).display"
        assert tab.evaluate(heads) == "table-header-group"
        tab.goto((site / "de/index.html").as_uri())
        line = tab.locator(".notice-print")
        assert line.is_visible()
        assert line.inner_text() == "DE: Notice"
        assert not tab.locator(".notice-whole").is_visible()
        tab.emulate_media(media="screen")
        assert not line.is_visible()
        assert tab.locator(".notice-whole").is_visible()
        tab.goto((site / "de/full/index.html").as_uri())
        assert tab.evaluate(behind, "article a[href^='https:']") == "none"
