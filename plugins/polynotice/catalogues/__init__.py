"""Gettext catalogues: their format, their files, their headers, and merging.

What stands in them is judged in `checks`. May know `core` and `files`. Begin with `po_format`.
"""
