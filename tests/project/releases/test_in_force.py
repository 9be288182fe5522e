"""Which release is in force is said by a day, and it switches on the day itself."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from polynotice.notice.release_form import ReleaseHead
from polynotice.project.releases.in_force import announced, in_force, last_day
from polynotice.project.releases.reading import Release
from tests.project.releases.test_release import issue
from tests.projects import FILES, load, polynotice, problems_of, translate, write_project


def release(date: str, effective: str) -> Release:
    head = ReleaseHead(
        polynotice_release=1,
        date=date,
        effective=effective,
        correction=False,
        summary="",
        source_locale="en",
        locales=("en",),
        commit=None,
        dirty=None,
        versions={},
        files={},
        sha256="0" * 64,
        release_sha256="0" * 64,
    )
    return Release(head=head, texts={})


ALL = [
    release("2026-01-01", "2026-01-01"),
    release("2026-03-01", "2026-04-01"),
    release("2026-03-10", "2026-04-01"),
    release("2026-05-10", "2026-05-01"),
]


def on(day: str) -> tuple[str | None, list[str]]:
    date = datetime.date.fromisoformat(day)
    found = in_force(ALL, date)
    return found and found.head.date, [one.head.date for one in announced(ALL, date)]


def test_the_day_before_and_the_day_itself() -> None:
    assert on("2025-12-31") == (None, [])
    assert on("2026-01-01") == ("2026-01-01", [])
    assert on("2026-02-28") == ("2026-01-01", [])
    assert on("2026-03-01") == ("2026-01-01", ["2026-03-01"])
    assert on("2026-03-31") == ("2026-01-01", ["2026-03-01", "2026-03-10"])
    assert on("2026-04-01") == ("2026-03-10", [])


def test_none_is_in_force_before_it_was_issued() -> None:
    assert on("2026-05-09") == ("2026-03-10", [])
    assert on("2026-05-10") == ("2026-05-10", [])


def test_without_a_day_it_is_the_newest() -> None:
    assert in_force(ALL, None) is ALL[-1]
    assert in_force(ALL[:2], None) is ALL[1]
    assert in_force([], None) is None
    assert announced(ALL, None) == []


def test_the_day_is_an_option_and_the_environment_goes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = "[en, de]\n      as_of: 2026-03-31"
    config = FILES["mkdocs.yml"].replace("[en, de]", options)
    folder = write_project(tmp_path, {"mkdocs.yml": config})
    translate(folder, "de")
    issue(folder, "2026-03-01")
    issue(folder, "2026-03-02", "2026-04-01")

    def current() -> list[str]:
        lines = polynotice(folder, "releases").stdout.splitlines()
        return [line[:10] for line in lines if line.endswith("  in force")]

    assert current() == ["2026-03-01"]
    monkeypatch.setenv("POLYNOTICE_AS_OF", "2026-04-01")
    assert current() == ["2026-03-02"]
    monkeypatch.setenv("POLYNOTICE_AS_OF", "soon")
    assert problems_of(folder) == ["POLYNOTICE_AS_OF:1: error bad-setting"]
    monkeypatch.setenv("POLYNOTICE_AS_OF", "")
    assert load(folder).site.settings.as_of == datetime.date(2026, 3, 31)
    text = (folder / "mkdocs.yml").read_text().replace("2026-03-31", "soon")
    (folder / "mkdocs.yml").write_text(text)
    assert problems_of(folder) == ["mkdocs.yml:9: error bad-setting"]


def test_the_last_day_is_the_one_before_the_next_release_is_in_force() -> None:
    def last(number: int, day: str | None) -> str | None:
        as_of = datetime.date.fromisoformat(day) if day else None
        end = last_day(ALL[number], ALL, as_of)
        return end.isoformat() if end else None

    assert last(0, "2026-04-01") == last(0, None) == "2026-03-31"
    assert last(0, "2026-03-31") is None
    # The third took the second's place before it was ever in force.
    assert last(1, "2026-05-10") is None
    assert last(2, "2026-05-10") == "2026-05-09"
    assert last(3, None) is None
