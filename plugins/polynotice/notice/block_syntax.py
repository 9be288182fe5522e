"""Where the `:::` blocks of a page are: found in its lines, before anything else reads them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

BLOCKS: dict[str, tuple[str, ...]] = {
    "purposes": ("section", "records", "layout", "columns"),
    "data-index": (),
    "matrix": ("section", "records"),
}
"""Every block, with its options."""


@dataclass(frozen=True, kw_only=True)
class RawBlock:
    """A block as it was written."""

    name: str
    line: int
    """Of its first line, from 0."""
    options: str
    """The YAML below it, with its indentation."""
    options_line: int
    """Of the first line of the options, from 0."""
    source: str
    """The whole block, to be shown as it is where it turns out to be code."""
    mistake: str = ""
    """What is wrong with its form, if anything is."""


def marker(number: int) -> str:
    """What stands in a page's lines for the block of that number."""
    return f"\x02notice-block:{number}\x03"


MARKER = re.compile("\x02notice-block:(\\d+)\x03")

_START = re.compile(r"^(?P<indent> *)(?P<colons>:{2,})[ \t]*(?P<name>\S*)[ \t]*(?P<rest>.*)$")
_MISPLACED = re.compile(
    r"^(?P<before>[ ]*(?:(?:[>#|*+\\_-]|\d+[.)])[ \t]*)+):{3,}[ \t]*(?P<name>[\w-]+)"
)
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})(.*)$")
_OPTION = re.compile(r"^\s+[\w-]+\s*:(\s|$)")


def find_blocks(lines: Sequence[str]) -> tuple[list[str], list[RawBlock]]:
    """The lines with each block outside fenced code as a marker of its own, and the blocks."""
    left: list[str] = []
    blocks: list[RawBlock] = []
    fence = ""
    in_remark = False
    number = 0
    while number < len(lines):
        line = lines[number]
        fence = "" if in_remark else fence_after(fence, line)
        in_remark = is_in_remark(line, is_open=in_remark, is_code=bool(fence))
        start = None if fence or in_remark else _START.match(line) or _MISPLACED.match(line)
        if start is None or not _is_meant(start):
            left.append(line)
            number += 1
            continue
        block, end = _read(lines, number, start)
        left += ["", start.groupdict().get("indent", "") + marker(len(blocks)), ""]
        blocks.append(block)
        number = end
    return left, blocks


def fence_after(fence: str, line: str) -> str:
    """The fence of the code that the page is in after the line; empty outside of code."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return "" if "`" in match[2] and match[1][0] == "`" else match[1]
    closes = match[1][0] == fence[0] and len(match[1]) >= len(fence) and not match[2].strip()
    return "" if closes else fence


def is_in_remark(line: str, *, is_open: bool, is_code: bool) -> bool:
    """Whether a comment of HTML goes on behind the line; `is_open` says whether one did before."""
    return (not is_code and line.rfind("<!--") > line.rfind("-->")) or (
        is_open and "-->" not in line
    )


def _is_meant(start: re.Match[str]) -> bool:
    """Whether the line is a block, or so like one that it is a mistake."""
    if "colons" in start.groupdict() and len(start["colons"]) > 2:
        return True
    return bool(difflib.get_close_matches(start["name"].rstrip(":"), BLOCKS, n=1, cutoff=0.75))


def _read(lines: Sequence[str], number: int, start: re.Match[str]) -> tuple[RawBlock, int]:
    """The block that starts in that line, and the number of the line behind it."""
    if "colons" not in start.groupdict():
        mistake = f'A block stands on a line of its own, not behind "{start["before"].strip()}".'
        block = RawBlock(
            name=start["name"],
            line=number,
            options="",
            options_line=number,
            source=lines[number],
            mistake=mistake,
        )
        return block, number + 1
    indent = len(start["indent"])
    first = number + 1
    while first < len(lines) and not lines[first].strip():
        first += 1
    end = first
    touches = first == number + 1
    if first < len(lines) and _depth(lines[first]) > indent:
        is_options = touches or _OPTION.match(lines[first]) is not None
        while (
            is_options
            and end < len(lines)
            and (not lines[end].strip() or _depth(lines[end]) > indent)
        ):
            end += 1
    mistake = ""
    if start["colons"] != ":::":
        mistake = f'A block starts with three colons, not "{start["colons"]}".'
    elif start["rest"]:
        mistake = f'Nothing may stand behind the name of a block, but "{start["rest"]}" does.'
    elif touches and end == first < len(lines) and _OPTION.match(f" {lines[first]}"):
        mistake = f'The option "{lines[first].strip()}" below the block is not indented.'
        while end < len(lines) and _OPTION.match(f" {lines[end]}"):
            end += 1
    if end == first:
        end = number + 1
    block = RawBlock(
        name=start["name"].rstrip(":"),
        line=number,
        options="\n".join(lines[first:end]),
        options_line=first,
        source="\n".join(lines[number:end]),
        mistake=mistake,
    )
    return block, end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
