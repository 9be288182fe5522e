"""The tool's own words in English, but for headers of a record's fields: each can be changed."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "data_category": "Kind of personal data",
    "used_for": "Used for",
    "special_category": "Special category of personal data (Article 9 GDPR)",
    "not_stated": "Not stated",
    "not_used": "None of these purposes",
    "other_data": "Other personal data",
    "tables": "Purposes and personal data",
    "data_index": "Kinds of personal data and the purposes that use them",
    "full": "The whole notice",
    "not_found": "Page not found",
    "effective": "Applies from %(date)s",
    "draft": "This translation is a draft. The {language} text prevails.",
}
"""The plugin's other words. `{language}` is replaced by the source language's name when set up,
`%(date)s` by a day where it is said, as the language writes it."""

UNTITLED = "under the name of the site"
"""In place of `full_page: true`, where no catalogue was asked for a title of that page."""

COMMENTS: dict[str, str] = {
    "data_category": "Header of a column that lists kinds of personal data",
    "used_for": "Header of a column that lists the purposes of each kind of personal data",
    "special_category": "Stands below the name of a special category of personal data",
    "not_stated": "Stands in a cell for which the notice gives nothing",
    "not_used": "Stands where a kind of personal data is used for no purpose",
    "other_data": "Stands above the kinds of personal data that belong to no group",
    "tables": "Names a table for screen readers",
    "data_index": "Names a table for screen readers",
    "full": "Title of the page that has all pages of the notice one below the other",
    "not_found": "Heading of the page that stands for one that does not exist",
    "effective": "Stands behind the purpose of a record that applies later; %(date)s is the day",
    "draft": "Stands at the top of each page whose translation is a draft",
}
"""What translators are told of each."""
