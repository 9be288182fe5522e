"""What is written beside pages: error pages, sitemaps, `notice.json`, search index, manifest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from polynotice.html.page_language import with_language
from polynotice.mkdocs_host import search_index, sitemap
from polynotice.mkdocs_host.build import Build
from polynotice.pages.links import root_of
from polynotice.verify.manifest import MANIFEST
from polynotice.verify.site_comparison import NOTICE_JSON
from polynotice.verify.site_verifier import Verifier


def write_error_pages(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Writes `404.html` for each locale but the source's, which MkDocs writes."""
    if "404.html" not in build.config.theme.static_templates:
        return
    env = build.theme_words.env
    template = env.get_template("404.html")
    base = urlsplit(config.site_url or "/").path
    with _links_from(base, env):
        for locale in build.translated:
            context = {
                **get_context(build.pages.navigations[locale.id], files, config, base_url=base),
                **build.context_of(locale),
                # As on a page, the root of its locale: whence themes take the search index.
                "base_url": f"{base.rstrip('/')}/{locale.id}/",
            }
            _write(build, f"{locale.id}/404.html", with_language(template.render(context), locale))


@contextmanager
def _links_from(base: str, env: Environment) -> Iterator[None]:
    """Lets templates link from the site's root, while their `base_url` is another.

    An error page is shown at any address, so that its links cannot be relative ones.
    """

    def from_base(given: Callable[..., object]) -> Callable[..., object]:
        @pass_context
        def filtered(_: Context, value: object) -> object:
            return given({"page": None, "base_url": base}, value)

        return filtered

    before = {name: env.filters[name] for name in ("url", "script_tag")}
    env.filters.update({name: from_base(given) for name, given in before.items()})
    try:
        yield
    finally:
        env.filters.update(before)


def write_data(build: Build, verifier: Verifier) -> None:
    """Writes what programs read, each locale's below its own root."""
    site_dir = Path(build.config.site_dir)
    locales = build.speaking.locales
    for locale in locales:
        text = json.dumps(verifier.notice(locale), ensure_ascii=False)
        _write(build, root_of(locale, build.source) + NOTICE_JSON, text + "\n")
    _write_sitemaps(build)
    options = {locale.id: build.theme_words.search_options(locale) for locale in locales}
    search_index.split(site_dir, options, build.source.id)
    sitemap.pack(site_dir)
    if not build.speaking.is_preview:
        _write(build, MANIFEST, verifier.manifest(build.provenance))


def _write_sitemaps(build: Build) -> None:
    """Writes a sitemap for each locale, where Material's instant navigation asks for it."""
    if "navigation.instant" not in (build.config.theme.get("features") or ()):
        return
    template = build.theme_words.env.get_template("sitemap.xml")
    for locale in build.translated:
        files = [page.file for page in build.pages.pages[locale.id].values()]
        if files:
            text = template.render(pages=files, notice=build.template_notice(locale))
            _write(build, f"{locale.id}/sitemap.xml", text)


def _write(build: Build, name: str, text: str) -> None:
    """Writes a file below the site's folder."""
    path = Path(build.config.site_dir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
