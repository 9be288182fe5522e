"""The error page of each locale, at whatever address it is shown, and a theme's page for search."""

from __future__ import annotations

import functools
import http.server
import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.draws import each
from tests.projects import CONFIG, build_site, page, translate, write_project
from tests.searching import found_by_search


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with the error page of the folder's locale, as servers are told to."""

    def send_error(self, code: int, *_: object) -> None:  # type: ignore[override]
        root = Path(self.directory)
        below = "policy/" if (root / "policy").is_dir() else ""
        is_german = self.path.startswith(f"/{below}de/")
        body = (root / below / ("de/" if is_german else "") / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.browser
@each(
    ("below", "name"),
    itertools.product(("", "policy/"), ("nowhere", "a/deeper/nowhere/")),
    always=[("policy/", "a/deeper/nowhere/")],
)
def test_the_search_of_an_error_page_finds_what_its_locale_says(
    browser: Browser, tmp_path: Path, below: str, name: str
) -> None:
    folder = write_project(tmp_path / "notice")
    served_folder = tmp_path / "served"
    site = (served_folder / below) if below else served_folder
    config = f"site_url: https://x.example/{below}\nsite_dir: {site}\n{CONFIG}"
    (folder / "mkdocs.yml").write_text(config)
    translate(folder, "de")
    build_site(folder)
    with served(served_folder) as address:
        tab = browser.new_page()
        failed: list[str] = []
        tab.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
        for root in ("", "de/"):
            shown = f"{address}{below}{root}{name}"
            tab.goto(shown)
            targets = found_by_search(tab, "recorded")
            assert all(one.startswith(f"{address}{below}{root}") for one in targets), targets
            assert all("/de/" in one for one in targets) is bool(root)
            home = tab.locator(".md-header a.md-logo").evaluate("a => a.href")
            assert home == f"{address}{below}{root}"
            assert failed == [shown]
            failed.clear()
        tab.close()


@each(
    ("theme", "path"),
    itertools.product(("material", "mkdocs", "readthedocs"), ("/", "/policy/")),
    always=[("material", "/"), ("mkdocs", "/policy/"), ("readthedocs", "/policy/")],
)
def test_an_error_page_links_from_the_root_of_the_site(
    tmp_path: Path, theme: str, path: str
) -> None:
    config = f"site_url: https://x.example{path}\n{CONFIG}extra_javascript: [own.js]\n"
    config = config.replace("name: material\n  font: false", f"name: {theme}")
    write_project(tmp_path, {"mkdocs.yml": config, "docs/own.js": "", "docs/a.md": "# A\n"})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    tree = page(site, "de/404.html")
    own = [
        address
        for node in tree.css("[src], link[rel=stylesheet], nav a")
        if (address := node.attributes.get("src") or node.attributes.get("href") or "")
        and not address.startswith(("http", "#"))
    ]
    assert f"{path}own.js" in own
    assert all(address.startswith(path) for address in own), own
    for address in own:
        target = site / address.removeprefix(path)
        assert target.exists(), address
    assert f'{path}de/"' in (site / "de/404.html").read_text()
    assert f'{path}de/"' not in (site / "404.html").read_text().split("<body")[0]


@pytest.mark.browser
def test_the_search_page_of_a_theme_is_there_in_every_locale(
    browser: Browser, tmp_path: Path
) -> None:
    config = CONFIG.replace("name: material\n  font: false", "name: readthedocs")
    folder = write_project(tmp_path / "notice", {"mkdocs.yml": config})
    translate(folder, "de")
    with served(build_site(folder)) as address:
        tab = browser.new_page()
        for root in ("", "de/"):
            tab.goto(f"{address}{root}")
            tab.locator("#rtd-search-form input").fill("recorded")
            tab.locator("#rtd-search-form input").press("Enter")
            results = tab.locator("#mkdocs-search-results a")
            results.first.wait_for()
            targets = [one.evaluate("a => a.href") for one in results.all()]
            assert all(one.startswith(f"{address}{root}") for one in targets), targets
            assert all("/de/" in one for one in targets) is bool(root)
            assert tab.evaluate("document.documentElement.lang") == (root[:-1] or "en")
        tab.close()


@pytest.mark.browser
def test_the_search_of_a_theme_of_mkdocs_finds_what_its_own_locale_says(
    browser: Browser, tmp_path: Path
) -> None:
    config = CONFIG.replace("name: material\n  font: false", "name: mkdocs")
    folder = write_project(tmp_path / "notice", {"mkdocs.yml": config, "docs/a/b.md": "# B\n"})
    translate(folder, "de")
    with served(build_site(folder)) as address:
        tab = browser.new_page()
        for root in ("", "de/"):
            tab.goto(f"{address}{root}a/b/?q=recorded")
            results = tab.locator("#mkdocs-search-results a")
            results.first.wait_for(state="attached")
            targets = [one.evaluate("a => a.href") for one in results.all()]
            assert all(one.startswith(f"{address}{root}") for one in targets), targets
            assert all("/de/" in one for one in targets) is bool(root)
        tab.close()


POST_TEMPLATE = """\
def on_post_template(output_content, template_name, config):
    return output_content.replace("</body>", f"<!-- {template_name} --></body>")
"""


def test_other_plugins_are_asked_about_the_error_page_of_each_locale(tmp_path: Path) -> None:
    config = CONFIG + "hooks: [hook.py]\n"
    write_project(tmp_path, {"mkdocs.yml": config, "hook.py": POST_TEMPLATE})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    for name, locale in (("404.html", "en"), ("de/404.html", "de")):
        html = (site / name).read_text()
        assert html.count(f"<!-- {name} -->") == 1
        assert page(site, name).css_first("html").attributes["lang"] == locale
