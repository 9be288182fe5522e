"""What the repository's own notice is known to have, whoever looks at it."""

from __future__ import annotations

LOCALES = ["en", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh-Hans"]
PAGES = {
    "customer-care": ["care-recordings"],
    "orders": ["order-messages", "bag-reminder", "purchase-feedback"],
    "insight": ["customer-insight"],
    "public-relations": ["brand-influencers", "fashion-professionals"],
    "fraud-and-claims": ["fraud-prevention", "legal-claims"],
}
"""The records on each page that places some, in their order."""


def root_of(locale: str) -> str:
    """The folder of a locale's pages below the site's, with its slash."""
    return "" if locale == "en" else f"{locale}/"
