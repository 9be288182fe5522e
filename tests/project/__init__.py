"""Tests of `polynotice.project`."""
