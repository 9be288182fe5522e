"""What the pages do for a reader beside the tables: the option `reader`, understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from polynotice.core.problems import did_you_mean
from polynotice.files.yaml_source import Place


@dataclass(frozen=True, kw_only=True)
class ReaderOptions:
    """What there is on pages; all of it, unless somebody does not want it."""

    language_offer: bool = True
    """Whether a reader whose browser prefers another language of the notice is offered it."""
    filter: bool = True
    """Whether the kinds of personal data can be filtered."""
    row_links: bool = True
    """Whether each row shows its own address, to be copied."""
    data_tags: bool = True
    """Whether kinds of data are links beside a text of the row's own."""


READER_OPTIONS = tuple(each.name for each in fields(ReaderOptions))


def without_filter(value: object) -> object:
    """What is written in the option, for pages that no script can filter."""
    return {**value, "filter": False} if isinstance(value, dict) else value or {"filter": False}


def read_reader(value: object, add: Callable[[Place, str, str], None]) -> ReaderOptions:
    """Understands the option; `add` takes the place, the message and the hint of a mistake."""
    if value is None:
        return ReaderOptions()
    if not isinstance(value, dict):
        names = ", ".join(READER_OPTIONS)
        add(("reader",), f"`reader` takes true or false for: {names}.", "Write `{filter: false}`.")
        return ReaderOptions()
    choices: dict[str, bool] = {}
    for name, wanted in value.items():
        if name not in READER_OPTIONS:
            message = f'`reader` has no "{name}".'
            add(("reader", str(name)), message, did_you_mean(str(name), READER_OPTIONS))
        elif not isinstance(wanted, bool):
            message = f"`{name}` takes true or false, not {wanted!r}."
            add(("reader", name), message, "Write one of the two.")
        else:
            choices[name] = wanted
    return ReaderOptions(**choices)
