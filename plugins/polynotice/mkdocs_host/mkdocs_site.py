"""A notice's MkDocs project, read: its options, its pages and the words in `mkdocs.yml`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from polynotice.catalogues.own_words import own_words
from polynotice.core.model import Text
from polynotice.core.problems import Problem, errors
from polynotice.mkdocs_host import other_plugins, snippet_files, theme_words, themes, third_parties
from polynotice.mkdocs_host.config_file import document_of, place_of_options
from polynotice.mkdocs_host.configured_navigation import navigation_of
from polynotice.mkdocs_host.configured_words import configured_words, items_of_nav
from polynotice.mkdocs_host.custom_templates import read_templates
from polynotice.mkdocs_host.expansions import Expansions
from polynotice.mkdocs_host.guarded import take_guard_out
from polynotice.mkdocs_host.host import File, MkDocsConfig
from polynotice.mkdocs_host.page_syntaxes import page_syntaxes
from polynotice.mkdocs_host.project_memory import markdown_key
from polynotice.mkdocs_host.script_problems import words_of_scripts, words_of_styles
from polynotice.mkdocs_host.source_pages import (
    files_of,
    in_order_of,
    is_from_docs,
    other_files,
    read_pages,
    titled_pages,
    unknown_pages,
)
from polynotice.notice.settings import Settings, read_settings
from polynotice.pages.full_page import FULL_PAGE
from polynotice.pages.links import LinkTargets
from polynotice.pages.page_context import SourcePage
from polynotice.pages.site_markdown import SiteMarkdown
from polynotice.project.as_of_day import day_problems, with_day
from polynotice.project.project import NavigationItem


class MkDocsSite:
    """What a project's `mkdocs.yml` and pages say, and where MkDocs puts its pages."""

    def __init__(
        self,
        config: MkDocsConfig,
        *,
        settings: Settings,
        pages: tuple[SourcePage, ...],
        words: tuple[Text, ...],
        titled: frozenset[str],
        files: frozenset[str],
        navigation: tuple[NavigationItem, ...] = (),
    ) -> None:
        self.root = Path(config.config_file_path).parent
        self.site_url = config.site_url
        self.settings = settings
        self.pages = pages
        self.words = words
        self.titled = titled
        self.navigation = navigation
        self.markdown = SiteMarkdown(
            config.markdown_extensions,
            config.mdx_configs or {},
            markdown_key(config),
            partial(snippet_files.read_snippet, config),
        )
        self.page_syntaxes = tuple(page_syntaxes(config))
        self._config = config
        self._files: dict[str, File] = {}
        uris = [page.uri for page in pages] + ([FULL_PAGE] if settings.full_page else [])
        self.targets = LinkTargets(
            pages={uri: self.url_of(uri) for uri in uris},
            files=files,
            base=f"/{urlsplit(config.site_url or '').path.strip('/')}/".replace("//", "/"),
            is_from_docs=is_from_docs(config.validation.links.absolute_links),
            has_all_files=not _may_add_pages(config),
            ignored=frozenset(
                name
                for name in ("not_found", "anchors")
                if config.validation.links[name] <= logging.DEBUG
            ),
        )

    def destination_of(self, uri: str) -> str:
        """The page's file below the site's folder, for the source locale."""
        return self._file(uri).dest_uri

    def url_of(self, uri: str) -> str:
        """The page's address below the root of its locale; empty for the home page."""
        url = self._file(uri).url
        return "" if url in (".", "./") else url

    def _file(self, uri: str) -> File:
        if uri not in self._files:
            config = self._config
            self._files[uri] = File(uri, config.docs_dir, config.site_dir, _are_folders(config))
        return self._files[uri]


def _are_folders(config: MkDocsConfig) -> bool:
    """Whether a page becomes a folder, also where no plugin has been asked yet, as in `verify`."""
    offline: Any = themes.plugin_of_theme(config, "offline")
    return config.use_directory_urls and not (offline is not None and offline.config.enabled)


def read_site(
    config: MkDocsConfig,
    options: Mapping[str, object],
    *,
    drafts: bool = False,
    in_build: bool = False,
) -> tuple[MkDocsSite, list[Problem]]:
    """Reads the project of a loaded MkDocs configuration; `options` are the plugin's.

    `drafts` are the pages of `draft_docs`: translators and previews have them, a site has not.
    `in_build` is for a configuration that MkDocs has shown to all plugins already.
    """
    root = Path(config.config_file_path).parent
    snippet_files.find_from_root(config)
    document, unclear = document_of(config)
    settings, problems = read_settings(
        with_day(options), document, place_of_options(document), own_words
    )
    problems += take_guard_out(config, document)
    files = files_of(config)
    expansions = Expansions(config, lambda: files_of(config), asked=in_build)
    pages, page_problems = read_pages(
        files, config, root, settings, drafts=drafts, expansions=expansions
    )
    uris = [page.uri for page in pages]
    nav = navigation_of(config, document, uris, lambda: files_of(config))
    pages = in_order_of(nav.data, pages, config)
    templates = read_templates(config, settings.translated)
    words = (*configured_words(config, document, nav), *templates.texts)
    titled = frozenset(titled_pages(nav.data, config))
    site = MkDocsSite(
        config,
        settings=settings,
        pages=pages,
        words=words,
        titled=titled,
        files=frozenset(other_files(files)),
        navigation=tuple(items_of_nav(nav.data, frozenset(uris), config)),
    )
    others = [
        *day_problems(),
        *themes.mixed_themes(config, document),
        *third_parties.third_party_problems(config, document),
        *other_plugins.plugin_problems(config, document, pages),
        *(
            (*templates.problems, *words_of_scripts(config), *words_of_styles(config))
            if settings.translated
            else ()
        ),
        *theme_words.unserved(config, document, settings),
    ]
    made = [FULL_PAGE] if settings.full_page else []
    unknown = list(unknown_pages(config, files, drafts=drafts, made=made))
    if _may_add_pages(config):
        unknown = errors(unknown)  # what is not there may come while building
    return site, [*unclear, *problems, *others, *page_problems, *unknown]


def _may_add_pages(config: MkDocsConfig) -> bool:
    """Whether another plugin is asked about the site's files."""
    own = config.plugins.get("polynotice")
    return any(getattr(one, "__self__", None) is not own for one in config.plugins.events["files"])
