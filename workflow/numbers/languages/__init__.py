"""One table of number facts per language; add a module and a line here to add a language."""

from __future__ import annotations

from workflow.numbers.languages.draft import DRAFT_ENGLISH
from workflow.numbers.languages.en import ENGLISH
from workflow.numbers.languages.es import SPANISH
from workflow.numbers.languages.pt import PORTUGUESE
from workflow.numbers.table import Language

LANGUAGES: dict[str, Language] = {
    table.code: table for table in (SPANISH, ENGLISH, PORTUGUESE, DRAFT_ENGLISH)
}
