"""How much of an article's English is still as the machine wrote it."""

from __future__ import annotations

import re

from workflow.catalog import Catalog
from workflow.review.diff import Change, compare_words

_WORD = re.compile(r"\w+")


def unedited_share(catalog: Catalog) -> float:
    """Share (0-1) of the English words that are as the machine wrote them, approved or not."""
    kept = words = 0
    for entry in catalog.texts:
        words += len(_WORD.findall(entry.text))
        for run in compare_words(entry.machine or "", entry.text):
            kept += len(_WORD.findall(run.text)) * (run.change is Change.SAME)
    return kept / words if words else 0.0
