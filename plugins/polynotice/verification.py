"""The proof after a build: the written HTML against records and catalogues, locale by locale."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from polynotice import built_site
from polynotice.blocks import tables_of
from polynotice.html_text import Seen
from polynotice.locales import Locale
from polynotice.model import Phrase, Span
from polynotice.notice_json import notice_data
from polynotice.problems import Problem
from polynotice.project import Project
from polynotice.proof import Prover, WantedRow, WantedTable, WantedText
from polynotice.table_elements import anchor_of
from polynotice.tables import Cell, Row, Table, lang_of

NOTICE_JSON = "notice.json"


class Verifier:
    """Knows what each page of each locale must say."""

    def __init__(self, project: Project, *, drafts: bool = False) -> None:
        self.project = project
        settings = project.site.settings
        self.source = settings.source
        self.locales = [one for one in settings.locales if drafts or settings.is_published(one)]
        self._placed_on = project.placed_on
        self._pages = {page.uri for page in project.site.pages}
        self.drafts = [one for one in settings.locales if one not in self.locales]
        self._seen: dict[str, Seen] = {}
        self._notices: dict[str, dict[str, object]] = {}

    def problems(self, site_dir: Path) -> list[Problem]:
        """Every way in which the site in that folder differs from what it must be."""
        found: list[Problem] = []
        for one in self.locales:
            found += self._locale(site_dir, one)
        found += self._extra_pages(site_dir)
        for one in self.drafts:
            if (site_dir / one.id).exists():
                found.append(
                    Problem(
                        code="row-extra",
                        span=Span(one.id),
                        locale=one.id,
                        message=f"The draft locale {one.id} is in the site.",
                        hint="Build the site again with `mkdocs build`.",
                    )
                )
        return found

    def _extra_pages(self, site_dir: Path) -> Iterator[Problem]:
        known = {
            prefix + self.project.site.destination_of(page)
            for page in self._pages
            for prefix in ("", *(f"{one.id}/" for one in self.locales))
        }
        for name in built_site.other_pages_with_rows(site_dir, known):
            yield Problem(
                code="row-extra",
                span=Span(name),
                message="The page has rows of the notice, but is none of its pages.",
                hint="Remove it, or build the site again.",
            )

    def notice(self, one: Locale) -> dict[str, object]:
        """What `notice.json` says in that locale."""
        if one.id not in self._notices:
            self._notices[one.id] = self._notice(one)
        return self._notices[one.id]

    def _notice(self, one: Locale) -> dict[str, object]:
        say = self.project.say(one)
        name = next(text for text in self.project.site.words if text.context == "site/site_name")
        return {
            "locale": one.id,
            "source_locale": self.source.id,
            "direction": one.direction,
            "site_name": say(name).text,
            "records": notice_data(
                self.project.notice,
                self.project.blocks,
                say,
                self.visible,
                {page.uri: self.project.site.url_of(page.uri) for page in self.project.site.pages},
            ),
        }

    def visible(self, texts: Sequence[str]) -> list[str]:
        """What a reader sees of each text."""
        return [seen.text for seen in self._see(texts)]

    def _see(self, texts: Sequence[str]) -> list[Seen]:
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        if new:
            self._seen.update(zip(new, self.project.site.seen(new), strict=True))
        return [self._seen[text] for text in texts]

    def _locale(self, site_dir: Path, one: Locale) -> Iterator[Problem]:
        prefix = "" if one.id == self.source.id else f"{one.id}/"
        tables = self._tables(one)
        self.visible(list(_texts(tables.values())))
        for page in self.project.site.pages:
            path = prefix + self.project.site.destination_of(page.uri)
            prover = Prover(path=path, locale=one.id, direction=one.direction)
            wanted = self._wanted(tables.get(page.uri, ()), page.uri, f"/{prefix}")
            yield from prover.problems(built_site.read(site_dir, path), wanted)
        yield from self._json(site_dir, prefix + NOTICE_JSON, one)

    def _tables(self, one: Locale) -> Mapping[str, list[Table]]:
        say = self.project.say(one)
        return {
            page: [
                table for block in blocks for table in tables_of(block, self.project.notice, say)
            ]
            for page, blocks in self.project.blocks.items()
        }

    def _wanted(self, tables: Sequence[Table], page: str, root: str) -> list[WantedTable]:
        """What the tables of a page must be; `root` is that of its locale."""
        anchors: set[str] = set()
        wanted = []
        for table in tables:
            rows = []
            for row in table.rows:
                anchor = anchor_of(row)
                rows.append(
                    WantedRow(
                        record=row.id,
                        cells=tuple((cell.field, self._cell(cell)) for cell in row.cells),
                        anchor=None if anchor in anchors else anchor,
                        links=tuple(self._links(row, page, root)),
                    )
                )
                anchors.add(anchor)
            headers = tuple((one.field, self._text(one.header)) for one in table.columns)
            wanted.append(WantedTable(headers=headers, rows=tuple(rows)))
        return wanted

    def _links(self, row: Row, page: str, root: str) -> Iterator[str]:
        """Where the links of a row must lead, from the root of the site."""
        for item in (item for cell in row.cells for item in cell.items):
            if item.record in self._placed_on:
                url = self.project.site.url_of(self._placed_on[item.record])
                yield f"{root}{url}#{item.record}"
            for target in self._see([item.phrase.text])[0].links:
                yield self._address(target, page, root)

    def _address(self, target: str, page: str, root: str) -> str:
        url = urlsplit(target)
        if url.scheme or url.netloc or not url.path or url.path.startswith("/"):
            own = f"{root}{self.project.site.url_of(page)}"
            return f"{own}{target}" if not url.path and not url.scheme else target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), url.path))
        if path in self._pages:
            return url._replace(path=root + self.project.site.url_of(path)).geturl()
        return url._replace(path=f"/{path}").geturl()

    def _text(self, phrase: Phrase) -> WantedText:
        return WantedText(text=self.visible([phrase.text])[0], lang=phrase.lang)

    def _cell(self, cell: Cell) -> WantedText:
        texts = self.visible([item.phrase.text for item in cell.items])
        return WantedText(text=" ".join(filter(None, texts)), lang=lang_of(cell))

    def _json(self, site_dir: Path, name: str, one: Locale) -> Iterator[Problem]:
        try:
            found = json.loads((site_dir / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = None
        if found != self.notice(one):
            yield Problem(
                code="locale-missing" if found is None else "row-text",
                span=Span(name),
                locale=one.id,
                message="The file is not there."
                if found is None
                else "The file does not say what the notice says.",
                hint="Build the site again.",
            )


def _texts(tables: Iterable[Sequence[Table]]) -> Iterator[str]:
    for table in (table for some in tables for table in some):
        yield from (column.header.text for column in table.columns)
        for cell in (cell for row in table.rows for cell in row.cells):
            yield from (item.phrase.text for item in cell.items)
