"""The repository's own notice, looked at by axe-core, by keyboard, enlarged and in forced colours.

WCAG 2.2, levels A and AA, with axe-core's best practices: no violation on any page in any locale.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.draws import each
from tests.own_notice import LOCALES, PAGES, root_of

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
"""axe-core itself, as the package ships it."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIOLATIONS = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(
    found => found.violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) =>
        `${id}: ${html.slice(0, 200)}: ${failureSummary}`)))"""

NAMES = ["", *(f"{name}/" for name in PAGES), "your-data/", "how-to-read/", "full/", "404.html"]
"""Every page of a locale, below its root."""
LOOKS = list(itertools.product(("light", "dark"), ("wide", "phone")))


def open_look(browser: Browser, scheme: str, screen: str, **options: Any) -> Page:
    """A page of a reader who prefers that scheme, on a wide screen or with fingers on a phone."""
    is_phone = screen == "phone"
    context = browser.new_context(
        viewport={"width": 390 if is_phone else 1280, "height": 900},
        is_mobile=is_phone,
        has_touch=is_phone,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        **options,
    )
    return context.new_page()


def violations(tab: Page) -> list[str]:
    """What axe-core finds on the page as it is now."""
    tab.evaluate(AXE)
    return list(tab.evaluate(VIOLATIONS, RULES))


# By default each locale once, and each kind of page in more than one look.
DRAWN = [
    (locale, *LOOKS[number % len(LOOKS)], [NAMES[number % len(NAMES)]])
    for number, locale in enumerate(LOCALES)
]


@each(
    ("locale", "scheme", "screen", "names"),
    [*DRAWN, *((locale, *look, NAMES) for locale, look in itertools.product(LOCALES, LOOKS))],
    always=DRAWN,
)
def test_no_page_violates_wcag_or_best_practice(
    browser: Browser,
    own_address: str,
    count: Callable[[str, int], None],
    locale: str,
    scheme: str,
    screen: str,
    names: list[str],
) -> None:
    tab = open_look(browser, scheme, screen)
    for name in names:
        # The row that a link led to is marked, and its words are to be read all the same.
        rows = PAGES.get(name.rstrip("/"))
        mark = f"#{rows[0]}" if rows else "#data-name" if name == "your-data/" else ""
        tab.goto(f"{own_address}{root_of(locale)}{name}{mark}")
        assert violations(tab) == [], name
    count("pages without a violation that axe-core knows", len(names))
    tab.context.close()


def test_what_axe_finds_is_seen(browser: Browser, own_address: str) -> None:
    tab = open_look(browser, "light", "wide")
    tab.goto(f"{own_address}de/")
    tab.evaluate("document.querySelector('.md-search').removeAttribute('aria-label')")
    tab.evaluate("document.querySelector('.notice-draft a').style.textDecoration = 'none'")
    tab.evaluate("document.querySelector('.notice-draft').style.color = '#aaa'")
    found = {violation.split(":")[0] for violation in violations(tab)}
    assert {"aria-dialog-name", "color-contrast"} <= found
    tab.context.close()
