"""The Markdown extension that ends a build without the plugin: taken out, asked for."""

from __future__ import annotations

from polynotice.core.problems import Problem, Severity
from polynotice.files.yaml_source import Document
from polynotice.mkdocs_host.host import MkDocsConfig

GUARD = "polynotice"
"""The name of the Markdown extension, in `markdown_extensions`."""


def take_guard_out(config: MkDocsConfig, document: Document) -> list[Problem]:
    """Takes it out of the configuration, since the plugin is at work; asks for it where it is not.

    In place: other plugins may have kept the list to convert something else with.
    """
    if GUARD in config.markdown_extensions:
        config.markdown_extensions[:] = [
            name for name in config.markdown_extensions if name != GUARD
        ]
        return []
    return [
        Problem(
            code="unguarded-notice",
            severity=Severity.WARNING,
            span=document.span(("markdown_extensions",)),
            message="A program that does not run the plugin would publish the notice without its "
            "tables, and say nothing.",
            hint=f"List `{GUARD}` under `markdown_extensions`, too: that ends such a build.",
        )
    ]
