"""Pages of a site, printed by the system's Chromium, which asks nothing of any network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

from polynotice.mkdocs_host.host import PluginError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright, Route

Paper = Literal["A4", "Letter"]

BROWSERS = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"),
)
"""The programs that are looked for, in this order: the first has no windows, and is the fastest."""

NO_EXTRA = "pip install 'mkdocs-polynotice[pdf]'"
NO_BROWSER = (
    "Install one, as by `playwright install chromium` or from the system's packages, or name its "
    "program with --browser"
)


class Printer:
    """Prints pages of the site in a folder, which has the address `base`, as for its readers."""

    def __init__(self, browser: Browser, site: Path, base: str) -> None:
        self._site = site
        self._base = urlsplit(base)
        # Without scripts a page is what its HTML says, whoever wrote the theme.
        self._context = browser.new_context(java_script_enabled=False, color_scheme="light")
        self._context.route("**/*", self._answer)
        self._style = ""

    def print_page(self, address: str, style: str, paper: Paper, target: Path) -> None:
        """Prints the page at an address from the root of the site, with a style of its own."""
        from playwright.sync_api import Error

        self._style = style
        tab = self._context.new_page()
        root = self._base._replace(path=self._base.path.rstrip("/") + address)
        try:
            tab.goto(root.geturl())
            tab.pdf(path=target, format=paper, tagged=True, outline=True, print_background=True)
        except Error as error:
            raise PluginError(f"The browser has not printed {address}: {error.message}") from error
        finally:
            tab.close()

    def _answer(self, route: Route) -> None:
        """Answers from the site's folder: whatever is not there is nowhere."""
        asked = urlsplit(route.request.url)
        below = self._base.path.rstrip("/") + "/"
        path = self._site / unquote(asked.path).removeprefix(below).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        is_ours = (asked.scheme, asked.netloc) == (self._base.scheme, self._base.netloc)
        if not is_ours or not path.resolve().is_relative_to(self._site.resolve()):
            route.abort()
        elif not path.is_file():
            route.fulfill(status=404, body="")
        elif path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            style = f"<style>{self._style}</style></head>"
            route.fulfill(content_type="text/html", body=text.replace("</head>", style, 1))
        else:
            route.fulfill(path=path)


@contextmanager
def printer(site: Path, base: str, program: str | None) -> Iterator[Printer]:
    """A printer for that site. Raises `PluginError` if no browser starts."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = _launched(playwright, program)
        except Error as error:
            line = error.message.strip().split("\n")[0]
            raise PluginError(f"No Chromium starts: {line} {NO_BROWSER}.") from error
        try:
            yield Printer(browser, site, base)
        finally:
            browser.close()


def _launched(playwright: Playwright, program: str | None) -> Browser:
    browser = program or next(filter(None, map(shutil.which, BROWSERS)), None)
    # Without a program, it is the browser that Playwright has installed itself.
    return playwright.chromium.launch(executable_path=browser, args=["--disable-gpu"])
