"""What is left to translate: a message without a translation, or with an outdated one."""

from __future__ import annotations

from polynotice.catalogues.po_format import Entry
from polynotice.checks.quoting import change
from polynotice.core.model import Span, State
from polynotice.core.problems import Problem, Severity
from polynotice.core.translation import Message, Translation


def incomplete(
    message: Message, entry: Entry | None, path: str, lang: str, severity: Severity
) -> Problem | None:
    """What the message lacks: a translation, or one of its present wording; `None` if nothing.

    `entry` is the message's in the catalogue at `path`, if it has one.
    """
    if entry and entry.msgstr[0].strip() and not entry.flags:
        return None
    text = message.text
    state = (
        Translation(text=entry.msgstr[0], fuzzy=entry.is_fuzzy).state if entry else State.MISSING
    )
    if state is State.TRANSLATED:
        return None
    span = Span(path, entry.line if entry else 1)
    record = record_of(text.context)
    if entry and state is State.FUZZY:
        return Problem(
            code="fuzzy-translation",
            severity=severity,
            span=span,
            locale=lang,
            record=record,
            message=_why_fuzzy(text.msgid, entry),
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


def _why_fuzzy(msgid: str, entry: Entry) -> str:
    previous = dict(entry.previous).get("msgid", msgid)
    if previous == msgid:
        return (
            f'The translation of "{_short(msgid)}" is marked fuzzy: it belongs to an earlier '
            "wording or awaits a person's word."
        )
    was, is_now = change(previous, msgid)
    return (
        f'The translation "{_short(entry.msgstr[0])}" belongs to an earlier wording: "{was}" has '
        f'become "{is_now}".'
    )


def record_of(context: str | None) -> str | None:
    """The id of the record that a message belongs to, if it belongs to one."""
    parts = (context or "").split("/")
    return parts[1] if parts[0] in ("purposes", "data") and len(parts) > 2 else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
