"""The repository's own notice by keyboard, mirrored, in forced colours and without motion.

What axe-core and the width of the screen say of every page: `test_every_page.py`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import serve
from tests.draws import each
from tests.mkdocs_host.axe import violations
from tests.own_notice import LOCALES, root_of
from tests.projects import CONFIG, build_site, translate, write_project

pytestmark = pytest.mark.browser

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


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab on a wide screen with light colours, in which one test after the other opens pages."""
    tab = open_look(browser, "light", "wide")
    yield tab
    tab.context.close()


def test_what_axe_finds_is_seen(tab: Page, own_address: str) -> None:
    tab.goto(f"{own_address}de/")
    tab.evaluate("document.querySelector('.md-search').removeAttribute('aria-label')")
    tab.evaluate("document.querySelector('.notice-draft a').style.textDecoration = 'none'")
    tab.evaluate("document.querySelector('.notice-draft').style.color = '#aaa'")
    found = {violation.split(":")[0] for violation in violations(tab)}
    assert {"aria-dialog-name", "color-contrast"} <= found


SHOWN_CONTRASTS = """() => {
    const pixel = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const colour = (text) => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = text;
        pixel.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
        return [[red, green, blue], alpha / 255];
    };
    const over = ([top, alpha], bottom) => top.map((c, i) => c * alpha + bottom[i] * (1 - alpha));
    const light = (rgb) => rgb.map((c) => c / 255)
        .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0.05);
    const ground = (e) => e === null ? [255, 255, 255]
        : over(colour(getComputedStyle(e).backgroundColor), ground(e.parentElement));
    const shown = [];
    for (const element of document.querySelectorAll("article *"))
        for (const place of ["::before", "::after"]) {
            const style = getComputedStyle(element, place);
            if (!/^"./.test(style.content) || !element.checkVisibility({opacityProperty: true}))
                continue;
            const below = ground(element);
            const [a, b] = [light(over(colour(style.color), below)), light(below)];
            shown.push([style.content, Math.max(a, b) / Math.min(a, b)]);
        }
    return shown;
}"""
"""Words that the style sheet shows, which axe-core does not look at, and their contrast."""


@each(("scheme", "screen"), LOOKS, always=[("dark", "phone")])
def test_tags_labels_and_addresses_of_rows_are_as_easy_to_read_as_text(
    browser: Browser, own_address: str, scheme: str, screen: str
) -> None:
    tab = open_look(browser, scheme, screen)
    for name in ("de/orders/#bag-reminder", "ar/your-data/#data-name", "ko/"):
        tab.goto(own_address + name)
        shown = tab.evaluate(SHOWN_CONTRASTS)
        assert [(words, ratio) for words, ratio in shown if ratio < 4.5] == []
        if screen == "phone":
            assert any(letter.isalpha() for words, _ in shown for letter in words)
    tab.context.close()


FINDS = """word => {
    const found = [];
    getSelection().removeAllRanges();
    while (find(word)) found.push(getSelection().anchorNode.parentElement.className);
    return found;
}"""


def test_a_tag_is_found_on_the_page_by_its_words_and_is_seen_without_scripts(
    browser: Browser, own_address: str
) -> None:
    tab = open_look(browser, "light", "wide")
    tab.goto(f"{own_address}de/orders/")
    tag = tab.locator(".notice-tag").first
    word = tag.inner_text()
    assert word == tag.get_attribute("data-name")
    assert tab.evaluate(FINDS, word).count("notice-tag") >= 1
    assert tab.evaluate(FINDS, "no such word") == []
    tab.context.close()
    plain = open_look(browser, "light", "wide", java_script_enabled=False)
    plain.goto(f"{own_address}de/orders/")
    box = plain.locator(".notice-tag").first.bounding_box()
    assert box
    assert box["width"] > 40
    plain.context.close()


FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const {outlineStyle, outlineWidth, visibility} = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const inside = box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    const header = document.querySelector(".md-header");
    const again = element.wasFocused === true;
    element.wasFocused = true;
    return {
        again,
        what: `${element.className} ${element.ariaLabel ?? element.textContent.trim()}`,
        ours: element.closest("article, .md-select") !== null,
        ring: outlineStyle === "solid" && parseFloat(outlineWidth) >= 2,
        seen: inside && visibility === "visible" && element.checkVisibility({opacityProperty: true})
            && (header.contains(element) || box.bottom > header.getBoundingClientRect().bottom),
        tall: box.height > 0,
    };
}"""


WITH_KINDS = {
    "de/": ["md-select__link", "Verhinderung von Betrug: Bestellungen und Zahlung"],
    "ar/public-relations/": ["notice-tag", "notice-permalink", "headerlink"],
    "your-data/": ["notice-permalink"],
}
"""Pages, and the links of ours that are on each."""


@each(
    ("name", "key"),
    itertools.product(WITH_KINDS, ("Tab", "Shift+Tab")),
    always=[("de/", "Tab"), ("ar/public-relations/", "Shift+Tab")],
)
def test_every_link_is_reached_by_keyboard_and_shows_it(
    tab: Page, own_address: str, name: str, key: str
) -> None:
    tab.goto(own_address + name)
    tab.wait_for_load_state("networkidle")
    stops = []
    for _ in range(400):
        tab.keyboard.press(key)
        stop = tab.evaluate(FOCUSED)
        if stop is None:  # past the last one, or the theme has just hidden its button to the top
            continue
        if stop["again"]:
            break
        stops.append(stop)
    else:
        pytest.fail("the keys never come round to where they were")
    ours = [stop for stop in stops if stop["ours"]]
    assert [stop["what"] for stop in ours if not (stop["ring"] and stop["seen"])] == []
    # The theme's own results of a search are a stop of no height as long as there are none.
    nowhere = {stop["what"].split()[0] for stop in stops if not stop["tall"]}
    assert nowhere <= {"md-search__scrollwrap"}
    links = tab.locator("article a[href]").count()
    assert len([stop for stop in ours if "md-select" not in stop["what"]]) >= links
    for kind in WITH_KINDS[name]:
        assert [stop for stop in ours if kind in stop["what"]], kind


def test_the_filter_is_reached_by_keyboard_and_shows_it(browser: Browser, own_address: str) -> None:
    tab = open_look(browser, "dark", "wide")
    tab.goto(f"{own_address}your-data/")
    field = tab.get_by_role("search").get_by_role("searchbox")
    field.focus()
    ring = field.evaluate("e => getComputedStyle(e).outlineStyle")
    assert ring == "solid"
    tab.context.close()


@each("locale", ["en", "ar", "ja"], always=["ar"])
def test_each_landmark_is_there_once_and_has_a_name_of_its_own(
    tab: Page, own_address: str, locale: str
) -> None:
    tab.goto(f"{own_address}{root_of(locale)}orders/")
    for role in ("banner", "main", "contentinfo"):
        assert tab.get_by_role(role).count() == 1  # type: ignore[arg-type]
    assert tab.get_by_role("search").count() == 1
    names = [
        nav.get_attribute("aria-label")
        for nav in tab.get_by_role("navigation").all()
        if nav.get_attribute("aria-labelledby") is None
    ]
    assert all(names)
    assert len(set(names)) == len(names)


def is_one(node: dict[str, Any], role: str) -> bool:
    return not node["ignored"] and node["role"]["value"] == role


@pytest.mark.parametrize("scripts", [True, False])
def test_tables_stay_tables_on_a_phone_with_and_without_scripts(
    browser: Browser, own_address: str, scripts: bool
) -> None:
    tab = open_look(browser, "light", "phone", java_script_enabled=scripts)
    tab.goto(f"{own_address}de/orders/")
    assert (tab.locator("table[role]").count() == 3) is scripts
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")
    roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]
    found = [roles.count(role) for role in ("table", "row", "columnheader", "cell")]
    assert found == [3, 6, 9, 9]
    # Each has the name of its heading; Material's link to a heading is part of that.
    named = {
        role: [
            str(node["name"]["value"]).rstrip("¶ ") for node in tree["nodes"] if is_one(node, role)
        ]
        for role in ("table", "heading")
    }
    assert named["table"] == named["heading"][-3:]
    assert all(named["table"])
    tab.context.close()


def test_words_in_another_language_say_so(tab: Page, own_address: str) -> None:
    tab.goto(f"{own_address}ar/orders/")
    switcher = tab.locator(".md-select__link")
    assert switcher.evaluate_all("all => all.map(e => [e.lang, e.hreflang])") == [
        [locale, locale] for locale in LOCALES
    ]
    draft = tab.locator(".notice-draft a")
    assert draft.evaluate("e => [e.lang, e.dir, e.hreflang]") == ["en", "ltr", "en"]


MOVING = """[...document.querySelectorAll("*")].filter(
    e => ["", "::before", "::after"].some(place => {
        const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(e, place);
        return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
    })).map(e => e.outerHTML.slice(0, 120))"""


def test_nothing_moves_for_those_who_ask_for_less_motion(tab: Page, own_address: str) -> None:
    for name in ("", "orders/#bag-reminder", "your-data/"):
        tab.goto(own_address + name)
        assert tab.evaluate(MOVING) == [], name


EDGES = """(selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    return [style.outlineStyle, style.borderTopStyle, style.textDecorationLine];
}"""


def test_where_readers_choose_the_colours_all_is_told_apart_by_edges_and_lines(
    browser: Browser, own_address: str
) -> None:
    tab = open_look(browser, "dark", "wide", forced_colors="active")
    tab.goto(f"{own_address}de/orders/#bag-reminder")
    assert tab.evaluate(EDGES, "#bag-reminder")[0] == "solid"
    assert tab.evaluate(EDGES, "#purchase-feedback")[0] == "none"
    assert tab.evaluate(EDGES, ".notice-tag")[1] == "solid"
    assert tab.evaluate(EDGES, ".notice-draft")[1] == "solid"
    assert tab.evaluate(EDGES, ".notice-draft a")[2] == "underline"
    tab.goto(f"{own_address}de/")
    assert tab.evaluate(EDGES, ".notice-matrix td")[1] == "solid"
    mark = tab.locator(".notice-matrix td a").first
    assert mark.evaluate("e => getComputedStyle(e).color") != mark.evaluate(
        "e => getComputedStyle(document.body).backgroundColor"
    )
    tab.context.close()


GROUPED = """\
groups: [{id: voice, name: Voice}, {id: text, name: Written}]
data_categories:
  - {id: recordings, name: Recordings, group: voice, special: true}
  - {id: messages, name: Chat messages, group: text}
"""
INDEX = """\
# Privacy notice

Call +44 20 7946 0958.

::: matrix

::: purposes

## Your data

::: data-index
"""
CALLS = {
    "he": "התקשרו אל +44 20 7946 0958.",
    "fa": "با +44 20 7946 0958 تماس بگیرید.",
    "ur": "+44 20 7946 0958 پر کال کریں۔",
}
ENDS = """e => {
    const range = document.createRange();
    const text = e.firstChild;
    const left = (at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
    };
    const at = text.data.indexOf("44");
    return [left(at), left(at + 14)];
}"""
"""Where the first and the last digit of the telephone number stand."""


MIRRORED = list(itertools.product(("he", "fa", "ur"), ("wide", "phone")))
ON_EITHER_SCREEN = [("he", "wide"), ("ur", "phone")]


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param(ON_EITHER_SCREEN, id="few"),
        pytest.param(
            [look for look in MIRRORED if look not in ON_EITHER_SCREEN],
            id="the others",
            marks=pytest.mark.thorough,
        ),
    ],
)
def test_hebrew_persian_and_urdu_are_mirrored(
    browser: Browser, tmp_path: Path, looks: list[tuple[str, str]]
) -> None:
    config = CONFIG.replace("[en, de]", "[en, he, fa, ur]")
    files = {"mkdocs.yml": config, "docs/index.md": INDEX, "notice_data/data.yml": GROUPED}
    folder = write_project(tmp_path, files)
    for locale, words in CALLS.items():
        translate(folder, locale, **{"Call +44 20 7946 0958.": words})
    server, address = serve(build_site(folder))
    try:
        for locale, screen in looks:
            tab = open_look(browser, "light", screen)
            tab.goto(f"{address}{locale}/")
            assert violations(tab) == [], locale
            bare = tab.locator("article > p", has_text="+44")
            first, last = bare.locator("bdi", has_text="+44").evaluate(ENDS)
            assert first < last
            bare.evaluate("e => { e.textContent = e.textContent; }")
            first, last = bare.evaluate(ENDS)
            assert first > last, "without its own element, its groups are in the text's order"
            page = tab.viewport_size
            assert page
            assert tab.evaluate("document.documentElement.scrollWidth") <= page["width"]
            for selector in ("#calls td", ".notice-filter > *", ".notice-matrix [data-record] > *"):
                boxes = [box for e in tab.locator(selector).all() if (box := e.bounding_box())]
                first, second = boxes[0], boxes[1]
                ends = [box["x"] + box["width"] for box in (first, second)]
                is_beside = abs(first["y"] - second["y"]) < 20
                assert first["x"] > second["x"] if is_beside else abs(ends[0] - ends[1]) < 20
            tag = tab.locator("#calls .notice-tag").bounding_box()
            cell = tab.locator("#calls td").last.bounding_box()
            assert tag and cell
            assert cell["x"] + cell["width"] - tag["x"] - tag["width"] < 30
            tab.context.close()
    finally:
        server.shutdown()
        server.server_close()
