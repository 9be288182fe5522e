"""The language of a page, said on its `html` whatever its theme says there."""

from __future__ import annotations

import re

from polynotice.core.locales import Locale


def with_language(html: str, locale: Locale) -> str:
    """The page with the locale's `lang` and `dir` on its `html`."""
    return _HTML_TAG.sub(lambda match: _html_tag(match[0], locale), html, count=1)


_HTML_TAG = re.compile(r"<html\b[^>]*>", re.IGNORECASE)


def _html_tag(tag: str, locale: Locale) -> str:
    others = re.sub(r"""\s(?:lang|dir)=(?:"[^"]*"|'[^']*'|[^\s>]*)""", "", tag, flags=re.IGNORECASE)
    return f'{others[:5]} lang="{locale.id}" dir="{locale.direction}"{others[5:]}'
