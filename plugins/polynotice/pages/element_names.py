"""What elements of a page are called in its ids and classes."""

from __future__ import annotations

INDEX_ID = "data-"
"""What the ids of data categories start with in a page: no purpose has the id of one of them."""

FORMER = "notice-former"
"""The class of what has an id that a row had before: links from elsewhere still lead there."""

UNTRANSLATED = "notice-untranslated"
"""The class of what is shown in another language than its page's."""
