"""Tests of `polynotice.catalogues`."""
