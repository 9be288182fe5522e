"""What extensions of Markdown put into a text for themselves is no word of its author."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import (
    CONFIG,
    INDEX,
    build_site,
    catalogue,
    page,
    polynotice,
    text_of,
    translate,
    write_project,
)

FENCES = "- an item\n  ```\n  code\n  ```\n\nWords before\n```\ncode\n```\nwords behind\n"


def write(folder: Path, extension: str, body: str) -> Path:
    listed = f"markdown_extensions: [attr_list, toc, {extension}]"
    config = CONFIG.partition("markdown_extensions:")[0] + listed + "\nextra: {generator: false}\n"
    config = config.replace("[en, de]", "[en, de, fr]")
    index = INDEX.replace("What we do with your data.\n", body)
    return write_project(folder, {"mkdocs.yml": config, "docs/index.md": index})


@pytest.mark.parametrize(
    ("extension", "body", "texts"),
    [
        ("pymdownx.tasklist", "- [ ] open *task*\n- [x] done\n", ["open *task*", "done"]),
        ("pymdownx.tasklist", "1. [x] one\n\n    more of it\n", ["one", "more of it"]),
        ("pymdownx.tasklist: {custom_checkbox: true}", "- [ ] open {.x}\n", ["open {.x}"]),
        ("pymdownx.superfences", FENCES, ["an item", "Words before", "words behind"]),
        ("pymdownx.critic: {mode: accept}", "A {++new++} word.\n", ["A new word."]),
        ("pymdownx.keys", "Press ++ctrl+a++ now.\n", ["Press ++ctrl+a++ now."]),
        ("pymdownx.inlinehilite", "Use `#!py x` now.\n", ["Use `#!py x` now."]),
        ("pymdownx.tabbed", '=== "One"\n\n    Words.\n', ["One", "Words."]),
        # No task: that the brackets are words is the near miss.
        ("pymdownx.tasklist", "Read [ ] as open.\n", ["Read [ ] as open."]),
    ],
)
def test_a_text_is_what_its_author_wrote_and_stands_where_it_was(
    tmp_path: Path, extension: str, body: str, texts: list[str]
) -> None:
    write(tmp_path, "pymdownx.highlight, " * ("inlinehilite" in extension) + extension, body)
    for locale in ("de", "fr"):
        translate(tmp_path, locale)
    prose = [entry for entry in catalogue(tmp_path, "de").entries if entry.msgctxt is None]
    assert [text for text in texts if text not in {entry.msgid for entry in prose}] == []
    site = build_site(tmp_path)
    shown = {name: page(site, f"{name}index.html") for name in ("", "de/", "fr/")}
    tags = {name: [node.tag for node in html.css("article *")] for name, html in shown.items()}
    assert [tag for tag in tags["de/"] if tag not in ("p", "a")] == [
        tag for tag in tags[""] if tag not in ("p", "a")
    ]
    assert tags["de/"] == tags["fr/"]
    assert all("\x02" not in str(html.html) for html in shown.values())
    if "tasklist" in extension and "[x]" in body:
        assert len(shown["de/"].css("article input[type=checkbox]")) == body.count("\n- ") + 1
        item = shown["fr/"].css("article li.task-list-item")[-1]
        assert text_of(item).startswith("FR :")


def test_a_text_with_something_amid_its_words_is_a_problem_on_its_line(tmp_path: Path) -> None:
    write(tmp_path, "pymdownx.critic: {mode: view}", "First words.\n\nSome {++new++} words.\n")
    found = polynotice(tmp_path, "check").stdout
    assert (
        "docs/index.md:5: error untranslatable-text: An extension of Markdown puts something into "
        'the middle of "Some … new … words.", which no catalogue can hold. '
        "Give it lines of its own, or write it in another way." in found
    )
    assert "hidden-character" not in found


def test_a_task_keeps_the_line_of_its_words(tmp_path: Path) -> None:
    write(tmp_path, "pymdownx.tasklist", "- [ ] an <b>open</b> task\n")
    assert "docs/index.md:3: error raw-html" in polynotice(tmp_path, "check").stdout


def test_a_task_without_a_translation_is_marked_behind_its_box(tmp_path: Path) -> None:
    write(tmp_path, "pymdownx.tasklist", "- [ ] open task\n")
    config = (tmp_path / "mkdocs.yml").read_text()
    fallback = config.replace(
        "locales: [en, de, fr]", "locales: [en, de]\n      untranslated: fallback"
    )
    (tmp_path / "mkdocs.yml").write_text(fallback)
    translate(tmp_path, "de", **{"open task": ""})
    item = page(build_site(tmp_path), "de/index.html").css_first("li.task-list-item")
    assert [node.tag for node in item.css("*")][1:] == ["input", "span"]
    assert item.css_first("span").attributes["lang"] == "en"
