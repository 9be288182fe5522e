"""An export: what it has, where its links lead, and what it refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
import yaml
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from polynotice.project.exports.addresses import Addresses, BadPlaceError, Places, published_by
from polynotice.project.exports.export_folder import STYLE_SHEET, ExportFolder
from tests.projects import (
    CONFIG,
    build_site,
    polynotice,
    replace_in,
    text_of,
    translate,
    write_project,
)

PAGES = {
    "docs/index.md": """\
        # Privacy notice

        What we do. See [your rights](more/rights.md#calls), ![seal](img/my seal.png)
        and [a shop](https://shop.example/).

        ::: purposes
        """,
    "docs/more/rights.md": """\
        ---
        title: "Your: rights"
        description: What you can ask for.
        ---

        # Your rights

        Go [back](../index.md), or to [the top](#your-rights). Write `{{ name }}`.

        ```
        one


        two
        ```

        ::: data-index
        """,
    "docs/img/my seal.png": "not really a picture",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    config = CONFIG.replace("toc]", "toc, fenced_code]")
    folder = write_project(tmp_path / "project", {**PAGES, "mkdocs.yml": config})
    translate(folder, "de")
    return folder


def front_matter(text: str) -> tuple[dict[str, object], str]:
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def index_of(folder: Path) -> dict[str, object]:
    data: dict[str, object] = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return data


def export(project: Path, folder: Path, *options: str) -> Path:
    result = polynotice(project, "export", str(folder), *options)
    assert result.exit_code == 0, result.output
    return folder


def test_a_page_says_what_another_generator_must_know_of_it(project: Path, tmp_path: Path) -> None:
    """Also where a title has a sign that YAML would read."""
    out = export(project, tmp_path / "out", "--format", "markdown", "--at", "/{locale}/privacy/")
    said, body = front_matter((out / "pages/de/more/rights.md").read_text(encoding="utf-8"))
    assert said == {
        "title": "DE: Your: rights",
        "description": "DE: What you can ask for.",
        "language": "de",
        "direction": "ltr",
        "notice_path": "more/rights/",
        "address": "/de/privacy/more/rights/",
        "url": "/de/privacy/more/rights/",
        "permalink": "/de/privacy/more/rights/",
        "headings": [{"level": 1, "id": "your-rights", "title": "DE: Your rights"}],
        "alternates": [
            {
                "locale": "en",
                "name": "English",
                "direction": "ltr",
                "address": "/privacy/more/rights/",
            },
            {
                "locale": "de",
                "name": "Deutsch",
                "direction": "ltr",
                "address": "/de/privacy/more/rights/",
            },
        ],
    }
    assert body.startswith('<div class="notice-page" lang="de" dir="ltr">\n<h1 id="your-rights">')


@pytest.mark.parametrize(("page_format", "ending"), [("html", "html"), ("markdown", "md")])
def test_the_content_is_that_of_the_built_page(
    project: Path, tmp_path: Path, page_format: str, ending: str
) -> None:
    """Rows, ids, code with empty lines and with braces included, and through Markdown as well."""
    out = export(project, tmp_path / "out", "--format", page_format)
    site = build_site(project)
    for name, built in (("start-page", "de/"), ("more/rights", "de/more/rights/")):
        _, body = front_matter((out / f"pages/de/{name}.{ending}").read_text(encoding="utf-8"))
        assert "{{" not in body
        if page_format == "markdown":
            body = MarkdownIt("commonmark", {"html": True}).render(body)
        there = LexborHTMLParser(body).css_first("div.notice-page")
        page = LexborHTMLParser((site / built / "index.html").read_text(encoding="utf-8"))
        wanted = page.css_first("article")
        assert there is not None
        assert wanted is not None
        for selector in ("table.notice-table", "h1", "h2", "p", "pre"):
            html = [node.html for node in there.css(selector)]
            # The theme marks its own source files, and no part of these pages.
            assert html == [node.html for node in wanted.css(selector)] or selector == "p"
        assert [text_of(node) for node in there.css("p")] == [
            text_of(node) for node in wanted.css("p")
        ]


def test_links_lead_where_the_pages_are_published(project: Path, tmp_path: Path) -> None:
    """Within a locale, to files, to a part of the page, and to other sites."""
    places = ("--at", "/{locale}/privacy/", "--at", "en=/en/legal/", "--assets-at", "/files/")
    out = export(project, tmp_path / "out", *places)

    def links(name: str) -> list[str | None]:
        _, body = front_matter((out / "pages" / name).read_text(encoding="utf-8"))
        nodes = LexborHTMLParser(body).css("p:not(.notice-draft) a[href], p img")
        return [node.attributes.get("href", node.attributes.get("src")) for node in nodes]

    assert links("en/start-page.html") == [
        "more/rights/#calls",
        "../../files/img/my%20seal.png",
        "https://shop.example/",
    ]
    assert links("de/start-page.html")[:2] == [
        "more/rights/#calls",
        "../../files/img/my%20seal.png",
    ]
    assert links("de/more/rights.html") == ["../../", "#your-rights"]
    assert (out / "assets/img/my seal.png").read_bytes() == b"not really a picture"


def test_the_index_and_the_data_are_what_their_schemas_say(project: Path, tmp_path: Path) -> None:
    out = export(project, tmp_path / "out")
    for name, schema in (("index", "index"), ("data/de/notice", "notice")):
        document = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
        form = json.loads((out / f"{schema}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(form)
        jsonschema.validate(document, form)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**document, "more": 1}, form)
    index = index_of(out)
    files = {name: sha256((out / name).read_bytes()).hexdigest() for name in files_in(out)}
    del files["index.json"]
    assert index["files"] == files
    manifest = json.loads((out / "notice-manifest.json").read_text(encoding="utf-8"))
    site = json.loads((build_site(project) / "notice-manifest.json").read_text(encoding="utf-8"))
    assert index["sha256"] == manifest["sha256"] == site["sha256"]
    graph = (out / "notice.jsonld").read_bytes()
    assert manifest["files"] == site["files"] == {"notice.jsonld": sha256(graph).hexdigest()}
    assert index["assets"]["files"] == ["img/my seal.png"]  # type: ignore[index]


def files_in(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_the_navigation_is_the_locales(project: Path, tmp_path: Path) -> None:
    out = export(project, tmp_path / "out")
    items = json.loads((out / "data/de/navigation.json").read_text(encoding="utf-8"))
    assert items == [
        {"title": "DE: Privacy notice", "address": "/de/"},
        {
            "title": "DE: More",
            "children": [{"title": "DE: Your: rights", "address": "/de/more/rights/"}],
        },
    ]


def test_the_page_with_the_whole_notice_is_exported_as_well(tmp_path: Path) -> None:
    """So that the manifest is the site's, which has that page."""
    config = CONFIG.replace("[en, de]", "[en, de]\n      full_page: true")
    project = write_project(tmp_path / "project", {"mkdocs.yml": config})
    translate(project, "de")
    out = export(project, tmp_path / "out")
    manifest = json.loads((out / "notice-manifest.json").read_text(encoding="utf-8"))
    site = json.loads((build_site(project) / "notice-manifest.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == site["sha256"]
    said, body = front_matter((out / "pages/de/full.html").read_text(encoding="utf-8"))
    assert (said["language"], said["address"]) == ("de", "/de/full/")
    assert body.count('data-record="') >= 2
    # What stands around the pages of the site is the other generator's affair.
    pages = [path.read_text(encoding="utf-8") for path in (out / "pages").rglob("*.html")]
    assert not any("notice-whole" in text or "notice-head" in text for text in pages)


def test_an_export_is_the_same_each_time(project: Path, tmp_path: Path) -> None:
    first = export(project, tmp_path / "out")
    files = {name: (first / name).read_bytes() for name in files_in(first)}
    again = export(project, tmp_path / "out")
    assert {name: (again / name).read_bytes() for name in files_in(again)} == files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "project"]


def test_what_a_build_refuses_is_not_exported(project: Path, tmp_path: Path) -> None:
    """An earlier export stays; drafts are left out."""
    out = export(project, tmp_path / "out")
    before = files_in(out)
    catalogue = project / "locales/de/LC_MESSAGES/notice.po"
    replace_in(catalogue, 'msgstr "DE: Calls are recorded."', 'msgstr ""')
    result = polynotice(project, "export", str(out))
    assert result.exit_code == 1
    assert "missing-translation" in result.stdout
    assert files_in(out) == before
    result = polynotice(project, "export", str(tmp_path / "other"))
    assert result.exit_code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "project"]
    replace_in(project / "mkdocs.yml", "[en, de]", "[en, de: {publish: false}]")
    assert not (export(project, out) / "pages" / "de").exists()


def test_content_that_was_changed_after_the_pages_were_written_is_not_exported(
    project: Path, tmp_path: Path
) -> None:
    """The build's proof has not seen it."""
    replace_in(project / "mkdocs.yml", "extra:", "hooks: [late.py]\nextra:")
    (project / "late.py").write_text(
        "def on_post_page(output, page, config):\n"
        '    page.content = page.content.replace("DE: Calls are recorded.", "DE: Calls.")\n'
        "    return output\n"
    )
    assert build_site(project).is_dir()
    result = polynotice(project, "export", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert 'de/index.html:1: error row-text: In the cell purpose of "calls"' in result.stdout
    assert not (tmp_path / "out").exists()


def test_in_fallback_what_is_not_translated_is_marked(project: Path, tmp_path: Path) -> None:
    replace_in(project / "mkdocs.yml", "[en, de]", "[en, de]\n      untranslated: fallback")
    catalogue = project / "locales/de/LC_MESSAGES/notice.po"
    for text in ("Calls are recorded.", "Your: rights"):
        replace_in(catalogue, f'msgstr "DE: {text}"', 'msgstr ""')
    out = export(project, tmp_path / "out")
    said, _ = front_matter((out / "pages/de/more/rights.html").read_text(encoding="utf-8"))
    assert (said["title"], said["title_language"]) == ("Your: rights", "en")
    page = LexborHTMLParser((out / "pages/de/start-page.html").read_text(encoding="utf-8"))
    marked = page.css_first("td .notice-untranslated")
    assert marked is not None
    assert (marked.text(), marked.attributes["lang"]) == ("Calls are recorded.", "en")


def test_a_folder_with_anything_else_in_it_is_left_alone(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    result = polynotice(project, "export", str(out))
    assert (result.exit_code, files_in(out)) == (1, ["letter.txt"])
    assert f"{out}:1: error bad-export: The folder has files, and is no earlier" in result.stdout
    (out / "letter.txt").unlink()
    before = files_in(export(project, out))
    (out / "pages" / "letter.txt").write_text("mine")
    result = polynotice(project, "export", str(out))
    assert (result.exit_code, files_in(out)) == (1, sorted([*before, "pages/letter.txt"]))
    assert "pages/letter.txt:1: error bad-export" in result.stdout


def test_no_export_takes_the_place_of_the_project_or_goes_into_it(project: Path) -> None:
    for folder in (project, project / "docs" / "out", project / "notice_data", project.parent):
        assert polynotice(project, "export", str(folder)).exit_code == 2


def test_an_export_that_is_killed_leaves_what_was_there(project: Path, tmp_path: Path) -> None:
    """While it builds, and between the renames: the next one puts back what stood there."""
    out = export(project, tmp_path / "out")
    before = files_in(out)
    command = [sys.executable, "-m", "polynotice.cli", "-f", "mkdocs.yml", "export", str(out)]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "Cleaning site directory" in process.stderr.readline()
        os.kill(process.pid, signal.SIGKILL)
    assert files_in(out) == before
    out.rename(tmp_path / ".out.last")
    ExportFolder(out).discard()
    assert files_in(out) == before
    export(project, out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "project"]


@pytest.mark.parametrize(
    "place",
    ["privacy/", "/privacy", "/a/../b/", "/{page}/", "/a{locale}/", "en=/{locale}/", "/a b/"],
)
def test_a_place_that_is_none_is_refused(project: Path, tmp_path: Path, place: str) -> None:
    result = polynotice(project, "export", str(tmp_path / "out"), "--at", place)
    assert result.exit_code == 2
    assert "is no path from / to /" in result.output


def test_places_at_which_two_pages_would_meet_are_refused() -> None:
    with pytest.raises(BadPlaceError, match=r"en and de would both be at /privacy/"):
        Places.given(["/privacy/"]).roots(["en", "de"], "en")
    with pytest.raises(BadPlaceError, match=r"fr is not among the locales: en, de\."):
        Places.given(["fr=/fr/"]).roots(["en", "de"], "en")
    with pytest.raises(BadPlaceError, match='"a" and "de" would both be at /a/'):
        published_by({"a/": "/a/", "de/": "/a/"}, [], "/")
    roots = Places.given(["/{locale}/privacy/", "en=/en/privacy/"]).roots(["en", "de"], "en")
    assert roots == {"en": "/en/privacy/", "de": "/de/privacy/"}


def test_addresses_are_found_however_they_are_written() -> None:
    """From the root of the host, without a page's name, encoded; others stay as they are."""
    addresses = Addresses(
        base="/sub/", published={"": "/n/", "my page": "/n/my%20page/", "a.png": "/f/a.png"}
    )
    for written, stands in {
        "../": "../",
        "../index.html": "../",
        "/sub/my%20page/?q#part": "./?q#part",
        "../a.png": "../../f/a.png",
        "../other/": "../other/",
        "/elsewhere/": "/elsewhere/",
        "#part": "#part",
        "mailto:a@shop.example": "mailto:a@shop.example",
        "http://[": "http://[",
    }.items():
        assert addresses.on_page(written, "my%20page/") == stands


def test_the_style_sheet_asks_for_nothing_that_a_theme_has() -> None:
    css = STYLE_SHEET.read_text(encoding="utf-8")
    assert "--md-" not in css
    assert "md-typeset" not in css
    assert "url(" not in css
