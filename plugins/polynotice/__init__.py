"""Polynotice: privacy notices in many locales, from one list of records."""

__version__ = "0.1.0"
