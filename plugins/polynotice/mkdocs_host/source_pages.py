"""The pages below `docs/` and their navigation, as MkDocs finds them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from polynotice.core.locales import Locale, UnknownLocaleIdError, find_locale
from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem, Severity, did_you_mean
from polynotice.files import text_files, yaml_source
from polynotice.files.yaml_source import Place
from polynotice.mkdocs_host.config_file import document_of
from polynotice.mkdocs_host.expansions import Expansions
from polynotice.mkdocs_host.folder_settings import FolderSettings
from polynotice.mkdocs_host.host import (
    File,
    Files,
    InclusionLevel,
    MkDocsConfig,
    get_files,
    meta,
    set_exclusions,
)
from polynotice.notice.settings import Settings
from polynotice.pages.page_context import SourcePage


def files_of(config: MkDocsConfig) -> Files:
    """What is below `docs/`, with what MkDocs is to make of each."""
    files = get_files(config)
    set_exclusions(files, config)
    return files


def other_files(files: Files) -> Iterator[str]:
    """What is published from below `docs/` as it is."""
    for file in files:
        if not file.is_documentation_page() and file.inclusion in _PUBLISHED:
            yield file.src_uri


def read_pages(
    files: Files,
    config: MkDocsConfig,
    root: Path,
    settings: Settings,
    *,
    drafts: bool,
    expansions: Expansions,
) -> tuple[tuple[SourcePage, ...], list[Problem]]:
    """The pages of `files`, and what is wrong with them.

    `drafts` are those of `draft_docs`: a preview has them, a site has not. `expansions` complete
    each page as other plugins will.
    """
    pages: list[SourcePage] = []
    problems: list[Problem] = []
    docs = Path(config.docs_dir)
    for folder, reason in text_files.unreadable_folders(docs):
        message = f"The folder cannot be read: {reason}."
        span = Span(_relative(folder, root))
        problems.append(_unreadable(span, message, "Check its permissions."))
    settings_of = FolderSettings(config, files, _relative(docs, root))
    is_made = InclusionLevel.is_in_serve if drafts else InclusionLevel.is_included
    for file in files.documentation_pages(inclusion=is_made):
        path = _relative(docs / file.src_uri, root)
        try:
            text = text_files.read_text(docs / file.src_uri)
        except text_files.UnreadableFileError as error:
            message = f"The page cannot be read: {error.reason}."
            problems.append(_unreadable(Span(path, error.line), message, error.hint))
            continue
        problems += _misread(path, text)
        pages.append(expansions.expanded(_source_page(file, path, text, settings_of)))
    problems += [*expansions.problems, *settings_of.problems]
    problems += _conflicts(files, settings, docs, root)
    return tuple(pages), problems


def in_order_of(
    nav: object, pages: Sequence[SourcePage], config: MkDocsConfig
) -> tuple[SourcePage, ...]:
    """The pages in the order of the navigation; those that are not in it come last."""
    order = [path_in_nav(value, config) for _, value in _places_in(nav, ())]
    return tuple(
        sorted(pages, key=lambda each: order.index(each.uri) if each.uri in order else len(order))
    )


def _misread(path: str, text: str) -> list[Problem]:
    """What is wrong with front matter that is no YAML: MkDocs takes it for words of the page."""
    match = meta.YAML_RE.match(text)
    document, problems = yaml_source.load_yaml(
        match[1] if match else "", path, code="unreadable-page", first_line=2, foreign_tags=True
    )
    return problems if document is None else []


def unknown_pages(
    config: MkDocsConfig, files: Files, *, drafts: bool, made: Collection[str] = ()
) -> Iterator[Problem]:
    """What the navigation leads to that is not there, or not in every locale.

    To be asked once plugins have added their pages to `files`. What is there but kept out of the
    site is an error; what is not there may be anywhere, and MkDocs takes it for an address. Pages
    that are `made` while building come later.
    """
    document, _ = document_of(config)
    for place, value in _places_in(config.nav, ("nav",)):
        unknown = _unknown(value, config, files, drafts=drafts)
        if unknown and path_in_nav(value, config) not in made:
            severity, message, hint = unknown
            yield Problem(
                code="unknown-page",
                severity=severity,
                span=document.span(place),
                message=f'The navigation leads to "{value}"{message}',
                hint=hint,
            )


def _unknown(
    value: str, config: MkDocsConfig, files: Files, *, drafts: bool
) -> tuple[Severity, str, str] | None:
    """What is wrong with an entry of the navigation, and what to do; `None` for a right one."""
    path = path_in_nav(value, config)
    file = files.get_file_from_path(path)
    if file is not None:
        option = _KEEPING_OUT.get(file.inclusion)
        if option is None or (drafts and option == "draft_docs"):
            return None
        hint = f"Take it out of `nav`, or out of `{option}`."
        return Severity.ERROR, f", which `{option}` keeps out of the site.", hint
    url = urlsplit(path)
    if url.scheme or url.netloc:
        return None
    if path.startswith("/"):
        message = " from every locale: that is an address, not a page."
        return Severity.WARNING, message, "Name the page's file in docs/, such as `rights.md`."
    if url.fragment and files.get_file_from_path(url.path):
        message = ", which is a heading: MkDocs leads to pages only."
        return Severity.WARNING, message, f"Write {url.path}, or link to the heading from a page."
    if not path.endswith(".md"):
        return None
    known = [one.src_uri for one in files.documentation_pages()]
    return Severity.WARNING, ", which is not there.", did_you_mean(path, known)


_OF_FULL_PAGE = ("full/index.html", "full.html")
_PUBLISHED = (InclusionLevel.UNDEFINED, InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)
_KEEPING_OUT = {
    InclusionLevel.EXCLUDED: "exclude_docs",
    InclusionLevel.DRAFT: "draft_docs",
}


def path_in_nav(value: str, config: MkDocsConfig) -> str:
    """The path below `docs/` that an entry of the navigation stands for, if it stands for one."""
    is_path = is_from_docs(config.validation.nav.absolute_links)
    return value.lstrip("/") if is_path else value


def is_from_docs(absolute_links: object) -> bool:
    """Whether that option of `validation` says that an absolute path counts from `docs/`."""
    return getattr(absolute_links, "name", "") == "RELATIVE_TO_DOCS"


def _unreadable(span: Span, message: str, hint: str) -> Problem:
    return Problem(code="unreadable-page", span=span, message=message, hint=hint)


def _conflicts(files: Files, settings: Settings, docs: Path, root: Path) -> Iterator[Problem]:
    """Files that would stand where the pages of a locale go."""
    for file in files:
        taken = next(
            (locale for locale in settings.translated if file.dest_uri.startswith(f"{locale.id}/")),
            None,
        )
        path = _relative(docs / file.src_uri, root)
        if file.is_documentation_page() and (named := _named_locale(file, files, settings)):
            yield Problem(
                code="locale-conflict",
                severity=Severity.WARNING,
                span=Span(path),
                message=f"The page is named as one in {named.english_name}, and read as one in "
                f"{settings.source.english_name}.",
                hint="Translations come from the catalogue: move its texts there, or rename it.",
            )
        if settings.full_page and file.dest_uri in _OF_FULL_PAGE:
            message = "The whole notice goes to full/ (`full_page`), where this file goes."
            hint = "Rename it, or take `full_page` out of the options."
            yield Problem(code="locale-conflict", span=Span(path), message=message, hint=hint)
        if taken:
            message = f"The pages of the locale {taken.id} go to {taken.id}/, where this file goes."
            hint = "Move it: translations come from the catalogue, not from pages."
            yield Problem(code="locale-conflict", span=Span(path), message=message, hint=hint)


def _named_locale(file: File, files: Files, settings: Settings) -> Locale | None:
    """The locale in a name such as `index.de.md`, by which other plugins know translations.

    One that is not listed is meant where the page without it is there, too.
    """
    path = PurePosixPath(file.src_uri)
    whole = path.with_suffix("")
    suffix = whole.suffix[1:].replace("_", "-").lower()
    listed = next((one for one in settings.locales if one.id.lower() == suffix), None)
    if listed or not suffix or not files.get_file_from_path(f"{whole.with_suffix(path.suffix)}"):
        return listed
    try:
        return find_locale(suffix)
    except UnknownLocaleIdError:
        return None


def titled_pages(nav: object, config: MkDocsConfig) -> Iterator[str]:
    """The pages that have a title in `nav`."""
    if isinstance(nav, dict):
        yield from (path_in_nav(each, config) for each in nav.values() if isinstance(each, str))
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from titled_pages(item, config)


def _places_in(nav: object, place: Place) -> Iterator[tuple[Place, str]]:
    """The pages in `nav`, in order, with their places."""
    if isinstance(nav, str):
        yield place, nav
    items = (
        nav.items() if isinstance(nav, dict) else enumerate(nav) if isinstance(nav, list) else ()
    )
    for key, item in items:
        yield from _places_in(item, (*place, key))


def _source_page(file: File, path: str, text: str, settings_of: FolderSettings) -> SourcePage:
    uri, (body, own) = file.src_uri, meta.get_data(text)
    data = settings_of.of(file, own)
    head = text[: len(text) - len(body)] if text.endswith(body) else ""
    lines = text.split("\n")
    words = {}
    for name, comment in FRONT_MATTER.items():
        value = data.get(name)
        if isinstance(value, str):
            numbers = (n for n, line in enumerate(lines, start=1) if line.startswith(f"{name}:"))
            span = None if name in own else settings_of.place_of(name, value)
            words[name] = Text(
                msgid=value,
                span=span or Span(path, next(numbers, 1)),
                comment=f"Page {uri}, {comment}",
            )
    return SourcePage(uri=uri, path=path, body=body, first_line=head.count("\n") + 1, words=words)


FRONT_MATTER = {
    "title": "title",
    "description": "description, for search engines",
    "subtitle": "stands below its title in the navigation",
}
"""The words of a page's front matter that themes show, and what they are."""


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
