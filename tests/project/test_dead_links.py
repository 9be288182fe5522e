"""Links that lead to nothing: reported once, where they were written."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.projects import (
    CONFIG,
    INDEX,
    RECORDS,
    build_site,
    polynotice,
    problems_of,
    translate,
    write_project,
)

CODE = "dead-link"
FROM_DOCS = "validation: {links: {absolute_links: relative_to_docs}}\n"


def write(folder: Path, line: str, config: str = "", **files: str) -> None:
    """A notice whose second page has that line as its fifth."""
    write_project(
        folder,
        {
            "mkdocs.yml": CONFIG.replace("toc]", "toc, footnotes, md_in_html]") + config,
            "docs/index.md": INDEX,
            "docs/sub/a.md": f"# A\n\nText,\nand more:\n{line}\n\n## Sec\n\n[^n]: A note.\n",
            "docs/my page.md": "# My page\n",
            "docs/img/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            **files,
        },
    )
    translate(folder, "de")


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[x](nope.md)", 'the site has no "sub/nope.md".'),
        (
            "[x](../my%20pag.md)",
            'the site has no "my pag.md". Did you mean "../my%20page.md"?',
        ),
        ("[x](nope/)", 'the site has no "sub/nope".'),
        ("![x](../img/nope.svg)", 'the site has no "img/nope.svg".'),
        ("[x][r]\n\n[r]: nope.md", 'the site has no "sub/nope.md".'),
        ("[x](#nope)", '"sub/a.md" has no part with the id "nope".'),
        ("[x](#sek)", 'has no part with the id "sek". Did you mean "#sec"?'),
        ("[x](../index.md#nope)", '"index.md" has no part with the id "nope".'),
        ("[x](%41.md)", 'the site has no "sub/A.md".'),
    ],
)
def test_a_link_that_leads_to_nothing_is_reported_where_it_stands(
    tmp_path: Path, link: str, said: str
) -> None:
    write(tmp_path, link)
    line = 7 if "[r]:" in link else 5
    assert problems_of(tmp_path) == [f"docs/sub/a.md:{line}: warning {CODE}"]
    assert said in polynotice(tmp_path, "check").output


@pytest.mark.parametrize(
    "link",
    [
        *("[x](../index.md)", "[x](../index.md#your-data)", "[x](#sec)", "[x](#)", "[x](a.md#a)"),
        *("[x](../index.md#calls)", "[x](../index.md#data-messages)", "[x](../my%20page.md)"),
        *("![x](../img/logo.svg)", "[x](../img/logo.svg#part)", "[x](../../my%20page/)"),
        *("[x](/shop/)", "[x](/sub/a/#sec)", "[x](https://shop.example/nope)", "Note.[^n]"),
        *("[x](mailto:a@shop.example)", "[x](#__search)", "[x](#:~:text=more)", "`[x](nope.md)`"),
        'Here [x](#here)\n\n<div id="here"></div>',
        "<me@shop.example>",
    ],
)
def test_a_link_that_leads_somewhere_is_not(tmp_path: Path, link: str) -> None:
    write(tmp_path, link)
    assert [one for one in problems_of(tmp_path) if CODE in one] == []


def test_an_absolute_path_from_docs_is_looked_for_there(tmp_path: Path) -> None:
    write(tmp_path, "[x](/index.md) [y](/nope.md)", FROM_DOCS)
    assert problems_of(tmp_path) == [f"docs/sub/a.md:5: warning {CODE}"]
    assert 'the site has no "nope.md"' in polynotice(tmp_path, "check").output


def test_a_record_is_looked_through_as_well(tmp_path: Path) -> None:
    records = RECORDS.replace("are recorded.", "are recorded, see [it](nope.md).")
    write(tmp_path, "Text.", **{"notice_data/care.yml": records})
    assert problems_of(tmp_path) == [f"notice_data/care.yml:6: warning {CODE}"]


@pytest.mark.parametrize(
    ("option", "link"),
    [("not_found", "[x](nope.md)"), ("anchors", "[x](#nope)")],
)
def test_what_mkdocs_is_told_to_ignore_is_ignored(tmp_path: Path, option: str, link: str) -> None:
    write(tmp_path, link, f"validation: {{links: {{{option}: ignore}}}}\n")
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize("link", ["[x](nope.md)", "[x](nope/)", "[x](../index.md#nope)"])
def test_a_build_reports_it_once_for_all_locales(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, link: str
) -> None:
    write(tmp_path, link, "validation: {links: {anchors: warn, unrecognized_links: warn}}\n")
    caplog.set_level(logging.INFO)
    build_site(tmp_path)
    said = [one.getMessage() for one in caplog.records if "nope" in one.getMessage()]
    assert len(said) == 1
    assert said[0].startswith(f"docs/sub/a.md:5: warning {CODE}: ")


FILES = """\
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "sub/made.txt", content="Made."))
"""


def test_a_file_that_a_plugin_adds_may_be_led_to(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "[x](made.txt)", "hooks: [h.py]\n", **{"h.py": FILES})
    assert problems_of(tmp_path) == []
    site = build_site(tmp_path)
    assert 'href="../../../sub/made.txt"' in (site / "de/sub/a/index.html").read_text()
    assert "made.txt" not in caplog.text
