"""Build step: the lists of words that the checks of language ask, made from simplemma."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGES = ("es", "en")
FOLDER = Path("workflow") / "data" / "vocabulary"


def word_list(language: str) -> bytes:
    """Every word of the language between line ends, sorted, in small letters."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    known = DefaultDictionaryFactory().get_dictionary(language)
    words = sorted({word.lower() for word in known if word.isalpha()})
    return "\n".join(["", *words, ""]).encode()


class VocabularyHook(BuildHookInterface[Any]):
    """Puts the word lists into the wheel, and beside the code of an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the lists that are not there yet."""
        for language in LANGUAGES:
            path = Path(self.root) / FOLDER / f"{language}.words"
            if not path.is_file():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(word_list(language))
            build_data["artifacts"].append(f"/{(FOLDER / path.name).as_posix()}")
