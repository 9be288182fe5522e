"""Style sheets and `style` attributes, as far as they keep something from the reader."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polynotice.html.css_selectors import ALL, Selector, read_selectors
from polynotice.html.css_shortening import shortened
from polynotice.html.hiding_declarations import Hiding, hiding, plain_name, suspicious
from polynotice.html.style_sheets import Node, imports, is_of, parse_block, parse_sheet


@dataclass(frozen=True, kw_only=True)
class HidingRule:
    """A rule that hides what it applies to, whatever the medium."""

    selector: str
    """As a static page can be asked: without states such as `:hover`, as if each were given."""
    names: frozenset[str]
    """Tags, `.class`es, `#id`s and `[attribute]`s that an element must have for it to apply."""
    is_read_out: bool
    """Whether screen readers are still given what no eye sees."""


@dataclass(frozen=True, kw_only=True)
class StyleSheet:
    """What a style sheet hides."""

    rules: tuple[HidingRule, ...]
    imports: tuple[str, ...]
    """The addresses of the style sheets that it brings along."""


@lru_cache(maxsize=256)
def hides(declarations: str) -> bool:
    """Whether a `style` keeps an element from the reader.

    One that is nested too deeply to be understood counts as doing so.
    """
    try:
        return bool(hiding(parse_block(declarations)))
    except RecursionError:
        return True


@lru_cache(maxsize=16)  # a theme's takes longer than all else of a small site's proof
def read_style_sheet(css: str) -> StyleSheet:
    """What a style sheet hides, and which it brings along.

    One that is nested too deeply to be understood counts as hiding everything.
    """
    nodes = parse_sheet(shortened(css, suspicious))
    try:
        rules = tuple(_hiding_rules(nodes))
    except RecursionError:
        rules = (HidingRule(selector=ALL.text, names=ALL.names, is_read_out=False),)
    return StyleSheet(rules=rules, imports=tuple(imports(nodes)))


_ANIMATIONS = ("animation", "animation-name")
_WITHOUT_ELEMENTS = frozenset(
    {
        "color-profile", "counter-style", "font-face", "font-feature-values",
        "font-palette-values", "page", "position-try", "property", "view-transition",
    }
)  # fmt: skip
"""The at-rules whose blocks are about no element of a page."""


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """A rule of a style sheet, wherever it stands."""

    prelude: Sequence[Node]
    parents: Sequence[Selector]
    """The selectors of the rule around it, or without one its own."""
    nodes: Sequence[Node]
    """Its declarations, among others."""

    @property
    def selectors(self) -> Sequence[Selector]:
        """What it applies to."""
        return read_selectors(self.prelude, self.parents) if self.prelude else self.parents


def _hiding_rules(nodes: Iterable[Node]) -> Iterator[HidingRule]:
    ends: dict[str, Hiding] = {}
    for rule in list(_rules(nodes, ends)):
        does = hiding(rule.nodes)
        for name in _animations(rule.nodes):
            does |= ends.get(name, Hiding())
        if does:
            for selector in rule.selectors:
                yield HidingRule(
                    selector=selector.text, names=selector.names, is_read_out=not does.is_gone
                )


def _rules(nodes: Iterable[Node], ends: dict[str, Hiding]) -> Iterator[_Rule]:
    """Every rule; how the animations end that there are comes into `ends`, by their names."""
    left: deque[tuple[Iterable[Node], Sequence[Selector]]] = deque([(nodes, ())])
    while left:
        content, parents = left.popleft()
        for node in content:
            if node.type not in ("at-rule", "qualified-rule") or not node.content:
                continue
            inner = parse_block(node.content)
            keyword = plain_name(node.lower_at_keyword) if node.type == "at-rule" else ""
            if keyword == "keyframes":
                ends.update(dict.fromkeys(_words(node.prelude), _end(inner)))
            elif keyword not in _WITHOUT_ELEMENTS:
                rule = _Rule(prelude=() if keyword else node.prelude, parents=parents, nodes=inner)
                if any(each.type == "declaration" for each in inner):
                    yield rule
                if any(each.type != "declaration" for each in inner):
                    left.append((inner, rule.selectors))


def _animations(nodes: Iterable[Node]) -> Iterator[str]:
    """Words that may be names of animations."""
    for node in nodes:
        if node.type == "declaration" and plain_name(node.lower_name) in _ANIMATIONS:
            yield from _words(node.value)


def _words(tokens: Iterable[Node]) -> Iterator[str]:
    return (token.value for token in tokens if token.type in ("ident", "string"))


def _end(frames: Iterable[Node]) -> Hiding:
    """What the last frame of an animation does to what it moves."""
    return hiding(
        node
        for frame in frames
        if frame.type == "qualified-rule"
        and any(
            is_of(token, "ident", "to") or (token.type == "percentage" and token.value == 100)
            for token in frame.prelude
        )
        for node in parse_block(frame.content)
    )
