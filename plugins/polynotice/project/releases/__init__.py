"""Releases: the notice as it was, frozen as text, and what changed from one to the next.

Begin with `freezing`, which makes the values of `notice.release_form` of a project; `reading` gives
the releases of a project, proved by their digests, and `changes` compares two.
"""
