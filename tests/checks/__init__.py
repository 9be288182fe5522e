"""Tests of `polynotice.checks`."""
