"""What is wrong, as a build says it: in MkDocs's log, and by ending what is to be published."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from polynotice.core.problems import Problem, Severity, errors
from polynotice.mkdocs_host.host import PluginError
from polynotice.mkdocs_host.mkdocs_errors import OWN_LOG

log = logging.getLogger(OWN_LOG)


class Report:
    """Collects the problems of one build."""

    def __init__(self) -> None:
        self.is_preview = False
        self.problems: list[Problem] = []

    def forget(self) -> None:
        """Drops what the last build found: the next may end before it comes to this plugin."""
        self.problems = []

    def __call__(self, consequence: str, problems: Sequence[Problem]) -> None:
        """Prints what is wrong, and ends a build that is to be published if it is an error."""
        self.problems = [*self.problems, *problems]
        for problem in problems:
            log.log(_LEVELS[problem.severity], str(problem))
        if not self.is_preview and (wrong := errors(problems)):
            count = f"{len(wrong)} {'error' if len(wrong) == 1 else 'errors'}"
            raise PluginError(f"{count}. {consequence} The last good site is as it was.")


_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}
