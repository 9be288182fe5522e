"""What can be wrong with a translation, or unsafe in a text.

Each check is a pure function from a pair of texts to findings; `all_checks` lists those that are
run on a translation by itself, and each module has one kind of them: `links`, `markup`,
`placeholders`, `numbers` and so on. `consistency` compares translations with each other, and
`completeness` says what a message lacks. `safety` and `elements` find what no text may bring;
`catalogue` runs all of them on a whole catalogue, but for what `waivers` leave out, each on the
pairs that it can concern (`concern`, `look`).
May know `core`, `html`, `catalogues`. Begin with `pair`.
"""
