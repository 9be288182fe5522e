"""HTML, styles and addresses as a browser understands them.

Nothing here knows what a notice is. May know the standard library, selectolax and tinycss2. Begin
with `visible_text`.
"""
