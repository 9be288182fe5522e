"""Years that count from the beginning of a reign or republic: 令和8年 is 2026."""

from __future__ import annotations

import re

from polynotice.checks.ideographic_numbers import ideographic

_BEFORE = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_BEFORE |= {"民國": 1911, "民国": 1911}
"""The year before the first of each."""

_ERA = re.compile(rf"({'|'.join(_BEFORE)})\s?(元|\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})\s?年")
_TWICE = re.compile(r"(?<!\d)(\d{4})\s?年?\s?[(\uff08]\s?\1\s?年\s?[)\uff09](年)?")


def with_common_years(text: str) -> str:
    """The text with such years as the common calendar has them, once where it gives both.

    >>> with_common_years("令和8年3月18日"), with_common_years("2026年(令和8年)3月")
    ('2026年3月18日', '2026年3月')
    """
    if not any(era in text for era in _BEFORE):
        return text
    return _TWICE.sub(r"\1年", _ERA.sub(_as_common, text))


def _as_common(match: re.Match[str]) -> str:
    written = match[2]
    # The first year of each is called its beginning.
    number = int(written) if written.isdigit() else ideographic(written.replace("元", "一"))
    return f"{_BEFORE[match[1]] + number}年"
