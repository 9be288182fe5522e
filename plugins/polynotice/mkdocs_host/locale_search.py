"""The searches of MaterialX, one for each locale: it looks for them at the root of the site."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from polynotice.core.locales import Locale
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.pages.links import root_of

_LUNR = ("search/search_index.json", "search/search_index.js")


def _provider(config: MkDocsConfig) -> Any:
    """What makes the index where the theme has more than one kind of search."""
    return getattr(themes.search_of(config), "provider", None)


def _is_pagefind(provider: Any) -> bool:
    return getattr(provider, "name", "") == "pagefind"


def divide(build: Build, env: Environment) -> None:
    """Has each locale's pages search the index of their locale.

    Pagefind's is left to `write_indexes`; Lunr's, which `search_index` divides, is given the
    languages of all locales, so that their files come to the site.
    """
    provider, source = _provider(build.config), build.source
    if provider is None:
        return
    if _is_pagefind(provider):
        provider.build = lambda _: None
    else:
        known, others = (
            provider.config.lunr.lang,
            build.theme_words.search_languages(build.translated),
        )
        provider.config.lunr.lang = [*known, *sorted(others - {*known})]
    given: Callable[[Context, str], str] = env.filters["url"]
    places = {f"{_folder(provider)}/"} if _is_pagefind(provider) else {*_LUNR}

    @pass_context
    def url(context: Context, value: str) -> str:
        notice = context.get("notice")
        is_moved = value in places and notice is not None and notice.locale != source.id
        return given(context, f"{notice.locale}/{value}" if is_moved else value)

    env.filters["url"] = url


def write_indexes(config: MkDocsConfig, locales: Iterable[Locale], source: Locale) -> None:
    """Writes the index of Pagefind for each of those locales, out of its own pages alone."""
    provider = _provider(config)
    if not _is_pagefind(provider):
        return
    make = import_module(type(provider).__module__).build_pagefind_index
    site, folder = Path(config.site_dir), _folder(provider)
    others = {path.parent.name for path in site.glob("*/notice.json")}
    for locale in locales:
        root = site / root_of(locale, source)
        left_out = others if locale == source else set()
        with tempfile.TemporaryDirectory(prefix="polynotice-search-") as pages:
            for page in root.rglob("*.html"):
                name = page.relative_to(root)
                if name.parts[0] not in left_out:
                    (Path(pages) / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(page, Path(pages) / name)
            make(pages, dict(provider.config.pagefind))
            shutil.rmtree(root / folder, ignore_errors=True)
            shutil.copytree(Path(pages) / folder, root / folder)


def _folder(provider: Any) -> str:
    return str(provider.config.pagefind.get("output_subdir", "search")).strip("/")
