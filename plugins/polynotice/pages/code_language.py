"""Code on a translated page, which stays in the source's words and says so."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from polynotice.pages.conversion import Conversion
from polynotice.pages.element_names import UNTRANSLATED

_CODE = re.compile(r"<pre(\s[^>]*)?>(?=(.*?)</pre>)", re.DOTALL | re.IGNORECASE)
_SAYS_LANGUAGE = re.compile(r"\slang\s*=", re.IGNORECASE)
_CLASS = re.compile(r"(\sclass\s*=\s*[\"'])", re.IGNORECASE)
_TAG_OR_ENTITY = re.compile(r"<[^>]*>|&#?\w+;")


class MarkCode(Postprocessor):
    """Marks each block of code with words as in the source's language, where the page is not.

    All of them: a form letter and a command cannot be told apart, and the words of a command are
    no language's but the source's either. Sought in the HTML, for other extensions put theirs in
    there as it is. Code within a text is a part of its message.
    """

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, text: str) -> str:
        """The HTML of the page."""
        context = self._conversion.context
        if context.locale.id == context.source.id:
            return text
        mark = f' lang="{context.source.id}"'
        if context.source.direction != context.locale.direction:
            mark += f' dir="{context.source.direction}"'
        return _CODE.sub(lambda match: _marked(match, mark), text)


def _marked(match: re.Match[str], mark: str) -> str:
    attributes = match[1] or ""
    has_words = any(character.isalpha() for character in _TAG_OR_ENTITY.sub("", match[2]))
    if not has_words or _SAYS_LANGUAGE.search(attributes):
        return match[0]
    if _CLASS.search(attributes):
        attributes = _CLASS.sub(rf"\g<1>{UNTRANSLATED} ", attributes, count=1)
    else:
        attributes += f' class="{UNTRANSLATED}"'
    return f"<pre{attributes}{mark}>"
