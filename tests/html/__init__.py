"""Tests of `polynotice.html`."""
