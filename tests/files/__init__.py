"""Tests of `polynotice.files`."""
