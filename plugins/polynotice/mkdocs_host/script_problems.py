"""Words that scripts and styles of the project's own show, which no catalogue translates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from polynotice.checks.quoting import head
from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.html.addresses import leads_away
from polynotice.mkdocs_host.host import MkDocsConfig


def words_of_scripts(config: MkDocsConfig) -> Iterator[Problem]:
    """A warning for each text that a script of the project's own shows."""
    for shown, text in _files(config, config.extra_javascript):
        from polynotice.html.script_words import words_of_script  # here: most have no script

        for words, position in words_of_script(text):
            yield script_problem(words, Span(shown, text.count("\n", 0, position) + 1))


def words_of_styles(config: MkDocsConfig) -> Iterator[Problem]:
    """A warning for each text that a style sheet of the project's own shows."""
    for shown, text in _files(config, config.extra_css):
        from polynotice.html.style_words import words_of_style

        for words, line in words_of_style(text):
            yield style_problem(words, Span(shown, line))


def _files(config: MkDocsConfig, names: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Those of the files that stand in `docs/` or in `custom_dir`: path and text of each."""
    root = Path(config.config_file_path).parent
    folders = [config.docs_dir, *filter(None, [config.theme.custom_dir])]
    for name in map(str, names):
        path = next((one for folder in folders if (one := Path(folder, name)).is_file()), None)
        if path is not None and not leads_away(name):
            shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else name
            yield shown, path.read_text(encoding="utf-8", errors="replace")


def script_problem(words: str, span: Span) -> Problem:
    """The warning for words that a script shows."""
    return Problem(
        code="untranslatable-text",
        severity=Severity.WARNING,
        span=span,
        message=f'The script says "{head(words)}" in every language.',
        hint="Let a template hand it over, as in `data-words=\"{{ _('…') }}\"`, or choose it by "
        "`document.documentElement.lang`.",
    )


def style_problem(words: str, span: Span) -> Problem:
    """The warning for words that a style sheet shows."""
    return Problem(
        code="untranslatable-text",
        severity=Severity.WARNING,
        span=span,
        message=f'The style sheet says "{head(words)}" in every language.',
        hint="Let a template hand it over, as in `data-words=\"{{ _('…') }}\"` with "
        "`content: attr(data-words)`, or choose it by `:lang(…)`.",
    )
