"""A notice's MkDocs project, read: its options, its pages and the words in `mkdocs.yml`."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.utils import meta, nest_paths

from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem, Severity, did_you_mean
from polynotice.files import text_files, yaml_source
from polynotice.files.yaml_source import Document, Place
from polynotice.html.elements import Element as HtmlElement
from polynotice.html.elements import elements_in
from polynotice.html.plain_text import is_plain
from polynotice.html.visible_text import Seen, seen_in, squeezed
from polynotice.mkdocs_host import third_parties
from polynotice.notice.settings import Settings, read_settings
from polynotice.pages.markdown_extension import NoticeExtension, toc_text
from polynotice.pages.rendering import Rendering, SourcePage

_CONFIG = Span("mkdocs.yml")


class MkDocsSite:
    """What a project's `mkdocs.yml` and pages say, and how MkDocs makes pages of it."""

    def __init__(
        self,
        config: MkDocsConfig,
        *,
        settings: Settings,
        pages: tuple[SourcePage, ...],
        words: tuple[Text, ...],
        titled: frozenset[str],
    ) -> None:
        self.root = Path(config.config_file_path).parent
        self.settings = settings
        self.pages = pages
        self.words = words
        self.titled = titled
        self._config = config
        self._files: dict[str, File] = {}
        self._references: dict[str, tuple[str, str]] = {}
        """Of the pages that have been converted: where each leads, and its title."""
        self._elements: dict[str, tuple[HtmlElement, ...]] = {}

    def convert(self, page: SourcePage, rendering: Rendering) -> str:
        """The page's HTML, with the Markdown extensions of the site. Fills the `rendering`."""
        md, extension = self._markdown()
        extension.rendering = rendering
        html = md.convert(page.body)
        self._references.update(md.references)
        return html

    def seen(self, texts: Sequence[str]) -> list[Seen]:
        """What a reader sees of each inline Markdown text, and where its links lead."""
        return [
            Seen(text=squeezed(text))
            if is_plain(text)
            else seen_in(_inline(self._inline_markdown, text))
            for text in texts
        ]

    def elements(self, text: str) -> tuple[HtmlElement, ...]:
        """What an inline Markdown text becomes on a page, with the references of all pages."""
        if text not in self._elements:
            # As a heading and as a paragraph, if it can have an attribute list: these look
            # different in the two. Nothing else does.
            tags = ("dt", "p") if "{" in text else ("p",)
            html = _inline(self._inline_markdown, text, *tags, references=self._references)
            self._elements[text] = elements_in(html) * (3 - len(tags))
        return self._elements[text]

    @cached_property
    def _inline_markdown(self) -> markdown.Markdown:
        return self._markdown()[0]

    def destination_of(self, uri: str) -> str:
        """The page's file below the site's folder, for the source locale."""
        return self._file(uri).dest_uri

    def url_of(self, uri: str) -> str:
        """The page's address below the root of its locale; empty for the home page."""
        url = self._file(uri).url
        return "" if url in (".", "./") else url

    def _markdown(self) -> tuple[markdown.Markdown, NoticeExtension]:
        extension = NoticeExtension()
        found: list[Any] = self._config.markdown_extensions
        others = [one for one in found if not isinstance(one, NoticeExtension)]
        configs = copy.deepcopy(self._config.mdx_configs) or {}
        return markdown.Markdown(
            extensions=[*others, extension], extension_configs=configs
        ), extension

    def _file(self, uri: str) -> File:
        if uri not in self._files:
            config = self._config
            self._files[uri] = File(
                uri, config.docs_dir, config.site_dir, config.use_directory_urls
            )
        return self._files[uri]


def read_site(
    config: MkDocsConfig, options: Mapping[str, object]
) -> tuple[MkDocsSite, list[Problem]]:
    """Reads the project of a loaded MkDocs configuration; `options` are the plugin's."""
    root = Path(config.config_file_path).parent
    document, unclear = _config_document(config)
    settings, problems = read_settings(options, document, _place_of_options(document))
    pages, page_problems = _read_pages(config, root, settings)
    nav = _nav(config, [page.uri for page in pages])
    words = tuple(_words(config, document, nav))
    site = MkDocsSite(
        config, settings=settings, pages=pages, words=words, titled=frozenset(_titled(nav))
    )
    others = third_parties.third_party_problems(config, document)
    return site, [*unclear, *problems, *others, *page_problems]


def _inline(
    md: markdown.Markdown,
    text: str,
    *tags: str,
    references: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> str:
    """The HTML of an inline text; if `tags` are given, within one element of each."""
    md.reset()
    md.references.update(references)
    root = Element("div")
    for tag in tags or ("td",):
        SubElement(root, tag).text = text
    for name in ("inline", "attr_list", "prettify", "smarty", "smart-symbols", "unescape"):
        if name in md.treeprocessors:
            result = md.treeprocessors[name].run(root)
            root = root if result is None else result
    html = md.serializer(root)
    for postprocessor in md.postprocessors:
        html = postprocessor.run(html)
    return html


def texts_of_nav(nav: object, document: Document, place: Place = ("nav",)) -> Iterator[Text]:
    """The titles in `nav`, in order."""
    items = (
        nav.items() if isinstance(nav, dict) else enumerate(nav) if isinstance(nav, list) else ()
    )
    for key, value in items:
        inner = (*place, key)
        if isinstance(nav, dict):
            yield nav_text(str(key), document.span(inner))
        if not isinstance(value, str):
            yield from texts_of_nav(value, document, inner)


def nav_text(title: str, span: Span = _CONFIG) -> Text:
    """The text of a title in the navigation."""
    return Text(msgid=title, span=span, comment="Title in the navigation")


def word_text(name: str, value: str, span: Span = _CONFIG) -> Text:
    """The text of a word in `mkdocs.yml`; `name` is the option's."""
    return Text(msgid=value, span=span, context=f"site/{name}", comment=_WORDS[name])


_WORDS = {
    "site_name": "Name of the site",
    "site_description": "Description of the site, for search engines",
    "copyright": "Stands at the foot of each page",
    "palette": "Says what the switch between light and dark does",
}


def config_document(path: Path) -> tuple[Document | None, list[Problem]]:
    """What stands in `mkdocs.yml`, with its lines; `None` if it cannot be read as YAML at all."""
    try:
        text = text_files.read_text(path)
    except FileNotFoundError:
        return None, []
    except text_files.UnreadableFileError as error:
        message = f"The file cannot be read: {error.reason}."
        span = Span(path.name, error.line)
        return None, [Problem(code="bad-setting", span=span, message=message, hint=error.hint)]
    return yaml_source.load_yaml(text, path.name, code="bad-setting", foreign_tags=True)


def _config_document(config: MkDocsConfig) -> tuple[Document, list[Problem]]:
    path = Path(config.config_file_path)
    document, problems = config_document(path)
    if document is None:
        return Document(path=path.name, data={}, lines={}), problems
    # MkDocs has read the file already: what it takes is no mistake but for what it drops.
    return document, [problem for problem in problems if problem.code == "repeated-field"]


def _place_of_options(document: Document) -> Place:
    """Where the plugin's options stand, in either of the two ways to list plugins."""
    data: Any = document.data
    plugins = data.get("plugins") if isinstance(data, dict) else None
    if isinstance(plugins, dict):
        return ("plugins", "polynotice")
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(item, dict) and "polynotice" in item:
            return ("plugins", index, "polynotice")
        if item == "polynotice":
            return ("plugins", index)
    return ("plugins",)


def _nav(config: MkDocsConfig, uris: Sequence[str]) -> object:
    """The navigation as configured, or as MkDocs makes it of folders and files."""
    if config.nav is not None:
        return config.nav
    return nest_paths(sorted(uris))  # type: ignore[no-untyped-call]


def _words(config: MkDocsConfig, document: Document, nav: object) -> Iterator[Text]:
    for name in ("site_name", "site_description", "copyright"):
        if config[name]:
            yield word_text(name, config[name], document.span((name,)))
    for index, toggle in enumerate(palette_toggles(config)):
        if toggle:
            yield word_text(
                "palette", toggle, document.span(("theme", "palette", index, "toggle", "name"))
            )
    toc = (config.mdx_configs or {}).get("toc") or {}
    if toc.get("title"):
        yield toc_text("title", toc["title"])
    yield from texts_of_nav(nav, document)


def palette_toggles(config: MkDocsConfig) -> list[str | None]:
    """What each palette's switch says; `None` for one that has no switch."""
    palettes = config.theme.get("palette") or []
    palettes = palettes if isinstance(palettes, list) else [palettes]
    return [(one.get("toggle") or {}).get("name") for one in palettes if isinstance(one, dict)]


def _read_pages(
    config: MkDocsConfig, root: Path, settings: Settings
) -> tuple[tuple[SourcePage, ...], list[Problem]]:
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
    order = list(_pages_in(_nav(config, [page.uri for page in pages])))
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
    document, _ = _config_document(config)
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


def _titled(nav: object) -> Iterator[str]:
    """The pages that have a title in `nav`."""
    if isinstance(nav, dict):
        yield from (value for value in nav.values() if isinstance(value, str))
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _titled(item)


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
