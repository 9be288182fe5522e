"""The whole notice as a PDF for each locale: printed from a proved build, and proved again."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.util import find_spec
from pathlib import Path

from polynotice.core.locales import Locale
from polynotice.core.model import Span
from polynotice.core.problems import Problem, errors
from polynotice.mkdocs_host.host import MkDocsConfig, PluginError
from polynotice.mkdocs_host.plugin import PolynoticePlugin
from polynotice.mkdocs_host.printing import NO_EXTRA, Paper, Printer, printer
from polynotice.mkdocs_host.site_build import build_site
from polynotice.notice.words import UNTITLED
from polynotice.pages.links import root_of
from polynotice.pages.printed_page import PrintedPage, read_page
from polynotice.project.whole import full_page_in
from polynotice.verify import provenance

NOWHERE = "https://notice.invalid/"
"""Stands for the address of a site that has none: a name that never leads anywhere (RFC 6761)."""


@dataclass(frozen=True, kw_only=True)
class PdfOrder:
    """What is to be printed, and where to."""

    locales: Sequence[str]
    """Their ids; none are all that are published."""
    folder: Path
    name: str
    day: date | None
    """Stands on each sheet."""
    paper: Paper
    browser: str | None
    """The program, if one was named."""

    def file(self, locale: Locale) -> str:
        """The name of a locale's PDF."""
        return f"{self.name}.{locale.id}.pdf"


def print_site(config: MkDocsConfig, order: PdfOrder) -> list[Problem]:
    """Builds and proves the site of a loaded configuration, and prints each of those locales.

    Gives what is wrong; what was in the folder stays as it was if an error is among that.
    """
    if any(find_spec(name) is None for name in ("playwright", "pikepdf")):
        return [_problem(order.folder, "The packages that print are not there.", NO_EXTRA)]
    try:
        with tempfile.TemporaryDirectory(prefix="polynotice-pdf-") as made:
            return _printed(config, order, Path(made))
    except OSError as error:
        message = f"The PDFs cannot be written: {error.strerror or error}."
        return [_problem(order.folder, message, "What was there is as it was.")]


def _printed(config: MkDocsConfig, order: PdfOrder, made: Path) -> list[Problem]:
    plugin = config.plugins["polynotice"]
    assert isinstance(plugin, PolynoticePlugin)  # noqa: S101
    # A catalogue knows a title for the page only if the site is to have the page.
    plugin.config["full_page"] = plugin.config["full_page"] or UNTITLED
    config.site_dir = str(made / "site")
    problems = build_site(config, ())
    if errors(problems):
        return problems
    files: dict[str, Path] = {}
    speaking = plugin.build.speaking
    try:
        with printer(made / "site", config.site_url or NOWHERE, order.browser) as ready:
            for locale in speaking.locales:
                if not order.locales or locale.id in order.locales:
                    files[order.file(locale)] = made / order.file(locale)
                    problems += _print(plugin, locale, order, ready, made)
    except PluginError as error:
        return [*problems, _problem(order.folder, str(error), "No PDF was written.")]
    if not errors(problems):
        _put(files, order.folder)
    return problems


def _print(
    plugin: PolynoticePlugin, locale: Locale, order: PdfOrder, ready: Printer, made: Path
) -> list[Problem]:
    from polynotice.project.exports.pdf_finish import finish
    from polynotice.verify.pdf_comparison import problems_in_pdf

    root = root_of(locale, plugin.build.source)
    address = full_page_in(plugin.build.project, root).address
    html = made / "site" / address.removeprefix("/")
    html = html / "index.html" if html.is_dir() else html
    page = read_page(html.read_text(encoding="utf-8"))
    target = made / order.file(locale)
    day = "" if order.day is None else locale.written_date(order.day)
    ready.print_page(address, style_of(page, day), order.paper, target)
    finish(target, page, _time(order), NOWHERE)
    return problems_in_pdf(target, page, (order.folder / target.name).as_posix())


def style_of(page: PrintedPage, day: str) -> str:
    """What stands at the foot of each sheet beside its number: the notice's name, and the day."""
    sides = ("right", "left") if page.is_from_right else ("left", "right")
    boxes = (
        f"@bottom-{side} {{ color: #555; font: 9pt sans-serif; content: {_quoted(text)}; }}"
        for side, text in zip(sides, (page.site or page.title, day), strict=True)
    )
    return f"@page {{ {' '.join(boxes)} }}"


def _quoted(text: str) -> str:
    """A string in CSS, which also ends no element of HTML."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ").replace("\\n", " ")


def _time(order: PdfOrder) -> datetime | None:
    """When the notice says that it was made; no clock is asked."""
    if provenance.EPOCH in os.environ:
        return provenance.date()
    return None if order.day is None else datetime.combine(order.day, time(), UTC)


def _put(files: Mapping[str, Path], folder: Path) -> None:
    """Puts all files into the folder, once each is beside its place."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".polynotice-", dir=folder) as beside:
        for name, path in files.items():
            shutil.copyfile(path, Path(beside, name))
        for name in files:
            Path(beside, name).replace(folder / name)


def _problem(folder: Path, message: str, hint: str) -> Problem:
    return Problem(code="bad-pdf", span=Span(folder.as_posix()), message=message, hint=hint)
