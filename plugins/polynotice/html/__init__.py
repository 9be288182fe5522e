"""HTML, styles and addresses as a browser understands them.

Nothing here knows what a notice is. May know the standard library, and selectolax. Begin with
`visible_text`.
"""
