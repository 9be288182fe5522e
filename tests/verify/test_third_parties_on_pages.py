"""What built pages ask other hosts for is told after every build, whatever put it there."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.verify.third_parties_on_pages import third_parties_on_pages
from tests.projects import CONFIG, build_site, translate, write_project


def told(folder: Path, config: str, caplog: pytest.LogCaptureFixture, **files: str) -> list[str]:
    """What a build says of third parties, each without its place and hint."""
    write_project(folder, {"mkdocs.yml": config, **files})
    translate(folder, "de")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        build_site(folder)
    lines = [r.getMessage() for r in caplog.records if r.name.endswith("polynotice")]
    return [line.split("third-party: ")[1].split(". ")[0] for line in lines if "third-p" in line]


def asks(what: str) -> str:
    return f"{what} asks another host"


POLYFILL = """\
extra:
  generator: false
  polyfills: ['https://cdn.example/shim.js']
"""


def test_a_script_in_extra_is_told_once_for_all_pages(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = CONFIG.replace("extra:\n  generator: false\n", POLYFILL)
    assert told(tmp_path, config, caplog) == [asks('<script src="https://cdn.example/shim.js">')]


def test_what_a_plugin_adds_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = CONFIG.replace("- search", "- search\n  - offline")
    assert told(tmp_path, config, caplog) == [
        asks('<script src="https://unpkg.com/iframe-worker/shim">')
    ]


def test_what_the_privacy_plugin_could_not_fetch_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = CONFIG.replace("- search", "- search\n  - privacy")
    config += "extra_css: ['https://cdn.invalid/a.css']\n"
    assert asks('<link href="https://cdn.invalid/a.css">') in told(tmp_path, config, caplog)


def test_what_mkdocs_yml_was_warned_for_is_not_told_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = CONFIG + "extra_css: ['https://cdn.example/a.css']\n"
    assert told(tmp_path, config, caplog) == ["Every page loads https://cdn.example/a.css"]


def test_a_template_of_ones_own_is_read_too(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = CONFIG.replace("font: false", "font: false\n  custom_dir: over")
    main = '{% extends "base.html" %}{% block libs %}<img src="//a.example/b.gif">{% endblock %}'
    found = told(tmp_path, config, caplog, **{"over/main.html": main})
    assert found == [asks('<img src="//a.example/b.gif">')]


@pytest.mark.parametrize(
    "config",
    [
        CONFIG,
        CONFIG + "site_url: https://shop.example/\nextra_css: ['https://shop.example/a.css']\n",
        CONFIG + "copyright: <a href='https://a.example/'>Legal</a>\n",
    ],
)
def test_what_comes_from_the_site_and_what_is_only_linked_is_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, config: str
) -> None:
    assert told(tmp_path, config, caplog) == []


# --- single files --------------------------------------------------------------------------------

ASKING = {
    "a script": '<script defer src="https://a.example/b.js"></script>',
    "one without quotes": "<script src=https://a.example/b.js></script>",
    "one with an entity": '<script src="https&#58;//a.example/b.js"></script>',
    "an image behind a sign": '<img alt="1 > 0" src="//a.example/b.png">',
    "one of several images": '<img srcset="a.png 1x, https://a.example/b.png 2x">',
    "a connection": '<link rel="preconnect" href="https://a.example">',
    "a style in the page": "<style>p { background: url(https://a.example/b.png) }</style>",
    "a frame": '<iframe src="https://a.example/b" title="b"></iframe>',
    "an object": '<object data="https://a.example/b.pdf"></object>',
    "an embedded file": '<embed src="//a.example/b.pdf">',
    "a style of an element": '<p style="background: url(https://a.example/b.png)">a</p>',
    "a ping": '<a href="b.html" ping="https://a.example/p">b</a>',
    "a diagram": '<pre class="mermaid">a</pre>',
}
STILL = {
    "a script in a comment": '<!-- <script src="https://a.example/b.js"></script> -->',
    "a link": '<a href="https://a.example/">a</a>',
    "the page's own address": '<link rel="canonical" href="https://a.example/">',
    "a frame of the site": '<iframe src="../b/" title="b"></iframe>',
    "a style without an address": '<p style="background: url(data:image/png,a)">a</p>',
    "words": "<p>&lt;script src=https://a.example/b.js&gt;</p>",
    "data": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\">",
    "a file of the site": '<script src="../a//b.js"></script>',
}


@pytest.mark.parametrize("name", [*ASKING, *STILL])
def test_a_page_is_read_as_a_browser_reads_it(tmp_path: Path, name: str) -> None:
    html = f"<title>x</title>\n{ASKING.get(name) or STILL[name]}"
    (tmp_path / "index.html").write_text(html)
    (tmp_path / "other.html").write_text(html)
    found = third_parties_on_pages(tmp_path, None)
    assert [one.span.path for one in found] == (["index.html"] if name in ASKING else [])


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("@import '//a.example/b.css';", 1),
        ("p {}\nb { background: url( 'https://a.example/b.png' ) }", 2),
        ("b { background: url(data:image/svg+xml,http://www.w3.org/2000/svg) }", None),
        ("/* url(https://a.example/b.png) */", None),
    ],
)
def test_a_style_sheet_is_read_too(tmp_path: Path, css: str, line: int | None) -> None:
    (tmp_path / "a.css").write_text(css)
    found = third_parties_on_pages(tmp_path, None)
    assert [one.span.line for one in found] == ([line] if line else [])


def test_only_the_same_host_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<script src=https://a.example/x.js></script><script src=https://b.example/x.js></script>"
    )
    known = Problem(
        code="third-party",
        span=Span("mkdocs.yml"),
        message="Every page loads https://a.example/x.js.",
        hint="",
    )
    (found,) = third_parties_on_pages(tmp_path, None, [known])
    assert "b.example" in found.message
