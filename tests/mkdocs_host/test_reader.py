"""What the pages do for a reader beside the tables, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.mkdocs_host.test_browser import open_page

pytestmark = pytest.mark.browser

SHOWN = """[...document.querySelectorAll(".notice-table tr[data-category]")]
    .filter(row => row.checkVisibility()).map(row => row.id)"""


def test_kinds_of_data_are_filtered_as_one_types_by_keyboard_too(
    browser: Browser, own_address: str
) -> None:
    tab, told = open_page(browser, f"{own_address}fr/your-data/")
    assert len(tab.evaluate(SHOWN)) == 40
    # The label is the header of the column; accents and case do not count.
    tab.get_by_label("Type de données à caractère personnel").focus()
    tab.keyboard.type("TELEPHONE")
    assert "data-phone-number" in tab.evaluate(SHOWN)
    assert 0 < len(tab.evaluate(SHOWN)) < 10
    assert tab.locator("output").inner_text().endswith("/ 40")
    # A group without any of them is gone, heading, table and all.
    assert not tab.get_by_role("heading", name="Commandes et paiement").is_visible()
    tables = tab.locator(".notice-table")
    assert len([table for table in tables.all() if table.is_visible()]) < tables.count()
    tab.keyboard.press("Escape")
    assert len(tab.evaluate(SHOWN)) == 40
    tab.keyboard.type("zzz")
    assert (tab.evaluate(SHOWN), told) == ([], [])
    tab.context.close()


def test_a_link_to_a_kind_that_was_filtered_out_shows_it_again(
    browser: Browser, own_address: str
) -> None:
    tab, told = open_page(browser, f"{own_address}your-data/")
    row = tab.locator("#data-payment-information")
    tab.get_by_label("Kind of personal data").fill("phone")
    assert not row.is_visible()
    tab.evaluate("location.hash = 'data-phone-number'")
    tab.evaluate("new Promise(requestAnimationFrame)")
    assert not row.is_visible()
    tab.evaluate("location.hash = 'data-payment-information'")
    row.wait_for()
    assert (len(tab.evaluate(SHOWN)), told) == (40, [])
    # So does the link of a group, followed a second time, too.
    way = tab.locator(".md-sidebar--secondary a[href$='#orders-and-payment']")
    group = tab.get_by_role("heading", name="Orders and payment")
    for _ in range(2):
        tab.get_by_label("Kind of personal data").fill("phone")
        assert not group.is_visible()
        way.click()
        group.wait_for()
        assert len(tab.evaluate(SHOWN)) == 40
    assert told == []
    tab.context.close()


def test_without_scripts_every_kind_of_data_is_there(browser: Browser, own_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{own_address}your-data/")
    assert tab.locator(".notice-table tr[data-category]").count() == 40
    assert tab.locator(".notice-filter *").count() == 0
    assert not tab.locator(".notice-filter").is_visible()
    context.close()


def test_the_address_of_a_row_stands_behind_its_first_words_and_can_be_copied(
    browser: Browser, own_address: str
) -> None:
    tab, _ = open_page(browser, f"{own_address}ar/orders/")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.locator("#bag-reminder .notice-permalink").click()
    assert tab.url == f"{own_address}ar/orders/#bag-reminder"
    assert tab.evaluate("navigator.clipboard.readText()") == tab.url
    tab.context.close()


def test_a_tag_leads_to_its_kind_of_data_and_that_leads_back_to_the_row(
    browser: Browser, own_address: str
) -> None:
    tab, _ = open_page(browser, f"{own_address}de/fraud-and-claims/")
    tab.locator("#fraud-prevention").get_by_role("link", name="Zahlungsinformationen").click()
    assert tab.url == f"{own_address}de/your-data/#data-payment-information"
    tab.locator("#data-payment-information td a[href*='fraud-and-claims']").click()
    assert tab.url == f"{own_address}de/fraud-and-claims/#fraud-prevention"
    tab.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_mark_of_the_matrix_leads_to_its_row_and_says_so(
    browser: Browser, own_address: str, width: int
) -> None:
    tab, _ = open_page(browser, f"{own_address}de/", width)
    mark = tab.get_by_role("link", name="Verhinderung von Betrug: Bestellungen und Zahlung")
    cell = mark.locator("xpath=..")
    label = cell.evaluate("e => getComputedStyle(e, '::after').content")
    assert label == ("none" if width == 1280 else '"Bestellungen und Zahlung" / ""')
    mark.click()
    assert tab.url == f"{own_address}de/fraud-and-claims/#fraud-prevention"
    tab.context.close()


def test_on_a_phone_the_matrix_shows_the_groups_in_use_alone(
    browser: Browser, own_address: str
) -> None:
    tab, _ = open_page(browser, f"{own_address}ar/", 390)
    row = tab.locator('.notice-matrix [data-record="legal-claims"]')
    assert [cell.is_visible() for cell in row.locator("td").all()].count(True) == 2
    tab.context.close()
