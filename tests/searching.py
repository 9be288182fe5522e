"""Material's search, used as a reader uses it."""

from __future__ import annotations

from playwright.sync_api import Page


def found_by_search(tab: Page, query: str) -> list[str]:
    """Where the results for `query` lead, once there are any."""
    field = tab.locator("input[name=query]")
    field.click()
    field.fill("")
    field.dispatch_event("keyup")
    results = tab.locator(".md-search-result__link")
    results.first.wait_for(state="detached")  # those of what was typed before
    field.fill(query)
    field.dispatch_event("keyup")  # as every keyboard and input method does
    results.first.wait_for()
    return [one.get_attribute("href") or "" for one in results.all()]
