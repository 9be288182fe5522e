"""What in `mkdocs.yml` makes a reader's browser ask other hosts for something.

A privacy notice that does so passes on the reader's address and the page that is read, which its
own text would have to disclose. These are warnings: a publisher may have reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from polynotice.core.model import Span
from polynotice.core.problems import Problem, Severity
from polynotice.files.yaml_source import Document, Place
from polynotice.html.addresses import leads_away
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.host import MkDocsConfig


def third_party_problems(config: MkDocsConfig, document: Document) -> Iterator[Problem]:
    """What the theme or the project's own files load from others. `document` is `mkdocs.yml`."""
    for place, message, hint in (*_loaded(config, document), *_told(config)):
        yield _warning(document.span(place), message, hint)
    yield from _in_style_sheets(config)


def _warning(span: Span, message: str, hint: str) -> Problem:
    return Problem(
        code="third-party", severity=Severity.WARNING, span=span, message=message, hint=hint
    )


def _loaded(config: MkDocsConfig, document: Document) -> Iterator[tuple[Place, str, str]]:
    """Fonts, scripts, style sheets and images of other hosts."""
    if _are_fetched_beforehand(config):
        return
    theme = config.theme
    if themes.loads_fonts(theme):
        message = f"The theme {theme.name} loads its fonts from fonts.googleapis.com."
        yield ("theme", "font"), message, "Set `font: false` there, or use its privacy plugin."
    if theme.get("highlightjs"):
        message = f"The theme {theme.name} loads a script from cdnjs.cloudflare.com."
        yield ("theme", "highlightjs"), message, "Set `highlightjs: false` there."
    for name in ("logo", "favicon"):
        if _is_others(theme.get(name), config):
            message = f"The {name} is loaded from {theme[name]}."
            yield ("theme", name), message, "Keep the file in docs/, and name it from there."
    for option in ("extra_css", "extra_javascript"):
        for value in map(str, config[option]):
            if _is_others(value, config):
                message = f"Every page loads {value}."
                hint = "Keep the file in docs/, and name it from there."
                yield _place_in_list(document, option, value), message, hint


def _told(config: MkDocsConfig) -> Iterator[tuple[Place, str, str]]:
    """What reports a visit to others, or asks a reader whether it may."""
    analytics = config.extra.get("analytics")
    if isinstance(analytics, dict) and analytics.get("provider"):
        message = f"Every visit is reported to {analytics['provider']}."
        yield ("extra", "analytics"), message, "Remove it: a privacy notice can be read unseen."
    theme_analytics = config.theme.get("analytics")
    if isinstance(theme_analytics, dict) and theme_analytics.get("gtag"):
        message = "Every visit is reported to Google."
        hint = "Remove it: a privacy notice can be read unseen."
        yield ("theme", "analytics"), message, hint
    if config.extra.get("consent"):
        message = "The notice asks for consent before it can be read, and stores the answer."
        yield ("extra", "consent"), message, "Remove it: nothing here should need consent."
    host = urlsplit(config.repo_url or "").netloc.lower()
    if themes.asks_for_stars(config.theme) and (host.endswith("github.com") or "gitlab" in host):
        message = f"The theme {config.theme.name} asks {host} for stars on every visit."
        yield ("repo_url",), message, "Remove it, or link to the repository from a page."


def _in_style_sheets(config: MkDocsConfig) -> Iterator[Problem]:
    """What the project's own style sheets load."""
    if _are_fetched_beforehand(config):
        return
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    for name in map(str, config.extra_css):
        path = docs / name
        if leads_away(name) or not path.is_file():
            continue
        from polynotice.html.style_sheets import away_in_css  # here: for style sheets of its own

        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else name
        for url, line in away_in_css(path.read_text(encoding="utf-8", errors="replace")):
            if _is_others(url, config):
                hint = "Keep the file in docs/, and name it from there."
                yield _warning(Span(shown, line), f"The style sheet loads {url}.", hint)


def _are_fetched_beforehand(config: MkDocsConfig) -> bool:
    """Whether Material's privacy plugin takes what others have into the site while building."""
    plugin: Any = themes.plugin_of_theme(config, "privacy")
    return plugin is not None and plugin.config.enabled and plugin.config.assets


def _is_others(url: object, config: MkDocsConfig) -> bool:
    """Whether an address is on another host than the site will be."""
    if not isinstance(url, str) or not leads_away(url):
        return False
    own = urlsplit(config.site_url or "").netloc
    return not own or urlsplit(url.replace("\\", "/")).netloc != own


def _place_in_list(document: Document, option: str, value: str) -> Place:
    """Where a value stands in one of the lists of `mkdocs.yml`, by itself or as its `path`."""
    try:
        listed = document.at((option,))
    except (KeyError, TypeError):
        return (option,)  # in a file that this one inherits
    for index, item in enumerate(listed if isinstance(listed, list) else ()):
        if value == (item.get("path") if isinstance(item, dict) else item):
            return (option, index)
    return (option,)
