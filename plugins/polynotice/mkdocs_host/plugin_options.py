"""The options of the plugin, as MkDocs takes them."""

from __future__ import annotations

from polynotice.mkdocs_host.host import Config
from polynotice.mkdocs_host.host import config_options as c


class PolynoticeConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options; `polynotice.settings` understands them, and says where one is wrong."""

    source_locale = c.Optional(c.Type(object))
    locales = c.Optional(c.Type(object))
    columns = c.Optional(c.Type(object))
    extra_columns = c.Optional(c.Type(object))
    untranslated = c.Optional(c.Type(object))
    words = c.Optional(c.Type(object))
    full_page = c.Optional(c.Type(object))
    reader = c.Optional(c.Type(object))
    requirements = c.Optional(c.Type(object))
    as_of = c.Optional(c.Type(object))
    jobs = c.Optional(c.Type(object))
