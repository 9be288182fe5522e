"""What a template prints by a name: the texts that it gives to that name itself.

Names come by `{% set %}` and loops, by a macro's defaults and by what it is called with. Wherever
else a text may come from (another template, `extra`, a filter), only a built page shows it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from jinja2 import nodes

Values = Mapping[str, Sequence[nodes.Const]]
"""The texts that a name may stand for."""


def values_of_names(tree: nodes.Node, asks_for_language: Callable[[nodes.Node], bool]) -> Values:
    """The texts of each name, but for those that depend on the language.

    Which of several values a name has where it is printed is not known: such names are left out.
    """
    values: dict[str, list[nodes.Const]] = defaultdict(list)
    macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
    loops = []
    everything = list(_all_in(tree, asks_for_language))
    set_here = Counter(
        one.target.name
        for one in everything
        if isinstance(one, nodes.Assign | nodes.For) and isinstance(one.target, nodes.Name)
    )
    for node in everything:
        match node:
            case nodes.Assign(target=nodes.Name(name=name), node=value):
                values[name] += _texts(value, asks_for_language)
            case nodes.For(target=nodes.Name(name=name), iter=nodes.Name(name=listed)):
                loops.append((name, listed))
            case nodes.For(target=nodes.Name(name=name), iter=value):
                values[name] += _texts(value, asks_for_language)
            case nodes.Macro(args=args, defaults=defaults):
                pairs = zip(args[len(args) - len(defaults) :], defaults, strict=True)
                for target, value in pairs:
                    values[target.name] += _texts(value, asks_for_language)
            case nodes.Call(node=nodes.Name(name=name)) if name in macros:
                given = [
                    (one.name, value)
                    for one, value in zip(macros[name].args, node.args, strict=False)
                ]
                given += [(one.key, one.value) for one in node.kwargs]
                for parameter, value in given:
                    values[parameter] += _texts(value, asks_for_language)
    known = {name: given for name, given in values.items() if set_here[name] < 2}
    for name, listed in loops:
        if set_here[name] < 2:
            known[name] = [*known.get(name, ()), *known.get(listed, ())]
    return known


def _all_in(node: nodes.Node, leave_out: Callable[[nodes.Node], bool]) -> Iterator[nodes.Node]:
    yield node
    if not (isinstance(node, nodes.If) and leave_out(node.test)):
        for child in node.iter_child_nodes():
            yield from _all_in(child, leave_out)


def _texts(node: nodes.Node, leave_out: Callable[[nodes.Node], bool]) -> Iterator[nodes.Const]:
    """The texts that an expression may be: whole ones, none that a filter or call makes."""
    inner: Iterable[nodes.Node] = ()
    match node:
        case nodes.Const(value=str()):
            yield node
        case nodes.List(items=inner) | nodes.Tuple(items=inner):
            pass
        case nodes.CondExpr(test=test, expr1=one, expr2=other) if not leave_out(test):
            inner = filter(None, [one, other])
        case nodes.Or(left=one, right=other) | nodes.And(left=one, right=other):
            inner = (one, other)
    yield from chain.from_iterable(_texts(each, leave_out) for each in inner)
