"""The legal bases that records name by id: what the cell says, and what the law asks besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from polynotice.catalogues import vocabularies
from polynotice.core.locales import Locale
from polynotice.core.model import DataCategory, Purpose, Text, Value
from polynotice.core.problems import Problem, Severity, did_you_mean
from polynotice.files.yaml_source import Document, Place
from polynotice.notice.named_bases import bases_of
from polynotice.notice.record_schema import PurposeForm

_ARTICLE_9 = re.compile(r"\b9\b")


def value_of_ids(
    form: PurposeForm, document: Document, place: Place, source: Locale
) -> Value | None:
    """What the cell of a record says that names its legal bases, in the notice's language.

    A record that has a text of its own says that, and one whose bases nobody knows says nothing.
    """
    if form.legal_basis is not None or not form.legal_basis_ids:
        return None
    said = texts_of_bases(source)
    texts = tuple(
        Text(
            msgid=said[name],
            context=vocabularies.context_of_legal_basis(name),
            span=document.span((*place, "legal_basis_ids", index)),
            comment=f"Legal basis, Article {vocabularies.legal_bases()[name].article} GDPR",
        )
        for index, name in enumerate(form.legal_basis_ids)
        if name in said
    )
    return Value(texts=texts, is_list=len(texts) > 1) if texts else None


def mistakes_in_ids(
    form: PurposeForm, document: Document, place: Place, source: Locale
) -> Iterator[Problem]:
    """What is wrong with the ids of a record."""
    known = vocabularies.legal_bases() if form.legal_basis_ids else {}
    for index, name in enumerate(form.legal_basis_ids):
        span = document.span((*place, "legal_basis_ids", index))
        if name not in known:
            message = f'There is no legal basis "{name}".'
            code, hint = "unknown-reference", did_you_mean(name, known)
        elif name in form.legal_basis_ids[:index]:
            message = f'"{name}" stands twice in the legal bases of "{form.id}".'
            code, hint = "duplicate-id", "Remove one."
        elif form.legal_basis is None and name not in texts_of_bases(source):
            message = f'The tool has no words for "{name}" in {source.english_name}.'
            code, hint = "missing-field", "Say it in `legal_basis:`; the ids may stay beside it."
        else:
            continue
        yield Problem(code=code, span=span, message=message, hint=hint, record=form.id)


def what_is_lacking(
    purposes: Iterable[Purpose], categories: Mapping[str, DataCategory], source: Locale
) -> Iterator[Problem]:
    """What records that name their legal bases have to say besides, and do not.

    A special category has to rest on Article 9(2), too, whether bases are named by id or by
    article; a legitimate interest that is named by id has to be told (Article 13(1)(d)), in its
    column or in a text of the record's own about its legal basis. What the vocabulary has as a
    special category is one, whether it is marked or not.
    """
    special_kinds = _special_kinds(categories, source)
    for purpose in purposes:
        ids = purpose.legal_basis_ids
        if not vocabularies.legal_bases().keys() >= set(ids):
            continue
        special = [one for one in purpose.data if one in special_kinds]
        if special and _lacks_article_9(purpose):
            named = ", ".join(f'"{one}"' for one in special)
            yield _warning(
                purpose,
                "missing-article-9-basis",
                f'"{purpose.id}" uses special categories of personal data ({named}) and names no '
                "legal basis of Article 9(2) GDPR.",
                "Add one to `legal_basis_ids`, gdpr-9-2-a to gdpr-9-2-j, or to `legal_basis`."
                + _to_mark(categories[one] for one in special),
            )
        if "gdpr-6-1-f" in ids and not _tells_interest(purpose, source):
            yield _warning(
                purpose,
                "missing-legitimate-interest",
                f'"{purpose.id}" rests on legitimate interests and does not say on which.',
                "Say it in `legitimate_interest:`.",
            )


def _special_kinds(categories: Mapping[str, DataCategory], source: Locale) -> frozenset[str]:
    """The ids of those that are marked as special, or called as the vocabulary calls one."""
    kinds = vocabularies.kinds_of_data()
    known = vocabularies.names_of_kinds(source).items()
    named = {name.casefold() for kind, name in known if kinds[kind].special}
    return frozenset(
        one.id
        for one in categories.values()
        if one.special or one.name.msgid.strip().casefold() in named
    )


def _to_mark(special: Iterable[DataCategory]) -> str:
    names = ", ".join(f'"{one.id}"' for one in special if not one.special)
    return f" Mark {names} with `special: true`." if names else ""


def _lacks_article_9(purpose: Purpose) -> bool:
    """Whether it names bases and none of Article 9(2); a text may name the article alone."""
    value = purpose.fields.get("legal_basis")
    texts = [text.msgid for text in value.texts] if value else []
    if any(_ARTICLE_9.search(text) for text in texts):
        return False
    bases = bases_of(purpose)
    return bases is not None and not any(name.startswith("gdpr-9-2-") for name in bases)


def _tells_interest(purpose: Purpose, source: Locale) -> bool:
    """Whether somebody has written of it in more words than the vocabulary has."""
    own = set(texts_of_bases(source).values())
    values = (purpose.fields.get(name) for name in ("legitimate_interest", "legal_basis"))
    return any(text.msgid not in own for value in values if value for text in value.texts)


def _warning(purpose: Purpose, code: str, message: str, hint: str) -> Problem:
    return Problem(
        code=code,
        severity=Severity.WARNING,
        span=purpose.span,
        record=purpose.id,
        message=message,
        hint=hint,
    )


@cache
def texts_of_bases(source: Locale) -> Mapping[str, str]:
    """The texts of the legal bases in a language, by id, but for drafts."""
    prefix = vocabularies.context_of_legal_basis("")
    return {
        context.removeprefix(prefix): entry.msgstr[0]
        for context, entry in vocabularies.translations(source).items()
        if context.startswith(prefix) and not entry.is_fuzzy
    }
