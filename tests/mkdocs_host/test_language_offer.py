"""A reader whose browser prefers another language of the notice is offered it, in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

OFFER = "aside.notice-offer"


@contextmanager
def visit(browser: Browser, *languages: str, **options: Any) -> Iterator[Page]:
    """A visit of a browser that asks for those languages."""
    context = browser.new_context(locale=languages[0], **options)
    wanted = list(languages)
    context.add_init_script(
        f"Object.defineProperty(navigator, 'languages', {{get: () => {wanted}}})"
    )
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def test_the_offer_is_in_the_readers_language_and_leads_to_the_same_row(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "ar-EG", "en") as tab:
        tab.goto(f"{own_address}orders/#bag-reminder")
        offer = tab.locator(OFFER)
        assert offer.get_attribute("lang") == "ar"
        assert offer.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert offer.locator("p").inner_text() == "هذه الصفحة متاحة أيضًا بلغتكم: العربية"
        # Nobody is led anywhere unasked.
        assert tab.url == f"{own_address}orders/#bag-reminder"
        offer.get_by_role("link").click()
        assert tab.url == f"{own_address}ar/orders/#bag-reminder"
        assert tab.locator(OFFER).count() == 0


def test_the_offer_is_made_once_in_a_visit_and_can_be_closed_by_keyboard(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "de") as tab:
        tab.goto(own_address)
        tab.get_by_role("button", name="Schließen").focus()
        tab.keyboard.press("Enter")
        assert tab.locator(OFFER).count() == 0
        tab.goto(f"{own_address}orders/")
        assert tab.locator(OFFER).count() == 0


@pytest.mark.parametrize(
    ("page", "languages", "expected"),
    [
        ("", ["en-GB", "de"], None),  # the language that is preferred is there
        ("de/", ["de-AT"], None),
        ("", ["eo", "cy"], None),  # none of them is
        ("", ["zh-TW"], None),  # another script
        ("", ["zh-CN"], "zh-Hans"),
        ("de/", ["eo", "sv-FI", "de"], "sv"),  # the first of those that are
        ("de/", ["en"], "en"),
    ],
)
def test_what_is_offered_is_the_first_language_that_is_asked_for_and_there(
    browser: Browser, own_address: str, page: str, languages: list[str], expected: str | None
) -> None:
    with visit(browser, *languages) as tab:
        tab.goto(own_address + page)
        offers = [offer.get_attribute("lang") for offer in tab.locator(OFFER).all()]
        assert offers == [expected] * (expected is not None)


def test_the_offer_fits_a_phone(browser: Browser, own_address: str) -> None:
    with visit(browser, "ja", viewport={"width": 320, "height": 600}) as tab:
        tab.goto(own_address)
        assert tab.locator(OFFER).is_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
