"""Pages whose template was filled before with the same: what it gave then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, Template

from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Phrase
from polynotice.mkdocs_host.host import (
    AnchorLink,
    File,
    Link,
    MkDocsConfig,
    Navigation,
    Page,
    Section,
)
from polynotice.mkdocs_host.known_hands import are_known, shown_options, templates_in
from polynotice.mkdocs_host.locale_pages import LocalePage, Title
from polynotice.mkdocs_host.project_memory import written
from polynotice.mkdocs_host.still_templates import with_text_at_hand

_EVENTS = ("env", "page_context", "template_context")

_OF_PAGE = frozenset(
    {
        "abs_url", "canonical_url", "children", "content", "edit_url", "file", "is_section",
        "is_page", "is_link", "is_top_level", "links_to_anchors", "locale", "markdown", "meta",
        "next_page", "parent", "present_anchor_ids", "previous_page", "render", "source",
        "source_page", "title", "toc", "update_date", "words_of_front_matter", "_Page__active",
        "_say", "_title_from_render",
    }
)  # fmt: skip
"""What pages have by themselves. With anything else, some plugin has given it to the templates."""


_OF_SECTION = frozenset({*vars(Section(None, [])), "parent"})  # type: ignore[arg-type]
_OF_LINK = frozenset({*vars(Link(None, "")), "parent"})  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class SingleFiles:
    """The files of the source locale that are a template and no page: error page and sitemap."""

    decided_by: bytes
    """The digest of all that decides the files of every locale."""
    locale: str
    """The id of the source locale."""
    known: Drawer[str]

    def key(self, name: str, context: Mapping[str, Any]) -> bytes | None:
        """The digest of what decides the template of that name, if it is one of these files."""
        notice = context.get("notice")
        if getattr(notice, "locale", None) != self.locale or "base_url" not in context:
            return None
        return key_of(
            self.decided_by,
            name,
            context["base_url"],
            str(context["build_date_utc"]),
            [*map(str, context["extra_css"])],
            [*map(str, context["extra_javascript"])],
            [
                (file.src_uri, file.page.canonical_url, file.page.abs_url)
                for file in context["pages"]
            ],
        )


class RememberedTemplates:
    """Lets the templates of pages be filled once for the same page, navigation and configuration.

    Where any other plugin or hook has a hand in what templates are given, all are filled anew.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        env: Environment,
        drawer_of: Callable[[Page], Drawer[str]],
        words: Callable[[Page], list[Phrase]],
        single: SingleFiles | None = None,
    ) -> None:
        """`words` are those that the templates of a page's locale may ask for.

        `single` are the files that are a template and no page, if it is known what decides them.
        """
        self._config = config
        self._env = env
        self._drawer_of = drawer_of
        self._words = words
        self._single = single
        self._frames: dict[int, bytes] = {}
        """The digests of what the pages of a locale have in common, by its navigation."""

    def install(self) -> None:
        """Stands between MkDocs, which asks for a page's template, and the template."""
        if self._made_by is None:
            return
        get_template = self._env.get_template
        included: dict[str, Any] = {}

        def get(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002
            if not parent:
                return _Remembered(get_template(name, parent, globals), self)
            if globals is not None or not isinstance(name, str):
                return get_template(name, parent, globals)
            # A page includes seventy, the same ones as the page before: Jinja looks for each anew.
            if name not in included:
                included[name] = with_text_at_hand(get_template(name, parent), self._env)
            return included[name]

        self._env.get_template = get  # type: ignore[method-assign]

    def fill(self, template: Template, context: Mapping[str, Any]) -> str:
        """What the template gives with that context."""
        page, name = context.get("page"), str(template.name)
        render = partial(template.render, context)
        if isinstance(page, Page):
            return self._drawer_of(page).recall(self._key(name, page, context), render)
        if page is None and self._single is not None:
            return self._single.known.recall(self._single.key(name, context), render)
        return render()

    @cached_property
    def _made_by(self) -> list[Any] | None:
        """What fills the templates, if nothing has a hand in it that is not known."""
        return templates_in(self._config, self._env) if are_known(self._config, _EVENTS) else None

    def _key(self, name: str, page: Page, context: Mapping[str, Any]) -> bytes | None:
        if type(page) not in (Page, LocalePage) or not vars(page).keys() <= _OF_PAGE:
            return None
        nav = context["nav"]
        try:
            if id(nav) not in self._frames:
                self._frames[id(nav)] = self._frame(nav, page, context["config"])
            return key_of(
                self._frames[id(nav)],
                name,
                context["base_url"],
                str(context["build_date_utc"]),
                context.get("extra_css"),
                context.get("extra_javascript") and [*map(str, context["extra_javascript"])],
                [
                    (each.locale, each.url, each.canonical_url)
                    for each in context["notice"].alternates
                ],
                context["notice"].offers_language,
                page.content,
                _page(page),
                page.canonical_url,
                page.edit_url,
                page.update_date,
                _toc(page.toc),
                [_page(each) if each else None for each in (page.previous_page, page.next_page)],
                [_title(each.title) for each in page.ancestors],
            )
        except TypeError:
            return None

    def _frame(self, nav: Navigation, page: Page, config: MkDocsConfig) -> bytes:
        """The digest of what the pages of one locale have in common."""
        return key_of(
            self._made_by,
            shown_options(config),
            self._words(page),
            [_item(item) for item in nav.items],
            _page(nav.homepage) if nav.homepage else None,
        )


class _Remembered:
    """Stands for the template of a page."""

    def __init__(self, template: Template, templates: RememberedTemplates) -> None:
        self._template = template
        self._templates = templates

    def render(self, *args: Any, **values: Any) -> str:
        """What the template gives with what it is given."""
        return self._templates.fill(self._template, dict(*args, **values))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)


def _item(item: Any) -> object:
    """An item of the navigation, with all that is below it."""
    # Some plugins have kinds of their own, which say more.
    if type(item) is Section and vars(item).keys() <= _OF_SECTION:
        return ("section", _title(item.title), [_item(each) for each in item.children])
    if type(item) is Link and vars(item).keys() <= _OF_LINK:
        return ("link", _title(item.title), item.url)
    if type(item) in (Page, LocalePage) and vars(item).keys() <= _OF_PAGE:
        return ("page", *_page(item))
    raise TypeError(type(item))


def _page(page: Page) -> tuple[object, ...]:
    """What lists of pages show of one."""
    file: File = page.file
    return (file.src_uri, page.url, _title(page.title), written(page.meta), page.is_homepage)


def _title(title: str | None) -> tuple[str, ...] | None:
    if title is None:
        return None
    return (str.__str__(title), title.plain) if isinstance(title, Title) else (str.__str__(title),)


def _toc(toc: Iterable[AnchorLink]) -> list[object]:
    return [(_title(each.title), each.id, each.level, _toc(each.children)) for each in toc]
