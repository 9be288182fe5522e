"""No text of a notice can run or load anything, whoever wrote it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from polynotice.catalogues import po_files
from polynotice.checks.elements import harmful
from polynotice.checks.length import MAX_CHARACTERS, MAX_SIGNS
from polynotice.checks.safety import unsafe
from polynotice.html.elements import elements_in
from tests.checks.markdown import become
from tests.draws import for_each
from tests.projects import (
    CONFIG,
    INDEX,
    build_site,
    catalogue,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
    write_project,
)


@for_each(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html,x)",
        "![x](data:image/svg+xml,x)",
        "[x](//other.example/)",
        "[x](/\\other.example/)",
        "[x](https:other.example)",
        "[x](https:///other.example)",
        "[x](https://shop.example@other.example/)",
        "[x](https://shop.example\u3002other.example/)",
        "[x](https://shop.example\u2044.other.example/)",
        "[x](https://[)",
        "[x](java&Tab;script:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java\u00adscript:alert(1))",
        "[x](blob:https://shop.example/1)",
        "[x](file:///etc/passwd)",
        "<javascript://x/%0Aalert(1)>",
        "![x](https://other.example/x.png)",
        "![x](//other.example/x.png)",
        "*x*{: hidden }",
        '*x*{: onclick="alert(1)" }',
        "*x*{onclick=x}",
        "*x*{onclick}",
        "*x*{: ONCLICK='x' }",
        "Since May {: onload=x }",
        '[x](a.md){ .y style="display:none" }',
        "[x](a.md){ style=color:white }",
        "[x](a.md){ href=javascript:x }",
        "[rights]{ onfocus=x }",
        "[x](a.md){: href }",
        "![x](a.png){: src }",
    ],
)
def test_what_runs_loads_or_hides_something_is_found(text: str) -> None:
    assert [finding.code for finding in unsafe(text, become)][:1] == ["unsafe-markup"]


@for_each(
    "text",
    [
        "[x](page.md#part)",
        "[x](https://shop.example/)",
        "[x](mailto:dpo@shop.example)",
        "[x](tel:+3212345)",
        "[x](https://müller.example/ü?q=1#a)",
        "[x](https://shop.example:8443/a_(b))",
        "[x](?page=2#part)",
        "![x](images/x.png)",
        "<https://shop.example/>",
        "<dpo@shop.example>",
        "[x](<my page.md>)",
        "![x](<images/my shop.png> 'Our shop')",
        "Hidden costs {none}, on/off: a style.",
        "Since {ONSET_DATE} we know.",
        "Since {ONSET_DATE}",
        "*Since*{ONSET_DATE}",
        "Since {onset} we know.",
        "The {hidden} style={style} of {action=x} is no list.",
        "Write `*x*{: onclick=x }` there.",
        "&lt;b&gt; is bold.",
        "They say ‹b› for *bold*.",
        "[x](page.md){ .button target=_blank }",
        "Javascript: a language. On click = nothing.",
    ],
)
def test_links_classes_and_prose_are_fine(text: str) -> None:
    assert list(unsafe(text, become)) == []


def test_a_record_takes_no_attributes_and_no_html() -> None:
    assert [f.code for f in unsafe("To answer. {: .x }", become, may_have_attributes=False)] == [
        "unsafe-markup"
    ]
    assert [f.code for f in unsafe("To <b>answer</b>.", become)] == ["raw-html"]


def test_a_table_in_a_text_is_one_finding() -> None:
    table = "<table><tr><th>Name</th></tr><tr><td>Words</td></tr></table>"
    (found,) = unsafe(table, become)
    assert found.message.startswith('The text has the HTML "<table>", "<tr>" and 6 more tags, ')


def test_curly_brackets_in_a_record_are_fine_where_markdown_leaves_them() -> None:
    placeholder = "Since {ONSET_DATE} {.x} or {a=b} we know."
    assert list(unsafe(placeholder, become, may_have_attributes=False)) == []
    (found,) = unsafe("*Since*{.x} May.", become, may_have_attributes=False)
    assert found.message == (
        '"{.x}" becomes the attributes of <em class="x">, and tables take none.'
    )


@pytest.mark.parametrize("text", ["[x](a.md '<b>x')", "![x](a.png '<img src=y>')"])
def test_html_in_a_title_is_found_too(text: str) -> None:
    assert [f.code for f in unsafe(text, become)] == ["raw-html"]


def test_an_address_that_markdown_makes_no_link_of_is_shown_as_it_is_written() -> None:
    assert [f.code for f in unsafe("<javascript:alert(1)>", become)] == ["raw-html"]


def test_all_that_is_unsafe_in_a_text_is_told_at_once() -> None:
    text = "[x](javascript:y) and *z*{: onclick=y }"
    assert [f.message for f in unsafe(text, become)] == [
        'The link to "javascript:y" can run or load something.',
        'There is <em onclick="y">, which can run, load or hide something (onclick).',
    ]


@pytest.mark.parametrize("lang", ["de", "ja"])
def test_placeholders_and_addresses_in_angle_brackets_are_no_errors(
    tmp_path: Path, lang: str
) -> None:
    source = "Since {ONSET_DATE} see [my page](<my page.md>)."
    words = {"de": "Seit {ONSET_DATE}: [meine Seite](<my page.md>).",
             "ja": "{ONSET_DATE}以降は[私のページ](<my page.md>)をご覧ください。"}  # fmt: skip
    files = {
        "mkdocs.yml": CONFIG.replace("[en, de]", f"[en, {lang}]"),
        "docs/index.md": f"{INDEX}\n{source}\n",
        "docs/my page.md": "# My page\n\nAll of it.\n",
    }
    write_project(tmp_path, files)
    translate(tmp_path, lang, **{source: words[lang]})
    assert problems_of(tmp_path) == []
    article = page(build_site(tmp_path), f"{lang}/index.html").css_first("article")
    assert article.css("a[href='my%20page/']")
    assert "{ONSET_DATE}" in article.text()


def test_unsafe_texts_of_the_source_are_errors_where_they_stand(tmp_path: Path) -> None:
    write_project(
        tmp_path,
        {
            "mkdocs.yml": CONFIG.replace("[en, de]", "[en]")
            + "nav:\n  - 'Start <script>alert(1)</script>': index.md\n",
            "docs/index.md": INDEX + "\n[Run](javascript:alert(1)) A<br>b.\n",
        },
    )
    replace_in(tmp_path / "notice_data/care.yml", "Messages.", "'Messages. {: .x }'")
    assert problems_of(tmp_path) == [
        "docs/index.md:11: error raw-html",
        "docs/index.md:11: error unsafe-markup",
        "mkdocs.yml:13: error raw-html",
        "notice_data/care.yml:12: error unsafe-markup",
    ]


@pytest.mark.parametrize("code", ["unsafe-markup", "link-mismatch", "raw-html"])
def test_no_remark_of_a_translator_lets_a_script_in(notice: Path, code: str) -> None:
    translate(notice, "de", **{"What we do with your data.": "[x](javascript:alert(1))"})
    replace_in(
        notice / "locales/de/LC_MESSAGES/notice.po",
        "#. Page index.md, paragraph",
        f"# polynotice: ignore {code}\n#. Page index.md, paragraph",
    )
    assert any(line.endswith("error unsafe-markup") for line in problems_of(notice))


HOSTILE = 'W </title><script>alert(1)</script> "><img src=x onerror=alert(1)>'


def test_hostile_titles_are_text_even_where_html_is_waived(notice: Path) -> None:
    translate(notice, "de")
    path = notice / "locales/de/LC_MESSAGES/notice.po"
    text = path.read_text(encoding="utf-8").replace("DE: ", HOSTILE.replace('"', '\\"') + " DE: ")
    waiver = "# polynotice: ignore raw-html, number-mismatch, markup-mismatch\n#. "
    path.write_text(text.replace("#. ", waiver), encoding="utf-8")
    assert polynotice(notice, "check").exit_code == 0, polynotice(notice, "check").output
    site = build_site(notice)
    for name in ("de/index.html", "de/404.html"):
        tree = page(site, name)
        assert tree.css("img[onerror]") == []
        assert all("alert(1)" not in (node.text() or "") for node in tree.css("script"))
        assert "alert(1)" in (tree.css_first("title").text() or "")


CATALOGUE = "locales/de/LC_MESSAGES/notice.po"
LINK = "Read [our policy](https://shop.example/policy)."


def with_german(folder: Path, source: str, german: str, *codes: str) -> list[str]:
    """The codes of what is found in a translation of a page's text that waives `codes`."""
    write_project(folder, {"docs/index.md": INDEX + f"\n{source}\n"})
    translate(folder, "de", **{source: german})
    po = catalogue(folder, "de")
    remarks = (f"polynotice: ignore {', '.join(codes)}",) if codes else ()
    entries = tuple(
        replace(entry, remarks=remarks) if entry.msgid == source else entry for entry in po.entries
    )
    po_files.write_catalogue(folder, CATALOGUE, replace(po, entries=entries))
    return sorted({line.split()[-1] for line in problems_of(folder)})


@pytest.mark.parametrize(
    "german",
    [
        "Siehe [hier](https://other.example/policy).",
        "Siehe [hier](https://sh\u043ep.example/policy).",  # a Cyrillic letter
        "Siehe [hier](https://shop.example.other.example/policy).",
        "Siehe [hier](https://shop.example/policy) und [da](index.md).",
        "Siehe [hier](https://shop.example/policy?to=https://other.example/).",
        "Siehe [hier](https://shop.example/policy), https://other.example/ auch.",
        "Siehe [hier](https://shop.example/policy){: .button }.",
    ],
)
def test_no_remark_lets_a_translation_lead_elsewhere(tmp_path: Path, german: str) -> None:
    waived = ("link-mismatch", "markup-mismatch", "length")
    assert set(with_german(tmp_path, LINK, german, *waived)) & set(waived)


def test_a_remark_may_waive_that_a_link_is_left_out(tmp_path: Path) -> None:
    german = "Lesen Sie unsere Richtlinie."
    assert with_german(tmp_path, LINK, german) == ["link-mismatch"]
    assert with_german(tmp_path, LINK, german, "link-mismatch") == []


def test_a_reference_that_only_its_page_knows_is_a_link_too(tmp_path: Path) -> None:
    write_project(tmp_path)
    text = "We tell you [more] and [else]."
    body = f"{INDEX}\n{text}\n\n[more]: index.md\n[else]: https://shop.example/\n"
    (tmp_path / "docs/index.md").write_text(body, encoding="utf-8")
    translate(tmp_path, "de", **{text: "Wir sagen [mehr][more] und [else]."})
    assert problems_of(tmp_path) == []
    translate(tmp_path, "de", **{text: "Wir sagen [more] und noch einmal [more]."})
    found = {line.split()[-1] for line in problems_of(tmp_path)}
    assert found == {"link-mismatch"}


def test_where_references_lead_is_looked_at(tmp_path: Path) -> None:
    body = f"{INDEX}\nSee [more][x].\n\n[x]: javascript:alert(1)\n"
    write_project(
        tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en]"), "docs/index.md": body}
    )
    assert problems_of(tmp_path) == ["docs/index.md:13: error unsafe-markup"]
    replace_in(tmp_path / "docs/index.md", "javascript:alert(1)", "https://shop.example/")
    assert problems_of(tmp_path) == []


@for_each(
    "html",
    [
        "<script>x()</script>",
        "<script src=x.js></script>",
        "<iframe src=https://other.example/></iframe>",
        "<iframe srcdoc=x></iframe>",
        "<form action=https://other.example/></form>",
        "<button formaction=x>1</button>",
        "<img src=//other.example/x.png>",
        "<img srcset='x.png 1x, //other.example/x.png 2x'>",
        "<video poster=//other.example/x.png></video>",
        "<link rel=stylesheet href=//other.example/x.css>",
        "<base href=/x/>",
        "<meta http-equiv=refresh content=0>",
        "<object data=data:text/html,x></object>",
        "<style>@import '//other.example/x.css'</style>",
        "<style>p{background:url(//other.example/x)}</style>",
        "<p style='position:fixed'>1</p>",
        "<p hidden>1</p>",
        "<p onclick=x()>1</p>",
        "<a href=javascript:x()>1</a>",
        "<a href='java&#10;script:x()'>1</a>",
        "<a ping=//other.example/ href=x>1</a>",
        "<svg><use href=//other.example/x /></svg>",
        "<svg><animate attributeName=href /></svg>",
        "<template><p></p></template><noscript></noscript>",
    ],
)
def test_html_of_a_page_that_runs_or_loads_something_is_found(html: str) -> None:
    assert list(harmful(elements_in(html), is_publishers=True))


@for_each(
    "html",
    [
        "<p class=x id=y>1</p>",
        "<td style='text-align: right;'>1</td>",
        "<a href=https://shop.example/ target=_blank rel=noopener>1</a>",
        "<img src=x.png srcset='x.png 1x, y.png 2x' alt=1 width=30>",
        "<iframe src=map.html></iframe>",
        "<form><input type=checkbox disabled></form>",
        "<script type=application/ld+json>{}</script>",
        "<style>.x { color: red }</style>",
        "<svg viewBox='0 0 1 1'><path d=M0/></svg>",
        "<details open><summary>1</summary></details>",
    ],
)
def test_other_html_of_a_page_is_fine(html: str) -> None:
    assert list(harmful(elements_in(html), is_publishers=True)) == []


def test_no_text_becomes_a_form_although_a_page_may_have_one() -> None:
    assert list(harmful(elements_in("<form></form>")))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a" * MAX_CHARACTERS, []),
        ("a" * (MAX_CHARACTERS + 1), ["too-long"]),
        ("*a " * MAX_SIGNS, []),
        ("*a " * (MAX_SIGNS + 1), ["too-long"]),
    ],
)
def test_a_text_has_a_limit(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in unsafe(text, become)] == codes


PIECES = ("*", "[", "(", "<", "{", "`", "_", "\\", "![", "[a](", "1,", "&#", "\u0301", "1", " ")


def test_hostile_text_of_a_hundred_kilobytes_ends_nothing(notice: Path) -> None:
    """In a record, its translation and their preview."""
    long = [f"Hello {piece * (100_000 // len(piece))} x" for piece in PIECES]
    files = [notice / f"notice_data/r{n}.yml" for n in range(len(PIECES))]
    for n, file in enumerate(files):
        file.write_text(f"purposes:\n  - {{id: r{n}, purpose: Words {n}., personal_data: Name.}}\n")
    translate(notice, "de", **{f"Words {n}.": text for n, text in enumerate(long)})
    entries = {entry.msgid: entry.line for entry in catalogue(notice, "de").entries}
    wanted = {f"{CATALOGUE}:{entries[f'Words {n}.']}: error too-long" for n in range(len(PIECES))}
    assert wanted - set(problems_of(notice)) == set()
    build_site(notice, preview=True)
    for n, (file, text) in enumerate(zip(files, long, strict=True)):
        replace_in(file, f"Words {n}.", json.dumps(text))
    wanted = {f"notice_data/r{n}.yml:2: error too-long" for n in range(len(PIECES) - 1)}
    # White space, the last of the pieces, is one space in a record.
    found = {line for line in problems_of(notice) if line.startswith("notice_data/r")}
    assert {line for line in found if "too-long" in line} == wanted
    build_site(notice, preview=True)


def test_a_preview_shows_a_warning_sign_for_what_nobody_can_waive(notice: Path) -> None:
    translate(notice, "de", **{"Messages.": "[Text](javascript:alert(1))", "Calls": "<b>Rufe</b>"})
    replace_in(notice / "docs/index.md", "What we do", "[What](vbscript:x) we do")
    site = build_site(notice, preview=True)
    german = page(site, "de/index.html")
    cell = german.css_first("#chat td[data-field=personal_data]")
    assert text_of(cell) == "\u26a0"
    assert "alert(1)" in (cell.css_first("span").attributes["title"] or "")
    assert text_of(german.css_first("#calls td")) == "DE: Calls are recorded."
    assert "<b>Rufe</b>" in german.css_first("article h2").text()
    assert page(site, "index.html").css("a[href^='vbscript']") == []


def test_a_preview_shows_no_page_whose_html_can_run_something(notice: Path) -> None:
    replace_in(notice / "docs/index.md", "What we do", "<script>x()</script>\n\nWhat we do")
    article = page(build_site(notice, preview=True), "index.html").css_first("article")
    assert article.css("script, td") == []
    assert "docs/index.md:3: error unsafe-markup" in article.text()


def test_no_title_has_what_a_tooltip_would_take_for_html(notice: Path) -> None:
    """Material's tooltips show the text of a title as HTML."""
    title = "&lt;img src=x&gt; &\\#60;img&\\#62; &amp;lt;b&amp;gt;"
    replace_in(notice / "docs/index.md", "What we do", f"[What](index.md '{title}') we do")
    replace_in(notice / "mkdocs.yml", "[en, de]", "[en]")
    link = page(build_site(notice), "index.html").css_first("article p a")
    assert link.attributes["title"] == "‹img src=x› ‹img› ‹b›"


def leading_out(folder: Path, place: str, target: Path) -> None:
    """Puts a link in the place of what is there."""
    path = folder / place
    if path.exists():
        path.rename(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("notice_data/care.yml", "notice_data/care.yml:1: error unreadable-records"),
        ("notice_data", "notice_data:1: error unreadable-records"),
        ("notice_data/more", "notice_data/more:1: error unreadable-records"),
        (CATALOGUE, f"{CATALOGUE}:1: error unreadable-catalogue"),
        ("locales/de/LC_MESSAGES", f"{CATALOGUE}:1: error unreadable-catalogue"),
        ("locales", f"{CATALOGUE}:1: error unreadable-catalogue"),
        ("locales/de/glossary.yml", "locales/de/glossary.yml:1: error bad-glossary"),
    ],
)
def test_a_link_out_of_the_project_is_refused(tmp_path: Path, place: str, found: str) -> None:
    notice, outside = tmp_path / "notice", tmp_path / "outside"
    translate(write_project(notice), "de")
    if place.endswith("more"):
        outside.mkdir()
    elif "glossary" in place:
        outside.write_text("{}", encoding="utf-8")
    leading_out(notice, place, outside)
    assert found in problems_of(notice)
    (problem,) = [
        line
        for line in polynotice(notice, "check").stdout.splitlines()
        if line.startswith(found) and "leads out of the project" in line
    ]
    assert "Put the file itself there." in problem


def test_nothing_is_written_behind_a_link_out_of_the_project(tmp_path: Path) -> None:
    notice, outside = tmp_path / "notice", tmp_path / "outside"
    write_project(notice)
    outside.mkdir()
    (notice / "locales").symlink_to(outside)
    for command in (["update"], ["add-locale", "fr"]):
        result = polynotice(notice, *command)
        assert result.exit_code == 1
        assert "leads out of the project" in result.output
        assert list(outside.iterdir()) == []


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    translate(write_project(tmp_path), "de")
    for place in ("notice_data/care.yml", CATALOGUE):
        leading_out(tmp_path, place, tmp_path / f"kept-{Path(place).name}")
    leading_out(tmp_path, "notice_data/more", tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    (tmp_path / "notice_data/data.yml").rename(tmp_path / "kept/data.yml")
    (tmp_path / "kept/round").symlink_to(tmp_path / "notice_data")
    assert problems_of(tmp_path) == []
    replace_in(tmp_path / "docs/index.md", "What we do", "All that we do")
    assert polynotice(tmp_path, "update").exit_code == 0
    assert (tmp_path / CATALOGUE).is_symlink()
    assert "All that we do" in (tmp_path / "kept-notice.po").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["..", "../../etc", "/etc", "C:", "a\\0b", "calls\\n", "a/b", "%2e"]
)
def test_no_id_is_a_path(notice: Path, name: str) -> None:
    replace_in(notice / "notice_data/care.yml", "section: care", f'section: "{name}"')
    replace_in(notice / "notice_data/care.yml", "id: calls", f'id: "{name}"')
    replace_in(notice / "mkdocs.yml", "[en, de]", f'[en, "{name}"]')
    found = [
        line for line in problems_of(notice) if "error bad-id" in line or "unknown-loc" in line
    ]
    assert found == [
        "mkdocs.yml:8: error unknown-locale",
        "notice_data/care.yml:1: error bad-id",
        "notice_data/care.yml:4: error bad-id",
    ]


def test_a_catalogue_has_a_limit(notice: Path) -> None:
    translate(notice, "de")
    with (notice / CATALOGUE).open("a", encoding="utf-8") as file:
        file.write("# " + "x" * 10_000_000)
    assert problems_of(notice) == [f"{CATALOGUE}:1: error unreadable-catalogue"]
