"""Pages that another plugin completes before Markdown reads them: by includes, or by macros.

What it adds are words of the notice. They are therefore put into the page when it is read, once and
by the plugin itself, for check, catalogues and every locale alike, and not again while building.
"""

from __future__ import annotations

import difflib
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.mkdocs_host import mkdocs_errors
from polynotice.mkdocs_host.host import (
    LOG,
    File,
    Files,
    MkDocsConfig,
    MkDocsException,
    Navigation,
    Page,
    get_navigation,
    meta,
)
from polynotice.pages.page_context import SourcePage

PLUGINS = ("include-markdown", "macros")
"""Those whose words are known before a build: each page's depend on the project's files alone."""

_Handler = Callable[..., Any]


class Expansions:
    """Lets those plugins complete the pages of a project.

    `files` gives those below `docs/`, for this alone. `asked` tells whether the plugins have been
    asked about the configuration, as they have in a build.
    """

    def __init__(self, config: MkDocsConfig, files: Callable[[], Files], *, asked: bool) -> None:
        self._config = config
        self._root = Path(config.config_file_path).parent
        self._handlers = _handlers(config, "page_markdown")
        self.problems: list[Problem] = []
        if self._handlers:
            self._files = files()
            self._prepare(asked=asked)

    def _prepare(self, *, asked: bool) -> None:
        """Does with the plugins what MkDocs does before it comes to pages."""
        config, files = self._config, self._files
        with mkdocs_errors.logged(logging.WARNING) as lines:
            try:
                for handler in () if asked else _handlers(config, "config"):
                    handler(config)
                nav = _navigation(files, config)
                for handler in _handlers(config, "nav"):
                    handler(nav, config=config, files=files)
            except _FAILURES as error:
                self._handlers = []
                config_file = Path(config.config_file_path)
                self.problems += mkdocs_errors.problems_of(error, lines, config_file)
        for plugin in _plugins(config):
            if "on_error_fail" in plugin.config:
                plugin.config["on_error_fail"] = True  # an error is no word of the notice

    def expanded(self, source: SourcePage) -> SourcePage:
        """The page with what they put into it; as it is, and a problem, where they cannot."""
        file = self._files.get_file_from_path(source.uri) if self._handlers else None
        if file is None:
            return source
        page = file.page or Page(None, file, self._config)
        before, (_, page.meta) = source.body, meta.get_data(file.content_string)
        asked = before
        while True:
            page.markdown = asked
            given, error, lines = self._asked_all(asked, page)
            if given is not None:
                body = given
                self.problems += self._warnings(lines)
                break
            self.problems.append(self._failure(error, lines, source))
            rest = self._without_cause(error, asked, page)
            if rest is None:
                return source
            asked = rest
        if body == before:
            return source
        body = body.replace("\r\n", "\n")
        words = dict(source.words)
        title = vars(page).get("title")
        if "title" in words and isinstance(title, str) and "{" in words["title"].msgid:
            words["title"] = replace(words["title"], msgid=title)
        done = replace(
            source, body=body, words=words, origins=tuple(self._origins(source, body, file))
        )
        self.problems += _left_over(source, done)
        return done

    def _asked_all(self, body: str, page: Page) -> tuple[str | None, BaseException, Sequence[str]]:
        """What they make of a page; `None`, and why, where they cannot, with what they logged."""
        with mkdocs_errors.logged(logging.WARNING) as lines:
            try:
                for handler in self._handlers:
                    given = handler(body, page=page, config=self._config, files=self._files)
                    body = body if given is None else given
            except _FAILURES as error:
                return None, error, lines
        return body, SystemExit(), lines

    def _without_cause(self, error: BaseException, body: str, page: Page) -> str | None:
        """The page without the line that asks for an include that failed, to find what else does.

        `None` where it is no include that failed: what a macro says may go over several lines.
        """
        if not _PLACE.search(str(error)):
            return None
        lines = body.split("\n")
        for number, line in enumerate(lines):
            if "include" in line:
                rest = "\n".join([*lines[:number], "", *lines[number + 1 :]])
                _, other, _ = self._asked_all(rest, page)
                if str(other) != str(error):
                    return rest
        return None

    def _failure(self, error: BaseException, lines: Sequence[str], source: SourcePage) -> Problem:
        said = " ".join(lines) if isinstance(error, SystemExit) else str(error)
        line = _LINE.search(said)
        number = int(next(filter(None, line.groups()))) - 1 if line else 0
        span = self._included(said) or source.span(number)
        reason = " ".join(said.split("```")[0].split()).rstrip(".")
        reason = _PLACE.sub("", reason)  # stands before the message, and there counts from the root
        return Problem(
            code="unreadable-page",
            span=span,
            message=f"Another plugin cannot complete the page: {reason}.",
            hint="Correct what the page asks it for.",
        )

    def _warnings(self, lines: Sequence[str]) -> Iterator[Problem]:
        """What they warned of with a place, such as a part of a file that is not there."""
        for line in lines:
            span = self._included(line) or self._of_page(line)
            if span is not None:
                yield Problem(
                    code="unreadable-page",
                    severity=Severity.WARNING,
                    span=span,
                    message=f"Another plugin says: {_PLACE.sub('', ' '.join(line.split()))}.",
                    hint="Correct what the page asks it for.",
                )

    def _of_page(self, said: str) -> Span | None:
        """The line of a page that is named, which counts without its front matter."""
        place = _PLACE.search(said)
        file = self._files.get_file_from_path(place["path"]) if place else None
        if place is None or file is None:
            return None
        body, _ = meta.get_data(file.content_string)
        first = file.content_string.count("\n") - body.count("\n")
        shown = Path(file.abs_src_path or "").resolve().relative_to(self._root.resolve())
        return Span(shown.as_posix(), first + int(place["line"]))

    def _included(self, said: str) -> Span | None:
        """The line of an included file that is at fault; `None` where it is the page's own.

        The line that is named counts from where the include began to take the file's lines.
        """
        place = _PLACE.search(said)
        path = Path(self._config.docs_dir, place["path"]).resolve() if place else None
        root = self._root.resolve()
        if place is None or path is None or not path.is_file() or not path.is_relative_to(root):
            return None
        if self._files.get_file_from_path(place["path"]) is not None:
            return None
        named = _QUOTED.search(said)
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        number = min(int(place["line"]), len(lines))
        if named and named[1] not in lines[number - 1]:
            asking = (n for n, line in enumerate(lines, 1) if named[1] in line)
            number = next(asking, number)
        return Span(path.relative_to(root).as_posix(), number)

    def _origins(self, source: SourcePage, body: str, file: File) -> Iterator[Span]:
        """Where each line of the completed page was written."""
        old, new = source.body.split("\n"), body.split("\n")
        matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
        for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
            if kind == "equal":
                yield from (source.span(number) for number in range(old_from, old_to))
                continue
            named = self._named("\n".join(old[old_from:old_to]), file)
            for line in new[new_from:new_to]:
                asking = source.span(min(old_from, len(old) - 1))
                yield next(_places(line, named), asking)

    def _named(self, text: str, file: File) -> dict[str, list[str]]:
        """The lines of each file that `text` names, by its path below the project's folder."""
        folders = [Path(file.abs_src_path or "").parent, Path(self._config.docs_dir), self._root]
        expansions = {}
        for name in re.findall(r"""["']([^"'\n]+)["']""", text):
            path = next(filter(Path.is_file, ((folder / name) for folder in folders)), None)
            if path is not None and path.resolve().is_relative_to(self._root.resolve()):
                shown = path.resolve().relative_to(self._root.resolve()).as_posix()
                expansions[shown] = path.read_text(encoding="utf-8", errors="replace").split("\n")
        return expansions


_LINE = re.compile(r'File "<template>", line (\d+)|_Line (\d+)|\.md:(\d+)')
"""How these plugins name a line of a page without its front matter."""

_PLACE = re.compile(r" at (?P<path>\S.*?):(?P<line>\d+)\b")
"""How include-markdown names a line, from `docs/`."""
_QUOTED = re.compile(r"'([^']+)'")

_FAILURES = (
    *(MkDocsException, SystemExit, OSError),
    # What they are given by an author's own code, or by a directive that they do not understand.
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
)


def _navigation(files: Files, config: MkDocsConfig) -> Navigation:
    """What MkDocs makes of `nav`, without a word about what is wrong with it: the build says so."""
    logger = LOG.getChild("structure.nav")
    was, logger.disabled = logger.disabled, True
    try:
        return get_navigation(files, config)
    finally:
        logger.disabled = was


def _plugins(config: MkDocsConfig) -> list[Any]:
    return [config.plugins[name] for name in PLUGINS if name in config.plugins]


def _handlers(config: MkDocsConfig, event: str) -> list[_Handler]:
    """What those plugins do at an event of MkDocs, in the order in which it asks them."""
    plugins = _plugins(config)
    return [
        one for one in config.plugins.events[event] if getattr(one, "__self__", None) in plugins
    ]


def _places(line: str, files: dict[str, list[str]]) -> Iterator[Span]:
    """Where a line stands in those files."""
    wanted = line.strip()
    for path, lines in files.items() if wanted else ():
        yield from (Span(path, number) for number, each in enumerate(lines, 1) if wanted in each)


_DIRECTIVE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def _left_over(source: SourcePage, done: SourcePage) -> Iterator[Problem]:
    """What they were asked for, and have left on the page as it was."""
    written = set(_DIRECTIVE.findall(source.body))
    if "{% raw" in source.body:
        return
    for number, line in enumerate(done.body.split("\n")):
        for directive in _DIRECTIVE.findall(line):
            if directive in written:
                yield Problem(
                    code="unreadable-page",
                    severity=Severity.WARNING,
                    span=done.span(number),
                    message=f'The page shows "{directive}": nothing gives it a value.',
                    hint="Define it, or correct its name; {% raw %} shows it as it is.",
                )


def leave_out(config: MkDocsConfig, uris: frozenset[str]) -> None:
    """Keeps those plugins from completing the pages `uris` a second time, while they are built."""
    events = config.plugins.events["page_markdown"]
    own = _handlers(config, "page_markdown")
    events[:] = [_but(each, uris) if each in own else each for each in events]


def _but(handler: _Handler, uris: frozenset[str]) -> _Handler:
    def handled(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> Any:
        source = getattr(page, "source_page", None)
        uri = source.uri if isinstance(source, SourcePage) else page.file.src_uri
        if uri in uris:
            return None
        return handler(markdown, page=page, config=config, files=files)

    return handled
