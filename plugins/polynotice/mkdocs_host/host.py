"""The one door to the host, MkDocs or ProperDocs: all that is asked of either.

Nothing else may import them, so that this page is what another host of their kind would have to
give. They have the same modules: `taken_host` sees to it that `mkdocs` is the one that is at work.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from polynotice.mkdocs_host.taken_host import NAME, TITLE

# isort: split
from mkdocs.commands.build import (
    _build_page as build_page,
)
from mkdocs.commands.build import (
    _build_theme_template as build_theme_template,
)
from mkdocs.commands.build import (
    _populate_page as populate_page,
)
from mkdocs.commands.build import build, get_context
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.base import __file__ as CONFIG_MODULE  # noqa: N812 - the file itself
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError
from mkdocs.localization import parse_locale
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Link, Navigation, Section, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils import get_relative_url as relative_url
from mkdocs.utils import meta, nest_paths

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
else:
    LiveReloadServer = object  # loaded once something is served

LOG = logging.getLogger(NAME)
"""Under which the host and its plugins log."""

__all__ = [
    "CONFIG_MODULE",
    "LOG",
    "NAME",
    "TITLE",
    "Abort",
    "AnchorLink",
    "BasePlugin",
    "CombinedEvent",
    "Config",
    "ConfigurationError",
    "File",
    "Files",
    "InclusionLevel",
    "Link",
    "LiveReloadServer",
    "MkDocsConfig",
    "MkDocsException",
    "Navigation",
    "Page",
    "PluginError",
    "Section",
    "StructureItem",
    "TableOfContents",
    "Theme",
    "build",
    "build_page",
    "build_theme_template",
    "config_options",
    "event_priority",
    "get_context",
    "get_files",
    "get_navigation",
    "load_config",
    "meta",
    "nest_paths",
    "parse_locale",
    "populate_page",
    "relative_url",
    "set_exclusions",
]
