"""Pages as folders or as files (`use_directory_urls`): the site and its proof pass either way."""

from __future__ import annotations

import itertools
from pathlib import Path

from tests.draws import each
from tests.projects import CONFIG, RECORDS, build_site, page, polynotice, translate, write_project

INDEX = """\
# Privacy notice

::: purposes
    records: [calls]
"""
MORE = """\
# More

::: purposes
    records: [chat]

## Your data

::: data-index
"""
LINKS = RECORDS.replace(
    "purpose: Calls are recorded.",
    'purpose: "[Calls](index.md) are [recorded](sub/more.md#chat), see [terms](sub/terms.md), '
    '[form](form/index.html), [own](#calls), [other](https://shop.example/index.html)."',
)
"""A link to each kind of page, to a file, within the page, and to another site."""

PAGES = {
    "one page": {},
    "several pages and folders": {
        "docs/index.md": INDEX,
        "docs/sub/more.md": MORE,
        "docs/sub/terms.md": "# Terms\n",
        "docs/form/index.html": "<p>Form</p>\n",
        "notice_data/care.yml": LINKS,
    },
}


PLUGINS = ("- search", "- search\n  - offline")
LOCALES = ("[en, de]", "[en]")
ONE, SEVERAL = PAGES


@each(
    ("pages", "folders", "plugins", "locales"),
    itertools.product(PAGES, ("true", "false"), PLUGINS, LOCALES),
    always=[
        (ONE, "false", PLUGINS[0], LOCALES[0]),
        (ONE, "true", PLUGINS[1], LOCALES[1]),
        (SEVERAL, "true", PLUGINS[0], LOCALES[0]),
        (SEVERAL, "false", PLUGINS[1], LOCALES[0]),
    ],
)
def test_site_and_proof_pass_whatever_pages_are_called(
    tmp_path: Path, pages: str, folders: str, plugins: str, locales: str
) -> None:
    config = CONFIG.replace("- search", plugins).replace("[en, de]", locales)
    write_project(
        tmp_path, {"mkdocs.yml": f"{config}use_directory_urls: {folders}\n", **PAGES[pages]}
    )
    if "de" in locales:
        translate(tmp_path, "de")
    site = build_site(tmp_path)
    done = polynotice(tmp_path, "verify", str(site))
    # Material's `offline` loads a script from another host, which is reported.
    told = [
        line for line in done.output.splitlines() if line and "unpkg.com/iframe-worker" not in line
    ]
    assert (done.exit_code, told) == (0, ["1 warning."] if "offline" in plugins else [])


def test_a_new_notice_passes_without_folders(tmp_path: Path) -> None:
    assert polynotice(tmp_path, "init", str(tmp_path / "new")).exit_code == 0
    project = tmp_path / "new"
    config = project / "mkdocs.yml"
    config.write_text(config.read_text() + "use_directory_urls: false\n")
    assert polynotice(project, "verify", str(build_site(project))).output == ""


def test_a_link_to_the_wrong_page_is_found_without_folders_too(tmp_path: Path) -> None:
    config = CONFIG + "use_directory_urls: false\n"
    write_project(tmp_path, {"mkdocs.yml": config, **PAGES["several pages and folders"]})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    links = page(site, "de/index.html").css("#calls a")
    assert [one.attributes["href"] for one in links][:2] == ["index.html", "sub/more.html#chat"]
    name = site / "de/index.html"
    html = name.read_text()
    for right, wrong in (
        ('href="sub/more.html#chat"', 'href="sub/index.html#chat"'),
        ('href="sub/more.html#chat"', 'href="../sub/more.html#chat"'),
        ('href="index.html"', 'href="../index.html"'),
    ):
        assert right in html
        name.write_text(html.replace(right, wrong))
        found = polynotice(tmp_path, "verify", str(site)).output
        assert "row-text: In the links of the row" in found
