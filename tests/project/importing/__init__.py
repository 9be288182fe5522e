"""Bringing a notice in: readers, tables, plans, and what is written."""
