"""Bringing a notice in from documents: `polynotice import`.

A reader per format gives one neutral `Document`; `columns` says what its tables are, `plan` what
becomes of them, `written` writes the files, and `accounting` compares what a project then says with
what the documents said. `bringing_in` has them in order. Begin there.
"""
