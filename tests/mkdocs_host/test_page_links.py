"""Where the links of built pages lead: on a translation to its own locale's pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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
    links = [link.attributes["href"] or "" for link in page(site, name).css(f"{within} a")]
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


@pytest.mark.parametrize("config", [CONFIG, FROM_DOCS, BELOW_A_PATH])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[x](../my%20page.md)", "../../my%20page/"),
        ("[x][r]", "../../my%20page/#my-page"),
        ("[x](caf%C3%A9.md#cafe)", "../caf%C3%A9/#cafe"),
        ("[x](café.md)", "../caf%C3%A9/"),
        ("[x](../what%3F.md)", "../../what%3F/"),
        ("[x](../a/)", "./"),  # an address, as a browser counts it
    ],
)
def test_a_link_to_a_page_leads_to_the_same_page_in_each_locale(
    tmp_path: Path, config: str, line: str, expected: str
) -> None:
    write(tmp_path, line, config)
    site = build_site(tmp_path)
    assert hrefs(site, "de/sub/a/index.html", "article p:not(.notice-draft)") == [expected]
    if "../a/" not in line:
        assert hrefs(site, "sub/a/index.html") == [expected]
    assert polynotice(tmp_path, "verify", str(site)).output == ""


@pytest.mark.parametrize(
    ("config", "address", "expected"),
    [
        (FROM_DOCS, "/index.md#your-data", "../../#your-data"),
        (FROM_DOCS, "/my%20page.md", "../../my%20page/"),
        (FROM_DOCS, "/my%20page/", "../../my%20page/"),
        (CONFIG, "/my%20page/#my-page", "../../my%20page/#my-page"),
        (CONFIG, "/", "../../"),
        (BELOW_A_PATH, "/notice/my%20page/", "../../my%20page/"),
        # Another place on the host, and an address in full: whoever means one language says so.
        (BELOW_A_PATH, "/my%20page/", "/my%20page/"),
        (BELOW_A_PATH, "https://shop.example/notice/", "https://shop.example/notice/"),
        (CONFIG, "/shop/", "/shop/"),
    ],
)
def test_an_absolute_link_to_a_page_leads_to_it_in_the_locale(
    tmp_path: Path, config: str, address: str, expected: str
) -> None:
    write(tmp_path, f"[x]({address})", config)
    site = build_site(tmp_path)
    links = hrefs(site, "de/sub/a/index.html", "article p:not(.notice-draft)")
    assert links == [expected]
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
    ("config", "address"),
    [
        (CONFIG, "my%20page.md#my-page"),
        (CONFIG, "what%3F.md"),
        (CONFIG, "/my%20page/"),
        (CONFIG, "/shop/"),
        (CONFIG, "img/my%20logo.svg"),
        (FROM_DOCS, "/my%20page.md"),
        (FROM_DOCS, "/img/my%20logo.svg"),
        (BELOW_A_PATH, "/notice/my%20page/"),
    ],
)
def test_a_link_in_a_record_is_proved_as_it_is_resolved(
    tmp_path: Path, config: str, address: str
) -> None:
    write(tmp_path, "Text.", config)
    records = RECORDS.replace("are recorded.", f"are recorded, see [it]({address}).")
    (tmp_path / "notice_data/care.yml").write_text(records)
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert polynotice(tmp_path, "verify", str(site)).output == ""
    name = site / "de/index.html"
    html, link = name.read_text(), hrefs(site, "de/index.html", "#calls td")[0]
    name.write_text(html.replace(f'href="{link}"', f'href="../{link.lstrip("/")}x"'))
    assert "In the links of the row" in polynotice(tmp_path, "verify", str(site)).output


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
    tmp_path: Path, link: str, path: str
) -> None:
    write(tmp_path, "Text.")
    site = build_site(tmp_path)
    for name in ("sub/a/index.html", "de/sub/a/index.html"):
        built = site / name
        built.write_text(built.read_text().replace("</h1>", f"</h1>{link}"))
    found = polynotice(tmp_path, "verify", str(site)).output
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
def test_a_link_that_may_stand_on_a_translated_page_is_let_pass(tmp_path: Path, link: str) -> None:
    write(tmp_path, "Text.")
    site = build_site(tmp_path)
    built = site / "de/sub/a/index.html"
    built.write_text(built.read_text().replace("</h1>", f"</h1>{link}"))
    assert polynotice(tmp_path, "verify", str(site)).output == ""


def test_a_record_is_proved_with_the_definitions_of_its_page_and_of_no_other(
    tmp_path: Path,
) -> None:
    config = CONFIG.replace("[admonition", "[abbr, admonition")
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
