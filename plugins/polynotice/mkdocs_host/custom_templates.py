"""A notice's own templates (`theme.custom_dir`): what they say, and what no catalogue translates.

A template says what is to be translated as templates of MkDocs's own themes do: `{{ _("…") }}`, or
`{% trans %}…{% endtrans %}`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.ext import extract_from_ast

from polynotice.checks.quoting import head
from polynotice.core.locales import Locale
from polynotice.core.model import TEMPLATE_CONTEXT, Span, Text
from polynotice.core.problems import Problem, Severity
from polynotice.files import text_files
from polynotice.html.literal_words import FILLED_IN, is_prose, literal_words
from polynotice.html.visible_text import squeezed
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.mkdocs_host.named_words import values_of_names
from polynotice.mkdocs_host.script_problems import script_problem, style_problem
from polynotice.mkdocs_host.template_html import CALLS, TemplateHtml, asks_for_language
from polynotice.mkdocs_host.theme_catalogues import ThemeCatalogues

_OTHER_CALLS = ("ngettext", "pgettext", "npgettext")


@dataclass(frozen=True, kw_only=True)
class CustomTemplates:
    """What the templates say."""

    texts: tuple[Text, ...] = ()
    """What they have catalogues translate, in the order of the files' names."""
    in_tags: frozenset[str] = frozenset()
    """The msgids of those of the texts that stand within a tag, as in `title="{{ _('…') }}"`."""
    constants: tuple[tuple[str, Span], ...] = ()
    """Texts that they give to names, macros and the like, and may print somewhere else."""
    printed: frozenset[tuple[str, Span]] = frozenset()
    """Those of them that the same template prints as words: they are among the problems."""
    problems: tuple[Problem, ...] = ()


def read_templates(config: MkDocsConfig, locales: Collection[Locale]) -> CustomTemplates:
    """Reads every template of the project's own folder, if it has one.

    What the theme's own catalogues have in all of `locales` is left to them: a template that is a
    copy of the theme's says much of that.
    """
    if not config.theme.custom_dir:
        return CustomTemplates()
    env, folder = config.theme.get_env(), Path(config.theme.custom_dir)
    root = Path(config.config_file_path).parent
    theme = ThemeCatalogues(config.theme.dirs)
    spoken = [locale for locale in locales if not locale.is_pseudo]
    texts: list[Text] = []
    in_tags: set[str] = set()
    constants: list[tuple[str, Span]] = []
    printed: set[tuple[str, Span]] = set()
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.html")):
        below = path.relative_to(folder)
        # What a theme says in each language, in Material's way.
        if below.parts[:2] == ("partials", "languages") or below.name.startswith("."):
            continue
        shown = Path(os.path.relpath(path, root)).as_posix()
        try:
            template = _Template(text_files.read_text(path), shown, env)
        except text_files.UnreadableFileError as error:
            message = f"The template cannot be read: {error.reason}."
            problems.append(_problem(Span(shown, error.line), message, error.hint, _FAILED))
            continue
        except TemplateSyntaxError as error:
            message = f"The template cannot be understood: {(error.message or '').rstrip('.')}."
            span = Span(shown, error.lineno)
            problems.append(_problem(span, message, "Correct that line.", _FAILED))
            continue
        texts += [
            text
            for text in template.texts
            if not spoken or not all(theme.gettext(locale, text.msgid) for locale in spoken)
        ]
        in_tags |= template.in_tags
        constants += template.constants
        printed |= template.printed
        problems += template.problems
    return CustomTemplates(
        texts=tuple(texts),
        in_tags=frozenset(in_tags),
        constants=tuple(constants),
        printed=frozenset(printed),
        problems=tuple(problems),
    )


def template_text(msgid: str, span: Span) -> Text:
    """The text of a message that a template has translated. HTML makes one space of many."""
    return Text(
        msgid=squeezed(msgid),
        span=span,
        context=TEMPLATE_CONTEXT,
        comment=f"In the template {Path(span.path).name}",
    )


class _Template:
    """One template, parsed by Jinja but filled with nothing."""

    def __init__(self, source: str, path: str, env: Environment) -> None:
        self._path = path
        self._tree = env.parse(source)
        self._calls = [
            (line, call, [each for each in said if each])
            for line, call, said in extract_from_ast(self._tree, babel_style=False)
            if isinstance(said, tuple)
        ]

    @property
    def texts(self) -> Iterator[Text]:
        for line, call, said in self._calls:
            if call in CALLS and said and said[0].strip():
                yield template_text(said[0], Span(self._path, line))

    @property
    def in_tags(self) -> set[str]:
        """The msgids of the texts that stand within a tag."""
        stream = self._stream
        words = set()
        for position, msgid in stream.said:
            before = stream.html[:position]
            if before.rfind("<") > before.rfind(">"):
                words.add(squeezed(msgid))
        return words

    @property
    def constants(self) -> Iterator[tuple[str, Span]]:
        for node in _constants_in(self._tree):
            yield node.value, Span(self._path, node.lineno)

    @cached_property
    def printed(self) -> set[tuple[str, Span]]:
        """The words that it gives to a name, and prints by that name."""
        values = values_of_names(self._tree, asks_for_language)
        named = [each for given in values.values() for each in given if is_prose(each.value)]
        if not named:
            return set()
        # A sign before each of them tells where it comes out.
        signs = {id(each): chr(_SIGN + number) for number, each in enumerate(named)}
        stream = TemplateHtml(
            {
                name: [signs[id(each)] + each.value for each in given if id(each) in signs]
                for name, given in values.items()
            }
        )
        stream.add(self._tree)
        shown = {character for _, words in literal_words(stream.html) for character in words}
        return {
            (each.value, Span(self._path, each.lineno))
            for each in named
            if signs[id(each)] in shown
        }

    @property
    def problems(self) -> Iterator[Problem]:
        from polynotice.html.script_words import words_of_script  # here: most have no template
        from polynotice.html.style_words import words_of_declarations, words_of_style

        html = self._stream.html
        for script in _SCRIPT.finditer(html):
            for words, position in words_of_script(script["text"].replace(FILLED_IN, "0")):
                line = html.count("\n", 0, script.start("text") + position) + 1
                yield script_problem(words, Span(self._path, line))
        for style in _STYLE.finditer(html):
            first = html.count("\n", 0, style.start("text"))
            for words, line in words_of_style(style["text"]):
                yield style_problem(words, Span(self._path, first + line))
        for style in _STYLED.finditer(html):
            for words, _ in words_of_declarations(unescape(style["text"])):
                line = html.count("\n", 0, style.start()) + 1
                yield style_problem(words, Span(self._path, line))
        for line, words in literal_words(self._stream.html):
            yield _problem(
                Span(self._path, line),
                f'The template says "{head(words)}" in every language.',
                'Write {{ _("…") }} or {% trans %}…{% endtrans %} around it, then run '
                '`polynotice update`; or say `translate="no"` in the tag around a name.',
            )
        for words, span in self.printed:
            yield in_every_language(words, span)
        for line, call, said in self._calls:
            if call in _OTHER_CALLS and said:
                yield _problem(
                    Span(self._path, line),
                    f'No catalogue translates "{head(said[-1])}": templates have no plural '
                    "forms and no contexts.",
                    'Write {{ _("…") }}, or {% trans %}…{% endtrans %} without `pluralize`.',
                )

    @cached_property
    def _stream(self) -> TemplateHtml:
        stream = TemplateHtml()
        stream.add(self._tree)
        return stream


_SCRIPT = re.compile(
    r"""<script(?![^>]*\btype=["']?[\w/]*json)[^>]*>(?P<text>.*?)</script""",
    re.IGNORECASE | re.DOTALL,
)


_STYLE = re.compile(r"<style\b[^>]*>(?P<text>.*?)</style", re.IGNORECASE | re.DOTALL)
_STYLED = re.compile(r"""<[^<>]*?\sstyle=(?P<sign>["'])(?P<text>.*?)(?P=sign)""", re.DOTALL)


def _constants_in(node: nodes.Node) -> Iterator[nodes.Const]:
    """The texts in a template that are no message, and compared with nothing."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node
    if isinstance(node, nodes.Compare | nodes.Getitem | nodes.FromImport | nodes.Import):
        return
    match node:
        case nodes.Call(node=nodes.Name(name=name)) if name in (*CALLS, *_OTHER_CALLS):
            return
    for child in node.iter_child_nodes():
        yield from _constants_in(child)


_FAILED = "build-failed"
_SIGN = 0xF0000
"""The first of the signs that Unicode leaves to whoever needs some."""


def in_every_language(words: str, span: Span, locale: Locale | None = None) -> Problem:
    """The warning for words that come onto pages of every language; `locale` is one of those."""
    return Problem(
        code="untranslatable-text",
        severity=Severity.WARNING,
        span=span,
        locale=locale.id if locale else None,
        message=f'Pages say "{head(words)}" in every language.',
        hint='Write it in the template as {{ _("…") }}, then run `polynotice update`; or say '
        '`translate="no"` in the tag around a name.',
    )


def _problem(span: Span, message: str, hint: str, code: str = "untranslatable-text") -> Problem:
    return Problem(code=code, span=span, message=message, hint=hint)
