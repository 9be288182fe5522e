"""Tests of `polynotice.core`."""
