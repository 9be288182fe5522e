"""The releases of a project, each proved by its digests."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files.text_files import UnreadableFileError, read_file, text_in
from polynotice.notice.as_of import day_of
from polynotice.notice.release_form import HEAD, FrozenLocale, ReleaseHead, read_head, read_locale
from polynotice.notice.release_text import changed_lines, digest_of_release, digest_of_words

FOLDER = "releases"
"""Below the project's folder; each release has a folder in it, named by its date."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """What the notice said from a day on, in every locale that it had then."""

    head: ReleaseHead
    texts: Mapping[str, bytes]
    """Of the file of each locale, by its id."""

    @property
    def date(self) -> datetime.date:
        """The day on which it was issued."""
        return datetime.date.fromisoformat(self.head.date)

    @property
    def effective(self) -> datetime.date:
        """The day from which it is in force."""
        return datetime.date.fromisoformat(self.head.effective)

    @property
    def source(self) -> FrozenLocale:
        """The notice in the language that it was written in."""
        return self.locales[self.head.source_locale]

    @cached_property
    def locales(self) -> Mapping[str, FrozenLocale]:
        """The notice in each locale, by its id, in the order of the switcher."""
        return {name: read_locale(self.texts[name]) for name in self.head.locales}


def read_releases(
    root: Path, known: Drawer[bool] | None = None
) -> tuple[tuple[Release, ...], list[Problem]]:
    """The releases of the project in `root`, in the order of their dates, and what is wrong.

    One that is damaged, or was changed after it was frozen, is not among them. What is `known` to
    be of the form of a release is not read for that again.
    """
    known = Drawer() if known is None else known
    folder = root / FOLDER
    if not folder.is_dir():
        return (), []
    releases: list[Release] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not (path.is_dir() or is_date(path.name)):
            continue  # what stands beside the releases, such as a README
        release, problems_of_one = _read(path, f"{FOLDER}/{path.name}", root, known)
        problems += problems_of_one
        if release is not None and not problems_of_one:
            releases.append(release)
    if not problems:  # one that is damaged is there, and restoring it may be all that is to be done
        problems += _out_of_line(releases)
    problems += _out_of_order(releases)
    return tuple(releases), problems


def is_date(text: str) -> bool:
    """Whether a text is a day, as `2026-03-01`."""
    return day_of(text) is not None


def _read(
    path: Path, name: str, root: Path, readable: Drawer[bool]
) -> tuple[Release | None, list[Problem]]:
    try:
        head = _head(path, name, root)
    except (UnreadableFileError, FileNotFoundError, ValueError) as error:
        return None, [_unreadable(f"{name}/{HEAD}", error)]
    problems = list(_wrong_in_head(head, name, path.name))
    texts: dict[str, bytes] = {}
    for file, described in head.files.items():
        try:
            text = _lines(path / file, root)
        except (UnreadableFileError, FileNotFoundError) as error:
            problems.append(_unreadable(f"{name}/{file}", error))
            continue
        texts[file.removesuffix(".json")] = text
        problems += _changed(text, f"{name}/{file}", described.sha256, described.lines)
    known = {HEAD, *head.files}
    for extra in sorted(each.name for each in path.iterdir() if each.name not in known):
        problems.append(_problem(f"{name}/{extra}", 1, "It is not of the release.", "Remove it."))
    if problems:
        return None, problems
    release = Release(head=head, texts=texts)
    try:
        # The head has the digests of all files, which have been compared.
        readable.recall(key_of(head), lambda: bool(release.locales))
    except ValueError as error:
        return None, [_unreadable(name, error)]
    return release, []


def _lines(path: Path, root: Path) -> bytes:
    """The bytes of a file, its lines ended as they were frozen, however git has checked it out."""
    return read_file(path, within=root).replace(b"\r\n", b"\n")


def _head(path: Path, name: str, root: Path) -> ReleaseHead:
    text = _lines(path / HEAD, root)
    if not text_in(text).strip():  # raises where git left an unfinished merge
        raise ValueError("the file is empty")
    head = read_head(text)
    for what, day in (("date", head.date), ("effective", head.effective)):
        if not is_date(day):
            raise ValueError(f"{what}: {day} is no day - of {name}")
    return head


def _wrong_in_head(head: ReleaseHead, name: str, date: str) -> Iterator[Problem]:
    path = f"{name}/{HEAD}"
    if head.date != date:
        yield _problem(path, 1, f"The release of {head.date} stands in the folder {date}.")
    is_whole = set(head.files) == {f"{locale}.json" for locale in head.locales}
    is_words = head.sha256 == digest_of_words(head.files)
    if not is_whole or not is_words or head.release_sha256 != digest_of_release(head):
        yield _problem(path, 1, "What it says of the release is not what was frozen.")


def _changed(text: bytes, path: str, sha256: str, lines: str) -> Iterator[Problem]:
    """What in a file is another than it was, text by text."""
    if hashlib.sha256(text).hexdigest() == sha256:
        return
    written = text.split(b"\n")
    numbers = changed_lines(text, lines.split())
    for number in numbers[:_MOST]:
        said = written[number - 1].decode("utf-8", "replace").strip()
        yield _problem(path, number, f"This was changed: {_short(said)}")
    if len(numbers) > _MOST:
        yield _problem(path, numbers[_MOST], f"So were {len(numbers) - _MOST} lines more.")
    if not numbers:
        yield _problem(path, 1, "The file is another than was frozen.")


_MOST = 20
"""Of the lines of a file that are reported one by one."""


def _short(text: str) -> str:
    return f"{text[:160]} …" if len(text) > 160 else text


_RESTORE = "Restore the file, as with `git checkout`; what is to be said now is a new release."


def _problem(path: str, line: int, what: str, hint: str = _RESTORE) -> Problem:
    return Problem(
        code="release-changed",
        span=Span(path, line),
        message=f"A release is never changed once it is frozen. {what}",
        hint=hint,
    )


def _unreadable(path: str, error: Exception) -> Problem:
    reason = "it is missing" if isinstance(error, FileNotFoundError) else str(error)
    return Problem(
        code="unreadable-release",
        span=Span(path, getattr(error, "line", 1)),
        message=f"The release cannot be read: {reason.rstrip('.')}.",
        hint="Restore its folder, as with `git checkout`.",
    )


def _out_of_order(releases: Sequence[Release]) -> Iterator[Problem]:
    """Releases that would come into force before one that was issued earlier, as after a merge."""
    for earlier, later in pairwise(releases):
        if later.effective < earlier.effective:
            yield Problem(
                code="release-order",
                span=Span(f"{FOLDER}/{later.head.date}/{HEAD}"),
                message=f"The release of {later.date} would be in force from {later.effective} on, "
                f"before that of {earlier.date}, which is from {earlier.effective} on.",
                hint="Remove the one that was not published, and release it anew.",
            )


def _out_of_line(releases: Sequence[Release]) -> Iterator[Problem]:
    """Releases that do not follow the one that they were issued after."""
    for before, release in pairwise([None, *releases]):
        named = release.head.predecessor if release else None
        if release is None or named is None:
            continue
        predecessor = before and (before.head.date, before.head.release_sha256)
        if predecessor == (named.date, named.release_sha256):
            continue
        is_there = before is not None and before.head.date == named.date
        what = "is another one now" if is_there else "does not stand before it"
        yield Problem(
            code="release-order",
            span=Span(f"{FOLDER}/{release.head.date}/{HEAD}"),
            message=f"It was issued after the release of {named.date}, which {what}.",
            hint=f"Restore {FOLDER}/{named.date}/, as with `git checkout`, and remove what was not "
            "published; or, if this one was not, remove it and release it anew.",
        )
