"""Offline translation engines behind one protocol."""
