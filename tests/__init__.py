"""Tests of Polynotice: each states a claim about its behaviour."""
