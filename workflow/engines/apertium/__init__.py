"""Translation by the rules and dictionaries of Apertium, kept running as one pipeline."""

from workflow.engines.apertium.engine import ApertiumEngine

__all__ = ["ApertiumEngine"]
