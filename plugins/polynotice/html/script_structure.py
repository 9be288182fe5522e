"""The expressions, lists and functions of a script, by the numbers of their tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from polynotice.html.script_tokens import Kind, Token, ends_of_brackets, tokens

Range = tuple[int, int]
"""The number of an expression's first token, and of the one behind its last."""

NO_OPERAND = frozenset({"new", "await", "yield", "return", "void", "async"})
_JOINING = frozenset({"in", "instanceof", "of"})


@dataclass(frozen=True, slots=True)
class Function:
    """A function of a script."""

    name: str
    parameters: tuple[str, ...]
    start: int
    """Of its first token, which stands before its parameters."""
    body: Range


class Structure:
    """A script, in pieces."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self._ends = ends_of_brackets(self.tokens)
        self._starts = {end: start for start, end in self._ends.items()}

    def at(self, number: int) -> Token:
        """The token of that number; one that is nothing, if there is none."""
        inside = 0 <= number < len(self.tokens)
        return self.tokens[number] if inside else Token(Kind.OTHER, "", 0)

    def behind(self, number: int) -> int:
        """The token behind that one, or behind the brackets that open there."""
        is_bracket = self.at(number).is_sign("(", "[", "{")
        return (self.end_of(number) if is_bracket else number) + 1

    def start_of(self, number: int) -> int:
        """The token that opens the bracket which is closed there; the same, if it is none."""
        return self._starts.get(number, number)

    def end_of(self, number: int) -> int:
        """The token that closes the bracket; the last one, if none does."""
        return self._ends.get(number, len(self.tokens))

    def arguments(self, opening: int) -> list[Range]:
        """The expressions between the brackets, or in a list, that open there."""
        end, start, pieces = self.end_of(opening), opening + 1, []
        number = start
        while number < end:
            if self.at(number).is_sign(","):
                pieces.append((start, number))
                start = number + 1
            number = self.behind(number)
        return [*pieces, (start, end)] if start < end else pieces

    def end_of_expression(self, start: int) -> int:
        """The token behind the expression that begins there."""
        number, is_whole = start, False
        while number < len(self.tokens):
            token = self.at(number)
            if token.is_sign(",", ";", ")", "]", "}"):
                break
            is_operand = token.kind is not Kind.SIGN and not token.is_name(*_JOINING, *NO_OPERAND)
            if is_whole and is_operand:
                break  # a new statement, without a semicolon between
            is_whole = is_operand or token.is_sign("(", "[", "{")
            is_whole = is_whole and not token.is_name("function")
            number = self.behind(number)
        return number

    @cached_property
    def functions(self) -> list[Function]:
        """All functions of the script."""
        return [*self._with_braces(), *self._arrows()]

    def _with_braces(self) -> Iterator[Function]:
        """`function a(b) {…}`, `a = function (b) {…}`, and methods: `a(b) {…}`."""
        for number, token in enumerate(self.tokens):
            if not (token.is_sign("(") and self.at(self.end_of(number) + 1).is_sign("{")):
                continue
            before, name, start = self.at(number - 1), "", number - 1
            if before.is_name("function"):
                name = self._assigned_to(number - 1)
            elif before.is_name("if", "for", "while", "switch", "catch", "with"):
                continue
            elif before.kind is Kind.NAME:
                name = before.value
                start -= self.at(number - 2).is_name("function")
            else:
                continue
            braces = self.end_of(number) + 1
            body = (braces, self.end_of(braces))
            yield Function(name, self._parameters(number), start, body)

    def _arrows(self) -> Iterator[Function]:
        """`(a, b) => …`, `a => …`."""
        for number, token in enumerate(self.tokens):
            if not token.is_sign("=>"):
                continue
            start = self.start_of(number - 1)
            is_listed = self.at(start).is_sign("(")
            parameters = self._parameters(start) if is_listed else (self.at(start).value,)
            start -= self.at(start - 1).is_name("async")
            has_braces = self.at(number + 1).is_sign("{")
            end = self.end_of(number + 1) if has_braces else self.end_of_expression(number + 1) - 1
            yield Function(self._assigned_to(start), parameters, start, (number + 1, end))

    def _assigned_to(self, number: int) -> str:
        """The name that a function is given which begins there."""
        is_given = self.at(number - 1).is_sign("=", ":")
        return self.at(number - 2).value if is_given else ""

    def _parameters(self, opening: int) -> tuple[str, ...]:
        return tuple(self.at(start).value for start, _ in self.arguments(opening))
