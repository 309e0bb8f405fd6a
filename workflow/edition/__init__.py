"""The English edition of an article: its page, its links, and where it comes from."""

from workflow.edition.page import edition_page, same_but_for_links
from workflow.edition.share import unedited_share

__all__ = ["edition_page", "same_but_for_links", "unedited_share"]
