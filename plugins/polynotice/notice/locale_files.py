"""What stands beside a locale's catalogue as YAML: its glossary, its link map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from polynotice.core.locales import Locale
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files, yaml_source
from polynotice.files.yaml_source import Document


def read_locale_file(
    root: Path, name: str, locale: Locale, *, code: str, what: str
) -> tuple[Document | None, list[Problem]]:
    """The file `name` below `root`, which is the locale's `what`, and what is wrong with it.

    `None` if there is none, or if it cannot be read at all. Problems are reported under `code`.
    """
    try:
        text = text_files.read_text(root / name, within=root)
    except FileNotFoundError:
        return None, []
    except text_files.UnreadableFileError as error:
        message = f"The {what} cannot be read: {error.reason}."
        span = Span(name, error.line)
        problem = Problem(code=code, span=span, message=message, hint=error.hint, locale=locale.id)
        return None, [problem]
    document, problems = yaml_source.load_yaml(text, name, code=code)
    # A repeated key, too: it is no mistake of the records, and keeps nobody from their update.
    return document, [replace(one, code=code, locale=locale.id) for one in problems]
