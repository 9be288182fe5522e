"""The pages are those of what is made: `draft_docs`, `exclude_docs`, `not_in_nav`, and `nav`."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from polynotice.catalogues import po_files
from tests.projects import (
    CONFIG,
    INDEX,
    build_site,
    catalogue,
    page,
    polynotice,
    problems_of,
    text_of,
    translate,
    write_project,
)

DRAFT = "# Coming soon\n\nWords of a draft.\n"
FILES = {"docs/soon.md": DRAFT, "docs/rights.md": "# Rights\n"}


def write(folder: Path, config: str = "", **files: str) -> Path:
    write_project(folder, {"mkdocs.yml": CONFIG + config, **FILES, **files})
    translate(folder, "de")
    return folder


def titles(site: Path, name: str) -> list[str]:
    """What the navigation lists at its top."""
    listed = page(site, name).css(".md-nav--primary > .md-nav__list > li > a")
    return [text_of(one) for one in listed]


# --- drafts --------------------------------------------------------------------------------------


def test_a_site_has_no_draft_and_a_preview_has_it_in_every_locale(tmp_path: Path) -> None:
    write(tmp_path, "draft_docs: soon.md\n")
    assert problems_of(tmp_path) == []
    site = build_site(tmp_path)
    assert polynotice(tmp_path, "verify", str(site)).output == ""
    assert not list(site.rglob("soon"))
    preview = build_site(tmp_path, preview=True)
    assert text_of(page(preview, "de/soon/index.html").css_first("h1")).startswith("DE:")


def test_translators_have_the_words_of_drafts(tmp_path: Path) -> None:
    write(tmp_path, "draft_docs: soon.md\n")
    assert "Words of a draft." in (tmp_path / po_files.TEMPLATE).read_text()
    assert polynotice(tmp_path, "update", "--check").exit_code == 0
    name = tmp_path / "locales/de/LC_MESSAGES/notice.po"
    name.write_text(name.read_text().replace("DE: Words of a draft.", ""))
    assert problems_of(tmp_path) == []
    status = json.loads(polynotice(tmp_path, "status", "--json").stdout)
    assert status["locales"]["de"]["missing"] == 1
    assert (build_site(tmp_path) / "de/index.html").exists()


def test_what_only_a_draft_places_is_not_placed(tmp_path: Path) -> None:
    index = INDEX.replace("::: purposes", "::: purposes\n    records: [calls]")
    chat = f"{DRAFT}\n::: purposes\n    records: [chat]\n"
    write(tmp_path, **{"docs/index.md": index, "docs/soon.md": chat})
    assert problems_of(tmp_path) == []
    (tmp_path / "mkdocs.yml").write_text(CONFIG + "draft_docs: soon.md\n")
    assert problems_of(tmp_path) == ["notice_data/care.yml:9: error unplaced-record"]
    with pytest.raises(Abort):
        build_site(tmp_path)


# --- the navigation ------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
def test_what_is_kept_out_cannot_be_in_the_navigation(
    tmp_path: Path, option: str, caplog: pytest.LogCaptureFixture
) -> None:
    nav = "nav: [index.md, {Rights: rights.md}]\n"
    write(tmp_path, nav)
    assert problems_of(tmp_path) == []
    (tmp_path / "mkdocs.yml").write_text(f"{CONFIG}{nav}{option}: rights.md\n")
    assert problems_of(tmp_path) == ["mkdocs.yml:12: error unknown-page"]
    with caplog.at_level(logging.ERROR, "mkdocs"), pytest.raises(Abort):
        build_site(tmp_path)
    told = [r.getMessage() for r in caplog.records if r.name.endswith("polynotice")]
    assert told == [
        f'mkdocs.yml:12: error unknown-page: The navigation leads to "rights.md", which `{option}` '
        f"keeps out of the site. Take it out of `nav`, or out of `{option}`."
    ]
    preview = build_site(tmp_path, preview=True)
    box = page(preview, "de/index.html").css_first(".notice-problems")
    assert (box is None) == (option == "draft_docs")
    assert len(titles(preview, "de/index.html")) == (1 if option == "exclude_docs" else 2)
    assert not page(preview, "de/index.html").css("nav a[href='../rights/']")


def test_what_is_not_in_the_navigation_is_in_every_locale_still(tmp_path: Path) -> None:
    write(tmp_path, "not_in_nav: soon.md\nnav: [index.md, rights.md]\n")
    assert problems_of(tmp_path) == []
    site = build_site(tmp_path)
    assert (site / "de/soon/index.html").exists()
    assert titles(site, "de/index.html") == ["DE: Privacy notice", "DE: Rights"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "rights.md#mine",
            '"rights.md#mine", which is a heading: MkDocs leads to pages only. Write rights.md, '
            "or link to the heading from a page.",
        ),
        (
            "/rights/",
            '"/rights/" from every locale: that is an address, not a page. Name the page\'s file '
            "in docs/, such as `rights.md`.",
        ),
        ("rihgts.md", '"rihgts.md", which is not there. Did you mean "rights.md"?'),
    ],
)
def test_an_entry_that_leads_to_no_page_is_warned_of(
    tmp_path: Path, entry: str, message: str
) -> None:
    write(tmp_path, f"nav: [index.md, rights.md, soon.md, {{Mine: '{entry}'}}]\n")
    assert polynotice(tmp_path, "check").stdout == (
        f"mkdocs.yml:12: warning unknown-page: The navigation leads to {message}\n"
    )


@pytest.mark.parametrize("entry", ["https://shop.example/a/", "mailto:a@shop.example", "a.pdf"])
def test_an_address_elsewhere_or_a_file_is_not(tmp_path: Path, entry: str) -> None:
    nav = f"nav: [index.md, rights.md, soon.md, {{Mine: '{entry}'}}]\n"
    write(tmp_path, nav, **{"docs/a.pdf": "%PDF"})
    assert problems_of(tmp_path) == []
    link = page(build_site(tmp_path), "de/rights/index.html").css(".md-nav--primary li a")[-1]
    assert text_of(link) == "DE: Mine"
    assert link.attributes["href"] == ("../../a.pdf" if entry == "a.pdf" else entry)
    assert "DE: Mine" in {one.msgstr[0] for one in catalogue(tmp_path, "de").entries}


def test_a_path_from_docs_is_a_page_where_mkdocs_takes_it_for_one(tmp_path: Path) -> None:
    validation = "validation: {nav: {absolute_links: relative_to_docs}}\n"
    write(tmp_path, f"{validation}nav: [index.md, {{Mine: /rights.md}}, soon.md]\n")
    assert problems_of(tmp_path) == []
    site = build_site(tmp_path)
    link = page(site, "de/index.html").css_first(".md-nav--primary a[href='rights/']")
    assert text_of(link) == "DE: Mine"


def test_a_page_that_another_plugin_adds_is_refused_as_what_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hook = """\
        from mkdocs.structure.files import File

        def on_files(files, config):
            files.append(File.generated(config, "later.md", content="# Later"))
        """
    config = "hooks: [hook.py]\nnav: [index.md, rights.md, soon.md, {Later: later.md}, no.md]\n"
    write(tmp_path, config, **{"hook.py": hook})
    assert problems_of(tmp_path) == []
    with caplog.at_level(logging.WARNING, "mkdocs"), pytest.raises(Abort):
        build_site(tmp_path)
    reported = [r.getMessage() for r in caplog.records if r.name.endswith("polynotice")]
    assert any("error unsupported-plugin" in line and "later.md" in line for line in reported)
    assert not any("unknown-page" in line and "later.md" in line for line in reported)
