"""What MkDocs is to use besides what its configuration says: extension, templates, style."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from polynotice.mkdocs_host import expansions, other_plugins, themes
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.config_file import inherited_files
from polynotice.mkdocs_host.mkdocs_errors import OWN_LOG
from polynotice.mkdocs_host.provenance_of_site import provenance_of
from polynotice.mkdocs_host.theme_templates import QuickTheme

log = logging.getLogger(OWN_LOG)

WITHOUT_ADDRESS = (
    "Without `site_url`, search engines are not told of the languages of a page, nor of all pages: "
    "set it in mkdocs.yml to where the site is published."
)

STYLE = "assets/polynotice.css"
SCRIPT = "assets/polynotice.js"


def set_up(build: Build) -> None:
    """Makes MkDocs use the plugin's Markdown extension, templates and style."""
    config = build.config
    if not build.speaking.is_preview:
        if len(build.speaking.locales) > 1 and not config.site_url:
            log.info(WITHOUT_ADDRESS)
        build.provenance = provenance_of(config, build.project.memory)
    extensions: list[Any] = [*config.markdown_extensions, build.extension]
    config.markdown_extensions = extensions
    expansions.leave_out(config, frozenset(build.completed))
    config.watch = [*config.watch, *map(str, inherited_files(Path(config.config_file_path)))]
    other_plugins.repeat_in_locales(config, build.made)
    # Behind the project's own templates, before those of the theme.
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(themes.OWN))
    config.theme = QuickTheme.of(config.theme)
    config.extra_css = [STYLE, *config.extra_css]
    if themes.has_switcher(config.theme):
        config.theme["language"] = build.theme_words.language(build.source)
        # Not a list: Material would announce its links in each page's head, and then ask for a
        # sitemap beside every one of them. The switcher's own template knows where they lead.
        config.extra["alternate"] = True
        config.extra_javascript = [SCRIPT, *config.extra_javascript]
        if config.site_url:
            # What a reader chose in one language, light or dark, holds in every other: by
            # default, Material remembers it per root, which here is each locale's.
            config.extra.setdefault("scope", urlsplit(config.site_url).path or "/")
