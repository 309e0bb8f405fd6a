"""Numbers in running text: typed quantities, compared between languages, written in English."""

from __future__ import annotations

from workflow.numbers.compare import compare
from workflow.numbers.document import Contradiction, Mention, contradictions, renderings
from workflow.numbers.extract import extract
from workflow.numbers.localize import Style, localize
from workflow.numbers.localize_text import localize_text
from workflow.numbers.model import Bound, Drift, DriftKind, Kind, Quantity, Repair, Verdict
from workflow.numbers.patch import patch
from workflow.numbers.regions import regional_tag
from workflow.numbers.repair import repair
from workflow.numbers.tabular import misquoted_cells

__all__ = [
    "Bound", "Contradiction", "Drift", "DriftKind", "Kind", "Mention", "Quantity", "Repair",
    "Style", "Verdict", "compare", "contradictions", "extract", "localize", "localize_text",
    "misquoted_cells", "patch", "regional_tag", "renderings", "repair",
]  # fmt: skip
