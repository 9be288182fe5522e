"""The repository's own notice in a real Chromium, wide and as wide as a phone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.own_notice import LOCALES
from tests.searching import found_by_search

pytestmark = pytest.mark.browser


def open_page(browser: Browser, address: str, width: int = 1280) -> tuple[Page, list[str]]:
    """The page, and everything that it complained of or asked of another host."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    told: list[str] = []
    origin = "/".join(address.split("/")[:3])
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.on("response", lambda r: told.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    tab.on(
        "request",
        lambda r: None if r.url.startswith((origin, "data:", "blob:")) else told.append(r.url),
    )
    tab.goto(address)
    return tab, told


def test_the_first_column_is_on_the_right_in_arabic_and_on_the_left_in_english(
    browser: Browser, own_address: str
) -> None:
    for one, is_right in (("", False), ("ar/", True)):
        tab, _ = open_page(browser, f"{own_address}{one}orders/")
        boxes = [cell.bounding_box() for cell in tab.locator("tr#order-messages td").all()]
        first, second, third = (box["x"] for box in boxes if box)
        assert (first > second > third) is is_right
        assert (first < second < third) is not is_right
        tab.context.close()


def test_on_a_phone_each_cell_is_below_its_label(browser: Browser, own_address: str) -> None:
    tab, _ = open_page(browser, f"{own_address}ja/orders/", 390)
    boxes = [cell.bounding_box() for cell in tab.locator("#order-messages td").all()]
    for above, below in itertools.pairwise(box for box in boxes if box):
        assert below["y"] >= above["y"] + above["height"] - 1
    assert len(boxes) == 3
    script = "e => getComputedStyle(e, '::before').content"
    assert tab.locator("#order-messages td").first.evaluate(script) == '"目的" / ""'
    tab.context.close()


def test_tables_are_tables_to_assistive_technology_on_a_phone(
    browser: Browser, own_address: str
) -> None:
    tab, _ = open_page(browser, f"{own_address}orders/", 390)
    snapshot = tab.locator("article").aria_snapshot()
    assert snapshot.count("- table") == 3
    assert snapshot.count('- cell "Name and email address. Name Email address"') == 1
    assert snapshot.count('- columnheader "Personal data processed"') == 3
    tab.context.close()


SEARCHES = {
    "": {"recording": "customer-care/#care-recordings", "messages": "orders/#order-messages"},
    # With and without an article before it, and with and without vowel signs.
    "ar": {
        **dict.fromkeys(("عملاء", "العُملاء"), "insight/#customer-insight"),
        **dict.fromkeys(("تسجل", "تُسجَّل"), "customer-care/#care-recordings"),
    },
    # Parts of compounds, other forms, umlauts written as one can.
    "de": {
        "Korb": "orders/#bag-reminder",
        "Betruges": "fraud-and-claims/#fraud-prevention",
        "PRAEVENTION": "fraud-and-claims/",
    },
    "es": {"grabacion": "your-data/#data-call-recordings", "pedidos": "orders/#order-messages"},
    "fr": {"reclamation": "customer-care/#care-recordings"},
    "it": {"frode": "fraud-and-claims/#fraud-prevention"},
    "ja": {"録音": "customer-care/#care-recordings", "電話番号": "your-data/#data-phone-number"},
    # The beginning of a word with a particle, and the end of one.
    "ko": {"고객": "insight/#customer-insight", "번호": "your-data/#data-phone-number"},
    "nl": {"nummers": "your-data/#data-phone-number"},
    "pl": {
        "oszustwom": "fraud-and-claims/#fraud-prevention",
        "zamowienie": "orders/#order-messages",
    },
    "sv": {"bedrageri": "fraud-and-claims/#fraud-prevention"},
    "zh-Hans": {
        "电子邮件": "your-data/#data-email-address",
        "意见领袖": "public-relations/#brand-influencers",
        "客户姓名": "customer-care/#care-recordings",
    },
}
"""In each locale, what one types, and where a result must lead."""


FEW = {"", "ar", "de", "zh-Hans"}
"""Those in which every run searches: words as they are, with an article, in compounds, and cut."""


@pytest.mark.parametrize(
    "locales",
    [
        pytest.param(FEW, id="few"),
        pytest.param({*SEARCHES} - FEW, id="the others", marks=pytest.mark.thorough),
    ],
)
def test_search_finds_words_of_its_own_locale_and_leads_to_their_row(
    browser: Browser, own_address: str, count: Callable[[str, int], None], locales: set[str]
) -> None:
    assert {*SEARCHES} == {"" if locale == "en" else locale for locale in LOCALES}
    searches = {locale: SEARCHES[locale] for locale in sorted(locales)}
    for locale, queries in searches.items():
        root = own_address + (f"{locale}/" if locale else "")
        tab, told = open_page(browser, root)
        tab.wait_for_load_state("networkidle")  # the index is there
        for query, wanted in queries.items():
            found = found_by_search(tab, query)
            places = [re.sub(r"\?h=[^#]*", "", one).removeprefix(root) for one in found]
            assert wanted in places, (locale, query, places)
            assert all(one.startswith(root) for one in found), found
        assert told == []
        tab.context.close()
    count("searches", sum(map(len, searches.values())))


SETTLED = "Promise.all(document.getAnimations().map(one => one.finished)).then(() => null)"
"""Waits until every transition has come to its end that what happened before has begun."""


def test_the_language_switcher_leads_to_the_same_page_and_shows_every_language(
    browser: Browser, own_address: str
) -> None:
    tab, told = open_page(browser, f"{own_address}fr/insight/")
    tab.locator(".md-select").hover()
    links = tab.locator(".md-select__link")
    assert links.count() == len(LOCALES)
    tab.evaluate(SETTLED)  # the list opens with a transition
    inner = tab.locator(".md-select__inner").bounding_box()
    last = links.last.bounding_box()
    assert inner and last
    assert last["y"] + last["height"] <= inner["y"] + inner["height"] + 1
    links.filter(has_text="日本語").click()
    tab.wait_for_url(f"{own_address}ja/insight/")
    assert told == []
    tab.context.close()


def test_a_page_that_is_dark_on_the_screen_is_printed_in_the_colours_of_paper(
    browser: Browser, own_address: str
) -> None:
    tab, _ = open_page(browser, f"{own_address}ar/orders/")
    colours = "[...document.querySelectorAll('h1, article a')].map(e => getComputedStyle(e).color)"
    tab.emulate_media(color_scheme="dark")
    tab.reload()
    on_screen = tab.evaluate(colours)
    tab.emulate_media(color_scheme="dark", media="print")
    tab.evaluate(SETTLED)  # links change their colour with a transition
    assert set(tab.evaluate(colours)).isdisjoint(on_screen)
    tab.context.close()
