"""Whether all that has a hand in a site's pages is known: plugins, templates, options."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment

from polynotice.files.text_files import contents_of
from polynotice.mkdocs_host.host import NAME, MkDocsConfig
from polynotice.mkdocs_host.own_templates import OF_CONFIG, look_elsewhere
from polynotice.mkdocs_host.project_memory import folder_of, print_of, states_of, written

KNOWN_PLUGINS = ("polynotice", "material.plugins.search", f"{NAME}.contrib.search")
"""The modules of the plugins of which it is known what they do with a page, and from what."""

OURS = "polynotice"

THEMES = {
    "material": ["material"],
    "materialx": ["material"],
    "mkdocs": ["mkdocs", "properdocs_theme_mkdocs"],
    "readthedocs": ["mkdocs", "properdocs_theme_readthedocs"],
}
"""The themes that look at nothing but what they are given, with the packages where they are."""


def are_known(config: MkDocsConfig, events: Iterable[str]) -> bool:
    """Whether none but known plugins, and no hook, takes part in those events of MkDocs."""
    taking_part = config.plugins.events
    return all(_is_known(_module_of(method)) for event in events for method in taking_part[event])


def templates_in(config: MkDocsConfig, env: Environment | None = None) -> list[Any] | None:
    """What fills templates, and all of them; `None` if they may look at more than they are given.

    Without `env`, the theme is asked for it.
    """
    theme = config.theme
    if theme.name not in THEMES:
        return None
    own = [contents_of(folder) for folder in own_folders(config)]
    if any(own):
        env = env or theme.get_env()
        if any(look_elsewhere(contents, env) for contents in own):
            return None
    prints = [print_of(name) for name in (*THEMES[theme.name], "jinja2", NAME)]
    known = [states_of(folder) for folder in map(Path, theme.dirs) if _is_known_folder(folder)]
    return [*prints, known, own, theme.dirs]


def has_known_plugins(config: MkDocsConfig) -> bool:
    """Whether no other plugin is at work than known ones, in whatever event."""
    return all(_is_known(_module_of(plugin)) for plugin in config.plugins.values())


def own_folders(config: MkDocsConfig) -> list[Path]:
    """The folders of templates that come neither with a theme nor with the plugin."""
    return [folder for folder in map(Path, config.theme.dirs) if not _is_known_folder(folder)]


def options_of_plugins(config: MkDocsConfig) -> list[Any]:
    """The options of the known plugins but this one.

    Raises `TypeError` if some cannot be written down, or name a file that the plugin reads.
    """
    options = [
        (name, dict(plugin.config))
        for name, plugin in config.plugins.items()
        if name != OURS and _is_known(_module_of(plugin))
    ]
    if any(each.get(name) for _, each in options for name in _FILES_OF_SEARCH):
        raise TypeError(_FILES_OF_SEARCH)
    return [(name, written(each)) for name, each in options]


_FILES_OF_SEARCH = ("jieba_dict", "jieba_dict_user")


def shown_options(config: MkDocsConfig) -> list[Any]:
    """The configuration as far as templates show it.

    Raises `TypeError` if some of it cannot be written down.
    """
    theme = config.theme
    plain = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    plain["mdx_configs"] = {**(config.mdx_configs or {})}.get("toc")
    return [
        written(plain),
        [*config.plugins],
        (theme.name, str(theme.get("locale"))),
        written({name: theme[name] for name in theme if name != "locale"}),
    ]


_NOT_SHOWN = OF_CONFIG | {"theme"}
"""What of the configuration no template shows, or is in the key in another way."""


def _is_known_folder(folder: Path) -> bool:
    """Whether a folder of templates comes with the theme or the plugin."""
    names = {name for each in THEMES.values() for name in each}
    packages = (folder_of(name) for name in (*names, "polynotice"))
    return any(package and folder.is_relative_to(package) for package in packages)


def _module_of(method: Any) -> str:
    """The module of a plugin, or of a hook."""
    owner = getattr(method, "__self__", method)
    module = getattr(owner, "__module__", None) or type(owner).__module__
    return str(module)


def _is_known(module: str) -> bool:
    return any(module == known or module.startswith(f"{known}.") for known in KNOWN_PLUGINS)
