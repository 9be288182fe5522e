"""`mkdocs serve` never gets stuck: hundreds of saves that break and fix every kind of file.

A real Chromium has a page open all the while. After each breakage the page names the file, the line
and the remedy; after each repair it is right again, without a restart and without a reload by hand.
In every run a breakage for each problem and one for each way to break a file has its turn, in a
thorough one a breakage for each problem of each file; most of them take the place of the one
before, in the same save. In an exhaustive one all have their turn, and each repair is waited for.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Error, Page
from playwright.sync_api import TimeoutError as PatienceEndedError

from tests.draws import each
from tests.projects import build_site, translate, write_project
from tests.served import PATIENCE, Served, serving

pytestmark = [pytest.mark.browser, pytest.mark.waits]

MARK = "alfa"
"""Stands in every text of the project, so that each repair can bring a text of its own."""
WORDS = ("bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "kilo", "lima")
PAGES = {1: "", 2: "de/", 3: "more/rights/", 4: "fr/more/rights/"}
"""The page that is open in each test, by the test's seed."""
ALWAYS = (1, 4)
"""The seeds of every run; the others are for longer ones."""

CARE, DATA = "notice_data/care.yml", "notice_data/more/data.yml"
INDEX, RIGHTS = "docs/index.md", "docs/more/rights.md"
GERMAN, FRENCH = (f"locales/{one}/LC_MESSAGES/notice.po" for one in ("de", "fr"))
GLOSSARY = "locales/de/glossary.yml"
CONFIG, MAIN, TROUBLE = "mkdocs.yml", "overrides/main.html", "trouble.txt"

FILES = {
    CONFIG: """\
        site_name: Notice alfa
        theme:
          name: material
          font: false
          custom_dir: overrides
        plugins:
          - search
          - polynotice:
              locales: [en, de, fr]
        nav:
          - Notice: index.md
          - Rights: more/rights.md
        hooks: [hooks.py]
        watch: [overrides, trouble.txt]
        markdown_extensions: [admonition, attr_list, tables, toc]
        extra:
          generator: false
        """,
    "hooks.py": """\
        from pathlib import Path

        import mkdocs.exceptions

        TROUBLE = Path(__file__).with_name("trouble.txt")


        def trouble(event):
            name, _, kind = TROUBLE.read_text().strip().partition(" ")
            if name == event:
                raise eval(kind)(f"Trouble {event}.")


        def on_config(config): trouble("on_config")
        def on_pre_build(config): trouble("on_pre_build")
        def on_nav(nav, config, files): trouble("on_nav")
        def on_page_markdown(markdown, page, config, files): trouble("on_page_markdown")
        def on_env(env, config, files): trouble("on_env")
        def on_post_page(output, page, config): trouble("on_post_page")
        def on_post_build(config): trouble("on_post_build")
        """,
    TROUBLE: "none\n",
    MAIN: """\
        {% extends "base.html" %}
        {% block announce %}<b translate="no">alfa</b>{% endblock %}
        {#- The theme's own have no part in this, and would be most of what Chromium does. #}
        {% block scripts %}{% endblock %}
        {% block styles %}{% endblock %}
        """,
    CARE: """\
        section: care
        title: Care alfa
        purposes:
          - id: calls
            title: Calls
            purpose: Calls are recorded for 30 days by [alfa](https://example.org).
            personal_data: Recordings of calls, **alfa**.
            data: [recordings]
          - id: chat
            title: Chat
            purpose: Chats are monitored.
            personal_data: Messages.
            data: [messages]
        """,
    DATA: """\
        data_categories:
          - {id: recordings, name: Recordings alfa}
          - {id: messages, name: Chat messages}
        """,
    INDEX: """\
        ---
        title: Notice alfa
        ---

        # Privacy notice

        What we do with your data, alfa.

        ::: purposes
            section: care

        ## Your data

        ::: data-index
        """,
    RIGHTS: """\
        # Rights

        You have some, alfa.
        """,
    GLOSSARY: """\
        Messages:
          use: [Nachrichten, Messages, messages]
        """,
}


@dataclass(frozen=True, kw_only=True)
class Breakage:
    """One way to break one file or folder, and what the page then has to say of it."""

    path: str
    told: str
    """The code of the problem."""
    where: str = ""
    """`path:line` that the page names, if it is not the line that was changed; `path` for any."""
    old: str = ""
    new: str = ""
    """What stands in the place of `old` afterwards."""
    do: Callable[[Path], None] | None = None
    """What is done to the path where no text is replaced."""

    def __str__(self) -> str:
        what = self.do.__name__ if self.do else f"{self.old!r} → {self.new!r}"
        return f"{self.path}: {what}"


def change(path: str, old: str, new: str, told: str, where: str = "") -> Breakage:
    return Breakage(path=path, old=old, new=new, told=told, where=where)


def done(path: str, do: Callable[[Path], None], told: str, where: str = "") -> Breakage:
    return Breakage(path=path, do=do, told=told, where=where)


def delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name(f"{path.name}.away"))


def remove(path: Path) -> None:
    """Takes a folder away, out of all that is watched."""
    path.rename(_place_outside(path))


def _bring_back(away: Path, path: Path) -> None:
    """Puts a file or folder back, as changed now.

    The observer looks twice a second. What was away between two looks, and is as it was at the
    second, was never away for it; a build in between would be the only one to know. No person is
    that quick.
    """
    away.rename(path)
    for changed in (path, *path.rglob("*")):
        os.utime(changed)


def _place_outside(path: Path) -> Path:
    return path.parents[1] / f"{path.name}.outside"


def empty(path: Path) -> None:
    path.write_bytes(b"")


def add_latin_1(path: Path) -> None:
    path.write_bytes(path.read_bytes() + "# Käse\n".encode("latin-1"))


def cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


ALONE = [
    change(CARE, "purpose: Calls", "porpose: Calls", "unknown-field"),
    change(CARE, "[recordings]", "[recordings", "unreadable-records", f"{CARE}:9"),
    change(CARE, "id: chat", "id: calls", "duplicate-id"),
    change(CARE, "[messages]", "[massages]", "unknown-reference"),
    change(CARE, "purpose: Chats are monitored.", "purpose: ''", "empty-text"),
    change(CARE, "purpose: Chats are monitored.", "purpose: 12", "wrong-type"),
    change(CARE, "id: chat", "id: Chat!", "bad-id"),
    change(CARE, "Messages.", "<b>Messages</b>.", "raw-html"),
    change(CARE, "Messages.", '"[Messages](javascript:x)."', "unsafe-markup"),
    done(CARE, delete, "unknown-reference", f"{INDEX}:10"),
    done(CARE, rename, "unknown-reference", f"{INDEX}:10"),
    done(CARE, empty, "unreadable-records"),
    done(CARE, add_latin_1, "unreadable-records"),
    change(DATA, "id: messages", "id: recordings", "duplicate-id"),
    change(DATA, "name: Chat messages", "special: maybe", "wrong-type"),
    done(DATA, delete, "unknown-reference", f"{CARE}:8"),
    done("notice_data/more", remove, "unknown-reference", f"{CARE}:8"),
    done("notice_data", delete, "unreadable-records", "notice_data:1"),
    done("notice_data", rename, "unreadable-records", "notice_data:1"),
    change(INDEX, "section: care", "sektion: care", "bad-block", f"{INDEX}:10"),
    change(INDEX, "section: care", "section: cars", "unknown-reference", f"{INDEX}:10"),
    change(INDEX, "What we do", "<div>What we do</div>", "untranslatable-text"),
    change(INDEX, "What we do", "What we always do", "missing-translation", GERMAN),
    change(INDEX, "title: Notice", "title: [Notice", "unreadable-page"),
    done(INDEX, empty, "unplaced-record", f"{CARE}:4"),
    done(INDEX, add_latin_1, "unreadable-page"),
    done(INDEX, delete, "unplaced-record", f"{CARE}:4"),
    done(INDEX, rename, "unplaced-record", f"{CARE}:4"),
    done(RIGHTS, delete, "unknown-page", f"{CONFIG}:12"),
    done("docs/more", rename, "unknown-page", f"{CONFIG}:12"),
    done("docs/more", delete, "unknown-page", f"{CONFIG}:12"),
    done("docs", rename, "bad-setting", f"{CONFIG}:1"),
    done("docs", delete, "bad-setting", f"{CONFIG}:1"),
    change(GERMAN, 'msgid "Chat"', 'msgid "Chat', "unreadable-catalogue"),
    change(GERMAN, 'msgstr "DE: Chat"', 'msgstr ""', "missing-translation", GERMAN),
    change(GERMAN, 'msgid "Chat"', 'msgid "Chat"\nmsgid "Chat"', "unreadable-catalogue", GERMAN),
    change(GERMAN, "DE: Calls are recorded for 30", "DE: Calls 31", "number-mismatch", GERMAN),
    change(GERMAN, "DE: Recordings of calls, **", "DE: Calls, *", "markup-mismatch", GERMAN),
    change(GERMAN, "DE: Messages.", "DE: <b>Messages</b>.", "raw-html", GERMAN),
    change(FRENCH, 'org)."\n\n', 'com)."\n\n', "link-mismatch", FRENCH),
    done(FRENCH, cut, "unreadable-catalogue", FRENCH),
    done(FRENCH, delete, "unreadable-catalogue", f"{FRENCH}:1"),
    done(FRENCH, empty, "missing-translation", f"{FRENCH}:1"),
    done(FRENCH, add_latin_1, "unreadable-catalogue"),
    done("locales/de", delete, "unreadable-catalogue", f"{GERMAN}:1"),
    done("locales", rename, "unreadable-catalogue", f"{GERMAN}:1"),
    done("locales", delete, "unreadable-catalogue", f"{FRENCH}:1"),
    change(GLOSSARY, "messages]", "messages", "bad-glossary"),
    change(GLOSSARY, ", Messages, messages", "", "glossary", GERMAN),
    change(CONFIG, "locales: [en", "locale: [en", "unknown-field"),
    change(CONFIG, "locales: [en, de, fr]", "locales: [en, xx-yy]", "unknown-locale"),
    change(CONFIG, "locales: [en, de, fr]", "locales: [en, de, fr", "bad-setting", f"{CONFIG}:10"),
    change(CONFIG, "name: material", "name: materiall", "bad-setting"),
    change(CONFIG, "- search", "- serch", "bad-setting"),
    change(CONFIG, "- search", "- search: {lang: 12}", "bad-setting"),
    change(CONFIG, "admonition, attr", "admonitions, attr", "bad-setting"),
    change(CONFIG, "nav:", "nav: 12\nnov:", "bad-setting"),
    done(CONFIG, empty, "bad-setting"),
    done(CONFIG, delete, "bad-setting", f"{CONFIG}:1"),
    done(CONFIG, rename, "bad-setting", f"{CONFIG}:1"),
    done(CONFIG, add_latin_1, "bad-setting"),
    change(MAIN, "endblock", "endblok", "build-failed"),
    change(MAIN, "alfa", "{{ nobody.knows.it }}", "build-failed"),
    done("overrides", rename, "bad-setting", f"{CONFIG}:5"),
    done(TROUBLE, delete, "bad-setting", f"{CONFIG}:14"),
    *(
        change(TROUBLE, "none", f"{event} {kind}", "build-failed", "hooks.py:11")
        for event, kind in (
            ("on_config", "ValueError"),
            ("on_pre_build", "KeyError"),
            ("on_nav", "OSError"),
            ("on_page_markdown", "UnicodeError"),
            ("on_env", "mkdocs.exceptions.PluginError"),
            ("on_post_page", "RecursionError"),
            ("on_post_page", "SystemExit"),
            ("on_post_build", "mkdocs.exceptions.Abort"),
        )
    ),
]
"""Breakages that may keep others from being told."""

TOGETHER = [
    change(DATA, "name: Chat messages", "nome: Chat messages", "unknown-field"),
    change(INDEX, "::: data-index", "::: data-indx", "bad-block"),
    change(GERMAN, 'msgid "Chat"', '#, fuzzy\nmsgid "Chat"', "fuzzy-translation", GERMAN),
    change(GLOSSARY, "use: [Nach", "uze: [Nach", "bad-glossary"),
    change(CONFIG, "more/rights.md", "more/wrongs.md", "unknown-page"),
]
"""Breakages of different files that are told side by side."""


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - it is to be the same each time


Extent = Literal["problems", "problems of files", "all"]
"""How many of the breakages have their turn."""


def of_each_kind(extent: Extent) -> list[Breakage]:
    """A breakage for each problem (of each file), and one for each way to break a file."""
    found: dict[object, Breakage] = {}
    for one in (*TOGETHER, *ALONE):
        found.setdefault((one.told, one.path if extent != "problems" else ""), one)
    ways = {one.do for one in found.values()}
    more = {one.do: one for one in ALONE if one.do not in ways}
    return [*found.values(), *more.values()]


def rounds(seed: int, extent: Extent) -> list[list[Breakage]]:
    """What one test breaks, several files at once in a few of its rounds.

    Where not all have their turn alone, those that are named side by side have it so.
    """
    # Over all seeds every breakage has its turn.
    is_all = extent == "all"
    breakages = [*TOGETHER, *ALONE] if is_all else of_each_kind(extent)
    seeds = tuple(PAGES) if is_all else ALWAYS
    seeded(0).shuffle(breakages)
    mine = breakages[seeds.index(seed) :: len(seeds)]
    some = seeded(seed)
    if is_all:
        several = [some.sample(TOGETHER, some.randint(2, 4)) for _ in range(4)]
    else:
        several = [[one for one in mine if one in TOGETHER]]
        mine = [one for one in mine if one not in TOGETHER]
    found = [*([one] for one in mine), *several]
    some.shuffle(found)
    return found


def test_every_breakage_has_its_turn_and_every_kind_of_them_always() -> None:
    broken = {one for seed in PAGES for some in rounds(seed, "all") for one in some}
    assert broken == {*ALONE, *TOGETHER}
    always = {one for seed in ALWAYS for some in rounds(seed, "problems") for one in some}
    assert {one.told for one in always} == {one.told for one in broken}
    assert {one.do for one in always} == {one.do for one in broken}
    more = {one for seed in ALWAYS for some in rounds(seed, "problems of files") for one in some}
    assert {(one.told, one.path) for one in more} == {(one.told, one.path) for one in broken}


def is_repaired_first(broken: list[Breakage], following: list[Breakage] | None) -> bool:
    """Whether a breakage is to be gone before the next one: where the two are told alike."""
    told = {(one.told, _file_of(one)) for one in broken}
    return not following or any((one.told, _file_of(one)) in told for one in following)


def _file_of(breakage: Breakage) -> str:
    return (breakage.where or breakage.path).partition(":")[0]


class Saves:
    """A project that is saved again and again."""

    def __init__(self, folder: Path, some: random.Random) -> None:
        self.folder = folder
        self.some = some
        self.mark = MARK
        self.count = 0
        names = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
        self._sound = {path: path.read_text(encoding="utf-8") for path in names}

    def break_(self, breakage: Breakage) -> str:
        """Breaks the project; gives what the page has to tell, as a regular expression."""
        path = self.folder / breakage.path
        where = breakage.where or breakage.path
        before = path.read_bytes() if path.is_file() else b""
        self.count += 1
        if breakage.do:
            breakage.do(path)
        else:
            old, new = (text.replace(MARK, self.mark) for text in (breakage.old, breakage.new))
            text = before.decode("utf-8")
            assert old in text, f"{old!r} is not in {path}"
            self._save(path, text.replace(old, new, 1))
        if not breakage.where:
            where = f"{where}:{_first_difference(before, path.read_bytes())}"
        line = "" if where[-1].isdigit() else r":\d+"
        # What is wrong, and then what to do.
        return rf"{re.escape(where)}{line}: (error|warning) {breakage.told}: .+[.?] .+[.?]"

    def fix(self, *, mark: str) -> None:
        """Brings everything back, with another mark in every text."""
        self.mark = mark
        self.count += 1
        for away in list(self.folder.rglob("*.away")):
            _bring_back(away, away.with_suffix(""))
        for outside in self.folder.glob("*.outside"):
            _bring_back(outside, self.folder / "notice_data" / outside.stem)
        for path, text in self._sound.items():
            wanted = text.replace(MARK, mark)
            if not path.exists() or path.read_bytes() != wanted.encode():
                path.parent.mkdir(parents=True, exist_ok=True)
                self._save(path, wanted)

    def _save(self, path: Path, text: str) -> None:
        """Saves as one editor or another does."""
        way = self.some.choice(["at once", "truncated first", "in two halves", "replaced"])
        if way == "at once":
            path.write_text(text, encoding="utf-8")
        elif way == "truncated first":
            path.write_bytes(b"")
            path.write_text(text, encoding="utf-8")
        elif way == "in two halves":
            with path.open("w", encoding="utf-8") as file:
                file.write(text[: len(text) // 2])
                file.flush()
                file.write(text[len(text) // 2 :])
        else:
            temporary = path.with_name(f".{path.name}.tmp")
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)


def _first_difference(before: bytes, after: bytes) -> int:
    """The first line that is another, from 1."""
    pairs = itertools.zip_longest(before.split(b"\n"), after.split(b"\n"))
    return next(number for number, (old, new) in enumerate(pairs, start=1) if old != new)


class Watcher:
    """A browser with one page open, which nobody reloads."""

    def __init__(self, tab: Page, served: Served) -> None:
        self.tab = tab
        self.served = served

    def wait(self, condition: str, argument: object, what: str) -> None:
        """Waits until the page meets the condition: JavaScript, a function of the argument."""
        try:
            # At each frame, as it would do otherwise, it is the most that Chromium does.
            self.tab.wait_for_function(
                condition, arg=argument, timeout=PATIENCE * 1000, polling=100
            )
        except PatienceEndedError:
            shown = self.tab.inner_text("body")[:3000]
            pytest.fail(f"{what}\n\n{shown}\n\n{self.served.log.read_text()[-5000:]}")


NAMES_ALL = """wanted => {
    const told = [...document.querySelectorAll(".notice-problems li")].map(li => li.textContent);
    return wanted.every(one => told.some(text => new RegExp(`^${one}$`, "s").test(text)));
}"""
IS_SOUND = """([mark, before]) => {
    const text = document.body?.textContent ?? "";
    return !document.querySelector(".notice-problems")
        && document.querySelector(".md-content")
        && text.includes(mark) && (before === mark || !text.includes(before));
}"""


@contextmanager
def opened(browser: Browser) -> Iterator[Page]:
    """A tab. It is left, not closed: Chromium may wait for ever to close a page that polls."""
    tab = browser.new_context().new_page()
    yield tab
    tab.context.set_offline(True)
    # A reload may be under way, and goes on instead: to an error page, which asks for nothing.
    with suppress(Error):
        tab.goto("about:blank")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "notice", FILES)
    (folder / "notice_data/data.yml").unlink()
    translate(folder, "de", "fr")
    return folder


@each(
    ("seed", "extent"),
    [
        *((seed, extent) for seed in ALWAYS for extent in ("problems", "problems of files")),
        *((seed, "all") for seed in PAGES),
    ],
    always=[(seed, "problems") for seed in ALWAYS],
    thoroughly=[(seed, "problems of files") for seed in ALWAYS],
)
def test_a_page_tells_of_every_breakage_and_is_right_after_every_repair(
    project: Path,
    browser: Browser,
    seed: int,
    extent: Extent,
    count: Callable[[str, int], None],
) -> None:
    some = seeded(seed)
    saves = Saves(project, some)
    named = seen = 0
    with serving(project) as served, opened(browser) as tab:
        watcher = Watcher(tab, served)
        tab.goto(served.address + PAGES[seed])
        watcher.wait(IS_SOUND, [MARK, MARK], "The page is not right from the start.")
        all_rounds = rounds(seed, extent)
        for number, (breakages, following) in enumerate(
            itertools.zip_longest(all_rounds, all_rounds[1:]), start=1
        ):
            what = f"seed {seed}, round {number}: {'; '.join(map(str, breakages))}"
            told = [saves.break_(one) for one in breakages]
            watcher.wait(NAMES_ALL, told, f"{what}\nThe page does not tell {told}.")
            named += len(told)
            before = saves.mark
            saves.fix(mark=some.choice([before, " ".join(some.sample(WORDS, 3))]))
            if extent == "all" or number % 4 == 0 or is_repaired_first(breakages, following):
                watcher.wait(IS_SOUND, [saves.mark, before], f"{what}\nThe page did not come back.")
                seen += 1
        assert_like_a_fresh_build(served)
    count("saves while serving", saves.count)
    count("breakages named on the page", named)
    count("repairs seen on the page", seen)


def assert_like_a_fresh_build(served: Served) -> None:
    """Every page, and all data beside them, is what a server that saw no breakage would show."""
    site = build_site(served.folder, preview=True, site_url=served.address)
    for path in sorted(site.rglob("*")):
        if path.suffix not in (".html", ".json", ".xml"):
            continue
        name = path.relative_to(site).as_posix()
        wanted = path.read_text(encoding="utf-8")
        served.wait(lambda html, wanted=wanted: LIVE_RELOAD.sub("", html) == wanted, name)


LIVE_RELOAD = re.compile(r"<script>\s*var livereload = .*?</script>", re.DOTALL)
