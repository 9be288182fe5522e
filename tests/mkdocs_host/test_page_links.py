"""Where the links of built pages lead: on a translation to its own locale's pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.draws import one_in
from tests.projects import (
    CONFIG,
    INDEX,
    RECORDS,
    build_site,
    page,
    polynotice,
    translate,
    write_project,
)

FROM_DOCS = f"{CONFIG}validation: {{links: {{absolute_links: relative_to_docs}}}}\n"
BELOW_A_PATH = f"{CONFIG}site_url: https://shop.example/notice/\n"


def hrefs(site: Path, name: str, within: str = "article") -> list[str]:
    """Where the links of a page lead, in order; those that headings have to themselves left out."""
    links = [
        link.attributes["href"] or ""
        for link in page(site, name).css(f"{within} a:not(.notice-tag)")
    ]
    return [link for link in links if "data-index" not in link]


def write(folder: Path, line: str, config: str = CONFIG) -> None:
    """A notice with that line on a page in a folder, and pages and files to lead to."""
    write_project(
        folder,
        {
            "mkdocs.yml": config,
            "docs/index.md": INDEX,
            "docs/my page.md": "# My page\n",
            "docs/sub/café.md": "# Café\n",
            "docs/what?.md": "# What\n",
            "docs/Terms.md": "# Terms\n",
            "docs/sub/a.md": f"# A\n\n{line}\n\n[r]: ../my%20page.md#my-page\n",
            "docs/img/my logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        },
    )
    translate(folder, "de")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice that leads nowhere, with its site. Nobody changes it."""
    folder = tmp_path_factory.mktemp("kept")
    write(folder, "Text.")
    build_site(folder)
    return folder


@pytest.fixture
def site(kept: Path, tmp_path: Path) -> Path:
    """A copy of that site, in a copy of that notice, to write links into."""
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    return tmp_path / "site"


LED_TO = {
    "[x](../my%20page.md)": "../../my%20page/",
    "[x][r]": "../../my%20page/#my-page",
    "[x](caf%C3%A9.md#cafe)": "../caf%C3%A9/#cafe",
    "[x](café.md)": "../caf%C3%A9/",
    "[x](../what%3F.md)": "../../what%3F/",
    "[x](../a/)": "./",  # an address, as a browser counts it
}


@one_in(3, "config", [BELOW_A_PATH, FROM_DOCS, CONFIG])
def test_a_link_to_a_page_leads_to_the_same_page_in_each_locale(
    tmp_path: Path, config: str
) -> None:
    write(tmp_path, "\n\n".join(LED_TO), config)
    site = build_site(tmp_path)
    of_german = hrefs(site, "de/sub/a/index.html", "article p:not(.notice-draft)")
    assert of_german == list(LED_TO.values())
    assert hrefs(site, "sub/a/index.html")[:-1] == of_german[:-1]
    assert polynotice(tmp_path, "verify", str(site)).output == ""


@pytest.mark.parametrize(
    ("config", "led_to"),
    [
        (
            FROM_DOCS,
            {
                "/index.md#your-data": "../../#your-data",
                "/my%20page.md": "../../my%20page/",
                "/my%20page/": "../../my%20page/",
            },
        ),
        (
            CONFIG,
            {
                "/my%20page/#my-page": "../../my%20page/#my-page",
                "/": "../../",
                "/shop/": "/shop/",
            },
        ),
        (
            BELOW_A_PATH,
            {
                "/notice/my%20page/": "../../my%20page/",
                # Another place on the host, and an address in full: whoever means one language
                # says so.
                "/my%20page/": "/my%20page/",
                "https://shop.example/notice/": "https://shop.example/notice/",
            },
        ),
    ],
)
def test_an_absolute_link_to_a_page_leads_to_it_in_the_locale(
    tmp_path: Path, config: str, led_to: dict[str, str]
) -> None:
    write(tmp_path, "\n\n".join(f"[x]({address})" for address in led_to), config)
    site = build_site(tmp_path)
    links = hrefs(site, "de/sub/a/index.html", "article p:not(.notice-draft)")
    assert links == list(led_to.values())
    assert polynotice(tmp_path, "verify", str(site)).output == ""


@pytest.mark.parametrize("config", [CONFIG, FROM_DOCS])
def test_a_file_that_there_is_once_is_led_to_out_of_the_locale(tmp_path: Path, config: str) -> None:
    line = "![x](../img/my%20logo.svg) [file](../img/my%20logo.svg)"
    write(tmp_path, line, config)
    site = build_site(tmp_path)
    tree = page(site, "de/sub/a/index.html")
    shared = "../../../img/my%20logo.svg"
    assert [one.attributes["src"] for one in tree.css("article img")] == [shared]
    assert hrefs(site, "de/sub/a/index.html", "article p:not(.notice-draft)") == [shared]
    assert polynotice(tmp_path, "verify", str(site)).output == ""


def test_wikilinks_lead_to_the_locales_pages(tmp_path: Path) -> None:
    write(tmp_path, "See [[Terms]] here.", CONFIG.replace("toc]", "toc, wikilinks]"))
    site = build_site(tmp_path)
    assert hrefs(site, "de/sub/a/index.html", "article p:not(.notice-draft)") == ["../../Terms/"]


@pytest.mark.parametrize(
    ("config", "addresses"),
    [
        (
            CONFIG,
            ["my%20page.md#my-page", "what%3F.md", "/my%20page/", "/shop/", "img/my%20logo.svg"],
        ),
        (FROM_DOCS, ["/my%20page.md", "/img/my%20logo.svg"]),
        (BELOW_A_PATH, ["/notice/my%20page/"]),
    ],
)
def test_a_link_in_a_record_is_proved_as_it_is_resolved(
    tmp_path: Path, config: str, addresses: list[str]
) -> None:
    write(tmp_path, "Text.", config)
    words = ", ".join(f"[it]({address})" for address in addresses)
    records = RECORDS.replace("are recorded.", f"are recorded, see {words}.")
    (tmp_path / "notice_data/care.yml").write_text(records)
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert polynotice(tmp_path, "verify", str(site)).output == ""
    name = site / "de/index.html"
    html, links = name.read_text(), hrefs(site, "de/index.html", "#calls td")
    assert len(links) == len(addresses)
    for link in links:
        name.write_text(html.replace(f'href="{link}"', f'href="../{link.lstrip("/")}x"'))
        assert "In the links of the row" in polynotice(tmp_path, "verify", str(site)).output, link


def test_a_row_links_to_a_row_on_a_page_whatever_that_is_called(tmp_path: Path) -> None:
    write(tmp_path, "Text.")
    index = INDEX.replace("::: purposes", "::: purposes\n    records: [calls]")
    (tmp_path / "docs/index.md").write_text(index)
    (tmp_path / "docs/what?.md").write_text("# What\n\n::: purposes\n    records: [chat]\n")
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert "what%3F/#chat" in hrefs(site, "de/index.html")
    assert polynotice(tmp_path, "verify", str(site)).output == ""


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ('<a href="../../../my%20page/#x">x</a>', "/my page/"),
        ("<a class=x href=../../../my%20page/index.html>x</a>", "/my page/"),
        ("<A HREF='../../..'>x</A>", "/"),
        ('<a href="../../../sub/caf&#xe9;/">x</a>', "/sub/café/"),
    ],
)
def test_a_link_that_leaves_its_language_is_found_in_the_built_site(
    site: Path, link: str, path: str
) -> None:
    for name in ("sub/a/index.html", "de/sub/a/index.html"):
        built = site / name
        built.write_text(built.read_text().replace("</h1>", f"</h1>{link}"))
    found = polynotice(site.parent, "verify", str(site)).output
    assert found.count("foreign-link") == 1
    assert f'de/sub/a/index.html:1: error foreign-link: A link leads to "{path}"' in found


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../../../my%20page/" hreflang="en">x</a>',
        '<a href="../../my%20page/">x</a>',
        '<a href="/de/my%20page/">x</a>',
        '<a href="https://shop.example/my%20page/">x</a>',
        '<a href="../../../img/my%20logo.svg">x</a>',
        '<a name="../../../my%20page/">x</a>',
    ],
)
def test_a_link_that_may_stand_on_a_translated_page_is_let_pass(site: Path, link: str) -> None:
    built = site / "de/sub/a/index.html"
    built.write_text(built.read_text().replace("</h1>", f"</h1>{link}"))
    assert polynotice(site.parent, "verify", str(site)).output == ""


def test_a_record_is_proved_with_the_definitions_of_its_page_and_of_no_other(
    tmp_path: Path,
) -> None:
    config = CONFIG.replace(" admonition", " abbr, admonition")
    write(tmp_path, "Text.", config)
    records = RECORDS.replace("Calls are recorded.", "Calls are recorded, see [terms] and GDPR.")
    records = records.replace("Chats are monitored.", "Chats are monitored, see [terms] too.")
    defined = "\n\n[terms]: my%20page.md\n\n*[GDPR]: Law\n"
    for name, text in {
        "notice_data/care.yml": records,
        "docs/index.md": INDEX.replace("purposes", "purposes\n    records: [calls]") + defined,
        "docs/my page.md": "# My page\n\n::: purposes\n    records: [chat]\n",
    }.items():
        (tmp_path / name).write_text(text)
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert polynotice(tmp_path, "verify", str(site)).output == ""
    assert hrefs(site, "de/index.html", "#calls td") == ["my%20page/"]
    data = json.loads((site / "de/notice.json").read_text())
    said = {one["id"]: one["fields"]["purpose"]["text"] for one in data["records"]}
    assert said == {
        "calls": "DE: Calls are recorded, see terms and GDPR.",
        "chat": "DE: Chats are monitored, see [terms] too.",
    }
    built = site / "de/index.html"
    built.write_text(built.read_text().replace('<a href="my%20page/">terms</a>', "[terms]"))
    assert "row-text" in polynotice(tmp_path, "verify", str(site)).output
