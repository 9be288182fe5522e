"""A notice's MkDocs project, read: its options, its pages and the words in `mkdocs.yml`."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.utils import meta
from selectolax.lexbor import LexborHTMLParser

from polynotice import settings, yaml_source
from polynotice.markdown_ext import NoticeExtension, toc_text
from polynotice.model import Span, Text
from polynotice.problems import Problem
from polynotice.rendering import Rendering
from polynotice.settings import Settings
from polynotice.yaml_source import Document, Place

_CONFIG = Span("mkdocs.yml")


@dataclass(frozen=True, kw_only=True)
class SourcePage:
    """A Markdown page below `docs/`."""

    uri: str
    """Below `docs/`, with forward slashes."""
    path: str
    """Relative to the project's folder."""
    body: str
    """Without its front matter."""
    first_line: int
    """The line of the file in which the body starts."""
    words: Mapping[str, Text]
    """`title` and `description` from the front matter, where it has them."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """What a project's `mkdocs.yml` and pages say."""

    root: Path
    """The project's folder: where `mkdocs.yml` is."""
    settings: Settings
    pages: tuple[SourcePage, ...]
    words: tuple[Text, ...]
    """The words in `mkdocs.yml` that a reader sees, such as the titles in the navigation."""


def read(config: MkDocsConfig, options: Mapping[str, object]) -> tuple[Site, list[Problem]]:
    """Reads the project of a loaded MkDocs configuration; `options` are the plugin's."""
    root = Path(config.config_file_path).parent
    document, _ = _config_document(config)
    found, problems = settings.read(options, document, _place_of_options(document))
    pages, page_problems = _read_pages(config, root, found)
    words = tuple(_words(config, document))
    site = Site(root=root, settings=found, pages=pages, words=words)
    return site, problems + page_problems


def convert(config: MkDocsConfig, page: SourcePage, rendering: Rendering) -> str:
    """The page's HTML, with the Markdown extensions of the site. Fills the `rendering`."""
    extension = NoticeExtension()
    others = [one for one in config.markdown_extensions if not isinstance(one, NoticeExtension)]
    md = markdown.Markdown(
        extensions=[*others, extension], extension_configs=copy.deepcopy(config.mdx_configs) or {}
    )
    extension.rendering = rendering
    return md.convert(page.body)


def inline_html(config: MkDocsConfig, texts: Iterable[str]) -> list[str]:
    """Each inline Markdown text as HTML, with the Markdown extensions of the site."""
    extension = NoticeExtension()
    others = [one for one in config.markdown_extensions if not isinstance(one, NoticeExtension)]
    md = markdown.Markdown(
        extensions=[*others, extension], extension_configs=copy.deepcopy(config.mdx_configs) or {}
    )
    return [_inline(md, text) for text in texts]


def visible_texts(config: MkDocsConfig, texts: Sequence[str]) -> list[str]:
    """What a reader sees of each inline Markdown text: its characters, without markup."""
    marked = [text for text in texts if not _PLAIN.fullmatch(text)]
    html = dict(zip(marked, inline_html(config, marked), strict=True)) if marked else {}
    return [text_of_html(html[text]) if text in html else text for text in texts]


def text_of_html(html: str) -> str:
    """The text of a piece of HTML, with every run of white space as one space."""
    body = LexborHTMLParser(html).body
    return squeezed(body.text()) if body else ""


def squeezed(text: str | None) -> str:
    """The text with every run of white space that HTML collapses as one space."""
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")


# Letters, digits and the punctuation that no Markdown extension gives a meaning to.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,;?/%§«»„“”’‘،؛؟。、，；？（）「」…\u00a0\u202f]|[.](?=[^.]|$))*")


def _inline(md: markdown.Markdown, text: str) -> str:
    from xml.etree.ElementTree import Element, SubElement

    root = Element("div")
    SubElement(root, "td").text = text
    for name in ("inline", "attr_list", "prettify", "unescape"):
        if name in md.treeprocessors:
            result = md.treeprocessors[name].run(root)
            root = root if result is None else result
    html = md.serializer(root)
    for postprocessor in md.postprocessors:
        html = postprocessor.run(html)
    return html


def destination_of(config: MkDocsConfig, uri: str) -> str:
    """The page's file below the site's folder, for the source locale."""
    return _file(config, uri).dest_uri


def url_of(config: MkDocsConfig, uri: str) -> str:
    """The page's address below the root of its locale; empty for the home page."""
    url = _file(config, uri).url
    return "" if url in (".", "./") else url


def _file(config: MkDocsConfig, uri: str) -> File:
    return File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)


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


def _config_document(config: MkDocsConfig) -> tuple[Document, list[Problem]]:
    path = Path(config.config_file_path)
    text = path.read_text(encoding="utf-8-sig")
    document, problems = yaml_source.load(text, path.name, code="bad-setting", foreign_tags=True)
    return document or Document(path=path.name, data={}, lines={}), problems


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


def _words(config: MkDocsConfig, document: Document) -> Iterator[Text]:
    for name in ("site_name", "site_description", "copyright"):
        if config[name]:
            yield word_text(name, config[name], document.span((name,)))
    for index, toggle in enumerate(palette_toggles(config)):
        if toggle:
            yield word_text("palette", toggle, document.span(("theme", "palette", index, "toggle")))
    toc = (config.mdx_configs or {}).get("toc") or {}
    if toc.get("title"):
        yield toc_text("title", toc["title"])
    yield from texts_of_nav(config.nav, document)


def palette_toggles(config: MkDocsConfig) -> list[str | None]:
    """What each palette's switch says; `None` for one that has no switch."""
    palettes = config.theme.get("palette") or []
    palettes = palettes if isinstance(palettes, list) else [palettes]
    return [(one.get("toggle") or {}).get("name") for one in palettes if isinstance(one, dict)]


def _read_pages(
    config: MkDocsConfig, root: Path, found: Settings
) -> tuple[tuple[SourcePage, ...], list[Problem]]:
    files = get_files(config)
    set_exclusions(files, config)
    pages: list[SourcePage] = []
    problems: list[Problem] = []
    docs = Path(config.docs_dir)
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        path = _relative(docs / file.src_uri, root)
        taken = next(
            (one for one in found.translated if file.src_uri.startswith(f"{one.id}/")), None
        )
        if taken:
            message = f"The pages of the locale {taken.id} go to {taken.id}/, where this page is."
            hint = "Move it: translations come from the catalogue, not from pages."
            problems.append(
                Problem(code="locale-conflict", span=Span(path), message=message, hint=hint)
            )
        try:
            text = file.content_string
        except (OSError, UnicodeDecodeError):
            problems.append(
                Problem(
                    code="untranslatable-text",
                    span=Span(path),
                    message="The page cannot be read.",
                    hint="Save it as UTF-8 text.",
                )
            )
            continue
        pages.append(_source_page(file.src_uri, path, text))
    order = list(_pages_in(config.nav))
    pages.sort(key=lambda page: order.index(page.uri) if page.uri in order else len(order))
    return tuple(pages), problems


def _pages_in(nav: object) -> Iterator[str]:
    """The pages in `nav`, in order."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _pages_in(item)


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
