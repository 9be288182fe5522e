"""Tests of `polynotice.notice`."""
