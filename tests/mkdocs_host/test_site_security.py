"""The site in a real Chromium, under the strict policy that the manual tells publishers to set."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.draws import each
from tests.own_notice import LOCALES, PAGES
from tests.projects import ROOT, build_site, polynotice, translate, write_project

pytestmark = pytest.mark.browser

ALWAYS = ("ar", "ja")
"""Both directions, words cut or not, with a stemmer and without."""
NAMES = ["", *(f"{name}/" for name in PAGES), "your-data/", "how-to-read/", "404.html"]
FEW = ["", "orders/", "your-data/", "how-to-read/", "404.html"]
"""A page of each kind."""
MANUAL = (ROOT / "manual" / "reference" / "security-policy.md").read_text(encoding="utf-8")

REPORT = """
document.addEventListener("securitypolicyviolation", event => {
    window.isBlocked = true;
    report(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
STORED = """async () => [
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(one => one.name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(one => one.scope),
]"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    headers_to_add: dict[str, str]

    def end_headers(self) -> None:
        for name, value in self.headers_to_add.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing: a test's output is what failed."""


@dataclass(kw_only=True)
class Server:
    """A folder on a free port of this machine, with the headers that the manual names."""

    folder: Path
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def set_policy(self) -> str:
        """Sends from now on what `polynotice csp` prints for the folder as it is."""
        result = polynotice(self.folder, "csp", str(self.folder))
        assert result.exit_code == 0, result.output
        self.headers["Content-Security-Policy"] = result.stdout.strip()
        return result.stdout.strip()


def headers_of_the_manual() -> dict[str, str]:
    headers = dict(re.findall(r'^add_header ([\w-]+) "([^"]+)" always;$', MANUAL, re.MULTILINE))
    assert len(headers) == 4
    return headers


Serve = Callable[[Path], Server]


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    running = []

    def start(folder: Path) -> Server:
        server = Server(folder=folder, headers=headers_of_the_manual())
        handler = type("Handler", (_Handler,), {"headers_to_add": server.headers})
        http_server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
        )
        server.address = f"http://127.0.0.1:{http_server.server_port}/"
        # How often it looks for its end: with as many servers as here, half a second each adds up.
        forever = functools.partial(http_server.serve_forever, poll_interval=0.02)
        threading.Thread(target=forever, daemon=True).start()
        running.append(http_server)
        return server

    yield start
    for one in running:
        one.shutdown()
        one.server_close()


@dataclass(kw_only=True)
class Reader:
    """A reader's browser, and everything that it was told of or asked for."""

    context: BrowserContext
    tab: Page
    address: str
    told: list[str]

    def complaints(self) -> list[str]:
        """What went wrong since it was last asked, and what other hosts were asked for."""
        # Violations are events of their own: after two turns, those of what has run are here.
        self.tab.evaluate("() => new Promise(done => setTimeout(() => setTimeout(done)))")
        told = list(self.told)
        self.told.clear()
        return told

    def stored(self) -> list[str]:
        """The names of everything that the browser keeps of the site, and of its cookies."""
        state = self.context.storage_state(indexed_db=True)
        kept = [item["name"] for origin in state["origins"] for item in origin["localStorage"]]
        kept += [f"cookie {cookie['name']}" for cookie in self.context.cookies()]
        kept += [f"worker {worker.url}" for worker in self.context.service_workers]
        return [*kept, *self.tab.evaluate(STORED)]


def open_reader(browser: Browser, address: str, width: int = 1280) -> Reader:
    context = browser.new_context(viewport={"width": width, "height": 900})
    told: list[str] = []
    context.expose_function("report", lambda what: told.append(f"violation: {what}"))
    context.add_init_script(REPORT)
    context.on("console", lambda message: told.append(f"console: {message.text}"))
    context.on("weberror", lambda error: told.append(f"error: {error.error}"))
    own = (address, "data:", "blob:")
    context.on("request", lambda r: None if r.url.startswith(own) else told.append(r.url))
    context.on("response", lambda r: told.append(f"{r.status} {r.url}") if r.status >= 400 else 0)
    return Reader(context=context, tab=context.new_page(), address=address, told=told)


@pytest.fixture(scope="module")
def own_server(own_site: Path, serve: Serve) -> Server:
    server = serve(own_site)
    server.set_policy()
    return server


@pytest.fixture(scope="module")
def reader(browser: Browser, own_server: Server) -> Iterator[Reader]:
    """One reader for all pages, as one would read them."""
    reader = open_reader(browser, own_server.address)
    yield reader
    reader.context.close()


def root_of(address: str, one: str) -> str:
    return address if one == "en" else f"{address}{one}/"


def search(tab: Page, query: str) -> list[str]:
    """Types the query, and gives where the results lead."""
    tab.wait_for_load_state("networkidle")  # the index is there
    tab.locator("input[name=query]").click()
    tab.locator("input[name=query]").fill(query)
    tab.locator("input[name=query]").dispatch_event("keyup")  # as every keyboard and IME does
    links = tab.locator(".md-search-result__link")
    links.first.wait_for()
    return [link.get_attribute("href") or "" for link in links.all()]


def test_the_policy_allows_nothing_inline_but_what_has_its_hash_there(
    own_server: Server, own_site: Path
) -> None:
    policy = own_server.headers["Content-Security-Policy"]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    for word in ("unsafe", "http", "*", "blob:", "strict-dynamic"):
        assert word not in re.sub(r"'sha256-[^']+'", "", policy)
    assert directives["default-src"] == "'none'"
    # The style of the archive's pages stands in them: they are to stay what they are for years.
    assert re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/]{43}='", directives["style-src"])
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", directives["script-src"])
    # Without a scope of its own, each locale's error page would have a hash of its own.
    assert directives["script-src"].count("sha256") == 3


def test_our_own_templates_and_styles_have_nothing_inline() -> None:
    theme = ROOT / "plugins" / "polynotice" / "mkdocs_host" / "theme"
    files = [path for path in theme.rglob("*") if path.is_file()]
    assert len(files) >= 5
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", text, re.IGNORECASE)
        assert not re.search(r"url\(|@import", text), path


@each(
    ("one", "is_few"),
    [("ar", True), *((one, False) for one in LOCALES)],
    always=[("ar", True)],
    thoroughly=[("en", False), ("ja", False)],
)
def test_every_page_works_under_the_policy_and_keeps_nothing_but_the_themes_palette(
    reader: Reader, one: str, is_few: bool, count: Callable[[str, int], None]
) -> None:
    names = FEW if is_few else NAMES
    for name in names:
        reader.tab.goto(root_of(reader.address, one) + name)
        assert reader.complaints() == [], name
    assert reader.stored() == ["/.__palette"]
    count("pages read under the strict policy", len(names))


@each("one", LOCALES, always=ALWAYS, thoroughly=("en", "pl", "zh-Hans"))
def test_search_works_under_the_policy(reader: Reader, own_site: Path, one: str) -> None:
    index = Path("" if one == "en" else one, "search", "search_index.json")
    documents = json.loads((own_site / index).read_text(encoding="utf-8"))["docs"]
    title = next(each["title"] for each in documents if each["location"] == "orders/")
    reader.tab.goto(root_of(reader.address, one))
    # Material cuts a Japanese page into words, but not what is searched for.
    targets = search(reader.tab, "注文" if one == "ja" else title)
    assert any("orders/" in target for target in targets)
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url("**/?h=*")
    assert reader.complaints() == []
    assert reader.stored() == ["/.__palette"]


def test_switcher_drawer_dark_screens_and_print_work_under_the_policy(
    browser: Browser, own_server: Server
) -> None:
    reader = open_reader(browser, own_server.address, width=390)
    tab = reader.tab
    tab.goto(f"{reader.address}de/orders/")
    tab.locator("label.md-header__button[for=__drawer]").click()
    tab.locator(".md-nav--primary a[href$='insight/']").click()
    tab.wait_for_url("**/de/insight/")
    tab.locator(".md-select button").focus()
    tab.evaluate("location.hash = document.querySelector('tr[data-record]').id")
    row = tab.url.partition("#")[2]
    tab.locator(".md-select__link").filter(has_text="日本語").click()
    tab.wait_for_url(f"{reader.address}ja/insight/#{row}")
    for scheme in ("slate", "default"):
        tab.emulate_media(color_scheme="dark" if scheme == "slate" else "light")
        tab.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
    tab.emulate_media(media="print")
    assert tab.locator("article h1").is_visible()
    assert tab.pdf().startswith(b"%PDF")
    assert reader.complaints() == []
    assert sorted(reader.stored()) == ["/.__palette", "notice-offer:/"]  # a language was chosen
    reader.context.close()


FEATURES = """\
site_name: Notice
site_url: {address}
theme:
  name: material
  font: false
  custom_dir: overrides
  features:
    - announce.dismiss
    - content.action.view
    - content.code.annotate
    - content.code.copy
    - content.tabs.link
    - content.tooltips
    - header.autohide
    - navigation.instant
    - navigation.instant.prefetch
    - navigation.instant.progress
    - navigation.path
    - navigation.prune
    - navigation.tabs
    - navigation.tabs.sticky
    - navigation.top
    - navigation.tracking
    - search.highlight
    - search.share
    - search.suggest
    - toc.follow
  palette:
    - scheme: default
      toggle: {{icon: material/weather-night, name: Dark}}
    - scheme: slate
      toggle: {{icon: material/weather-sunny, name: Light}}
plugins:
  - search
  - polynotice:
      locales: [en, de]
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - tables: {{use_align_attribute: true}}
  - toc: {{permalink: true}}
  - pymdownx.details
  - pymdownx.highlight: {{anchor_linenums: true, linenums: true}}
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
extra:
  generator: false
"""

MORE = """\
# More

=== "One"

    First tab.

=== "Two"

    Second tab.

??? note "Details"

    More of them.

| Kind | Number |
| --- | ---: |
| A | 2 |

```python
x = 1  # (1)!
```

1. An annotation.
"""


def test_other_features_of_material_work_under_the_policy(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    server = serve(site)
    files = {"mkdocs.yml": FEATURES.format(address=server.address), "docs/more.md": MORE}
    announce = '{% extends "base.html" %}{% block announce %}2026{% endblock %}'
    write_project(tmp_path, {**files, "overrides/main.html": announce})
    translate(tmp_path, "de")
    build_site(tmp_path)
    server.set_policy()
    reader = open_reader(browser, server.address)
    tab = reader.tab
    tab.goto(server.address)
    assert reader.stored() == ["/.__palette"]

    search(tab, "Call")
    tab.locator("input[name=query]").press("s")
    suggestion = tab.locator(".md-search__suggest", has_text=re.compile("calls", re.IGNORECASE))
    suggestion.wait_for(state="attached")
    tab.locator(".md-search__options a").click()  # its address is `javascript:void(0)`
    tab.locator(".md-dialog--active").wait_for()
    tab.keyboard.press("Escape")

    tab.locator(".md-header label[for=__palette_1]").click()
    tab.locator("body[data-md-color-scheme=slate]").wait_for()
    tab.locator("[data-md-component=announce] button").click()
    tab.evaluate("window.still_here = true")
    tab.locator(".md-tabs a[href$='more/']").click()
    tab.locator("h1#more").wait_for()
    assert tab.evaluate("window.still_here")  # navigation was instant
    tab.locator(".tabbed-labels label").filter(has_text="Two").click()
    assert tab.get_by_text("Second tab.").is_visible()
    tab.locator("article summary").click()
    assert tab.get_by_text("More of them.").is_visible()
    tab.locator(".md-annotation").click()
    tab.get_by_text("An annotation.").wait_for()
    tab.locator("[data-clipboard-target]").first.click()
    tab.locator(".md-dialog--active").wait_for()
    aligned = "e => getComputedStyle(e).textAlign"
    assert tab.locator("td", has_text="2").evaluate(aligned).endswith("right")

    tab.goto(f"{server.address}de/")
    tab.locator("body[data-md-color-scheme=slate]").wait_for()  # chosen in the other language
    tab.evaluate("window.still_here = true")
    tab.locator(".md-tabs a[href$='more/']").click()
    tab.locator("h1#more").wait_for()
    assert tab.evaluate("window.still_here")  # instant in every language, but not between two
    tab.locator(".md-select button").focus()
    tab.locator(".md-select__link[hreflang=en]").click()
    tab.wait_for_url(f"{server.address}more/")
    tab.goto(f"{server.address}more/#one")
    tab.locator(".md-select button").focus()
    tab.locator(".md-select__link[hreflang=de]").click()
    tab.wait_for_url(f"{server.address}de/more/#one")
    assert all("/de/" in target for target in search(tab, "Calls"))
    assert reader.complaints() == []
    stored = ["/.__announce", "/.__palette", "/.__tabs", "notice-offer:/"]
    assert sorted(reader.stored()) == stored
    reader.context.close()


PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">'
    "<title>x</title></head><body>{}</body></html>"
)

BLOCKED = {
    "a style attribute": ("<p style='color: red'>x</p>", "style-src-attr"),
    "the style of an aligned column": (
        "<table><tr><td style='text-align: right;'>1</td></tr></table>", "style-src-attr",
    ),
    "a handler": ("<img src='data:,' onerror='window.ran = 1'>", "script-src-attr"),
    "a handler in another case": ("<img src='data:,' ONERROR='window.ran = 1'>", "script-src-attr"),
    "a handler in a drawing": ("<svg onload='window.ran = 1'></svg>", "script-src-attr"),
    "a script of another host": (
        "<script src='https://other.example/a.js'></script>", "script-src-elem",
    ),
    "a script without a scheme": (
        "<script src='//other.example/a.js'></script>", "script-src-elem",
    ),
    "a script in a data address": ("<script src='data:,window.ran=1'></script>", "script-src-elem"),
    "a style sheet of another host": (
        "<link rel='stylesheet' href='https://other.example/a.css'>", "style-src-elem",
    ),
    "an image of another host": ("<img src='https://other.example/a.png'>", "img-src"),
    "one of several images": ("<img srcset='clean.html 2x, //other.example/b.png 1x'>", "img-src"),
    "an image in a drawing": (
        "<svg><image href='https://other.example/a.png'/></svg>", "img-src",
    ),
    "an icon of another host": ("<video poster='https://other.example/a.png'></video>", "img-src"),
    "a video of another host": ("<video src='https://other.example/a.mp4'></video>", "media-src"),
    "a frame": ("<iframe src='https://other.example/'></iframe>", "frame-src"),
    "a frame of the site": ("<iframe src='clean.html'></iframe>", "frame-src"),
    "an object": ("<object data='clean.html'></object>", "object-src"),
    "a base": ("<base href='https://other.example/'>", "base-uri"),
    "a style sheet that imports": (
        "<style>@import 'https://other.example/a.css';</style>", "style-src-elem",
    ),
}  # fmt: skip
"""What a page may have, and the directive under which Chromium refuses it."""

CLICKED = {
    "a link to a script": ("<a href='javascript:window.ran = 1'>x</a>", "script-src-elem"),
    "one that hides": ("<a href=' java&#10;script:window.ran = 1'>x</a>", "script-src-elem"),
    "a form": ("<form action='clean.html'><button>x</button></form>", "form-action"),
    "a button with an address": (
        "<form><button formaction='clean.html'>x</button></form>", "form-action",
    ),
    "a link that tells": ("<a href='#x' ping='https://other.example/'>x</a>", "connect-src"),
}  # fmt: skip
"""The same for what a reader has to click on."""


@pytest.fixture
def strict(serve: Serve, tmp_path: Path) -> Server:
    """A site of one page, with its policy."""
    (tmp_path / "clean.html").write_text(PAGE.format("<p>Clean.</p>"), encoding="utf-8")
    server = serve(tmp_path)
    server.set_policy()
    return server


def test_what_chromium_refuses_is_what_the_command_tells_of(
    browser: Browser, strict: Server
) -> None:
    reader = open_reader(browser, strict.address)
    for number, (name, (html, directive)) in enumerate({**BLOCKED, **CLICKED}.items()):
        page = strict.folder / f"{number}.html"
        page.write_text(PAGE.format(html), encoding="utf-8")
        reader.complaints()
        reader.tab.goto(strict.address + page.name)
        if name in CLICKED:
            reader.tab.locator("a, button").evaluate("one => one.click()")
        reader.tab.wait_for_function("() => window.isBlocked")
        complaints = reader.complaints()
        assert any(one.startswith(f"violation: {directive} ") for one in complaints), name
        assert not reader.tab.evaluate("window.ran"), name
        found = json.loads(polynotice(strict.folder, "csp", "--json", str(strict.folder)).stdout)
        assert {(p["path"], p["line"]) for p in found["problems"]} == {(page.name, 1)}, name
        page.unlink()
    reader.context.close()


RUN = {
    "a script": "<script>window.ran = 1</script>",
    "a script with signs of HTML": "<script>window.ran = '<b>' && 1 < 2 || '&amp;'</script>",
    "a script with letters beyond ASCII": "<script>window.ran = '日本語 – ä'</script>",
    "a script on several lines": "<script>\n\n  window.ran = 1\n</script>",
    "a script from Windows": "<script>\r\nwindow.ran = 1\r\n</script>",
    "a script of a type": "<script type='text/javascript'>window.ran = 1</script>",
    "a script with spaces in its type": "<script type=' Text/JavaScript '>window.ran = 1</script>",
    "a module": "<script type='module'>window.ran = 1</script>",
    "a script in a drawing": "<svg><script>window.ran = 1</script></svg>",
    "a script that looks at a style": "<style>p {color: rgb(1, 2, 3)}</style><p>x</p><script>"
    "window.ran = getComputedStyle(document.querySelector('p')).color === 'rgb(1, 2, 3)'</script>",
    "a script beside data": "<script type='application/json'>{'a': 1}</script>"
    "<script>window.ran = 1</script>",
    "a script of the site": "<script src='own.js'></script>",
    "a script beside an inert link": "<a href='javascript:void(0)'>x</a><img src='data:,' alt=''>"
    "<a href='https://other.example/'>y</a><form></form><script src='own.js'></script>",
}


def test_what_the_command_takes_into_the_policy_runs(browser: Browser, strict: Server) -> None:
    (strict.folder / "own.js").write_text("window.ran = 1")
    reader = open_reader(browser, strict.address)
    for number, (name, html) in enumerate(RUN.items()):
        page = strict.folder / f"{number}.html"
        page.write_bytes(PAGE.format(html).encode("utf-8"))
        policy = strict.set_policy()
        reader.tab.goto(strict.address + page.name)
        assert reader.complaints() == [], name
        assert reader.tab.evaluate("window.ran"), name
        assert policy.count("sha256") == html.count("<style>") + len(
            re.findall(r"<script(?! src| type='application)", html)
        ), name
        page.unlink()
    reader.context.close()


def test_a_script_that_was_put_into_a_published_page_does_not_run(
    browser: Browser, strict: Server
) -> None:
    for html, directive in (
        ("<script>window.ran = 1</script>", "script-src-elem"),
        ("<style>p {color: red}</style>", "style-src-elem"),
    ):
        (strict.folder / "page.html").write_text(PAGE.format(html), encoding="utf-8")
        reader = open_reader(browser, strict.address)
        reader.tab.goto(f"{strict.address}page.html")
        assert f"violation: {directive} inline" in reader.complaints()
        assert not reader.tab.evaluate("window.ran")
        reader.context.close()


def test_what_a_page_keeps_is_seen(browser: Browser, strict: Server) -> None:
    (strict.folder / "own.js").write_text(
        "document.cookie = 'a=1'; localStorage.b = 1; sessionStorage.c = 1; indexedDB.open('d');"
        "caches.open('e'); navigator.serviceWorker.register('worker.js').then(() => window.ran = 1)"
    )
    (strict.folder / "worker.js").write_text("")
    (strict.folder / "page.html").write_text(PAGE.format("<script src='own.js'></script>"))
    reader = open_reader(browser, strict.address)
    reader.tab.goto(f"{strict.address}page.html")
    reader.tab.wait_for_function("() => window.ran")
    stored = {name.split("/")[0] if "worker" not in name else "worker" for name in reader.stored()}
    assert stored >= {"b", "c", "d", "e", "cookie a", "worker"}
    reader.context.close()
