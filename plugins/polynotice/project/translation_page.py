"""The page of a preview that lists what is open in each locale, with links to where it stands."""

from __future__ import annotations

from polynotice.catalogues import po_files
from polynotice.checks.completeness import record_of
from polynotice.core.model import Key
from polynotice.pages import preview
from polynotice.project.project import Project
from polynotice.project.speaking import Speaking


def translation_page(speaking: Speaking) -> str:
    """The Markdown of the page."""
    project = speaking.project
    locales = [
        preview.Open(
            locale=locale.id,
            name=locale.english_name,
            path=po_files.path_of(locale),
            say=project.say(locale),
            notes=speaking.notes[locale.id],
        )
        for locale in speaking.locales
        if locale.id in speaking.notes
    ]
    return preview.page(project.messages, locales, _urls(project))


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
