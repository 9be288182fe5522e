"""The repository's own notice under each host and theme that is installed: what README promises.

`make test-hosts` runs this in an environment for each host and theme, `make test` leaves it out.
What one of them finds, `MANIFEST_OF_ALL` has from the others.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests.conftest import copy_of_repository
from tests.projects import CONFIG, ROOT, translate, write_project
from tests.served import serving

LOCALES = ("en", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh-Hans")
DISTRIBUTIONS = {name for names in packages_distributions().values() for name in names}
HOSTS = [name for name in ("mkdocs", "properdocs") if name in DISTRIBUTIONS]
MANIFEST_OF_ALL = os.environ.get("POLYNOTICE_MANIFEST_OF_ALL")
"""The manifest that another host has made, where there is one."""

OF_MATERIALS_KIND = {"material": "mkdocs-material", "materialx": "mkdocs-materialx"}
THEMES = [name for name, each in OF_MATERIALS_KIND.items() if each in DISTRIBUTIONS]
WORDS = [("", "influencers"), ("de/", "Warenkorb"), ("ar/", "العملاء"), ("zh-Hans/", "订单")]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A host, a theme, and how the theme searches."""

    host: str
    theme: str
    search: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.host, self.theme, self.search)))


def _settings() -> Iterator[Setting]:
    for host in HOSTS:
        for theme in THEMES:
            for search in ("pagefind", "lunr") if theme == "materialx" else ("",):
                yield Setting(host=host, theme=theme, search=search)
        for point in entry_points(group=f"{host}.themes"):
            if point.name in ("mkdocs", "readthedocs"):
                yield Setting(host=host, theme=point.name)


SETTINGS = list(_settings())
of_materials_kind = [each for each in SETTINGS if each.theme in OF_MATERIALS_KIND]
of_the_hosts = [each for each in SETTINGS if each.theme not in OF_MATERIALS_KIND]
with_either_search = [each for each in SETTINGS if each.search != "lunr"]
"""Every host with every theme once: how it searches changes nothing else."""


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )


def written(folder: Path, setting: Setting) -> Path:
    """The repository's notice with that theme."""
    copy_of_repository(folder)
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    if setting.theme in OF_MATERIALS_KIND:
        text = text.replace("name: material", f"name: {setting.theme}")
    else:
        theme = f"theme:\n  name: {setting.theme}\n  highlightjs: false\n"
        text = re.sub(r"theme:\n(?: .*\n)+", theme, text)
    if setting.search:
        text = text.replace("  - search\n", f"  - search:\n      provider: {setting.search}\n")
    config.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[Setting, Path]:
    """The folders of the notices that were built already. Read only: all workers share them."""
    shared = tmp_path_factory.getbasetemp()
    return _Built(shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared)


class _Built(dict[Setting, Path]):
    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def __missing__(self, setting: Setting) -> Path:
        folder = self._shared / str(setting)
        with FileLock(f"{folder}.lock"):
            if not (folder / "site").exists():  # it is put in its place once it is proved
                written(folder, setting)
                ended = run(folder, setting.host, "build", "--strict", "--quiet")
                assert ended.returncode == 0, ended.stderr
        self[setting] = folder
        return folder


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_the_notice_is_built_and_proved(built: dict[Setting, Path], setting: Setting) -> None:
    folder = built[setting]
    assert run(folder, "polynotice.cli", "verify", "site").returncode == 0
    pages = [*folder.glob("site/*/index.html"), *folder.glob("site/*/*/index.html")]
    rows = sum(path.read_text("utf-8").count("<tr data-record") for path in pages)
    rows += sum(path.read_text("utf-8").count('<tr id="') for path in pages)
    assert rows >= 120


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_every_host_and_theme_gives_the_same_digest(
    built: dict[Setting, Path], setting: Setting
) -> None:
    found = json.loads((built[setting] / "site/notice-manifest.json").read_text("utf-8"))
    other = Path(MANIFEST_OF_ALL or built[SETTINGS[0]] / "site/notice-manifest.json")
    assert found["sha256"] == json.loads(other.read_text("utf-8"))["sha256"]
    assert setting.host in found["versions"]
    assert set(HOSTS) & found["versions"].keys() == {setting.host}
    if setting.theme in OF_MATERIALS_KIND:
        assert OF_MATERIALS_KIND[setting.theme] in found["versions"]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_pages_say_their_language_and_direction_and_lead_to_every_other(
    built: dict[Setting, Path], setting: Setting
) -> None:
    for locale, direction in (("en", "ltr"), ("ar", "rtl"), ("zh-Hans", "ltr")):
        root = built[setting] / "site" / ("" if locale == "en" else locale)
        html = (root / "orders" / "index.html").read_text("utf-8")
        (tag,) = re.findall(r"<html[^>]*>", html)
        assert f'lang="{locale}"' in tag
        assert f'dir="{direction}"' in tag or direction == "ltr"
        links = dict(re.findall(r'href="([^"]+)" hreflang="([^"]+)"', html))
        assert sorted(links.values()) == sorted(LOCALES)
        for link in links:
            assert (root / "orders" / link / "index.html").is_file(), link


@pytest.mark.parametrize("setting", of_materials_kind, ids=str)
def test_the_theme_says_its_words_in_each_language(
    built: dict[Setting, Path], setting: Setting
) -> None:
    for locale, word in (("", "Search"), ("de/", "Suche"), ("ar/", "بحث")):
        html = (built[setting] / f"site/{locale}orders/index.html").read_text("utf-8")
        assert f'placeholder="{word}' in html


@pytest.mark.parametrize(
    ("theme", "word"), [("mkdocs", "Suche..."), ("readthedocs", "Durchsuchen")]
)
def test_a_theme_with_catalogues_of_its_own_says_the_words_that_it_has(
    built: dict[Setting, Path], theme: str, word: str
) -> None:
    for setting in (each for each in of_the_hosts if each.theme == theme):
        pages = {name: f"site/{name}/orders/index.html" for name in ("de", "ar", ".")}
        fields = {
            name: re.findall(r'placeholder="([^"]*)"', (built[setting] / page).read_text("utf-8"))
            for name, page in pages.items()
        }
        assert fields["de"] == [word]
        assert fields["ar"] == fields["."]  # it has no Arabic: `polynotice check` says so


@pytest.mark.parametrize("setting", with_either_search, ids=str)
def test_what_a_theme_loads_from_others_is_reported_by_its_line(
    tmp_path: Path, setting: Setting
) -> None:
    """What each theme does if nobody keeps it from that: fonts, or a script; stars of a host."""
    theme = f"site_name: Notice\nrepo_url: https://github.com/a/b\ntheme: {setting.theme}\n"
    config = f"{theme}plugins: [search, polynotice]\nmarkdown_extensions: [polynotice]\n"
    write_project(tmp_path, {f"{setting.host}.yml": config})
    command = ("-f", f"{setting.host}.yml", "check", "--json")
    ended = run(tmp_path, "polynotice.cli", *command)
    problems = json.loads(ended.stdout)["problems"]
    found = {(each["line"], each["message"]) for each in problems if each["code"] == "third-party"}
    if setting in of_materials_kind:
        fonts = f"The theme {setting.theme} loads its fonts from fonts.googleapis.com."
        stars = f"The theme {setting.theme} asks github.com for stars on every visit."
        assert found == {(3, fonts), (2, stars)}
    else:
        script = f"The theme {setting.theme} loads a script from cdnjs.cloudflare.com."
        assert found == {(3, script)}


@pytest.mark.parametrize("setting", SETTINGS[:1] + SETTINGS[-1:], ids=str)
def test_every_command_works(built: dict[Setting, Path], setting: Setting) -> None:
    folder = built[setting]
    for command in (["check"], ["status"], ["update", "--check"]):
        ended = run(folder, "polynotice.cli", *command)
        assert ended.returncode == 0, ended.stdout + ended.stderr


def test_a_new_notice_has_a_configuration_of_the_hosts_name_found(tmp_path: Path) -> None:
    started = run(tmp_path, "polynotice.cli", "init", "new")
    assert started.stdout.endswith(f"&& {HOSTS[0]} serve\n")
    (tmp_path / "new" / "mkdocs.yml").rename(tmp_path / "new" / f"{HOSTS[-1]}.yml")
    added = run(tmp_path / "new", "polynotice.cli", "add-locale", "de")
    assert f"listed: {HOSTS[-1]}.yml:" in added.stdout, added.stdout + added.stderr


class _Handler(http.server.SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing: a test's output is what failed."""


@functools.cache
def policy_of(folder: Path) -> str:
    return run(folder, "polynotice.cli", "csp", "site").stdout.strip()


@contextmanager
def opened(
    browser: Browser, folder: Path, *, has_policy: bool = True
) -> Iterator[tuple[Page, str, list[str]]]:
    """A tab, the address of the site, and what the browser complains of.

    The site is sent with the policy that `polynotice csp` prints for it.
    """
    policy = policy_of(folder) if has_policy else ""
    assert policy.startswith("default-src 'none'; script-src 'self'" if has_policy else "")
    handler = type("Handler", (_Handler,), {"policy": policy})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder / "site"))
    )
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.set_default_timeout(15_000)
    told: list[str] = []
    tab.on("console", lambda m: told.append(m.text) if m.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.on("response", lambda r: told.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    yield tab, address, told
    tab.close()
    server.shutdown()
    server.server_close()


@pytest.mark.browser
@pytest.mark.parametrize("setting", of_materials_kind, ids=str)
def test_search_finds_pages_of_its_own_locale_under_the_policy(
    browser: Browser, built: dict[Setting, Path], setting: Setting
) -> None:
    # What differs between hosts is not the search: one language is enough for the second.
    words = WORDS if setting.host == HOSTS[0] else WORDS[1:2]
    with opened(browser, built[setting]) as (tab, address, told):
        for root, word in words:
            tab.goto(f"{address}{root}orders/")
            tab.wait_for_load_state("networkidle")
            tab.locator("input[name=query]").click()
            tab.locator("input[name=query]").fill(word)
            tab.locator("input[name=query]").dispatch_event("keyup")
            links = tab.locator(".md-search-result__link")
            links.first.wait_for()
            targets = [link.get_attribute("href") or "" for link in links.all()]
            full = [tab.evaluate("href => new URL(href, location).href", each) for each in targets]
            for each in full:
                name = each.removeprefix(address).partition("#")[0].partition("?")[0]
                name = name.removesuffix("index.html")
                assert name.startswith(root), (word, each)
                assert root or name.split("/")[0] not in LOCALES
                assert (built[setting] / "site" / name / "index.html").is_file(), each
        assert told == []


@pytest.mark.browser
@pytest.mark.parametrize("setting", of_the_hosts, ids=str)
def test_search_of_the_hosts_own_themes_finds_pages_of_its_own_locale(
    browser: Browser, built: dict[Setting, Path], setting: Setting
) -> None:
    with opened(browser, built[setting], has_policy=False) as (tab, address, told):
        for root, word in WORDS[:2]:
            tab.goto(f"{address}{root}orders/")
            if setting.theme == "mkdocs":
                tab.locator("a[data-bs-target$=search_modal]").click()
                tab.locator("[id$=docs-search-query]").press_sequentially(word)
            else:
                tab.locator("#rtd-search-form input").fill(word)
                tab.locator("#rtd-search-form input").press("Enter")
                tab.wait_for_url(f"{address}{root}search.html?q={word}")
            # The theme listens to keys from when its index is made: a reader types on, too.
            tab.wait_for_function(
                """() => {
                    const query = document.querySelector("[id$=docs-search-query]");
                    query.dispatchEvent(new Event("keyup"));
                    return document.querySelector("[id$=docs-search-results] article a");
                }""",
                polling=200,
            )
            links = tab.locator("[id$=docs-search-results] article a")
            for each in links.evaluate_all("links => links.map(link => link.href)"):
                name = each.removeprefix(address).partition("#")[0]
                assert name.startswith(root), (word, each)
                assert root or name.split("/")[0] not in LOCALES
                assert (built[setting] / "site" / name / "index.html").is_file(), each
        assert told == []


@pytest.mark.parametrize("setting", of_the_hosts, ids=str)
def test_no_strict_policy_lets_the_hosts_own_themes_pass(
    built: dict[Setting, Path], setting: Setting
) -> None:
    ended = run(built[setting], "polynotice.cli", "csp", "site")
    assert ended.returncode == 1
    assert "No strict policy lets this pass." in ended.stdout + ended.stderr


@pytest.mark.browser
@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_the_switcher_leads_to_the_same_page(
    browser: Browser, built: dict[Setting, Path], setting: Setting
) -> None:
    # MkDocs's own themes have styles in attributes, and forms: no strict policy lets them pass.
    is_strict = setting in of_materials_kind
    with opened(browser, built[setting], has_policy=is_strict) as (tab, address, told):
        tab.goto(f"{address}ar/orders/")
        link = tab.locator("a[hreflang=ja]")
        if tab.locator(".md-select").count():
            tab.locator(".md-select").hover()
        link.click()
        tab.wait_for_url(f"{address}ja/orders/")
        assert told == []


@pytest.mark.waits
@pytest.mark.parametrize("setting", with_either_search, ids=str)
def test_a_preview_follows_saves_and_shows_the_line_of_a_wrong_setting(
    tmp_path: Path, setting: Setting
) -> None:
    config = CONFIG.replace("name: material", f"name: {setting.theme}\n  highlightjs: false")
    folder = write_project(tmp_path / "notice", {"mkdocs.yml": config})
    translate(folder, "de")
    with serving(folder, host=setting.host) as served:
        page = folder / "docs" / "index.md"
        page.write_text(f"{page.read_text('utf-8')}\n\nAdded while serving.\n", encoding="utf-8")
        served.wait(lambda html: "Added while serving." in html)
        path = folder / "mkdocs.yml"
        path.write_text(f"{path.read_text('utf-8')}edit_uri: [nowhere]\n", encoding="utf-8")
        line = len(path.read_text("utf-8").splitlines())
        served.wait(lambda html: f"{path.name}:{line}" in html)


HELD = {
    "pages and tables, proved": test_the_notice_is_built_and_proved,
    "the manifest's `sha256`": test_every_host_and_theme_gives_the_same_digest,
    "language and direction of each page": (
        test_pages_say_their_language_and_direction_and_lead_to_every_other
    ),
    "language switcher": test_the_switcher_leads_to_the_same_page,
    "the theme's words in each language": (
        test_the_theme_says_its_words_in_each_language,
        test_a_theme_with_catalogues_of_its_own_says_the_words_that_it_has,
    ),
    "search in one locale": (
        test_search_finds_pages_of_its_own_locale_under_the_policy,
        test_search_of_the_hosts_own_themes_finds_pages_of_its_own_locale,
    ),
    "runs under the policy of `polynotice csp`": (
        test_search_finds_pages_of_its_own_locale_under_the_policy,
        test_no_strict_policy_lets_the_hosts_own_themes_pass,
    ),
    "preview that follows each save": (
        test_a_preview_follows_saves_and_shows_the_line_of_a_wrong_setting
    ),
}
"""What holds the cells of each row of README's table; those of Zensical: `test_zensical`."""


def test_readme_promises_what_is_tested_here_and_nothing_else() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    _, _, below = readme.partition("\n## Hosts and themes\n")
    table = below.partition("\n## ")[0]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines() if "|" in line]
    assert rows[2:] == list(HELD)
