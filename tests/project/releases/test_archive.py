"""The archive of a site is made of the releases alone, in every locale, and is proved."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from polynotice.core.locales import find_locale
from polynotice.project.releases.archive_words import archive_words, languages
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

CARE = "notice_data/care.yml"
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice with three releases and its site; German came with the second of them."""
    config = FILES["mkdocs.yml"].replace("[en, de]", "[en]") + "site_url: https://notice.example/\n"
    folder = write_project(tmp_path_factory.mktemp("made"), {"mkdocs.yml": config})
    issue(folder, "2026-03-01")
    replace_in(folder / "mkdocs.yml", "[en]", "[en, de]")
    replace_in(folder / CARE, "Calls are recorded.", "Calls are kept.")
    translate(folder, "de")
    issue(folder, "2026-04-01", "2026-05-01")
    issue(folder, "2026-06-01", correction=True, summary="A typing error.")
    replace_in(folder / CARE, "id: chat", "id: talk\n    formerly: [chat]")
    replace_in(folder / "docs/index.md", "What we do", "What we shall do")
    translate(folder, "de")
    build_site(folder)
    return folder


@pytest.fixture
def notice(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "notice"))


def archived(site: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(site).items() if "releases/" in name}


def test_every_row_of_every_release_is_there_in_every_locale(made: Path) -> None:
    for release in load(made).releases:
        for locale, root in (("en", ""), ("de", "de/")):
            found = page(made / "site", f"{root}releases/{release.date}/index.html")
            frozen = release.locales.get(locale) or release.source
            wanted = [
                (row.id, name, words_in(cell))
                for each in frozen.pages
                for table in tables_in(each.content)
                for row in table.rows
                for name, cell in row.cells.items()
            ]
            assert wanted == [
                (row.attributes["id"], cell.attributes["data-field"], text_of(cell))
                for row in found.css("table.notice-table tr[data-record]")
                for cell in row.css("td")
            ]
            assert found.css_first('meta[name="robots"]').attributes["content"] == "noindex"
            assert not found.css("script, img, link[rel=stylesheet]")


def test_a_locale_that_was_not_there_says_so_and_marks_the_source(made: Path) -> None:
    first = page(made / "site", "de/releases/2026-03-01/index.html")
    assert first.html.count("Diese Fassung gab es nicht in dieser Sprache.") == 1
    assert first.css_first("main div.notice-untranslated").attributes["lang"] == "en"
    second = page(made / "site", "de/releases/2026-04-01/index.html")
    assert second.css_first(".notice-untranslated") is None


def test_what_is_in_force_is_said_in_each_language_and_switches_on_the_day(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def statuses(day: str) -> list[str]:
        monkeypatch.setenv("POLYNOTICE_AS_OF", day)
        files = Verifier(load(notice)).archive
        (notice / "of-day").mkdir(exist_ok=True)
        (notice / "of-day/index.html").write_text(files["de/releases/index.html"])
        found = page(notice / "of-day", "index.html")
        return [text_of(one.css_first("p")) for one in found.css(".notice-status")]

    first = "War in Kraft: 1. März 2026 – 30. April 2026"
    second = "War in Kraft: 1. Mai 2026 – 31. Mai 2026"
    assert statuses("2026-06-01") == ["In Kraft seit dem 1. Juni 2026", second, first]
    assert statuses("2026-05-31")[1:] == ["In Kraft seit dem 1. Mai 2026", first]
    assert statuses("2026-05-01")[1:] == ["In Kraft seit dem 1. Mai 2026", first]
    assert statuses("2026-04-30")[1:] == [
        "In Kraft ab dem 1. Mai 2026",
        "In Kraft seit dem 1. März 2026",
    ]


def test_each_page_says_which_release_is_in_force_and_what_comes(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def links(name: str) -> list[tuple[str | None, str]]:
        found = page(notice / "site", name).css(".notice-releases a")
        return [(one.attributes["href"], text_of(one)) for one in found]

    def standing(name: str) -> list[str]:
        found = page(notice / "site", name)
        assert not found.css(".notice-standing") or found.css_first(".notice-standing ~ h1")
        return [text_of(one) for one in found.css(".notice-standing")]

    # The project says something that was never released: nobody can say since when it is in force.
    assert links("de/index.html")[0] == (
        "releases/2026-06-01/",
        "Geltende Fassung: 1. Juni 2026",
    )
    assert standing("index.html") == [
        "This text has not been issued as a version yet. · The version in force: June 1, 2026"
    ]
    (problem,) = problems_of(notice)
    assert problem == "releases/2026-06-01:1: warning unreleased"
    issue(notice, "2026-07-01", "2026-08-01")
    assert problems_of(notice) == []
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2026-08-01")
    build_site(notice)
    assert standing("index.html") == standing("de/index.html") == []
    assert links("de/index.html") == [
        ("releases/2026-07-01/", "In Kraft seit dem 1. August 2026"),
        ("releases/", "Fassungen dieser Erklärung"),
    ]
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2026-07-31")
    build_site(notice)
    assert links("index.html") == [
        ("releases/2026-06-01/", "The version in force: June 1, 2026"),
        ("releases/2026-07-01/", "In force from August 1, 2026"),
        ("releases/", "Versions of this notice"),
    ]
    assert standing("de/index.html") == [
        "Dieser Text ist noch nicht in Kraft. In Kraft ab dem 1. August 2026"
        " · Geltende Fassung: 1. Juni 2026"
    ]
    (link,) = page(notice / "site", "de/index.html").css(".notice-standing a")
    assert link.attributes["href"] == "releases/2026-06-01/"
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2026-02-01")  # none is in force yet
    build_site(notice)
    assert standing("index.html") == ["This text is not in force yet. In force from August 1, 2026"]


def test_changes_are_named_with_signs(made: Path) -> None:
    found = page(made / "site", "releases/2026-04-01/changes/index.html")
    (section,) = found.css("section")
    assert section.attributes["data-record"] == "calls"
    assert text_of(section.css_first("h2")) == "Changed: Calls"
    assert [text_of(one) for one in section.css("del, ins")] == ["[-recorded-]", "{+kept+}"]
    assert section.css_first("h2 a").attributes["href"] == "../#calls"
    assert "Compared with the version of March 1, 2026" in text_of(found.css_first("main"))
    assert "{+…+} was put in, [-…-] was taken out." in text_of(found.css_first("main"))
    of_german = page(made / "site", "de/releases/2026-04-01/changes/index.html")
    assert of_german.css_first("p.notice-draft") is not None
    first = page(made / "site", "releases/2026-03-01/changes/index.html")
    assert "This is the first version." in text_of(first.css_first("main"))
    nothing = page(made / "site", "releases/2026-06-01/changes/index.html")
    assert "Correction: the meaning is the same" in nothing.html
    assert not nothing.css("section")


def test_no_link_of_the_archive_leads_to_nothing(made: Path) -> None:
    site = made / "site"
    for name in archived(site):
        if not name.endswith(".html"):
            continue
        found = page(site, name)
        ids = [one.attributes["id"] for one in found.css("[id]")]
        assert len(ids) == len(set(ids)), name
        for link in found.css("a[href]"):
            way, _, at = (link.attributes["href"] or "").partition("#")
            target = (site / name).parent / way
            there = target / "index.html" if target.is_dir() else target
            assert there.is_file() or not way, (name, way)
            if at:
                where = page(there.parent, "index.html") if way else found
                assert at.replace("%3A", ":") in {o.attributes["id"] for o in where.css("[id]")}


def test_the_feed_is_one(made: Path) -> None:
    for root in ("", "de/"):
        feed = ET.parse(made / "site" / root / "releases/feed.xml").getroot()  # noqa: S314 (ours)
        ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
        base = f"https://notice.example/{root}releases/"
        assert ids == [f"{base}{day}/" for day in ("2026-06-01", "2026-04-01", "2026-03-01")]
        for entry in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated", "link"):
                assert entry.find(f"{ATOM}{name}") is not None, name
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        languages = [one.attrib[LANG] for one in feed.iter(f"{ATOM}summary")]
        # What changed is said in the source's words, in every locale.
        assert languages == ["en", *[root.rstrip("/") or "en"] * 2]


def test_neither_search_nor_sitemap_has_the_archive(made: Path) -> None:
    site = made / "site"
    for name in ("search/search_index.json", "de/search/search_index.json", "sitemap.xml"):
        assert "releases/" not in (site / name).read_text(encoding="utf-8")


def test_the_archive_stays_what_it_was_whatever_changes(notice: Path) -> None:
    before = archived(notice / "site")
    (notice / CARE).write_text(
        "purposes:\n  - {id: new, purpose: New., personal_data: New.}\n", encoding="utf-8"
    )
    (notice / "docs/index.md").write_text("# Other\n\n::: purposes\n    columns: [purpose]\n")
    text = (
        (notice / "mkdocs.yml").read_text().replace("name: material\n  font: false", "name: mkdocs")
    )
    (notice / "mkdocs.yml").write_text(text.replace("admonition, ", ""))
    translate(notice, "de")
    build_site(notice)
    assert archived(notice / "site") == before


def test_verify_reads_the_archive(notice: Path) -> None:
    site = notice / "site"
    assert Verifier(load(notice)).problems(site) == []
    name = "de/releases/2026-04-01/index.html"
    replace_in(site / name, "Chats are monitored.", "Chats are not monitored.")
    (problem,) = Verifier(load(notice)).problems(site)
    assert (problem.code, problem.span.path, problem.record) == ("row-text", name, "chat")
    (site / name).unlink()
    assert [one.code for one in Verifier(load(notice)).problems(site)] == ["locale-missing"]


def test_a_manifest_takes_the_archive_for_none_of_its_pages(notice: Path) -> None:
    manifest = str(notice / "site/notice-manifest.json")
    done = polynotice(notice, "verify", "--manifest", manifest, str(notice / "site"))
    assert (done.exit_code, done.stdout) == (0, "")


def test_parts_joined_are_the_whole_with_its_archive(notice: Path) -> None:
    parts = []
    for locale in ("en", "de"):
        parts.append(str(notice / f"part-{locale}"))
        done = polynotice(notice, "build", "--locale", locale, "--site-dir", parts[-1])
        assert done.exit_code == 0, done.stdout
        assert not archived(Path(parts[-1]))
    done = polynotice(notice, "join", *parts, "--into", str(notice / "joined"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert archived(notice / "joined") == archived(notice / "site")


def test_a_second_build_neither_changes_nor_loses_it(notice: Path) -> None:
    site = notice / "site"
    before = archived(site)
    build_site(notice)
    assert archived(site) == before
    issue(notice, "2026-07-01")
    build_site(notice)
    after = archived(site)
    assert {"releases/2026-07-01/index.html", "de/releases/2026-07-01/index.html"} <= after.keys()
    assert "2026-07-01" in after["de/releases/feed.xml"].decode()
    assert json.loads(polynotice(notice, "releases", "--json").stdout)["unreleased"] is False


@pytest.mark.parametrize("damage", ["change", "remove", "link"])
def test_a_file_of_it_is_that_of_the_last_site_unless_it_was_damaged_there(
    notice: Path, damage: str
) -> None:
    build_site(notice)
    site, before = notice / "site", archived(notice / "site")
    file, other = site / "de/releases/2026-04-01/index.html", site / "de/releases/index.html"
    number = other.stat().st_ino
    text = file.read_bytes()
    file.unlink()
    if damage == "change":
        file.write_bytes(text.replace(b"Chats", b"Chat5", 1))
    elif damage == "link":
        (notice / "elsewhere.html").write_bytes(text)
        file.symlink_to(notice / "elsewhere.html")
    build_site(notice)
    assert archived(site) == before
    assert not file.is_symlink()
    assert other.stat().st_ino == number


def test_without_a_release_there_is_no_archive(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    assert Verifier(load(folder)).archive == {}


def test_the_archive_s_words_are_all_there_in_each_language_and_marked_in_any_other() -> None:
    english = archive_words(find_locale("en"))[1]
    for name in sorted(languages()):
        language, words = archive_words(find_locale(name))
        assert language == name
        assert words.keys() == english.keys()
        assert all(words.values())
        assert name == "en" or not set(words.values()) & set(english.values()), name
    assert archive_words(find_locale("de-AT"))[0] == "de"
    assert archive_words(find_locale("eo")) == ("en", english)
