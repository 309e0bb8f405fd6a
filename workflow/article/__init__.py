"""Markdown articles: their segments, their blocks, and the same page with translations in it."""

from workflow.article.document import Block, Document, Segment, parse
from workflow.article.fingerprint import fingerprint, fingerprint_parts
from workflow.article.options import ArticleOptions
from workflow.article.pieces import Kind
from workflow.article.plain import Plain, plain
from workflow.article.rendered import Fallback, Rendering
from workflow.article.tags import TagError

__all__ = [
    "ArticleOptions",
    "Block",
    "Document",
    "Fallback",
    "Kind",
    "Plain",
    "Rendering",
    "Segment",
    "TagError",
    "fingerprint",
    "fingerprint_parts",
    "parse",
    "plain",
]
