"""The language switcher in a real Chromium: it stays on the page, and on the row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import serve
from tests.draws import each
from tests.projects import CONFIG, build_site, page, polynotice, translate, write_project

pytestmark = pytest.mark.browser

MORE = "# More\n\n## Rights { #rights }\n\nYou have them.\n\n[First](index.md#chat)\n"
IN_LOCALES = (("", "de", "de/"), ("de/", "en", ""))


def notice_of(folder: Path, config: str = CONFIG) -> Path:
    """A notice of two pages in English and German."""
    write_project(folder, {"mkdocs.yml": config, "docs/a/more.md": MORE.replace("(i", "(../i")})
    translate(folder, "de")
    return folder


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of such a notice, which nobody changes."""
    with served(build_site(notice_of(tmp_path_factory.mktemp("notice")))) as found:
        yield found


@contextmanager
def served(site: Path) -> Iterator[str]:
    server, address = serve(site)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 500})
    context.set_default_timeout(8000)
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """The page, and everything that it complains of."""
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.goto(address)
    return tab, told


def switch(tab: Page, locale_id: str) -> None:
    """Chooses a language as one does with a mouse."""
    tab.locator(".md-select").hover()
    tab.locator(f".md-select__link[hreflang={locale_id}]").click()


@each(
    "name",
    ["#chat", "a/more/#rights", "a/more/", "", "#no-such-row"],
    always=["#chat", "a/more/#rights", "#no-such-row"],
)
def test_the_switcher_stays_on_page_and_row(
    context: BrowserContext, address: str, name: str
) -> None:
    tab, told = opened(context, f"{address}{name}")
    # There and back again.
    for _, locale_id, there in IN_LOCALES:
        switch(tab, locale_id)
        tab.wait_for_url(f"{address}{there}{name}")
        if name == "#chat":
            expect(tab.locator("tr#chat")).to_be_in_viewport()
    assert told == []


def test_a_row_that_is_gone_to_on_the_page_is_kept(context: BrowserContext, address: str) -> None:
    tab, _ = opened(context, f"{address}#calls")
    tab.evaluate("location.hash = 'chat'")
    switch(tab, "de")
    tab.wait_for_url(f"{address}de/#chat")
    tab.go_back()
    tab.wait_for_url(f"{address}#chat")
    tab.go_back()
    tab.wait_for_url(f"{address}#calls")
    switch(tab, "de")
    tab.wait_for_url(f"{address}de/#calls")


def test_another_tab_and_a_copied_link_have_the_row(context: BrowserContext, address: str) -> None:
    tab, _ = opened(context, f"{address}#chat")
    link = tab.locator(".md-select__link[hreflang=de]")
    # As the menu of the right button copies it, before anything is touched.
    assert link.evaluate("link => link.href") == f"{address}de/#chat"
    for how in ({"button": "middle"}, {"modifiers": ["Control"]}):
        tab.locator(".md-select").hover()
        with context.expect_page() as other:
            link.click(**how)  # type: ignore[arg-type]
        other.value.wait_for_url(f"{address}de/#chat")
        other.value.close()
    assert tab.url == f"{address}#chat"


def test_the_keyboard_keeps_the_row_whatever_has_changed_the_address(
    context: BrowserContext, address: str
) -> None:
    tab, _ = opened(context, address)
    # As Material does while one scrolls: no event tells of it.
    tab.evaluate("history.replaceState(null, '', '#chat')")
    tab.locator(".md-select button").focus()
    for _ in range(9):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.hreflang") == "de":
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}de/#chat")


def test_assistive_technology_that_clicks_without_a_pointer_keeps_the_row(
    context: BrowserContext, address: str
) -> None:
    tab, _ = opened(context, address)
    tab.evaluate("history.replaceState(null, '', '#chat')")
    tab.locator(".md-select__link[hreflang=de]").evaluate("link => link.click()")
    tab.wait_for_url(f"{address}de/#chat")


def test_without_scripts_and_without_a_row_links_are_as_they_are_written(
    browser: Browser, context: BrowserContext, address: str
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    without, _ = opened(plain, f"{address}#chat")
    with_scripts, _ = opened(context, address)
    for tab in (without, with_scripts):
        links = tab.locator(".md-select__link").all()
        assert [link.get_attribute("href") for link in links] == [".", "de/"]
    switch(without, "de")
    without.wait_for_url(f"{address}de/")
    plain.close()


def test_an_error_page_leads_to_the_home_pages(context: BrowserContext, address: str) -> None:
    tab, _ = opened(context, f"{address}404.html#chat")
    switch(tab, "de")
    tab.wait_for_url(f"{address}de/#chat")


def test_files_that_are_opened_without_a_server_keep_the_row(
    context: BrowserContext, tmp_path: Path
) -> None:
    site = build_site(notice_of(tmp_path, f"{CONFIG}use_directory_urls: false\n"))
    tab, told = opened(context, f"{(site / 'a/more.html').as_uri()}#rights")
    switch(tab, "de")
    tab.wait_for_url(f"{(site / 'de/a/more.html').as_uri()}#rights")
    # Material asks for its files in a way that Chromium refuses where there is no server.
    assert [line for line in told if "polynotice" in line] == []


INSTANT = "  features: [navigation.instant]\n"


AT_THE_ROOT, IN_A_FOLDER = "", "de/notice/"


@each("folder", [AT_THE_ROOT, IN_A_FOLDER], always=[IN_A_FOLDER])
def test_with_instant_navigation_the_switcher_stays_on_the_page_that_is_shown(
    context: BrowserContext, tmp_path: Path, folder: str
) -> None:
    with served(tmp_path) as root:
        address = f"{root}{folder}site/"
        config = CONFIG.replace("  font: false\n", f"  font: false\n{INSTANT}")
        notice_of(tmp_path, f"{config}site_url: {address}\nsite_dir: {folder}site\n")
        build_site(tmp_path)
        for name, (here, locale_id, there) in zip(
            ("404.html", "a/more/#rights"), IN_LOCALES, strict=True
        ):
            tab, told = opened(context, f"{address}{here}{name}")
            tab.wait_for_load_state("networkidle")  # the sitemap is there
            tab.evaluate("window.still_here = true")
            tab.locator(".md-logo >> visible=true").first.click()
            tab.locator("tr#chat").wait_for()
            assert tab.evaluate("window.still_here")  # navigation was instant
            tab.evaluate("location.hash = 'chat'")
            switch(tab, locale_id)
            tab.wait_for_url(f"{address}{there}#chat")
            assert told == []
            tab.close()


@pytest.mark.parametrize(
    ("config", "is_there", "has_switcher"),
    [
        (CONFIG, True, True),
        (CONFIG.replace("[en, de]", "[en]"), True, False),
        (CONFIG.replace("[en, de]", "[en, de: {publish: false}]"), True, False),
        (CONFIG.replace("  name: material\n  font: false", "  name: mkdocs"), False, False),
    ],
    ids=["two locales", "one", "a draft", "another theme"],
)
def test_the_script_is_there_for_a_single_language_too(
    tmp_path: Path, config: str, is_there: bool, has_switcher: bool
) -> None:
    """Rows have addresses to copy, and the data index its filter, in whatever language."""
    site = build_site(notice_of(tmp_path, config))
    scripts = page(site, "index.html").css("script[src$='assets/polynotice.js']")
    assert len(scripts) == is_there
    assert bool(page(site, "index.html").css(".md-select__link")) == has_switcher
    assert polynotice(tmp_path, "verify", str(site)).exit_code == 0


def test_a_file_of_the_project_replaces_the_script(tmp_path: Path) -> None:
    notice_of(tmp_path)
    write_project(tmp_path, {"docs/assets/polynotice.js": "// mine\n", "mkdocs.yml": CONFIG})
    assert (build_site(tmp_path) / "assets/polynotice.js").read_text() == "// mine\n"
