"""What is written beside pages: error pages, sitemaps, `notice.json`, search index, manifest."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

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
    template = build.theme_words.env.get_template("404.html")
    for locale in build.translated:
        navigation = build.pages.navigations[locale.id]
        html = template.render({**_context(navigation, files, config), **build.context_of(locale)})
        _write(build, f"{locale.id}/404.html", with_language(html, locale))


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


def _context(nav: Navigation, files: Files, config: MkDocsConfig) -> TemplateContext:
    base_url = urlsplit(config.site_url or "/").path
    return get_context(nav, files, config, base_url=base_url)
