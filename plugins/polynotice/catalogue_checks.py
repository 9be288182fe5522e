"""Checks of a whole catalogue: what it lacks, and what is wrong with what it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from polynotice import checks
from polynotice.checks import Conventions, Finding, Glossary, Pair
from polynotice.checks.consistency import Translated, inconsistent, same_names
from polynotice.checks.safety import unsafe
from polynotice.model import Span, State, Text
from polynotice.po_format import Entry, PoFile
from polynotice.problems import Problem, Severity
from polynotice.translation import Message, Translation

INCOMPLETE = ("missing-translation", "fuzzy-translation")
"""The codes of what is left to translate; every other is about a translation that is there."""

_IGNORE = re.compile(r"polynotice:\s*ignore\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)")


def check(
    messages: Sequence[Message],
    po: PoFile,
    *,
    path: str,
    source: Conventions,
    conventions: Conventions,
    is_fatal: bool,
    glossary: Glossary | None = None,
) -> list[Problem]:
    """What is wrong with a catalogue for those messages.

    `path` is the catalogue's, `glossary` its locale's.
    A missing or outdated translation is an error if `is_fatal`.
    A problem whose code a remark of the entry waives (`polynotice: ignore <code>`) is left out;
    a missing or outdated translation cannot be waived.
    """
    entries = {entry.key: entry for entry in po.entries if not entry.obsolete}
    severity = Severity.ERROR if is_fatal else Severity.WARNING
    found = []
    translated = []
    for message in messages:
        entry = entries.get(message.text.key)
        incomplete = _incomplete(message, entry, path, conventions.lang, severity)
        if incomplete:
            found.append(incomplete)
        elif entry:
            pair = Pair(
                source=message.text.msgid,
                translation=entry.msgstr[0],
                source_conventions=source,
                conventions=conventions,
                glossary=glossary,
            )
            found += _of_entry(message, entry, path, pair)
            translated.append((message, entry))
    return [*found, *_beside_each_other(translated, path, conventions.lang)]


def waived(entry: Entry) -> set[str]:
    """The codes that the entry's translator has waived."""
    return {
        code
        for remark in entry.remarks
        for match in _IGNORE.finditer(remark)
        for code in re.findall(r"[a-z][a-z-]+", match[1])
    }


def _incomplete(
    message: Message, entry: Entry | None, path: str, lang: str, severity: Severity
) -> Problem | None:
    text = message.text
    state = (
        Translation(text=entry.msgstr[0], fuzzy=entry.is_fuzzy).state if entry else State.MISSING
    )
    if state is State.TRANSLATED:
        return None
    span = Span(path, entry.line if entry else 1)
    record = record_of(text.context)
    if state is State.FUZZY:
        return Problem(
            code="fuzzy-translation",
            severity=severity,
            span=span,
            locale=lang,
            record=record,
            message=f'The translation of "{_short(text.msgid)}" is marked fuzzy: it belongs to an '
            "earlier wording or awaits a person's word.",
            hint="Compare it with the source, correct it and remove the fuzzy flag.",
        )
    return Problem(
        code="missing-translation",
        severity=severity,
        span=span,
        locale=lang,
        record=record,
        message=f'"{_short(text.msgid)}" ({text.span.path}:{text.span.line}) has no translation.',
        hint="Translate it in its msgstr."
        if entry
        else "Run `polynotice update`, then translate it.",
    )


def check_source(messages: Sequence[Message], lang: str) -> list[Problem]:
    """What is unsafe in the texts of the source themselves, written in `lang`."""
    return [
        replace(_problem(finding, message.text, message.text.span, lang), locale=None)
        for message in messages
        if message.text.context != "site/copyright"  # the one text that is HTML
        for finding in unsafe(message.text.msgid, may_have_attributes=_is_prose(message.text))
    ]


def _is_prose(text: Text) -> bool:
    return text.context is None


def _of_entry(message: Message, entry: Entry, path: str, pair: Pair) -> Iterator[Problem]:
    ignored = waived(entry)
    for finding in unsafe(pair.translation, may_have_attributes=_is_prose(message.text)):
        if finding.code == "unsafe-markup":
            yield _problem(finding, message.text, Span(path, entry.line), pair.lang)
    for one in checks.ALL:
        for finding in one(pair):
            if finding.code not in ignored:
                yield _problem(finding, message.text, Span(path, entry.line), pair.lang)


_COMPARISONS: dict[str, Callable[[Iterable[Translated]], Iterator[tuple[Translated, Finding]]]] = {
    "inconsistent-translation": inconsistent,
    "same-translation": same_names,
}


def _beside_each_other(
    translated: Sequence[tuple[Message, Entry]], path: str, lang: str
) -> Iterator[Problem]:
    """What is wrong with translations beside each other; a remark at either of two waives it."""
    for code, compare in _COMPARISONS.items():
        compared = (
            Translated(text=message.text, translation=entry.msgstr[0], line=entry.line)
            for message, entry in translated
            if not entry.remarks or code not in waived(entry)
        )
        for one, finding in compare(compared):
            yield _problem(finding, one.text, Span(path, one.line), lang)


def _problem(finding: Finding, text: Text, span: Span, lang: str) -> Problem:
    return Problem(
        code=finding.code,
        severity=finding.severity,
        span=span,
        locale=lang,
        record=record_of(text.context),
        message=finding.message,
        hint=finding.hint,
    )


def record_of(context: str | None) -> str | None:
    """The id of the record that a message belongs to, if it belongs to one."""
    parts = (context or "").split("/")
    return parts[1] if parts[0] in ("purposes", "data") and len(parts) > 2 else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
