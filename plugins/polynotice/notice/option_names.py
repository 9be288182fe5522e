"""The names of the plugin's options in `mkdocs.yml`."""

from __future__ import annotations

OPTIONS: dict[str, str] = {
    "source_locale": "the locale in which records and pages are written; `en` if left out",
    "locales": "every locale of the notice, the source locale among them, in the order of the "
    "language switcher; `- mt: {publish: false}` keeps one out of `mkdocs build`, "
    "`- pl: {may_lag: true}` lets one show its last release while it is not complete",
    "columns": "the columns of the tables; `[purpose, personal_data]` if left out",
    "extra_columns": "fields of your own, each with its header in the source language",
    "untranslated": "`error` (the default) refuses to publish a locale that is not complete; "
    "`fallback` shows the source text, marked as such",
    "words": "the plugin's own words in the source language, where you want others",
    "full_page": "whether each locale has a page with the whole notice, `/full/`, to be printed; "
    "`false` if left out",
    "reader": "what pages do for readers beside the tables, each `true` if left out: "
    "`language_offer`, `filter`, `row_links`, `data_tags`",
    "requirements": "lists of what a law asks of the notice: `gdpr-13`, `gdpr-14`, "
    "`ccpa-1798-100`, or a file of your own; what nothing states is reported; none if left out",
    "as_of": "the day that says which release is in force, such as `2027-03-01`; the environment "
    "variable `POLYNOTICE_AS_OF` goes before it; the newest is if left out",
    "jobs": "how many processes work side by side; as many as there are cores if left out",
}
"""Every option, with what it does."""
