"""Polynotice: privacy notices in many locales, from one list of records.

No Python module is public: what other programs can rely on is the command line, the entry points,
and the forms that `manual/reference/interface.md` lists. All else may change in any version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown import Extension

__version__ = "0.1.0"


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - Python-Markdown's name
    """The Markdown extension `polynotice`, which Python-Markdown looks for in a module so named."""
    from polynotice.plugin_guard import PluginGuard  # not for all that imports the package

    return PluginGuard(**options)
