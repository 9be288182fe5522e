"""`mkdocs build` and its proof: one run for all locales, refused while anything is wrong."""

from __future__ import annotations

import json
import logging
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from tests.draws import each
from tests.processes import give_up_rights, run_copy
from tests.projects import (
    CONFIG,
    INDEX,
    RECORDS,
    build_site,
    edit,
    page,
    polynotice,
    replace_in,
    text_of,
    translate,
    write_project,
)


def config_with(options: str, **replacements: str) -> str:
    text = CONFIG.replace("      locales: [en, de]\n", options)
    for old, new in replacements.items():
        text = text.replace(old, new)
    return text


# --- what is refused -----------------------------------------------------------------------------


def test_a_missing_translation_refuses_the_build_and_leaves_the_last_site(notice: Path) -> None:
    translate(notice, "de")
    site = build_site(notice)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    replace_in(notice / "notice_data/care.yml", "Calls are recorded.", "Calls are not recorded.")
    polynotice(notice, "update")
    with pytest.raises(Abort):
        build_site(notice)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_every_problem_is_told_at_once(notice: Path, caplog: pytest.LogCaptureFixture) -> None:
    translate(notice, "de")
    replace_in(notice / "docs/index.md", "::: data-index", "::: data-idx")
    replace_in(notice / "notice_data/care.yml", "title: Calls", "titel: Calls")
    with caplog.at_level(logging.ERROR, "mkdocs"), pytest.raises(Abort):
        build_site(notice)
    told = [r.getMessage() for r in caplog.records if r.name.endswith("polynotice")]
    assert [line.split(": ")[1] for line in told] == ["error bad-block", "error unknown-field"]
    assert told[0].startswith("docs/index.md:9: ")
    assert told[1].startswith("notice_data/care.yml:5: ")


def test_a_fuzzy_translation_is_never_shown_as_one(notice: Path) -> None:
    replace_in(notice / "mkdocs.yml", "[en, de]", "[en, de]\n      untranslated: fallback")
    translate(notice, "de")
    replace_in(notice / "notice_data/care.yml", "Calls are recorded.", "Calls are not recorded.")
    polynotice(notice, "update")
    cell = page(build_site(notice), "de/index.html").css_first("#calls td[data-field=purpose]")
    assert text_of(cell) == "Calls are not recorded."
    span = cell.css_first("span.notice-untranslated")
    assert span.attributes["lang"] == "en"
    data = json.loads((notice / "site/de/notice.json").read_text())
    assert data["records"][0]["fields"]["purpose"] == {
        "text": "Calls are not recorded.",
        "lang": "en",
        "state": "fuzzy",
    }


def test_fallback_marks_whatever_is_not_translated_with_its_language(notice: Path) -> None:
    options = "      locales: [en, ar]\n      untranslated: fallback\n"
    (notice / "mkdocs.yml").write_text(config_with(options))
    assert polynotice(notice, "add-locale", "ar").exit_code == 0
    edit(notice, "ar", lambda entry: "")  # the tool's own words come translated
    site = build_site(notice)
    tree = page(site, "ar/index.html")
    article = tree.css_first("article")
    for node in article.css("h1, h2, p, td, th"):
        marked = node.css(".notice-untranslated")
        assert marked, node.html
        assert {(one.attributes["lang"], one.attributes.get("dir")) for one in marked} == {
            ("en", "ltr")
        }
    assert (
        json.loads((site / "ar/notice.json").read_text())["records"][0]["fields"]["purpose"][
            "state"
        ]
        == "missing"
    )


def test_fallback_marks_headings_where_the_page_lists_them_as_well(notice: Path) -> None:
    replace_in(notice / "mkdocs.yml", "[en, de]", "[en, ar]\n      untranslated: fallback")
    (notice / "docs" / "more.md").write_text("---\ntitle: More & more\n---\n## Cookies & co\n")
    translate(notice, "ar")
    edit(
        notice,
        "ar",
        lambda entry: (
            "" if entry.msgid in ("Calls", "Cookies & co", "More & more") else f"AR {entry.msgid}"
        ),
    )
    site = build_site(notice)

    def entry(name: str, selector: str) -> Any:
        return page(site, name).css_first(selector)

    listed = entry("ar/index.html", ".md-nav--secondary a[href='#calls_1']")
    (mark,) = listed.css(".notice-untranslated")
    assert (mark.attributes["lang"], mark.attributes["dir"]) == ("en", "ltr")
    assert text_of(mark) == "Calls"
    near_miss = entry("ar/index.html", ".md-nav--secondary a[href='#your-data']")
    assert text_of(near_miss) == "AR Your data"
    assert near_miss.css(".notice-untranslated") == []
    # A mark is an element, and there are none in a browser's title or in attributes.
    assert text_of(entry("ar/more/index.html", "title")) == "More & more - AR Notice"
    assert "span" not in str(
        [node.attributes for node in page(site, "ar/index.html").css("[aria-label]")]
    )
    link = entry("ar/index.html", ".md-nav--primary a[href$='more/'] .notice-untranslated")
    assert text_of(link) == "More & more"


def test_a_draft_locale_is_in_the_preview_alone(notice: Path) -> None:
    (notice / "mkdocs.yml").write_text(config_with("      locales: [en, de: {publish: false}]\n"))
    assert polynotice(notice, "add-locale", "de").exit_code == 0
    assert not (build_site(notice) / "de").exists()
    preview = build_site(notice, preview=True)
    assert page(preview, "de/index.html").css_first("html").attributes["lang"] == "de"


def test_the_preview_shows_problems_on_the_page(notice: Path) -> None:
    translate(notice, "de")
    replace_in(notice / "notice_data/care.yml", "[recordings]", "[recodings]")
    told = page(build_site(notice, preview=True), "index.html").css_first(".notice-problems")
    assert "notice_data/care.yml:8: error unknown-reference:" in text_of(told)
    assert 'Did you mean "recordings"?' in text_of(told)


# --- what is built -------------------------------------------------------------------------------

MANY = [
    "en", "ar", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "he", "hr", "hu",
    "it", "ja", "ko", "lt", "mt", "nl", "pl", "pt-BR", "zh-Hans", "zh-Hant",
]  # fmt: skip


@each("number", [12, 200], always=[12], thoroughly=[])
def test_twenty_five_locales_of_many_records_lose_no_row(tmp_path: Path, number: int) -> None:
    records = "".join(
        f"  - id: r{n:03}\n    title: Title {n}\n    purpose: Purpose number {n}.\n"
        f"    personal_data: [First datum {n}, Second datum {n}]\n    retention: For {n} days.\n"
        for n in range(number)
    )
    write_project(
        tmp_path,
        {
            "mkdocs.yml": config_with(
                f"      locales: {MANY}\n      columns: [purpose, personal_data, retention]\n"
            ),
            "docs/index.md": "# Notice\n\n::: purposes\n    layout: together\n",
            "notice_data/care.yml": f"purposes:\n{records}",
            "notice_data/data.yml": "data_categories: []\n",
        },
    )
    translate(tmp_path, *MANY[1:])
    site = build_site(tmp_path)
    for one in MANY:
        prefix = "" if one == "en" else f"{one}/"
        rows = page(site, f"{prefix}index.html").css("table.notice-table tr[data-record]")
        assert [row.attributes["id"] for row in rows] == [f"r{n:03}" for n in range(number)]
        mark = "" if one == "en" else f"{one.upper()}{' :' if one == 'fr' else ':'} "
        for n, row in enumerate(rows):
            assert [text_of(cell) for cell in row.css("td")] == [
                f"{mark}Purpose number {n}.",
                f"{mark}First datum {n} {mark}Second datum {n}",
                f"{mark}For {n} days.",
            ]
    assert polynotice(tmp_path, "verify", str(site)).exit_code == 0


PSEUDO_PAGE = """\
---
description: Words for search engines
---
# Notice of **privacy**

A paragraph with `code`, a [link](other.md "its title") and an ![image](pixel.png).

* An item
    * An inner item

1. Another item

    With a paragraph of its own.

Term
:   Its definition

| Head | Other head |
| ---- | ---------- |
| Cell | Other cell |

!!! note "Box"
    Text of the box

!!! tip
    Text of another box

> A quotation

A claim.[^1]

[^1]: Its footnote.

::: purposes
    columns: [purpose, personal_data, more, retention]

## Together

::: purposes
    layout: together
    section: care

::: data-index
"""

PSEUDO_FILES = {
    "mkdocs.yml": """\
        site_name: Site name
        site_description: Site description
        site_url: https://notice.example/
        copyright: Copyright notice
        theme:
          name: material
          font: false
          features: [navigation.footer, navigation.top, content.action.edit]
          palette:
            - {scheme: default, toggle: {icon: material/weather-night, name: Make it dark}}
            - {scheme: slate, toggle: {icon: material/weather-sunny, name: Make it light}}
        plugins:
          - search
          - polynotice:
              locales: [en, en-XA]
              extra_columns: {more: More information}
        markdown_extensions:
          - admonition
          - attr_list
          - def_list
          - footnotes:
              BACKLINK_TEXT: "↩"
              BACKLINK_TITLE: ""
          - tables
          - toc: {permalink: true, permalink_title: Link to here, title: On this page}
        extra: {generator: false}
        nav:
          - Start page: index.md
          - Section title:
              - Other page: other.md
        """,
    "docs/index.md": PSEUDO_PAGE,
    "docs/other.md": "---\ntitle: Title in the front matter\n---\nText without a heading.\n",
    "docs/pixel.png": "",
    "notice_data/care.yml": f"{RECORDS}    more: Further words\n",
    "notice_data/data.yml": (
        "data_categories:\n"
        "  - {id: recordings, name: Recordings, special: true}\n"
        "  - {id: messages, name: Chat messages, description: What was written}\n"
    ),
}  # fmt: skip


def words_of_source(folder: Path) -> set[str]:
    pot = (folder / "locales/notice.pot").read_text(encoding="utf-8")
    texts = re.findall(r'^msgid "(.+)"$', pot, re.MULTILINE)
    return {word for text in texts for word in re.findall(r"[A-Za-z]{3,}", text)}


def test_in_the_pseudo_locale_no_word_of_the_source_is_left(tmp_path: Path) -> None:
    write_project(tmp_path, PSEUDO_FILES)
    assert polynotice(tmp_path, "update").exit_code == 0
    site = build_site(tmp_path, preview=True)
    left: list[str] = []
    for path in [*site.glob("en-XA/**/*.html")]:
        tree = page(site, path.relative_to(site).as_posix())
        for node in tree.css("script, style, pre, code, svg, .md-select, .notice-draft a"):
            node.decompose()
        texts = [tree.css_first("title").text(), tree.css_first("body").text(separator="\n")]
        for node in tree.css("[title], [aria-label], [alt], [placeholder], [data-label]"):
            attributes = node.attributes
            texts += [
                attributes[name] or ""
                for name in ("title", "aria-label", "alt", "placeholder", "data-label")
                if name in attributes
            ]
        for node in tree.css("meta[name=description]"):
            texts.append(node.attributes["content"] or "")
        left += [
            f"{path.name}: {text.strip()}"
            for text in texts
            for text in text.split("\n")
            if re.search(r"[A-Za-z]{2,}", text)
        ]
    assert left == []
    data = json.loads((site / "en-XA/notice.json").read_text(encoding="utf-8"))
    said = [field["text"] for record in data["records"] for field in record["fields"].values()]
    assert len(said) == 8
    assert not any(re.search(r"[A-Za-z]{2,}", text) for text in [*said, data["site_name"]])
    index = json.loads((site / "en-XA/search/search_index.json").read_text(encoding="utf-8"))
    for document in index["docs"]:
        text = re.sub(r"<[^>]+>|&\w+;|\bcode\b", "", document["title"] + document["text"])
        assert not re.search(r"[A-Za-z]{2,}", text), text


def test_every_message_that_is_extracted_is_rendered(tmp_path: Path) -> None:
    write_project(tmp_path, PSEUDO_FILES)
    assert polynotice(tmp_path, "update").exit_code == 0
    site = build_site(tmp_path, preview=True)
    said = " ".join(
        path.read_text(encoding="utf-8").replace("&quot;", '"')
        for path in site.glob("en-XA/**/*.html")
    )
    wanted = words_of_source(tmp_path)
    english = " ".join(p.read_text(encoding="utf-8") for p in site.glob("*.html"))
    english += (site / "other/index.html").read_text(encoding="utf-8")
    unseen = {word for word in wanted if word not in english}
    # Of the target and title of a link nothing but the title is read.
    assert (
        unseen - {"This", "translation", "draft", "The", "English", "text", "prevails"}
        == {"png"} & unseen
    )
    assert said.count("⟦") > 60


@pytest.mark.parametrize(
    ("one", "direction", "language"),
    [("mt", "ltr", "en"), ("ga", "ltr", "en"), ("dv", "rtl", "en"), ("he", "rtl", "he")],
)
def test_a_locale_without_a_language_file_in_the_theme_builds(
    tmp_path: Path, one: str, direction: str, language: str
) -> None:
    write_project(tmp_path, {"mkdocs.yml": config_with(f"      locales: [en, {one}]\n")})
    translate(tmp_path, one)
    tree = page(build_site(tmp_path), f"{one}/index.html")
    html, body = tree.css_first("html").attributes, tree.css_first("body").attributes
    assert (html["lang"], html["dir"], body["dir"]) == (one, direction, direction)
    placeholder = tree.css_first("input[name=query]").attributes["placeholder"]
    assert placeholder == {"en": "Search", "he": "חיפוש"}[language]


def test_a_locale_with_a_script_has_bcp_47_outside_and_gettext_form_in_folders(
    tmp_path: Path,
) -> None:
    write_project(tmp_path, {"mkdocs.yml": config_with("      locales: [en, zh-Hans, pt-BR]\n")})
    translate(tmp_path, "zh-Hans")
    translate(tmp_path, "pt-BR")
    assert (tmp_path / "locales/zh_Hans/LC_MESSAGES/notice.po").is_file()
    assert (tmp_path / "locales/pt_BR/LC_MESSAGES/notice.po").is_file()
    site = build_site(tmp_path)
    assert page(site, "zh-Hans/index.html").css_first("html").attributes["lang"] == "zh-Hans"
    assert page(site, "pt-BR/index.html").css_first("html").attributes["lang"] == "pt-BR"
    assert not (site / "zh_Hans").exists()


def test_every_locale_has_its_own_navigation_titles_and_error_page(tmp_path: Path) -> None:
    write_project(tmp_path, PSEUDO_FILES)
    replace_in(tmp_path / "mkdocs.yml", "[en, en-XA]", "[en, de]")
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    tree = page(site, "de/other/index.html")
    titles = [text_of(node) for node in tree.css(".md-nav--primary .md-ellipsis")]
    assert titles[:3] == ["DE: Start page", "DE: Section title", "DE: Other page"]
    assert text_of(tree.css_first("title")) == "DE: Title in the front matter - DE: Site name"
    links = [node.attributes["href"] for node in tree.css(".md-nav--primary a.md-nav__link")]
    assert links[:2] == ["../", "./"]
    not_found = page(site, "de/404.html")
    assert text_of(not_found.css_first("article h1")) == "DE: Page not found"
    assert not_found.css_first("html").attributes["lang"] == "de"
    assert text_of(not_found.css_first("title")) == "DE: Page not found - DE: Site name"
    assert not_found.css("article a") == []
    assert text_of(page(site, "404.html").css_first("article h1")) == "Page not found"


def test_the_error_page_at_the_root_speaks_every_published_language(tmp_path: Path) -> None:
    locales = "[en, ar, de, mt: {publish: false}]\n      untranslated: fallback"
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", locales)})
    translate(tmp_path, "ar", "mt")
    translate(tmp_path, "de", **{"Page not found": ""})
    site = build_site(tmp_path, site_url="https://shop.example/privacy/")
    tree = page(site, "404.html")
    arabic, german = tree.css("article li")
    assert text_of(arabic) == "العربية AR: Page not found"
    assert (arabic.attributes["lang"], arabic.attributes["dir"]) == ("ar", "rtl")
    assert arabic.css_first("a").attributes["href"] == "/privacy/ar/"
    assert text_of(german) == "Deutsch Page not found"
    assert german.css_first(".notice-untranslated").attributes["lang"] == "en"


def test_links_lead_to_the_page_in_the_same_locale_and_files_stay_where_they_are(
    tmp_path: Path,
) -> None:
    write_project(
        tmp_path,
        {
            "docs/index.md": INDEX + "\n[Inner](sub/inner.md#part) ![Dot](img/dot.png)\n",
            "docs/sub/inner.md": "# Inner\n\n## Part\n\n[Up](../index.md) ![Dot](../img/dot.png)\n",
            "docs/img/dot.png": "",
        },
    )
    translate(tmp_path, "de")
    site = build_site(tmp_path)

    def targets(name: str) -> list[Path]:
        nodes = page(site, name).css("article p a[href], article p img")
        found = [node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes]
        folder = (site / name).parent
        return [(folder / target.partition("#")[0]).resolve() for target in found]

    assert targets("de/index.html") == [site, site / "de/sub/inner", site / "img/dot.png"]
    assert targets("de/sub/inner/index.html") == [
        site / "sub/inner",
        site / "de",
        site / "img/dot.png",
    ]
    assert (site / "img/dot.png").exists()
    assert not (site / "de/img").exists()


def test_the_data_index_links_each_purpose_to_its_row_in_the_same_locale(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "docs/index.md": "# Start\n\n::: data-index\n",
            "docs/a/rows.md": "# Rows\n\n::: purposes\n",
        },
    )
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    link = page(site, "de/index.html").css_first("tr[data-category=recordings] a")
    assert link.attributes["href"] == "a/rows/#calls"
    assert text_of(link) == "DE: Calls"
    assert page(site, "de/a/rows/index.html").css_first("tr#calls") is not None


def test_optional_columns_have_headers_and_say_what_is_not_stated(tmp_path: Path) -> None:
    page_text = (
        "# Notice\n\n::: purposes\n    columns: [purpose, legal_basis, why]\n    layout: together\n"
    )
    write_project(
        tmp_path,
        {
            "mkdocs.yml": config_with(
                "      locales: [en]\n      extra_columns: {why: Why we ask}\n"
            ),
            "docs/index.md": page_text,
            "notice_data/care.yml": RECORDS.replace(
                "    data: [recordings]\n",
                "    data: [recordings]\n    legal_basis: [Consent, Contract]\n",
            ),
        },
    )
    tree = page(build_site(tmp_path), "index.html")
    headers = [(th.attributes["data-field"], text_of(th)) for th in tree.css("th[scope=col]")]
    assert headers == [
        ("purpose", "Purpose"),
        ("legal_basis", "Legal basis"),
        ("why", "Why we ask"),
    ]
    rows = [[text_of(cell) for cell in row.css("td")] for row in tree.css("tr[data-record]")]
    assert rows == [
        ["Calls are recorded.", "Consent Contract", "Not stated"],
        ["Chats are monitored.", "Not stated", "Not stated"],
    ]


def test_separate_tables_stand_under_headings_one_level_below_their_page(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "mkdocs.yml": config_with("      locales: [en]\n"),
            "docs/index.md": "# A\n\n## B\n\n::: purposes\n    section: care\n",
        },
    )
    article = page(build_site(tmp_path), "index.html").css_first("article")
    found = [(node.tag, text_of(node)[:5]) for node in article.css("h1, h2, h3, tr[data-record]")]
    assert [tag for tag, _ in found] == ["h1", "h2", "h3", "tr", "h3", "tr"]


def test_data_categories_fill_the_cell_that_a_record_leaves_out(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "mkdocs.yml": config_with("      locales: [en]\n"),
            "notice_data/care.yml": RECORDS.replace("    personal_data: Messages.\n", ""),
        },
    )
    cell = page(build_site(tmp_path), "index.html").css_first("#chat td[data-field=personal_data]")
    assert [text_of(item) for item in cell.css("li")] == ["Chat messages"]


def test_a_row_placed_twice_on_a_page_has_its_id_once(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "mkdocs.yml": config_with("      locales: [en]\n"),
            "docs/index.md": "# A\n\n::: purposes\n\n::: purposes\n    records: [chat]\n",
        },
    )
    tree = page(build_site(tmp_path), "index.html")
    assert len(tree.css("#chat")) == 1
    assert len(tree.css("[data-record=chat]")) == 2


def test_a_build_says_the_same_twice(notice: Path) -> None:
    translate(notice, "de")
    texts = []
    for _ in range(2):
        site = build_site(notice)
        files = sorted(path for path in site.rglob("*") if path.suffix in (".html", ".json"))
        texts.append({path: path.read_bytes() for path in files})
    assert texts[0] == texts[1]


# --- the proof after the build -------------------------------------------------------------------


CHAT_LINK = re.compile(r'href="[^"]*#chat"')
CHAT_ROW = re.compile(r'<tr data-record="chat".*?</tr>', re.DOTALL)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (CHAT_ROW, "", {"row-missing"}),
        ("DE: Messages.", "DE: Mesages.", {"row-text"}),
        ('<tr data-record="chat"', '<tr hidden data-record="chat"', {"row-text"}),
        ("DE: Calls are recorded.", "Calls are recorded.", {"row-text"}),
        ("</tbody>", '<tr data-record="x"></tr></tbody>', {"row-extra"}),
        ('lang="de"', 'lang="en"', {"row-text"}),
        ("<tbody", "<tbody><tr><td>We sell your data.</td></tr></tbody><tbody", {"row-extra"}),
        (CHAT_LINK, 'href="#calls"', {"row-text"}),
        (CHAT_LINK, 'href="https://other.example/#chat"', {"row-text"}),
        ('id="chat"', 'id="chatter"', {"row-text"}),
        ('scope="col"', 'scope="row"', {"row-text"}),
        ("\n<td", "   <td   ", set()),
        ("DE: Calls", "DE&#58; Calls", set()),
    ],
)
def test_verify_finds_what_was_changed_after_the_build(
    published: Path, old: str | re.Pattern[str], new: str, codes: set[str], tmp_path: Path
) -> None:
    site = shutil.copytree(published / "site", tmp_path / "site")
    path = site / "de/index.html"
    html = path.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(old)) if isinstance(old, str) else old
    assert pattern.search(html)
    path.write_text(pattern.sub(new, html, count=1), encoding="utf-8")
    result = polynotice(published, "verify", str(site), "--json")
    found = {problem["code"] for problem in json.loads(result.stdout)["problems"]}
    assert (found, result.exit_code) == (codes, 1 if codes else 0)


def test_verify_finds_a_row_that_was_moved_and_changed(notice: Path) -> None:
    translate(notice, "de")
    site = build_site(notice)
    path = site / "de/index.html"
    html = path.read_text(encoding="utf-8")
    row = re.search(r'<tr data-record="calls".*?</tr>', html, re.DOTALL)
    assert row
    changed = row[0].replace("Calls are recorded", "We sell")
    moved = html.replace(row[0], "").replace(
        '<tr data-record="chat"', f'{changed}<tr data-record="chat"'
    )
    path.write_text(moved, encoding="utf-8")
    result = polynotice(notice, "verify", str(site), "--json")
    found = {problem["code"] for problem in json.loads(result.stdout)["problems"]}
    assert found == {"row-order", "row-text"}


def test_verify_passes_by_a_folder_that_it_may_not_look_into(
    published: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(published / "site", tmp_path / "site")
    (site / "locked").mkdir(mode=0)
    done = run_copy("polynotice", "verify", str(site), folder=published, first=give_up_rights)
    (site / "locked").chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")


def test_verify_finds_a_page_that_is_none_of_the_notice(notice: Path) -> None:
    translate(notice, "de")
    site = build_site(notice)
    (site / "de/more").mkdir()
    shutil.copy(site / "de/index.html", site / "de/more/index.html")
    result = polynotice(notice, "verify", str(site))
    assert (result.exit_code, result.stdout.split(": ")[:2]) == (
        1,
        ["de/more/index.html:1", "error row-extra"],
    )


def test_verify_misses_a_locale_and_a_page(notice: Path) -> None:
    translate(notice, "de")
    site = build_site(notice)
    (site / "de/index.html").unlink()
    result = polynotice(notice, "verify", str(site))
    assert result.exit_code == 1
    assert result.stdout.startswith("de/index.html:1: error locale-missing: The page is not there")


SABOTEUR = """\
def on_post_page(output, page, config):
    return output.replace("Chats are monitored.", "Chats are private.")
"""


def test_a_build_that_another_plugin_falsifies_leaves_the_last_site(tmp_path: Path) -> None:
    config = config_with("      locales: [en]\n")
    write_project(tmp_path, {"mkdocs.yml": config, "saboteur.py": SABOTEUR})
    site = build_site(tmp_path)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (tmp_path / "mkdocs.yml").write_text(f"{config}hooks: [saboteur.py]\n")
    with pytest.raises(Abort):
        build_site(tmp_path)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_build_keeps_what_starts_with_a_dot_and_nothing_else_of_the_last_site(
    tmp_path: Path,
) -> None:
    write_project(tmp_path, {"mkdocs.yml": config_with("      locales: [en]\n")})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.nojekyll").write_text("")
    (tmp_path / "site/old.html").write_text("")
    site = build_site(tmp_path)
    assert (site / ".nojekyll").exists()
    assert not (site / "old.html").exists()


INTRUDER = """\
def on_page_markdown(markdown, page, config, files):
    return markdown + "\\n\\nWords that no catalogue knows.\\n"
"""


def test_words_that_another_plugin_adds_after_the_check_refuse_the_build(tmp_path: Path) -> None:
    write_project(
        tmp_path, {"mkdocs.yml": CONFIG + "hooks: [intruder.py]\n", "intruder.py": INTRUDER}
    )
    translate(tmp_path, "de")
    with pytest.raises(Abort):
        build_site(tmp_path)
    assert list((tmp_path / "site").rglob("*.html")) == []


SHOUT = """\
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor


class Shout(InlineProcessor):
    def handleMatch(self, match, data):
        element = Element("em")
        element.text = match[0]
        return element, match.start(0), match.end(0)


class ShoutExtension(Extension):
    def extendMarkdown(self, md):
        md.inlinePatterns.register(Shout("aloud", md), "shout", 50)


def makeExtension(**options):
    return ShoutExtension(**options)
"""


def test_an_extension_of_another_s_sees_plain_words_too(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (notice / "shout_for_test.py").write_text(SHOUT)
    monkeypatch.syspath_prepend(notice)
    replace_in(notice / "mkdocs.yml", " admonition,", " shout_for_test, admonition,")
    replace_in(notice / "docs/index.md", "What we do with your data.", "We say aloud what we do.")
    translate(notice, "de")
    site = build_site(notice)
    for name in ("index.html", "de/index.html"):
        assert text_of(page(site, name).css_first("article p em")) == "aloud"
