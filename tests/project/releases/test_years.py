"""Thirty releases: each stays what it was, and what changed between any two is what was changed.

Compared with lists of rows that the test keeps for itself, edit by edit.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field, replace

import pytest

from polynotice.core.locales import find_locale
from polynotice.notice.release_form import (
    FrozenLocale,
    FrozenPage,
    NoticeTable,
    ReleaseHead,
    Row,
    read_head,
    read_locale,
)
from polynotice.notice.release_text import text_of
from polynotice.project.releases.archive import Archive
from polynotice.project.releases.archive_of_locale import archive_files
from polynotice.project.releases.changes import changes_between
from polynotice.project.releases.issuing import Order, Origin, files_of
from polynotice.project.releases.reading import Release, is_date
from polynotice.project.releases.redline import redline
from polynotice.project.releases.version import NOTHING, Version, version_of

HAND = 14
LOCALES = ("en", "de", "ja", "ar")


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A row as the test knows it: by a number of its own, whatever id it has."""

    number: int
    id: str
    formerly: tuple[str, ...] = ()
    cells: dict[str, str]
    better: int = 0
    """How often its translations were made anew."""


@dataclass(kw_only=True)
class Year:
    """What the notice is at some time."""

    rows: list[Plain] = field(default_factory=list)
    columns: tuple[str, ...] = ("purpose", "personal_data")
    locales: tuple[str, ...] = LOCALES[:2]

    def text(self, row: Plain, column: str, locale: str) -> str:
        said = row.cells.get(column, "Not stated.")
        return said if locale == "en" else f"{locale}{row.better}: {said}"

    def frozen(self) -> tuple[FrozenLocale, ...]:
        return tuple(self._frozen(locale) for locale in self.locales)

    def _frozen(self, locale: str) -> FrozenLocale:
        rows = [
            Row(
                id=row.id,
                section="all",
                formerly=row.formerly,
                cells={column: (self.text(row, column, locale),) for column in self.columns},
            )
            for row in self.rows
        ]
        headers = {column: (f"{locale} {column}",) for column in self.columns}
        table = NoticeTable(label="All", headers=headers, rows=tuple(rows))
        page = FrozenPage(path="index.md", address="", title="Notice", content=(table,))
        direction = find_locale(locale).direction
        return FrozenLocale(
            locale=locale,
            direction="rtl" if direction == "rtl" else "ltr",
            site_name="Notice",
            navigation=(),
            pages=(page,),
        )


class Author:
    """Edits the notice at random, as authors do."""

    def __init__(self) -> None:
        self.hand = random.Random(HAND)  # noqa: S311 (the same edits in each run)
        self.year = Year()
        self.made = 0
        for _ in range(5):
            self.add()

    def add(self) -> None:
        self.made += 1
        cells = {"purpose": f"Purpose {self.made}.", "personal_data": f"Data {self.made}."}
        row = Plain(number=self.made, id=f"row-{self.made}", cells=cells)
        self.year.rows.insert(self.hand.randrange(len(self.year.rows) + 1), row)

    def _any(self) -> int:
        return self.hand.randrange(len(self.year.rows))

    def remove(self) -> None:
        if len(self.year.rows) > 2:
            self.year.rows.pop(self._any())

    def rename(self) -> None:
        self.made += 1
        at = self._any()
        row = self.year.rows[at]
        formerly = (*row.formerly, row.id)
        self.year.rows[at] = replace(row, id=f"name-{self.made}", formerly=formerly)

    def reword(self) -> None:
        self.made += 1
        at = self._any()
        row = self.year.rows[at]
        cells = {**row.cells, self.hand.choice(list(row.cells)): f"Words {self.made}."}
        self.year.rows[at] = replace(row, cells=cells)

    def move(self) -> None:
        row = self.year.rows.pop(self._any())
        self.year.rows.insert(self.hand.randrange(len(self.year.rows) + 1), row)

    def translate(self) -> None:
        at = self._any()
        self.year.rows[at] = replace(self.year.rows[at], better=self.year.rows[at].better + 1)

    def columns(self) -> None:
        has = "retention" in self.year.columns
        self.year.columns = ("purpose", "personal_data", *(() if has else ("retention",)))

    def locales(self) -> None:
        self.year.locales = LOCALES[: self.hand.randrange(1, len(LOCALES) + 1)]

    def edit(self) -> Year:
        edits = [self.add, self.remove, self.rename, self.reword, self.move, self.translate]
        rare = [self.columns, self.locales]
        for _ in range(self.hand.randrange(4)):
            self.hand.choice([*edits * 3, *rare])()
        return replace(self.year, rows=list(self.year.rows))


def released(year: Year, number: int) -> Release:
    date = datetime.date(2021 + number // 6, 1 + 2 * (number % 6), 1)
    files = files_of(Order(date=date, effective=date), year.frozen(), "en", Origin(versions={}))
    head: ReleaseHead = read_head(files.pop("release.json"))
    return Release(head=head, texts={name.removesuffix(".json"): t for name, t in files.items()})


@pytest.fixture(scope="module")
def years() -> list[tuple[Year, Release]]:
    author = Author()
    found = [author.edit() for _ in range(30)]
    return [(year, released(year, number)) for number, year in enumerate(found)]


def test_each_release_gives_back_what_was_frozen(years: list[tuple[Year, Release]]) -> None:
    for year, release in years:
        assert tuple(release.locales.values()) == year.frozen()
        assert all(read_locale(text_of(one).encode()) == one for one in year.frozen())
        assert is_date(release.head.date)


def in_locale(year: Year, locale: str) -> str:
    return locale if locale in year.locales else "en"


@pytest.mark.parametrize("locale", LOCALES)
def test_what_changed_between_any_two_is_what_was_changed(
    years: list[tuple[Year, Release]], locale: str
) -> None:
    for start, (old, before) in enumerate(years):
        for new, after in years[start : start + 12]:
            found = changes_between(version_of(before), version_of(after), locale).records
            was = {row.number: row for row in old.rows}
            now = {row.number: row for row in new.rows}
            at_first, at_last = in_locale(old, locale), in_locale(new, locale)
            wanted: dict[str, set[str]] = {"added": set(), "removed": set()}
            wanted["added"] = {now[one].id for one in now.keys() - was.keys()}
            wanted["removed"] = {was[one].id for one in was.keys() - now.keys()}
            wanted["changed"], wanted["retranslated"] = set(), set()
            for one in now.keys() & was.keys():
                means, reads = set(), set()
                for column in {*old.columns, *new.columns}:
                    sides = ((old, was[one], at_first), (new, now[one], at_last))
                    here = [
                        y.text(r, column, at) if column in y.columns else None for y, r, at in sides
                    ]
                    source = [
                        y.text(r, column, "en") if column in y.columns else None
                        for y, r, _ in sides
                    ]
                    if here[0] != here[1]:
                        (reads if source[0] == source[1] else means).add(column)
                if means or reads:
                    wanted["changed" if means else "retranslated"].add(now[one].id)
            for kind, ids in wanted.items():
                assert {one.id for one in found if one.change == kind} == ids, kind
            moved = [one.id for one in found if one.change == "moved"]
            names = {row.id: row.number for row in new.rows}
            left = [n for n in was if n in now and n not in {names[one] for one in moved}]
            assert left == [n for n in now if n in left], "all others stand in the old order"


def test_a_redline_of_any_two_has_both(years: list[tuple[Year, Release]]) -> None:
    def said(old: Version, new: Version, without: str) -> list[str]:
        texts = (
            "".join(piece.text for piece in one.pieces if piece.kind != without)
            for one in redline(old, new, "de")
        )
        return [text for text in texts if text]

    versions = [version_of(release) for _, release in years]
    for start, old in enumerate(versions):
        for new in versions[start + 1 :: 7]:
            assert said(old, new, "removed") == said(NOTHING, new, "removed")
            assert said(old, new, "added") == said(NOTHING, old, "removed")


def test_the_archive_of_a_release_is_the_same_in_every_later_year(
    years: list[tuple[Year, Release]],
) -> None:
    def pages(number: int) -> dict[str, str]:
        archive = Archive(
            releases=[release for _, release in years[:number]],
            locales=[find_locale(one) for one in LOCALES],
            source=find_locale("en"),
        )
        return archive_files(archive)

    earlier, later = pages(12), pages(30)
    for _, release in years[:11]:  # the twelfth was in force then
        for root in ("", "de/", "ja/", "ar/"):
            name = f"{root}releases/{release.date}/index.html"
            assert earlier[name] == later[name]
    assert earlier.keys() < later.keys()
