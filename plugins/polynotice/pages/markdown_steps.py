"""The steps of the Markdown of a page: who has a hand in them, and where its texts are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markdown import Markdown

PROSE = "notice_prose"
PROSE_POSITION = 25
"""Where texts become those of the locale: after footnotes (50) have put theirs into the tree,
before the inline parser (20)."""


def makers_of_steps(md: Markdown) -> set[str]:
    """The packages that the steps come from which a text goes through within its block."""
    steps = [*md.inlinePatterns, *md.treeprocessors]
    return {type(step).__module__.split(".")[0] for step in steps}


def makers_of_all_steps(md: Markdown) -> set[str]:
    """The packages that the steps come from which a page goes through."""
    return makers_of_steps(md) | {name.split(".")[0] for name in _modules_of_page_steps(md)}


def _modules_of_page_steps(md: Markdown) -> set[str]:
    steps = [*md.preprocessors, *md.parser.blockprocessors, *md.postprocessors]
    return {type(step).__module__ for step in steps}


def are_of_page_alone(md: Markdown) -> bool:
    """Whether nothing comes onto a page but what it says itself: no snippet, nothing unknown."""
    makers = makers_of_all_steps(md)
    has_snippets = "pymdownx.snippets" in _modules_of_page_steps(md)
    return makers <= KNOWN_MAKERS - {"material", *HOSTS} and not has_snippets


HOSTS = frozenset({"mkdocs", "properdocs"})
"""The hosts, whose steps look at links, titles and anchors, and at no words."""

KNOWN_MAKERS = frozenset({"markdown", "material", "polynotice", "pymdownx"}) | HOSTS
"""The packages whose steps are known: of no other can anyone say what a page depends on."""


def leaves_words_alone(md: Markdown) -> bool:
    """Whether no extension does anything to texts without a sign of Markdown's."""
    return makers_of_steps(md) <= HOSTS | {"markdown", "polynotice"} and (
        "abbr" not in md.treeprocessors
    )


def read_files(extensions: Iterable[object], options: Mapping[str, Any]) -> bool:
    """Whether known extensions put files into texts, of which the texts say but the names.

    A snippet comes onto a page before its texts are told apart.
    """
    emoji = str(options.get("pymdownx.emoji"))
    return "pymdownx.b64" in extensions or "custom_icons" in emoji
