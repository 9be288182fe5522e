"""Words that stand the same on a page and on its translations, and that no catalogue is asked for.

They come by a project's own templates: from names (`{% set %}`) and arguments of macros, from
`extra`, from front matter, from scripts. Where such words come onto a page can only be seen there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files.yaml_source import Place
from polynotice.html.literal_words import is_prose, literal_words
from polynotice.html.visible_text import squeezed
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.config_file import document_of
from polynotice.mkdocs_host.custom_templates import in_every_language
from polynotice.mkdocs_host.host import meta
from polynotice.mkdocs_host.source_pages import FRONT_MATTER

_LONG = 8
"""From as many characters on, words of which there are several are looked for within others."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words that a template may print."""

    text: str
    span: Span
    uri: str = ""
    """The page, by its path below `docs/`, that they may come onto; empty for every page."""


def words_everywhere(build: Build, site_dir: Path) -> list[Problem]:
    """A warning for each of those words in the site that was built, at the line they come from."""
    words = list(_each_once(each for each in _candidates(build) if is_prose(each.text)))
    if not words:
        return []
    site = build.project.site
    problems: dict[Words, Problem] = {}
    for locale in build.translated:
        phrases = map(build.say(locale), (message.text for message in build.project.messages))
        said = {squeezed(phrase.text) for phrase in phrases if phrase.lang == locale.id}
        for uri, file in build.files.get(locale.id, {}).items():
            paths = [site_dir / name for name in (site.destination_of(uri), file.dest_uri)]
            here = [
                each
                for each in words
                if each not in problems
                and each.uri in ("", uri)
                and squeezed(each.text) not in said
            ]
            if here and all(map(Path.is_file, paths)):  # of a part of a site, some are elsewhere
                source, translation = (path.read_text(encoding="utf-8") for path in paths)
                problems |= {
                    each: in_every_language(each.text, each.span, locale)
                    for each in _in_both(here, source, translation)
                }
    return list(problems.values())


def _each_once(words: Iterable[Words]) -> Iterator[Words]:
    """The words, once where they stand in several places: a page does not say whence they come."""
    seen: set[tuple[str, str]] = set()
    for each in words:
        text = squeezed(each.text)
        if seen.isdisjoint({("", text), (each.uri, text)}):
            seen.add((each.uri, text))
            yield each


def _candidates(build: Build) -> Iterator[Words]:
    """What the project's own templates may print besides what catalogues translate."""
    config = build.config
    if not config.theme.custom_dir:
        return  # a theme's templates print nothing that is not known
    document, _ = document_of(config)
    custom = build.template_gettext.custom
    for text, span in custom.constants:
        if (text, span) not in custom.printed:  # of those, the check has warned
            yield Words(text=text, span=span)
    for place, text in _texts_in(dict(config.extra), ()):
        yield Words(text=text, span=document.span(("extra", *place)))
    for page in build.project.site.pages:
        path = build.project.site.root / page.path
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        _, given = meta.get_data(text)
        own = {name: value for name, value in given.items() if name not in _KNOWN}
        for _, value in _texts_in(own, ()):
            lines = enumerate(text.split("\n"), 1)
            line = next((number for number, each in lines if value in each), 1)
            yield Words(text=value, span=Span(page.path, line), uri=page.uri)


_KNOWN = {"hide", "icon", "search", "status", "tags", "template", *FRONT_MATTER}
"""What themes make of front matter, and what is said of elsewhere."""


def _texts_in(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    items: Iterable[tuple[Any, object]] = ()
    if isinstance(value, Mapping):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, inner in items:
        yield from _texts_in(inner, (*place, key))


def _in_both(words: Sequence[Words], source: str, translation: str) -> list[Words]:
    """Those of the words that a reader of either page sees."""
    written = [each for each in words if _is_written(squeezed(each.text), translation)]
    if not written:
        return []
    pages = [[text for _, text in literal_words(html)] for html in (source, translation)]
    return [
        each for each in written if all(_stands_in(squeezed(each.text), page) for page in pages)
    ]


def _is_written(text: str, html: str) -> bool:
    """Whether a text is anywhere in a page, which is quick to find out."""
    return any(form in html for form in (text, escape(text), escape(text, quote=False)))


def _stands_in(text: str, pieces: Iterable[str]) -> bool:
    is_long = len(text) >= _LONG and " " in text
    return any(piece == text or (is_long and text in piece) for piece in pieces)
