"""A preview made for translating, and locales that stand in for one another."""

from __future__ import annotations

import json
from pathlib import Path

from tests.projects import (
    CONFIG,
    build_site,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
    write_project,
)

CATALOGUE = "locales/de/LC_MESSAGES/notice.po"


def with_open_pieces(folder: Path) -> Path:
    """German with a missing, an outdated and a faulty piece."""
    replace_in(folder / "notice_data/care.yml", "Chats are", "In 30 days, chats are")
    translate(folder, "de")
    replace_in(folder / "notice_data/care.yml", "Calls are recorded.", "Calls are kept.")
    polynotice(folder, "update")
    replace_in(folder / CATALOGUE, "DE: What we do with your data.", "")
    replace_in(folder / CATALOGUE, "DE: In 30 days, chats", "DE: In 60 days, chats")
    return folder


def test_each_open_piece_is_marked_in_the_preview_with_its_place_and_source(notice: Path) -> None:
    tree = page(build_site(with_open_pieces(notice), preview=True), "de/index.html")
    marked = tree.css("article .notice-open")
    notes = {text_of(node): node.attributes["title"] or "" for node in marked}
    assert list(notes) == [
        "What we do with your data.",
        "Calls are kept.",
        "DE: In 60 days, chats are monitored.",
    ]
    for text, note in notes.items():
        line = int(note.partition(f"({CATALOGUE}:")[2].partition(")")[0])
        source = text.replace("DE: In 60", "In 30")
        assert note.endswith(f"Source: {source}")
        assert f'"{source}"' in (notice / CATALOGUE).read_text().split("\n")[line - 1]


def test_a_translated_piece_without_a_finding_is_not_marked(notice: Path) -> None:
    translate(notice, "de")
    tree = page(build_site(notice, preview=True), "de/index.html")
    assert tree.css(".notice-open") == []


def test_a_page_tells_the_state_of_every_locale_and_leads_to_each_open_piece(notice: Path) -> None:
    site = build_site(with_open_pieces(notice), preview=True)
    tree = page(site, "_translation/index.html")
    row = [text_of(cell) for cell in tree.css("table.notice-status tbody tr th, tbody tr td")]
    assert row == ["German (de)", "17", "1", "1", "3"]
    links = [link.attributes["href"] for link in tree.css(".notice-translation ol a")]
    assert links == ["../de/", "../de/#calls", "../de/#chat"]


def test_nothing_of_it_is_published(notice: Path) -> None:
    replace_in(notice / "mkdocs.yml", "[en, de]", "[en, de]\n      untranslated: fallback")
    translate(notice, "de")
    replace_in(notice / CATALOGUE, "DE: What we do with your data.", "")
    site = build_site(notice)
    assert not (site / "_translation").exists()
    html = (site / "de/index.html").read_text(encoding="utf-8")
    assert "notice-open" not in html
    assert "notice-untranslated" in html


def test_a_regional_locale_falls_back_to_its_language_and_then_to_the_source(
    tmp_path: Path,
) -> None:
    config = CONFIG.replace("[en, de]", "[en, fr, fr-CA]")
    write_project(tmp_path, {"mkdocs.yml": config})
    translate(tmp_path, "fr")
    assert polynotice(tmp_path, "add-locale", "fr-CA").exit_code == 0
    path = tmp_path / "locales/fr_CA/LC_MESSAGES/notice.po"
    text = path.read_text(encoding="utf-8")
    start = text.index('msgid "Calls are recorded."')
    path.write_text(
        text[:start]
        + text[start:].replace('msgstr ""', 'msgstr "CA\u00a0: Calls are recorded."', 1),
        encoding="utf-8",
    )
    assert problems_of(tmp_path) == []
    status = json.loads(polynotice(tmp_path, "status", "--json").stdout)["locales"]["fr-CA"]
    assert status["missing"] == 0
    site = build_site(tmp_path)
    own, inherited = page(site, "fr-CA/index.html").css("tr[data-record] td[data-field=purpose]")
    assert text_of(own) == "CA : Calls are recorded."
    assert own.css("[lang]") == []
    assert text_of(inherited) == "FR : Chats are monitored."
    assert inherited.css_first("[lang]").attributes["lang"] == "fr"
    records = json.loads((site / "fr-CA/notice.json").read_text(encoding="utf-8"))["records"]
    assert [record["fields"]["purpose"]["state"] for record in records] == ["translated"] * 2
    assert [record["fields"]["purpose"]["lang"] for record in records] == ["fr-CA", "fr"]
    assert polynotice(tmp_path, "verify", str(site)).exit_code == 0


def test_what_the_language_lacks_is_missing_in_its_regional_locale(tmp_path: Path) -> None:
    config = CONFIG.replace("[en, de]", "[en, fr, fr-CA]")
    write_project(tmp_path, {"mkdocs.yml": config})
    translate(tmp_path, "fr", **{"Calls are recorded.": ""})
    assert polynotice(tmp_path, "add-locale", "fr-CA").exit_code == 0
    missing = [line for line in problems_of(tmp_path) if line.endswith("missing-translation")]
    assert [line.split("/")[1] for line in missing] == ["fr", "fr_CA"]


def test_a_page_tells_what_is_wrong_in_its_own_language_and_folds_up_the_rest(
    tmp_path: Path,
) -> None:
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, fr]")})
    for one in ("de", "fr"):
        translate(tmp_path, one)
        replace_in(tmp_path / f"locales/{one}/LC_MESSAGES/notice.po", "Calls are recorded.", "")
    polynotice(tmp_path, "update")
    replace_in(tmp_path / "notice_data/care.yml", "[recordings]", "[recodings]")
    site = build_site(tmp_path, preview=True)
    for name, own, others in (
        ("de/index.html", {"notice_data", "locales/de"}, {"fr"}),
        ("fr/index.html", {"notice_data", "locales/fr"}, {"de"}),
        ("index.html", {"notice_data"}, {"de", "fr"}),
    ):
        box = page(site, name).css_first(".notice-problems")
        folded = box.css_first("details")
        assert text_of(folded.css_first("summary")).endswith(
            f" in other languages: {', '.join(sorted(others))}"
        )
        assert "open" not in folded.attributes
        folded.decompose()
        told = [text_of(node) for node in box.css("li")]
        assert {part for part in own for line in told if line.startswith(f"{part}/")} == own
        assert all(line.startswith(tuple(own)) for line in told)


def test_a_preview_names_the_pages_of_the_navigation_that_are_not_there(notice: Path) -> None:
    nav = ["index.md", {"Rights": ["rihgts.md"]}, {"Law": "https://example.org/law.md"}]
    nav += ["paper.pdf", "rights.md", "later.md"]
    hooks = """\
from mkdocs.structure.files import File


def on_files(files, config):
    files.append(File.generated(config, "later.md", content="# Later"))
"""
    write_project(notice, {"hooks.py": hooks, "docs/rights.md": "# Rights\n"})
    config = f"{CONFIG}hooks: [hooks.py]\nnav: {json.dumps(nav)}\n"
    (notice / "mkdocs.yml").write_text(config, encoding="utf-8")
    translate(notice, "de")
    told = page(build_site(notice, preview=True), "index.html").css_first(".notice-problems")
    assert [text_of(item) for item in told.css("li") if "later.md" not in text_of(item)] == [
        'mkdocs.yml:13: warning unknown-page: The navigation leads to "rihgts.md", which is not '
        'there. Did you mean "rights.md"?'
    ]


def test_front_matter_that_is_no_yaml_is_a_problem_of_the_page(notice: Path) -> None:
    text = (notice / "docs/index.md").read_text(encoding="utf-8")
    write_project(notice, {"docs/index.md": f"---\ntitle: Notice\nicon: [a\n---\n\n{text}"})
    assert "docs/index.md:3: error unreadable-page" in problems_of(notice)


def test_words_between_rules_are_no_front_matter(notice: Path) -> None:
    text = (notice / "docs/index.md").read_text(encoding="utf-8")
    write_project(notice, {"docs/index.md": f"---\nSome words.\n---\n\n{text}"})
    translate(notice, "de")
    assert problems_of(notice) == []
