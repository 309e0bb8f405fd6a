"""A new project: folders, configuration, glossary and a sample article."""

from __future__ import annotations

from pathlib import Path

from workflow.config import CONFIG_NAME
from workflow.errors import WorkflowError
from workflow.files import read_text, write_text
from workflow.resources import GLOSSARY, SAMPLE, bundled

CONFIG = f"""\
# Every key may be left out; docs/configuration.md tells of these and of the others.
source = "es"
target = "en"
variety = "en-US"                # or "en-GB": spelling, dates, quotation marks, Apertium's mode
typography = true                # English quotation marks, dashes and spaces in drafts
engine = "auto"                  # or "argos", "apertium"
articles = "articles"
glossaries = ["{GLOSSARY}"]      # the first one wins where two disagree

[article]
# What is for readers, and so is translated, beside the running text: front-matter keys (at any
# depth, or one place such as "image.alt") and parameters of shortcodes.
front_matter = ["title", "description", "summary", "subtitle", "excerpt", "image.alt", "image_alt"]
shortcode_parameters = ["alt", "caption", "title"]
"""


def create_project(folder: Path) -> tuple[list[Path], list[Path]]:
    """Make a project in `folder`; the files made, and those that stood there and were kept.

    Raises `WorkflowError` when the folder cannot be made.
    """
    files = {
        folder / CONFIG_NAME: CONFIG,
        folder / GLOSSARY: read_text(bundled(GLOSSARY)),
        folder / SAMPLE: read_text(bundled(SAMPLE)),
    }
    made, kept = [], []
    for path, text in files.items():
        if path.exists():
            kept.append(path)
        else:
            write_text(path, text)
            made.append(path)
    for name in ("catalogs/en", "drafts/en", "review/en", "en"):
        try:
            (folder / "articles" / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkflowError(f"cannot be made: {error.strerror}", path=folder) from error
    return made, kept
