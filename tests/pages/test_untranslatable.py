"""Words on a page that no catalogue can translate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polynotice.pages import untranslatable
from polynotice.pages.page_context import SourcePage
from tests.projects import (
    CONFIG,
    build_site,
    page,
    polynotice,
    problems_of,
    replace_in,
    translate,
    write_project,
)

EXTENSIONS = "[abbr, admonition, attr_list, def_list, fenced_code, footnotes, md_in_html, tables]"
START = """\
# Privacy notice

What we do with your data.

::: purposes

::: data-index

And then:

"""
FIRST = START.count("\n") + 1
"""The line on which what a test writes starts."""


def hints(folder: Path) -> list[str]:
    """What `polynotice check` says is to be done."""
    found = json.loads(polynotice(folder, "check", "--json").stdout)["problems"]
    return [one["hint"] for one in found]


def test_the_title_of_code_is_not_called_html(tmp_path: Path) -> None:
    config = CONFIG.replace("toc]", "toc, pymdownx.highlight, pymdownx.superfences, md_in_html]")
    fence = '```yaml title="Config file"\nkey: value\n```\n'
    body = f"# A\n\n{fence}\n<div>Config</div>\n"
    write_project(tmp_path, {"mkdocs.yml": config, "docs/a.md": body})
    translate(tmp_path, "de")
    assert hints(tmp_path) == [
        "Leave the title of the code out: write it into the text above.",
        "Write it as Markdown: HTML blocks are not translated.",
    ]


def test_a_title_in_mkdocs_yml_is_not_told_to_be_markdown(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - A <b>bold</b> title: a.md\n"
    body = "# A\n\nSome <b>bold</b> words.\n"
    write_project(tmp_path, {"mkdocs.yml": CONFIG + nav, "docs/a.md": body})
    translate(tmp_path, "de")
    by_path: dict[str, set[str]] = {}
    for one in json.loads(polynotice(tmp_path, "check", "--json").stdout)["problems"]:
        by_path.setdefault(one["path"], set()).add(one["hint"])
    assert by_path["mkdocs.yml"] == {"Leave the tags out: this is plain text."}
    assert by_path["docs/a.md"] == {
        "Write Markdown instead: **bold**, *emphasis*, [words](page.md)."
    }


def notice_with(folder: Path, body: str, *, before: str = "") -> Path:
    """A notice in English alone, with `body` behind the tables of its page."""
    config = CONFIG.replace("[en, de]", "[en]")
    config = config.replace(
        "[polynotice, admonition, attr_list, def_list, tables, toc]", EXTENSIONS
    )
    files = {"docs/index.md": f"{before}{START}{body}\n", "docs/map.svg": "<svg/>"}
    return write_project(folder, {"mkdocs.yml": config, **files})


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<div>Call us any time.</div>", [0]),
        ("Well.\n\n<div>\n<p>Call us any time.</p>\n</div>", [3]),
        ("<div>\n<p>Call us.</p>\n<p>Or write.</p>\n</div>", [0]),
        ("<p>Call us.</p>\n<p>Or write.</p>", [0, 1]),
        ("<div markdown>\n\nBoth.\n\n<p>Call us.</p>\n\n<p>Or write.</p>\n\n</div>", [4, 6]),
        ("<details><summary>More about it</summary></details>", [0]),
        ("<div>当社のデータ</div>", [0]),
        ('<iframe title="Map of our shops" src="map.html"></iframe>', [0]),
        ('<div aria-label="Contact"></div>', [0]),
        ('<form><input placeholder="Forename"></form>', [0]),
        ('<p><img src="shops.png" alt="Map of our shops"></p>', [0]),
        ('Look here.\n{: title="Remember" }', [1]),
        ('## Rights { title="Remember" }', [0]),
        ('<form><input type="submit" value="Send my request"></form>', [0]),
        ("<div>Terms &amp; conditions</div>", [0]),
        ("<div>data</div>", [0]),
        ("<div>your data</div>", [0]),
    ],
)
def test_words_that_come_by_no_catalogue_are_found_on_their_line(
    tmp_path: Path, body: str, lines: list[int]
) -> None:
    notice_with(tmp_path, body)
    assert problems_of(tmp_path) == [
        f"docs/index.md:{FIRST + line}: error untranslatable-text" for line in lines
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Call us **any time**.",
        "<div markdown>\n\nCall us any time.\n\n</div>",
        '![Map of our shops](map.svg "Where we are")',
        '[Your rights](index.md "Where to go") first.',
        "[Your rights][r]\n\n[r]: index.md",
        "Call us any time.\n{: .lead }",
        "## Rights { #rights .wide }",
        '!!! note "Mind this"\n    Call us any time.',
        "The GDPR applies.\n\n*[GDPR]: General Data Protection Regulation",
        "Term\n:   Its definition.",
        "| Who | What |\n| --- | --- |\n| We | Call |",
        "    polynotice check",
        "```\npolynotice check\n```",
        "```yaml\nsection: care\n```",
        "Run `polynotice check` first.",
        "<pre>polynotice check</pre>",
        "<!-- A remark for authors -->",
        '<script type=\'application/json\'>{"words": "words"}</script>',
        "<style>.words { color: red }</style>",
        "<hr>",
        "<div>4 % · 2025 &nbsp; —</div>",
        '<div class="words" id="more" data-more="words"></div>',
        "First: [Your rights](index.md){ .button }",
        '![Map of our shops](map.svg){ width="300" }',
    ],
)
def test_words_that_come_by_a_catalogue_and_code_are_fine(tmp_path: Path, body: str) -> None:
    notice_with(tmp_path, body)
    assert problems_of(tmp_path) == []


def test_an_abbreviation_is_explained_in_the_language_of_its_page(tmp_path: Path) -> None:
    notice_with(tmp_path, "The GDPR applies.\n\n*[GDPR]: General Data Protection Regulation")
    replace_in(tmp_path / "mkdocs.yml", "[en]", "[en, de]")
    translate(tmp_path, "de", **{"General Data Protection Regulation": "Grundverordnung"})
    short = page(build_site(tmp_path), "de/index.html").css_first("abbr")
    assert (short.text(), short.attributes["title"]) == ("GDPR", "Grundverordnung")


TABLE = """\
<table class="wide">
<thead>
<tr><th>Who</th> <th>What</th></tr>
</thead>

<tbody>
<tr><td>We</td> <td><a href="index.md">Call you</a><br>or <b>write</b></td></tr>

<tr><td><img src="a.png" alt="Map"></td> <td><table><tr><td>Deep</td></tr></table></td></tr>
</tbody>
</table>"""


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (TABLE, [0]),
        (f"Well.\n\n{TABLE}\n\nAnd so on.", [2]),
        (f"{TABLE}\n\nAnd again:\n\n{TABLE}", [0, 14]),
        (f"{TABLE}\n{TABLE.replace('Who', 'Where')}", [0, 11]),
        ("<div class='a'>\n<div>\n<p>One</p>\n\n<p>Two</p>\n</div>\n</div>", [0]),
        ("<div></div>\n<div>\n<p>One</p>\n<p>Two</p></div>", [1]),
        ("<ul>\n<li>One\n<li>Two\n</ul>", [0]),
        ("<DIV>\n<p>One</p>\n<p>Two</p></DIV>", [0]),
        ("<div>\n<div-ider></div-ider>\n<p>One</p>\n<p>Two</p></div>", [0]),
        ('<p>\n<img src="a.png" alt="Map of shops">\n<img src="b.png" alt="Map of us"></p>', [0]),
    ],
)
def test_one_element_is_one_problem_where_it_begins_whatever_stands_in_it(
    tmp_path: Path, body: str, lines: list[int]
) -> None:
    notice_with(tmp_path, body)
    assert problems_of(tmp_path) == [
        f"docs/index.md:{FIRST + line}: error untranslatable-text" for line in lines
    ]


def test_a_table_is_quoted_by_its_first_words_and_its_remedy_is_a_table(tmp_path: Path) -> None:
    notice_with(tmp_path, TABLE)
    assert polynotice(tmp_path, "check").stdout.splitlines() == [
        f"docs/index.md:{FIRST}: error untranslatable-text: "
        'No catalogue can translate "Who" and 7 more pieces of text in this <table>. '
        "Write it as a Markdown table: HTML blocks are not translated."
    ]


def test_front_matter_counts_as_lines(tmp_path: Path) -> None:
    before = "---\ntitle: Notice\ndescription: What we do.\n---\n\n"
    notice_with(tmp_path, "<div>Call us.</div>", before=before)
    line = FIRST + before.count("\n")
    assert problems_of(tmp_path) == [f"docs/index.md:{line}: error untranslatable-text"]


def test_the_message_quotes_the_words_and_the_hint_says_what_to_do(tmp_path: Path) -> None:
    notice_with(tmp_path, "<div>Call us.</div>")
    assert polynotice(tmp_path, "check").stdout.splitlines() == [
        f"docs/index.md:{FIRST}: error untranslatable-text: "
        'No catalogue can translate "Call us.". '
        "Write it as Markdown: HTML blocks are not translated."
    ]


def test_a_page_besides_is_looked_at_as_well(tmp_path: Path) -> None:
    notice_with(tmp_path, "Fine.")
    write_project(tmp_path, {"docs/more.md": "# More\n\n<div>Call us.</div>\n"}, **own(tmp_path))
    assert problems_of(tmp_path) == ["docs/more.md:3: error untranslatable-text"]


def own(folder: Path) -> dict[str, str]:
    """The files of a notice that are to stay as they are."""
    return {
        name: (folder / name).read_text(encoding="utf-8")
        for name in ("mkdocs.yml", "docs/index.md")
    }


def test_check_fails_for_a_leak(tmp_path: Path) -> None:
    notice_with(tmp_path, "<div>Call us.</div>")
    result = polynotice(tmp_path, "check", "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["problems"]
    assert (problem["code"], problem["locale"]) == ("untranslatable-text", None)


PAGE = SourcePage(
    uri="a.md", path="docs/a.md", body="One\n\n<b>Two</b>\n<i>Two</i>", first_line=5, words={}
)


def test_the_same_words_are_reported_once() -> None:
    (found,) = untranslatable.problems("<b>Two</b>\n<i>Two</i>", PAGE)
    assert (found.span.path, found.span.line) == ("docs/a.md", 7)


def test_words_that_the_source_does_not_have_are_placed_at_its_start() -> None:
    (found,) = untranslatable.problems("<p>Jump back</p>", PAGE)
    assert found.span.line == 5


def test_long_words_are_quoted_by_their_start() -> None:
    (found,) = untranslatable.problems(f"<p>{'word ' * 20}</p>", PAGE)
    assert found.message == f'No catalogue can translate "{("word " * 12)[:59]}…".'


@pytest.mark.parametrize("html", ["", "<p>·</p>", "<p>· 12 %</p>", "<svg><text>Yes</text></svg>"])
def test_html_without_words_has_no_problem(html: str) -> None:
    assert untranslatable.problems(html, PAGE) == []
