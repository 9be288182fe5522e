"""Tests of `polynotice.pages`."""
