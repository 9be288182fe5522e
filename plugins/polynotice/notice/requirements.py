"""What a law asks of a notice, as data: lists of elements, of which each is to be stated somewhere.

A list comes with the tool (`requirements/`), or stands in a file of the project's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from polynotice.core.model import Span
from polynotice.core.problems import did_you_mean
from polynotice.files.yaml_source import Place

LISTS = ("gdpr-13", "gdpr-14", "ccpa-1798-100")
"""The ids of those that come with the tool."""

ENDINGS = (".yml", ".yaml")
"""Of files of the project's own."""


@dataclass(frozen=True, kw_only=True)
class Element:
    """One thing that is to be stated."""

    id: str
    """One element in two lists has one id: to state it is to state it for both."""
    article: str
    """Where the law asks for it, such as `13(1)(a)`."""
    wanted: str
    """What is to be stated, in plain words."""
    when: str = ""
    """The condition on which it is asked for; empty where it always is."""
    fields: tuple[str, ...] = ()
    """The fields of which each record can state it in any one."""
    basis: tuple[str, ...] = ()
    """Legal bases: where a record rests on one of them, it is asked for."""
    basis_decides: bool = True
    """Whether it is asked for nowhere else."""


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One list of elements."""

    id: str
    title: str
    law: str
    elements: tuple[Element, ...]
    span: Span
    """Where the project asks for the list."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A list as a project names it: by its id, or by a file of its own."""

    name: str
    span: Span

    @property
    def is_file(self) -> bool:
        """Whether it stands in a file of the project's own."""
        return self.name.endswith(ENDINGS)


def read_option(
    value: object, add: Callable[[Place, str, str], None], span: Callable[[Place], Span]
) -> tuple[Asked, ...]:
    """Understands the option `requirements`; `add` takes what is wrong at which place."""
    if value is None:
        return ()
    if not isinstance(value, list):
        message = "`requirements` takes a list."
        add(("requirements",), message, "Write it as `requirements: [gdpr-13, gdpr-14]`.")
        return ()
    asked: dict[str, Asked] = {}
    for index, name in enumerate(value):
        place: Place = ("requirements", index)
        if not isinstance(name, str) or not (name in LISTS or name.endswith(ENDINGS)):
            hint = f"{did_you_mean(str(name), LISTS)} A list of your own is a file: our-list.yml."
            add(place, f'There is no list of requirements "{name}".', hint)
        elif name in asked:
            add(place, f'"{name}" stands here twice.', "Remove one.")
        else:
            asked[name] = Asked(name=name, span=span(place))
    return tuple(asked.values())
