"""A page's Markdown in the words of one locale.

The Markdown extension serves extraction, building and previews; they differ in their `say`. May
know all before it, and Python-Markdown. Begin with `markdown_extension`.
"""
