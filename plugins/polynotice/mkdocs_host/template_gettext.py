"""What templates get for `{{ _("…") }}` and `{% trans %}`: the words of the page's locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Any

from jinja2 import Environment

from polynotice.core.locales import Locale
from polynotice.core.model import Span, Text
from polynotice.core.pseudo_locales import pseudo
from polynotice.core.translation import Say
from polynotice.html.plain_text import without_tags
from polynotice.html.visible_text import squeezed
from polynotice.mkdocs_host.custom_templates import read_templates, template_text
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.mkdocs_host.locale_pages import Title, marked, with_same_tags
from polynotice.mkdocs_host.theme_catalogues import ThemeCatalogues

_TEMPLATES = Span("templates")


class TemplateGettext:
    """Stands for the gettext of the environment, which MkDocs has in one language for all pages.

    The project's catalogue is asked about what its own templates say, the theme's about the rest.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        locales: Sequence[Locale],
        say: Callable[[Locale], Say],
        locale: Locale,
    ) -> None:
        self.locale = locale
        """That of the page whose template is filled next. Not from the template's context, which
        macros do not see that another template imports."""
        self.custom = read_templates(config, locales)
        """What the project's own templates say."""
        self._known = {text.msgid for text in self.custom.texts}
        self._in_tags = self.custom.in_tags
        self._theme = ThemeCatalogues(config.theme.dirs)
        self._say = say

    def install(self, env: Environment) -> None:
        """Lets the templates ask."""
        installed: Any = env
        installed.install_gettext_callables(self.gettext, self.ngettext, newstyle=False)

    def gettext(self, message: str, **values: object) -> str:
        """A message in the page's locale."""
        if squeezed(message) in self._known:
            said = self._own(message)
        else:
            said = self._of_theme(self._theme.gettext(self.locale, message) or message)
        return said % values if values else said

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """A message of the theme for a number."""
        said = self._of_theme(self._theme.ngettext(self.locale, one, many, number))
        return said % values if values else said

    def _of_theme(self, said: str) -> str:
        if not self.locale.is_pseudo:
            return said
        return pseudo(self.locale.id)(Text(msgid=said, span=_TEMPLATES)).text

    def _own(self, message: str) -> str:
        text = template_text(message, _TEMPLATES)
        phrase = self._say(self.locale)(text)
        said = phrase.text
        if said == text.msgid or not _has_same_values(text.msgid, said):
            said = message
        elif "<" in text.msgid:
            said = with_same_tags(text.msgid, said)
        else:
            said = _Escaped(_in_attribute(with_same_tags(text.msgid, said)))
        if phrase.lang == self.locale.id or text.msgid in self._in_tags:
            return said
        if "<" in said:
            return marked(said, phrase.lang, self.locale)
        return Title(without_tags(unescape(said)), phrase.lang, self.locale)


class _Escaped(str):
    """What can stand in an attribute as it is, whether or not the template escapes it, too."""

    def __html__(self) -> str:
        """What Jinja's `e` filter gives."""
        return str(self)


def _in_attribute(text: str) -> str:
    return text.replace('"', "&#34;").replace("'", "&#39;")


_VALUE = re.compile(r"%(?:\((\w+)\))?[a-z]")


def _has_same_values(source: str, said: str) -> bool:
    """Whether a translation can be filled with what its source is filled with."""
    if sorted(_VALUE.findall(source)) != sorted(_VALUE.findall(said)):
        return False
    names = [name for name in _VALUE.findall(source) if name]
    try:
        return not names or bool(said % dict.fromkeys(names, ""))
    except (KeyError, TypeError, ValueError):
        return False
