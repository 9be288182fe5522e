"""Tables that are written at once are those that Python-Markdown would have written."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.core.model import Phrase, State, Text
from polynotice.pages.site_markdown import SiteMarkdown
from polynotice.project.extraction import page_context
from tests.draws import draws
from tests.projects import CONFIG, load, write_project

EXTENSIONS: tuple[Any, ...] = (
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "nl2br", "sane_lists",
    "smarty", "tables", "toc",
)  # fmt: skip

PLAIN = (
    "Name, and (possibly) e-mail address.", "Ürünler: 10 %", "個人データ。", "بيانات شخصية، واسم",
    "Two  spaces", "«\u00a0Nom\u00a0»", "So", "30 days;",
)  # fmt: skip
OTHERS = (
    "**Bold** words", "don't", "a < b & c", "[calls](#calls)", "see www.shop.example", "1. One",
    "{: .x }", "*[GDPR]: x", '"quoted"', "a_b_c", "&copy; us", "x\u0301", "[TOC]", "::: purposes",
)  # fmt: skip
BLOCKS = (
    "::: purposes", "::: purposes\n    layout: separate", "::: purposes\n    records: [r1, r2]",
    "::: data-index", "::: purposes\n    section: care", "Text.\n",
    "## Heading of r1\n", "- item\n",
)  # fmt: skip


class OfAnotherMaker(Extension):
    """Looks at every element, as an unknown extension may: nothing is spared the tree."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Registers it."""

        class Looks(Treeprocessor):
            def run(self, root: Element) -> None:
                assert len(list(root.iter()))

        md.treeprocessors.register(Looks(md), "looks", 21)


def notice(numbers: random.Random) -> dict[str, str]:
    """The records of a notice, and a page that shows them."""

    def text() -> str:
        texts = PLAIN if numbers.random() < 0.9 else OTHERS
        return json.dumps(numbers.choice(texts), ensure_ascii=False)

    records = "section: care\ntitle: Care\npurposes:\n"
    for number in range(numbers.randrange(3, 6)):
        records += f"  - id: r{number}\n    title: {text()}\n    purpose: {text()}\n"
        records += f"    personal_data: {text()}\n"
        if numbers.random() < 0.3:
            records += "    data: [kind]\n"
    kinds = f"data_categories:\n  - {{id: kind, name: {text()}}}\n"
    page = "# Notice\n\n" + "\n\n".join(numbers.choices(BLOCKS, k=4)) + "\n"
    return {"notice_data/care.yml": records, "notice_data/data.yml": kinds, "docs/index.md": page}


def said(text: Text) -> Phrase:
    """Some texts in the page's language, some not."""
    is_own = len(text.msgid) % 11 != 0
    return Phrase(text=text.msgid, lang="de" if is_own else "en", state=State.TRANSLATED)


@draws(12, thoroughly=80, of=400)
def test_a_table_is_what_it_would_be_by_way_of_a_tree(draws: range, tmp_path: Path) -> None:
    spared = 0
    for seed in draws:
        write_project(tmp_path, {"mkdocs.yml": CONFIG, **notice(random.Random(seed))})  # noqa: S311
        project = load(tmp_path)
        german = project.site.settings.translated[0]
        for say, locale in ((said, german), (project.say(german), german)):
            context = page_context(project.site, project.notice, locale, say)
            made = [
                SiteMarkdown(extensions, {}).convert(project.site.pages[0], context)
                for extensions in (EXTENSIONS, (*EXTENSIONS, OfAnotherMaker()))
            ]
            assert made[0] == made[1], seed
            spared += "data-record" in made[0].html
    assert spared
