"""Releases: what is frozen, how it is read, and what changed from one to the next."""
