"""`polynotice csp`: the header for a built site, or what stands in its way.

What Chromium makes of it is in `test_site_security`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT, build_site, polynotice, translate, write_project

FIXED = (
    "img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
# echo -n 'let a' | openssl dgst -sha256 -binary | base64
HASH = "'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE='"


def csp(folder: Path, *options: str) -> tuple[int, str]:
    result = polynotice(folder, "csp", *options, str(folder))
    return result.exit_code, result.stdout


def findings(folder: Path) -> list[str]:
    found = json.loads(csp(folder, "--json")[1])["problems"]
    return [f"{each['path']}:{each['line']} {each['code']}" for each in found]


def test_a_page_without_scripts_has_the_strictest_policy(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Hello")
    policy = f"default-src 'none'; script-src 'self'; style-src 'self'; {FIXED}\n"
    assert csp(tmp_path) == (0, policy)


def test_scripts_and_style_sheets_are_let_pass_by_their_hashes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<script>let a</script><script src='a.js'></script>")
    (tmp_path / "a" / "b.HTM").write_text("<script>let a</script><style>let a</style>")
    status, policy = csp(tmp_path)
    assert status == 0
    assert f"script-src 'self' {HASH}; style-src 'self' {HASH}; " in policy
    assert json.loads(csp(tmp_path, "--json")[1]) == {"policy": policy.strip(), "problems": []}


def test_the_same_site_has_the_same_policy_whatever_the_order_of_its_files(tmp_path: Path) -> None:
    scripts = [f"<script>let a{n}</script>" for n in range(20)]
    for name, order in (("one", scripts), ("two", scripts[::-1])):
        (tmp_path / name).mkdir()
        for number, script in enumerate(order):
            (tmp_path / name / f"{number}.html").write_text(script)
    assert csp(tmp_path / "one") == csp(tmp_path / "two")


def test_a_finding_names_page_line_and_element_and_is_told_once(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_text("<p>\n\n<button onclick='go()'>Go</button>")
    status, printed = csp(tmp_path)
    assert status == 1
    assert printed == (
        'a.html:3: error content-policy: <button onclick="go()"> has a script. The same is in 2 '
        "more. Let a file of extra_javascript listen to the event.\n"
    )


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "index.txt").write_text("Hello")
    (tmp_path / "folder.html").mkdir()
    assert csp(tmp_path)[0] == 1
    assert polynotice(tmp_path, "csp", str(tmp_path / "none")).exit_code == 2


@pytest.mark.parametrize(
    "html",
    [
        "<link rel='preconnect' href='https://cdn.example'>",
        "<link rel='DNS-Prefetch' href='//cdn.example'>",
        "<link rel='shortcut icon' href='https://cdn.example/a.ico'>",
        "<link rel='preload' as='font' href='https://cdn.example/a.woff2'>",
        "<img src='&#104;ttps://cdn.example/a.png'>",
        "<img src='/\\cdn.example/a.png'>",
        "<noscript><img src='https://cdn.example/a.png'></noscript>",
        "<style>@import url(https://cdn.example/a.css)</style>",
        "<pre class='mermaid'><code>graph</code></pre>",
        "<a data-md-component='source' href='https://github.com/a/b'>a/b</a>",
        "<a data-md-component='source' href='https://code.gitlab.example/a/b'>a/b</a>",
    ],
)
def test_what_asks_another_host_is_told(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html>\n{html}")
    assert [one.split()[1] for one in findings(tmp_path)] == ["third-party"]


@pytest.mark.parametrize(
    "html",
    [
        "<link rel='canonical' href='https://notice.example/'>",
        "<link rel='alternate' hreflang='de' href='https://notice.example/de/'>",
        "<link rel='icon' href='data:image/png;base64,AA=='>",
        "<link rel='stylesheet' href='/a.css'>",
        "<meta property='og:image' content='https://notice.example/a.png'>",
        "<a href='https://other.example/'>x</a>",
        "<a href='mailto:a@b.example'>x</a>",
        "<a href='javascript:void(0)'>x</a>",
        "<a href='JavaScript: ;'>x</a>",
        "<a href='javascript.html'>x</a>",
        "<a title='javascript:alert(1)'>x</a>",
        "<img src='a.png' srcset='a.png 1x, b.png 2x'>",
        "<img src='data:image/svg+xml,%3Csvg xmlns=\"http://www.w3.org/2000/svg\"/%3E'>",
        "<p data-onclick='x' data-style='y' class='onload style'>onclick=x</p>",
        "<form><input name='query'></form>",
        "<script type='application/json'>{}</script>",
        "<script type='text/template'><p onclick=x></script>",
        "<!-- <img src='https://cdn.example/a.png' onerror=x> -->",
        "<textarea><p onclick=x></textarea>",
        "<a data-md-component='source' href='https://git.example/a/b'>a/b</a>",
        "<style>/* https://cdn.example/ */ p { background: url(a.png) }</style>",
    ],
)
def test_what_asks_nobody_and_runs_nothing_is_let_pass(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html>\n{html}")
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.html", b"<p>\n<script>'caf\xe9'</script>", 2),
        ("a.css", b"/* caf\xe9 */", 1),
    ],
)
def test_what_cannot_be_read_has_no_policy(
    tmp_path: Path, name: str, data: bytes, line: int
) -> None:
    (tmp_path / "index.html").write_text("<p>Hello")
    (tmp_path / name).write_bytes(data)
    assert findings(tmp_path) == [f"{name}:{line} content-policy"]


def test_what_may_not_be_read_has_none_either(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "index.html").write_text("<p>Hello")
    (tmp_path / "folder").mkdir(mode=0)
    (tmp_path / "a.html").touch(mode=0)
    assert sorted(findings(tmp_path)) == ["a.html:1 content-policy", "folder:1 content-policy"]
    (tmp_path / "folder").chmod(0o700)


def test_the_manuals_line_writes_the_header_or_nothing(tmp_path: Path) -> None:
    page = ROOT / "manual" / "reference" / "security-policy.md"
    text = page.read_text(encoding="utf-8")
    line = next(one for one in text.split("\n") if one.startswith("$ policy="))[2:]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    (tmp_path / "site").mkdir()
    for html, is_fine in (("<p onclick='go()'>Hello", False), ("<p>Hello", True)):
        (tmp_path / "site" / "index.html").write_text(html)
        ran = subprocess.run(["bash", "-c", line], cwd=tmp_path, env={**os.environ, "PATH": path})
        assert (ran.returncode == 0, (tmp_path / "csp.conf").exists()) == (is_fine, is_fine)
    policy = csp(tmp_path / "site")[1].strip()
    expected = f'add_header Content-Security-Policy "{policy}" always;\n'
    assert (tmp_path / "csp.conf").read_text() == expected


def test_style_sheets_of_the_site_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>")
    (tmp_path / "a.css").write_text("p {}\n@import '//cdn.example/b.css';\n")
    assert findings(tmp_path) == ["a.css:2 third-party"]


def test_an_aligned_column_is_told_with_the_setting_that_mends_it(tmp_path: Path) -> None:
    page = "# Privacy notice\n\n::: purposes\n\n::: data-index\n\n| A |\n| --: |\n| 1 |\n"
    folder = write_project(tmp_path, {"docs/index.md": page})
    translate(folder, "de")
    site = build_site(folder)
    status, printed = csp(site)
    assert status == 1
    assert "Set `tables: {use_align_attribute: true}`" in printed
    config = folder / "mkdocs.yml"
    fixed = config.read_text().replace(" tables,", " {tables: {use_align_attribute: true}},")
    config.write_text(fixed)
    assert csp(build_site(folder))[0] == 0
