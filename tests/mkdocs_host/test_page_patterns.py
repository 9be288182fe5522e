"""Pages that are filled with the words of a locale are those that Markdown makes of these words."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from polynotice.catalogues.po_format import Entry
from polynotice.mkdocs_host.made_page import MadePage
from polynotice.mkdocs_host.page_patterns import FilledPage, PagePatterns
from polynotice.mkdocs_host.search_patterns import SearchPatterns
from tests.conftest import copy_of_repository
from tests.draws import draws
from tests.projects import CONFIG, build_site, edit, replace_in, translate, write_project

LOCALES = ("de", "fr", "ar", "he", "zh-Hans")

SEVERAL = CONFIG.replace("[en, de]", f"[en, {', '.join(LOCALES)}]").replace(
    "tables, toc]", "tables, footnotes, {toc: {permalink: true}}]"
)

WORDS = (
    "What we do with your data", "Name, and (possibly) e-mail address.", "don't save",
    "10 % of calls", "Call us", "a – b", "Two  spaces",
)  # fmt: skip
"""What can be a heading and stay as it is."""
TEXTS = (
    *WORDS, "**Bold** words, and *others*", "a & b < c", "`code` of a form", '"quoted" words',
    "see [what](other.md#other) is [ours](other.md)", "a_b_c", "1\\. One", "&copy; us",
    "A [site](https://notice.example/) of ours", "Call +49 30 123 456", "Line\n  and line",
    '[title](other.md "Its title")', "![Picture](picture.png)",
)  # fmt: skip
"""What a block has in it."""

BLOCKS = (
    "## {}", "## {} {{#own}}", "{}", "{}\n{{: .lead }}", "- {}\n- {}", "- {}\n\n    {}",
    "!!! note \"{}\"\n    {}", "{}\n:   {}", "| A | B |\n|---|---|\n| {} | {} |", "> {}",
    "```\ncode\n```", "::: purposes", "::: purposes\n    layout: separate", "::: data-index",
    "[TOC]", "<!-- states: access -->\n{}",
)  # fmt: skip
RARE = (
    "{} [note]\n\n[note]: other.md",
    "{}[^1]\n\n[^1]: {}",
    '<div><img src="../picture.png"></div>',
)
"""Those of which a page has at most one."""


def a_page(numbers: random.Random) -> str:
    """A page of any blocks with any texts."""
    blocks = [*numbers.choices(BLOCKS, k=8), *numbers.choices((*[""] * 5, *RARE), k=1)]
    filled = [each.format(*numbers.choices(_of(each, numbers), k=4)) for each in blocks]
    return "\n\n".join(["# Notice", *dict.fromkeys(filled)]) + "\n"


def _of(block: str, numbers: random.Random) -> tuple[str, ...]:
    return WORDS if block.startswith("#") and numbers.random() < 0.9 else TEXTS


def a_notice(numbers: random.Random) -> dict[str, str]:
    """A notice with pages of any kind."""

    def text(*, of_heading: bool = False) -> str:
        return json.dumps(numbers.choice(WORDS if of_heading else TEXTS))

    records = "section: care\ntitle: Care\npurposes:\n"
    for number in range(4):
        records += f"  - id: r{number}\n    title: {text(of_heading=True)}\n    purpose: {text()}\n"
        records += f"    personal_data: {text()}\n"
        records += "    data: [kind]\n" if number % 2 else ""
    kind = f"data_categories:\n  - {{id: kind, name: {text(of_heading=True)}, special: true}}\n"
    pages = {f"docs/page{number}.md": a_page(numbers) for number in range(4)}
    return {
        "mkdocs.yml": SEVERAL,
        "notice_data/care.yml": records,
        "notice_data/data.yml": kind,
        "docs/other.md": "# Other\n\nWords.\n",
        "docs/index.md": "# Start\n\n::: purposes\n\n::: data-index\n",
        **pages,
    }


def in_other_words(entry: Entry, locale: str, numbers: random.Random) -> str:
    """A translation with whatever a translator may write before the text."""
    starts = (
        "Wörter",
        "l'été",
        "a & b",
        "«\u00a0Nom\u00a0»:",
        "個人データ。",
        "بيانات",
        "So  so",
        "**So**",
    )
    is_any = entry.msgid not in (*WORDS, "Notice") and entry.msgid in TEXTS
    start = numbers.choice(starts) if is_any or numbers.random() < 0.03 else locale.upper()
    return f"{start} {entry.msgid}"


def files_in(site: Path) -> Mapping[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def long_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, bytes]:
    """The site of which Markdown has made each page."""
    with monkeypatch.context() as patch:
        patch.setattr(PagePatterns, "made", lambda *_: None)
        return files_in(build_site(folder))


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are filled from now on."""
    pages: list[str] = []
    make = PagePatterns.made

    def made(patterns: PagePatterns, *given: object) -> MadePage | None:
        result = make(patterns, *given)  # type: ignore[arg-type]
        if result is not None:
            pages.append(given[0].file.src_uri)  # type: ignore[attr-defined]
        return result

    monkeypatch.setattr(PagePatterns, "made", made)
    return pages


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages whose entries the search need not make from now on."""
    pages: list[str] = []
    make = SearchPatterns.entries

    def entries(patterns: SearchPatterns, page: Page, filled: FilledPage) -> object:
        result = make(patterns, page, filled)
        if result is not None:
            pages.append(page.file.src_uri)
        return result

    monkeypatch.setattr(SearchPatterns, "entries", entries)
    return pages


def once_in_one_process(folder: Path) -> Path:
    """The project, whose builds remember nothing and are not divided."""
    replace_in(folder / "mkdocs.yml", "  - polynotice:\n", "  - polynotice:\n      jobs: 1\n")
    return folder


def forget(folder: Path) -> None:
    """Lets the next build begin with nothing."""
    for path in (folder / ".cache").rglob("*"):
        if path.is_file():
            path.unlink()


def test_nearly_all_pages_of_our_notice_are_filled_and_are_what_markdown_makes_of_them(
    tmp_path: Path, filled: list[str], found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = once_in_one_process(copy_of_repository(tmp_path))
    site = files_in(build_site(folder))
    forget(folder)
    assert site == long_way(folder, monkeypatch)
    assert len(filled) > 11 * 8 * 0.9
    assert len(found) == len(filled)


@draws(2, thoroughly=12, of=60)
def test_pages_of_any_blocks_and_words_are_what_markdown_makes_of_them(
    draws: range,
    tmp_path: Path,
    filled: list[str],
    found: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for seed in draws:
        numbers = random.Random(seed)  # noqa: S311
        folder = tmp_path / str(seed)
        once_in_one_process(write_project(folder, a_notice(numbers)))
        (folder / "docs/picture.png").write_bytes(b"")
        translate(folder, *LOCALES)
        for one in LOCALES:
            edit(folder, one, partial(in_other_words, locale=one, numbers=numbers))
        site = files_in(build_site(folder))
        forget(folder)
        assert site == long_way(folder, monkeypatch), seed
    assert len(filled) > len(draws) * 8
    assert len(found) > len(draws) * 6
