"""What a new release is: its files, and whether it may be issued."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.notice.release_form import FORMAT, HEAD, FrozenLocale, Predecessor, ReleaseHead
from polynotice.notice.release_text import text_of, with_digests
from polynotice.project.releases.reading import FOLDER, Release


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is to be released, as it was ordered."""

    date: datetime.date
    effective: datetime.date
    correction: bool = False
    """Whether it changes no meaning: a typing error, a better translation."""
    summary: str = ""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where what is released comes from."""

    commit: str | None = None
    dirty: bool | None = None
    versions: Mapping[str, str]


def refusals(order: Order, releases: Sequence[Release]) -> Iterator[Problem]:
    """Why a release may not be issued beside those that there are."""
    path = f"{FOLDER}/{order.date}"
    for release in releases:
        if release.date == order.date:
            yield Problem(
                code="release-exists",
                span=Span(path),
                message=f"There is a release of {order.date}, and none is ever overwritten.",
                hint="Release on another date.",
            )
        elif release.date > order.date:
            yield Problem(
                code="release-order",
                span=Span(path),
                message=f"There is a later release, of {release.date}: the notice of now was not "
                "there before that.",
                hint="Release on a later date.",
            )
        elif release.effective > order.effective:
            yield Problem(
                code="release-order",
                span=Span(path),
                message=f"It would be in force from {order.effective} on, before the release of "
                f"{release.date}, which is from {release.effective} on.",
                hint=f"Give it `--effective {release.effective}`, or a later date.",
            )


def files_of(
    order: Order,
    locales: Sequence[FrozenLocale],
    source: str,
    origin: Origin,
    before: Release | None = None,
) -> dict[str, bytes]:
    """The files of a release by their names: the same notice gives the same bytes.

    `before` is the release before it, which it names.
    """
    files = locale_files(locales)
    head = ReleaseHead(
        polynotice_release=FORMAT,
        date=order.date.isoformat(),
        effective=order.effective.isoformat(),
        correction=order.correction,
        summary=order.summary,
        source_locale=source,
        locales=tuple(one.locale for one in locales),
        commit=origin.commit,
        dirty=origin.dirty,
        versions=dict(sorted(origin.versions.items())),
        predecessor=Predecessor(date=before.head.date, release_sha256=before.head.release_sha256)
        if before
        else None,
        files={},
        sha256="",
        release_sha256="",
    )
    return {**files, HEAD: text_of(with_digests(head, files)).encode()}


def remarks(head: ReleaseHead, releases: Sequence[Release]) -> Iterator[str]:
    """What whoever released should know of it, a line each; `releases` are those before it."""
    if head.commit is None:
        yield "There is no commit yet: the release names none that it was made of."
    elif head.dirty:
        yield f"The sources have uncommitted changes: the release names {head.commit[:12]}, dirty."
    if releases and releases[-1].head.sha256 == head.sha256:
        yield f"It says the same as the release of {releases[-1].head.date}, word for word."


def locale_files(locales: Sequence[FrozenLocale]) -> dict[str, bytes]:
    """The file of each locale, by its name."""
    return {f"{one.locale}.json": text_of(one).encode() for one in locales}
