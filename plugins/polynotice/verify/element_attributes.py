"""The attributes that the elements of a notice's tables have, and those that they never have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from polynotice.html.visible_text import Attributes

USUAL = frozenset(
    {
        "aria-label", "aria-labelledby", "class", "data-category", "data-field", "data-group",
        "data-label", "data-record", "dir", "id", "lang", "role", "scope",
    }
)  # fmt: skip
SAID_OF_ALL = USUAL - {"class", "id"}
_SCOPES = {"th": "col"}
_ROLES = {
    "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row",
    "th": "columnheader", "td": "cell",
}  # fmt: skip


def odd_attributes(tag: str, attributes: Attributes, *, is_row_header: bool = False) -> list[str]:
    """The attributes of an element of a table that no such element has."""
    role, scope = attributes.get("role"), attributes.get("scope")
    odd = _odd_names(tag, tuple(attributes), role, scope, is_row_header=is_row_header)
    return [f'{name}="{attributes.get(name) or ""}"' for name in odd] if odd else []


@lru_cache(maxsize=1024)
def _odd_names(
    tag: str, names: Sequence[str], role: str | None, scope: str | None, *, is_row_header: bool
) -> list[str]:
    """Their names: cells are alike, and a page has hundreds."""
    odd = [one for one in sorted({*names} - USUAL) if not one.startswith("data-")]
    # The rows of a matrix have headers of their own.
    own = ("rowheader", "row") if is_row_header else (_ROLES.get(tag), _SCOPES.get(tag))
    if "role" in names and role != own[0]:
        odd.append("role")
    if scope != own[1]:
        odd.append("scope")
    if tag != "table":
        odd += [name for name in ("aria-label", "aria-labelledby") if name in names]
    return odd
