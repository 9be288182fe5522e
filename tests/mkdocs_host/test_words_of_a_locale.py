"""Words around a page's text are its locale's: those in `extra`, in front matter, of a theme."""

from __future__ import annotations

from pathlib import Path

from tests.projects import (
    CONFIG,
    INDEX,
    build_site,
    catalogue,
    edit,
    page,
    problems_of,
    stand_in,
    text_of,
    translate,
    write_project,
)

EXTRA = """\
extra:
  generator: false
  social:
    - {icon: material/email, link: 'mailto:a@shop.example', name: Write to us}
    - {icon: material/web, link: 'https://shop.example/'}
  status:
    new: Recently added
  consent:
    title: Cookie consent
    description: We use cookies, see <a href="/rights/">your rights</a>.
    cookies: {own: Our cookies, other: {name: Cookies of others, checked: false}}
  analytics:
    feedback:
      title: Was this page helpful?
      ratings:
        - {icon: material/web, name: This page helped, data: 1, note: "Thanks, <b>really</b>!"}
"""
WORDS = CONFIG.replace("extra:\n  generator: false\n", EXTRA)


def test_every_word_in_extra_is_translated_and_nothing_else(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": WORDS, "docs/new.md": "---\nstatus: new\n---\n# New\n"})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    for name, mark in (("index.html", ""), ("de/index.html", "DE: ")):
        tree = page(site, name)
        social = [one.attributes["title"] for one in tree.css(".md-social a")]
        assert social == [f"{mark}Write to us", "shop.example"]
        assert tree.css_first(".md-status").attributes["title"] == f"{mark}Recently added"
        consent = tree.css_first(".md-consent")
        assert text_of(consent.css_first("h4")) == f"{mark}Cookie consent"
        assert consent.css_first("p").html == (
            f'<p>{mark}We use cookies, see <a href="/rights/">your rights</a>.</p>'
        )
        named = [text_of(one) for one in consent.css("li label")]
        assert named == ["Google Analytics", f"{mark}Our cookies", f"{mark}Cookies of others"]
        feedback = tree.css_first(".md-feedback")
        assert text_of(feedback.css_first("legend")) == f"{mark}Was this page helpful?"
        assert feedback.css_first("button").attributes["title"] == f"{mark}This page helped"
        note = feedback.css_first(".md-feedback__note div")
        assert text_of(note) == f"{mark}Thanks, really!"
        assert note.css_first("b") is not None


def test_a_missing_one_refuses_the_notice_at_its_catalogue(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": WORDS})
    translate(tmp_path, "de", **{"Recently added": ""})
    (found,) = [one for one in problems_of(tmp_path) if "translation" in one]
    assert found.startswith("locales/de/")
    assert found.endswith("error missing-translation")


def test_a_translation_cannot_leave_the_attribute_that_it_stands_in(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": WORDS, "docs/new.md": "---\nstatus: new\n---\n# New\n"})
    translate(tmp_path, "de")
    said = 'Neu" onclick="x'
    edit(
        tmp_path,
        "de",
        lambda entry: said if entry.msgid == "Recently added" else stand_in(entry, "de"),
    )
    status = page(build_site(tmp_path), "de/index.html").css_first(".md-status")
    assert status.attributes == {"class": "md-status md-status--new", "title": said}


def test_words_that_the_theme_does_not_show_are_no_messages(tmp_path: Path) -> None:
    other = WORDS.replace("name: material", "name: mkdocs").replace("font: false", "locale: en")
    write_project(tmp_path, {"mkdocs.yml": other})
    translate(tmp_path, "de")
    assert "Recently added" not in {entry.msgid for entry in catalogue(tmp_path, "de").entries}


# --- front matter, and where a page is edited ----------------------------------------------------


def test_a_subtitle_is_translated_and_marked_where_it_is_not(tmp_path: Path) -> None:
    head = "---\nsubtitle: What we keep\n---\n"
    write_project(tmp_path, {"docs/index.md": head + INDEX})
    translate(tmp_path, "de")

    def subtitle() -> str:
        tree = page(build_site(tmp_path), "de/index.html")
        return str(tree.css_first(".md-nav--primary .md-nav__link small").html)

    assert subtitle() == "<small>DE: What we keep</small>"
    fallback = CONFIG.replace("[en, de]", "[en, de]\n      untranslated: fallback")
    (tmp_path / "mkdocs.yml").write_text(fallback)
    translate(tmp_path, "de", **{"What we keep": ""})
    assert 'lang="en"' in subtitle()


def test_a_translated_page_is_edited_in_its_catalogue(tmp_path: Path) -> None:
    repository = "repo_url: https://git.example/a/b\nedit_uri: edit/main/docs/\n"
    config = CONFIG.replace("font: false", "font: false\n  features: [content.action.edit]")
    write_project(tmp_path, {"mkdocs.yml": config + repository, "docs/sub/a.md": "# A\n"})
    translate(tmp_path, "de")
    site = build_site(tmp_path)

    def link(name: str) -> str | None:
        return page(site, name).css_first("article a.md-content__button").attributes["href"]

    root = "https://git.example/a/b/edit/main"
    assert link("sub/a/index.html") == f"{root}/docs/sub/a.md"
    assert link("de/sub/a/index.html") == f"{root}/locales/de/LC_MESSAGES/notice.po"
