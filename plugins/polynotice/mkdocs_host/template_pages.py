"""Pages that are a template of the theme and nothing else, such as `404.html`, in each locale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from polynotice.core.locales import Locale
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Files, MkDocsConfig, get_context, relative_url
from polynotice.mkdocs_host.site_data import write
from polynotice.mkdocs_host.theme_markup import with_theme_markup

_ERROR_PAGE = "404.html"


def write_template_pages(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Writes them for each locale but the source's, which MkDocs writes."""
    names = sorted(name for name in config.theme.static_templates if name.endswith(".html"))
    for locale in build.made:
        for name in names:
            _write_page(name, locale, build, files, config)


def _write_page(
    name: str, locale: Locale, build: Build, files: Files, config: MkDocsConfig
) -> None:
    path, root = f"{locale.id}/{name}", f"{locale.id}/"
    if name == _ERROR_PAGE:
        # Shown at any address, so that its links cannot be relative ones.
        base = urlsplit(config.site_url or "/").path
        own_base = f"{base.rstrip('/')}/{root}"
    else:
        base, own_base = (relative_url(to, path).rstrip("/") for to in (".", root))
    env = build.theme_words.env
    context = {
        **get_context(build.pages.navigations[locale.id], files, config, base_url=base),
        **build.context_of(locale),
        # As on a page, the root of its locale: whence themes take the search index.
        "base_url": own_base,
    }
    with _links_from(base, env):
        html = env.get_template(name).render(context)
    # As MkDocs does for the source's: minifiers, and what fetches files of others, do their work.
    html = config.plugins.on_post_template(html, template_name=path, config=config)
    if html and html.strip():
        write(build, path, with_theme_markup(html, locale))


@contextmanager
def _links_from(base: str, env: Environment) -> Iterator[None]:
    """Lets templates link from the site's root, while their `base_url` is another."""

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
