"""What a translator's remark asks of the checks: `polynotice: ignore <code>`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from polynotice.catalogues.po_format import Entry
from polynotice.checks.pair import Finding
from polynotice.core.problem_codes import CODES, WAIVABLE
from polynotice.core.problems import Severity, did_you_mean

_ADDRESS = re.compile(r"\bpolynotice(?=\s*:|\s+ignore\b)((?:(?!\bpolynotice\b).)*)", re.IGNORECASE)
_ORDER = re.compile(r"\s*:\s*ignore\s*:?\s+([\w-]+(?:\s*,\s*[\w-]+)*)", re.IGNORECASE)
_EXAMPLE = "Write `polynotice: ignore <code>`, with the code that the check gave."


def waived(entry: Entry) -> set[str]:
    """The codes that the entry's translator has waived."""
    return {code for said in _said(entry.remarks) for code in _codes(said) if code in WAIVABLE}


def misunderstood(entry: Entry) -> Iterator[Finding]:
    """What a remark of the entry says to Polynotice that waives nothing."""
    for said in _said(entry.remarks):
        codes = _codes(said)
        if not codes:
            message = f'The remark "polynotice{said}" says nothing that Polynotice knows.'
            yield _warning(message, _EXAMPLE)
        for number, code in enumerate(codes):
            if code in WAIVABLE:
                continue
            if code in CODES:
                message = f'The remark waives "{code}", which cannot be waived.'
                yield _warning(message, "Remove the remark, and fix what was found.")
            # What follows a code and a comma may be the reason for it.
            elif number == 0 or difflib.get_close_matches(code, WAIVABLE, n=1):
                message = f'The remark waives "{code}", which no check is called.'
                yield _warning(message, did_you_mean(code, WAIVABLE))


def nothing_to_waive(code: str) -> Finding:
    """What is reported of a remark that waives a check which finds nothing there any more."""
    message = f'The remark waives "{code}", which is not found here any more.'
    return _warning(message, "Remove the remark: it would hide what comes later.")


def _said(remarks: Iterable[str]) -> Iterator[str]:
    """What the remarks say to Polynotice."""
    for remark in remarks:
        for match in _ADDRESS.finditer(remark):
            yield match[1].rstrip()


def _codes(said: str) -> list[str]:
    match = _ORDER.match(said)
    return [code.strip().lower() for code in match[1].split(",")] if match else []


def _warning(message: str, hint: str) -> Finding:
    return Finding(code="bad-remark", severity=Severity.WARNING, message=message, hint=hint)
