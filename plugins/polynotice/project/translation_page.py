"""The page of a preview that lists what is open in each locale, with links to where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from polynotice.catalogues import po_files
from polynotice.checks.completeness import record_of
from polynotice.core.locales import Locale
from polynotice.core.model import Key, State
from polynotice.pages import preview
from polynotice.project.project import Project
from polynotice.project.speaking import Speaking


def translation_page(speaking: Speaking, keys: Mapping[str, bytes]) -> str:
    """The Markdown of the page.

    `keys` are the digests of all that the pages of a locale hang on, where those are known.
    """
    project = speaking.project
    locales = [
        preview.Open(
            locale=locale.id,
            name=locale.english_name,
            path=po_files.path_of(locale),
            states=_states(project, locale, keys.get(locale.id)),
            notes=speaking.notes[locale.id],
        )
        for locale in speaking.locales
        if locale.id in speaking.notes
    ]
    return preview.page(project.messages, locales, _urls(project))


def _states(project: Project, locale: Locale, key: bytes | None) -> dict[State, int]:
    """How many messages are in each state."""

    def count() -> dict[State, int]:
        say = project.say(locale)
        return dict(Counter(say(message.text).state for message in project.messages))

    return project.memory.drawer("states", dict[State, int]).recall(key, count)


def _urls(project: Project) -> dict[Key, str]:
    """Where each message stands, from the root of a locale."""
    placed_on = project.placed_on
    pages = {page.path: page.uri for page in project.site.pages}
    urls: dict[Key, str] = {}
    for message in project.messages:
        record = record_of(message.text.context)
        if record in placed_on:
            urls[message.text.key] = f"{project.site.url_of(placed_on[record])}#{record}"
        for path in message.paths:
            if path in pages:
                urls.setdefault(message.text.key, project.site.url_of(pages[path]))
    return urls
