"""The text of a release's files: one way to write each, a line for each text a reader sees.

So git shows what changed, and the digest of each line tells which was touched afterwards.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from polynotice.notice.digests import digest
from polynotice.notice.release_form import (
    BLOCKS,
    Element,
    FrozenFile,
    FrozenLocale,
    Node,
    ReleaseHead,
)


def text_of(form: FrozenLocale | ReleaseHead) -> str:
    """The text of a file that holds this."""
    return _written(form, "") + "\n"


def is_block(piece: Node | None) -> bool:
    """Whether a piece stands on lines of its own, on the page and in the file."""
    if isinstance(piece, Element):
        return piece.tag in BLOCKS
    return piece is not None and not isinstance(piece, str)


def _written(value: object, pad: str) -> str:
    """The value as JSON, its further lines so indented: each block in it has lines of its own."""
    inner = f"{pad} "
    if isinstance(value, Element):
        if not any(map(is_block, value.content)):
            return _on_one_line(value)
        head = f"{_on_one_line(value.tag)}, {_on_one_line(value.attributes)}"
        return f"[{head}, {_written(value.content, pad)}]"
    if isinstance(value, msgspec.Struct):
        # Without what is as it is by default.
        names = msgspec.to_builtins(value)
        value = {name: getattr(value, name) for name in value.__struct_fields__ if name in names}
    if isinstance(value, Mapping) and value:
        items = [f"{_on_one_line(name)}: {_written(one, inner)}" for name, one in value.items()]
        return "{\n" + ",\n".join(f"{inner}{item}" for item in items) + f"\n{pad}}}"
    if isinstance(value, tuple) and any(is_block(each) for each in value):
        return "[\n" + ",\n".join(f"{inner}{_written(one, inner)}" for one in value) + f"\n{pad}]"
    return _on_one_line(value)


def _on_one_line(value: object) -> str:
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


def frozen_file(text: bytes) -> FrozenFile:
    """The digests of a file."""
    return FrozenFile(sha256=hashlib.sha256(text).hexdigest(), lines=" ".join(line_digests(text)))


def line_digests(text: bytes) -> list[str]:
    """The start of the digest of each line: enough to tell which one is another than it was."""
    return [hashlib.sha256(line).hexdigest()[:8] for line in text.split(b"\n")]


def digest_of_words(files: Mapping[str, FrozenFile]) -> str:
    """The digest of what a release says, in all locales."""
    return digest({name: one.sha256 for name, one in files.items()})


def digest_of_release(head: ReleaseHead) -> str:
    """The digest of all of a release: what `release_sha256` of its head must be."""
    data: dict[str, Any] = msgspec.to_builtins(head)
    return digest({name: each for name, each in data.items() if name != "release_sha256"})


def with_digests(head: ReleaseHead, files: Mapping[str, bytes]) -> ReleaseHead:
    """The head with the digests of those files, and its own."""
    described = {name: frozen_file(files[name]) for name in sorted(files)}
    whole = msgspec.structs.replace(head, files=described, sha256=digest_of_words(described))
    return msgspec.structs.replace(whole, release_sha256=digest_of_release(whole))


def changed_lines(now: bytes, then: Sequence[str]) -> list[int]:
    """The numbers, from 1, of the lines that are others than those with the digests `then`.

    Where lines are gone, that of the line which now stands there.
    """
    digests = line_digests(now)
    steps = difflib.SequenceMatcher(None, list(then), digests, autojunk=False).get_opcodes()
    numbers = [
        number + 1
        for kind, _, _, start, end in steps
        if kind != "equal"
        for number in range(start, max(end, start + 1))
    ]
    return [min(number, len(digests)) for number in numbers]
