"""Tests of `polynotice.verify`."""
