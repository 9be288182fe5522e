"""What a user asks for: load a notice, check it, update its catalogues, see how far it is.

The site generator that has read the pages is behind `Site`. May know all before it. Begin with
`project`.
"""
