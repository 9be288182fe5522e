"""The templates of a project's own: what they are made of, and whether they look at all there is.

A theme's templates are known. One of a project's own can show whatever MkDocs gives it: another
page's text, the options of a plugin, the files of the site.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, TemplateError, nodes

OF_CONFIG = frozenset(
    {
        "draft_docs", "exclude_docs", "hooks", "markdown_extensions", "mdx_configs", "nav",
        "not_in_nav", "plugins", "site_dir", "validation", "watch",
    }
)  # fmt: skip
"""Options that no template of a theme shows, but for those of the table of contents."""

_OF_PAGE = frozenset(
    {
        "abs_url", "active", "ancestors", "canonical_url", "children", "content", "edit_url",
        "is_homepage", "is_link", "is_page", "is_section", "is_top_level", "meta", "next_page",
        "parent", "previous_page", "title", "toc", "update_date", "url",
    }
)  # fmt: skip
"""What a template may ask of the page that it is filled for."""

_OF_NO_OTHER = frozenset(
    {
        "abs_src_path", "content", "content_string", "edit_url", "file", "inclusion",
        "links_to_anchors", "markdown", "present_anchor_ids", "source", "toc", "update_date",
        *OF_CONFIG,
    }
)  # fmt: skip
"""What it may ask of no other page, file or option."""


def look_elsewhere(contents: Iterable[tuple[str, bytes | None]], env: Environment) -> bool:
    """Whether any of the templates may look at more than its own page and what all pages share."""
    templates = (data for _, data in contents if data and (b"{{" in data or b"{%" in data))
    return any(_looks_elsewhere(data, env) for data in templates)


def _looks_elsewhere(data: bytes, env: Environment) -> bool:
    try:
        tree = env.parse(data.decode("utf-8-sig"))
    except (TemplateError, UnicodeDecodeError):
        return True
    return _asks(tree)


def _asks(node: nodes.Node) -> bool:
    match node:
        case nodes.Getattr(node=nodes.Name(name="page" | "config" as name), attr=asked):
            return not _is_shared(name, asked)
        case nodes.Getitem(
            node=nodes.Name(name="page" | "config" as name), arg=nodes.Const(value=asked)
        ):
            return not _is_shared(name, asked)
        case nodes.Name(name="page" | "config" | "pages"):
            return True
        case nodes.Getattr(attr=asked) if asked in _OF_NO_OTHER:
            return True
        case nodes.Const(value=str(asked)) if not _OF_NO_OTHER.isdisjoint(asked.split(".")):
            return True
        case nodes.Filter(name="attr" | "random"):
            return True
    if isinstance(node, nodes.If | nodes.CondExpr | nodes.And | nodes.Or | nodes.Not):
        # Whether there is a page at all.
        return any(_asks(child) for child in node.iter_child_nodes() if not _is_page(child))
    return any(map(_asks, node.iter_child_nodes()))


def _is_shared(name: str, asked: object) -> bool:
    """Whether a part of the page or the configuration is in the key of what was filled."""
    if name == "page":
        return asked in _OF_PAGE
    return isinstance(asked, str) and asked not in OF_CONFIG and asked not in _OF_DICTIONARIES


_OF_DICTIONARIES = ("copy", "data", "items", "user_configs", "values")


def _is_page(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "page" and node.ctx == "load"
