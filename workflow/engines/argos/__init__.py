"""Neural translation with Argos packages, through CTranslate2 itself."""

from workflow.engines.argos.engine import ArgosEngine

__all__ = ["ArgosEngine"]
