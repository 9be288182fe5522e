"""The problems behind an error of MkDocs or of another plugin: what is wrong, and where."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files.yaml_source import Document, Place
from polynotice.mkdocs_host.config_file import config_document
from polynotice.mkdocs_host.host import CONFIG_MODULE, LOG, TITLE, Abort

OWN_LOG = "mkdocs.plugins.polynotice"


@contextmanager
def logged(level: int) -> Iterator[list[str]]:
    """What MkDocs and other plugins log in the meantime from `level` on."""
    lines: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name != OWN_LOG:
                lines.append(record.getMessage())

    listener = Listener(level)
    LOG.addHandler(listener)
    try:
        yield lines
    finally:
        LOG.removeHandler(listener)


def problems_of(
    error: Exception | SystemExit, logged: Sequence[str], config_file: Path
) -> list[Problem]:
    """What `error` ended MkDocs's work for; `logged` are the errors that it logged before."""
    cause = _cause(error)
    frames = traceback.extract_tb(cause.__traceback__) + traceback.extract_tb(error.__traceback__)
    if any(frame.filename == CONFIG_MODULE for frame in frames):
        return _of_configuration(cause, logged, config_file)
    reason = "" if isinstance(cause, Abort) and logged else f"{type(cause).__name__}: {cause}"
    before = [line for line in logged if str(cause) not in line or not reason]
    return [
        Problem(
            code="build-failed",
            span=_place(frames, config_file),
            message=f"The site cannot be built: {_joined([*before, reason])}",
            hint="Fix it and save; the terminal says more.",
        )
    ]


def of_disk(error: Exception) -> str | None:
    """What to say if it was the disk that stopped a build."""
    # To Jinja, a template that is not there is an error of the disk, too.
    if isinstance(error, TemplateError) or not isinstance(error, OSError):
        return None
    where = f" ({error.filename})" if error.filename else ""
    return f"The site cannot be written: {error.strerror or error}{where}."


def _cause(error: BaseException) -> BaseException:
    """What MkDocs turned into its own way to stop."""
    while isinstance(error, Abort) and error.__context__:
        error = error.__context__
    return error


def _place(frames: Sequence[traceback.FrameSummary], config_file: Path) -> Span:
    """The innermost line of the project's own code or templates that was at work."""
    root = config_file.parent
    for frame in reversed(frames):
        path = Path(frame.filename)
        if path.is_relative_to(root) and "site-packages" not in path.parts:
            return Span(path.relative_to(root).as_posix(), frame.lineno or 1)
    return Span(config_file.name)


def _of_configuration(
    error: BaseException, logged: Sequence[str], config_file: Path
) -> list[Problem]:
    """What is wrong with `mkdocs.yml`, so that MkDocs calls no plugin."""
    document, problems = config_document(config_file)
    if document is None and problems:
        return problems
    return [
        Problem(
            code="bad-setting",
            span=_span_in(document, message) if document else Span(config_file.name),
            message=f"{TITLE} cannot use this configuration: {_joined([message])}",
            hint="Correct it and save.",
        )
        for message in logged or [str(error)]
    ]


def _span_in(document: Document, message: str) -> Span:
    """Where the option stands that the message quotes, with what is around it."""
    quoted = {name for groups in _NAMES.findall(message) for name in groups if name}

    def score(place: Place) -> tuple[int, int]:
        named = sum(step in quoted for step in place)
        value = document.at(place)
        return named + (isinstance(value, str) and value in quoted), -len(place)

    places = [place for place in document.lines if place and place[0] in quoted]
    return document.span(max(places, key=score, default=()))


_NAMES = re.compile(r"""(?<!\w)'([^']+)'|(?<!\w)"([^"]+)"|\b([a-z]+_\w+)""")
"""What a message quotes, and what can only be an option."""


def _joined(parts: Sequence[str]) -> str:
    """Sentences on one line, with one full stop at their end."""
    return f"{' '.join(' '.join(filter(None, parts)).split()).rstrip('.!')}."
