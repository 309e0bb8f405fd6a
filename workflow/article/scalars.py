"""Front-matter values as fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.article.fields import Field, one_line
from workflow.article.frontmatter import FrontMatter, front_matter_scalars
from workflow.article.inline import Context
from workflow.article.pieces import Kind
from workflow.article.strings import PlainText


@dataclass(frozen=True, slots=True)
class Value(PlainText):
    """A front-matter value in YAML, TOML or JSON."""

    style: str

    def write(self, text: str, field: Field) -> str:
        """The scalar."""
        text = one_line(text)
        if self.style == "'":
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)


def front_matter_fields(text: str, front: FrontMatter, context: Context) -> Iterator[Field]:
    """Values for readers, in order."""
    for scalar in front_matter_scalars(text, front, context.options):
        yield Field(
            Kind.FRONT_MATTER,
            Value(scalar.style),
            scalar.value,
            scalar.start,
            scalar.end,
            context,
            key=scalar.path,
        )
