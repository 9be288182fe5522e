"""Which texts an expression of a script can begin with, as far as the script itself says so.

A text is followed through names, through the arguments of the script's own functions, and through
lists that are gone through. What is put together while the script runs stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain

from polynotice.html.script_structure import NO_OPERAND, Function, Range, Structure
from polynotice.html.script_tokens import Kind, Token

_STEPS = 12
"""How far back a text is followed."""
_TRANSPARENT = frozenset({"URL", "Request", "String", "encodeURI", "Object"})
"""What is called with an address gives it back."""
_ALTERNATIVE = ("?", ":", "||", "??", "&&")
_GOING_THROUGH = frozenset({"forEach", "map", "some", "every", "filter"})


class Script(Structure):
    """A script, read once."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._steps = 0
        self._found: dict[object, Sequence[Token]] = {}

    def texts(self, expression: Range) -> Iterator[Token]:
        """Every text that stands in an expression, whatever becomes of it."""
        yield from (each for each in self.tokens[slice(*expression)] if each.kind is Kind.TEXT)

    def beginnings(self, expression: Range) -> Iterator[Token]:
        """The texts that an expression can begin with."""
        for start, end in self._alternatives(expression):
            yield from self._beginning(start, end)

    def value_of(self, names: tuple[str, ...], braces: int) -> Iterator[Range]:
        """What an object, whose braces open there, has under one of those names."""
        for start, end in self.arguments(braces) if self.at(braces).is_sign("{") else ():
            key = self.at(start)
            if key.value in names and self.at(start + 1).is_sign(":"):
                yield start + 2, end

    def _alternatives(self, expression: Range) -> Iterator[Range]:
        start, end = expression
        number = start
        while number < end:
            if self.at(number).is_sign(*_ALTERNATIVE):
                yield start, number
                start = number + 1
            number = self.behind(number)
        if start < end:
            yield start, end

    def _beginning(self, start: int, end: int) -> Iterator[Token]:
        while start < end and self.at(start).is_name(*NO_OPERAND):
            start += 1
        first = self.at(start)
        if start >= end:
            return
        if first.kind is Kind.TEXT:
            yield first
            if first.value in ("", "http:", "https:"):
                yield from self._added(start + 1, end)
        elif first.is_sign("("):
            for inner in self.arguments(start)[-1:]:
                yield from self.beginnings(inner)
        elif first.kind is Kind.NAME:
            yield from self._named(start, end)

    def _added(self, plus: int, end: int) -> Iterator[Token]:
        """What stands behind a scheme: `location.protocol + "//a.example"`."""
        if self.at(plus).is_sign("+"):
            yield from self._beginning(plus + 1, end)

    def _named(self, start: int, end: int) -> Iterator[Token]:
        behind = start + 1
        while self.at(behind).is_sign(".", "?.") and behind < end:
            behind += 2
        name = self.at(behind - 1).value
        if not (self.at(behind).is_sign("(") and behind < end):
            yield from self._bound(name, start, behind - start > 1)
            if name == "protocol":
                yield from self._added(behind, end)
        elif name in _TRANSPARENT:
            for inner in self.arguments(behind)[:1]:
                yield from self.beginnings(inner)

    def _bound(self, name: str, use: int, is_member: bool) -> Sequence[Token]:
        """The texts that the name, which is used there, can stand for."""
        if is_member:
            starts = self._members.get(name, ())
            return self._once(("", name), lambda: self._all_beginnings(starts))
        for scope in self._scopes(use):
            if scope is not None and name in scope.parameters:
                return self._given(scope, scope.parameters.index(name))
            if bindings := self._bindings.get((name, scope)):
                return self._once((scope, name), partial(self._all_beginnings, bindings))
        return ()

    def _scopes(self, number: int) -> Iterator[Function | None]:
        """The functions around a token, from the innermost to the script itself."""
        scope = self._innermost[number]
        while scope is not None:
            yield scope
            scope = self._innermost[scope.start - 1] if scope.start else None
        yield None

    def _all_beginnings(self, starts: Iterable[int]) -> Iterator[Token]:
        """The texts of the expressions that begin there; of each item, for those behind `of`."""
        for start in starts:
            expression = (start, self.end_of_expression(start))
            if self.at(start - 1).is_name("of"):
                yield from self._items(expression)
            else:
                yield from self.beginnings(expression)

    def _once(self, key: object, find: Callable[[], Iterable[Token]]) -> Sequence[Token]:
        """What is found, which is looked for once; nothing, while that goes on, or too far back."""
        if key not in self._found and self._steps < _STEPS:
            self._found[key] = ()
            self._steps += 1
            self._found[key] = tuple(dict.fromkeys(find()))
            self._steps -= 1
        return self._found.get(key, ())

    def _given(self, function: Function, index: int) -> Sequence[Token]:
        """The texts that a function is called with."""
        return self._once((function, index), lambda: self._find_given(function, index))

    def _find_given(self, function: Function, index: int) -> Iterator[Token]:
        opening, shift = function.body[1] + 1, 0
        if self.at(opening).is_sign(")"):
            opening += 1
        if self.at(opening).is_sign(".") and self.at(opening + 1).is_name("call"):
            opening, shift = opening + 2, 1
        openings = [opening] if self.at(opening).is_sign("(") else []
        if function.name:
            openings += [each for each in self._calls[function.name] if each - 1 != function.start]
        for each in openings:
            for argument in self.arguments(each)[index + shift :][:1]:
                yield from self.beginnings(argument)
        before = function.start - 1
        if self.at(before).is_sign("(") and self.at(before - 1).value in _GOING_THROUGH:
            yield from self._items_before(before - 2)

    def _items_before(self, dot: int) -> Iterator[Token]:
        """The texts in the list that stands before `.forEach(`."""
        last = dot - 1
        if self.at(last).is_sign("]"):
            yield from self._items((self.start_of(last), last + 1))
        elif self.at(last).kind is Kind.NAME:
            yield from self._items((last, last + 1))

    def _items(self, expression: Range) -> Iterator[Token]:
        """The texts in a list: one that is written there, or that a name stands for."""
        start = expression[0]
        if self.at(start).is_sign("["):
            for item in self.arguments(start):
                yield from self.beginnings(item)
        elif self.at(start).kind is Kind.NAME:
            yield from self._list_named(self.at(start).value)

    def _list_named(self, name: str) -> Sequence[Token]:
        lists = [
            start
            for (bound, _), starts in self._bindings.items()
            for start in starts
            if bound == name and self.at(start).is_sign("[")
        ]
        items = (self._items((start, self.end_of_expression(start))) for start in lists)
        return self._once(("[", name), lambda: chain.from_iterable(items))

    @cached_property
    def _calls(self) -> dict[str, list[int]]:
        """The brackets behind each name that is called, by their numbers."""
        calls: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            if token.kind is Kind.NAME and self.at(number + 1).is_sign("("):
                calls[token.value].append(number + 1)
        return calls

    @cached_property
    def _bindings(self) -> dict[tuple[str, Function | None], list[int]]:
        """Where expressions begin that plain names are given (`a = …`, `of …`), in which scope."""
        places: dict[tuple[str, Function | None], list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            if token.kind is not Kind.NAME or self.at(number + 1).value not in ("=", "of"):
                continue
            if not self.at(number - 1).is_sign(".", "?."):
                places[token.value, self._innermost[number]].append(number + 2)
        return places

    @cached_property
    def _members(self) -> dict[str, list[int]]:
        """Where expressions begin that members of objects are given: `{a: …}`, `b.a = …`."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            following = self.at(number + 1)
            if following.value not in ("=", ":"):
                continue
            before = self.at(number - 1)
            is_key = before.is_sign("{", ",") and following.is_sign(":")
            is_member = before.is_sign(".") and following.is_sign("=")
            if token.kind in (Kind.NAME, Kind.TEXT) and (is_key or is_member):
                places[token.value].append(number + 2)
        return places

    @cached_property
    def _innermost(self) -> list[Function | None]:
        """For each token, the innermost function that it is in."""
        functions = sorted(self.functions, key=lambda each: (each.start, -each.body[1]))
        around: list[Function] = []
        innermost: list[Function | None] = []
        following = iter([*functions, None])
        coming = next(following)
        for number in range(len(self.tokens)):
            while around and around[-1].body[1] < number:
                around.pop()
            while coming is not None and coming.start <= number:
                around.append(coming)
                coming = next(following)
            innermost.append(around[-1] if around else None)
        return innermost
