"""A page's Markdown in the words of one locale.

`site_markdown` is its face: a page and a context in, a rendered page out. The same serves
extraction, building and previews, which differ in their `say`. `markdown_extension` says which step
comes where; each step has a module. May know all before it, and Python-Markdown. Begin with
`site_markdown`.
"""
