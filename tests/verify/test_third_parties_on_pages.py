"""What built pages ask other hosts for is told after every build, whatever put it there."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import material
import pytest

from polynotice.core.memory import Memory, digest_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.verify.third_parties_in_scripts import may_ask
from polynotice.verify.third_parties_on_pages import (
    note_quiet,
    quiet_pages,
    third_parties_on_pages,
)
from tests.projects import CONFIG, build_site, polynotice, translate, write_project


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
    config = CONFIG.replace("- search", "- search\n  - privacy").replace("  font: false\n", "")
    (line,) = told(tmp_path, config, caplog)
    assert line.startswith('<link href="https://fonts.googleapis.com/css?family=Roboto')


def test_an_address_that_the_privacy_plugin_has_made_a_path_asks_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = CONFIG.replace("- search", "- search\n  - privacy")
    config += "extra_css: ['https://cdn.invalid/a.css']\n"
    assert told(tmp_path, config, caplog) == []


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
    "a script in the page": "<script>fetch('https://a.example/b')</script>",
    "a tracker": "<script>!function(d,u){var s=d.createElement('script');s.src=u;"
    "d.head.append(s)}(document,'//a.example/b.js')</script>",
    "escaped slashes": r'<script>new Image().src="https:\/\/a.example\/b"</script>',
    "a module": "<script type=module>import 'https://a.example/b.mjs'</script>",
    "a map of modules": '<script type="importmap">{"imports": {"b": "https://a.example/b.mjs"}}'
    "</script>",
    "a script in an attribute": "<p onclick=\"fetch('https://a.example/b')\">b</p>",
    "a script in an attribute, in capitals": "<P ONCLICK=\"fetch('https://a.example/b')\">b</P>",
    "a script in an attribute of a line's own": "<p\nonclick=\"fetch('//a.example/b')\">b</p>",
    "a style of an element, in capitals": '<P STYLE="background: URL(https://a.example/b)">a</P>',
    "HTML of a script": "<script>document.write('<img src=https://a.example/b.png>')</script>",
    "a style of a script": "<script>b.style.background = 'url(https://a.example/b.png)'</script>",
}
STILL = {
    "a script in a comment": '<!-- <script src="https://a.example/b.js"></script> -->',
    "a link": '<a href="https://a.example/">a</a>',
    "the page's own address": '<link rel="canonical" href="https://a.example/">',
    "a frame of the site": '<iframe src="../b/" title="b"></iframe>',
    "a style without an address": '<p style="background: url(data:image/png,a)">a</p>',
    "an address beside no script": '<p onset="b">a</p><p title="on a // b">a</p>',
    "words": "<p>&lt;script src=https://a.example/b.js&gt;</p>",
    "data": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\">",
    "a file of the site": '<script src="../a//b.js"></script>',
    "a script that links": "<script>a.href = 'https://a.example/'</script>",
    "a script in a comment of the page": "<!-- <script>fetch('https://a.example/')</script> -->",
    "data of a script": '<script type="application/json">{"src": "https://a.example/b"}</script>',
    "what search engines read": '<script type="application/ld+json">{"url": "https://a.example/"}'
    "</script>",
    "the site's own map": '<script type="importmap">{"imports": {"b": "/b.mjs"}}</script>',
}


@pytest.mark.parametrize("name", [*ASKING, *STILL])
def test_a_page_is_read_as_a_browser_reads_it(tmp_path: Path, name: str) -> None:
    html = f"<title>x</title>\n{ASKING.get(name) or STILL[name]}"
    (tmp_path / "index.html").write_text(html)
    (tmp_path / "other.html").write_text(html)
    found = third_parties_on_pages(tmp_path, None)
    assert [one.span.path for one in found] == (["index.html"] if name in ASKING else [])


@pytest.mark.parametrize("name", ["a script", "a script in the page"])
def test_what_stands_in_a_comment_on_one_page_is_found_on_the_next_one(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.html").write_text(f"<title>x</title><!-- {ASKING[name]} -->")
    (tmp_path / "b.html").write_text(f"<title>x</title>{ASKING[name]}")
    (tmp_path / "c.html").write_text(f"<title>x</title>{ASKING[name]}")
    found = third_parties_on_pages(tmp_path, None)
    assert [one.span.path for one in found] == ["b.html"]


def test_only_a_page_that_asks_nobody_by_itself_is_remembered(tmp_path: Path) -> None:
    """A later page with the same script is quiet beside the first one, not without it."""
    memory, asking = Memory(), f"<title>x</title>{ASKING['a script']}"

    def found() -> list[str]:
        problems = third_parties_on_pages(tmp_path, None, memory=memory)
        memory.end_run()
        return [one.span.path for one in problems]

    (tmp_path / "0.html").write_text("<title>x</title>")
    (tmp_path / "a.html").write_text(asking)
    (tmp_path / "b.html").write_text(asking)
    assert found() == found() == ["a.html"]
    (tmp_path / "a.html").unlink()
    assert found() == ["b.html"]
    (tmp_path / "b.html").unlink()
    assert found() == found() == []
    (tmp_path / "0.html").write_text(asking)
    assert found() == ["0.html"]


def test_a_page_that_is_known_by_its_digest_is_read_only_if_it_may_ask(tmp_path: Path) -> None:
    memory, quiet, asking = Memory(), "<title>x</title>", f"<title>x</title>{ASKING['a script']}"
    page = tmp_path / "a.html"
    digests = {"a.html": digest_of(quiet.encode())}
    page.write_text(asking)
    assert third_parties_on_pages(tmp_path, None, memory=memory, digests=digests)
    page.write_text(quiet)
    assert third_parties_on_pages(tmp_path, None, memory=memory) == []
    page.write_text(asking)  # it is not looked at: whoever gives digests has just compared them
    assert third_parties_on_pages(tmp_path, None, memory=memory, digests=digests) == []
    assert third_parties_on_pages(tmp_path, None, memory=memory)


def test_pages_that_another_process_has_found_quiet_are_not_read_again(tmp_path: Path) -> None:
    quiet, asking = "<title>x</title>", f"<title>x</title>{ASKING['a script']}"
    pages = {"a.html": quiet, "b.html": asking, "c.html": quiet + quiet}
    for name, html in pages.items():
        (tmp_path / name).write_text(html)
    digests = {name: digest_of(html.encode()) for name, html in pages.items()}
    found = quiet_pages(tmp_path, pages)
    assert found == [digests["a.html"]]  # what comes after one that asks may ask the same
    memory = Memory()
    note_quiet(memory, found)
    for name in pages:
        (tmp_path / name).write_text(asking)
    problems = third_parties_on_pages(tmp_path, None, memory=memory, digests=digests)
    assert [one.span.path for one in problems] == ["b.html"]


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


REQUEST = 'const API = "https://a.example/b";\n\nfetch(API)\n'


@pytest.mark.parametrize(
    ("name", "script", "line"),
    [
        ("own.js", REQUEST, 1),
        ("own.mjs", 'import "/b.js"\nimport "https://a.example/b.mjs"\n', 2),
        ("own.js", '\nfetch("https:\\/\\/a.example/b")', 2),
        ("own.js", "// fetch('https://a.example/b')\n", None),
        ("own.txt", REQUEST, None),
        ("bundle.0a1b2c3d.min.js", 'fetch("https://api.github.com/repos/a/b")', None),
        ("bundle.0a1b2c3d.min.js", 'fetch("https://api.github.example/repos/a/b")', 1),
        ("own.js", 'fetch("https://api.github.com/repos/a/b")', 1),
        ("glightbox.min.js", 's.src = "https://cdn.plyr.io/3.6.12/plyr.js"', None),
        ("own.js", 's.src = "https://cdn.plyr.io/3.6.12/plyr.js"', 1),
        ("wordcut.js", f'//(http://narwhaljs.org)\nvar a = "//nbsp"\n{REQUEST}', 3),
        ("wordcut.js", 'fetch("http://narwhaljs.example/")', 1),
    ],
)
def test_a_script_is_read_too(tmp_path: Path, name: str, script: str, line: int | None) -> None:
    (tmp_path / name).write_text(script)
    found = third_parties_on_pages(tmp_path, None)
    assert [one.span.line for one in found] == ([line] if line else [])


def test_no_script_of_material_needs_to_be_understood() -> None:
    """It would take as long as all the rest of a small notice's first build."""
    scripts = sorted((Path(material.__file__).parent / "templates/assets").rglob("*.js"))
    assert len(scripts) > 1
    for script in scripts:
        assert not may_ask(script.read_text(encoding="utf-8"), script.name), script


def test_scripts_of_the_themes_are_no_finding(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for theme in ("material", "mkdocs", "readthedocs"):
        config = CONFIG.replace("name: material", f"name: {theme}\n  highlightjs: false")
        assert told(tmp_path / theme, config, caplog) == []


def test_a_script_of_ones_own_is_told_once_by_build_and_verify(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = CONFIG + "extra_javascript: [own.js]\nsite_url: https://shop.example/\n"
    files = {"docs/own.js": REQUEST + "fetch('https://shop.example/c')\n"}
    assert told(tmp_path, config, caplog, **files) == ["The script asks https://a.example/b"]
    result = polynotice(tmp_path, "verify", str(tmp_path / "site"))
    assert result.exit_code == 0
    assert result.stdout.startswith("own.js:1: warning third-party: The script asks https://a.")
    assert len(result.stdout.splitlines()) == 1


def test_verify_tells_what_the_site_asks_others_whatever_mkdocs_yml_says_of_it(
    tmp_path: Path,
) -> None:
    config = CONFIG + "extra_css: ['https://cdn.example/a.css']\n"
    write_project(tmp_path, {"mkdocs.yml": config})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    manifest = str(site / "notice-manifest.json")
    for options in ((), ("--manifest", manifest)):
        result = polynotice(tmp_path, "verify", "--json", *options, str(site))
        assert result.exit_code == 0
        (found,) = json.loads(result.stdout)["problems"]
        assert (found["code"], found["severity"]) == ("third-party", "warning")


def test_a_site_that_asks_nobody_is_verified_without_a_word(tmp_path: Path) -> None:
    write_project(tmp_path)
    translate(tmp_path, "de")
    result = polynotice(tmp_path, "verify", str(build_site(tmp_path)))
    assert (result.exit_code, result.output) == (0, "")


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
