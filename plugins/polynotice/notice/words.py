"""The tool's own words but for the headers of columns, in English: a notice can change each."""

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
    "not_found": "Page not found",
    "draft": "This translation is a draft. The {language} text prevails.",
}
"""The plugin's other words. `{language}` is replaced by the source language's name when set up."""
