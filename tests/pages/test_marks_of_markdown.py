"""What Markdown gives a meaning on a whole page: the table of contents, line breaks, code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.draws import one_in
from tests.projects import (
    CONFIG,
    build_site,
    catalogue,
    page,
    polynotice,
    problems_of,
    translate,
    write_project,
)


def messages(folder: Path) -> list[str]:
    """The source texts of the German catalogue."""
    return [entry.msgid for entry in catalogue(folder, "de").entries]


def write(folder: Path, body: str, extensions: str = "", locale: str = "de") -> None:
    """A notice with a second page, in English and another language."""
    config = CONFIG.replace("toc]", f"toc{extensions}]").replace("[en, de]", f"[en, {locale}]")
    write_project(folder, {"mkdocs.yml": config, "docs/a.md": body})
    translate(folder, locale)


@pytest.mark.parametrize(
    ("extensions", "mark"), [("", "[TOC]"), (": {marker: '{{toc}}'}", "{{toc}}")]
)
def test_the_mark_of_the_table_of_contents_is_no_text(
    tmp_path: Path, extensions: str, mark: str
) -> None:
    body = f"# A\n\n{mark}\n\n## Rights\n\n> {mark}\n\nWrite {mark} for the contents.\n"
    write(tmp_path, body, extensions)
    assert [text for text in messages(tmp_path) if mark in text] == [
        f"Write {mark} for the contents."
    ]
    assert problems_of(tmp_path) == []
    site = build_site(tmp_path)
    for name in ("a/index.html", "de/a/index.html"):
        assert len(page(site, name).css("article div.toc")) == 2


@pytest.mark.parametrize(
    ("body", "extensions"),
    [
        ("# A\n\n## [TOC]\n", ""),
        ("# A\n\n[TOC]\n", ": {marker: ''}"),
        ("# A\n\n[TOC]\n", ": {marker: '[contents]'}"),
    ],
)
def test_what_only_looks_like_that_mark_is_a_text(
    tmp_path: Path, body: str, extensions: str
) -> None:
    write(tmp_path, body, extensions)
    assert "[TOC]" in messages(tmp_path)


ADDRESS = "# A\n\nExample Ltd\n  Main street 1\nDublin\n"


def test_line_breaks_of_nl2br_stay_in_every_language(tmp_path: Path) -> None:
    write(tmp_path, ADDRESS, ", nl2br")
    assert "Example Ltd\nMain street 1\nDublin" in messages(tmp_path)
    site = build_site(tmp_path)
    lines = "Example Ltd<br>\nMain street 1<br>\nDublin"
    assert f"<p>{lines}</p>" in (site / "a/index.html").read_text().replace("<br />", "<br>")
    assert f"<p>DE: {lines}</p>" in (site / "de/a/index.html").read_text().replace("<br />", "<br>")
    assert polynotice(tmp_path, "verify", str(site)).output == ""


def test_a_line_break_that_a_translation_lacks_is_reported(tmp_path: Path) -> None:
    write(tmp_path, ADDRESS, ", nl2br")
    assert problems_of(tmp_path) == []
    name = tmp_path / "locales/de/LC_MESSAGES/notice.po"
    text = name.read_text()
    before, _, after = text.rpartition("Main street 1\\n")
    name.write_text(f"{before}Main street 1 {after}")
    assert [one.split(" ", 1)[1] for one in problems_of(tmp_path)] == ["warning markup-mismatch"]


def test_without_nl2br_lines_are_joined_but_for_two_spaces(tmp_path: Path) -> None:
    write(tmp_path, "# A\n\nExample Ltd\nMain street 1  \nDublin\n")
    assert "Example Ltd Main street 1  \nDublin" in messages(tmp_path)
    assert problems_of(tmp_path) == []


FENCE = "```\nSend this letter: I object.\n```\n"


@one_in(
    3,
    ("block", "extensions"),
    [
        (FENCE, ", fenced_code"),
        ("    Send this letter: I object.\n", ""),
        (FENCE, ", pymdownx.superfences"),
        (FENCE, ", pymdownx.highlight, pymdownx.superfences"),
        (FENCE, ", fenced_code, codehilite"),
        ("- Item\n\n    ```\n    Send this letter.\n    ```\n", ", pymdownx.superfences"),
    ],
)
def test_code_with_words_says_that_it_is_in_the_sources_language(
    tmp_path: Path, block: str, extensions: str
) -> None:
    write(tmp_path, f"# A\n\n{block}", extensions, locale="ar")
    site = build_site(tmp_path)
    (code,) = page(site, "ar/a/index.html").css("article pre")
    assert "Send this letter" in code.text()
    assert code.attributes["lang"] == "en"
    assert code.attributes["dir"] == "ltr"
    assert "notice-untranslated" in (code.attributes["class"] or "").split()
    (own,) = page(site, "a/index.html").css("article pre")
    assert "lang" not in own.attributes
    assert "notice-untranslated" not in (own.attributes.get("class") or "")


def test_code_without_words_or_with_a_language_of_its_own_is_not_marked(tmp_path: Path) -> None:
    body = '# A\n\n    12 < 34\n\n<pre lang="fr">Lettre</pre>\n\nType `make test`.\n'
    write(tmp_path, body)
    tree = page(build_site(tmp_path), "de/a/index.html")
    assert [one.attributes.get("lang") for one in tree.css("article pre")] == [None, "fr"]
    assert "lang" not in tree.css_first("article p:not(.notice-draft) code").attributes


def test_a_class_that_code_has_is_kept(tmp_path: Path) -> None:
    write(tmp_path, '# A\n\n<pre class="letter">I object.</pre>\n')
    code = page(build_site(tmp_path), "de/a/index.html").css_first("article pre")
    assert (code.attributes["class"] or "").split() == ["notice-untranslated", "letter"]
    assert "dir" not in code.attributes
