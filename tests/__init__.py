"""Tests of Polynotice: each states a claim about its behaviour.

`make test` tries every claim, `make test-thorough` more of the same: `draws` says what belongs to
which, `test_draws` that nothing is tried thoroughly of which no part always is, and CONTRIBUTING.md
what runs thoroughly alone.
"""
