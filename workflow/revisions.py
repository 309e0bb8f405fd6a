"""The project's glossaries as they stood at a git revision."""

from __future__ import annotations

import tempfile
from pathlib import Path

from workflow.glossary import Glossary
from workflow.project import Project
from workflow.review.history import text_at


def glossary_at(project: Project, revision: str) -> Glossary:
    """The project's glossaries at a revision, in their order.

    Raises `WorkflowError` when there is no repository, no such revision, or no glossary in it.
    """
    with tempfile.TemporaryDirectory() as name:
        copies = []
        for number, path in enumerate(project.glossary_paths()):
            copy = Path(name) / f"{number}.po"
            copy.write_text(text_at(path, revision), encoding="utf-8")
            copies.append(copy)
        return Glossary.load(copies)
