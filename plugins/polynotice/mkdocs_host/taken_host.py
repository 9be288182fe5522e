"""The host that this process works with, taken before anything asks for its modules."""

from __future__ import annotations

from polynotice.mkdocs_host.host_choice import take_host

NAME = take_host()
"""`mkdocs` or `properdocs`: its package, its distribution, its logger and its command."""

TITLE = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}[NAME]
"""As it writes itself."""
