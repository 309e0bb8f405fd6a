"""Why each rule is there, with its source, an example that fails and one that passes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_TICKED = (
    "tick the finding in the paired file and write the reason behind it; or, in the Spanish or the "
    "English, `<!-- workflow:ignore {rule} the reason -->`"
)


@dataclass(frozen=True, slots=True)
class Example:
    """A Spanish page and its English."""

    source: str
    target: str | None
    """None where there is no English at all."""
    before: str | None = None
    """The Spanish for which the English was written, where it has changed."""
    state: str | None = None
    """Of the segment in the catalog, where that matters."""
    edition: bool = False
    """Whether the English is published."""
    waived: str | None = None
    """Rule of a finding that was waived for other texts."""
    lost: str | None = None
    """What an editor added behind a block that is gone."""
    language: str = "en"
    """Of the target."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """What an engine was told to write for words of the Spanish."""
    setting: str | None = None
    """What is special about that engine."""

    @property
    def has_catalog(self) -> bool:
        """Whether it is about an article of a project, not about two pages alone."""
        told = (self.before, self.state, self.lost)
        return self.target is None or any(one is not None for one in told)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a person should know of a rule."""

    why: str
    authority: str
    """Where the rule comes from."""
    waive: str
    """How one finding is accepted."""
    fails: Example
    passes: Example
    engine: str | None
    """The engine whose draft of the Spanish the example is about."""


def explanation(rule: str) -> Explanation | None:
    """What is written about a rule, by its id."""
    return explanations().get(rule)


@cache
def explanations() -> Mapping[str, Explanation]:
    """What is written about every rule, by its id."""
    found = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for rule, data in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found[rule] = Explanation(
                why=data["why"],
                authority=data["authority"],
                waive=data.get("waive", _TICKED.format(rule=rule)),
                fails=_example(data["fails"]),
                passes=_example(data["passes"]),
                engine=data.get("engine"),
            )
    return found


def _example(data: Any) -> Example:
    """A pair `[source, target]`, or a table with more."""
    if isinstance(data, list):
        return Example(*data)
    return Example(**{"target": None, **data})
