"""Other plugins convert texts with the site's Markdown, too; no page may see or disturb that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.draws import one_in
from tests.projects import CONFIG, build_site, page, translate, write_project

BODY = """\
# Privacy notice

What we do with your data, see [rights].

::: purposes

## Your data

Text with a note.[^1]

::: data-index

[rights]: index.md "Your rights"
[^1]: The note.
"""

PLAIN = CONFIG.replace("def_list, ", "def_list, footnotes, ")

CONVERTED = """\
import markdown
from mkdocs.plugins import event_priority

def converted(config):
    text = "# One\\n\\n## Two\\n\\n::: purposes\\n\\n### Three\\n\\nSee [rights].[^1]\\n\\n[^1]: N"
    return markdown.markdown(
        text, extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
"""

HOOKS = {
    "before every page": "def on_env(env, config, files):\n    converted(config)\n    return env\n",
    "before all pages": "def on_nav(nav, config, files):\n    converted(config)\n    return nav\n",
    "first before a page": "@event_priority(1000)\n"
    "def on_page_markdown(markdown, page, config, files):\n    converted(config)\n",
    "last before a page": "@event_priority(-1000)\n"
    "def on_page_markdown(markdown, page, config, files):\n    converted(config)\n",
    "first after a page": "@event_priority(1000)\n"
    "def on_page_content(html, page, config, files):\n    converted(config)\n",
    "last after a page": "@event_priority(-1000)\n"
    "def on_page_content(html, page, config, files):\n    converted(config)\n",
    "for its template": "def on_page_context(context, page, config, nav):\n    converted(config)\n",
    "the page itself, again": "def on_page_content(html, page, config, files):\n"
    "    page.render(config, files)\n",
    "within a page": """\
class Nested(markdown.treeprocessors.Treeprocessor):
    def run(self, root):
        if not busy:
            busy.append(self)
            converted(now[0])
            busy.clear()

class Nesting(markdown.Extension):
    def extendMarkdown(self, md):
        for priority in (60, 24, 7, 3):
            md.treeprocessors.register(Nested(md), f"nested{priority}", priority)

busy, now = [], []

def on_config(config):
    now[:] = [config]
    config.markdown_extensions.append(Nesting())
""",
}


def write(folder: Path, hook: str = "") -> Path:
    config = PLAIN + ("hooks: [hook.py]\n" if hook else "")
    files = {"mkdocs.yml": config, "docs/index.md": BODY, "docs/b.md": "# Other\n\n## Part\n"}
    write_project(folder, {**files, "hook.py": CONVERTED + hook})
    translate(folder, "de")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return articles(build_site(write(tmp_path_factory.mktemp("undisturbed"))))


def articles(site: Path) -> dict[str, str]:
    """What stands on each page, without its frame."""
    names = ("index.html", "b/index.html", "de/index.html", "de/b/index.html")
    return {name: str(page(site, name).css_first("article").html) for name in names}


def test_pages_have_their_tables_and_ids(undisturbed: dict[str, str]) -> None:
    assert undisturbed["de/index.html"].count('class="notice-table"') == 3
    for heading in ('id="privacy-notice"', 'id="calls_1"', 'id="your-data"'):
        assert heading in undisturbed["index.html"]
        assert heading in undisturbed["de/index.html"]


@one_in(3, "when", HOOKS)
def test_another_plugin_may_convert_a_text_at_any_time(
    tmp_path: Path, undisturbed: dict[str, str], when: str
) -> None:
    assert articles(build_site(write(tmp_path, HOOKS[when]))) == undisturbed
