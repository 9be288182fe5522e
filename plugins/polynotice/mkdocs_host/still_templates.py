"""Templates that say the same wherever they are included, as icons do: their text, at hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, Template


def with_text_at_hand(template: Template, env: Environment) -> Any:
    """The template; if there is nothing to fill in it, something that stands for it.

    Whoever includes that one is given its text, and no context is made for it.
    """
    loader, name = env.loader, template.name
    if loader is None or name is None or not loader.has_source_access:
        return template
    source = loader.get_source(env, name)[0]
    signs = (env.block_start_string, env.variable_start_string, env.comment_start_string)
    lines = (env.line_statement_prefix, env.line_comment_prefix)
    is_filled = any(sign in source for sign in signs) or any(sign is not None for sign in lines)
    return template if is_filled else _Still(template)


class _Still:
    """Stands for a template in which there is nothing to fill."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._text = [*template.root_render_func(template.new_context())]

    def new_context(self, *_: object) -> None:
        """Nothing: its text does not hang on any."""

    def root_render_func(self, _: None) -> Iterator[str]:
        """Its text, as an including template asks for it."""
        yield from self._text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)
