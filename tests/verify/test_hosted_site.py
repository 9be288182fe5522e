"""The notice in somebody else's site: where it is looked for, and what is wrong with it there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from polynotice.notice.export_index import file_at
from tests.projects import CONFIG, polynotice, replace_in, translate, write_project

PAGES = {
    "mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, ar]"),
    "docs/index.md": "# Notice\n\nSee [your data](data.md).\n\n::: purposes\n",
    "docs/data.md": "# Your data\n\n[Back](index.md).\n\n::: data-index\n",
}
PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Shop</title>
<link rel="stylesheet" href="https://shop.example/sub/main.css"></head>
<body><header>Shop <a href="../../privacy/">Privacy</a></header>
<div class="panel">{content}</div>
<footer><i data-record="17">17</i></footer></body>
</html>
"""
"""A page in English around the notice in any language, which says where that begins."""

GERMAN = "de/privacy/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project in `notice`, its export, and the company's site."""
    folder = tmp_path_factory.mktemp("shop")
    project = write_project(folder / "notice", PAGES)
    translate(project, "de", "ar")
    publish(project, folder)
    return folder


def publish(project: Path, folder: Path) -> None:
    """Exports the notice, and writes the company's site in `site`."""
    out = folder / "export"
    result = polynotice(project, "export", str(out), "--at", "/{locale}/privacy/")
    assert result.exit_code == 0, result.output
    index = json.loads((out / "index.json").read_text(encoding="utf-8"))
    for locale in index["locales"]:
        for page in locale["pages"]:
            text = (out / page["file"]).read_text(encoding="utf-8")
            write(folder / "site", page["page"]["address"], text.split("---\n", 2)[2])
    (folder / "site" / "main.css").write_text(".panel { color: #333; }")


def test_pages_that_are_no_folders_are_found_as_well(tmp_path: Path) -> None:
    config = PAGES["mkdocs.yml"] + "use_directory_urls: false\n"
    project = write_project(tmp_path / "notice", {**PAGES, "mkdocs.yml": config})
    translate(project, "de", "ar")
    publish(project, tmp_path)
    assert (tmp_path / "site" / "de" / "privacy" / "data.html").is_file()
    assert found(tmp_path) == []


def write(site: Path, address: str, content: str) -> None:
    path = site / file_at(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(content=content), encoding="utf-8")


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "shop")
    return tmp_path / "shop"


def found(shop: Path, *options: str) -> list[str]:
    index, site = str(shop / "export" / "index.json"), str(shop / "site")
    url = ("--url", "https://shop.example/sub/")
    arguments = ("verify", "--index", index, *url, *options, "--json", site)
    result = polynotice(shop / "notice", *arguments)
    assert result.exit_code in (0, 1), result.output
    problems = json.loads(result.stdout)["problems"]
    return [f"{Path(one['path']).name}: {one['code']}: {one['message']}" for one in problems]


def test_the_notice_is_found_in_a_page_of_another_language(shop: Path) -> None:
    """Below a folder of a host, beside rows of somebody else's, without `notice.json`."""
    write(shop / "site", "/orders/", '<table><tr data-record="17"><td>Socks</table>')
    assert found(shop) == []
    manifest = str(shop / "export" / "notice-manifest.json")
    assert found(shop, "--manifest", manifest) == []


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda shop: replace_in(shop / "site" / name, old, new)


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a text": (
        replaced(GERMAN, "DE: Calls are recorded.", "DE: Calls are not recorded."),
        'index.html: row-text: In the cell purpose of "calls", expected '
        '"DE: Calls are recorded.", found "DE: Calls are not recorded.".',
    ),
    "a page": (
        lambda shop: shutil.rmtree(shop / "site" / "de" / "privacy" / "data"),
        "index.html: locale-missing: The page is not there, or cannot be read.",
    ),
    "a language": (
        replaced(GERMAN, 'class="notice-page" lang="de"', 'class="notice-page" lang="fr"'),
        'index.html: row-text: In the language of the page, expected "de", found "fr".',
    ),
    "a language without the element": (
        replaced(GERMAN, 'class="notice-page" lang="de" dir="ltr"', ""),
        'index.html: row-text: In the language of the page, expected "de", found "en".',
    ),
    "a direction": (
        replaced("ar/privacy/index.html", 'lang="ar" dir="rtl"', 'lang="ar"'),
        'index.html: row-text: In the direction of the page, expected "rtl", found "ltr".',
    ),
    "a style sheet": (
        replaced("main.css", ".panel {", ".notice-table td { display: none; }\n.panel {"),
        'index.html: row-text: In the cell purpose of "calls", expected what a reader sees, found '
        "it hidden: the style of .notice-table td.",
    ),
    "a link of a row": (
        replaced("de/privacy/data/index.html", 'href="../#calls"', 'href="../#chat"'),
        'index.html: row-text: In the links of the row "recordings", expected '
        '"/sub/de/privacy/#calls", found "/sub/de/privacy/#chat".',
    ),
    "a link of prose": (
        replaced(GERMAN, 'href="data/"', 'href="../../privacy/data/"'),
        'index.html: foreign-link: A link leads to "/sub/privacy/data/", which is in the source',
    ),
    "a page too many": (
        lambda shop: write(shop / "site", "/old/", '<p data-record="calls">Calls</p>'),
        "index.html: row-extra: The page has rows of the notice or cannot be read",
    ),
    "a row outside": (
        replaced(GERMAN, 'data-record="17"', 'data-record="calls"'),
        'index.html: row-extra: The row "calls" is there 2 times, not 1.',
    ),
    "data": (
        lambda shop: (shop / "site" / "de" / "privacy" / "notice.json").write_text("{}") and None,
        "notice.json: row-text: ",
    ),
    "another state": (
        lambda shop: replace_in(
            shop / "notice/notice_data/care.yml", "title: Chat", "title: Chats"
        ),
        "index.json: bad-export: The export is of another state of the notice",
    ),
    "a page that the index leaves out": (
        lambda shop: replace_in(
            shop / "export/index.json", '"built": "de/index.html"', '"built": "de/other.html"'
        ),
        "index.json: bad-export: The notice lacks the page de/other.html of de.",
    ),
    "two pages in one place": (
        lambda shop: replace_in(
            shop / "export/index.json",
            '"notice_path": "data/",\n      "address": "/privacy/data/"',
            '"notice_path": "data/",\n      "address": "/privacy/"',
        ),
        "index.json: bad-export: Two pages are to be published in privacy/index.html.",
    ),
    "an index that leads out of the site": (
        lambda shop: replace_in(
            shop / "export/index.json", '"address": "/privacy/data/"', '"address": "/../data/"'
        ),
        "index.json: bad-export: The index is malformed: ",
    ),
    "no index": (
        lambda shop: (shop / "export" / "index.json").write_bytes(b"\xff{") and None,
        "index.json: bad-export: The index cannot be read: ",
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_whatever_is_wrong_is_found(shop: Path, name: str) -> None:
    damage, expected = DAMAGES[name]
    damage(shop)
    problems = found(shop)
    assert any(problem.startswith(expected) for problem in problems), problems


def test_data_that_is_published_beside_the_pages_is_compared(shop: Path) -> None:
    for locale in ("de", "ar"):
        data = shop / "export" / "data" / locale / "notice.json"
        shutil.copy(data, shop / "site" / locale / "privacy" / "notice.json")
    graph = shop / "site" / "privacy" / "notice.jsonld"
    shutil.copy(shop / "export" / "notice.jsonld", graph)
    assert found(shop) == []
    replace_in(graph, "DE: ", "")
    assert [problem.partition(": The")[0] for problem in found(shop)] == ["notice.jsonld: row-text"]


def test_an_address_is_said_only_of_an_index(shop: Path) -> None:
    result = polynotice(shop / "notice", "verify", "--url", "https://shop.example/", str(shop))
    assert result.exit_code == 2
    assert "--url says where a site is served that --index describes." in result.output
