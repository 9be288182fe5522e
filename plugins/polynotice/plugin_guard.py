"""The Markdown extension `polynotice`: ends a build that the plugin does not drive.

A notice lists it in `markdown_extensions`. Whatever converts the notice's pages finds it there: the
plugin takes it out, and a program that runs no plugins of MkDocs, or a configuration that has lost
the plugin, would publish pages without their tables, and says nothing of it.
"""

from __future__ import annotations

from click import ClickException
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

SENTENCE = (
    "This notice is built by the plugin polynotice, which is not at work here: its tables and "
    "translations would be missing, so no page is made. Build it with MkDocs or ProperDocs, with "
    "polynotice under `plugins`."
)


class UndrivenBuildError(ClickException):
    """A page is converted without the plugin.

    As click's, so that MkDocs, ProperDocs and Zensical end with its sentence.
    """

    def __init__(self) -> None:
        super().__init__(SENTENCE)


class PluginGuard(Extension):
    """Refuses to convert a page. Configurations are read with it: MkDocs tries extensions out."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Comes before all that reads a page."""
        md.preprocessors.register(_Refusal(md), "polynotice_guard", priority=1000)


class _Refusal(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        del lines
        raise UndrivenBuildError
