"""Checks of a whole catalogue: what it lacks, and what is wrong with what it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from polynotice import checks
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.checks import Conventions, Finding, Glossary, LinkMap, Pair
from polynotice.checks.consistency import Translated, inconsistent, near_twins, same_names
from polynotice.checks.quoting import change
from polynotice.checks.safety import Become, in_source, in_translation, must_not_be_shown
from polynotice.checks.waivers import misunderstood, nothing_to_waive, waived
from polynotice.core.model import HTML_CONTEXTS, Span, State, Text
from polynotice.core.problems import Problem, Severity
from polynotice.core.translation import Message, Translation


def _as_written(_: str) -> tuple[()]:
    """Stands for a Markdown that makes no element of any text."""
    return ()


def check_catalogue(
    messages: Sequence[Message],
    po: PoFile,
    *,
    path: str,
    source: Conventions,
    conventions: Conventions,
    is_fatal: bool,
    glossary: Glossary | None = None,
    link_map: LinkMap | None = None,
    become: Become = _as_written,
) -> list[Problem]:
    """What is wrong with a catalogue for those messages.

    `path` is the catalogue's, `glossary` and `link_map` its locale's; `become` is what a text
    becomes on a page.
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
        if entry and entry.remarks:
            span = Span(path, entry.line)
            found += [
                _problem(finding, message.text, span, conventions.lang)
                for finding in misunderstood(entry)
            ]
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
                link_map=link_map,
            )
            found += _of_entry(message, entry, path, pair, become)
            translated.append((message, entry))
    return [*found, *_beside_each_other(translated, path, conventions.lang)]


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


def check_source(
    messages: Sequence[Message], lang: str, become: Become = _as_written, depth: int = 0
) -> list[Problem]:
    """What is unsafe or hard to tell apart in the texts of the source, written in `lang`.

    `become` is what a text becomes on a page; the deepest page is `depth` folders deep.
    """
    texts = [message.text for message in messages]
    unsafe = ((text, one) for text in texts for one in _of_source(text, lang, become, depth))
    return [
        replace(_problem(finding, text, text.span, lang), locale=None)
        for text, finding in (*unsafe, *near_twins(texts))
    ]


def _of_source(text: Text, lang: str, become: Become, depth: int) -> Iterator[Finding]:
    if text.context not in HTML_CONTEXTS:
        is_prose = _is_prose(text)
        yield from in_source(text.msgid, lang, become, may_have_attributes=is_prose, depth=depth)


def may_be_shown(text: Text, pair: Pair | None, become: Become, lang: str) -> bool:
    """Whether a preview may show a text: its translation in `pair`, or without one as written.

    `lang` is the source's. A preview goes on in spite of problems, but not of those that nobody
    can waive.
    """
    if pair is not None:
        is_prose = _is_prose(text)
        return not must_not_be_shown(pair, become, may_have_attributes=is_prose)
    found = _of_source(text, lang, become, depth=_ANY_DEPTH)
    return all(finding.can_be_waived for finding in found)


_ANY_DEPTH = 1000
"""A link out of the site harms nobody in a preview."""


def _is_prose(text: Text) -> bool:
    return text.context is None


def _of_entry(
    message: Message, entry: Entry, path: str, pair: Pair, become: Become
) -> Iterator[Problem]:
    ignored = waived(entry)
    unsafe = list(in_translation(pair, become, may_have_attributes=_is_prose(message.text)))
    found = [finding for one in checks.ALL for finding in one(pair)] if _is_short(unsafe) else []
    told = {finding.code for finding in found if not finding.can_be_waived}
    # What the text says of a link says more than what it becomes.
    found += [one for one in unsafe if one.code not in told]
    span = Span(path, entry.line)
    for finding in found:
        if finding.code not in ignored or not finding.can_be_waived:
            yield _problem(finding, message.text, span, pair.lang)
    needless = ignored - {finding.code for finding in found} - _COMPARISONS.keys()
    for code in sorted(needless):
        yield _problem(nothing_to_waive(code), message.text, span, pair.lang)


def _is_short(found: Iterable[Finding]) -> bool:
    return all(finding.code != "too-long" for finding in found)


_COMPARISONS: dict[str, Callable[[Iterable[Translated]], Iterator[tuple[Translated, Finding]]]] = {
    "inconsistent-translation": inconsistent,
    "same-translation": same_names,
}


def _beside_each_other(
    translated: Sequence[tuple[Message, Entry]], path: str, lang: str
) -> Iterator[Problem]:
    """What is wrong with translations beside each other; a remark at either of two waives it."""
    for code, compare in _COMPARISONS.items():
        compared: list[Translated] = []
        left_out: list[Translated] = []
        for message, entry in translated:
            is_waived = bool(entry.remarks) and code in waived(entry)
            (left_out if is_waived else compared).append(
                Translated(text=message.text, translation=entry.msgstr[0], line=entry.line)
            )
        found = list(compare(compared))
        for one, finding in found:
            yield _problem(finding, one.text, Span(path, one.line), lang)
        for one in left_out:
            others = [other for other in left_out if other is not one]
            with_it = [*compared, *left_out]
            if len(list(compare(with_it))) == len(list(compare([*compared, *others]))):
                yield _problem(nothing_to_waive(code), one.text, Span(path, one.line), lang)


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
