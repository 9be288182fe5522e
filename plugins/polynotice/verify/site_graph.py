"""The graph of a site, `notice.jsonld`: what it is made of, and by what it is known again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.memory import key_of
from polynotice.core.model import Text
from polynotice.project.project import Project


def site_name_of(project: Project) -> Text:
    """The name of the site."""
    return next(text for text in project.site.words if text.context == "site/site_name")


@dataclass(frozen=True, kw_only=True)
class SiteGraph:
    """The graph of the locales that a site shows."""

    project: Project
    locales: Sequence[Locale]
    notice_of: Callable[[Locale], Mapping[str, Any]]
    """What `notice.json` says in a locale."""
    names_of: Callable[[Mapping[str, Text], Locale], Mapping[str, str]]
    """What readers of a locale see of each text that is translated."""

    def key(self, of_source: bytes | None, keys: Mapping[str, bytes]) -> bytes | None:
        """The digest of what decides the graph; `None` if that is not known of every locale.

        `of_source` is that of what the source says, `keys` what decides each translation's files.
        """
        source = self.project.site.settings.source.id
        translated = [locale.id for locale in self.locales if locale.id != source]
        if of_source is None or not all(name in keys for name in translated):
            return None
        of_translations = [(name, keys[name]) for name in translated]
        return key_of("graph", source, of_source, of_translations, self._laws, self._versions)

    def text(self) -> str:
        """The text of the file."""
        from polynotice.notice.graph import GraphLocale, graph_text, named  # here: it may be known

        notice = self.project.notice
        names = named(notice, site_name_of(self.project))
        locales = [
            GraphLocale(notice=self.notice_of(locale), names=self.names_of(names, locale))
            for locale in self.locales
        ]
        return graph_text(notice, locales, laws=self._laws, versions=self._versions)

    @property
    def _laws(self) -> list[str]:
        return [one.name for one in self.project.site.settings.requirements]

    @property
    def _versions(self) -> list[tuple[str, str]]:
        return [(one.head.date, one.head.effective) for one in self.project.releases]
