"""Tests of `polynotice.mkdocs_host`."""
