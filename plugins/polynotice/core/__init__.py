"""The values that flow through the tool, and the ways a text becomes what a reader sees.

Pure: no file, no clock, no site generator. May know the standard library, and Babel for what the
CLDR knows of locales. Begin with `model`.
"""
