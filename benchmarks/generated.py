"""The same notice for each peer, of any size, from one seed.

Of the shape that real notices have: each purpose with a heading and a table of its own, of about
forty words, its personal data of thirty, a page with an introduction of sixty and twenty purposes;
every text translated. A word stands for a word: what counts is how many there are, and where.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config

from polynotice.catalogues import po_format, po_reader
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.mkdocs_host import mkdocs_site
from polynotice.project.add_locale import start_catalogue
from polynotice.project.load import load_project

LOCALES = (
    "en", "ar", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "it", "ja", "ko",
    "lt", "lv", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "vi", "id", "he", "nb",
    "ca", "sr", "is", "mt", "ga", "th", "hi", "ms",
)  # fmt: skip
"""The source locale and thirty-nine more."""

WORDS = (
    "account agreement browser call contract cookie country court delivery device employee form "
    "invoice law letter location meeting newsletter password payment picture preference profile "
    "recording refund rental request right statistic subscription supplier ticket visit warranty "
    "and for in of on our the to with your"
)

HEADERS = ("Purpose", "Personal data")


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the notice, in the source language."""

    title: str
    introduction: str
    purposes: Sequence[tuple[str, str, str]]
    """Each with its title, its purpose and its personal data."""


def notice(pages: int, rows: int) -> list[Page]:
    """A notice with so many pages, and so many purposes on each."""
    vocabulary = WORDS.split()
    chance = random.Random(len(vocabulary))  # noqa: S311

    def sentence(words: int) -> str:
        return f"{' '.join(chance.choice(vocabulary) for _ in range(words)).capitalize()}."

    return [
        Page(
            title=f"Section {number}",
            introduction=sentence(60),
            purposes=[
                (f"Purpose {number} {row}", sentence(40), sentence(30)) for row in range(rows)
            ],
        )
        for number in range(pages)
    ]


def said(text: str, locale: str, source: str = "en") -> str:
    """A text as the locale has it: in other words, and as many."""
    return text if locale == source else f"{locale.title()} {text[0].lower()}{text[1:]}"


def name_of(number: int) -> str:
    """The name of the page's file."""
    return f"section-{number}.md" if number else "index.md"


CONFIG = (
    "site_name: Notice\nsite_url: https://notice.example/\ntheme: {name: material, font: false}\n"
)


def write_polynotice(folder: Path, pages: Sequence[Page], locales: Sequence[str]) -> None:
    """Writes the notice as a Polynotice project, with filled catalogues."""
    options = f"{{locales: [{', '.join(locales)}]}}"
    write(
        folder / "mkdocs.yml",
        f"{CONFIG}extra: {{generator: false}}\nplugins:\n  - search\n  - polynotice: {options}\n",
    )
    for number, page in enumerate(pages):
        block = f"::: purposes\n    section: section-{number}\n    layout: separate\n"
        text = f"# {page.title}\n\n{page.introduction}\n\n{block}"
        write(folder / "docs" / name_of(number), text)
        records = "".join(
            f"  - id: s{number}-p{row}\n    title: {title}\n    purpose: {purpose}\n"
            f"    personal_data: {data}\n"
            for row, (title, purpose, data) in enumerate(page.purposes)
        )
        head = f"section: section-{number}\ntitle: {page.title}\npurposes:\n"
        write(folder / f"notice_data/section-{number}.yml", head + records)
    _fill_catalogues(folder, locales[1:])


def _fill_catalogues(folder: Path, locales: Sequence[str]) -> None:
    config = load_config(str(folder / "mkdocs.yml"))
    options = dict(config.plugins["polynotice"].config.data)
    project = load_project(*mkdocs_site.read_site(config, options))
    for locale in locales:
        path = folder / start_catalogue(project, locale).changed[0]
        po = po_reader.parse(path.read_text(encoding="utf-8"))
        entries = tuple(
            Entry(msgid=each.msgid, msgctxt=each.msgctxt, msgstr=(said(each.msgid, locale),))
            for each in po.entries
        )
        filled = PoFile(header=po.header, entries=entries)
        path.write_text(po_format.dump(filled), encoding="utf-8")


def edit_catalogue(folder: Path, word: str, locale: str = "de") -> None:
    """Puts that word into the title of a page, as a translator saves it."""
    path = folder / f"locales/{locale}/LC_MESSAGES/notice.po"
    title = re.escape(said("Section 1", locale))
    pattern = rf'^msgstr "{title}(?: [^"]*)?"$'
    text, number = re.subn(
        pattern,
        f'msgstr "{said("Section 1", locale)} {word}"',
        path.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    if not number:
        raise ValueError(f"{path} does not have the title")
    path.write_text(text, encoding="utf-8")


def new_word(number: int) -> str:
    """Another word for each number below 676, and none that has digits, which would be checked.

    >>> new_word(0), new_word(27)
    ('neuaa', 'neubb')
    """
    return f"neu{chr(97 + number // 26)}{chr(97 + number % 26)}"


EDITED = "de/section-1/"
"""The address of the page that `edit_catalogue` edits."""


def write_by_hand(folder: Path, pages: Sequence[Page], locales: Sequence[str]) -> None:
    """Writes it as plain MkDocs has it: a folder of Markdown pages for each locale."""
    write(folder / "mkdocs.yml", f"{CONFIG}plugins: [search]\n")
    for locale, number, page in _everywhere(pages, locales):
        write(folder / "docs" / locale / name_of(number), markdown(page, locale))


def write_static_i18n(folder: Path, pages: Sequence[Page], locales: Sequence[str]) -> None:
    """Writes it for mkdocs-static-i18n: a Markdown page for each page and locale."""
    languages = "".join(
        f"        - {{locale: {each}, name: {each}, build: true"
        f"{', default: true' if each == locales[0] else ''}}}\n"
        for each in locales
    )
    plugin = f"  - i18n:\n      docs_structure: suffix\n      languages:\n{languages}"
    write(folder / "mkdocs.yml", f"{CONFIG}plugins:\n  - search\n{plugin}")
    for locale, number, page in _everywhere(pages, locales):
        name = name_of(number).removesuffix(".md")
        write(folder / "docs" / f"{name}.{locale}.md", markdown(page, locale))


def write_hugo(folder: Path, pages: Sequence[Page], locales: Sequence[str]) -> None:
    """Writes it for Hugo, with a template that has the least of what a site needs."""
    languages = "".join(f'[languages.{each}]\ncontentDir = "content/{each}"\n' for each in locales)
    write(
        folder / "hugo.toml",
        'baseURL = "https://notice.example/"\ntitle = "Notice"\ndefaultContentLanguage = "en"\n'
        f'disableKinds = ["taxonomy", "term", "RSS"]\n{languages}',
    )
    layout = (
        '<!doctype html><html lang="{{.Site.Language.Lang}}"><title>{{.Title}}</title><nav>'
        '{{range .Site.RegularPages}}<a href="{{.RelPermalink}}">{{.Title}}</a>{{end}}'
        '{{range .Translations}}<a href="{{.RelPermalink}}">{{.Lang}}</a>{{end}}</nav>'
        "{{.Content}}</html>"
    )
    for name in ("_default/single", "_default/list", "index"):
        write(folder / f"layouts/{name}.html", layout)
    for locale, number, page in _everywhere(pages, locales):
        name = name_of(number).replace("index", "_index")
        head = f'---\ntitle: "{said(page.title, locale)}"\n---\n'
        write(folder / "content" / locale / name, head + markdown(page, locale))


def _everywhere(pages: Sequence[Page], locales: Sequence[str]) -> Iterator[tuple[str, int, Page]]:
    for locale in locales:
        for number, page in enumerate(pages):
            yield locale, number, page


def markdown(page: Page, locale: str) -> str:
    """The page as somebody writes it by hand in one language."""
    header = " | ".join(said(each, locale) for each in HEADERS)
    lines = [f"# {said(page.title, locale)}", "", said(page.introduction, locale), ""]
    for title, purpose, data in page.purposes:
        row = f"| {said(purpose, locale)} | {said(data, locale)} |"
        lines += [f"## {said(title, locale)}", "", f"| {header} |", "| --- | --- |", row, ""]
    return "\n".join(lines)


def write(path: Path, text: str) -> None:
    """Writes a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
