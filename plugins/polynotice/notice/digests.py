"""Digests: of a record as a reader of one locale sees it, and of any other value."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec


def digest_of_record(record: Mapping[str, Any]) -> str:
    """The digest of what a reader of one locale sees of a record: its id, texts and languages.

    Neither the page nor the state of a translation is part of it.
    """
    fields = {
        name: {"text": field["text"], "lang": field["lang"]}
        for name, field in record["fields"].items()
    }
    return digest({"id": record["id"], "fields": fields})


def digest(value: object) -> str:
    """The SHA-256 of a value in its canonical form (RFC 8785): one way to write it, everywhere.

    >>> digest({"b": "ü", "a": [1, None]}) == hashlib.sha256(
    ...     '{"a":[1,null],"b":"ü"}'.encode()
    ... ).hexdigest()
    True
    """
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value: object) -> str:
    """The one way to write a value; of a form, the fields that are not as they are by default.

    >>> canonical({"b": True, "a": ["ü", None, 2**64]})
    '{"a":["ü",null,18446744073709551616],"b":true}'
    """
    try:
        text = _by_code_point(value).decode()
    except (UnicodeEncodeError, OverflowError):  # half of a character, a number from outside
        return _as_it_stands(_in_order(value))
    return text if _is_in_plane_0(text) else _as_it_stands(_in_order(value))


def in_order(names: Iterable[str]) -> list[str]:
    """Names of an object as RFC 8785, 3.2.3 orders them: by their UTF-16 code units."""
    return sorted(names, key=lambda name: name.encode("utf-16-be", "surrogatepass"))


_by_code_point = msgspec.json.Encoder(order="sorted").encode
"""Writes as RFC 8785 does but for the order: text and whole numbers, of which a notice consists."""
_as_it_stands = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _is_in_plane_0(text: str) -> bool:
    """Whether the order by code points is that by UTF-16 code units, too."""
    return text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


def _in_order(value: object) -> Any:
    """The value with every object's names in order."""
    return _with_order(msgspec.to_builtins(value))


def _with_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_order(value[name]) for name in in_order(value)}
    return [_with_order(each) for each in value] if isinstance(value, list | tuple) else value
