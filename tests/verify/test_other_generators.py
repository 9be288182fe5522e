"""A notice in a site that Hugo or Eleventy makes of an export, held to records and manifest."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.projects import (
    CONFIG,
    ROOT,
    build_site,
    page,
    polynotice,
    replace_in,
    translate,
    write_project,
)

ELEVENTY = ROOT / "tests" / "eleventy"
"""What `npm ci --ignore-scripts` installs Eleventy in."""
ZENSICAL = ROOT / ".venv-zensical"
"""The virtual environment that Zensical has for itself."""

PAGES = {
    "mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, ar]").replace("toc]", "toc, fenced_code]"),
    "docs/index.md": """\
        # Privacy notice

        What we do. See [your data](<more/my data.md#your-data>) and ![a seal](img/seal.svg).

        ::: purposes
            columns: [purpose, personal_data, retention]
        """,
    "docs/more/my data.md": """\
        ---
        description: What you can ask for.
        ---

        # Your data

        Back to [the notice](../index.md#calls). Write `{{ name }}`, `{% if %}` or `{{< ref >}}`.

        ```
        one


        two
        ```

        ## Notes *on* `a_b*c`, [x], 1\\. & 5 < 6: {y} ~z~ https\\://shop.example

        ::: data-index
        """,
    "docs/img/seal.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
    "notice_data/care.yml": """\
        section: care
        title: Care
        purposes:
          - id: calls
            title: Calls
            purpose: Calls are *recorded*, see [the data](<more/my data.md#data>).
            data: [recordings]
            retention: [A month., Two on request.]
          - id: chat
            title: Chat
            purpose: Chats are monitored.
            data: [messages]
            retention: A day.
        """,
}

TEMPLATE = """\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<title>{title} · Shop</title>
<link rel="stylesheet" href="{css}">
</head>
<body>
<header><h1>Shop</h1><a href="{home}">Home</a>
<table><tr><td>Opening hours</td></tr></table></header>
<main>{content}</main>
<footer><h2>Contact</h2><p data-record="17">An order.</p></footer>
</body>
</html>
"""
"""The company's own page around the notice; the words of a generator stand in its braces."""

HUGO = {
    "hugo.toml": """\
        baseURL = "https://shop.example/"
        title = "Shop"
        disableKinds = ["taxonomy", "term", "RSS"]
        defaultContentLanguage = "en"

        [markup.goldmark.renderer]
        unsafe = true

        [languages.en]
        [languages.de]
        [languages.ar]

        [[module.mounts]]
        source = "content"
        target = "content"
        [[module.mounts]]
        source = "notice-export/pages/en"
        target = "content/notice-pages"
        lang = "en"
        [[module.mounts]]
        source = "notice-export/pages/de"
        target = "content/notice-pages"
        lang = "de"
        [[module.mounts]]
        source = "notice-export/pages/ar"
        target = "content/notice-pages"
        lang = "ar"
        [[module.mounts]]
        source = "static"
        target = "static"
        [[module.mounts]]
        source = "notice-export/notice.css"
        target = "static/notice.css"
        [[module.mounts]]
        source = "notice-export/assets"
        target = "static/privacy"
        """,
    "content/about.md": "---\ntitle: About\n---\nWe sell **things**.\n",
    "static/robots.txt": "User-agent: *\n",
}

ELEVENTY_SITE = {
    "eleventy.config.mjs": """\
        export default function (config) {
          config.addGlobalData("layout", "page.liquid");
          config.addPassthroughCopy({"notice-export/notice.css": "notice.css"});
          config.addPassthroughCopy({"notice-export/assets": "privacy"});
          return {dir: {output: "public"}};
        }
        """,
    "about.md": "---\ntitle: About\npermalink: /about/\n---\nWe sell **things**.\n",
    ".eleventyignore": "notice-export/data\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("notice"), PAGES)
    translate(folder, "de", "ar")
    return folder


def installed(*command: str | Path, path: str | None = None) -> list[str]:
    """A command with the whole path of its program; the test is skipped where it is not there."""
    program = shutil.which(command[0], path=path)
    if program is None:
        said = f"{Path(command[0]).name} is not installed"
        if os.environ.get("POLYNOTICE_REQUIRE_GENERATORS"):
            pytest.fail(said)
        pytest.skip(said)
    return [program, *map(str, command[1:])]


def run(command: list[str], folder: Path) -> None:
    environment = {**os.environ, "HUGO_CACHEDIR": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


def export(project: Path, site: Path, page_format: str) -> None:
    places = ("--at", "/{locale}/privacy/")
    result = polynotice(
        project, "export", str(site / "notice-export"), "--format", page_format, *places
    )
    assert result.exit_code == 0, result.output


def hugo(project: Path, site: Path, page_format: str) -> None:
    command = installed("hugo", "--quiet", "--minify")
    export(project, site, page_format)
    around = TEMPLATE.format(
        lang="{{ .Lang }}",
        dir='{{ or .Params.direction "ltr" }}',
        title="{{ .Title }}",
        css='{{ "notice.css" | absURL }}',
        home='{{ "/" | relLangURL }}',
        content="{{ .Content }}",
    )
    said = subprocess.run([command[0], "version"], capture_output=True, text=True).stdout
    match = re.search(r"v0\.(\d+)", said)
    assert match is not None
    version = int(match[1])
    key = "build" if version >= 145 else "_build"
    index = f"---\n{key}: {{render: never, list: never}}\n---\n"
    names = ("layouts/_default/single.html", "layouts/_default/list.html")
    sections = {f"content/notice-pages/_index.{name}.md": index for name in ("en", "de", "ar")}
    write_files(site, {**HUGO, **sections, **dict.fromkeys(names, around)})
    if version >= 153:
        config = (site / "hugo.toml").read_text(encoding="utf-8")
        newer = re.sub(r'(?m)^lang = ("..")', r"sites.matrix.languages = [\1]", config)
        (site / "hugo.toml").write_text(newer, encoding="utf-8")
    run(command, site)


def eleventy(project: Path, site: Path, page_format: str) -> None:
    command = installed(ELEVENTY / "node_modules" / ".bin" / "eleventy", "--quiet")
    export(project, site, page_format)
    around = TEMPLATE.format(
        lang='{{ language | default: "en" }}',
        dir='{{ direction | default: "ltr" }}',
        title="{{ title }}",
        css="/notice.css",
        home="/",
        content="{{ content }}",
    )
    write_files(site, {**ELEVENTY_SITE, "_includes/page.liquid": around})
    run(command, site)


def write_files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")


def found_by(project: Path, site: Path, *options: str) -> list[str]:
    """What `polynotice verify` says of the published site: where, and which code."""
    index = str(site / "notice-export" / "index.json")
    result = polynotice(
        project, "verify", "--index", index, *options, "--json", str(site / "public")
    )
    problems = json.loads(result.stdout)["problems"]
    assert result.exit_code == any(one["severity"] == "error" for one in problems)
    return [f"{one['path']}: {one['code']}: {one['message']}" for one in problems]


Maker = Callable[[Path, Path, str], None]


@pytest.mark.parametrize(
    ("make", "page_format"),
    # A new Hugo takes no HTML for content unless its security policy is changed.
    [(hugo, "markdown"), (eleventy, "markdown"), (eleventy, "html")],
)
def test_a_site_made_of_an_export_is_proved_and_a_lost_row_is_found(
    project: Path, tmp_path: Path, make: Maker, page_format: str
) -> None:
    """With the company's header and footer around, in its own addresses, and other pages beside."""
    make(project, tmp_path, page_format)
    public = tmp_path / "public"
    assert (public / "about" / "index.html").is_file()
    assert (public / "privacy" / "img" / "seal.svg").is_file()
    url = ("--url", "https://shop.example/")
    assert found_by(project, tmp_path, *url) == []
    manifest = str(tmp_path / "notice-export" / "notice-manifest.json")
    assert found_by(project, tmp_path, *url, "--manifest", manifest) == []
    german = public / "de" / "privacy" / "index.html"
    html = german.read_text(encoding="utf-8")
    row = re.search(
        r"<tr[^>]*\bdata-record=\"?chat\b.*?(</tr>|(?=</tbody|<tr|</table))", html, re.DOTALL
    )
    assert row is not None
    german.write_text(html.replace(row[0], "", 1), encoding="utf-8")
    assert found_by(project, tmp_path)[0] == (
        'de/privacy/index.html: row-missing: The row "chat" is missing.'
    )


def test_what_a_generator_leaves_out_or_changes_is_found(project: Path, tmp_path: Path) -> None:
    """Hugo without `unsafe`; a language that the page does not say; a page in the wrong place."""
    hugo(project, tmp_path, "markdown")
    replace_in(tmp_path / "hugo.toml", "unsafe = true", "unsafe = false")
    run(installed("hugo", "--quiet"), tmp_path)
    assert 'privacy/index.html: row-missing: The row "calls" is missing.' in found_by(
        project, tmp_path
    )


def test_zensical_builds_every_locale_of_an_export_and_the_script_proves_the_site(
    project: Path, tmp_path: Path
) -> None:
    """A row that is taken out of a page is found, and the site that was there stays."""
    build = zensical(project, tmp_path)
    assert build().returncode == 0
    public = tmp_path / "public"
    assert errors_in(project, tmp_path) == []
    assert polynotice(project, "verify", str(public)).exit_code == 0
    html = page(public, "ar/more/my data/index.html")
    built = page(build_site(project), "ar/more/my data/index.html")
    assert headings(html) == headings(built)
    assert html.css_matches('html[lang="ar"][dir="rtl"]')
    assert html.css_first("pre").text() == "one\n\n\ntwo\n"
    assert html.css_matches('nav a[href="../../../"][hreflang="en"], a[href="../../../"][hreflang]')
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notice-export", "public"]
    assert build().returncode == 0
    source = tmp_path / "notice-export" / "zensical" / "de" / "docs" / "index.md"
    text = source.read_text(encoding="utf-8")
    row = re.search(r'<tr data-record="chat".*?</tr>', text, re.DOTALL)
    assert row is not None
    source.write_text(text.replace(row[0], ""), encoding="utf-8")
    done = build()
    assert done.returncode == 1
    assert 'de/index.html:1: error row-missing: The row "chat" is missing.' in done.stdout
    assert errors_in(project, tmp_path) == []


def test_the_script_replaces_nothing_but_a_site_of_the_notice(
    project: Path, tmp_path: Path
) -> None:
    build = zensical(project, tmp_path)
    write_files(tmp_path, {"public/letter.txt": "mine"})
    assert build().returncode == 1
    assert [path.name for path in (tmp_path / "public").iterdir()] == ["letter.txt"]


def zensical(project: Path, site: Path) -> Callable[[], subprocess.CompletedProcess[str]]:
    """Exports the notice for Zensical; gives what runs the script of the export."""
    own = [str(ZENSICAL / "bin"), str(Path(sys.executable).parent)]
    path = os.pathsep.join([*own, os.environ["PATH"]])
    program = installed("zensical", path=path)[0]
    result = polynotice(project, "export", str(site / "notice-export"), "--format", "zensical")
    assert result.exit_code == 0, result.output
    command = [sys.executable, "notice-export/build.py", "public"]
    environment = {**os.environ, "PATH": os.pathsep.join([str(Path(program).parent), path])}
    return lambda: subprocess.run(
        command, cwd=site, capture_output=True, text=True, env=environment
    )


def headings(html: LexborHTMLParser) -> list[tuple[str | None, str]]:
    """Each heading's id and HTML, without the link to itself."""
    for link in html.css("a.headerlink"):
        link.decompose()
    nodes = html.css("article h1, article h2")
    return [(node.id, (node.html or "").partition(">")[2]) for node in nodes]


def errors_in(project: Path, site: Path) -> list[str]:
    """What is wrong but for what Zensical's own script may ask other hosts for."""
    return [one for one in found_by(project, site) if ": third-party: " not in one]
