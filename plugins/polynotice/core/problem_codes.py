"""Every problem code: what it means, whether it can be waived, whether it hinders an update.

The one list of them; the table in the manual is written from it by `make reference`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ProblemCode:
    """A kind of problem."""

    name: str
    meaning: str
    can_be_waived: bool = False
    """Whether a translator's remark may waive it, since the check can be wrong."""
    hinders_update: bool = True
    """Whether, as an error, it keeps messages from being known: a merge would retire them."""
    is_incomplete: bool = False
    """Whether it says that something is left to translate, and nothing of what is translated."""


def _code(name: str, meaning: str) -> ProblemCode:
    return ProblemCode(name=name, meaning=meaning)


def _of_words(name: str, meaning: str) -> ProblemCode:
    """A finding about words of a translation, of which a translator may know better."""
    return ProblemCode(name=name, meaning=meaning, can_be_waived=True)


def _harmless(name: str, meaning: str, *, is_incomplete: bool = False) -> ProblemCode:
    """One in spite of which every message is known."""
    return ProblemCode(
        name=name, meaning=meaning, hinders_update=False, is_incomplete=is_incomplete
    )


_CODES = (
    # mkdocs.yml
    _code(
        "bad-setting",
        "mkdocs.yml cannot be read, or an option in it has a value that it cannot have",
    ),
    _code(
        "unknown-locale",
        "a locale that no table of locales knows, or that the project does not list",
    ),
    _code("locale-conflict", "a page or folder in docs/ stands where the pages of a locale go"),
    _code("third-party", "something for which a reader's browser asks another host"),
    _harmless(
        "unguarded-notice",
        "markdown_extensions does not list polynotice, so that a program without the plugin would "
        "publish the notice without its tables",
    ),
    _harmless("mixed-themes", "two themes that have overwritten files of each other are installed"),
    _code("unsupported-plugin", "another plugin that adds what no catalogue translates"),
    # records
    _code("unreadable-records", "a file of records is not readable YAML"),
    _code("unknown-field", "a key that no record, block or option has"),
    _code("repeated-field", "a key that stands twice in one mapping"),
    _code("missing-field", "a required key is absent"),
    _code("wrong-type", "a value of another type than the key takes"),
    _code("empty-text", "a text without a word in it"),
    _code("bad-id", "an id that is not made of a-z, 0-9 and hyphens"),
    _code("duplicate-id", "an id that another record of the notice has already"),
    _code("unknown-reference", "an id that nothing defines"),
    _harmless(
        "missing-article-9-basis",
        "a purpose that uses special categories of personal data, and names its legal bases, none "
        "of Article 9(2) GDPR among them",
    ),
    _harmless(
        "missing-legitimate-interest",
        "a purpose that rests on legitimate interests, by `legal_basis_ids`, and does not say on "
        "which",
    ),
    _harmless("unplaced-record", "a purpose that no page places"),
    _code("unplaced-field", "a field of a record that no table shows"),
    _code("unused-category", "a data category that no purpose uses"),
    # pages
    _code("unreadable-page", "a page, or a folder of pages, that cannot be read"),
    _code("bad-block", "a ':::' block that cannot be understood"),
    _code("unknown-page", "something in the navigation that is no page of the site"),
    # what the law asks for
    _code("bad-requirements", "a list of what a law asks for that cannot be understood"),
    _harmless("missing-disclosure", "something that a law asks for, and that nothing states"),
    _harmless("bad-mark", "a mark of what a law asks for that cannot be understood or be right"),
    _harmless("placeholder", "a place in a page or record that is still to be filled in"),
    # pages, and what they lead to
    _harmless("dead-link", "a link that leads to nothing on the site"),
    _harmless("id-mismatch", "a translated page whose ids are not those of its source page"),
    _harmless("untranslatable-text", "words on a page that no catalogue can translate"),
    # catalogues
    _harmless("unreadable-catalogue", "a catalogue that is not there or not valid PO"),
    _harmless(
        "header-mismatch",
        "a catalogue that is not what its header says, or not the locale's, or that shares its "
        "file with another",
    ),
    _code("unwritable-catalogue", "a catalogue that the disk does not take"),
    _harmless("missing-translation", "a message without a translation", is_incomplete=True),
    _harmless(
        "fuzzy-translation",
        "a translation of an earlier wording, or one that nobody has confirmed",
        is_incomplete=True,
    ),
    _of_words(
        "unfinished-translation",
        "a translation that says TODO, stands for one, or holds two that a tool put together",
    ),
    _of_words("identical-to-source", "a translation that repeats its source"),
    _of_words("number-mismatch", "a translation whose numbers are not those of its source"),
    _of_words("link-mismatch", "a translation whose links are not those of its source"),
    _of_words(
        "placeholder-mismatch",
        "a translation whose placeholders are not those of its source",
    ),
    _of_words("markup-mismatch", "a translation whose Markdown markup is not that of its source"),
    _of_words("raw-html", "HTML where only Markdown may stand"),
    _harmless(
        "page-syntax",
        "a macro, include or block in a record, title or translation, where it is shown as it is "
        "written",
    ),
    _code("unsafe-markup", "markup that can run, load or hide something; it cannot be waived"),
    _code("too-long", "a text of more than 10,000 characters, or 400 signs of Markdown"),
    _of_words("hidden-character", "an invisible character that can hide or reorder text"),
    _of_words("outer-space", "a translation that begins or ends with a space"),
    _of_words(
        "end-punctuation",
        "a translation that ends otherwise than its source, or with signs that are not "
        "its language's",
    ),
    _of_words("doubled-word", "a translation with the same word twice running"),
    _of_words("length", "a translation much shorter or longer than its language needs"),
    _of_words("missing-sentence", "a translation with fewer sentences than its source"),
    _of_words("inconsistent-translation", "a source that is translated in two ways"),
    _of_words(
        "same-translation",
        "two data categories with one name, or names that are hard to tell apart",
    ),
    _of_words(
        "glossary",
        "a translation without a term that the locale's glossary requires, or with one "
        "that it forbids",
    ),
    _code(
        "bad-remark",
        "a remark or header field for Polynotice that says nothing, or waives nothing any more",
    ),
    _harmless("bad-glossary", "a glossary that cannot be understood"),
    _harmless(
        "bad-link-map",
        "a link map that cannot be understood, or has a link that the notice has not",
    ),
    # any build
    _code("build-failed", "MkDocs, another plugin or a template stopped with an error"),
    # built site
    _code("locale-missing", "a page, or all pages, of a published locale are not in the site"),
    _code("row-missing", "a row that is not where it belongs"),
    _code("row-extra", "a row that should not be there, or is there twice"),
    _code("row-order", "rows that stand in another order than the records"),
    _code(
        "row-text",
        "a cell or header with another text, language or visibility than it must have",
    ),
    _code(
        "prose-missing",
        "a sentence, heading or entry of the navigation that was approved and is not there; as a "
        "warning: the approved manifest is older and has none",
    ),
    _code(
        "prose-extra",
        "a sentence, heading or entry of the navigation that was not approved",
    ),
    _code(
        "prose-order",
        "a paragraph, heading or entry of the navigation that stands elsewhere than approved",
    ),
    _code(
        "prose-text",
        "a sentence, heading, title, link or entry of the navigation that is not as it was "
        "approved",
    ),
    _code(
        "foreign-link", "a link on a translated page that leads to a page in the source language"
    ),
    _code(
        "bad-manifest",
        "a manifest that is not there, that was changed, or that is another notice's",
    ),
    # releases
    _harmless(
        "release-changed",
        "a file of a frozen release is another than was frozen, missing or new: a release is never "
        "changed",
    ),
    _harmless("unreadable-release", "a release that is damaged or incomplete"),
    _harmless(
        "release-order",
        "a release that would be issued before a later one, or be in force before an earlier one, "
        "or that does not follow the one it names as its predecessor",
    ),
    _harmless(
        "lagging",
        "a locale with `may_lag: true` is not complete: its pages show its last release",
    ),
    _harmless(
        "cannot-lag",
        "a locale with `may_lag: true` is not complete, and no release that is in force has it",
    ),
    _harmless(
        "unreleased",
        "the notice says something else than its newest release: a site would publish words that "
        "were never issued",
    ),
    _harmless("release-exists", "a release of that date is there: none is ever overwritten"),
    _harmless("bad-release", "a release, or a redline, that cannot be written"),
    # export
    _code(
        "bad-export",
        "an export that cannot be written, or whose index cannot be understood, or is another "
        "notice's",
    ),
    _code(
        "bad-pdf",
        "a PDF that cannot be printed or written, or that lacks something of the notice",
    ),
    # parts of a site
    _code("not-whole", "a folder that is a part of a site, and not to be published"),
    _code("bad-part", "a part of a site that is damaged, is there twice, or has files of its own"),
    _code("other-inputs", "a part of a site that was built of, or with, something else"),
    _code(
        "content-policy",
        "something in a built page that no strict Content-Security-Policy lets pass",
    ),
)

CODES = {code.name: code for code in _CODES}
"""By name, in the order of the reference."""

WAIVABLE = tuple(code.name for code in _CODES if code.can_be_waived)
"""The names of those that a remark may waive."""


def markdown_table() -> str:
    """The table of all codes for the manual: a line each, in Markdown."""
    rows = [f"| `{code.name}` | {code.meaning} | {_waived(code)} |" for code in CODES.values()]
    return "\n".join(["| code | means | can be waived |", "| --- | --- | --- |", *rows, ""])


def _waived(code: ProblemCode) -> str:
    return "yes" if code.can_be_waived else "no"
