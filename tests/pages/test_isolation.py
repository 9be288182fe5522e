"""Names, numbers and addresses stand by themselves in a text from right to left."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import pytest
from markdown import Markdown

from polynotice.pages.isolation import IsolateRuns, has_runs
from tests.draws import for_each
from tests.projects import CONFIG, build_site, page, polynotice, text_of, translate, write_project

RUNS = [
    ("اتصل على +44 20 7946 0958 أو (020) 7946-0958.", ["+44 20 7946 0958", "(020) 7946-0958"]),
    ("اتصل على +4930123456 من فضلك", ["+4930123456"]),
    ("ارتفع العدد +250 و +49301234km", []),
    ("حساب DE89 3704 0044 0532 0130 00", ["DE89 3704 0044 0532 0130 00"]),
    ("في 2026-11-28، أو 10 000 000", ["2026-11-28", "10 000 000"]),
    ("شركة NET A PORTER Group Ltd. بعد ذلك", ["NET A PORTER Group Ltd"]),
    ("Google، Société Générale، وMeta", ["Google", "Société Générale", "Meta"]),
    ("لدى Yahoo! و C++", ["Yahoo!", "C++"]),
    ("privacy@shop.example، https://shop.example/a?b=1.", [
        "privacy@shop.example", "https://shop.example/a?b=1",
    ]),
    # Numbers that are read in the order of the text, and its own letters and digits.
    ("المادة 6 (1)، الفقرة 13", []),
    ("10, 20 و30، 5-10، 28/11/2026", []),
    ("في ٢٨ نوفمبر ٢٠٢٦", []),
]  # fmt: skip


@for_each(("text", "runs"), RUNS)
def test_a_run_is_what_would_be_shown_in_the_wrong_order(text: str, runs: list[str]) -> None:
    root = fromstring(f"<p>{text} <em>{text}</em>{text}</p>")  # noqa: S314
    IsolateRuns(Markdown()).run(root)
    assert [element.text for element in root.iter("bdi")] == runs * 3
    assert "".join(root.itertext()) == f"{text} {text}{text}"
    assert has_runs(text) is bool(runs)


@pytest.mark.parametrize(
    "html",
    ["<p><bdi>One</bdi></p>", "<p><code>git log</code></p>", '<p><i dir="ltr">One</i></p>'],
)
def test_what_has_a_direction_of_its_own_stays_as_it_is(html: str) -> None:
    root = fromstring(html)  # noqa: S314
    IsolateRuns(Markdown()).run(root)
    assert tostring(root, encoding="unicode") == html


def test_runs_are_isolated_in_arabic_in_rows_prose_and_headings_and_the_site_is_proved(
    tmp_path: Path,
) -> None:
    index = "# Ask **ACME** & Sons\n\nCall +44 20 7946 0958 & ask.\n\n::: purposes\n"
    config = CONFIG.replace("[en, de]", "[en, de, ar]")
    config = config.replace("tables, toc", "tables, toc: {permalink: true}")
    write_project(tmp_path, {"mkdocs.yml": config, "docs/index.md": index})
    translate(tmp_path, "de")
    words = {
        "Call +44 20 7946 0958 & ask.": "اتصلوا على +44 20 7946 0958 واسألوا ACME & Co.",
        "Ask **ACME** & Sons": "اسألوا **ACME** وأبناءه",
    }
    translate(tmp_path, "ar", **words)
    site = build_site(tmp_path)
    arabic = page(site, "ar/index.html")
    found = [text_of(run) for run in arabic.css("article bdi")]
    assert found[0] == "ACME"
    assert "para" not in found, "of an entity"
    assert {"+44 20 7946 0958", "ACME & Co"} <= set(found)
    # The stand-in for a translation is in Latin letters.
    assert arabic.css_first("#calls td bdi") is not None
    assert "bdi" not in str(arabic.css_first("title").html)
    assert arabic.css(".md-nav bdi") == []
    for name in ("index.html", "de/index.html"):
        assert page(site, name).css("article bdi") == []
    assert polynotice(tmp_path, "verify", str(site)).exit_code == 0
