"""The English edition of an article: its page, its links, and where it comes from."""
