"""What the site's own Markdown makes of pages and of inline texts, and what that depends on."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.core.translation import source
from polynotice.pages.page_context import Definitions
from polynotice.pages.site_markdown import SiteMarkdown
from polynotice.project.extraction import page_context
from tests.projects import CONFIG, INDEX, load, problems_of, replace_in, translate, write_project

EXTENSIONS = ["abbr", "attr_list", "footnotes", "smarty", "toc"]


def tags(text: str, *definitions: Definitions, extensions: Any = EXTENSIONS) -> list[str]:
    """The elements that the text becomes within its paragraph."""
    inline = SiteMarkdown(extensions, {}).beside(definitions).inline(text)
    return [str(element) for element in inline.elements]


@pytest.mark.parametrize(
    ("text", "definitions", "expected"),
    [
        ("[ours][x]", Definitions(references={"x": ("a.md", "")}), ['<a href="a.md">']),
        ("[ours][x]", Definitions(references={"y": ("a.md", "")}), []),
        ("The GDPR.", Definitions(abbreviations={"GDPR": "Law"}), ['<abbr title="Law">']),
        ("The rules.", Definitions(abbreviations={"GDPR": "Law"}), []),
        (
            "Text.[^1]",
            Definitions(footnotes=frozenset("1")),
            ['<sup id="fnref:1">', '<a class="footnote-ref" href="#fn:1">'],
        ),
        ("Text.[^1]", Definitions(footnotes=frozenset("2")), []),
    ],
)
def test_what_pages_define_decides_what_a_text_becomes(
    text: str, definitions: Definitions, expected: list[str]
) -> None:
    assert tags(text, definitions) == expected
    assert tags(text) == []


def test_the_same_text_differs_beside_other_definitions_whatever_came_before() -> None:
    markdown = SiteMarkdown(EXTENSIONS, {})
    first = markdown.beside([Definitions(references={"x": ("a.md", "")})])
    other = markdown.beside([Definitions(references={"x": ("b.md", "")})])
    for _ in range(2):
        assert str(first.inline("[x]").elements[0]) == '<a href="a.md">'
        assert str(other.inline("[x]").elements[0]) == '<a href="b.md">'
        assert markdown.beside(()).inline("[x]").elements == ()


class Late(Extension):
    """Gives every paragraph a picture, at a place of its own."""

    def __init__(self, priority: float) -> None:
        super().__init__()
        self.priority = priority

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Registers it."""

        class Pictures(Treeprocessor):
            def run(self, root: Element) -> None:
                for paragraph in list(root.iter("p")):
                    SubElement(paragraph, "img", {"src": "a.png"})

        md.treeprocessors.register(Pictures(md), "of_nobody_we_know", self.priority)


@pytest.mark.parametrize("priority", [24, 15, 7, 0.5])
def test_whatever_the_sites_markdown_does_to_a_text_is_done(priority: float) -> None:
    assert tags("Words.", extensions=[*EXTENSIONS, Late(priority)]) == ['<img src="a.png">']


def test_what_is_done_to_the_source_before_it_is_translated_is_not_done_to_a_text() -> None:
    assert tags("Words.", extensions=[*EXTENSIONS, Late(26)]) == []


def test_a_page_is_the_same_however_often_and_after_whatever_it_is_converted(
    tmp_path: Path,
) -> None:
    config = CONFIG.replace("def_list, ", "abbr, def_list, footnotes, ")
    body = INDEX + "\nSee [it] and the GDPR.[^1]\n\n[it]: b.md\n\n[^1]: A note.\n\n*[GDPR]: Law\n"
    write_project(tmp_path, {"mkdocs.yml": config, "docs/index.md": body, "docs/b.md": "# B\n"})
    project = load(tmp_path)
    english = project.site.settings.source
    context = page_context(
        project.site, project.notice, english, source("en"), placed_on=project.placed_on
    )
    markdown = project.site.markdown
    first = [markdown.convert(page, context) for page in project.site.pages]
    markdown.beside([page.definitions for page in first]).inline("[it] and GDPR[^1]")
    assert [markdown.convert(page, context) for page in project.site.pages] == first
    _, index = first
    assert index.definitions.footnotes == {"1"}
    assert index.anchors == ("privacy-notice", "calls_1", "chat_1", "your-data")


def test_a_reference_of_any_page_counts_for_a_translation(tmp_path: Path) -> None:
    body = INDEX.replace("your data.", "your data, see [rights].") + "\n[rights]: b.md\n"
    write_project(tmp_path, {"docs/index.md": body, "docs/b.md": "# Rights\n"})
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []
    replace_in(tmp_path / "docs/index.md", "[rights]: b.md", "[rights]: javascript:x()")
    assert [one for one in problems_of(tmp_path) if "unsafe-markup" in one] != []
