"""What a build need not make anew: the entries of its search, and templates filled before."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from polynotice.core.memory import Drawer
from polynotice.core.model import Phrase
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.remembered_templates import RememberedTemplates
from polynotice.mkdocs_host.search_entries import Entries, remember_entries


def remember(build: Build, config: MkDocsConfig, env: Environment) -> None:
    """Stands between MkDocs and what would be made anew. To be asked once all plugins were."""
    project = build.project
    memory = project.memory

    def entries_of(page: Page) -> Drawer[Entries]:
        return memory.drawer(f"search {build.locale_of(page).id}", Entries)

    def filled_of(page: Page) -> Drawer[str]:
        return memory.drawer(f"templates {build.locale_of(page).id}", str)

    def words_of(page: Page) -> list[Phrase]:
        say = build.speaking.say(build.locale_of(page))
        return [say(text) for text in (*project.site.words, *project.notice.words.values())]

    remember_entries(config, entries_of)
    RememberedTemplates(config, env, filled_of, words_of).install()
