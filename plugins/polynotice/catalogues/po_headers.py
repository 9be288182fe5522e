"""The headers of catalogues and of their template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.core.locales import Locale, contradicts
from polynotice.core.model import Span
from polynotice.core.plural_forms import plural_forms
from polynotice.core.problems import Problem, Severity, did_you_mean

STATUS = "X-Polynotice-Status"
"""The field that says whether a lawyer has signed the translation."""

_STATES = ("draft", "approved")

_JOINED = re.compile(r"^#-#-#-#-#", re.MULTILINE)

_ENCODING = (
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
)


def template_header() -> Entry:
    """The header of the template."""
    return Entry(
        msgid="",
        remarks=(
            "Every message of the notice. Written by `polynotice update`; not edited by hand.",
        ),
        flags=("fuzzy",),
        msgstr=("Project-Id-Version: notice\n" + _ENCODING,),
    )


def new_header(locale: Locale) -> Entry:
    """The header of a catalogue that nobody has translated yet.

    Has every field that `msgfmt --check-header` asks for. Translator and team are as GNU's
    `msginit --no-translator` and Babel write them; Poedit and Weblate put in theirs, the date and
    an `X-Generator` of their own.
    """
    return Entry(
        msgid="",
        remarks=(
            f"{locale.english_name} translation of the notice.",
            "This is a draft translation until a lawyer has signed it; the source text prevails.",
            f'Then change "{STATUS}: draft" below to "approved".',
        ),
        msgstr=(
            "Project-Id-Version: notice\n"
            "Report-Msgid-Bugs-To: \n"
            "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
            "Last-Translator: Automatically generated\n"
            f"Language-Team: {locale.english_name}\n"
            f"Language: {locale.folder}\n{_ENCODING}"
            f"Plural-Forms: {plural_forms(locale)}\n"
            f"{STATUS}: draft\n",
        ),
    )


def with_header(po: PoFile, locale: Locale) -> PoFile:
    """The catalogue, with a new header if it has none: gettext reads no words without one."""
    if po.fields:
        return po
    header = new_header(locale)
    remarks = po.header.remarks or header.remarks
    return replace(po, header=replace(header, remarks=remarks))


def is_approved(po: PoFile) -> bool:
    """Whether the header says that a lawyer has signed the translation, and nothing else of it.

    Of two headers that `msgcat` has joined, either may say so.
    """
    lines = "".join(po.header.msgstr[:1]).split("\n")
    said = [line.partition(":")[2].strip() for line in lines if line.startswith(f"{STATUS}:")]
    return bool(said) and {*said} == {"approved"}


def header_problems(po: PoFile, path: str, locale_id: str) -> Iterator[Problem]:
    """What the header of the catalogue at `path` says to Polynotice, and cannot be understood."""
    for name, value in po.fields.items():
        if name != STATUS and name.lower().startswith("x-polynotice"):
            message, hint = f'There is no field "{name}".', did_you_mean(name, [STATUS])
        elif name == STATUS and value not in _STATES:
            message = f'{STATUS} says "{value}", and the translation counts as a draft.'
            hint = did_you_mean(value.lower(), _STATES)
        else:
            continue
        yield Problem(
            code="bad-remark",
            severity=Severity.WARNING,
            span=Span(path, po.header.line),
            message=message,
            hint=hint,
            locale=locale_id,
        )


def contradictions(po: PoFile, path: str, locale: Locale) -> Iterator[Problem]:
    """Where the catalogue at `path` is not what its header says, or its header not the locale's."""

    def problem(line: int, message: str, hint: str) -> Problem:
        span = Span(path, line)
        return Problem(
            code="header-mismatch", span=span, message=message, hint=hint, locale=locale.id
        )

    fields = po.fields
    if not fields:
        message = "The catalogue has no header, without which other programs cannot read it."
        hint = f"Run `polynotice update {locale.id}`, which writes one."
        yield replace(problem(1, message, hint), severity=Severity.WARNING)
    if _JOINED.search("".join(po.header.msgstr)):
        message = "The header is that of several files, which `msgcat` has joined."
        hint = "Keep the lines of one of them, and remove those with `#-#-#-#-#`."
        yield problem(po.header.line, message, hint)
    language = fields.get("Language", "")
    if language and contradicts(locale, language):
        message = f'The header says that this is a translation into "{language}".'
        hint = (
            f"If it is {locale.english_name}, write `Language: {locale.folder}`; else put it back."
        )
        yield problem(po.header.line, message, hint)
    charset = re.search(r"charset=([\w.:-]+)", fields.get("Content-Type", ""))
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        message = f"The header says that the file is {charset[1]}, but it is UTF-8."
        yield problem(po.header.line, message, "Write `charset=UTF-8`.")
    forms = re.search(r"nplurals\s*=\s*(\d+)", fields.get("Plural-Forms", ""))
    number = int(forms[1]) if forms else None
    for other in po.others:
        message = f'From here on, the file holds another domain, "{other.name}".'
        hint = (
            "Polynotice keeps it, and shows only what stands before it. Move it to a file of its "
            "own, or remove the `domain` line if it is this notice's."
        )
        yield replace(problem(other.line, message, hint), severity=Severity.WARNING)
    for entry in po.entries:
        if entry.msgid_plural is not None and number not in (None, len(entry.msgstr)):
            message = f"The entry has {len(entry.msgstr)} plural forms, the header {number}."
            yield problem(entry.line, message, "Give it a msgstr for each form, or remove it.")
