"""Words that scripts of the project's own show, which no catalogue translates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from polynotice.checks.quoting import head
from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.html.addresses import leads_away
from polynotice.html.script_words import words_of_script


def words_of_scripts(config: MkDocsConfig) -> Iterator[Problem]:
    """A warning for each text that a script of the project's own shows."""
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    for name in map(str, config.extra_javascript):
        path = docs / name
        if leads_away(name) or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else name
        for words, position in words_of_script(text):
            yield script_problem(words, Span(shown, text.count("\n", 0, position) + 1))


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
