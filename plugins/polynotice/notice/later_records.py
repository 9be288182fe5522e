"""Records that apply later than the release that has them: whether the notice can say so.

No other notice is asked for these words, which is why `settings` does not miss them.
"""

from __future__ import annotations

from collections.abc import Iterator

from polynotice.core.locales import Locale
from polynotice.core.model import Notice
from polynotice.core.problems import Problem
from polynotice.notice.words import WORDS


def without_words(notice: Notice, source: Locale) -> Iterator[Problem]:
    """What is wrong if such a record is there, and the words beside it are not in its language."""
    later = next((one for one in notice.purposes if one.effective), None)
    words = notice.words["effective"]
    is_english = words.msgid == WORDS["effective"]
    if later and "%(date)s" not in words.msgid:
        yield Problem(
            code="bad-setting",
            span=words.span,
            message=f'"{words.msgid}" has no place for the day on which "{later.id}" applies.',
            hint="Write %(date)s where it is to stand.",
        )
    elif later and is_english and source.id.split("-")[0] != "en":
        yield Problem(
            code="bad-setting",
            span=words.span,
            message=f'"{later.id}" applies later, which is said in English: the notice is in '
            f"{source.english_name}.",
            hint="Set `words:` for: effective, with %(date)s where the day is to stand.",
        )
