"""Common words of Spanish and English, from the lists that the build made."""

from __future__ import annotations

import pytest

from workflow.checks.vocabulary import has_word
from workflow.errors import WorkflowError


@pytest.mark.parametrize("word", ["casa", "desaparecidas", "fiscalía", "ábaco", "zutano"])
def test_a_common_word_is_known(word: str) -> None:
    assert has_word(word)


@pytest.mark.parametrize("word", ["bukele", "ayotzinapa", "desapareci", "zapat", ""])
def test_a_name_or_a_part_of_a_word_is_not(word: str) -> None:
    assert not has_word(word)


def test_each_language_has_its_own_words() -> None:
    assert has_word("prison", "en")
    assert not has_word("cárcel", "en")
    assert not has_word("prison", "es")


def test_a_missing_list_is_told() -> None:
    with pytest.raises(WorkflowError, match="reinstall"):
        has_word("casa", "xx")
