"""Comparing a built site: what is found in one that was damaged, and what is let pass."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import html5lib
import htmlmin
import pytest
from playwright.sync_api import Browser, Page

from polynotice.core.problems import Problem
from polynotice.verify.built_site import BuiltSite, KnownPages
from polynotice.verify.manifest import WantedLocale
from polynotice.verify.site_comparison import files_of_words, problems_in_locale
from polynotice.verify.site_verifier import Verifier
from tests.damages import DAMAGES, Draw, Finding, hiding, parsed, replace, written
from tests.draws import draws, each
from tests.own_notice import LOCALES
from tests.projects import (
    CONFIG,
    RECORDS,
    ROOT,
    build_site,
    load,
    replace_in,
    translate,
    write_project,
)

Count = Callable[[str, int], None]


@dataclass
class Copy:
    """A copy of the repository's own notice, built, that is damaged and put right again."""

    folder: Path
    verifier: Verifier

    def __post_init__(self) -> None:
        self.locales = {one.id: one for one in self.verifier.wanted}
        self.pages = {
            path: (self.folder / path).read_text(encoding="utf-8")
            for one in self.locales.values()
            for path in one.pages
        }
        self.known = {name: KnownPages() for name in self.locales}
        self.apart = files_of_words({one.root: one.pages for one in self.locales.values()})
        self.beside = BuiltSite(folder=self.folder, apart=self.apart).beside

    def problems(
        self, changes: Mapping[str, str | None], locale: WantedLocale | None
    ) -> list[Problem]:
        """What is found after those files are changed: in one locale, or in the whole site."""
        before = {
            name: (self.folder / name).read_bytes() if (self.folder / name).is_file() else None
            for name in changes
        }
        try:
            for name, text in changes.items():
                self._write(name, None if text is None else text.encode())
            if locale is None:
                return self.verifier.problems(self.folder)
            # What is known of a page's bytes is not read again: a build does so, too.
            site = BuiltSite(folder=self.folder, apart=self.apart)
            if changes.keys() <= self.apart:
                site.beside = self.beside
            return problems_in_locale(site, locale, known=self.known[locale.id])
        finally:
            for name, content in before.items():
                self._write(name, content)

    def _write(self, name: str, content: bytes | None) -> None:
        path = self.folder / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


@pytest.fixture(scope="session")
def site(own_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = tmp_path_factory.mktemp("damaged") / "site"
    shutil.copytree(own_site, folder)
    return Copy(folder, Verifier(load(ROOT)))


def sense(html: str) -> list[object]:
    """What another parser than ours sees of a page, with white space as one space."""
    return [
        (
            node.tag,
            sorted(node.items()),
            *(re.sub(r"[ \t\r\n]+", " ", text or "") for text in (node.text, node.tail)),
        )
        for node in parsed(html).iter()
    ]


def drawn(site: Copy, kind: str, seed: int) -> tuple[dict[str, str | None], WantedLocale, Finding]:
    """A damage of that kind that really changes something; the draws before it are not counted."""
    rng = Random(seed)  # noqa: S311
    for _ in range(200):
        locale = rng.choice(list(site.locales.values()))
        path = rng.choice([path for path, tables in locale.pages.items() if tables])
        draw = Draw(rng, site.pages, site.locales, locale.id, path, parsed(site.pages[path]))
        found = DAMAGES[kind](draw)
        if found is None:
            continue
        changes = draw.changes or {}
        if path not in changes and not found.path.endswith(".json"):
            changes = {**changes, path: written(draw.doc)}
        if any(differs(site, name, text) for name, text in changes.items()):
            return changes, locale, found
    raise AssertionError(f"no {kind} with the seed {seed} changes anything")


def differs(site: Copy, name: str, text: str | None) -> bool:
    if text is None or name not in site.pages:
        return True
    return not text or sense(text) != sense(site.pages[name])


def is_reported(found: Finding, problems: list[Problem], locale: str) -> bool:
    return any(
        problem.span.path == found.path
        and problem.locale == locale
        and found.record in (None, problem.record)
        and (found.field is None or found.field in problem.message or "missing" in problem.message)
        for problem in problems
    )


@draws(1, thoroughly=2, of=6)
@pytest.mark.parametrize("kind", sorted(DAMAGES))
def test_every_damage_is_found_where_it_is(
    site: Copy, kind: str, draws: range, count: Count
) -> None:
    for number in draws:
        seed = sum(kind.encode()) * 1000 + number
        changes, locale, found = drawn(site, kind, seed)
        # Exhaustively one of each kind by the whole of `verify`, the others where the damage is.
        problems = site.problems(changes, None if number == 2 else locale)
        assert is_reported(found, problems, locale.id), (
            f"{kind}, seed {seed}: expected {found}, found {[str(one) for one in problems]}"
        )
        for problem in problems:
            said = problem.code != "row-text" or (
                "expected" in problem.message and "found" in problem.message
            )
            assert said, problem
    count("damages of a built site found", len(draws))
    count("damages of a built site missed", 0)


def test_a_rule_that_hides_any_element_around_a_table_is_found(site: Copy, count: Count) -> None:
    one = site.locales["en"]
    path = next(path for path, tables in one.pages.items() if tables)

    def around(doc: Any) -> list[Any]:
        return [*doc.xpath("//table[starts-with(@class,'notice-')]")[0].iterancestors()]

    number = len(around(parsed(site.pages[path])))
    for level in range(number):
        doc = parsed(site.pages[path])
        element = around(doc)[level]
        element.set("id", "around")
        style = element.makeelement("style")
        style.text = "#around { display: none }"
        doc.find("head").append(style)
        problems = site.problems({path: written(doc)}, one)
        assert any("#around" in each.message for each in problems), element.tag
    count("damages of a built site found", number)


# --- damages to the site as a whole --------------------------------------------------------------


def test_a_site_that_nobody_damaged_has_no_finding(site: Copy) -> None:
    assert site.problems({}, None) == []


def locale_removed(folder: Path, roots: list[str], rng: Random) -> str:
    root = rng.choice(roots)
    shutil.rmtree(folder / root)
    return root


def locales_exchanged(folder: Path, roots: list[str], rng: Random) -> str:
    first, second = rng.sample(roots, 2)
    (folder / first).rename(folder / "between")
    (folder / second).rename(folder / first)
    (folder / "between").rename(folder / second)
    return rng.choice([first, second])


def locale_of_no_notice_added(folder: Path, roots: list[str], rng: Random) -> str:
    new = rng.choice(["mt", "pt-BR", "zz", "de-AT"])
    shutil.copytree(folder / rng.choice(roots), folder / new)
    return new


def page_copied_under_another_name(folder: Path, roots: list[str], rng: Random) -> str:
    root, page = rng.choice(roots), rng.choice(["orders", "insight", "your-data"])
    name = rng.choice(["old.html", "old/index.html", "index.htm", "OLD.HTML", "deep/er/index.html"])
    html = (folder / root / page / "index.html").read_text(encoding="utf-8")
    new = folder / root / name
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_text(rng.choice([html, html.upper()]), encoding="utf-8")
    return f"{root}/{name}"


def manifest_changed(folder: Path, _: list[str], rng: Random) -> str:
    path = folder / "notice-manifest.json"
    text = path.read_text(encoding="utf-8")
    place = rng.choice([n for n, one in enumerate(text) if one.isalnum()])
    path.write_text(f"{text[:place]}!{text[place + 1 :]}", encoding="utf-8")
    return path.name


def manifest_removed(folder: Path, _: list[str], rng: Random) -> str:
    (folder / "notice-manifest.json").unlink()
    return "notice-manifest.json"


@draws(1, thoroughly=2, of=4)
@pytest.mark.parametrize(
    "kind",
    [
        locale_removed,
        locales_exchanged,
        locale_of_no_notice_added,
        page_copied_under_another_name,
        manifest_changed,
        manifest_removed,
    ],
)
def test_every_damage_to_the_whole_site_is_found(
    site: Copy,
    kind: Callable[[Path, list[str], Random], str],
    draws: range,
    tmp_path: Path,
    count: Count,
) -> None:
    roots = [one.id for one in site.locales.values() if one.root]
    for seed in draws:
        folder = tmp_path / str(seed)
        shutil.copytree(site.folder, folder)
        place = kind(folder, roots, Random(seed))  # noqa: S311
        problems = site.verifier.problems(folder)
        assert any(place in (p.locale, p.span.path, p.span.path.split("/")[0]) for p in problems), (
            f"{kind.__name__}, seed {seed}: {place} is not in {[str(one) for one in problems]}"
        )
    count("damages of a built site found", len(draws))


def test_a_draft_locale_in_the_site_is_found(tmp_path: Path, count: Count) -> None:
    drafts = CONFIG.replace("[en, de]", "[en, {de: {publish: false}}]")
    write_project(tmp_path, {"mkdocs.yml": CONFIG})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    assert Verifier(load(tmp_path)).problems(site) == []
    (tmp_path / "mkdocs.yml").write_text(drafts, encoding="utf-8")
    problems = Verifier(load(tmp_path)).problems(site)
    assert ("row-extra", "de") in {(one.code, one.locale) for one in problems}
    count("damages of a built site found", 1)


def test_a_table_of_a_stale_build_is_found(site: Copy, tmp_path: Path, count: Count) -> None:
    """Each record was worded differently once; each table of that build stands in today's."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "notice_data", tmp_path / "notice_data")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(re.sub(r"locales: \[.*\]", "locales: [en]", config))
    for path in (tmp_path / "notice_data").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(.*\w)\.$", r"\1 formerly.", text), encoding="utf-8")
    stale = build_site(tmp_path)
    one, tried = site.locales["en"], 0
    for path in (path for path, tables in one.pages.items() if tables):
        old = parsed((stale / path).read_text(encoding="utf-8"))
        for number, table in enumerate(
            old.xpath("//table[@class='notice-table'][tbody/tr/@data-record]")
        ):
            now = parsed(site.pages[path])
            replace(now.xpath("//table[@class='notice-table']")[number], table)
            problems = site.problems({path: written(now)}, one)
            found = Finding(path, table.xpath("tbody/tr/@data-record")[0])
            assert is_reported(found, problems, "en"), (found, problems)
            tried += 1
    assert tried == 18  # on its own page, and on that with the whole notice
    count("damages of a built site found", tried)


FALLBACK = CONFIG.replace(
    "locales: [en, de]", "locales: [en, de, ar]\n      untranslated: fallback"
)


def test_the_language_of_what_is_not_translated_is_held(tmp_path: Path, count: Count) -> None:
    write_project(tmp_path, {"mkdocs.yml": FALLBACK})
    translate(tmp_path, "de", **{"Messages.": ""})
    translate(tmp_path, "ar", **{"Messages.": "", "Calls are recorded.": "", "Chat messages": ""})
    site = Copy(build_site(tmp_path), Verifier(load(tmp_path)))
    tried = 0
    for one in (site.locales["de"], site.locales["ar"]):
        path = f"{one.root}index.html"
        marked = "//table[@class='notice-table']//span[@lang]"
        for number, span in enumerate(parsed(site.pages[path]).xpath(marked)):
            for name in ("lang", "dir"):
                for value in (None, one.id, "fr", "", "rtl", "ltr"):
                    doc = parsed(site.pages[path])
                    there = doc.xpath(marked)[number]
                    there.attrib.pop(name, None)
                    if value is not None:
                        there.set(name, value)
                    direction = there.get("dir") if there.get("dir") in ("ltr", "rtl") else None
                    if there.get("lang") == "en" and (direction or one.direction) == "ltr":
                        continue  # English still, and from left to right
                    problems = site.problems({path: written(doc)}, one)
                    row = next(span.iterancestors("tr"))
                    record = row.get("data-record") or row.get("data-category")
                    assert is_reported(Finding(path, record), problems, one.id), (
                        one.id,
                        name,
                        value,
                    )
                    tried += 1
    assert tried > 30
    count("damages of a built site found", tried)


# --- what changes nothing ------------------------------------------------------------------------


def html5lib_written(html: str, **options: object) -> str:
    return str(html5lib.serialize(html5lib.parse(html), tree="etree", **options))


def in_tables(
    tag: Callable[[str], str] = str, text: Callable[[str], str] = str
) -> Callable[[str], str]:
    """A rewrite of each tag and each text in the tables of a page."""

    def of_part(found: re.Match[str]) -> str:
        part = found[0]
        return tag(part) if part.startswith("<") else text(part)

    def of_table(found: re.Match[str]) -> str:
        return re.sub(r"<[^>]*>|[^<]+", of_part, found[0])

    return lambda html: re.sub(r"(?s)<table.*?</table>", of_table, html)


def turned_around(tag: str) -> str:
    """A tag in capitals, with its attributes in another order and in other quotes."""
    name, attributes = re.match(r"</?\w+", tag), re.findall(r'([\w-]+)="([^"\']*)"', tag)
    assert name is not None
    if tag.count("=") != len(attributes):
        return tag
    return (
        " ".join(
            [name[0].upper(), *(f"{one.upper()} = '{value}'" for one, value in attributes[::-1])]
        )
        + ">"
    )


def as_references(text: str) -> str:
    """Every letter as a numeric reference."""
    return "".join(one if one in " \n" else f"&#x{ord(one):X};" for one in unescape(text))


def with_references(tag: str) -> str:
    """A tag with its attributes' values as numeric references."""
    return re.sub(r'="([^"]*)"', lambda found: f'="{as_references(found[1])}"', tag)


GAPS = ("</table>", "</tr>", "</td>", "</ul>", "</li>")
HTMLMIN: dict[str, Any] = {
    "remove_comments": True,
    "remove_empty_space": True,
    "reduce_boolean_attributes": True,
}
LEAST: dict[str, Any] = {
    "omit_optional_tags": True,
    "quote_attr_values": "spec",
    "strip_whitespace": True,
    "minimize_boolean_attributes": True,
}
MOST: dict[str, Any] = {
    "omit_optional_tags": False,
    "quote_attr_values": "always",
    "quote_char": "'",
    "alphabetical_attributes": True,
    "escape_lt_in_attrs": True,
}
HARMLESS: dict[str, Callable[[str], str]] = {
    "more white space": in_tables(
        lambda tag: f"\n\t{tag}" if tag in GAPS else tag,
        lambda text: text.replace(" ", "  \r\n\t"),
    ),
    "no white space between parts": in_tables(text=lambda text: text if text.strip() else ""),
    "attributes in another order, in other quotes, in capitals": in_tables(turned_around),
    "letters as numbers": in_tables(with_references, as_references),
    "comments between and within words": in_tables(
        lambda tag: f"<!-- <tr hidden> -->{tag}<!-- x -->",
        lambda text: f"{text[:3]}<!--y-->{text[3:]}",
    ),
    "html5lib": html5lib_written,
    "html5lib, as little as possible": lambda html: html5lib_written(html, **LEAST),
    "html5lib, as much as possible": lambda html: html5lib_written(html, **MOST),
    "lxml": lambda html: written(parsed(html)),
    "lxml, in ASCII": lambda html: (
        written(parsed(html)).encode("ascii", "xmlcharrefreplace").decode()
    ),
    "htmlmin": lambda html: str(htmlmin.minify(html)),
    "htmlmin, as far as it goes": lambda html: str(htmlmin.minify(html, **HTMLMIN)),
    "a byte order mark": lambda html: f"\ufeff{html}",
    "other line ends": lambda html: html.replace("\n", "\r\n"),
}


@each("locale", LOCALES, always=["ar"], thoroughly=["de", "ja"])
@pytest.mark.parametrize("rewrite", HARMLESS)
def test_what_changes_nothing_is_no_finding(
    site: Copy, rewrite: str, locale: str, count: Count
) -> None:
    wanted = site.locales[locale]
    changes: dict[str, str | None] = {
        path: HARMLESS[rewrite](site.pages[path]) for path in wanted.pages
    }
    tables = [path for path, found in wanted.pages.items() if found]
    assert [path for path in tables if changes[path] == site.pages[path]] == []
    problems = [str(problem) for problem in site.problems(changes, wanted)]
    assert problems == [], rewrite
    count("pages rewritten harmlessly without a finding", len(changes))


def test_a_build_with_a_minifier_is_as_it_must_be(own_notice: Path, count: Count) -> None:
    replace_in(
        own_notice / "mkdocs.yml",
        "plugins:\n",
        "plugins:\n  - minify: {minify_html: true, htmlmin_opts: {remove_comments: true}}\n",
    )
    config = own_notice / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub(r"locales: \[.*\]", "locales: [en, ar, ja]", text), encoding="utf-8")
    site = build_site(own_notice)
    verifier = Verifier(load(own_notice))
    assert len(verifier.wanted) == 3
    assert verifier.problems(site) == []
    pages = [path for one in verifier.wanted for path in one.pages]
    assert all("\n<td" not in (site / path).read_text(encoding="utf-8") for path in pages)
    count("pages rewritten harmlessly without a finding", len(pages))


SMART = CONFIG.replace(
    "tables, toc]",
    "tables, toc: {permalink: '#'}, smarty, abbr, nl2br, pymdownx.tilde, pymdownx.caret,"
    " pymdownx.mark, pymdownx.keys, pymdownx.smartsymbols, pymdownx.magiclink]",
)
MARKED_UP = """\
Calls (c) are *really* ~~not~~ ==kept== ^^long^^ -- "in full", H~2~O ++ctrl+alt++ 1/2 `code`
 [here](https://a.example/?x=1&y=2 'Title'), https://b.example/x and <me@c.example>.\
""".replace("\n", "")


@pytest.mark.parametrize("theme", ["material\n  font: false", "mkdocs", "readthedocs"])
def test_what_extensions_and_themes_make_of_a_text_is_as_it_must_be(
    tmp_path: Path, theme: str, count: Count
) -> None:
    records = RECORDS.replace("Calls are recorded.", f">-\n      {MARKED_UP}")
    records = records.replace("title: Calls", "title: Calls *and* `more`")
    config = SMART.replace("material\n  font: false", theme)
    write_project(tmp_path, {"mkdocs.yml": config, "notice_data/care.yml": records})
    translate(tmp_path, "de")
    assert Verifier(load(tmp_path)).problems(build_site(tmp_path)) == []
    count("pages rewritten harmlessly without a finding", 2)


# --- hidden is what a browser hides --------------------------------------------------------------

IS_SEEN = """() => {
    const cell = document.querySelector("#order-messages > td");
    if (!cell) return false;
    const box = cell.getBoundingClientRect(), style = getComputedStyle(cell);
    const around = [];
    for (let one = cell; one; one = one.parentElement) around.push(one);
    const styles = around.map(one => getComputedStyle(one));
    const number = text => parseFloat(text) || 0;
    const cuts = one => /hidden|clip|scroll|auto/.test(one.overflow + one.overflowY);
    const alpha = colour => /transparent|[,/] ?0(\\.0\\d*)?\\)$/.test(colour);
    return cell.checkVisibility({opacityProperty: true, visibilityProperty: true})
        && box.right > 0 && box.left < innerWidth && box.bottom + scrollY > 0
        && box.top < document.documentElement.scrollHeight
        && box.width > 9 && box.height > 9 && box.width < 5000 && box.height < 5000
        && number(style.fontSize) >= 4 && style.fontSizeAdjust != "0"
        && !alpha(style.color) && !alpha(style.webkitTextFillColor)
        && number(style.textIndent) > -999 && Math.abs(number(style.letterSpacing)) < 5
        && style.webkitTextSecurity == "none"
        && !styles.some(one => one.clipPath != "none" || one.clip != "auto"
            || number(one.opacity) < 0.1 || one.maskImage != "none" || /strict/.test(one.contain)
            || /opacity\\(0\\)|blur|contrast\\(0\\)/.test(one.filter)
            || (cuts(one) && [one.height, one.maxHeight, one.lineHeight].some(
                each => each != "none" && each != "normal" && number(each) < 4)));
}"""


IS_SEEN_WITH = """([style, place]) => {
    const cell = document.querySelector("#order-messages > td");
    const table = cell.closest("table");
    const around = document.createElement("div");
    if (place == "div") { table.replaceWith(around); around.append(table); }
    const part = place == "div" ? around : cell;
    part.setAttribute("style", style);
    const seen = (IS_SEEN)();
    part.removeAttribute("style");
    if (place == "div") around.replaceWith(table);
    return seen;
}""".replace("IS_SEEN", IS_SEEN)

ORDERS = "orders/index.html"
Seen = Callable[[str], bool]


@pytest.fixture(scope="module")
def orders(browser: Browser, own_address: str) -> Iterator[Page]:
    """The page of orders before a reader."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(own_address + ORDERS.removesuffix("index.html"))
        yield tab


@pytest.fixture(scope="module")
def is_seen(browser: Browser, own_address: str) -> Iterator[Seen]:
    """Whether the words of a cell stand before a reader who opens that page of orders."""
    address = own_address + ORDERS.removesuffix("index.html")
    with browser.new_context() as context:
        tab = context.new_page()

        def look(html: str) -> bool:
            tab.unroute(address)
            tab.route(
                address,
                lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
            )
            tab.goto(address)
            return bool(tab.evaluate(IS_SEEN))

        yield look


def in_element(html: str, tag: str) -> str:
    """A page with an element of that name around the table of orders."""
    doc = parsed(html)
    table = next(doc.xpath("//tr[@id='order-messages']/td")[0].iterancestors("table"))
    around = table.makeelement(tag)
    table.getparent().replace(table, around)
    around.append(table)
    return written(doc)


@pytest.mark.browser
def test_a_style_that_counts_as_hiding_hides_in_a_browser(orders: Page) -> None:
    """The ways to hide words that the damages draw from are no inventions of ours."""
    for style in hiding.HIDING_STYLES:
        seen = [orders.evaluate(IS_SEEN_WITH, [style, place]) for place in ("cell", "div")]
        assert not all(seen), style


@pytest.mark.browser
def test_a_style_that_hides_nothing_leaves_words_seen_in_a_browser(orders: Page) -> None:
    for place in ("cell", "div"):
        assert orders.evaluate(IS_SEEN_WITH, ["color:#333;font-size:12px", place])


@pytest.mark.browser
def test_an_element_that_counts_as_hiding_hides_in_a_browser(site: Copy, is_seen: Seen) -> None:
    for tag in hiding.HIDING_TAGS:
        assert not is_seen(in_element(site.pages[ORDERS], tag)), tag


@pytest.mark.browser
def test_what_is_not_hidden_is_seen_in_a_browser(site: Copy, is_seen: Seen) -> None:
    assert is_seen(in_element(site.pages[ORDERS], "div"))
