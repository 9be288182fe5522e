"""Words below `extra` in `mkdocs.yml`, which Material shows on every page."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from polynotice.core.model import HTML_CONTEXTS, Span, Text
from polynotice.files.yaml_source import Document, Place

_CONFIG = Span("mkdocs.yml")

_SHOWN: Mapping[Place, str] = {
    ("social", "*", "name"): "Says where a link at the foot of each page leads",
    ("status", "*"): "Says what a sign beside a page's title in the navigation means",
    ("consent", "title"): "Title of the question whether cookies may be set",
    ("consent", "description"): "Asks whether cookies may be set",
    ("consent", "cookies", "*"): "Names a kind of cookies",
    ("consent", "cookies", "*", "name"): "Names a kind of cookies",
    ("analytics", "feedback", "title"): "Asks whether a page helped",
    ("analytics", "feedback", "ratings", "*", "name"): "One answer to whether a page helped",
    ("analytics", "feedback", "ratings", "*", "note"): "Thanks for an answer; may have a link",
}
"""Where words stand, and what they do; `*` is any name or number."""


def words_in_extra(extra: Mapping[str, Any], document: Document) -> Iterator[Text]:
    """The words, in the order of `_SHOWN`; `document` is `mkdocs.yml`."""
    for shown in _SHOWN:
        for place, value in _at(extra, shown):
            yield text_of(shown, value, document.span(("extra", *place)))


def text_of(shown: Place, value: str, span: Span = _CONFIG) -> Text:
    """The text of a word in `extra`; `shown` is the key of `_SHOWN` that it stands under."""
    name = ".".join(str(step) for step in shown if step != "*")
    return Text(msgid=value, span=span, context=f"site/extra.{name}", comment=_SHOWN[shown])


def is_html(text: Text) -> bool:
    """Whether Material prints a word as HTML, tags and all."""
    return text.context in HTML_CONTEXTS


def extra_in(extra: Mapping[str, Any], said: Callable[[Text], str]) -> dict[str, Any]:
    """`extra` with what `said` makes of each word, a text; the same for all that is no word."""
    view: dict[str, Any] = copy.deepcopy(dict(extra))
    for shown in _SHOWN:
        for place, value in list(_at(extra, shown)):
            holder: Any = view
            for step in place[:-1]:
                holder = holder[step]
            holder[place[-1]] = said(text_of(shown, value))
    return view


def _at(value: object, shown: Place, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """The words at a place, each with where it stands."""
    if not shown:
        if isinstance(value, str) and value.strip():
            yield place, value
        return
    step, *rest = shown
    items: Any = ()
    if isinstance(value, Mapping):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, inner in items:
        if step in ("*", key):
            yield from _at(inner, tuple(rest), (*place, key))
