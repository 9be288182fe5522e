"""Whatever a person writes, read with its lines: texts, YAML, and what git remembers of them.

An unreadable file is a problem with its place and reason, reported here, once.
May know `core`. Begin with `text_files`.
"""
