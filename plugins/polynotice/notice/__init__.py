"""The notice as data: records, options, blocks, tables, glossaries, link maps, `notice.json`.

From YAML to values, and from values to the tables that they fill. May know all before it; no
Markdown and no site generator. Begin with `tables`.
"""
