"""Takes the pictures of README anew, of the repository's own notice: `make pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import CHROMIUM, copy_of_repository, serve
from tests.projects import ROOT, build_site
from tests.searching import found_by_search

FOLDER = ROOT / "manual" / "pictures"
PICTURES = ("german-wide", "data-dark", "arabic-phone", "japanese-search")


def take(browser: Browser, root: str, name: str) -> bytes:
    """One of the pictures, of the notice that is served at `root`."""
    is_phone = name in ("arabic-phone", "japanese-search")
    language = {"german-wide": "de", "arabic-phone": "ar", "japanese-search": "ja"}.get(name, "en")
    tab = browser.new_context(
        viewport={"width": 390, "height": 720} if is_phone else {"width": 1240, "height": 720},
        color_scheme="dark" if name == "data-dark" else "light",
        reduced_motion="reduce",
        locale=language,
    ).new_page()
    pages = {
        "german-wide": "de/customer-care/",
        "data-dark": "your-data/",
        "arabic-phone": "ar/orders/",
        "japanese-search": "ja/",
    }
    tab.goto(root + pages[name])
    tab.wait_for_load_state("networkidle")
    _use(tab, name)
    picture = tab.screenshot(animations="disabled")
    tab.context.close()
    return picture


def _use(tab: Page, name: str) -> None:
    """Does what the picture is to show."""
    if name == "german-wide":
        tab.locator(".md-select").hover()
    elif name == "data-dark":
        tab.locator("#notice-filter").type("addr")
    elif name == "japanese-search":
        tab.locator("label[for=__search].md-header__button").click()
        found_by_search(tab, "電話番号")
    tab.wait_for_timeout(500)


def main() -> None:
    """Builds the notice, and writes the pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, root = serve(build_site(copy_of_repository(Path(folder))))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in PICTURES:
            (FOLDER / f"{name}.png").write_bytes(take(browser, root, name))
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
