"""Checks of a whole catalogue: what it lacks, and what is wrong with what it has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.checks.all_checks import ALL, Checks, concerned
from polynotice.checks.completeness import incomplete, record_of
from polynotice.checks.consistency import Translated, inconsistent, near_twins, same_names
from polynotice.checks.link_map import LinkMap
from polynotice.checks.look import Look, sources_of
from polynotice.checks.page_syntax import PageSyntax
from polynotice.checks.page_syntax import in_translation as shown_as_written
from polynotice.checks.pair import Become, BecomeOf, Finding, Pair, all_as_written
from polynotice.checks.safety import in_source, in_translation, must_not_be_shown
from polynotice.checks.terms import Glossary
from polynotice.checks.waivers import misunderstood, nothing_to_waive, waived
from polynotice.core.conventions import Conventions
from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import HTML_CONTEXTS, Span, Text
from polynotice.core.problems import Problem, Severity
from polynotice.core.translation import Message

Findings = tuple[Finding, ...]


def _no_key(_: Text) -> None:
    """Nobody can tell what decides what texts become."""


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
    page_syntaxes: Sequence[PageSyntax] = (),
    become_of: BecomeOf = all_as_written,
    known: Drawer[Findings] | None = None,
    key_of_become: Callable[[Text], bytes | None] = _no_key,
) -> list[Problem]:
    """What is wrong with a catalogue for those messages.

    `path` is the catalogue's, `glossary` and `link_map` its locale's; `page_syntaxes` are what
    only pages may have, and `become_of` says what the texts of a message become on its pages.
    What is `known` of a message is not looked for again; `key_of_become` is the digest of what
    decides what its texts become, or `None` if nobody can tell.
    A missing or outdated translation is an error if `is_fatal`.
    A problem whose code a remark of the entry waives (`polynotice: ignore <code>`) is left out;
    a missing or outdated translation cannot be waived.
    """
    entries = {entry.key: entry for entry in po.entries if not entry.obsolete}
    severity = Severity.ERROR if is_fatal else Severity.WARNING
    known = Drawer() if known is None else known
    frame = key_of(source.lang, conventions.lang, glossary, link_map, page_syntaxes)
    problems = []
    translated = []
    sources = sources_of([message.text for message in messages], source, become_of)
    found = list(map(entries.get, sources.keys))
    texts = [entry.msgstr[0] if entry else "" for entry in found]
    look = Look(sources, texts, conventions, glossary)
    every = enumerate(zip(messages, found, concerned(look), strict=True))
    for place, (message, entry, asked) in every:
        # A remark may be needless, too.
        checks = ALL if entry and entry.remarks else asked
        if entry and entry.remarks:
            span = Span(path, entry.line)
            problems += [
                _problem(finding, message.text, span, conventions.lang)
                for finding in misunderstood(entry)
            ]
        lack = incomplete(message, entry, path, conventions.lang, severity)
        if lack:
            problems.append(lack)
        elif entry and checks is not None:
            text, is_prose = message.text, _is_prose(message.text)
            become_key = key_of_become(text)
            key = None
            if become_key:
                words = (text.msgid, entry.msgstr[0], entry.remarks, is_prose)
                key = key_of(frame, become_key, *words)
            findings = known.get(key) if key else None
            if findings is None:
                pair = Pair(
                    source=text.msgid,
                    translation=entry.msgstr[0],
                    source_conventions=source,
                    conventions=conventions,
                    glossary=glossary,
                    link_map=link_map,
                    become=become_of(text),
                )
                findings = tuple(findings_of(entry, pair, page_syntaxes, checks, is_prose=is_prose))
                if key:
                    known.put(key, findings)
            span = Span(path, entry.line)
            problems += [_problem(each, message.text, span, conventions.lang) for each in findings]
        if entry and not lack and (entry.remarks or place in sources.comparable):
            translated.append((message, entry))
    return [*problems, *_beside_each_other(translated, path, conventions.lang)]


def check_source(
    messages: Sequence[Message], lang: str, become_of: BecomeOf = all_as_written, depth: int = 0
) -> list[Problem]:
    """What is unsafe or hard to tell apart in the texts of the source, written in `lang`.

    `become_of` says what a message becomes on its pages; the deepest page is `depth` folders deep.
    """
    texts = [message.text for message in messages]
    unsafe = (
        (text, one) for text in texts for one in _of_source(text, lang, become_of(text), depth)
    )
    return [
        replace(_problem(finding, text, text.span, lang), locale=None)
        for text, finding in (*unsafe, *near_twins(texts))
    ]


def _of_source(text: Text, lang: str, become: Become, depth: int) -> Iterator[Finding]:
    if text.context not in HTML_CONTEXTS:
        is_prose = _is_prose(text)
        for one in in_source(text.msgid, lang, become, may_have_attributes=is_prose, depth=depth):
            # Titles and names in mkdocs.yml are shown as they are: Markdown is no remedy there.
            is_title = one.code == "raw-html" and text.span.path.endswith((".yml", ".yaml"))
            is_title = is_title and (is_prose or str(text.context).startswith("site/"))
            yield replace(one, hint="Leave the tags out: this is plain text.") if is_title else one


def may_be_shown(text: Text, pair: Pair | None, become: Become, lang: str) -> bool:
    """Whether a preview may show a text: its translation in `pair`, or without one as written.

    `lang` is the source's. A preview goes on in spite of problems, but not of those that nobody
    can waive.
    """
    if pair is not None:
        is_prose = _is_prose(text)
        return not must_not_be_shown(pair, may_have_attributes=is_prose)
    findings = _of_source(text, lang, become, depth=_ANY_DEPTH)
    return all(finding.can_be_waived for finding in findings)


_ANY_DEPTH = 1000
"""A link out of the site harms nobody in a preview."""


def _is_prose(text: Text) -> bool:
    return text.context is None


def findings_of(
    entry: Entry,
    pair: Pair,
    page_syntaxes: Sequence[PageSyntax],
    checks: Checks = ALL,
    *,
    is_prose: bool,
) -> Iterator[Finding]:
    """All that is wrong with a translation by itself, but for what the entry's remarks waive.

    `pair` is the entry's texts, `checks` are all that may find something in it; `is_prose` says
    whether the texts may have attribute lists.
    """
    unsafe = list(in_translation(pair, may_have_attributes=is_prose))
    findings = [finding for one in checks for finding in one(pair)] if _is_short(unsafe) else []
    if not (findings or unsafe or entry.remarks or page_syntaxes):
        return
    final = {finding.code for finding in findings if not finding.can_be_waived}
    # What the text says of a link says more than what it becomes.
    findings += [one for one in unsafe if one.code not in final]
    findings += shown_as_written(pair, page_syntaxes) if _is_short(unsafe) else []
    ignored = waived(entry)
    yield from _without_what_follows([one for one in findings if not _is_waived(one, ignored)])
    needless = ignored - {finding.code for finding in findings} - _COMPARISONS.keys()
    yield from map(nothing_to_waive, sorted(needless))


def _is_waived(finding: Finding, ignored: Collection[str]) -> bool:
    return finding.code in ignored and finding.can_be_waived


def _without_what_follows(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings without those of wording, where the translation is not finished."""
    if all(finding.code != _UNFINISHED for finding in findings):
        return findings
    return [one for one in findings if one.code == _UNFINISHED or not one.can_be_waived]


_UNFINISHED = "unfinished-translation"


def _is_short(findings: Iterable[Finding]) -> bool:
    return all(finding.code != "too-long" for finding in findings)


_COMPARISONS: dict[str, Callable[[Iterable[Translated]], Iterator[tuple[Translated, Finding]]]] = {
    "inconsistent-translation": inconsistent,
    "same-translation": same_names,
}


def _beside_each_other(
    translated: Sequence[tuple[Message, Entry]], path: str, lang: str
) -> Iterator[Problem]:
    """What is wrong with translations beside each other; a remark at either of two waives it.

    Of the others in the catalogue, none can be compared with any.
    """
    everything = [
        (Translated(text=message.text, translation=entry.msgstr[0], line=entry.line), entry)
        for message, entry in translated
    ]
    for code, compare in _COMPARISONS.items():
        compared: list[Translated] = []
        left_out: list[Translated] = []
        for one, entry in everything:
            is_waived = bool(entry.remarks) and code in waived(entry)
            (left_out if is_waived else compared).append(one)
        findings = list(compare(compared))
        for one, finding in findings:
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
