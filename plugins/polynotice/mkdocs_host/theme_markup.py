"""What a page is to have in the elements that its theme writes, whatever the theme says there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polynotice.core.locales import Locale
from polynotice.html.alternate_links import DEFAULT, with_alternates
from polynotice.html.page_language import with_language
from polynotice.pages.alternates import Alternate


def with_theme_markup(html: str, locale: Locale, alternates: Sequence[Alternate] = ()) -> str:
    """The page with its language on its `html`, a name for its search dialog, its alternates."""
    published = [one for one in alternates if one.canonical_url]
    links = [(one.locale, one.canonical_url or "") for one in published]
    links += [(DEFAULT, one.canonical_url or "") for one in published if one.is_source]
    in_head = links if len(published) > 1 else ()
    return with_named_search(with_alternates(with_language(html, locale), in_head))


def with_named_search(html: str) -> str:
    """The page whose search dialog, if it has one without a name, has that of its search field.

    Material and MaterialX give it a role and leave out the name that the role asks for: a screen
    reader says "dialog" and nothing else. The field's name is in the page's language already.
    """
    dialog = _DIALOG.search(html)
    if dialog is None or "aria-label" in dialog[0]:
        return html
    field = _FIELD.search(html, dialog.end())
    name = _NAME.search(field[0]) if field else None
    if name is None:
        return html
    return f"{html[: dialog.end() - 1]}{name[0]}{html[dialog.end() - 1 :]}"


# Minifiers leave out the quotes that HTML can do without.
_DIALOG = re.compile(
    r"""<div\b(?=[^>]*\sclass=["']?md-search["'\s>])(?=[^>]*\srole=["']?dialog\b)[^>]*>"""
)
_FIELD = re.compile(r"""<input\b[^>]*\sclass=["']?md-search__input\b[^>]*>""")
_NAME = re.compile(r"""\saria-label=(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
