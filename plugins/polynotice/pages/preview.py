"""What a preview shows to translators, and `mkdocs build` never does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from polynotice.catalogues.po_format import PoFile
from polynotice.core.model import Key, State
from polynotice.core.problems import Problem
from polynotice.core.translation import WITHHELD, Message
from polynotice.html.elements import elements_in

PAGE = "_translation.md"
"""The page that lists what is open, below `docs/` in a preview."""


def notes(problems: Iterable[Problem], po: PoFile, path: str) -> dict[Key, str]:
    """What is wrong with each message of the catalogue at `path`, with its source and its place."""
    keys = {entry.line: entry.key for entry in po.entries if not entry.obsolete}
    notes_by_key: dict[Key, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.span.path == path and problem.span.line in keys:
            notes_by_key[keys[problem.span.line]].append(f"{problem.message} {problem.hint}")
    lines = {key: line for line, key in keys.items()}
    return {
        key: f"{' '.join(texts)} ({path}:{lines[key]}) Source: {key[1]}"
        for key, texts in notes_by_key.items()
    }


@dataclass(frozen=True, kw_only=True)
class Open:
    """A locale in a preview."""

    locale: str
    name: str
    path: str
    """Of its catalogue."""
    states: Mapping[State, int]
    """How many messages are in each state."""
    notes: Mapping[Key, str]


def page(messages: Sequence[Message], locales: Sequence[Open], urls: Mapping[Key, str]) -> str:
    """The page `/_translation/`: the state of each locale, and a link to each open piece.

    `urls` are those of the places where the messages stand, from the root of a locale.
    """
    body = Element("div", {"lang": "en", "dir": "ltr", "class": "notice-translation"})
    table = SubElement(body, "table", {"class": "notice-status"})
    head = SubElement(SubElement(table, "thead"), "tr")
    for title in ("Locale", "Translated", "Fuzzy", "Missing", "With a finding"):
        SubElement(head, "th", {"scope": "col"}).text = title
    rows = SubElement(table, "tbody")
    for opened in locales:
        row = SubElement(rows, "tr")
        link = SubElement(
            SubElement(row, "th", {"scope": "row"}), "a", {"href": f"#{opened.locale}"}
        )
        link.text = f"{opened.name} ({opened.locale})"
        for state in (State.TRANSLATED, State.FUZZY, State.MISSING):
            SubElement(row, "td").text = str(opened.states.get(state, 0))
        SubElement(row, "td").text = str(len(opened.notes))
    for opened in locales:
        _add_open(body, opened, messages, urls)
    return f"---\ntitle: Translation\n---\n\n{tostring(body, encoding='unicode', method='html')}\n"


def _add_open(
    body: Element, one: Open, messages: Sequence[Message], urls: Mapping[Key, str]
) -> None:
    SubElement(body, "h2", {"id": one.locale}).text = f"{one.name} ({one.locale})"
    pieces = [message for message in messages if message.text.key in one.notes]
    if not pieces:
        SubElement(body, "p").text = "Nothing is open."
        return
    items = SubElement(body, "ol")
    for message in pieces:
        key = message.text.key
        item = SubElement(items, "li")
        url = urls.get(key)
        place = (
            SubElement(item, "a", {"href": f"../{one.locale}/{url}"}) if url is not None else item
        )
        place.text = "; ".join(message.comments) or "Message"
        SubElement(item, "p").text = one.notes[key]


def problem_list(problems: Sequence[Problem], locale: str | None = None) -> str:
    """What is wrong, as it stands on every page of a preview.

    On a page of a `locale`, what is wrong in others is folded up: a translator looks for the own.
    """
    own = [one for one in problems if locale is None or one.locale in (None, locale)]
    others = [one for one in problems if locale is not None and one.locale not in (None, locale)]
    box = Element("aside", {"class": "notice-problems", "lang": "en", "dir": "ltr"})
    if own:
        SubElement(SubElement(box, "p"), "strong").text = _count(own)
        _add_items(box, own)
    if others:
        languages = ", ".join(dict.fromkeys(str(one.locale) for one in others))
        folded = SubElement(box, "details")
        SubElement(folded, "summary").text = f"{_count(others)} in other languages: {languages}"
        _add_items(folded, others)
    return tostring(box, encoding="unicode", method="html")


def _count(problems: Sequence[Problem]) -> str:
    return f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"


def _add_items(box: Element, problems: Sequence[Problem]) -> None:
    items = SubElement(box, "ul")
    for problem in problems:
        SubElement(items, "li").text = str(problem)


def harmless(html: str, problems: Sequence[Problem]) -> str:
    """A page of a preview, unless something on it can run or load something."""
    if all(problem.code != "unsafe-markup" for problem in problems):
        return html
    from polynotice.checks.elements import harmful  # here: hardly any page comes this far

    return WITHHELD if any(harmful(elements_in(html), is_publishers=True)) else html


def failure(problems: Sequence[Problem]) -> str:
    """The page that stands for every other one while the site cannot be built."""
    return _page_alone("The preview cannot be built", "It comes back when this is fixed:", problems)


def gone(problems: Sequence[Problem]) -> str:
    """The page that stands where one was earlier."""
    return _page_alone("This page is gone", "It comes back when its file does.", problems)


def _page_alone(title: str, text: str, problems: Sequence[Problem]) -> str:
    """A page that needs nothing else of the site, which may not be there."""
    content = problem_list(problems) if problems else ""
    return (
        f'<!doctype html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body><h1>{title}</h1><p>{text}</p>{content}</body></html>\n"
    )
