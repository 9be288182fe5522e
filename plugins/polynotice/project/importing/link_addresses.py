"""Addresses that documents link to, which people write: no sign in them is sure."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_OF_A_NOTICE = frozenset({"http", "https", "mailto", "tel"})


def scheme_of(address: str) -> str:
    """The scheme of an address; empty for one without, or such as `https://[company].com/`."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def can_stand(address: str) -> bool:
    """Whether an address can stand in a notice: it leads to the same place from everywhere."""
    return scheme_of(address) in _OF_A_NOTICE


def joined(base: str, address: str) -> str:
    """Where an address leads on a page of that address; itself, if that cannot be said."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def is_broken(address: str) -> bool:
    """Whether no browser can follow an address."""
    try:
        urlsplit(address)
    except ValueError:
        return True
    return False
