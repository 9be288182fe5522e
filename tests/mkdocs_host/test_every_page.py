"""Every page of every locale of the repository's own notice, in a real Chromium.

Each page is opened once and then looked at wide, on a phone and at 400 %: no violation of WCAG 2.2
AA or of axe-core's best practices, no failing request, none to another host, nothing on the
console, nothing lost at an edge. Which pages there are is read from the built site.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.draws import each
from tests.mkdocs_host.axe import COLOURS, RULES, violations
from tests.mkdocs_host.test_browser import open_page
from tests.own_notice import LOCALES, PAGES, root_of

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

BOXES = """[...document.querySelectorAll("tr[data-record][id]")].map(row => {
    const box = row.getBoundingClientRect();
    return [box.left, box.right, box.height];
})"""
LOST = """[...document.querySelectorAll("article *")]
    .filter(e => e.checkVisibility({opacityProperty: true}) && !e.closest("thead"))
    .filter(e => { const box = e.getBoundingClientRect();
                   return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1); })
    .map(e => e.outerHTML.slice(0, 120))"""
HEADINGS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(e => +e.tagName[1])"""


def names_of(site: Path, locale: str) -> list[str]:
    """The paths of a locale's pages below its root, as they are asked for."""
    others = {site / other for other in LOCALES}
    folder = site / root_of(locale)
    pages = sorted(
        page.relative_to(folder).as_posix().removesuffix("index.html")
        for page in folder.rglob("*.html")
        if locale != "en" or others.isdisjoint(page.parents)
    )
    known = {"", *(f"{name}/" for name in PAGES), "your-data/", "how-to-read/", "full/", "404.html"}
    assert known <= set(pages)
    return pages


def mark_on(name: str) -> str:
    """The row that a link led to is marked, and its words are to be read all the same."""
    rows = PAGES.get(name.rstrip("/"))
    return f"#{rows[0]}" if rows else "#data-name" if name == "your-data/" else ""


def fits(tab: Page, width: int, height: int, rows: int | None) -> bool:
    """Whether nothing is wider than such a screen, and each row is in it."""
    tab.set_viewport_size({"width": width, "height": height})
    wide, boxes = tab.evaluate(f"[document.documentElement.scrollWidth, {BOXES}]")
    return (
        wide <= width
        and (rows is None or len(boxes) == rows)
        and all(0 <= left < right <= width and tall > 20 for left, right, tall in boxes)
    )


# Thoroughly, each page is seen in both schemes, in six locales each; exhaustively, in both in all.
# In English, one page is looked at in the one, and the next in the other.
SCHEMES: dict[str, tuple[Scheme, Scheme]] = {
    locale: ("dark", "light") if number % 2 else ("light", "dark")
    for number, locale in enumerate(LOCALES)
}


FEW = ("", "orders/", "your-data/", "how-to-read/", "full/", "404.html", "releases/")
"""A page of each kind, with each piece that a page of this notice has."""


@each(
    ("locale", "is_few"),
    [("en", True), *((locale, False) for locale in LOCALES)],
    always=[("en", True)],
)
def test_every_page_is_accessible_fits_its_screen_and_complains_of_nothing(
    browser: Browser,
    own_site: Path,
    own_address: str,
    count: Callable[[str, int], None],
    locale: str,
    is_few: bool,
) -> None:
    root = f"{own_address}{root_of(locale)}"
    tab, told = open_page(browser, root)
    names = names_of(own_site, locale)
    if locale == "en":
        # The pages of a release are made of the same pieces: the other locales show all of them.
        alike = ("releases/2026-01-15/", "releases/2026-11-28/")
        names = [name for name in names if not name.startswith(alike)]
        assert {*FEW} <= {*names}
        names = [name for name in names if (name in FEW) is is_few]
    tab.emulate_media(color_scheme=SCHEMES[locale][0], reduced_motion="reduce")
    for number, name in enumerate(names):
        if locale == "en":
            tab.emulate_media(color_scheme=SCHEMES[locale][number % 2])
        tab.set_viewport_size({"width": 1280, "height": 900})
        tab.goto(f"{root}{name}{mark_on(name)}")
        assert violations(tab, RULES) == [], name
        levels = tab.evaluate(HEADINGS)
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), name
        has_many = name == "full/" or name.startswith("releases/")
        rows = None if has_many else len(PAGES.get(name.rstrip("/"), []))
        assert fits(tab, 1280, 900, rows), name
        assert fits(tab, 390, 844, rows), name
        # 1280 pixels at 400 % are 320.
        assert fits(tab, 320, 256, rows), name
        assert tab.evaluate(LOST) == [], name
        assert told == [], name
    count("pages without violation, failing request or sideways scroll", len(names))
    if not is_few:
        count("locales of which a browser opened every page", 1)
    tab.context.close()


@each(
    ("locale", "most"),
    [("ar", 2), *((locale, None) for locale in LOCALES)],
    always=[("ar", 2)],
    thoroughly=[("ar", None), ("ja", None)],
)
def test_every_page_is_accessible_by_touch_and_in_the_other_colours(
    browser: Browser,
    own_site: Path,
    own_address: str,
    count: Callable[[str, int], None],
    locale: str,
    most: int | None,
) -> None:
    context = browser.new_context(is_mobile=True, has_touch=True, reduced_motion="reduce")
    tab = context.new_page()
    seen, other = SCHEMES[locale]
    names = names_of(own_site, locale)[:most]
    for name in names:
        tab.set_viewport_size({"width": 390, "height": 844})
        tab.emulate_media(color_scheme=other)
        tab.goto(f"{own_address}{root_of(locale)}{name}{mark_on(name)}")
        assert violations(tab, RULES) == [], name
        tab.set_viewport_size({"width": 1280, "height": 900})
        assert violations(tab, COLOURS) == [], name
        tab.emulate_media(color_scheme=seen)
        tab.set_viewport_size({"width": 390, "height": 844})
        assert violations(tab, COLOURS) == [], name
    count("pages without violation by touch and in both schemes", len(names))
    context.close()
