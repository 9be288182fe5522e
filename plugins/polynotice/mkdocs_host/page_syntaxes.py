"""What the plugins and Markdown extensions of a project make something of on pages alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from polynotice.checks.page_syntax import PageSyntax
from polynotice.mkdocs_host.host import MkDocsConfig

_JINJA = (("variable", "{{", "}}"), ("block", "{%", "%}"), ("comment", "{#", "#}"))
_LATE = {
    "markdownextradata": r"\{\{.+?\}\}",
    "table-reader": r"\{\{\s*(?:pd_)?read_\w+.*?\}\}",
    "git-authors": r"\{\{\s*git_\w+.*?\}\}",
    "git-revision-date": r"\{\{\s*git_\w+.*?\}\}",
    "git-revision-date-localized": r"\{\{\s*git_\w+.*?\}\}",
}
"""Plugins that complete pages while building, and how a page asks them."""
_EXTENSIONS = {
    "pymdownx.snippets": r"(?:^|(?<=\s))-+8<-+\s+(?:[\"'].*$|\S+\s+-+8<-+)",
    "markdown_include.include": r"\{!.+?!\}",
    "mdx_include": r"\{!.+?!\}",
}
"""Markdown extensions that put files into pages."""


def page_syntaxes(config: MkDocsConfig) -> Iterator[PageSyntax]:
    """All of them; of plugins that may put anything in place of anything, what is usual."""
    syntaxes = [*_of_plugins(config), *_of_extensions(config)]
    yield from syntaxes
    known = {"polynotice", "macros", "include-markdown", *_LATE}
    # Of Material's plugins, none puts anything in place of what an author writes so.
    others = [
        name
        for name in _names_of_handlers(config)
        if name not in known and not name.startswith("material/")
    ]
    if others and not any(one.pattern in (_pattern(*_JINJA[0][1:]), _ANY) for one in syntaxes):
        yield PageSyntax(pattern=_ANY, by=" or ".join(others), is_certain=False)


_ANY = r"\{\{.+?\}\}|\{%.+?%\}"


def _of_plugins(config: MkDocsConfig) -> Iterator[PageSyntax]:
    macros: Any = config.plugins.get("macros")
    if macros is not None:
        for name, opening, closing in _JINJA:
            start = macros.config[f"j2_{name}_start_string"] or opening
            end = macros.config[f"j2_{name}_end_string"] or closing
            yield PageSyntax(pattern=_pattern(start, end), by="the plugin macros")
    including: Any = config.plugins.get("include-markdown")
    if including is not None:
        names = "|".join(map(re.escape, filter(None, including.config["directives"].values())))
        start = re.escape(including.config["opening_tag"])
        end = re.escape(including.config["closing_tag"])
        pattern = rf"(?s){start}\s*(?:{names})\b.*?{end}"
        yield PageSyntax(pattern=pattern, by="the plugin include-markdown")
    for name, pattern in _LATE.items():
        if name in config.plugins:
            yield PageSyntax(pattern=pattern, by=f"the plugin {name}", is_late=True)


def _of_extensions(config: MkDocsConfig) -> Iterator[PageSyntax]:
    for name, pattern in _EXTENSIONS.items():
        if name in config.markdown_extensions:
            yield PageSyntax(pattern=pattern, by=f"the extension {name}")


def _pattern(start: str, end: str) -> str:
    return rf"(?s){re.escape(start)}.+?{re.escape(end)}"


def _names_of_handlers(config: MkDocsConfig) -> list[str]:
    """The plugins and hooks that are asked about the Markdown of pages."""
    names = {id(plugin): name for name, plugin in config.plugins.items()}
    handlers = []
    for handler in config.plugins.events["page_markdown"]:
        owner = getattr(handler, "__self__", None)
        name = names.get(id(owner)) if owner is not None else getattr(handler, "__module__", "")
        handlers += [name] if name and name not in handlers else []
    return handlers
