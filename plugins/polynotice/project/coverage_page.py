"""What the law asks for and where the notice states it, as one page of HTML that can be filed.

It needs no other file and asks no clock: it says of which commit it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, tostring

from polynotice.core.locales import find_locale
from polynotice.files.replacing import replace_file
from polynotice.project.coverage import Coverage, Covered, all_locales
from polynotice.project.disclosures import Place
from polynotice.project.project import Project

GENERATOR = "Polynotice coverage"
"""By which the page is known again."""

_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
caption { font-weight: bold; text-align: start }
th, td { border: 1px solid #8888; padding: .4rem .6rem; text-align: start; vertical-align: top }
ul { margin: 0; padding-inline-start: 1.2rem }
.missing { font-weight: bold }
@media print { body { margin: 0 } tr { break-inside: avoid } }
"""


class NotOursError(Exception):
    """The file is there already, and is not a page of ours."""


def write_page(path: Path, page: str) -> None:
    """Writes the page, in the place of an earlier one.

    Raises `NotOursError` where something else is there, `OSError` if the disk refuses.
    """
    data = page.encode()
    if not path.exists():
        try:
            path.write_bytes(data)
        except OSError:
            path.unlink(missing_ok=True)  # no half of it is left
            raise
        return
    if GENERATOR.encode() not in path.read_bytes()[:2000]:
        raise NotOursError
    replace_file(path, data)


def coverage_page(project: Project, lists: Sequence[Coverage], site_name: str, made_of: str) -> str:
    """The page; `made_of` says of which version of the notice it is."""
    root = Element("html", {"lang": "en"})
    head = SubElement(root, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"name": "generator", "content": GENERATOR})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width"})
    title = f"What the law asks for: {site_name}"
    SubElement(head, "title").text = title
    SubElement(head, "style").text = _STYLE
    body = SubElement(SubElement(root, "body"), "main")
    SubElement(body, "h1").text = title
    SubElement(body, "p").text = made_of
    SubElement(body, "p").text = _CAVEAT
    for each in lists:
        _add_list(body, project, each)
    if not lists:
        SubElement(body, "p").text = "The project names no list of requirements."
    html = tostring(root, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{html}\n"


_CAVEAT = (
    "This table finds absence, not truth: it shows where the notice has a place for what the law "
    "asks for. Whether what stands there is right, complete and understandable is for a lawyer to "
    "say."
)
_HEADERS = ("Article", "What is to be stated", "Stated", "Where", "Final in")


def _add_list(body: Element, project: Project, coverage: Coverage) -> None:
    requirement = coverage.requirement
    SubElement(body, "h2", {"id": requirement.id}).text = requirement.title
    table = SubElement(body, "table")
    count = sum(each.disclosure.is_missing for each in coverage.elements)
    missing = f"{count} of {len(coverage.elements)} not stated" if count else "nothing is missing"
    SubElement(table, "caption").text = f"{requirement.law or requirement.id}: {missing}"
    row = SubElement(SubElement(table, "thead"), "tr")
    for header in _HEADERS:
        SubElement(row, "th", {"scope": "col"}).text = header
    rows = SubElement(table, "tbody")
    for each in coverage.elements:
        _add_row(
            SubElement(rows, "tr", {"data-element": each.disclosure.element.id}), project, each
        )


def _add_row(row: Element, project: Project, covered: Covered) -> None:
    disclosure = covered.disclosure
    SubElement(row, "th", {"scope": "row"}).text = disclosure.element.article
    wanted = f", where {disclosure.element.when}" if disclosure.element.when else ""
    SubElement(row, "td").text = f"{disclosure.element.wanted}{wanted}"
    if disclosure.is_missing:
        SubElement(row, "td", {"class": "missing"}).text = "not stated"
    else:
        SubElement(row, "td").text = "stated" if disclosure.is_stated else "does not apply"
    where = SubElement(row, "td")
    if disclosure.not_applicable:
        where.text = disclosure.not_applicable
    if disclosure.where:
        places = SubElement(where, "ul")
        for place in disclosure.where:
            _add_place(SubElement(places, "li"), project, place)
    if disclosure.is_missing and disclosure.open_at:
        SubElement(where, "p").text = "To be filled in:"
        places = SubElement(where, "ul")
        for place in disclosure.open_at:
            _add_place(SubElement(places, "li"), project, place)
    if disclosure.is_missing and disclosure.where and disclosure.lacking:
        names = ", ".join(each.id for each in disclosure.lacking)
        SubElement(where, "p", {"class": "missing"}).text = f"Not in: {names}"
    SubElement(row, "td").text = _final_in(covered, all_locales(project))


def _add_place(item: Element, project: Project, place: Place) -> None:
    where = f"{place.span.path}, line {place.span.line}"
    if place.record is None:
        item.text = where
        return
    page = project.placed_on.get(place.record)
    address = f"{project.site.url_of(page)}#{place.record}" if page else ""
    if page and project.site.site_url:
        link = SubElement(item, "a", {"href": urljoin(project.site.site_url, address)})
        link.text = place.record
        link.tail = f" ({where})"
    else:
        item.text = f"{place.record} ({where})"


def _final_in(covered: Covered, locales: Sequence[str]) -> str:
    if not covered.disclosure.is_stated:
        return "–"
    open_in = [find_locale(one).english_name for one in locales if one not in covered.locales]
    return f"all but {', '.join(open_in)}" if open_in else "every locale"
