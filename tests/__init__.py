"""Tests of Polynotice: each states a claim about its behaviour.

`make test` tries every claim, `make test-thorough` more of the same, `make test-exhaustive` all of
it: `draws` says what belongs to which, `test_draws` that nothing is left to the later ones of which
no part always runs, and CONTRIBUTING.md what runs in them alone.
"""

from __future__ import annotations

from polynotice.mkdocs_host.taken_host import NAME

HOST = NAME
"""The host whose modules tests are given under MkDocs's names, before any asks for them."""
