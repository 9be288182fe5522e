"""The columns that every notice can have, with their headers."""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "purpose": "Purpose",
    "personal_data": "Personal data processed",
    "legal_basis": "Legal basis",
    "legitimate_interest": "Legitimate interest",
    "recipients": "Recipients",
    "source": "Source of the data",
    "transfers": "Transfers to other countries",
    "retention": "How long it is kept",
    "data_subjects": "People concerned",
}
"""The columns that every notice can have (GDPR Art. 13, 14 and 30(1)), with their headers."""
