"""Templates with nothing to fill: their text is at hand, and the same as ever."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, Template

from polynotice.mkdocs_host.still_templates import with_text_at_hand

TEMPLATES = {
    "icon.svg": "<svg>\n  <path/>\n</svg>\n",
    "empty.svg": "",
    "filled.html": "<p>{{ word }}</p>",
    "chosen.html": "{% if word %}<p>{% endif %}",
    "remarked.html": "<p>{# a remark #}</p>",
    "page.html": "{% include 'icon.svg' %}-{% include 'filled.html' %}-{% include 'empty.svg' %}",
    "without_context.html": "{% include 'icon.svg' without context %}",
    "imported.html": "{% import 'icon.svg' as icon %}{{ icon }}",
    "extended.html": "{% extends 'icon.svg' %}",
}


@pytest.fixture(params=[{}, {"trim_blocks": True}, {"keep_trailing_newline": True}])
def env(request: pytest.FixtureRequest) -> Environment:
    return Environment(loader=DictLoader(TEMPLATES), autoescape=True, **request.param)


@pytest.mark.parametrize(
    "name", ["page.html", "without_context.html", "imported.html", "extended.html"]
)
def test_what_includes_a_text_at_hand_says_the_same(env: Environment, name: str) -> None:
    usual = env.get_template(name).render(word="a")
    get_template, stood_for = env.get_template, []

    def get(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002
        found = with_text_at_hand(get_template(name, parent, globals), env)
        stood_for.append(not isinstance(found, Template))
        return found

    env.get_template = get  # type: ignore[method-assign]
    assert [env.get_template(name).render(word="a") for _ in range(2)] == [usual, usual]
    assert any(stood_for)


@pytest.mark.parametrize("name", ["filled.html", "chosen.html", "remarked.html", "page.html"])
def test_a_template_with_anything_that_jinja_reads_stays_itself(
    env: Environment, name: str
) -> None:
    template = env.get_template(name)
    assert with_text_at_hand(template, env) is template


def test_a_line_may_be_a_statement_where_lines_can_be() -> None:
    loader = DictLoader({"lines.html": "# if word\na\n# endif"})
    with_lines = Environment(loader=loader, line_statement_prefix="#", autoescape=True)
    template = with_lines.get_template("lines.html")
    assert with_text_at_hand(template, with_lines) is template
