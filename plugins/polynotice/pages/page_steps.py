"""What the Markdown of a page goes through besides the site's own: which step comes where, and why.

Loaded with the first page that is converted: a build in which nothing has changed converts none.
"""

from __future__ import annotations

from markdown import Markdown

from polynotice.pages.anchors import SetAnchors, TakeAnchors
from polynotice.pages.code_language import MarkCode
from polynotice.pages.conversion import Conversion
from polynotice.pages.extension_words import SayTitleOfBacklinks
from polynotice.pages.isolation import IsolateRuns
from polynotice.pages.markdown_steps import PROSE, PROSE_POSITION
from polynotice.pages.page_blocks import FindBlocks, PlaceBlocks, PlaceMarks
from polynotice.pages.page_ids import KeepIds
from polynotice.pages.page_links import LeadLinks
from polynotice.pages.plain_tables import WritePlainTables
from polynotice.pages.prose import SayProse
from polynotice.pages.table_names import NameTables


def register_steps(md: Markdown, conversion: Conversion) -> None:
    """Registers them for the conversion of one page, each with the reason for its place."""
    # After white space is normalised (30), before fenced code (25) takes lines away: blocks are
    # found where they stand, so that a mistake in one has its line.
    md.preprocessors.register(FindBlocks(md, conversion), "notice_blocks", 28)
    # Before the first link from a footnote back to the text is made.
    title = SayTitleOfBacklinks(md, conversion.context.say)
    md.preprocessors.register(title, "notice_backlinks", 28)
    # Behind code and lists (90, 80), to which an indented block belongs; before paragraphs.
    place = PlaceBlocks(md.parser, conversion)
    md.parser.blockprocessors.register(place, "notice_blocks", 75)
    md.parser.blockprocessors.register(PlaceMarks(md.parser, conversion), "notice_marks", 75)
    md.treeprocessors.register(SayProse(md, conversion), PROSE, PROSE_POSITION)
    # After attribute lists (8), which can set an id; before the table of contents (5) does.
    md.treeprocessors.register(SetAnchors(md, conversion), "notice_anchors", 6)
    md.treeprocessors.register(TakeAnchors(md, conversion), "notice_found_anchors", 4)
    # After whatever gives elements ids, the table of contents (5) and content tabs (4) included.
    md.treeprocessors.register(KeepIds(md, conversion), "notice_ids", 2)
    # After ids are what they stay (2).
    md.treeprocessors.register(NameTables(md), "notice_table_names", 1.5)
    # After all HTML that was kept apart is back (30), as that may look like what stands for it.
    md.postprocessors.register(WritePlainTables(md, conversion), "notice_plain_tables", 25)
    # After all HTML that was kept apart is back (30), and entities are (20).
    md.postprocessors.register(MarkCode(md, conversion), "notice_code", -10)
    if conversion.context.locale.direction == "rtl":
        # After titles and tables of contents are taken, which are texts without elements.
        md.treeprocessors.register(IsolateRuns(md), "notice_isolation", -5)
    # Before MkDocs resolves relative links (0).
    md.treeprocessors.register(LeadLinks(md, conversion), "notice_links", 1)
