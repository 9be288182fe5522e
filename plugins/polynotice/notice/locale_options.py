"""What `locales` says of one locale: `- de: {publish: false}`, `- de: {may_lag: true}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from polynotice.core.problems import did_you_mean
from polynotice.files.yaml_source import Place

_NAMES = ("publish", "may_lag")


@dataclass(frozen=True, kw_only=True)
class LocaleOptions:
    """What is said of a locale."""

    publish: bool = True
    """Whether it is part of a site; else it is a draft."""
    may_lag: bool = False
    """Whether it shows its last release where it is not complete."""


class Add(Protocol):
    """Notes what is wrong at a place of the options."""

    def __call__(self, place: Place, message: str, hint: str) -> None:
        """With what to do about it."""


def read_locale_options(options: object, add: Add, place: Place, locale_id: str) -> LocaleOptions:
    """Understands the `options` of that locale; what cannot be understood allows nothing."""
    if not isinstance(options, dict):
        message = f"The options of {locale_id} are no mapping."
        add(place, message, f"Write `- {locale_id}: {{publish: false}}`.")
        return LocaleOptions()
    given = {}
    for name, value in options.items():
        there = (*place, locale_id, name)
        if name not in _NAMES:
            message = f'A locale has no option "{name}".'
            add(there, message, did_you_mean(str(name), _NAMES))
        elif isinstance(value, bool):
            given[name] = value
        else:
            message = f"`{name}` takes true or false, not {value!r}."
            add(there, message, "Write one of the two.")
            given[name] = False
    return LocaleOptions(**given)
