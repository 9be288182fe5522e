"""Tests of Polynotice: each states a claim about its behaviour.

`make test` tries every claim, `make test-thorough` more of the same; `draws` says what belongs to
which, and `test_draws` that nothing is tried thoroughly of which no part always is. Only thorough:

- of the 18 damages of each kind to a built site, and the 6 to a whole site, all but two
- harmless rewriting of a site in nine of twelve locales
- nine in ten of the broken files of each kind that `test_fuzz` invents
- three of the four shares of hostile texts: every payload in every field, where each run has every
  payload in some fields, and payloads of every kind in every field
- under `mkdocs serve`, the wait for the right page after each of 78 breakages; else most breakages
  take the place of the one before in the same save, and one repair in four is waited for
- twenty-five locales with 200 records, not 40
- plural forms of locales with a territory
- every page in Chromium, wide, narrow and under the strict policy, in eight of twelve locales
"""
