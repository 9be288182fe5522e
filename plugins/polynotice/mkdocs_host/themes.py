"""What a theme has, asked by what it offers: its templates, its options, its plugins.

Material for MkDocs and MaterialX, which continues it, have the same places for a language switcher
and for words; they are distinguished from other themes by them, never by a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from polynotice.core.problems import Problem
from polynotice.files.yaml_source import Document
from polynotice.mkdocs_host.host import MkDocsConfig, Theme

SWITCHER = "partials/alternate.html"
"""Where a theme has a language switcher: ours takes its place."""

OWN = Path(__file__).parent / "theme"
"""The plugin's templates, which stand before the theme's."""

_LANGUAGES = "partials/languages"
_SOURCE = "partials/source.html"

PREFIXES = ("material/", "materialx/")
"""What stands before the names of the plugins that come with such a theme."""

SAME_PACKAGE = {"mkdocs-material": "Material for MkDocs", "mkdocs-materialx": "MaterialX"}
"""The distributions that put their files into one package, `material`."""


def has_switcher(theme: Theme) -> bool:
    """Whether the theme has a place for a language switcher, in its header."""
    return _has(theme, SWITCHER)


def languages_of(theme: Theme) -> set[str]:
    """The languages in which it has its own words, as a file for each."""
    folders = (Path(folder) / _LANGUAGES for folder in theme.dirs)
    return {file.stem for folder in folders for file in folder.glob("*.html")}


def says_its_words(theme: Theme) -> bool:
    """Whether its words are a file for each language, and which one is an option of the theme.

    Such a theme shows words below `extra`, too, and sets the direction of writing itself.
    """
    return any((Path(folder) / _LANGUAGES / "en.html").is_file() for folder in theme.dirs)


def loads_fonts(theme: Theme) -> bool:
    """Whether it loads the fonts that its option `font` names from another host."""
    return says_its_words(theme) and bool(theme.get("font"))


def asks_for_stars(theme: Theme) -> bool:
    """Whether its scripts ask the host of `repo_url` for what it says of the repository."""
    return says_its_words(theme) and _has(theme, _SOURCE)


def plugin_of_theme(config: MkDocsConfig, name: str) -> Any:
    """The plugin of that name which comes with the theme; `None` if it is not at work."""
    plugins = (config.plugins.get(f"{prefix}{name}") for prefix in PREFIXES)
    return next((plugin for plugin in plugins if plugin is not None), None)


def search_of(config: MkDocsConfig) -> Any:
    """The search plugin, the theme's or the host's; `None` if none is at work."""
    return config.plugins.get("search") or plugin_of_theme(config, "search")


def mixed_themes(config: MkDocsConfig, document: Document) -> Iterator[Problem]:
    """Two themes that have overwritten each other's files."""
    titles = [title for name, title in SAME_PACKAGE.items() if _is_installed(name)]
    if len(titles) > 1 and says_its_words(config.theme):
        yield Problem(
            code="mixed-themes",
            span=document.span(("theme", "name")),
            message=f"{' and '.join(titles)} are both installed, and each has overwritten files of "
            "the other in the package `material`.",
            hint=f"Run `pip uninstall {' '.join(SAME_PACKAGE)}`, then install one of them again.",
        )


def _is_installed(name: str) -> bool:
    try:
        return bool(distribution(name))
    except PackageNotFoundError:
        return False


def _has(theme: Theme, template: str) -> bool:
    folders = (folder for folder in map(Path, theme.dirs) if folder != OWN)
    return any((folder / template).is_file() for folder in folders)
