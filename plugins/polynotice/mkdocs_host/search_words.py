"""How Material's search finds words of a locale: by Lunr, with what the plugin adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polynotice.core.locales import Locale, nearest
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.host import MkDocsConfig

OWN = "notice"
"""The name of what the plugin adds, as if it were a language: `lunr.notice.min.js` in the theme."""

_SCRIPTS = "assets/javascripts/lunr/min"
_MATERIAL = "material.plugins.search.plugin"


def with_own(options: Mapping[str, Any], locale: Locale, config: MkDocsConfig) -> dict[str, Any]:
    """The options of a locale's index, with what the plugin adds if the theme's search can load it.

    English, which stands for languages that Lunr does not know, is for English alone; Japanese is
    found within its text as Chinese is, without a list of its words.
    """
    if not options or not _can_load(config):
        return dict(options)
    is_english = nearest(locale.id, ("en",)) is not None
    known = [name for name in options["lang"] if name != "ja" and (name != "en" or is_english)]
    # Behind the words that are left out, which it would not know again.
    return {**options, "lang": [OWN, *known], "pipeline": ["stopWordFilter"]}


def _can_load(config: MkDocsConfig) -> bool:
    """Whether it is Material's own search, and its scripts stand where that looks for them."""
    search = themes.search_of(config)
    return type(search).__module__ == _MATERIAL and any(
        (Path(folder) / _SCRIPTS / "lunr.multi.min.js").is_file() for folder in config.theme.dirs
    )
