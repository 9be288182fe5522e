"""The HTML that stands in a template, as far as it is known without filling the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from jinja2 import nodes

from polynotice.html.literal_words import FILLED_IN

CALLS = ("_", "gettext")
"""What a template calls to have a text translated."""


class TemplateHtml:
    """The HTML that stands in a template, in its order and on its lines."""

    def __init__(self, by_name: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
        """`by_name` is what names stand for; of others it is not known."""
        self.html = ""
        self.said: list[tuple[int, str]] = []
        """Where in `html` messages go."""
        self._line = 1
        self._by_name = by_name

    def add(self, node: nodes.Node) -> None:
        """Adds what is printed in a piece of a template, whatever it depends on."""
        if isinstance(node, nodes.Output):
            for each in node.nodes:
                self._add_printed(each)
        elif not (isinstance(node, nodes.If) and asks_for_language(node.test)):
            for child in node.iter_child_nodes():
                self.add(child)

    def _add_printed(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.TemplateData):
            self._add_text(node.data, node.lineno)
        elif isinstance(node, nodes.Const) and isinstance(node.value, str):
            self._add_text(node.value, node.lineno)
        elif isinstance(node, nodes.Name) and node.name in self._by_name:
            for text in self._by_name[node.name]:
                self._add_text(f"{text} ", node.lineno)
        elif isinstance(node, nodes.CondExpr) and not asks_for_language(node.test):
            for branch in (node.expr1, *filter(None, [node.expr2])):
                self._add_printed(branch)
                self._add_text(" ", node.lineno)
        elif isinstance(node, nodes.And | nodes.Or | nodes.Add | nodes.Concat):
            for each in node.iter_child_nodes():
                self._add_printed(each)
        elif isinstance(node, nodes.Filter) and node.node is not None:
            self._add_printed(node.node)
            for each in node.args if node.name in ("d", "default") else ():
                self._add_printed(each)
        else:
            self.said += [(len(self.html), msgid) for msgid in _said_in(node)]
            self._add_text(FILLED_IN, node.lineno)

    def _add_text(self, text: str, line: int) -> None:
        added = "\n" * max(0, line - self._line) + text
        self.html += added
        self._line += added.count("\n")


def _said_in(node: nodes.Node) -> Iterator[str]:
    calls = [*([node] if isinstance(node, nodes.Call) else []), *node.find_all(nodes.Call)]
    for call in calls:
        match call:
            case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str(said)), *_]):
                if name in CALLS:
                    yield said


def asks_for_language(test: nodes.Node) -> bool:
    """Whether something depends on the language: then it is translated in a way of its own."""
    asked = [*([test] if isinstance(test, nodes.Getattr) else []), *test.find_all(nodes.Getattr)]
    return any(each.attr in ("lang", "language", "locale") for each in asked)
