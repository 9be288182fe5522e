"""What follows a save in `mkdocs serve`: a rebuild, or on every page what stopped it."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from polynotice.core.garbage_collection import collect_less_often
from polynotice.files.preview_site import files_below
from polynotice.mkdocs_host import mkdocs_errors
from polynotice.mkdocs_host.host import LiveReloadServer, MkDocsConfig, MkDocsException
from polynotice.mkdocs_host.report import Report
from polynotice.mkdocs_host.watcher import folders_of, latest_change
from polynotice.pages import preview

log = logging.getLogger(mkdocs_errors.OWN_LOG)


def go_on(
    server: LiveReloadServer,
    config: MkDocsConfig,
    report: Report,
    begin: Callable[[], bool],
    started: float,
) -> Callable[[], None]:
    """Lets the server go on whatever is wrong, with what is there now.

    Something may have been saved since the first build has started, when nothing was watched yet.
    Gives what leaves the process as it was.
    """
    gc.collect()
    # What the first build has left is looked through no more: that took a third of a save.
    end = collect_less_often()
    server.builder = Rebuild(server, config, report, begin)
    read = map(Path, (config.docs_dir, config.config_file_path, *config.watch))
    if latest_change([*read, *folders_of(config)]) > started:
        server.builder()
    return end


class Rebuild:
    """Stands in for the server's own builder, which raises what goes wrong.

    MkDocs's server would then hold back every page until a build succeeds, and a browser that asks
    for one waits without a word.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        report: Report,
        begin: Callable[[], bool],
    ) -> None:
        """`report` is what each build finds wrong.

        `begin` begins one; it gives whether it has ended it, too.
        """
        self._begin = begin
        self._builder = server.builder
        self._site = Path(server.root)
        self._config_file = Path(config.config_file_path)
        self._level = logging.WARNING if config.strict else logging.ERROR
        self._report = report
        self._pages: set[str] = set()
        """The names of every page that a browser may have open."""

    def __call__(self) -> None:
        """Builds the site, or shows why it cannot be built on every page that was there."""
        self._note_pages()
        self._report.forget()
        with mkdocs_errors.logged(self._level) as lines:
            try:
                if not self._begin():
                    self._builder()
            # Some plugins give up by ending the process.
            except (Exception, SystemExit) as error:
                log.error(str(error), exc_info=not isinstance(error, MkDocsException))
                problems = mkdocs_errors.problems_of(error, lines, self._config_file)
                self._note_pages()
                self._show(preview.failure([*self._report.problems, *problems]), self._pages)
                return
        gone = self._pages.difference(files_below(self._site))
        # MkDocs's error page does not reload itself, and so would stay when the page returns.
        self._show(preview.gone(self._report.problems), gone)

    def _note_pages(self) -> None:
        self._pages.update(name for name in files_below(self._site) if name.endswith(".html"))

    def _show(self, html: str, pages: Iterable[str]) -> None:
        data = html.encode(errors="xmlcharrefreplace")
        for page in map(self._site.joinpath, pages):
            if any(folder.is_file() for folder in page.parents):
                # A file has the name that the page's folder had.
                continue
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(data)
            # Older than its source, so that `--dirty` writes the page again.
            os.utime(page, (0, 0))
