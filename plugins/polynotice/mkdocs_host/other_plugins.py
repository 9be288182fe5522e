"""Other plugins: what they do to a notice, said before a build, and what they do per locale."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.files.yaml_source import Document, Place
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.host import File, Files, InclusionLevel, MkDocsConfig
from polynotice.mkdocs_host.locale_pages import uri_in
from polynotice.pages.page_context import SourcePage

CODE = "unsupported-plugin"

_Condition = Callable[[Any, Sequence[SourcePage]], bool]


@dataclass(frozen=True, kw_only=True)
class _Effect:
    """What a plugin does to a notice that no catalogue can make good."""

    plugin: str
    does: str
    hint: str
    severity: Severity = Severity.WARNING
    happens: _Condition = lambda _plugin, _pages: True
    """Whether it does so with these options, on these pages."""


def _is_on(plugin: Any, _: Sequence[SourcePage]) -> bool:
    return bool(plugin.config.enabled)


def _lists_tags(plugin: Any, pages: Sequence[SourcePage]) -> bool:
    return _is_on(plugin, pages) and any("<!-- material/tags" in page.body for page in pages)


_MAKES_PAGES = "makes pages of other languages, as polynotice does: neither knows the other's."
_CHOOSE = "Take it out of `plugins`: polynotice makes the pages of all `locales` from catalogues."

_EFFECTS = (
    # Each runs or copies the build for its own languages, and moves or renames the pages that are
    # there. What only links to a translation service elsewhere is not among them.
    *(
        _Effect(plugin=name, does=_MAKES_PAGES, hint=_CHOOSE, severity=Severity.ERROR)
        for name in ("i18n", "mdpo", "translations")
    ),
    _Effect(
        plugin="material/tags",
        does="shows the tags of pages, which no catalogue translates.",
        hint="Leave it out, or use tags that are the same in every language.",
        happens=lambda plugin, pages: _is_on(plugin, pages) and not _lists_tags(plugin, pages),
    ),
    _Effect(
        plugin="material/tags",
        does="lists the tags on a page, in words that no catalogue translates.",
        hint="Take the list (`<!-- material/tags … -->`) out of the page.",
        severity=Severity.ERROR,
        happens=_lists_tags,
    ),
    _Effect(
        plugin="material/blog",
        does="adds pages of its own, such as an archive, in the source language alone.",
        hint="Leave it out, and build the blog as a site of its own.",
        severity=Severity.ERROR,
        happens=_is_on,
    ),
    _Effect(
        plugin="material/social",
        does="draws cards with the site's name and description in the source language alone.",
        hint="Set `cards: false` there.",
        happens=lambda plugin, pages: _is_on(plugin, pages) and plugin.config.cards,
    ),
    _Effect(
        plugin="gen-files",
        does="may add pages while building, which no catalogue knows of.",
        hint="Let its script write pages into docs/ before, and leave only other files to it.",
    ),
    _Effect(
        plugin="git-revision-date-localized",
        does="gives translations the date of their page's last change for that of its first.",
        hint="Leave out `enable_creation_date`.",
        happens=lambda plugin, _: (
            plugin.config["enabled"] and plugin.config["enable_creation_date"]
        ),
    ),
    _Effect(
        plugin="exclude-search",
        does="takes every translation for a page that no navigation has (`exclude_unreferenced`).",
        hint="Name what is to be left out of the search in `exclude`.",
        happens=lambda plugin, _: plugin.config["exclude_unreferenced"],
    ),
)


def plugin_problems(
    config: MkDocsConfig, document: Document, pages: Sequence[SourcePage]
) -> Iterator[Problem]:
    """What other plugins of the project would do to the notice. `document` is `mkdocs.yml`."""
    for effect in _EFFECTS:
        plugin = config.plugins.get(effect.plugin)
        if plugin is not None and effect.happens(plugin, pages):
            name = effect.plugin.removeprefix("material/")
            yield Problem(
                code=CODE,
                severity=effect.severity,
                span=document.span(_place_of(name, document)),
                message=f"The plugin {name} {effect.does}",
                hint=effect.hint,
            )


def _place_of(name: str, document: Document) -> Place:
    """Where a plugin stands, in either of the two ways to list plugins."""
    names = (name, *(f"{prefix}{name}" for prefix in themes.PREFIXES))
    data: Any = document.data
    plugins = data.get("plugins") if isinstance(data, dict) else None
    if isinstance(plugins, dict):
        return ("plugins", next((each for each in names if each in plugins), name))
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        listed = next(iter(item), None) if isinstance(item, dict) else item
        if listed in names:
            return ("plugins", index)
    return ("plugins",)


def added_pages(files: Files, known: Collection[str]) -> Iterator[Problem]:
    """The pages that another plugin has added while building, and no catalogue was asked about.

    `known` are those below `docs/`.
    """
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        if file.src_uri in known or file.generated_by is None:
            continue
        name = file.generated_by.rpartition("/")[2].removeprefix("mkdocs-")
        kind = "The hook" if name.endswith(".py") else "The plugin"
        yield Problem(
            code=CODE,
            span=Span("mkdocs.yml"),
            message=f"{kind} {name} adds the page {file.src_uri} in the source language alone.",
            hint="Write it into docs/ before the build: then it is translated as other pages are.",
        )


def repeat_in_locales(config: MkDocsConfig, locales: Sequence[Locale]) -> None:
    """Makes what is configured for pages hold for their translations, too: `locales` are theirs."""
    redirects = config.plugins.get("redirects")
    if redirects is not None:
        maps: dict[str, str] = redirects.config["redirect_maps"]
        more = {
            uri_in(locale, old): new if "://" in new else uri_in(locale, new)
            for locale in locales
            for old, new in maps.items()
        }
        redirects.config["redirect_maps"] = {**more, **maps}
    excluding: Any = config.plugins.get("exclude-search")
    for option in ("exclude", "ignore") if excluding is not None else ():
        listed = excluding.config[option]
        values = [listed] if isinstance(listed, str) else list(listed)
        more_values = [uri_in(locale, value) for locale in locales for value in values]
        excluding.config[option] = [*values, *more_values]


def show_translations(config: MkDocsConfig, files: Files, translations: Iterable[File]) -> None:
    """Shows the files with the translations among them to those that look for pages."""
    redirects = config.plugins.get("redirects")
    if redirects is not None:
        redirects.on_files(files, config)
    dates: Any = config.plugins.get("git-revision-date-localized")
    if dates is not None and dates.config["enabled"]:
        # To this plugin, a page that is made while building is of that moment: here, of its source.
        when = cache(lambda path: dates.util.get_git_commit_timestamp(path, is_first_commit=False))
        for file in (one for one in translations if one.abs_src_path):
            dates.generated_timestamps[file.src_uri] = when(file.abs_src_path)[1]
