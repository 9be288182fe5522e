"""A notice beside other MkDocs plugins: the real ones, as a user installs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser

from tests.draws import each
from tests.projects import (
    build_site,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
    write_project,
)
from tests.searching import found_by_search

NAV = """\
nav:
  - index.md
  - Legal things:
      - legal/index.md
      - The rules: legal/rules.md
      - Elsewhere: https://law.example/
"""
LEGAL = {
    "docs/legal/index.md": "# About the law\n\nWhat holds.\n",
    "docs/legal/rules.md": "# Rules\n\nWhat we keep to.\n",
}


def with_plugins(folder: Path, *plugins: str, **files: str) -> Path:
    """A small notice with those lines before `polynotice` in its list of plugins."""
    write_project(folder, files)
    lines = "".join(f"  - {line}\n" for line in plugins)
    replace_in(folder / "mkdocs.yml", "  - polynotice:", f"{lines}  - polynotice:")
    return folder


def add_to_config(folder: Path, text: str) -> None:
    """Adds lines at the end of `mkdocs.yml`."""
    path = folder / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def links_of_navigation(site: Path, name: str) -> list[tuple[str, str]]:
    """The titles in the navigation of a page, each with its address."""
    links = page(site, name).css(".md-nav--primary a.md-nav__link")
    return [(text_of(link), link.attributes.get("href") or "") for link in links]


@pytest.mark.parametrize("name", ["material", "readthedocs"])
def test_a_section_that_is_a_page_is_one_in_every_locale(tmp_path: Path, name: str) -> None:
    folder = with_plugins(tmp_path, "section-index", **LEGAL)
    add_to_config(folder, NAV)
    replace_in(folder / "mkdocs.yml", "name: material", f"name: {name}")
    translate(folder, "de")
    site = build_site(folder)
    for root, title in (("", "Legal things"), ("de/", "DE: Legal things")):
        links = page(site, f"{root}index.html").css("a[href='legal/']")
        assert title in [text_of(link) for link in links], root


def test_a_section_stays_a_label_where_its_first_page_has_a_title(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "section-index", **LEGAL)
    add_to_config(folder, NAV.replace("- legal/index.md", "- Overview: legal/index.md"))
    translate(folder, "de")
    links = links_of_navigation(build_site(folder), "de/index.html")
    assert ("DE: Overview", "legal/") in links
    assert "DE: Legal things" not in [title for title, _ in links]


HOOK = """\
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Section


class Rule(StructureItem):
    title = None
    children = None

    def __init__(self):
        self.parent = None


class Button(Link):
    pass


class Group(Section):
    pass


def on_nav(nav, config, files):
    section = nav.items[1]
    button = Button("Call us", "https://call.example/")
    button.icon = "phone"
    group = Group(section.title, section.children)
    nav.items[1] = group
    nav.items += [Rule(), button]
    for child in group.children:
        child.parent = group
    return nav


def on_page_context(context, page, config, nav):
    page.kinds = [
        (type(item).__name__, getattr(item, "icon", None), item.title and str(item.title))
        for item in context["nav"].items
    ]
    page.parents = [child.parent is context["nav"].items[1] for child in
                    context["nav"].items[1].children]


def on_post_page(output, page, config):
    return output.replace("</body>", f"<!-- {page.kinds} {page.parents} --></body>")
"""


def test_every_item_of_the_navigation_keeps_its_class_and_what_it_has(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {**LEGAL, "hook.py": HOOK})
    add_to_config(folder, f"{NAV}  - Call us: https://call.example/\nhooks: [hook.py]\n")
    translate(folder, "de")
    html = (build_site(folder) / "de/index.html").read_text(encoding="utf-8")
    assert "('Group', None, 'DE: Legal things')" in html
    assert "('Rule', None, None)" in html
    assert "('Button', 'phone', 'DE: Call us')" in html
    assert "[True, True, True]" in html


WORKER = """\
window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(url) {
        super();
        const frame = document.createElement("iframe");
        document.body.appendChild(frame);
        this.inner = frame.contentWindow;
        this.ready = new Promise(resolve => {
            const own = this.inner, add = src => new Promise(done => {
                const script = own.document.createElement("script");
                script.src = src; script.onload = done; own.document.body.appendChild(script);
            });
            own.postMessage = data =>
                this.dispatchEvent(new MessageEvent("message", {data}));
            own.importScripts = (...urls) =>
                urls.reduce((before, url) => before.then(() => add(url)), Promise.resolve());
            add(url).then(resolve);
        });
    }
    postMessage(data) {
        this.ready.then(() => this.inner.dispatchEvent(new MessageEvent("message", {data})));
    }
};
"""
"""What Material's offline plugin loads from another host: a worker in a frame, for pages that are
opened as files."""


@pytest.mark.browser
@each(
    "plugins",
    ["offline, search, polynotice", "search, offline, polynotice", "polynotice, search, offline"],
    always=["polynotice, search, offline"],
)
def test_offline_search_finds_what_its_own_locale_says_whatever_the_order(
    browser: Browser, tmp_path: Path, plugins: str
) -> None:
    folder = write_project(tmp_path)
    options = "  - search\n  - polynotice:\n      locales: [en, de]\n"
    listed = options.replace("  - search\n", "")
    lines = {"offline": "  - offline\n", "search": "  - search\n", "polynotice": listed}
    in_order = "".join(lines[name] for name in plugins.split(", "))
    replace_in(folder / "mkdocs.yml", options, in_order)
    (folder / "docs/iframe-worker.js").write_text(WORKER, encoding="utf-8")
    replace_in(
        folder / "mkdocs.yml",
        "  generator: false",
        "  generator: false\n  polyfills: [iframe-worker.js]",
    )
    translate(folder, "de")
    site = build_site(folder)
    tab = browser.new_page()
    for root in ("", "de/"):
        index = (site / root / "search/search_index.js").read_text(encoding="utf-8")
        assert ("DE: " in index) is bool(root)
        tab.goto((site / root / "index.html").as_uri())
        targets = found_by_search(tab, "recorded")
        assert all(target.startswith((site / root).as_uri()) for target in targets), targets
        assert all("/de/" in target for target in targets) is bool(root)
    tab.close()


def test_offline_search_without_the_plugin_is_not_made(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    site = build_site(folder)
    assert (site / "de/search/search_index.json").exists()
    assert not (site / "de/search/search_index.js").exists()


SHARED = {
    "docs/a.md": """\
---
title: All of it
---
# All of it

{% include-markdown "../shared/terms.md" %}

What we say ourselves.

::: purpose
""",
    "shared/terms.md": "Shared words.\n\n## Shared heading\n\n<p>Shared HTML.</p>\n",
}


def test_words_of_an_included_file_are_translated_and_problems_have_its_line(
    tmp_path: Path,
) -> None:
    folder = with_plugins(tmp_path, "include-markdown", **SHARED)
    found = problems_of(folder)
    assert "docs/a.md:10: error bad-block" in found
    assert "shared/terms.md:5: error untranslatable-text" in found
    replace_in(folder / "docs/a.md", "::: purpose\n", "")
    replace_in(folder / "shared/terms.md", "<p>Shared HTML.</p>\n", "")
    translate(folder, "de")
    assert problems_of(folder) == []
    site = build_site(folder)
    texts = [text_of(each) for each in page(site, "de/a/index.html").css("article p, article h2")]
    assert "DE: Shared words." in texts
    assert any(text.startswith("DE: Shared heading") for text in texts)
    assert "DE: What we say ourselves." in texts
    assert text_of(page(site, "a/index.html").css("article p")[0]) == "Shared words."
    assert "#: shared/terms.md\n" in (folder / "locales/notice.pot").read_text(encoding="utf-8")


def test_a_file_that_is_not_there_to_include_is_reported_with_page_and_line(
    tmp_path: Path,
) -> None:
    text = "# A\n\n{% include-markdown 'nowhere.md' %}\n"
    folder = with_plugins(tmp_path, "include-markdown", **{"docs/a.md": text})
    assert "docs/a.md:3: error unreadable-page" in problems_of(folder)


MACROS = {
    "docs/a.md": """\
# About {{ company }}

{{ company }} keeps it for {{ months(2) }}.

{% raw %}{{ shown as it is }}{% endraw %}
""",
    "main.py": """\
def define_env(env):
    @env.macro
    def months(number):
        return f"{number} months"
""",
}


@pytest.mark.parametrize("order", ["before", "after"])
def test_words_of_macros_are_those_of_the_catalogue_in_check_update_and_build(
    tmp_path: Path, order: str
) -> None:
    folder = with_plugins(tmp_path, *(["macros"] if order == "before" else []), **MACROS)
    if order == "after":
        replace_in(folder / "mkdocs.yml", "[en, de]\n", "[en, de]\n  - macros\n")
    replace_in(folder / "mkdocs.yml", "extra:\n", "extra:\n  company: Example Ltd\n")
    translate(folder, "de")
    assert problems_of(folder) == []
    site = build_site(folder)
    texts = [text_of(each) for each in page(site, "de/a/index.html").css("article p")]
    assert texts[-2:] == [
        "DE: Example Ltd keeps it for 2 months.", "DE: {{ shown as it is }}"
    ]  # fmt: skip
    assert text_of(page(site, "a/index.html").css("article h1")[0]).startswith("About Example Ltd")


def test_a_macro_that_fails_or_has_no_value_is_reported_and_is_no_word_of_the_notice(
    tmp_path: Path,
) -> None:
    files = {"docs/a.md": "# A\n\nWe are {{ compny }}.\n", "docs/b.md": "# B\n\n{{ 1 / 0 }}\n"}
    folder = with_plugins(tmp_path, "macros", **files)
    found = problems_of(folder)
    assert "docs/a.md:3: warning unreadable-page" in found
    assert "docs/b.md:3: error unreadable-page" in found
    assert polynotice(folder, "update").exit_code == 1


AWESOME = {
    "docs/.nav.yml": "nav:\n  - index.md\n  - Legal things: legal\n  - more\n"
    "  - Elsewhere: https://law.example/\n",
    "docs/more/.nav.yml": "title: And more\n",
    "docs/more/b.md": "# More\n\nWords of more.\n",
    **LEGAL,
}


def test_titles_of_awesome_nav_are_translated_and_have_their_line(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "awesome-nav", **AWESOME)
    translate(folder, "de")
    assert problems_of(folder) == []
    template = (folder / "locales/notice.pot").read_text(encoding="utf-8")
    assert '#: docs/more/.nav.yml\nmsgid "And more"' in template
    site = build_site(folder)
    titles = [text_of(each) for each in page(site, "de/index.html").css(".md-nav--primary label")]
    assert {"DE: Legal things", "DE: And more"} <= set(titles)
    assert ("DE: Elsewhere", "https://law.example/") in links_of_navigation(site, "de/index.html")


LITERATE = {
    "docs/SUMMARY.md": "* [Start](index.md)\n* Legal things\n    * [The law](legal/index.md)\n"
    "    * legal/r*.md\n",
    **LEGAL,
}


@pytest.mark.parametrize("nav", ["", "nav:\n  - Everything: ./\n"])
def test_titles_of_literate_nav_are_translated(tmp_path: Path, nav: str) -> None:
    folder = with_plugins(tmp_path, "literate-nav", **LITERATE)
    add_to_config(folder, f"exclude_docs: SUMMARY.md\n{nav}")
    translate(folder, "de")
    assert problems_of(folder) == []
    site = build_site(folder)
    titles = [title for title, _ in links_of_navigation(site, "de/index.html")]
    assert {"DE: Start", "DE: The law", "DE: Rules"} <= set(titles)


def test_literate_nav_without_a_file_of_its_own_lists_each_page_once(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "literate-nav", **LEGAL)
    translate(folder, "de")
    site = build_site(folder)
    for root in ("", "de/"):
        addresses = [address for _, address in links_of_navigation(site, f"{root}index.html")]
        pages = {address for address in addresses if "#" not in address}
        assert pages - {".", "./"} == {"legal/", "legal/rules/"}, root


TAGGED = {"docs/a.md": "---\ntags: [law]\n---\n# A\n\nWords.\n"}
LISTED = {**TAGGED, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"}
POST = {
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/one.md": "---\ndate: 2024-01-01\n---\n# 1\n",
}


@pytest.mark.parametrize(
    ("plugin", "files", "expected"),
    [
        ("tags", TAGGED, "warning"),
        ("tags", LISTED, "error"),
        ("tags: {enabled: false}", TAGGED, None),
        ("blog", POST, "error"),
        ("blog: {enabled: false}", {}, None),
        ("social", {}, "warning"),
        ("social: {cards: false}", {}, None),
        ("gen-files: {scripts: [made.py]}", {"made.py": ""}, "warning"),
        ("exclude-search: {exclude_unreferenced: true}", {}, "warning"),
        ("exclude-search: {exclude: [a.md]}", {}, None),
        ("git-revision-date-localized: {enable_creation_date: true}", {}, "warning"),
        ("git-revision-date-localized", {}, None),
        ("i18n: {languages: [{locale: en, name: English, default: true}]}", {}, "error"),
        ("privacy", {}, None),
        ("section-index", {}, None),
        ("minify", {}, None),
    ],
)
def test_what_another_plugin_does_to_a_notice_is_said_by_check_with_its_line(
    tmp_path: Path, plugin: str, files: dict[str, str], expected: str | None
) -> None:
    folder = with_plugins(tmp_path, plugin, **files)
    found = [line for line in problems_of(folder) if "unsupported-plugin" in line]
    assert found == ([f"mkdocs.yml:7: {expected} unsupported-plugin"] if expected else [])


SCRIPT = """\
import mkdocs_gen_files

with mkdocs_gen_files.open("made.md", "w") as page:
    print("# Made\\n\\nMade words.", file=page)
"""


def test_a_page_that_a_plugin_adds_while_building_refuses_the_build_and_names_the_plugin(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = with_plugins(tmp_path, "gen-files: {scripts: [gen.py]}", **{"gen.py": SCRIPT})
    translate(folder, "de")
    with pytest.raises(Abort):
        build_site(folder)
    assert "The plugin gen-files adds the page made.md" in caplog.text
    assert not (folder / "site").exists()


def test_another_file_that_a_plugin_adds_while_building_is_built(tmp_path: Path) -> None:
    script = SCRIPT.replace("made.md", "made.txt")
    folder = with_plugins(tmp_path, "gen-files: {scripts: [gen.py]}", **{"gen.py": script})
    translate(folder, "de")
    assert (build_site(folder) / "made.txt").exists()


def test_redirects_lead_to_the_same_page_in_every_locale(tmp_path: Path) -> None:
    maps = "{old.md: legal/rules.md#what, away.md: https://x.example/}"
    folder = with_plugins(tmp_path, f"redirects: {{redirect_maps: {maps}}}", **LEGAL)
    translate(folder, "de")
    site = build_site(folder)
    for root in ("", "de/"):
        html = (site / root / "old/index.html").read_text(encoding="utf-8")
        assert 'url=../legal/rules/#what"' in html
        assert "https://x.example/" in (site / root / "away/index.html").read_text("utf-8")


def test_what_is_kept_out_of_the_search_is_kept_out_in_every_locale(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "exclude-search: {exclude: [legal/rules.md]}", **LEGAL)
    translate(folder, "de")
    site = build_site(folder)
    for root in ("", "de/"):
        index = (site / root / "search/search_index.json").read_text(encoding="utf-8")
        assert "What holds." in index
        assert "What we keep to." not in index


@pytest.mark.parametrize(("locale", "date"), [("de", "3. Mai 2024"), ("zh-Hans", "2024年5月3日")])
def test_dates_of_git_are_written_as_the_locale_writes_them(
    tmp_path: Path, locale: str, date: str
) -> None:
    folder = with_plugins(tmp_path, "git-revision-date-localized")
    replace_in(folder / "mkdocs.yml", "[en, de]", f"[en, {locale}]")
    translate(folder, locale)
    git = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@x.example"]
    names = ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE")
    moment = {**os.environ, **dict.fromkeys(names, "2024-05-03T12:00:00Z")}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *command], check=True, env=moment)
    site = build_site(folder)
    assert date in page(site, f"{locale}/index.html").body.text()
    assert "May 3, 2024" in page(site, "index.html").body.text()


def test_settings_of_the_meta_plugin_hold_for_every_locale(tmp_path: Path) -> None:
    files = {**LEGAL, "docs/legal/.meta.yml": "search:\n  exclude: true\n"}
    folder = with_plugins(tmp_path, "meta", **files)
    translate(folder, "de")
    site = build_site(folder)
    for root in ("", "de/"):
        index = (site / root / "search/search_index.json").read_text(encoding="utf-8")
        assert "Calls are recorded." in index
        assert "What holds." not in index


META = {
    "docs/legal/index.md": "---\ndescription: Of this page\n---\n# About the law\n\nWhat holds.\n",
    "docs/legal/rules.md": "# Rules\n\nWhat we keep to.\n",
    "docs/legal/.meta.yml": "hide: [toc]\ntitle: Legal\ndescription: Of all pages\n",
}


def description_of(site: Path, name: str) -> str | None:
    """What a page says of itself to search engines."""
    return page(site, name).css_first("meta[name=description]").attributes["content"]


def test_words_of_the_meta_plugin_are_translated_and_have_their_line(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "meta", **META)
    translate(folder, "de")
    assert problems_of(folder) == []
    template = (folder / "locales/notice.pot").read_text(encoding="utf-8")
    assert '#: docs/legal/.meta.yml\nmsgid "Of all pages"' in template
    site = build_site(folder)
    for root, mark in (("", ""), ("de/", "DE: ")):
        assert description_of(site, f"{root}legal/rules/index.html") == f"{mark}Of all pages"
        assert description_of(site, f"{root}legal/index.html") == f"{mark}Of this page"
        rules = page(site, f"{root}legal/rules/index.html")
        assert text_of(rules.css_first("title")).startswith(f"{mark}Legal - ")
        assert rules.css_first(".md-sidebar--secondary[hidden]") is not None
    translate(folder, "de", **{"Of all pages": ""})
    (missing,) = problems_of(folder)
    assert missing.endswith("error missing-translation")


def test_words_of_the_meta_plugin_for_all_pages_are_put_together_with_those_of_a_page(
    tmp_path: Path,
) -> None:
    own = "---\ntitle: Of its own\nsubtitle: Below it\n---\n# About the law\n\nWhat holds.\n"
    words = "title: Legal\nsubtitle: Of all\ndescription: Of all pages\n"
    folder = with_plugins(tmp_path, "meta", **{"docs/.meta.yml": words, "docs/a.md": own})
    translate(folder, "de")
    site = build_site(folder)
    for root, mark in (("", ""), ("de/", "DE: ")):
        assert description_of(site, f"{root}a/index.html") == f"{mark}Of all pages"
        title = text_of(page(site, f"{root}a/index.html").css_first("title"))
        assert title.startswith(f"{mark}Of its own - ")
        assert text_of(page(site, f"{root}index.html").css_first("title")).startswith(mark)


def test_a_file_of_the_meta_plugin_that_is_no_yaml_is_reported_by_check(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "meta", **{**META, "docs/legal/.meta.yml": "a: [\n"})
    translate(folder, "de")
    assert "mkdocs.yml:1: error unreadable-page" in problems_of(folder)
    (folder / "docs/legal/.meta.yml").unlink()
    replace_in(folder / "mkdocs.yml", "  - meta\n", "  - meta: {enabled: false}\n")
    assert not [line for line in problems_of(folder) if "unreadable-page" in line]


SETTING = """\
def on_page_markdown(markdown, page, config, files):
    if {condition}:
        page.meta["description"] = {words}
"""


@pytest.mark.parametrize("condition", ["True", "page.file.src_uri == 'index.md'"])
def test_words_of_front_matter_that_a_hook_sets_untranslated_refuse_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, condition: str
) -> None:
    hook = SETTING.format(condition=condition, words="'Set by a hook'")
    write_project(tmp_path, {"hook.py": hook})
    add_to_config(tmp_path, "hooks: [hook.py]\n")
    translate(tmp_path, "de")
    with pytest.raises(Abort):
        build_site(tmp_path)
    assert 'sets the description of the page to "Set by a hook", untranslated' in caplog.text


@pytest.mark.parametrize(
    "words", ["{'de': 'Von einem Hook'}.get(page.file.locale, 'By a hook')", "page.meta.get('x')"]
)
def test_words_that_a_hook_sets_in_each_locale_or_not_at_all_are_no_finding(
    tmp_path: Path, words: str
) -> None:
    write_project(tmp_path, {"hook.py": SETTING.format(condition="True", words=words)})
    add_to_config(tmp_path, "hooks: [hook.py]\n")
    translate(tmp_path, "de")
    assert build_site(tmp_path).exists()


SNIPPETS = "tables, toc, {pymdownx.snippets: {base_path: [shared]}}]"


def test_a_snippet_that_is_not_there_is_reported_and_the_other_pages_are_checked(
    tmp_path: Path,
) -> None:
    files = {
        "docs/a.md": "# A\n\n::: purpose\n\n--8<-- 'nowhere.md'\n",
        "docs/b.md": "# B\n\n::: purpose\n",
    }
    write_project(tmp_path, files)
    replace_in(tmp_path / "mkdocs.yml", "tables, toc]", SNIPPETS)
    (tmp_path / "shared").mkdir()
    found = problems_of(tmp_path)
    assert "docs/a.md:5: error unreadable-page" in found
    assert {"docs/a.md:3: error bad-block", "docs/b.md:3: error bad-block"} <= set(found)


def test_every_snippet_that_is_not_there_is_reported_with_its_line(tmp_path: Path) -> None:
    page_a = """\
        # A

        The file here.md is not there.

        --8<-- "there.md"
        --8<-- "here.md"
        --8<-- "asking.md"
        --8<-- "there.md:nowhere"

        --8<--
        two.md:1:2
        there.md
        two.md
        --8<--
        """
    write_project(
        tmp_path,
        {
            "docs/a.md": page_a,
            "docs/b.md": "# B\n\n--8<-- 'three.md'\n",
            "shared/there.md": "This is there.\n",
            "shared/asking.md": "Words.\n\n--8<-- 'four.md'\n",
        },
    )
    replace_in(tmp_path / "mkdocs.yml", "tables, toc]", SNIPPETS)
    found = [line for line in problems_of(tmp_path) if "unreadable-page" in line]
    lines = [*(f"docs/a.md:{line}" for line in (6, 8, 11, 13)), "docs/b.md:3"]
    assert found == [f"{line}: error unreadable-page" for line in [*lines, "shared/asking.md:3"]]


NESTED = {
    "docs/a.md": "# A\n\nWords.\n\n--8<-- 'outer.md'\n\nMore words.\n",
    "docs/b.md": "---\ntitle: B\n---\n# B\n\n--8<-- 'outer.md:part'\n\n--8<-- 'outer.md'\n",
    "shared/outer.md": "Outer.\n\n--8<-- 'inner.md:1:3'\n\n"
    "--8<-- [start:part]\nPart.\n--8<-- [end:part]\n",
    "shared/inner.md": "Inner.\n\n--8<-- 'deep.md'\n",
    "shared/deep.md": "Deep.\n\n--8<--\nlast.md\n--8<--\n",
    "shared/last.md": "Last.\n",
}


def test_a_snippet_that_another_one_asks_for_in_vain_is_one_finding_at_its_own_line(
    tmp_path: Path,
) -> None:
    write_project(tmp_path, NESTED)
    replace_in(tmp_path / "mkdocs.yml", "tables, toc]", SNIPPETS)
    translate(tmp_path, "de")
    assert problems_of(tmp_path) == []
    (tmp_path / "shared/last.md").unlink()
    assert problems_of(tmp_path) == ["shared/deep.md:4: error unreadable-page"]
    replace_in(tmp_path / "docs/a.md", "More words.", "--8<-- 'other.md'")
    assert problems_of(tmp_path) == [
        "docs/a.md:7: error unreadable-page",
        "shared/deep.md:4: error unreadable-page",
    ]


INCLUDED = {
    "docs/a.md": "# A\n\n{% include-markdown '../shared/outer.md' %}\n\nMore words.\n",
    "docs/b.md": "---\ntitle: B\n---\n# B\n\n{% include '../shared/outer.md' %}\n",
    "docs/of/c.md": "# C\n\n{% include-markdown '../../shared/cut.md' start='<!-- s -->' %}\n",
    "shared/outer.md": "Outer.\n\n{% include-markdown './inner.md' %}\n",
    "shared/inner.md": "Inner.\n\n\n{% include './last.md' %}\n",
    "shared/cut.md": "Cut.\n\n<!-- s -->\n\n{% include './last.md' %}\n",
    "shared/last.md": "Last.\n",
}


def test_an_include_within_an_include_that_is_not_there_is_one_finding_at_its_own_line(
    tmp_path: Path,
) -> None:
    folder = with_plugins(tmp_path, "include-markdown", **INCLUDED)
    translate(folder, "de")
    assert problems_of(folder) == []
    (folder / "shared/last.md").unlink()
    within = [f"shared/{line}: error unreadable-page" for line in ("cut.md:5", "inner.md:4")]
    assert problems_of(folder) == within
    replace_in(
        folder / "docs/b.md", "# B\n", "# B\n\n{% include './x.md' %}\n{% include './y.md' %}\n"
    )
    own = [f"docs/b.md:{line}: error unreadable-page" for line in (6, 7)]
    assert problems_of(folder) == [*own, *within]


def test_a_part_of_an_included_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, "include-markdown", **INCLUDED)
    translate(folder, "de")
    replace_in(folder / "shared/cut.md", "<!-- s -->", "<!-- start -->")
    assert "docs/of/c.md:3: warning unreadable-page" in problems_of(folder)


def test_a_snippet_for_all_pages_that_is_not_there_is_reported_with_the_page_s_own(
    tmp_path: Path,
) -> None:
    write_project(tmp_path, {"docs/index.md": "# B\n\n--8<-- 'three.md'\n"})
    (tmp_path / "shared").mkdir()
    options = SNIPPETS.replace("[shared]", "[shared], auto_append: [all.md]")
    replace_in(tmp_path / "mkdocs.yml", "tables, toc]", options)
    found = [line for line in problems_of(tmp_path) if "unreadable-page" in line]
    assert found == [f"docs/index.md:{line}: error unreadable-page" for line in (1, 3)]


def test_snippets_are_found_from_mkdocs_yml_wherever_a_command_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "notice"
    files = {"docs/a.md": "# A\n\n--8<-- 'rights.md'\n", "shared/rights.md": "Your rights.\n"}
    write_project(folder, files)
    replace_in(folder / "mkdocs.yml", "tables, toc]", SNIPPETS)
    monkeypatch.chdir(tmp_path)
    translate(folder, "de")
    assert problems_of(folder) == []
    assert "DE: Your rights." in page(build_site(folder), "de/a/index.html").body.text()


ADDING = """\
def on_page_content(html, page, config, files):
    words = {{"de": "Gelesen in 1 Minute"}}.get(page.file.locale, "Read in 1 minute")
    return html + "<p>" + {words} + "</p>"
"""


def with_hook(folder: Path, code: str) -> Path:
    """A notice that is translated, with that hook."""
    write_project(folder, {"hook.py": code})
    add_to_config(folder, "hooks: [hook.py]\n")
    translate(folder, "de")
    return folder


def assert_refused(folder: Path) -> None:
    """It is not built, and no site is there."""
    with pytest.raises(Abort):
        build_site(folder)
    assert not (folder / "site").exists()


def test_words_that_a_hook_adds_to_the_html_of_translations_refuse_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert_refused(with_hook(tmp_path, ADDING.format(words="'Read in 1 minute'")))
    assert (
        'docs/index.md:1: error untranslatable-text: Another plugin adds "Read in 1' in caplog.text
    )


@pytest.mark.parametrize("words", ["words", "'1 / 2'", "'<code>x</code>'"])
def test_words_that_a_hook_adds_in_each_locales_own_language_are_no_finding(
    tmp_path: Path, words: str
) -> None:
    assert build_site(with_hook(tmp_path, ADDING.format(words=words))).exists()


ADDING_LATE = """\
def on_post_page(output, page, config):
    words = {{"de": "Gelesen in 1 Minute"}}.get(page.file.locale, "Read in 1 minute")
    return output.replace("</footer>", "<p>" + {words} + "</p></footer>")
"""


def test_words_that_a_hook_adds_to_filled_templates_keep_the_last_good_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_project(tmp_path)
    translate(tmp_path, "de")
    before = (build_site(tmp_path) / "index.html").read_bytes()
    (tmp_path / "hook.py").write_text(ADDING_LATE.format(words="'Read in 1 minute'"))
    add_to_config(tmp_path, "hooks: [hook.py]\n")
    with pytest.raises(Abort):
        build_site(tmp_path)
    assert "docs/index.md:1: error untranslatable-text: Another plugin adds" in caplog.text
    assert (tmp_path / "site/index.html").read_bytes() == before


@pytest.mark.parametrize("words", ["words", "'1 / 2'", "'<code>x</code>'"])
def test_words_that_a_hook_adds_late_in_each_locales_own_language_are_no_finding(
    tmp_path: Path, words: str
) -> None:
    assert build_site(with_hook(tmp_path, ADDING_LATE.format(words=words))).exists()


LOOKING_BACK = """\
from pathlib import Path

pages = []

def on_page_context(context, page, config, nav):
    pages.append(page)

def on_post_build(config):
    lengths = [f"{page.file.src_uri} {len(page.content or '')}" for page in pages]
    Path(config.site_dir, "lengths.txt").write_text("\\n".join(lengths))
"""


def test_a_hook_may_look_at_all_pages_once_they_are_written(tmp_path: Path) -> None:
    site = build_site(with_hook(tmp_path, LOOKING_BACK))
    lengths = dict(line.split() for line in (site / "lengths.txt").read_text().splitlines())
    assert len(lengths) > 1
    assert "0" not in lengths.values()


SETTING_LATE = """\
def on_page_context(context, page, config, nav):
    words = {{"de": "Von einem Hook"}}.get(page.file.locale, "By a hook")
    {target} = {words}
"""


@pytest.mark.parametrize(
    ("target", "name"),
    [("page.title", "navigation title"), ("page.meta['description']", "description")],
)
def test_words_that_a_hook_gives_to_templates_untranslated_keep_the_last_good_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, target: str, name: str
) -> None:
    assert_refused(with_hook(tmp_path, SETTING_LATE.format(target=target, words="'By a hook'")))
    assert f'sets the {name} of the page to "By a hook", untranslated' in caplog.text
    (tmp_path / "right.py").write_text(SETTING_LATE.format(target=target, words="words"))
    replace_in(tmp_path / "mkdocs.yml", "hook.py", "right.py")
    assert "Von einem Hook" in (build_site(tmp_path) / "de/index.html").read_text("utf-8")


SOCIAL = """\
def on_env(env, config, files):
    config.extra["social"] = [
        {{"icon": "material/web", "link": "https://shop.example", "name": "{name}"}}
    ]
"""


def test_words_that_a_hook_puts_into_the_configuration_late_keep_the_last_good_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert_refused(with_hook(tmp_path, SOCIAL.format(name="Our shop on the web")))
    assert 'The page says "Our shop on the web", which no catalogue was asked for' in caplog.text
    # Words that some catalogue was asked for are said in every language.
    (tmp_path / "right.py").write_text(SOCIAL.format(name="Our shop"))
    replace_in(tmp_path / "mkdocs.yml", "hook.py", "right.py")
    social = "  social:\n    - {icon: material/web, link: https://shop.example, name: Our shop}\n"
    replace_in(tmp_path / "mkdocs.yml", "extra:\n", f"extra:\n{social}")
    translate(tmp_path, "de")
    assert "DE: Our shop" in (build_site(tmp_path) / "de/index.html").read_text("utf-8")


def test_a_minifier_adds_no_words(tmp_path: Path) -> None:
    page_a = "# A\n\nWords on\ntwo lines, [a link](index.md) & more.\n\n- item\n- item\n"
    folder = with_plugins(tmp_path, "minify: {minify_html: true}", **{"docs/a.md": page_a})
    translate(folder, "de")
    assert "two lines" in page(build_site(folder), "de/a/index.html").body.text()
