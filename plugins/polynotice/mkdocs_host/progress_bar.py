"""A bar on the terminal while work takes longer than a second, and nothing anywhere else.

Rich draws it, and is loaded only then. It has no thread, since processes are divided only while
there is none: what is drawn is drawn when somebody says that something is done.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from polynotice.core.work_done import heard_by, is_heard

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds for which nothing is shown."""
_EVERY = 0.1
"""Seconds between two drawings."""
_LOGGERS = ("", "mkdocs", "properdocs")
"""Those whose handlers write to the terminal."""


@contextmanager
def shown() -> Iterator[None]:
    """Shows how far the work has come that is done in the meantime, if it takes long."""
    if is_heard() or not may_be_shown(sys.stderr, os.environ):
        yield
        return
    bar = _Bar(sys.stderr)
    before_lines = _BeforeLines(bar)
    # One that has no handler yet writes to `sys.stderr`, and would not with this one.
    loggers = [logger for logger in map(logging.getLogger, _LOGGERS) if logger.handlers]
    for logger in loggers:
        logger.handlers.insert(0, before_lines)
    try:
        with heard_by(bar):
            yield
    finally:
        bar.hide()
        for logger in loggers:
            logger.removeHandler(before_lines)


def may_be_shown(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether somebody looks at the stream, on a terminal that can draw.

    >>> import io
    >>> may_be_shown(io.StringIO(), {"TERM": "xterm"})
    False
    """
    if environment.get("NO_COLOR") or environment.get("CI"):
        return False
    return stream.isatty() and environment.get("TERM", "dumb") not in ("dumb", "unknown")


class _Bar:
    """Draws what is done. A copy of the process draws nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._process = os.getpid()
        self._start = time.monotonic()
        self._drawn = 0.0
        self._progress: Progress | None = None
        self._streams: tuple[TextIO, TextIO] = (sys.stdout, sys.stderr)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draws it, if the work takes long and was not drawn just now."""
        now = time.monotonic()
        if now - self._start < _PATIENCE or now - self._drawn < _EVERY:
            return
        if os.getpid() != self._process:
            return
        self._drawn = now
        if self._progress is None:
            self._show(what, done, total)
        else:
            task = self._progress.task_ids[0]
            self._progress.update(task, description=what, completed=done, total=total)
            self._progress.refresh()

    def _show(self, what: str, done: int, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(file=self._stream),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        progress.add_task(what, completed=done, total=total)
        progress.start()
        self._progress = progress
        self._streams = (sys.stdout, sys.stderr)
        sys.stdout, sys.stderr = (_Hiding(each, self) for each in self._streams)

    def hide(self) -> None:
        """Takes it away, until something more is done."""
        if self._progress is not None and os.getpid() == self._process:
            progress, self._progress = self._progress, None
            sys.stdout, sys.stderr = self._streams
            progress.stop()


class _Hiding:
    """Stands for a stream while a bar is drawn, and takes it away before the stream is used."""

    def __init__(self, stream: TextIO, bar: _Bar) -> None:
        self._stream = stream
        self._bar = bar

    def __getattr__(self, name: str) -> Any:
        self._bar.hide()
        return getattr(self._stream, name)


class _BeforeLines(logging.Handler):
    """Comes before the handlers that write lines, and takes the bar away."""

    def __init__(self, bar: _Bar) -> None:
        super().__init__()
        self._bar = bar

    def emit(self, _: logging.LogRecord) -> None:
        """Takes it away."""
        self._bar.hide()
