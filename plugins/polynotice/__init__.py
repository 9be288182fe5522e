"""Polynotice: privacy notices in many locales, from one list of records.

No Python module is public: what other programs can rely on is the command line, the entry points,
and the forms that `manual/reference/interface.md` lists. All else may change in any version.
"""

__version__ = "0.1.0"
