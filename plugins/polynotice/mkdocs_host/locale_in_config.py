"""Lists one more locale in `mkdocs.yml`, as `add-locale` does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from polynotice.core.locales import Locale
from polynotice.core.model import Span
from polynotice.files import yaml_edit
from polynotice.files.replacing import replace_file
from polynotice.files.yaml_edit import Edited, NotEditableError
from polynotice.files.yaml_source import Document, Place
from polynotice.mkdocs_host.config_file import config_document, inherited_files, place_of_options
from polynotice.notice.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What has to be written to list a locale, for the preview alone, and where."""

    item: str
    """Such as `de: {publish: false}`, or the whole option if there is no list yet."""
    span: Span
    """Where it comes to stand, or where the list or the plugin stands."""
    path: Path
    text: str | None
    """The whole file with it; `None` where only a person can tell how to write it."""

    @property
    def instruction(self) -> str:
        """What to do by hand."""
        where = f"{self.span.path}:{self.span.line}"
        if self.item.startswith("locales:"):
            return f"add `{self.item}` to the options of polynotice ({where})."
        return f"add `- {self.item}` to `locales` ({where})."

    def write(self) -> None:
        """Writes the file. Raises `OSError` if the disk does not take it; it is then unchanged."""
        if self.text is not None:
            replace_file(self.path, self.text.encode())


def listing_of(locale: Locale, config_file: Path, settings: Settings) -> Listing:
    """How the locale is listed in `mkdocs.yml`, which MkDocs has read as `settings`."""
    item, value = f"{_written(locale.id)}: {{publish: false}}", {locale.id: {"publish": False}}
    path, document, place = _where_listed(config_file)
    span = document.span(place)
    span = Span(_shown(path, config_file), span.line)
    known = [one.id for one in settings.locales]
    names = _names(document, place) if place[-1:] == ("locales",) else None
    edited = None
    if names == known:
        edited = _edited(path, lambda text: yaml_edit.with_item(text, place, item, value))
    elif names is None and len(known) == 1:
        listed, values = f"[{_written(known[0])}, {item}]", [known[0], value]
        item = f"locales: {listed}"
        edited = _edited(
            path, lambda text: yaml_edit.with_option(text, place, "locales", listed, values)
        )
    if edited is None:
        return Listing(item=item, span=span, path=path, text=None)
    return Listing(item=item, span=Span(span.path, edited.line), path=path, text=edited.text)


def _written(name: str) -> str:
    """A locale's id as YAML wants it, which takes `no` for false."""
    return f'"{name}"' if name == "no" else name


def _edited(path: Path, edit: Callable[[str], Edited]) -> Edited | None:
    """The file with what `edit` adds, if it can be had without a risk to the rest of it."""
    try:
        # With its byte order mark and line ends, which `read_text` leaves out.
        return edit(path.read_bytes().decode())
    except (OSError, UnicodeDecodeError, NotEditableError):
        return None


def _where_listed(config_file: Path) -> tuple[Path, Document, Place]:
    """The file with the list, and its place there: in `mkdocs.yml`, or what that inherits from.

    Where there is no list, the plugin's own place, or `mkdocs.yml`.
    """
    places: list[tuple[Path, Document, Place]] = []
    for path in (config_file, *inherited_files(config_file)):
        document, _ = config_document(path)
        if document is None:
            continue
        options = place_of_options(document)
        place = (*options, "locales")
        if place in document.lines:
            return path, document, place
        if len(options) > 1 and options in document.lines:
            places.append((path, document, options))
        if isinstance(document.children(()).get("plugins"), list):
            break  # it replaces those of the files that this one inherits
    empty = Document(path=config_file.name, data={}, lines={})
    return places[0] if places else (config_file, empty, ())


def _names(document: Document, place: Place) -> list[object] | None:
    """The locales as they are written; `None` where there is no list."""
    try:
        listed = document.at(place)
    except (LookupError, TypeError):
        return None
    if not isinstance(listed, list):
        return None
    return [next(iter(each)) if isinstance(each, dict) and each else each for each in listed]


def _shown(path: Path, config_file: Path) -> str:
    """The file's name, from the folder of `mkdocs.yml` where it is below that."""
    folder = config_file.parent
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
