"""axe-core on a page that is open, as the package `axe-playwright-python` ships it."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

RULES: dict[str, object] = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What another palette may change, for a page that was looked at by all rules in the first."""

_VIOLATIONS = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"],
                                             preload: false, iframes: false}).then(
    found => found.violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) =>
        `${id}: ${html.slice(0, 200)}: ${failureSummary}`)))"""


def violations(tab: Page, rules: dict[str, object] = RULES) -> list[str]:
    """What axe-core finds on the page as it is now."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE)
    return list(tab.evaluate(_VIOLATIONS, rules))
