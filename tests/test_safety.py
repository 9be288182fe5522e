"""No text of a notice can run or load anything, whoever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.checks.safety import unsafe
from tests.projects import (
    CONFIG,
    INDEX,
    build_site,
    page,
    polynotice,
    problems_of,
    replace_in,
    translate,
    write_project,
)


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html,x)",
        "![x](data:image/svg+xml,x)",
        "[x](//other.example/)",
        "<javascript:alert(1)>",
        '*x*{: onclick="alert(1)" }',
        '[x](a.md){ .y style="display:none" }',
    ],
)
def test_what_runs_loads_or_hides_something_is_found(text: str) -> None:
    assert [finding.code for finding in unsafe(text)][:1] == ["unsafe-markup"]


@pytest.mark.parametrize(
    "text",
    [
        "[x](page.md#part)",
        "[x](https://shop.example/)",
        "[x](mailto:dpo@shop.example)",
        "[x](tel:+3212345)",
        "[x](page.md){ .button target=_blank }",
        "Javascript: a language. On click = nothing.",
    ],
)
def test_links_classes_and_prose_are_fine(text: str) -> None:
    assert list(unsafe(text)) == []


def test_a_record_takes_no_attributes_and_no_html() -> None:
    assert [f.code for f in unsafe("To answer. {: .x }", may_have_attributes=False)] == [
        "unsafe-markup"
    ]
    assert [f.code for f in unsafe("To <b>answer</b>.")] == ["raw-html", "raw-html"]


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
