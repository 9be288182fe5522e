"""Which release is in force on a day: said by an option, never by a clock."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from polynotice.project.releases.reading import Release


def in_force(releases: Sequence[Release], as_of: datetime.date | None) -> Release | None:
    """The release in force on that day, of releases in the order of their dates.

    Without a day, the newest. `None` where none was issued and in force by then.
    """
    by_then = [one for one in releases if as_of is None or begin_of(one) <= as_of]
    return by_then[-1] if by_then else None


def announced(releases: Sequence[Release], as_of: datetime.date | None) -> list[Release]:
    """The releases that were issued by that day and are in force later; none without a day."""
    if as_of is None:
        return []
    return [one for one in releases if one.date <= as_of < one.effective]


def last_day(
    release: Release, releases: Sequence[Release], as_of: datetime.date | None
) -> datetime.date | None:
    """The last day on which a release was in force that no longer is; `None` if it never was.

    `as_of` as in `in_force`: a later release that is not in force by then has ended nothing.
    """
    later = [
        begin_of(one)
        for one in releases
        if one.date > release.date and (as_of is None or begin_of(one) <= as_of)
    ]
    end = min(later, default=None)
    if end is None or end <= begin_of(release):
        return None
    return end - datetime.timedelta(days=1)


def begin_of(release: Release) -> datetime.date:
    """The first day on which a release can be read as the one in force."""
    return max(release.date, release.effective)
