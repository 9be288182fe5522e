"""What a built site must say, what it does say, and how the two differ.

The manifest and the security policy are read from the same written files. May know all before it.
Begin with `site_verifier`.
"""
