"""The MkDocs plugin."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin


class PolynoticeConfig(Config):
    source_locale = c.Optional(c.Type(object))
    locales = c.Optional(c.Type(object))
    columns = c.Optional(c.Type(object))
    extra_columns = c.Optional(c.Type(object))
    untranslated = c.Optional(c.Type(object))
    words = c.Optional(c.Type(object))


class PolynoticePlugin(BasePlugin[PolynoticeConfig]):
    pass
