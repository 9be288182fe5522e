"""A locale may lag behind by rule: its site shows its last release, marked, never a mixture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polynotice.project.releases.reading import read_releases
from polynotice.project.releases.words import tables_in, words_in
from polynotice.verify.site_verifier import Verifier
from tests.project.releases.test_release import issue, tree
from tests.projects import (
    FILES,
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
from tests.test_incremental_builds import built, clean

CARE = "notice_data/care.yml"
MORE = {"docs/rights.md": "# Rights\n\nSee [calls](index.md#calls).\n"}


@pytest.fixture
def lagging(tmp_path: Path) -> Path:
    """A notice with a release, of which German has not what was written since."""
    config = FILES["mkdocs.yml"].replace("[en, de]", "[en, de: {may_lag: true}, fr]")
    folder = write_project(tmp_path / "notice", {"mkdocs.yml": config, **MORE})
    translate(folder, "de", "fr")
    issue(folder, "2026-03-01")
    replace_in(folder / CARE, "Calls are recorded.", "Calls are kept.")
    polynotice(folder, "update")
    translate(folder, "fr")
    return folder


def test_its_pages_say_what_its_last_release_said(lagging: Path) -> None:
    site = build_site(lagging)
    (release,), _ = read_releases(lagging)
    frozen = release.locales["de"]
    for each, name in zip(frozen.pages, ("index.html", "rights/index.html"), strict=True):
        found = page(site, f"de/{name}")
        assert found.css_first("html").attributes["lang"] == "de"
        assert [
            (row.id, field, words_in(cell))
            for table in tables_in(each.content)
            for row in table.rows
            for field, cell in row.cells.items()
        ] == [
            (row.attributes["id"], cell.attributes["data-field"], text_of(cell))
            for row in found.css("table.notice-table tr[data-record]")
            for cell in row.css("td")
        ]
        said = text_of(found.css_first(".notice-status"))
        assert "In Kraft seit dem 1. März 2026" in said
        assert "Es gibt eine neuere Fassung in einer anderen Sprache: English" in said
        (newer,) = found.css(".notice-status a")
        assert (
            (site / "de" / name)
            .parent.joinpath(newer.attributes["href"] or "")
            .samefile((site / name).parent)
        )
        assert not found.css('meta[name="robots"]')
    assert found.css_first('main a[href*="#"]').attributes["href"] == "../#calls"
    assert "Calls are kept." in page(site, "index.html").html
    switched = [
        one.attributes["href"] for one in page(site, "rights/index.html").css("a[hreflang]")
    ]
    assert any(way and way.endswith("de/rights/") for way in switched)
    assert not (site / "de/notice.json").exists()
    assert (site / "de/releases/2026-03-01/index.html").is_file()


def test_it_is_proved_with_the_site_and_by_its_manifest(lagging: Path) -> None:
    site = build_site(lagging)
    assert Verifier(load(lagging)).problems(site) == []
    manifest = lagging / "approved.json"
    manifest.write_bytes((site / "notice-manifest.json").read_bytes())
    arguments = ("verify", "--manifest", str(manifest), str(site))
    assert polynotice(lagging, *arguments).exit_code == 0
    replace_in(site / "de/index.html", 'data-record="calls"', 'data-record="chat"')
    (problem,) = Verifier(load(lagging)).problems(site)
    assert (problem.code, problem.span.path) == ("row-text", "de/index.html")
    assert polynotice(lagging, *arguments).exit_code == 1


def test_its_pages_are_remembered_until_what_they_lead_to_is_elsewhere(lagging: Path) -> None:
    assert not built(lagging).differences(clean(lagging))
    remembered = built(lagging)
    assert not remembered.differences(clean(lagging))
    (lagging / "docs/rights.md").rename(lagging / "docs/your-rights.md")
    now = built(lagging)
    assert now.files["de/rights/index.html"] != remembered.files["de/rights/index.html"]
    assert not now.differences(clean(lagging))


def test_a_release_leaves_it_out_and_takes_it_in_again(lagging: Path) -> None:
    codes = [
        one["code"] for one in json.loads(polynotice(lagging, "check", "--json").stdout)["problems"]
    ]
    assert "lagging" in codes
    assert polynotice(lagging, "release", "2026-04-01").exit_code == 0
    assert list(read_releases(lagging)[0][-1].locales) == ["en", "fr"]
    site = build_site(lagging)
    assert "Nicht mehr in Kraft" in page(site, "de/rights/index.html").html
    assert "gab es nicht" in page(site, "de/releases/2026-04-01/index.html").html
    translate(lagging, "de")
    site = build_site(lagging)
    assert (site / "de/notice.json").exists()
    assert not page(site, "de/index.html").css(".notice-status")
    assert polynotice(lagging, "release", "2026-05-01").exit_code == 0
    assert list(read_releases(lagging)[0][-1].locales) == ["en", "de", "fr"]


def test_without_the_rule_or_a_release_it_is_refused(lagging: Path) -> None:
    replace_in(lagging / "mkdocs.yml", "may_lag: true", "may_lag: false")
    assert any(" error fuzzy" in one for one in problems_of(lagging))
    replace_in(lagging / "mkdocs.yml", "may_lag: false", "may_lag: true")
    assert not any(" error " in one for one in problems_of(lagging))
    (lagging / "releases").rename(lagging / "elsewhere")
    assert "locales/de/LC_MESSAGES/notice.po:1: error cannot-lag" in problems_of(lagging)


def test_a_preview_shows_it_as_it_is_translated(lagging: Path) -> None:
    site = build_site(lagging, preview=True)
    assert not page(site, "de/index.html").css(".notice-status")
    assert page(site, "de/index.html").css("table.notice-table")


def test_parts_joined_are_the_whole_with_its_pages(lagging: Path) -> None:
    parts = [str(lagging / f"part-{locale}") for locale in ("en", "de", "fr")]
    for part in parts:
        done = polynotice(lagging, "build", "--locale", part[-2:], "--site-dir", part)
        assert done.exit_code == 0, done.stdout
    done = polynotice(lagging, "join", *parts, "--into", str(lagging / "joined"))
    assert done.exit_code == 0, done.stdout
    assert tree(lagging / "joined") == tree(build_site(lagging))
