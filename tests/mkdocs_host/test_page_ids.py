"""Ids on translated pages: those of the source page, whatever made them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.draws import one_in
from tests.projects import CONFIG, build_site, page, polynotice, translate, write_project

SLUGS = "slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
TABBED = '=== "Your rights"\n\n    See [other](#other-tab).\n\n=== "Other tab"\n\n    Text.\n'
BLOCKS = "/// tab | Your rights\nSee [other](#other-tab).\n///\n\n/// tab | Other tab\nText.\n///\n"
OWN = {"docs/a.md": f"# A\n\n{TABBED}\n## More\n"}


def write(folder: Path, extension: str, body: str, **changes: str) -> Path:
    """The site of a notice whose second page has that body."""
    config = CONFIG.replace(" admonition, ", f" {extension}, admonition, ")
    write_project(folder, {"mkdocs.yml": config, "docs/a.md": f"# A\n\n{body}\n\n## More\n"})
    translate(folder, "de", **changes)
    return build_site(folder)


def ids(site: Path, name: str) -> list[str | None]:
    """The ids in the content of a page, in order."""
    return [one.attributes["id"] for one in page(site, name).css("article [id]")]


@one_in(
    3,
    ("extension", "body"),
    [
        (f"pymdownx.tabbed: {{alternate_style: true, {SLUGS}}}", TABBED),
        (f"pymdownx.tabbed: {{{SLUGS}}}", TABBED),
        (f"pymdownx.tabbed: {{alternate_style: true, combine_header_slug: true, {SLUGS}}}", TABBED),
        (f"pymdownx.blocks.tab: {{alternate_style: true, {SLUGS}}}", BLOCKS),
        ("pymdownx.tabbed: {alternate_style: true}", TABBED),  # numbers, in any language
    ],
)
@pytest.mark.parametrize(
    "changes", [{}, {"Your rights": "Other tab", "Other tab": "Your rights"}], ids=str
)
def test_content_tabs_have_the_same_ids_in_every_language(
    tmp_path: Path, extension: str, body: str, changes: dict[str, str]
) -> None:
    site = write(tmp_path, extension, body, **changes)
    assert ids(site, "de/a/index.html") == ids(site, "a/index.html")
    tree = page(site, "de/a/index.html")
    labels = [one.attributes["for"] for one in tree.css("article label")]
    assert labels == [one.attributes["id"] for one in tree.css("article .tabbed-set > input")]
    assert "#other-tab" in [one.attributes["href"] for one in tree.css("article a")]


def test_footnotes_that_a_translation_orders_otherwise_keep_their_ids(tmp_path: Path) -> None:
    source = "First[^a] and second.[^b]"
    turned = "DE: Second[^b] and first.[^a]"
    site = write(
        tmp_path, "footnotes", f"{source}\n\n[^a]: One.\n\n[^b]: Two.\n", **{source: turned}
    )
    tree = page(site, "de/a/index.html")
    assert [one.attributes["id"] for one in tree.css("p sup")] == ["fnref:b", "fnref:a"]
    assert sorted(map(str, ids(site, "de/a/index.html"))) == sorted(
        map(str, ids(site, "a/index.html"))
    )


HOOK = """\
def on_page_markdown(markdown, page, config, files):
    if getattr(page.file, "locale", "") == "de":
        return markdown + "\\n\\n## ·\\n"
"""


def test_a_heading_that_a_plugin_adds_in_one_language_is_reported_with_its_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_project(tmp_path, {**OWN, "mkdocs.yml": f"{CONFIG}hooks: [h.py]\n", "h.py": HOOK})
    translate(tmp_path, "de")
    with pytest.raises(Abort):
        build_site(tmp_path)
    assert "docs/a.md:1: error id-mismatch: The translation has other ids" in caplog.text


def test_a_page_whose_ids_are_the_same_is_not_reported(tmp_path: Path) -> None:
    site = write(tmp_path, "def_list", "- Item\n\nTerm {: #term }\n:   Words *here*{: #here }\n")
    assert ids(site, "de/a/index.html") == ids(site, "a/index.html")
    assert polynotice(tmp_path, "verify", str(site)).output == ""
