"""The searches of MaterialX, one for each locale: it looks for them at the root of the site."""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from polynotice.core.locales import Locale
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import MkDocsConfig, PluginError
from polynotice.pages.links import root_of

_LUNR = ("search/search_index.json", "search/search_index.js")


def _provider(config: MkDocsConfig) -> Any:
    """What makes the index where the theme has more than one kind of search."""
    return getattr(themes.search_of(config), "provider", None)


def has_provider(config: MkDocsConfig) -> bool:
    """Whether the theme has more than one kind of search, each with files of its own."""
    return _provider(config) is not None


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


def write_indexes(build: Build, locales: Iterable[Locale]) -> None:
    """Writes the index of Pagefind for each of those locales, out of its own pages alone."""
    provider = _provider(build.config)
    if not _is_pagefind(provider):
        return
    import asyncio  # here: no other search needs it, and it takes as long as a library

    for locale in locales:
        root = root_of(locale, build.source)
        pages = {
            page.file.dest_uri.removeprefix(root): Path(page.file.abs_dest_path)
            for page in build.pages.pages.get(locale.id, {}).values()
        }
        target = Path(build.config.site_dir) / root / _folder(provider)
        with tempfile.TemporaryDirectory(prefix="polynotice-search-") as made:
            asyncio.run(_index(provider, pages, Path(made)))
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(made, target)


async def _index(provider: Any, pages: Mapping[str, Path], folder: Path) -> None:
    """Has Pagefind write the index of those pages, as the theme's own plugin would."""
    module = import_module(type(provider).__module__)
    config = module.IndexConfig(output_path=str(folder), **_options(provider.config.pagefind))
    with suppress(_WrittenError):
        async with module.PagefindIndex(config=config) as index:
            for name, path in pages.items():
                if path.is_file():  # drafts are none in a build
                    html = path.read_text(encoding="utf-8")
                    await index.add_html_file(content=html, source_path=name)
            await index.write_files()
            # It says so before all is on the disk, and is ended, in the midst of it, on the way
            # out, where it would also write all once more.
            await _complete(folder)
            raise _WrittenError


class _WrittenError(Exception):
    """The index is written: nothing more is to be done with it."""


def _options(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options with which MaterialX's plugin calls Pagefind, but for where it writes."""
    options = {
        "include_characters": "._",
        "keep_index_url": True,
        "exclude_selectors": ["nav", "footer"],
        **{name: value for name, value in given.items() if name not in _PLACES},
    }
    left_out = options["exclude_selectors"]
    return {**options, "exclude_selectors": [*dict.fromkeys([*left_out, ".headerlink"])]}


_PLACES = ("options", "output_path", "output_subdir", "site", "source", "logfile")


async def _complete(folder: Path) -> None:
    """Waits until all files of an index are whole."""
    from asyncio import sleep

    before: dict[Path, int] = {}
    for _ in range(_TRIES):
        await sleep(_SECONDS)
        files = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
        if files and files == before and all(map(_is_whole, files)):
            return
        before = files
    raise PluginError("Pagefind has not written the index of the search.")


_TRIES, _SECONDS = 600, 0.05


def _is_whole(path: Path) -> bool:
    data = path.read_bytes()
    try:
        if path.suffix == ".json":
            json.loads(data)
        elif path.suffix.startswith((".pf_", ".pagefind")):
            gzip.decompress(data)
    except (OSError, EOFError, ValueError, zlib.error):
        return False
    return bool(data)


def _folder(provider: Any) -> str:
    return str(provider.config.pagefind.get("output_subdir", "search")).strip("/")
