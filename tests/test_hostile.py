"""No text of a notice runs, loads, breaks out or leads elsewhere, in whichever field it stands.

Each payload of `payloads` stands in each field, of the source and of a catalogue: in every run
payloads of every kind in every field and each payload in some, in an exhaustive one all in all.
`mkdocs build` refuses it, with its path and line, or publishes it as inert text; the preview of
`mkdocs serve`, which goes on in spite of problems, is inert in any case. A real Chromium looks at
both.
"""

from __future__ import annotations

import http.server
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

from polynotice.catalogues import po_files
from polynotice.catalogues.po_format import Entry
from polynotice.core.problem_codes import WAIVABLE
from tests.conftest import serve_with
from tests.draws import draws
from tests.payloads import ALL, KINDS, with_word
from tests.projects import build_site, catalogue, polynotice, write_project

pytestmark = pytest.mark.browser

Count = Callable[[str, int], None]

INIT = """
window.alert = window.confirm = window.prompt = window.print = window.open = () => {
  console.error("RAN " + location.href);
};
"""

INSPECT = """() => {
  const found = [], links = [];
  const own = location.origin;
  const at = node => node.outerHTML.slice(0, 160);
  const never = "base, iframe, frame, frameset, object, embed, portal, applet, template, dialog, " +
    "noscript, plaintext, xmp, marquee, math, video, audio, source, article form, " +
    "article input:not(#notice-filter), " +
    "article style, article script, article link, article meta, article button, article svg, " +
    "article select, article textarea, head ~ head, meta[http-equiv=refresh]";
  for (const node of document.querySelectorAll(never)) found.push("element " + at(node));
  for (const node of document.querySelectorAll("*")) {
    for (const {name, value} of node.attributes) {
      if (/^on/i.test(name)) found.push("handler " + at(node));
      if (name == "style" && node.closest("article")) found.push("style " + at(node));
      if (name == "hidden" && node.closest("article")) found.push("hidden " + at(node));
      if (!/^(xlink:)?href$|^src|^data$|^action$|^formaction$|^poster$|^background$|^ping$/
          .test(name)) continue;
      if (node.tagName == "A" && /href$/.test(name)) { links.push(node.href); continue; }
      let url;
      try { url = new URL(value, document.baseURI); } catch { found.push("url " + at(node)); }
      if (!url) continue;
      if (url.origin != own || !/^https?:$/.test(url.protocol)) found.push("load " + at(node));
    }
  }
  return {found, links};
}"""

PROVOKE = """() => {
  const stop = event => event.preventDefault();
  addEventListener("click", stop, true); addEventListener("submit", stop, true);
  // From where nothing is inside, events rise to all that is around.
  for (const node of document.querySelectorAll("article *, nav *, header *, footer *"))
    for (const name of ["pointerover", "mouseover", "mouseenter", "pointerenter", "focus",
        "focusin", "toggle", "animationstart", "load", "error", "click"])
      node.dispatchEvent(
        new MouseEvent(name, {bubbles: !node.firstElementChild, cancelable: true}));
  removeEventListener("click", stop, true); removeEventListener("submit", stop, true);
}"""


class Window:
    """A tab of Chromium, and a server that it asks; both serve for one site after another.

    The files of the theme are the same in each, and are kept from one to the next.
    """

    def __init__(self, browser: Browser) -> None:
        self.site = Path()
        self.told: list[str] = []
        window = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def translate_path(self, path: str) -> str:
                self.directory = str(window.site)
                return super().translate_path(path)

            def end_headers(self) -> None:
                is_kept = self.path.startswith("/assets/")
                self.send_header("Cache-Control", "max-age=9999" if is_kept else "no-store")
                super().end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Says nothing: a test's output is what failed."""

        self.server, self.root = serve_with(Handler)
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.add_init_script(INIT)
        self.tab = self.context.new_page()
        # Not a route that refuses them: with one, Chromium keeps nothing from page to page, and
        # no name that the payloads have can be resolved.
        own = (self.root, "data:", "blob:")
        self.context.on(
            "request", lambda r: r.url.startswith(own) or self.told.append(f"request {r.url}")
        )
        self.context.on("page", lambda page: self.told.append(f"opened {page.url}"))
        self.tab.on("console", lambda m: "RAN" in m.text and self.told.append(m.text))
        self.tab.on("pageerror", lambda error: self.told.append(f"page error {error}"))
        self.tab.on("dialog", lambda d: (self.told.append(f"dialog {d.message}"), d.dismiss()))
        self.tab.on("websocket", lambda socket: self.told.append(f"socket {socket.url}"))
        self.tab.on("download", lambda file: self.told.append(f"download {file.url}"))
        self.tab.on("frameattached", lambda frame: self.told.append(f"frame {frame.url}"))

    def show(self, site: Path) -> None:
        """Shows another site, and nothing of the one before."""
        self.site, self.told = site, []

    def leave(self) -> None:
        """Leaves the site that is shown, and what its pages have kept."""
        if self.tab.url.startswith(self.root):
            self.tab.evaluate("localStorage.clear(); sessionStorage.clear()")
            self.tab.goto("about:blank")

    def close(self) -> None:
        """Ends both."""
        self.context.close()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    found = Window(browser)
    yield found
    found.close()


class Watch:
    """A site in a window, and all that its pages did beyond showing themselves."""

    def __init__(self, window: Window, site: Path, count: Count) -> None:
        self.window = window
        self.count = count
        self.tab, self.root = window.tab, window.root
        self.links: set[str] = set()
        self.pages = 0
        window.show(site)

    def visit(self, name: str) -> Page:
        """Opens a page of the site, looks at every element of it, and touches each."""
        self.open(name)
        self.tab.evaluate(PROVOKE)
        self._look()
        assert self.tab.url == self.root + name
        return self.tab

    def open(self, name: str) -> Page:
        """Opens a page, and looks at every element."""
        self.tab.goto(self.root + name)
        self.pages += 1
        self._look()
        return self.tab

    def search(self, words: str) -> None:
        """Searches, and looks at the results."""
        self.tab.wait_for_load_state("networkidle")
        query = self.tab.locator("input[name=query]")
        query.click()
        query.fill(words)
        query.dispatch_event("keyup")
        self.tab.locator(".md-search-result__link").first.wait_for()
        for more in self.tab.locator(".md-search-result__more summary").all():
            more.click()
        self._look()
        self.tab.evaluate(PROVOKE)
        self._look()

    def _look(self) -> None:
        seen = self.tab.evaluate(INSPECT)
        self.window.told += seen["found"]
        self.links |= set(seen["links"])

    def foreign_links(self) -> set[str]:
        """Where links lead that leave the site."""
        return {link for link in self.links if not link.startswith(self.root)}

    def assert_inert(self, *, links: bool, styles: bool = False) -> None:
        """Nothing ran, nothing was loaded.

        `links` is whether links may leave the site, `styles` whether a page may have a style sheet.
        """
        told = [
            one for one in self.window.told if not (styles and one.startswith("element <style"))
        ]
        assert told == [], "\n".join(told)
        schemes = {urlsplit(link).scheme for link in self.foreign_links()}
        assert schemes <= ({"http", "https", "mailto", "tel"} if links else set())

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_: object) -> None:
        self.count("pages with hostile texts, looked at in Chromium", self.pages)
        self.window.leave()


CONFIG = """\
site_name: Notice
theme:
  name: material
  font: false
  features: [content.tooltips, navigation.footer, search.highlight, search.suggest, toc.follow]
plugins:
  - search
  - polynotice:
      locales: [LOCALES]
      columns: [purpose, personal_data, legal_basis, retention, more]
      extra_columns: {more: More}
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
extra: {generator: false}
"""
WORDS = [f"zq{number}" for number in range(len(ALL))]
TEXTS = [with_word(payload, word) for payload, word in zip(ALL, WORDS, strict=True)]
WORD_OF = dict(zip(TEXTS, WORDS, strict=True))
SHARES = 16
"""The pairs of payloads and fields come in shares; the first is tried in every run."""
ROWS = -(-len(ALL) // SHARES)
"""A share has as many rows; together they have each payload in each field, once."""

shares = draws(1, thoroughly=2, of=SHARES, parts=3)
OF_PROSE = 24
"""The shares of payloads in prose, where each is tried in every part of a page."""
shares_of_prose = draws(1, thoroughly=3, of=OF_PROSE, parts=3)


def payload_at(row: int, column: int) -> int:
    """The number of the payload in a row's field; rows go on from share to share."""
    share, row = divmod(row, ROWS)
    return (row * SHARES + (column + share) % SHARES) % len(ALL)


def rows_in(shares: range) -> range:
    """The numbers of the rows of some shares."""
    return range(shares.start * ROWS, shares.stop * ROWS)


def payloads_in(shares: range, of: int = SHARES) -> list[int]:
    """The numbers of the payloads of some shares, of every kind some in the first."""
    return [number for number in range(len(ALL)) if number % of in shares]


FIELDS = ("title", "purpose", "personal_data", "legal_basis", "retention", "more")
OF_CATEGORY = ("name", "description")
SAFE = "Safe words about {}."

LED_TO = {"docs/page.md": "# Page\n", "docs/x.png": "", "docs/x": ""}
"""Where the harmless part of some payloads leads."""

Texts = dict[tuple[int, str], str]
"""What each field says, by the number of its row or page and the field's name."""


def scalar(text: str) -> str:
    """A text as YAML has it on one line, whatever is in it."""
    return yaml.safe_dump(text, default_style='"', width=10**9, allow_unicode=True).strip()


def records(texts: Texts) -> tuple[str, dict[int, tuple[int, str]]]:
    """A file with a record and a category for each row; and what stands in which line."""
    lines = ["section: care", "title: Care", "purposes:"]
    places: dict[int, tuple[int, str]] = {}

    def add(row: int, field: str, start: str, end: str = "") -> None:
        lines.append(f"{start}{scalar(texts[row, field])}{end}")
        places[len(lines)] = (row, field)

    rows = sorted({row for row, _ in texts})
    for row in rows:
        lines.append(f"  - id: r{row}")
        for field in FIELDS:
            is_list = field == "legal_basis" or (field == "personal_data" and row % 2)
            add(row, field, f"    {field}: {'[' if is_list else ''}", "]" if is_list else "")
        lines.append(f"    data: [d{row}]")
    lines.append("data_categories:")
    for row in rows:
        lines.append(f"  - id: d{row}")
        for field in OF_CATEGORY:
            add(row, field, f"    {field}: ")
    return "\n".join(lines) + "\n", places


def hostile(fields: Sequence[str], rows: range) -> Texts:
    """A payload in each of the fields of each row."""
    return {
        (row, field): TEXTS[payload_at(row, column)]
        for row in rows
        for column, field in enumerate(fields)
    }


def harmless(fields: Sequence[str], rows: range) -> Texts:
    return {(row, field): SAFE.format(f"{field} r{row}") for row in rows for field in fields}


def test_every_share_has_each_payload_and_each_kind_of_them_in_each_field(count: Count) -> None:
    ids_and_options = 12
    in_both = len(FIELDS) + len(OF_CATEGORY) + len(PARTS) + len(ONCE_FIELDS)
    count("fields with hostile texts", 2 * in_both - len(NOT_TEXT) + ids_and_options)
    count("hostile payloads", len(set(ALL)))
    kinds = [{*map(ALL.index, kind)} for kind in KINDS]
    tried: set[tuple[int, int]] = set()
    for share in range(SHARES):
        columns = [
            {payload_at(row, column) for row in rows_in(range(share, share + 1))}
            for column in range(len(ONCE_FIELDS))
        ]
        assert set().union(*columns) == {*range(len(ALL))}
        assert all(numbers & kind for numbers in columns for kind in kinds)
        tried |= {(column, n) for column, numbers in enumerate(columns) for n in numbers}
        assert all({*payloads_in(range(share, share + 1))} & kind for kind in kinds)
    assert len(tried) == len(ONCE_FIELDS) * len(ALL)
    assert len(ONCE_FIELDS) > len(FIELDS) + len(OF_CATEGORY)
    assert payloads_in(range(SHARES)) == [*range(len(ALL))]
    assert payloads_in(range(OF_PROSE), OF_PROSE) == [*range(len(ALL))]
    assert all({*payloads_in(range(1), OF_PROSE)} & kind for kind in kinds)


def errors(folder: Path) -> set[tuple[str, int]]:
    """The path and line of each error; every problem has both."""
    found = json.loads(polynotice(folder, "check", "--json").stdout)["problems"]
    for problem in found:
        assert (folder / problem["path"]).exists(), problem
        assert problem["line"] >= 1, problem
    return {(one["path"], one["line"]) for one in found if one["severity"] == "error"}


CELLS = """() => [...document.querySelectorAll("tr[data-record], tr[data-category]")].map(row =>
  [row.dataset.record || row.dataset.category,
   [...row.children].map(cell => [cell.tagName, cell.innerText,
     ...[...cell.querySelectorAll("img")].map(image => image.alt)].join(" "))])"""


def rows_of(tab: Page) -> dict[str, list[str]]:
    """The cells of each row that a reader sees."""
    rows: list[list[Any]] = tab.evaluate(CELLS)
    assert len({name for name, _ in rows}) == len(rows)
    for name, cells in rows:
        assert [cell.split(" ")[0] for cell in cells] == ["TD"] * (5 if name[0] == "r" else 2)
    return dict(rows)


def visit_records(watch: Watch, name: str, texts: Texts, *, published: bool) -> None:
    """Looks at the page with all the rows; texts that were `published` must be read in them."""
    rows = rows_of(watch.visit(name))
    assert rows.keys() == {f"{letter}{number}" for letter in "rd" for number, _ in texts}
    for (number, field), text in texts.items():
        if published and field != "title" and (word := WORD_OF.get(text)):
            row = rows[f"{'d' if field in OF_CATEGORY else 'r'}{number}"]
            assert any(word in cell for cell in row), (number, field, row)
    if published:  # of a preview, the search is looked at with the translations of prose
        watch.search("zq1")


def split(texts: Texts, refused: set[tuple[int, str]], safe: Texts, count: Count) -> Texts:
    """The texts with what was refused replaced."""
    count("hostile texts tried in a field", len(texts))
    count("hostile texts refused with path and line", len(refused))
    count("hostile texts published as text", len(texts) - len(refused))
    return {key: safe[key] if key in refused else text for key, text in texts.items()}


@shares
def test_in_records(window: Window, tmp_path: Path, draws: range, count: Count) -> None:
    fields, rows = (*FIELDS, *OF_CATEGORY), rows_in(draws)
    texts = hostile(fields, rows)
    content, places = records(texts)
    name = "notice_data/care.yml"
    write_project(
        tmp_path, {"mkdocs.yml": CONFIG.replace("LOCALES", "en"), name: content, **LED_TO}
    )
    (tmp_path / "notice_data/data.yml").unlink()
    found = errors(tmp_path)
    assert {path for path, _ in found} == {name}
    with Watch(window, build_site(tmp_path, preview=True), count) as watch:
        visit_records(watch, "index.html", texts, published=False)
        watch.assert_inert(links=True)
    refused = {places[line] for _, line in found}
    published = split(texts, refused, harmless(fields, rows), count)
    (tmp_path / name).write_text(records(published)[0], encoding="utf-8")
    with Watch(window, build_site(tmp_path), count) as watch:
        visit_records(watch, "index.html", published, published=True)
        watch.assert_inert(links=True)


def as_po(text: str) -> str:
    """A text as one line of a catalogue can have it: without what would end it."""
    return " ".join(text.split("\n"))


def junk(number: int) -> dict[str, Any]:
    """What stands beside a translation: remarks, places, earlier sources."""
    number %= len(TEXTS)  # there are a few more rows than payloads
    text = as_po(TEXTS[number]).strip()
    return {
        "remarks": (f"polynotice: ignore {', '.join(WAIVABLE)}", text),
        "notes": (text,),
        "references": (text,),
        "previous": (("msgctxt", TEXTS[number]), ("msgid", TEXTS[number])),
    }


HEADER = ("Project-Id-Version", "Last-Translator", "Language-Team", "Plural-Forms", "X-Generator")


def write_catalogue(
    folder: Path, locale: str, say: Callable[[Entry], tuple[int, str]], payloads: Sequence[int]
) -> None:
    """Gives each entry of a catalogue a translation, and the junk of the payload of that number.

    Those payloads stand beside them, as entries that nobody has asked for.
    """
    more = [TEXTS[number] for number in payloads]
    name = f"locales/{locale}/LC_MESSAGES/notice.po"
    po = catalogue(folder, locale)
    entries = []
    for entry in (entry for entry in po.entries if entry.msgctxt not in TEXTS):
        number, text = say(entry)
        entries.append(replace(entry, msgstr=(text,), **junk(number)))
    unasked = [Entry(msgctxt=text, msgid=text, msgstr=(text,), flags=("fuzzy",)) for text in more]
    fields = {**po.fields, **{field: as_po(TEXTS[n]) for n, field in enumerate(HEADER)}}
    header = replace(
        po.header,
        msgstr=("".join(f"{field}: {value}\n" for field, value in fields.items()),),
        remarks=tuple(as_po(text).strip() for text in more),
    )
    po_files.write_catalogue(folder, name, replace(po, header=header, entries=(*entries, *unasked)))


LINKS = """() => [...document.querySelectorAll("article a")]
  .filter(link => !link.closest(".notice-draft")).map(link => link.getAttribute("href"))"""


@shares
def test_in_translations_of_records(
    window: Window, tmp_path: Path, draws: range, count: Count
) -> None:
    fields, rows = (*FIELDS, *OF_CATEGORY), rows_in(draws)
    safe = harmless(fields, rows)
    keys = {text: key for key, text in safe.items()}
    content, _ = records(safe)
    files = {"mkdocs.yml": CONFIG.replace("LOCALES", "en, de"), "notice_data/care.yml": content}
    write_project(tmp_path, {**files, **LED_TO})
    (tmp_path / "notice_data/data.yml").unlink()
    assert polynotice(tmp_path, "add-locale", "de").exit_code == 0
    texts = hostile(fields, rows)

    def say(entry: Entry) -> tuple[int, str]:
        key = keys.get(entry.msgid)
        return (key[0], texts[key]) if key else (0, f"DE {entry.msgid}")

    write_catalogue(tmp_path, "de", say, payloads_in(draws))
    path = "locales/de/LC_MESSAGES/notice.po"
    places = {
        entry.line: keys[entry.msgid]
        for entry in catalogue(tmp_path, "de").entries
        if entry.msgid in keys
    }
    found = errors(tmp_path)
    assert {name for name, _ in found} == {path}
    with Watch(window, build_site(tmp_path, preview=True), count) as watch:
        visit_records(watch, "de/index.html", texts, published=False)
        watch.visit("index.html")
        watch.visit("_translation/index.html")
        watch.assert_inert(links=False)
    refused = {places[line] for _, line in found}
    texts = split(texts, refused, {key: f"DE {text}" for key, text in safe.items()}, count)
    write_catalogue(tmp_path, "de", say, payloads_in(draws))
    with Watch(window, build_site(tmp_path), count) as watch:
        visit_records(watch, "de/index.html", texts, published=True)
        links = watch.tab.evaluate(LINKS)
        assert links == watch.open("index.html").evaluate(LINKS)
        watch.assert_inert(links=False)


PARTS = {"heading": "## {}", "item": "- {}", "quotation": "> {}", "definition": "Term\n:   {}"}
PARTS |= {"prose": "{}"}
"""The parts of a page, with the place of a text in each; in the last one, a text is a block."""
PAGES_CONFIG = CONFIG + "nav: [index.md]\n"


def in_parts(shares: range) -> Texts:
    """Some payloads, each in every part of a page."""
    return {
        (number, part): with_word(ALL[number], f"zq{number}{part}")
        for number in payloads_in(shares, OF_PROSE)
        for part in PARTS
    }


def page_of(texts: Texts) -> tuple[str, dict[int, tuple[int, str]]]:
    """A page of texts, and what stands in which line."""
    lines = ["# Page", ""]
    places = {}
    for (number, part), text in texts.items():
        start = len(lines)
        lines += [*PARTS[part].format(text).split("\n"), "", "* * *", ""]
        places.update(dict.fromkeys(range(start + 1, len(lines) + 1), (number, part)))
    return "\n".join(lines), places


def groups(texts: Texts) -> Iterator[tuple[str, Texts]]:
    """The texts on some pages, by the name of each."""
    keys = list(texts)
    for start in range(0, len(keys), 60):
        yield f"g{start}", {key: texts[key] for key in keys[start : start + 60]}


def write_pages(
    folder: Path, pages: dict[str, Texts], locales: str
) -> dict[tuple[str, int], tuple[int, str]]:
    """Writes a project with those pages; gives what stands where."""
    files = {"mkdocs.yml": PAGES_CONFIG.replace("LOCALES", locales), **LED_TO}
    places = {}
    for name, texts in pages.items():
        path = f"docs/{name}.md"
        files[path], lines = page_of(texts)
        places.update({(path, line): key for line, key in lines.items()})
    folder.mkdir(parents=True)
    write_project(folder, files)
    return places


@shares_of_prose
def test_in_prose(window: Window, tmp_path: Path, draws: range, count: Count) -> None:
    everything = in_parts(draws)
    alone = {
        f"p{number}": {key: text for key, text in everything.items() if key[0] == number}
        for number in payloads_in(draws, OF_PROSE)
    }
    write_pages(tmp_path / "alone", alone, "en")
    site = build_site(tmp_path / "alone", preview=True)
    withheld = [name for name in alone if "<h1" not in (site / name / "index.html").read_text()]
    with Watch(window, site, count) as watch:
        for name in withheld[::10]:
            watch.visit(f"{name}/index.html")
        watch.assert_inert(links=True)
    shown = {key: text for key, text in everything.items() if f"p{key[0]}" not in withheld}
    visit_groups(window, tmp_path / "preview", shown, count, preview=True)
    safe = {key: SAFE.format(f"{key[1]} {key[0]}") for key in everything}
    refused = refused_of_pages(tmp_path / "again", alone, safe)
    texts = split(everything, refused, safe, count)
    visit_groups(window, tmp_path / "published", texts, count, preview=False)


def refused_of_pages(folder: Path, pages: dict[str, Texts], safe: Texts) -> set[tuple[int, str]]:
    """Which of the texts of some pages are refused; of two with the same mistake one is told."""
    refused: set[tuple[int, str]] = set()
    for attempt in range(20):
        left = {
            name: {key: safe[key] if key in refused else text for key, text in texts.items()}
            for name, texts in pages.items()
        }
        places = write_pages(folder / str(attempt), left, "en")
        found = {places[where] for where in errors(folder / str(attempt))}
        if not found:
            return refused
        # What is told of a text that is safe is another's of its page.
        refused |= {key for name in left for key in left[name] if key in found} | {
            other for key in found & refused for other in left[f"p{key[0]}"]
        }
    raise AssertionError("it is never enough")


def visit_groups(
    window: Window, folder: Path, texts: Texts, count: Count, *, preview: bool
) -> None:
    """Builds the texts on some pages, and looks at each."""
    pages = dict(groups(texts))
    write_pages(folder, pages, "en")
    with Watch(window, build_site(folder, preview=preview), count) as watch:
        for name in pages:
            watch.visit(f"{name}/index.html")
        watch.assert_inert(links=True, styles=True)


@shares_of_prose
def test_in_translations_of_prose(
    window: Window, tmp_path: Path, draws: range, count: Count
) -> None:
    texts = in_parts(draws)
    safe = {key: SAFE.format(f"{key[1]} {key[0]}") for key in texts}
    keys = {text: key for key, text in safe.items()}
    names = [name for name, _ in groups(safe)]
    write_pages(tmp_path / "site", dict(groups(safe)), "en, de")
    folder = tmp_path / "site"
    assert polynotice(folder, "add-locale", "de").exit_code == 0

    def say(entry: Entry) -> tuple[int, str]:
        key = keys.get(entry.msgid)
        return (key[0], texts[key]) if key else (0, f"DE {entry.msgid}")

    write_catalogue(folder, "de", say, payloads_in(draws, OF_PROSE))
    places = {
        entry.line: keys[entry.msgid]
        for entry in catalogue(folder, "de").entries
        if entry.msgid in keys
    }
    refused = {places[line] for _, line in errors(folder)}
    with Watch(window, build_site(folder, preview=True), count) as watch:
        for name in names:
            watch.visit(f"de/{name}/index.html")
        watch.search("zq")
        watch.visit("_translation/index.html")
        watch.assert_inert(links=False)
    texts |= split(texts, refused, {key: f"DE {text}" for key, text in safe.items()}, count)
    write_catalogue(folder, "de", say, payloads_in(draws, OF_PROSE))
    with Watch(window, build_site(folder), count) as watch:
        for name in names:
            links = watch.visit(f"de/{name}/index.html").evaluate(LINKS)
            assert links == watch.open(f"{name}/index.html").evaluate(LINKS)
        watch.assert_inert(links=False)


ONCE = """\
# Our notice
site_name: {site_name}
site_description: {site_description}
copyright: {copyright}
theme:
  name: material
  font: false
  features: [content.tooltips, navigation.footer, search.highlight, search.suggest]
  palette:
    - scheme: default
      toggle:
        icon: material/weather-night
        name: {toggle}
    - scheme: slate
      toggle: {{icon: material/weather-sunny, name: Light}}
plugins:
  - search
  - polynotice:
      locales: [LOCALES]
      columns: [purpose, personal_data, more]
      extra_columns:
        more: {extra_column}
      words:
        purpose: {column}
        not_stated: {not_stated}
        not_found: {not_found}
        tables: {label}
        draft: {draft}
markdown_extensions:
  - attr_list
  - toc:
      permalink: true
      permalink_title: {permalink}
      title: {toc}
extra: {{generator: false}}
nav:
  - ? {page_in_nav}
    : index.md
  - ? {section_in_nav}
    : - other.md
"""
OTHER = """\
---
title: {page_title}
description: {page_description}
---
# Other

::: purposes
    section: care
    layout: together

::: purposes
    layout: together
"""
SECTION = """\
section: care
title: {section_title}
purposes:
  - {{id: calls, purpose: Calls are recorded., personal_data: Recordings.}}
"""
ONCE_FILES = {
    "mkdocs.yml": ONCE,
    "docs/other.md": OTHER,
    "docs/index.md": "# Start\n\nWords.\n\n## More\n\nWords.\n",
    "notice_data/care.yml": SECTION,
    **LED_TO,
}
ONCE_FIELDS = {
    name: (path, line)
    for path, content in ONCE_FILES.items()
    for line, text in enumerate(content.split("\n"), start=1)
    for name in re.findall(r"(?<!\{)\{(\w+)\}", text)
}
"""Where each text stands of which a project has one."""
# Python-Markdown gives its options no line.
ONCE_FIELDS |= dict.fromkeys(("permalink", "toc"), ("mkdocs.yml", 1))
NOT_TEXT = {"copyright": "Our words"}
"""The one text of the source that is HTML."""


def write_once(folder: Path, texts: Mapping[str, str], locales: str) -> None:
    """Writes a project in which those texts stand."""
    scalars = {name: scalar(text) for name, text in texts.items()}
    for path, content in ONCE_FILES.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        filled = content.format(**scalars) if "{" in content else content
        target.write_text(filled.replace("LOCALES", locales), encoding="utf-8")


@shares
def test_where_there_is_one_text(
    window: Window, tmp_path: Path, draws: range, count: Count
) -> None:
    write_once(tmp_path, dict.fromkeys(ONCE_FIELDS, "x"), "en")
    safe = {name: f"Safe {name.replace('_', ' ')}" for name in ONCE_FIELDS}
    accepted: dict[str, list[str]] = {name: [] for name in ONCE_FIELDS if name not in NOT_TEXT}
    for row in rows_in(draws):
        texts = of_once(row)
        write_once(tmp_path, {**texts, **NOT_TEXT}, "en")
        found = errors(tmp_path)
        for name in accepted:
            if ONCE_FIELDS[name] not in found:
                accepted[name].append(texts[name])
    tell(count, accepted, len(rows_in(draws)))
    every = [of_once(row) for row in rows_in(draws)]
    together = {name: [texts[name] for texts in every] for name in accepted}
    for number, texts in enumerate(previewed_in(draws, together)):
        write_once(tmp_path, {**safe, **texts}, "en")
        look_at(window, build_site(tmp_path, preview=True), count, pages_of(number), links=True)
    for number, texts in enumerate(published_in(draws, accepted)):
        write_once(tmp_path, {**safe, **texts}, "en")
        look_at(window, build_site(tmp_path), count, pages_of(number), links=True)


def of_once(row: int) -> dict[str, str]:
    """A payload in each field of which there is one."""
    numbers = {name: payload_at(row, column) for column, name in enumerate(sorted(ONCE_FIELDS))}
    return {name: with_word(ALL[number], f"zq{number}{name}") for name, number in numbers.items()}


def pages_of(group: int, locale: str = "") -> list[str]:
    """The pages to look at: all with the first texts, with others the one that shows them all."""
    return [locale + name for name in (("", "other/", "404.html") if group == 0 else ("other/",))]


def look_at(window: Window, site: Path, count: Count, pages: Sequence[str], *, links: bool) -> None:
    """Looks at pages of a site with texts of which there is one."""
    with Watch(window, site, count) as watch:
        for name in pages:
            watch.visit(name)
        watch.assert_inert(links=links)


def tell(count: Count, accepted: Mapping[str, Sequence[str]], rows: int) -> None:
    """Prints the counts of texts of which there is one."""
    published = sum(map(len, accepted.values()))
    tried = len(accepted) * rows
    count("hostile texts tried in a field", tried)
    count("hostile texts refused with path and line", tried - published)
    count("hostile texts published as text", published)


def in_groups(texts: Mapping[str, Sequence[str]], size: int = 24) -> Iterator[dict[str, str]]:
    """Some texts of each field at a time, side by side.

    One with a backtick is alone: code could begin in one text and end in another.
    """
    for is_alone in (False, True):
        kept = {
            name: [text for text in all_texts if ("`" in text) == is_alone]
            for name, all_texts in texts.items()
        }
        step = 1 if is_alone else size
        for start in range(0, max(map(len, kept.values())), step):
            yield {
                name: " ".join(some)
                for name, all_texts in kept.items()
                if (some := all_texts[start : start + step])
            }


def previewed_in(shares: range, texts: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """What of a share is previewed: in every run not each of the texts that are alone."""
    return [*in_groups(texts)][: 2 if shares.start == 0 else None]


def published_in(shares: range, accepted: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """What of a share is published and looked at: in every run the texts that go side by side.

    The others are looked at in a preview.
    """
    return [*in_groups(accepted)][: 1 if shares.start == 0 else None]


@shares
def test_where_there_is_one_translation(
    window: Window, tmp_path: Path, draws: range, count: Count
) -> None:
    safe = {name: f"Safe {name.replace('_', ' ')}" for name in ONCE_FIELDS}
    names = {text: name for name, text in safe.items()}
    write_once(tmp_path, safe, "en, de")
    assert polynotice(tmp_path, "add-locale", "de").exit_code == 0
    lines = {
        names[entry.msgid]: entry.line
        for entry in catalogue(tmp_path, "de").entries
        if entry.msgid in names
    }
    assert set(lines) == set(ONCE_FIELDS)
    empty = catalogue(tmp_path, "de")

    def translate(texts: Mapping[str, str]) -> dict[str, int]:
        """Writes those translations, with every remark that waives; gives the line of each."""
        remark = f"polynotice: ignore {', '.join(WAIVABLE)}"
        entries = [
            replace(
                entry,
                msgstr=(texts.get(names.get(entry.msgid, ""), f"DE {entry.msgid}"),),
                remarks=(remark,),
            )
            for entry in empty.entries
        ]
        po_files.write_catalogue(
            tmp_path, "locales/de/LC_MESSAGES/notice.po", replace(empty, entries=tuple(entries))
        )
        return {
            names[entry.msgid]: entry.line
            for entry in catalogue(tmp_path, "de").entries
            if entry.msgid in names
        }

    accepted: dict[str, list[str]] = {name: [] for name in ONCE_FIELDS}
    for row in rows_in(draws):
        texts = of_once(row)
        lines = translate(texts)
        found = {line for _, line in errors(tmp_path)}
        for name in accepted:
            if lines[name] not in found:
                accepted[name].append(texts[name])
    tell(count, accepted, len(rows_in(draws)))
    every = [of_once(row) for row in rows_in(draws)]
    together = {name: [texts[name] for texts in every] for name in accepted}
    for number, texts in enumerate(previewed_in(draws, together)):
        translate(texts)
        look_at(
            window, build_site(tmp_path, preview=True), count, pages_of(number, "de/"), links=False
        )
    for number, texts in enumerate(published_in(draws, accepted)):
        translate(texts)
        look_at(window, build_site(tmp_path), count, pages_of(number, "de/"), links=False)


NAMES = """\
site_name: Notice
theme: {name: material, font: false}
plugins:
  - search
  - polynotice:
      source_locale: en
      untranslated: UNTRANSLATED
      locales:
        - en
LOCALES
      columns:
        - purpose
        - personal_data
COLUMNS
      extra_columns:
EXTRA
markdown_extensions: [attr_list, toc]
extra: {generator: false}
"""


@shares
def test_in_ids_and_options(window: Window, tmp_path: Path, draws: range, count: Count) -> None:
    """Every one is refused, and told on its line."""
    texts = [TEXTS[number].strip() for number in payloads_in(draws)]
    config = NAMES.replace("UNTRANSLATED", scalar(texts[0]))
    for name, start, end in (
        ("LOCALES", "        - ", ""),
        ("COLUMNS", "        - ", ""),
        ("EXTRA", "        ? ", "\n        : More"),
    ):
        config = config.replace(name, "\n".join(f"{start}{scalar(text)}{end}" for text in texts))
    records = ["purposes:"]
    categories = ["data_categories:"]
    page = ["# Page", "", "::: purposes", ""]
    for text in texts:
        records += [f"  - id: {scalar(text)}", "    purpose: Words.", "    personal_data: Words."]
        categories += [f"  - id: {scalar(text)}", "    name: Words."]
        page += [
            f"::: purposes\n    {option}: {value}\n"
            for option, value in (
                ("section", scalar(text)),
                # Not the id of a broken record, which is reported once, where it is broken.
                ("records", f"[{scalar(f'{text} unknown')}]"),
                ("columns", f"[{scalar(text)}]"),
                ("layout", scalar(text)),
            )
        ]
        page += [f"::: purposes\n    ? {scalar(text)}\n    : x\n"]
    files = {
        "mkdocs.yml": config,
        "docs/index.md": "\n".join(page),
        "notice_data/ids.yml": "\n".join(records),
        "notice_data/categories.yml": "\n".join(categories),
    }
    for number, text in enumerate(texts):
        files[f"notice_data/s{number}.yml"] = f"section: {scalar(text)}\npurposes: []\n"
    write_project(tmp_path, {})
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = errors(tmp_path)
    wanted = {
        (name, line)
        for name, content in files.items()
        for line, words in enumerate(content.split("\n"), start=1)
        if re.search(r"\bzq\d", words)
    }
    assert wanted - found == set()
    count("hostile texts tried in a field", len(wanted))
    count("hostile texts refused with path and line", len(wanted))
    with Watch(window, build_site(tmp_path, preview=True), count) as watch:
        watch.visit("index.html")
        watch.assert_inert(links=False)
