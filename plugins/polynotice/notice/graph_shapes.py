"""What a `notice.jsonld` must be: the shapes that anybody can validate one with."""

from __future__ import annotations

from importlib import resources


def shapes() -> str:
    """The shapes in Turtle, as W3C's SHACL has them."""
    return (resources.files("polynotice.notice") / "notice.shacl.ttl").read_text(encoding="utf-8")
