"""The words of themes that have gettext catalogues, as MkDocs's own themes have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from polynotice.core.locales import Locale, UnknownLocaleIdError, nearest, without_territory


class ThemeCatalogues:
    """What a theme's folders have in `locales/<locale>/LC_MESSAGES/messages.mo`."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = tuple(Path(folder) / "locales" for folder in folders)
        self._found: dict[str, NullTranslations] = {}

    @property
    def exist(self) -> bool:
        """Whether the theme is translated so at all."""
        return any(map(_languages, self._folders))

    def serve(self, locale: Locale) -> bool:
        """Whether they have a catalogue for the locale; English needs none."""
        is_english = locale.id == "en" or locale.id.startswith("en-")
        return is_english or any(_nearest(locale, folder) for folder in self._folders)

    def gettext(self, locale: Locale, message: str) -> str:
        """What they say in that locale; empty if they do not know the message."""
        return self._of(locale).gettext(message)

    def ngettext(self, locale: Locale, one: str, many: str, number: int) -> str:
        """What they say for a number; in English if they do not know the message."""
        said = self._of(locale).ngettext(one, many, number)
        return said or (one if number == 1 else many)

    def _of(self, locale: Locale) -> NullTranslations:
        """What is asked in turn: a project's own folder comes before the theme's."""
        if locale.id not in self._found:
            chain: NullTranslations = _Unknown()
            for folder in reversed(self._folders):
                if name := _nearest(locale, folder):
                    with _file(folder, name).open("rb") as file:
                        translations = GNUTranslations(file)
                    translations.add_fallback(chain)
                    chain = translations
            self._found[locale.id] = chain
        return self._found[locale.id]


class _Unknown(NullTranslations):
    """Tells what no catalogue has from what is the same in both languages."""

    def gettext(self, message: str) -> str:  # noqa: ARG002
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return ""


def _file(folder: Path, name: str) -> Path:
    return folder / name / "LC_MESSAGES" / "messages.mo"


def _languages(folder: Path) -> Sequence[str]:
    names = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    return [name for name in names if _file(folder, name).is_file()]


def _nearest(locale: Locale, folder: Path) -> str | None:
    """The folder of the language that serves the locale best: `zh_CN` serves `zh-Hans`."""
    names = _languages(folder)
    if nearest_name := nearest(locale.id, names):
        return nearest_name
    wider: dict[str, str] = {}
    for name in names:
        try:
            wider.setdefault(without_territory(name), name)
        except UnknownLocaleIdError:
            continue
    nearest_name = nearest(locale.id, wider)
    return wider[nearest_name] if nearest_name else None
