"""What is asked of every catalogue of a project: side by side, where many have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from polynotice.core.locales import Locale
from polynotice.core.memory import Learnt
from polynotice.core.work_done import say_done
from polynotice.files.side_by_side import cores, side_by_side
from polynotice.project.catalogues import Judged
from polynotice.project.project import Project

Answer = TypeVar("Answer")

PAYS = 1_000_000
"""How many bytes of catalogues that nobody has read yet are worth more than one process."""

KEPT = ("checked", "findings", "waiting")
"""The drawers that each locale has for what was found out about its catalogue."""


@dataclass(frozen=True, kw_only=True)
class _Looked(Generic[Answer]):
    """What a process has found out about a catalogue."""

    answer: Answer
    judged: Judged | None
    learnt: Learnt


def in_each_catalogue(
    project: Project,
    locales: Sequence[Locale],
    look: Callable[[Project, Locale], Answer],
    *,
    is_known: Callable[[Project, Locale], bool],
) -> list[Answer]:
    """What `look` finds in the catalogue of each of those locales, in their order.

    `is_known` says where it need not work. What is found out is remembered, whichever process did.
    """

    def work(locale: Locale) -> _Looked[Answer]:
        answer = look(project, locale)
        say_done("Catalogues", new.index(locale) + 1, len(new))
        is_there = project.catalogues.digest_of(locale.id) is not None
        return _Looked(
            answer=answer,
            judged=project.catalogues.judged(locale.id) if is_there else None,
            learnt=project.memory.learnt(f"{kind} {locale.id}" for kind in KEPT),
        )

    new = [locale for locale in locales if not is_known(project, locale)]
    pays = sum(project.catalogues.size_of(locale.id) for locale in new) > PAYS
    looked = side_by_side(work, new, (project.site.settings.jobs or cores()) if pays else 1)
    answers = {}
    for locale, result in zip(new, looked, strict=True):
        answers[locale.id] = result.answer
        project.memory.learn(result.learnt)
        if result.judged is not None:
            project.catalogues.note(locale.id, result.judged)
    return [
        answers[locale.id] if locale.id in answers else look(project, locale) for locale in locales
    ]
