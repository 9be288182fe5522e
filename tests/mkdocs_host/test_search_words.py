"""What Material's search finds in each language, asked of its own worker in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

FOUND = {
    "": {
        '"recording"': "customer-care/#care-recordings",
        '"the recording of calls"': "customer-care/#care-recordings",  # words that are left out
        "+recording +zebra": None,
    },
    "ar": {
        '"تسجيلات المكالمات"': "your-data/#data-call-recordings",
        '"المكالمات زبرا"': None,  # the first in quotes begins with no letter of ASCII
        "+عملاء": "insight/#customer-insight",
    },
    "de": {
        "+Bestellungen +Korb": "insight/#customer-insight",
        "„Verhinderung von Betrug“": "fraud-and-claims/#fraud-prevention",
        "+E-Mail-Adresse": "your-data/#data-email-address",
        "+E-Zebra": None,  # what is behind a hyphen must be there, too
        "title:Betrug": "fraud-and-claims/#fraud-prevention",
    },
    "fr": {
        '"réclamations"': "customer-care/#care-recordings",
        "études": "insight/#customer-insight",  # which is only there as "d’études"
        "+l'adresse": "your-data/#data-email-address",
    },
    "it": {"dell'utente": "your-data/#data-usernames"},
    "ja": {
        '"氏名 電話番号"': "orders/#purchase-feedback",
        "「録音」": "customer-care/#care-recordings",
        '"録音 縞馬"': None,
    },
    "ko": {'"번호"': "your-data/#data-phone-number"},
    "nl": {
        "+opnamen +gesprekken": "customer-care/#care-recordings",
        "namen": "customer-care/#care-recordings",  # two letters before it: "opnamen"
        "pnamen": None,
    },
    "pl": {
        "+oszustwom": "fraud-and-claims/#fraud-prevention",
        "„zamówienia”": "orders/#order-messages",
    },
    "sv": {'"bedrägeri"': "fraud-and-claims/#fraud-prevention", "+bedrägerier +zebra": None},
    "zh-Hans": {"+客户 +姓名": "customer-care/#care-recordings"},
}
"""In each locale, what one types, and a row that must be found; `None` where nothing may be."""

ASK = """async ([index, script, queries]) => {
    const { config, docs } = await (await fetch(index)).json();
    const worker = new Worker(script);
    const answer = (message) => new Promise((done) => {
        worker.onmessage = ({ data }) => done(data);
        worker.postMessage(message);
    });
    await answer({ type: 0, data: { config, docs, options: { suggest: false } } });
    const found = [];
    for (const query of queries) {
        const { data } = await answer({ type: 2, data: query });
        found.push(data.items.flat().filter((item) => item.score > 0).map((item) => item.location));
    }
    worker.terminate();
    return found;
}"""


def test_words_in_quotes_or_behind_a_plus_must_be_there_in_whatever_form(
    browser: Browser, own_address: str, own_site: Path
) -> None:
    (script,) = own_site.glob("assets/javascripts/workers/search.*.js")
    tab = browser.new_page()
    tab.goto(f"{own_address}404.html")
    for locale, queries in FOUND.items():
        index = own_address + (f"{locale}/" if locale else "") + "search/search_index.json"
        address = own_address + script.relative_to(own_site).as_posix()
        answers = tab.evaluate(ASK, [index, address, [*queries]])
        for (query, wanted), places in zip(queries.items(), answers, strict=True):
            assert wanted in places if wanted else places == [], (locale, query, places)
    tab.close()
