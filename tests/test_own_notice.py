"""The repository's own notice, built as a user's would be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from polynotice.catalogues import po_files
from polynotice.core.locales import find_locale
from polynotice.core.model import State
from tests.graphs import READS_GRAPHS, graph_of, rows_in, rows_of
from tests.own_notice import LOCALES, PAGES, root_of
from tests.projects import ROOT, load, page, polynotice, text_of

SEED = """\
Calls to our Customer Care team are recorded and live chat messages monitored to ensure a high level of customer service to our clients, to enable the development of staff training and to manage queries, complaints or disputes.
Recordings of calls to our Customer Care teams, live chat messages, customer name, account ID and order ID, the pages you have viewed and items in your Shopping Bag and any other contact details you might provide to us during the course of the conversation.
To understand customers' patterns, their needs, the products and services that they are interested in, we analyse shopping histories, browsing histories, customer demographics and market research information. In this way, we identify customers' groups or segments who display similar behavioural patterns. This helps us to offer an enhanced customer experience and to provide relevant products, personalised services and offers, and to better manage customers' relationships. It also helps us tailor the marketing that individuals receive in our marketing messages or are shown on our own and other websites and mobile apps, including social media.
Customer ID, e-mail address, browsing data, IP address, order history, products added to wish list or basket, age, gender, physical address, market research information such as attitudes to fashion, service needs and spend on designer clothing.
When we have a service message we need to send you via email confirming your order or returns or informing you of any changes that might affect your order, our service to you or changes to terms and conditions.
Name and email address.
When you save an item to your Shopping Bag, but don't check out, we'll send you an email service message to remind you that you haven't checked out.
Name, email address, item(s) saved in Bag.
When you make a purchase on any of our websites, we will use some of your personal data to carry out anti-fraud activities: we have a legitimate interest in carrying out this activity to prevent and prosecute any fraudulent activity.
Name, billing and shipping address, email address, phone number, payment information, previous order history.
When you make a purchase, we may request feedback on your buying experience, typically via pop up surveys or email.
Name, email address, telephone number, products purchased, feedback comments.
To collect information on our brand influencers and understand their impact.
Publicly available data on your social network that includes name, username(s), posts, views, followers, shares, comments and bio descriptions and to which the NET A PORTER Group Ltd may add further information such as contact details (phone number, email and address), industry category, territory, age, gender, favourite products or other relevant information.
We collect and utilise information about professionals in the fashion industry in order to send PR communications and event invitations.
Name, job role, job title and email address.
We may use your data to establish or exercise our legal rights or to defend against any legal claims.
Identification data and other personal data that may be relevant to the specific legal claim.
""".splitlines()  # noqa: E501 (the published texts, word for word; one stray full stop is fixed)


def test_the_nine_texts_in_the_english_site_are_the_published_ones(own_site: Path) -> None:
    rows = [
        {cell.attributes["data-field"]: text_of(cell) for cell in row.css("td")}
        for name in PAGES
        for row in page(own_site, f"{name}/index.html").css("tr[data-record]")
    ]
    pairs = sorted((row["purpose"], row["personal_data"]) for row in rows)
    assert pairs == sorted(zip(SEED[::2], SEED[1::2], strict=True))


@pytest.mark.parametrize("one", LOCALES)
def test_no_locale_drops_a_row(own_site: Path, one: str) -> None:
    found = {
        name: [
            row.attributes["data-record"]
            for row in page(own_site, f"{root_of(one)}{name}/index.html").css("tr[data-record]")
        ]
        for name in PAGES
    }
    assert found == PAGES


@pytest.mark.parametrize("one", LOCALES[1:])
def test_every_cell_says_what_the_catalogue_says(own_site: Path, one: str) -> None:
    po, _ = po_files.read_catalogue(ROOT, po_files.path_of(find_locale(one)), one)
    assert po is not None
    wanted = {entry.msgctxt: entry.msgstr[0] for entry in po.entries if not entry.obsolete}
    compared = 0
    for name in PAGES:
        for row in page(own_site, f"{one}/{name}/index.html").css("tr[data-record]"):
            for cell in row.css("td"):
                context = (
                    f"purposes/{row.attributes['data-record']}/{cell.attributes['data-field']}"
                )
                assert text_of(cell) == " ".join(wanted[context].split()) != ""
                compared += 1
    assert compared == 27


@pytest.mark.parametrize("one", LOCALES)
def test_the_page_says_its_language_and_direction(own_site: Path, one: str) -> None:
    html = page(own_site, f"{root_of(one)}index.html").css_first("html").attributes
    assert (html["lang"], html["dir"]) == (one, "rtl" if one == "ar" else "ltr")


def test_anchors_are_the_same_in_every_locale(own_site: Path) -> None:
    def anchors(one: str, name: str) -> list[str | None]:
        found = page(own_site, f"{root_of(one)}{name}").css("article [id]")
        return [node.attributes["id"] for node in found]

    names = [path.relative_to(own_site).as_posix() for path in own_site.glob("*/index.html")]
    names = [name for name in names if name.split("/")[0] not in {*LOCALES, "releases"}]
    assert len(names) == 8
    for name in names:
        expected = anchors("en", name)
        assert expected
        assert {one: anchors(one, name) for one in LOCALES} == dict.fromkeys(LOCALES, expected)


@pytest.mark.parametrize("one", LOCALES)
def test_notice_json_gives_every_record_in_order(own_site: Path, one: str) -> None:
    data = json.loads((own_site / root_of(one) / "notice.json").read_text(encoding="utf-8"))
    assert (data["locale"], data["source_locale"]) == (one, "en")
    assert data["direction"] == ("rtl" if one == "ar" else "ltr")
    assert data["format"] == 1
    assert [r["id"] for r in data["records"]] == [
        record for some in PAGES.values() for record in some
    ]
    for record in data["records"]:
        assert record["id"] in PAGES[record["page"].rstrip("/")]
        for field in record["fields"].values():
            assert field["text"]
            assert field["lang"] == one
            assert field["state"] == ("source" if one == "en" else "translated")


@pytest.mark.filterwarnings(READS_GRAPHS)
def test_the_graph_gives_every_row_of_all_twelve_locales(own_site: Path) -> None:
    found = rows_in(graph_of((own_site / "notice.jsonld").read_text(encoding="utf-8")))
    for one in LOCALES:
        text = (own_site / root_of(one) / "notice.json").read_text(encoding="utf-8")
        assert found.pop(one) == rows_of(json.loads(text))
    assert found == {}


@pytest.mark.parametrize("one", LOCALES[1:])
def test_each_translated_page_says_once_that_it_is_a_draft(own_site: Path, one: str) -> None:
    for name in ("", *(f"{name}/" for name in PAGES)):
        lines = page(own_site, f"{one}/{name}index.html").css("p.notice-draft")
        assert len(lines) == 1
        assert lines[0].css_first("a").attributes["lang"] == "en"


def test_no_english_page_calls_itself_a_translation(own_site: Path) -> None:
    assert page(own_site, "index.html").css("p.notice-draft") == []


@pytest.mark.parametrize("one", LOCALES)
def test_the_switcher_stays_on_the_page(own_site: Path, one: str) -> None:
    links = page(own_site, f"{root_of(one)}orders/index.html").css(".md-select a")
    targets = [
        ((own_site / root_of(one) / "orders" / link.attributes["href"]).resolve(), link)
        for link in links
    ]
    assert [link.attributes["hreflang"] for _, link in targets] == LOCALES
    assert [path for path, _ in targets] == [
        (own_site / root_of(other) / "orders").resolve() for other in LOCALES
    ]


@pytest.mark.parametrize("one", LOCALES)
def test_each_locale_has_a_search_index_of_its_own_pages(own_site: Path, one: str) -> None:
    path = own_site / root_of(one) / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    places = {entry["location"].split("#")[0] for entry in index["docs"]}
    assert places == {"", "your-data/", "how-to-read/", *(f"{name}/" for name in PAGES)}
    # Where Lunr has no stemmer, or one that takes words apart by itself, ours stands alone.
    stands_alone = one in ("ar", "ja", "ko", "pl", "zh-Hans")
    assert index["config"]["lang"] == (["notice"] if stands_alone else ["notice", one])
    assert index["config"]["pipeline"] == ["stopWordFilter"]


def test_nothing_is_asked_of_a_third_party(own_site: Path) -> None:
    loading = re.compile(
        r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:)?//([^"'/ ]+)"""
    )
    for path in own_site.rglob("*.html"):
        hosts = set(loading.findall(path.read_text(encoding="utf-8")))
        assert hosts <= {"notice.example"}, path


def test_every_message_is_translated_in_every_locale() -> None:
    project = load(ROOT)
    for locale in project.site.settings.translated:
        say = project.say(locale)
        states = {say(message.text).state for message in project.messages}
        assert states == {State.TRANSLATED}, locale.id


def test_no_check_has_anything_to_say() -> None:
    result = polynotice(ROOT, "check")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_every_purpose_names_its_personal_data() -> None:
    notice = load(ROOT).notice
    assert [len(purpose.data) for purpose in notice.purposes] == [8, 2, 3, 5, 11, 19, 4, 7, 2]
    used = {category for purpose in notice.purposes for category in purpose.data}
    assert used == {category.id for category in notice.categories}


def test_the_command_line_says_what_changed_in_the_polish_notice_since_the_first_of_march() -> None:
    changes = json.loads(
        polynotice(ROOT, "changes", "2026-03-01", "--locale", "pl", "--json").stdout
    )
    assert changes["from"] == "2026-01-15"
    of_reminder = next(row for row in changes["records"] if row["id"] == "bag-reminder")
    assert of_reminder["fields"]["personal_data"] == {
        "from": "Imię i nazwisko oraz adres e-mail.",
        "to": "Imię i nazwisko, adres e-mail, artykuł lub artykuły zapisane w Koszyku.",
    }
    assert {row["id"] for row in changes["records"] if "data_subjects" in row["fields"]} == {
        record for some in PAGES.values() for record in some
    }


@pytest.mark.parametrize("one", LOCALES)
def test_the_site_shows_the_three_releases_in_every_locale(own_site: Path, one: str) -> None:
    releases = f"{root_of(one)}releases"
    listed = page(own_site, f"{releases}/index.html").css("h2 a")
    assert [link.attributes["href"] for link in listed] == [
        "2026-11-28/",
        "2026-06-01/",
        "2026-01-15/",
    ]
    columns = {
        date: len(page(own_site, f"{releases}/{date}/index.html").css("tr#bag-reminder td"))
        for date in ("2026-01-15", "2026-06-01", "2026-11-28")
    }
    assert columns == {"2026-01-15": 2, "2026-06-01": 3, "2026-11-28": 3}
    re_worded = page(own_site, f"{releases}/2026-06-01/changes/index.html")
    assert len(re_worded.css("ins")) > 10
    correction = page(own_site, f"{releases}/2026-11-28/changes/index.html")
    assert (len(correction.css("ins, del")) > 0) is (one in ("de", "pl"))
