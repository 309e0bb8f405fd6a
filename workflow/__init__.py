"""Spanish human-rights articles into English editions whose terms and numbers hold."""

__version__ = "0.1.0"
