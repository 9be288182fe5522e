"""A reader whose browser prefers another language of the notice is offered it, in Chromium."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.draws import each

pytestmark = pytest.mark.browser

OFFER = "aside.notice-offer"


@contextmanager
def visit(browser: Browser, *languages: str, **options: Any) -> Iterator[Page]:
    """A visit of a browser that asks for those languages."""
    context = browser.new_context(locale=languages[0], **options)
    wanted = f"{{get: () => {list(languages)}, configurable: true}}"
    context.add_init_script(f"Object.defineProperty(navigator, 'languages', {wanted})")
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def kept(tab: Page) -> list[str]:
    """What the notice keeps in the browser; the theme keeps the choice of light or dark."""
    names: list[str] = tab.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    )
    return [name for name in names if not name.endswith("__palette")]


def test_the_offer_is_in_the_readers_language_and_leads_to_the_same_row(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "ar-EG", "en") as tab:
        tab.goto(f"{own_address}orders/#bag-reminder")
        offer = tab.locator(OFFER)
        assert offer.get_attribute("lang") == "ar"
        assert offer.evaluate("e => getComputedStyle(e).direction") == "rtl"
        words = "هذه الصفحة متاحة أيضًا بلغتكم: العربية"
        expect(offer.get_by_role("status")).to_have_text(words)
        # Nobody is led anywhere unasked.
        assert tab.url == f"{own_address}orders/#bag-reminder"
        offer.get_by_role("link").click()
        tab.wait_for_url(f"{own_address}ar/orders/#bag-reminder")
        assert tab.locator(OFFER).count() == 0


def test_nothing_is_kept_before_the_reader_answers(browser: Browser, own_address: str) -> None:
    with visit(browser, "de") as tab:
        tab.goto(own_address)
        tab.get_by_role("button", name="Schließen").wait_for()
        assert kept(tab) == []


def test_an_offer_that_was_closed_is_not_made_again_in_another_tab_either(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "de") as tab:
        tab.goto(own_address)
        tab.get_by_role("button", name="Schließen").focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(OFFER)).to_have_count(0)
        assert kept(tab) == ["notice-offer:/"]
        tab.goto(f"{own_address}orders/")
        assert tab.locator(OFFER).count() == 0
        another = tab.context.new_page()
        another.goto(own_address)
        assert another.locator(OFFER).count() == 0


@each("button", ["left", "middle"], always=["left"])
def test_a_language_that_was_chosen_by_hand_is_an_answer(
    browser: Browser, own_address: str, button: Literal["left", "middle"]
) -> None:
    with visit(browser, "de") as tab:
        tab.goto(f"{own_address}de/")
        tab.locator(".md-select").hover()
        tab.locator(".md-select__link[hreflang=en]").click(button=button)
        tab.wait_for_function("localStorage.length > 0")
        another = tab.context.new_page()
        another.goto(own_address)
        assert another.locator(OFFER).count() == 0


def test_whoever_reads_on_has_been_offered_it_and_a_page_elsewhere_offers_nothing(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "de") as tab:
        tab.goto(own_address)
        tab.locator("article a[href*='orders/']").first.click()
        tab.wait_for_url("**/orders/**")
        assert (tab.locator(OFFER).count(), kept(tab)) == (0, [])
        tab.goto(own_address, referer="https://elsewhere.example/")
        assert tab.locator(OFFER).count() == 1


def test_a_browser_that_keeps_nothing_offers_and_is_done_with_it_all_the_same(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "de") as tab:
        tab.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException() }})"
        )
        told: list[str] = []  # the theme itself complains
        tab.on("pageerror", lambda error: told.append(error.stack or ""))
        tab.goto(own_address)
        tab.get_by_role("button", name="Schließen").click()
        expect(tab.locator(OFFER)).to_have_count(0)
        assert [stack for stack in told if "polynotice" in stack] == []


@each("page", ["orders/", "your-data/", "full/"], always=["your-data/"])
def test_nothing_on_a_page_moves_when_the_offer_and_the_filter_come(
    browser: Browser, own_address: str, page: str
) -> None:
    with visit(browser, "de", viewport={"width": 412, "height": 823}) as tab:
        tab.add_init_script(SHIFTS)
        # The page is painted before its scripts are there, as on a slow connection.
        tab.route("**/polynotice.js", lambda route: (time.sleep(0.3), route.continue_()))
        tab.goto(own_address + page)
        tab.get_by_role("button", name="Schließen").wait_for()
        tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        assert tab.evaluate("shifts.reduce((sum, one) => sum + one, 0)") < 0.02
        # It is the measure that finds what moves.
        tab.evaluate("document.querySelector('h1').style.marginTop = '200px'")
        tab.wait_for_function("shifts.reduce((sum, one) => sum + one, 0) > 0.02")


def test_a_page_from_right_to_left_stays_where_it_is_while_its_header_comes_in(
    browser: Browser, own_address: str
) -> None:
    phone = {"viewport": {"width": 412, "height": 823}, "is_mobile": True}
    with visit(browser, "ar", **phone) as tab:
        tab.add_init_script(SHIFTS)
        tab.goto(f"{own_address}ar/")
        # As while what stands behind the switcher is not there yet.
        tab.evaluate("document.querySelector('.md-header__button[for=__search]').remove()")
        tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        assert tab.evaluate("shifts.reduce((sum, one) => sum + one, 0)") < 0.02


SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(entry.value);
    }).observe({type: 'layout-shift', buffered: true});
"""


def test_what_has_the_focus_and_the_end_of_the_page_are_above_the_offer(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "de", viewport={"width": 320, "height": 400}) as tab:
        tab.goto(f"{own_address}insight/")
        tab.get_by_role("button", name="Schließen").wait_for()
        tab.wait_for_function("document.querySelector('.notice-room').offsetHeight")
        for _ in range(25):
            tab.keyboard.press("Tab")
            assert tab.evaluate(IS_COVERED) is False, tab.evaluate(
                "document.activeElement.outerHTML"
            )
        end = "{top: document.documentElement.scrollHeight, behavior: 'instant'}"
        tab.evaluate(f"scrollTo({end})")
        footer = tab.locator(".md-footer").bounding_box()
        offer = tab.locator(OFFER).bounding_box()
        assert footer
        assert offer
        assert footer["y"] + footer["height"] <= offer["y"] + 1


IS_COVERED = """() => {
    const one = document.activeElement, offer = document.querySelector(".notice-offer");
    if (offer.contains(one) || !one.closest("article, footer")) return false;
    return one.getBoundingClientRect().bottom > offer.getBoundingClientRect().top + 1;
}"""


OFFERED = [
    ("", ["en-GB", "de"], None),  # the language that is preferred is there
    ("de/", ["de-AT"], None),
    ("", ["eo", "cy"], None),  # none of them is
    ("", ["zh-TW"], None),  # another script
    ("", ["zh-CN"], "zh-Hans"),
    ("de/", ["eo", "sv-FI", "de"], "sv"),  # the first of those that are
    ("de/", ["en"], "en"),
]
"""On which page who asks for which languages is offered which one."""


def test_what_is_offered_is_the_first_language_that_is_asked_for_and_there(
    browser: Browser, own_address: str
) -> None:
    with visit(browser, "en") as tab:
        # One reader for all: a page with a name asks for the languages that are its name.
        tab.add_init_script(
            "if (name) Object.defineProperty(navigator, 'languages', {get: () => name.split(',')})"
        )
        tab.goto(f"{own_address}404.html")
        for page, languages, expected in OFFERED:
            tab.evaluate(
                "names => { name = names; localStorage.clear(); sessionStorage.clear(); }",
                ",".join(languages),
            )
            tab.goto(own_address + page)
            assert tab.evaluate("navigator.languages") == languages
            offers = [offer.get_attribute("lang") for offer in tab.locator(OFFER).all()]
            assert offers == [expected] * (expected is not None), (page, languages)


def test_the_offer_fits_a_phone(browser: Browser, own_address: str) -> None:
    with visit(browser, "ja", viewport={"width": 320, "height": 600}) as tab:
        tab.goto(own_address)
        tab.locator(OFFER).wait_for()  # its words come a moment later, so that they are read out
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
