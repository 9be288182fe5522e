"""The plugin, and all that knows MkDocs and its themes.

Hooks hand over to `build`, which makes the pages of every locale in one run. May know everything
but the entry points. Begin with `plugin`.
"""
