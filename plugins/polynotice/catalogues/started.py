"""What a notice's catalogue starts with: words of the tool and terms of its vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from polynotice.catalogues import vocabularies
from polynotice.catalogues.own_words import with_own_words
from polynotice.catalogues.po_format import Entry
from polynotice.core.locales import Locale, nearest
from polynotice.core.model import Key


def started(entries: Iterable[Entry], locale: Locale, source: Locale) -> tuple[Entry, ...]:
    """The entries of a catalogue, translated where nobody has done so and the tool has words.

    A text that says what the source language's vocabulary says gets what the locale's does: the
    name of a kind of data or of a group, a legal basis, people, recipients, and a right on a page.
    What a project has translated or worded otherwise is its own.
    """
    terms = vocabularies.translations(source), vocabularies.translations(locale)
    # A remark answers what a check says of the translation beside the English text.
    has_remarks = nearest(source.id, (vocabularies.SOURCE,)) is not None
    filled = with_terms(entries, *terms, has_remarks=has_remarks)
    return with_own_words(filled, locale, source)


def words_of_the_tool(
    entries: Iterable[Entry], locale: Locale, source: Locale
) -> Mapping[Key, str]:
    """What the tool itself says for each entry that it has words for: a person's words win."""
    empty = (replace(entry, msgstr=("",)) for entry in entries if entry.msgid_plural is None)
    begun = started(empty, locale, source)
    return {entry.key: entry.msgstr[0] for entry in begun if any(entry.msgstr)}


def with_terms(
    entries: Iterable[Entry],
    ours: Mapping[str, Entry],
    theirs: Mapping[str, Entry],
    *,
    has_remarks: bool = True,
) -> Iterator[Entry]:
    """The entries, those without a translation filled that say what `ours` says of a term.

    Both have the vocabularies' entries by context: `ours` in the notice's language, `theirs` in the
    catalogue's. Drafts of `theirs` come as fuzzy. `has_remarks`: so that a check is waived that the
    term waives.
    """
    terms = {
        (context.partition("/")[0], entry.msgstr[0]): theirs[context]
        for context, entry in ours.items()
        if context in theirs and not entry.is_fuzzy
    }
    for entry in entries:
        term = terms.get((_vocabulary_of(entry.msgctxt), entry.msgid))
        if term is None or entry.msgid_plural is not None:
            yield entry
        elif entry.obsolete:
            # Nobody has written it, and nobody asks for it any more.
            if entry.msgstr != term.msgstr or _vocabulary_of(entry.msgctxt) != "legal-bases":
                yield entry
        elif any(entry.msgstr):
            yield entry
        else:
            waivers = [one for one in term.remarks if has_remarks and "polynotice" in one]
            remarks = tuple(dict.fromkeys((*entry.remarks, *waivers)))
            filled = replace(entry, msgstr=term.msgstr, remarks=remarks)
            yield filled.with_fuzzy(entry.is_fuzzy or term.is_fuzzy)


_OF_FIELD = {
    "personal_data": "personal-data",
    "legal_basis": "legal-bases",
    "data_subjects": "people",
    "recipients": "recipients",
}


def _vocabulary_of(context: str | None) -> str:
    """The vocabulary whose terms may stand in a place of a notice; empty if none."""
    if context is None:
        return "rights"  # the prose of a page
    kind, _, rest = context.partition("/")
    field = rest.rpartition("/")[2]
    if kind == "purposes":
        return _OF_FIELD.get(field, "")
    if (kind, field) == ("data", "name"):
        return "personal-data"
    return kind if (kind, field) == ("groups", "name") or kind == "legal-bases" else ""
