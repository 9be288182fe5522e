"""A site's Markdown, for checks that compare what texts become on a page."""

from __future__ import annotations

from polynotice.pages.page_context import Definitions
from polynotice.pages.site_markdown import SiteMarkdown

MARKDOWN = SiteMarkdown(["abbr", "attr_list", "footnotes"], {})

DEFINITIONS = Definitions(
    references={
        "gdpr": ("https://law.example/gdpr", ""),
        "rights": ("index.md", ""),
        "the regulation": ("https://law.example/gdpr", ""),
        "p": ("policy.md", ""),
        "logo": ("logo.png", ""),
    },
    abbreviations={"DPO": "Data Protection Officer"},
    footnotes=frozenset({"interests", "law"}),
)

become = MARKDOWN.beside([DEFINITIONS]).inline
"""What a text becomes on a page with those definitions."""
