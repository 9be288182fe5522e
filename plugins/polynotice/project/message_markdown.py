"""What a message becomes where it stands: beside the definitions of its pages, and of no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from polynotice.core.memory import key_of
from polynotice.core.model import Key, Text
from polynotice.html.visible_text import Seen
from polynotice.pages.page_context import Definitions
from polynotice.pages.site_markdown import InlineMarkdown, SiteMarkdown

if TYPE_CHECKING:
    from polynotice.checks.pair import Become


@dataclass(frozen=True, kw_only=True)
class MessageMarkdown:
    """The site's Markdown for each message.

    A name between brackets is a link on a page that defines it, and brackets on any other.
    """

    markdown: SiteMarkdown
    definitions: Mapping[str, Definitions]
    """By the path of each page below `docs/` that has any."""
    said_on: Mapping[Key, tuple[str, ...]]
    """The pages that say each message, in order."""
    _known: dict[tuple[str, ...], InlineMarkdown] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    _keys: dict[tuple[str, ...], bytes | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def key(self) -> bytes | None:
        """The digest of what decides what any message becomes, if that is known."""
        if self.markdown.key is None:
            return None
        said_on = [*self.said_on.items()] if self.definitions else None
        return key_of(self.markdown.key, [*self.definitions.items()], said_on)

    def key_of_become(self, text: Text) -> bytes | None:
        """The digest of what decides what the message of that text becomes, if that is known."""
        pages = self._defining(self.said_on.get(text.key, ()))
        if pages not in self._keys:
            made_by = self.markdown.key
            defined = [self.definitions[uri] for uri in pages]
            self._keys[pages] = key_of(made_by, defined) if made_by else None
        return self._keys[pages]

    def become_of(self, text: Text) -> Become:
        """What the message of that text becomes, in whatever language, on its pages."""
        return self._beside(self.said_on.get(text.key, ())).inline

    def seen(self, text: str, page: str) -> Seen:
        """What a reader sees of an inline text on the page with that path."""
        return self._beside((page,)).seen(text)

    def _beside(self, uris: Sequence[str]) -> InlineMarkdown:
        pages = self._defining(uris)
        if pages not in self._known:
            self._known[pages] = self.markdown.beside([self.definitions[uri] for uri in pages])
        return self._known[pages]

    def _defining(self, uris: Sequence[str]) -> tuple[str, ...]:
        """Those of the pages that have definitions."""
        return tuple(uri for uri in uris if uri in self.definitions) if self.definitions else ()
