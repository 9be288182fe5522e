"""The notice for other generators: where its pages are published there, and the files of an export.

Begin with `export_files`.
"""
