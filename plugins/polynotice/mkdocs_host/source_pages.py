"""The pages below `docs/` and their navigation, as MkDocs finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel, get_files, set_exclusions
from mkdocs.utils import meta, nest_paths

from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem, Severity, did_you_mean
from polynotice.files import text_files, yaml_source
from polynotice.files.yaml_source import Place
from polynotice.mkdocs_host.config_file import document_of
from polynotice.notice.settings import Settings
from polynotice.pages.page_context import SourcePage


def navigation_of(config: MkDocsConfig, uris: Sequence[str]) -> object:
    """The navigation as configured, or as MkDocs makes it of folders and files."""
    if config.nav is not None:
        return config.nav
    return nest_paths(sorted(uris))  # type: ignore[no-untyped-call]


def read_pages(
    config: MkDocsConfig, root: Path, settings: Settings
) -> tuple[tuple[SourcePage, ...], list[Problem]]:
    """The pages below `docs/` in the order of the navigation, and what is wrong with them."""
    files = get_files(config)
    set_exclusions(files, config)
    pages: list[SourcePage] = []
    problems: list[Problem] = []
    docs = Path(config.docs_dir)
    for folder, reason in text_files.unreadable_folders(docs):
        message = f"The folder cannot be read: {reason}."
        span = Span(_relative(folder, root))
        problems.append(_unreadable(span, message, "Check its permissions."))
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        path = _relative(docs / file.src_uri, root)
        try:
            text = text_files.read_text(docs / file.src_uri)
        except text_files.UnreadableFileError as error:
            message = f"The page cannot be read: {error.reason}."
            problems.append(_unreadable(Span(path, error.line), message, error.hint))
            continue
        problems += _misread(path, text)
        pages.append(_source_page(file.src_uri, path, text))
    problems += _conflicts(files, settings, docs, root)
    order = list(_pages_in(navigation_of(config, [page.uri for page in pages])))
    pages.sort(key=lambda page: order.index(page.uri) if page.uri in order else len(order))
    return tuple(pages), problems


def _misread(path: str, text: str) -> list[Problem]:
    """What is wrong with front matter that is no YAML: MkDocs takes it for words of the page."""
    found = meta.YAML_RE.match(text)
    document, problems = yaml_source.load_yaml(
        found[1] if found else "", path, code="unreadable-page", first_line=2, foreign_tags=True
    )
    return problems if document is None else []


def unknown_pages(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """The pages in `nav` that are not there, once plugins have added theirs to `files`."""
    document, _ = document_of(config)
    for place, uri in _places_in(config.nav, ("nav",)):
        is_page = uri.endswith(".md") and not urlsplit(uri).scheme and not uri.startswith("/")
        if is_page and files.get_file_from_path(uri) is None:
            known = [file.src_uri for file in files.documentation_pages()]
            yield Problem(
                code="unknown-page",
                severity=Severity.WARNING,
                span=document.span(place),
                message=f'The navigation leads to "{uri}", which is not there.',
                hint=did_you_mean(uri, known),
            )


def _unreadable(span: Span, message: str, hint: str) -> Problem:
    return Problem(code="unreadable-page", span=span, message=message, hint=hint)


def _conflicts(files: Files, settings: Settings, docs: Path, root: Path) -> Iterator[Problem]:
    """Files that would stand where the pages of a locale go."""
    for file in files:
        taken = next(
            (locale for locale in settings.translated if file.dest_uri.startswith(f"{locale.id}/")),
            None,
        )
        if taken:
            path = _relative(docs / file.src_uri, root)
            message = f"The pages of the locale {taken.id} go to {taken.id}/, where this file goes."
            hint = "Move it: translations come from the catalogue, not from pages."
            yield Problem(code="locale-conflict", span=Span(path), message=message, hint=hint)


def titled_pages(nav: object) -> Iterator[str]:
    """The pages that have a title in `nav`."""
    if isinstance(nav, dict):
        yield from (value for value in nav.values() if isinstance(value, str))
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from titled_pages(item)


def _pages_in(nav: object) -> Iterator[str]:
    """The pages in `nav`, in order."""
    yield from (uri for _, uri in _places_in(nav, ()))


def _places_in(nav: object, place: Place) -> Iterator[tuple[Place, str]]:
    """The pages in `nav`, in order, with their places."""
    if isinstance(nav, str):
        yield place, nav
    items = (
        nav.items() if isinstance(nav, dict) else enumerate(nav) if isinstance(nav, list) else ()
    )
    for key, item in items:
        yield from _places_in(item, (*place, key))


def _source_page(uri: str, path: str, text: str) -> SourcePage:
    body, data = meta.get_data(text)
    head = text[: len(text) - len(body)] if text.endswith(body) else ""
    lines = text.split("\n")
    words = {}
    for name, comment in (("title", "title"), ("description", "description, for search engines")):
        if isinstance(data.get(name), str):
            found = (n for n, line in enumerate(lines, start=1) if line.startswith(f"{name}:"))
            words[name] = Text(
                msgid=data[name], span=Span(path, next(found, 1)), comment=f"Page {uri}, {comment}"
            )
    return SourcePage(uri=uri, path=path, body=body, first_line=head.count("\n") + 1, words=words)


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
