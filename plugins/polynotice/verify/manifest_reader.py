"""A manifest that comes from outside: read, and refused unless it says what its digests say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files
from polynotice.notice.digests import digest_of_record
from polynotice.notice.notice_form import Form, Hex, LocaleId, NoticeForm, PagePath
from polynotice.verify import manifest
from polynotice.verify.manifest import WantedLocale
from polynotice.verify.page_content import WantedTable
from polynotice.verify.prose_content import PageProse


class LocaleForm(NoticeForm, frozen=True):
    """What a locale's `notice.json` says, and the tables of its pages."""

    pages: dict[PagePath, list[WantedTable]]


class PageProseForm(Form, frozen=True):
    """What a page says around its tables."""

    title: str
    text: list[str]
    navigation: Annotated[int, Meta(ge=0)]
    """Which of the locale's navigations it has."""


class ProseForm(Form, frozen=True):
    """What the pages of a locale say around their tables."""

    navigation: list[list[str]]
    pages: dict[PagePath, PageProseForm]

    def __post_init__(self) -> None:
        if any(page.navigation >= len(self.navigation) for page in self.pages.values()):
            raise ValueError("a page has a navigation that is not there")

    @property
    def by_page(self) -> dict[str, PageProse]:
        """What each page says, by its file."""
        return {
            name: PageProse(
                title=page.title,
                navigation=tuple(self.navigation[page.navigation]),
                text=tuple(page.text),
            )
            for name, page in self.pages.items()
        }


class SourceForm(Form, frozen=True):
    """The commit that a site was built from."""

    commit: str
    dirty: bool


class ManifestForm(Form, frozen=True):
    """A manifest."""

    format: Literal[1]
    sha256: Hex
    manifest_sha256: Hex
    source: SourceForm | None
    time: str | None
    versions: dict[str, str]
    locales: Annotated[dict[LocaleId, LocaleForm], Meta(min_length=1)]
    files: dict[PagePath, Hex] = msgspec.field(default_factory=dict)
    """The digests of other files; an earlier version knew none."""
    prose: dict[LocaleId, ProseForm] = msgspec.field(default_factory=dict)
    prose_sha256: Hex | None = None
    """Of an earlier version neither."""

    def __post_init__(self) -> None:
        if any(name != one.locale for name, one in self.locales.items()):
            raise ValueError("a locale stands under the name of another")
        if len({one.source_locale for one in self.locales.values()}) > 1:
            raise ValueError("its locales have several source locales")
        if self.prose and not self.prose_sha256:
            raise ValueError("its prose has no digest")


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """A manifest that agrees with its digests."""

    sha256: str
    """The digest of what the site says."""
    locales: Sequence[WantedLocale]
    files: Mapping[str, str]
    """The digest of each other file that says it, too."""
    prose: Mapping[str, Mapping[str, PageProse]]
    """What each page says around its tables, by its file, of each locale; none if it is older."""


def read_manifest(path: Path, name: str) -> tuple[Manifest | None, list[Problem]]:
    """The manifest in a file, or what is wrong with it; `name` is the file's in problems."""
    try:
        text = text_files.read_text(path)
    except FileNotFoundError:
        return None, [_problem(name, "The manifest cannot be read: it is not there.")]
    except text_files.UnreadableFileError as error:
        message = f"The manifest cannot be read: {error.reason}."
        return None, [_problem(name, message, error.line)]
    try:
        data = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        what = getattr(error, "msg", None) or str(error)
        return None, [_problem(name, f"The manifest is not JSON: {what}.", line)]
    if isinstance(data, dict) and data.get("format") not in (None, manifest.FORMAT):
        message = f"The manifest has another format than {manifest.FORMAT}."
        return None, [_problem(name, message)]
    try:
        form = msgspec.json.decode(text, type=ManifestForm)
    except msgspec.MsgspecError as error:
        return None, [_problem(name, f"The manifest is malformed: {error}.")]
    problems = list(_altered(data, text, name))
    return (None if problems else _manifest(data, form)), problems


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; one that has a name twice says one thing to some and another to others."""
    data = dict(pairs)
    if len(data) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in data if names.count(key) > 1)
        raise ValueError(f'the name "{twice}" stands twice in one object')
    return data


def _manifest(data: Mapping[str, Any], form: ManifestForm) -> Manifest:
    locales = [
        WantedLocale(
            notice={key: each for key, each in data["locales"][one].items() if key != "pages"},
            pages=found.pages,
        )
        for one, found in form.locales.items()
    ]
    prose = {locale: found.by_page for locale, found in form.prose.items()}
    return Manifest(sha256=form.sha256, locales=locales, files=form.files, prose=prose)


def _altered(data: Mapping[str, Any], text: str, name: str) -> Iterator[Problem]:
    """Every way in which the manifest does not agree with its own digests."""
    for locale, one in data["locales"].items():
        for record in one["records"]:
            said, is_so = record["sha256"], digest_of_record(record)
            if said != is_so:
                message = f'What "{record["id"]}" says has the digest {is_so}, not {said}.'
                line = _line_of(said, text)
                yield _problem(name, message, line, locale=locale, record=record["id"])
    covered = {"sha256": "`locales`", "prose_sha256": "`prose`", "manifest_sha256": "the rest"}
    for key, is_so in manifest.digests(data).items():
        if data[key] != is_so:
            what = covered[key]
            message = f"The manifest was changed: {what} has the digest {is_so}, not {data[key]}."
            yield _problem(name, message, _line_of(data[key], text))
    if "prose" in data and data["prose"].keys() != data["locales"].keys():
        yield _problem(name, "The manifest has the prose of other locales than the tables.")


def _line_of(piece: str, text: str) -> int:
    return text[: text.find(piece)].count("\n") + 1


def _problem(
    name: str, message: str, line: int = 1, locale: str | None = None, record: str | None = None
) -> Problem:
    return Problem(
        code="bad-manifest",
        span=Span(name, line),
        locale=locale,
        record=record,
        message=message,
        hint="Use the file as the build of the approved site wrote it.",
    )
