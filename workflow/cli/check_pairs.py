"""`workflow check-pairs`: JSON lines of sentence pairs in, JSON lines of findings out."""

from __future__ import annotations

import json
from typing import IO

import click


@click.command(
    "check-pairs",
    short_help="JSON lines of text pairs in, findings out.",
    epilog="""\b
Example:
  echo '{"id": 1, "source": "Al menos 480 muertos", "target": "Over 480 deaths"}' \\
    | workflow check-pairs
""",
)
@click.argument("stream", type=click.File("rb"), default="-", metavar="[FILE]")
@click.option("--source-lang", default="es", show_default=True, help="Language of the sources.")
@click.option("--target-lang", default="en", show_default=True, help="Language of the targets.")
@click.option("--no-terms", is_flag=True, help="Leave the glossary out.")
def check_pairs(stream: IO[bytes], source_lang: str, target_lang: str, no_terms: bool) -> int:
    """Check pairs of texts from a pipe, one JSON object a line.

    Reads lines {"id", "source", "target"} and writes, for each, one line {"id", "findings"}.
    Exit code 1 when any finding is an error.
    """
    from workflow.checks import check_pair
    from workflow.findings import Severity
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.reporting.machine import finding_as_dict

    glossary = None if no_terms else Glossary.load(Project.find().glossary_paths())
    failed = False
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        pair = _read(raw, stream.name, number)
        found = check_pair(
            pair["source"],
            pair["target"],
            source_lang=source_lang,
            target_lang=target_lang,
            glossary=glossary,
        )
        failed = failed or any(f.severity is Severity.ERROR for f in found)
        answer = {"id": pair.get("id"), "findings": [finding_as_dict(f) for f in found]}
        click.echo(json.dumps(answer, ensure_ascii=False))
    return int(failed)


def _read(raw: bytes, name: str, number: int) -> dict[str, str]:
    from workflow.article.scalars import whole
    from workflow.errors import WorkflowError

    path = "standard input" if name in ("-", "<stdin>") else name
    try:
        pair = json.loads(raw)
    except ValueError as error:
        raise WorkflowError(f"is not JSON: {error}", path=path, line=number) from None
    except RecursionError:
        raise WorkflowError("is nested too deeply", path=path, line=number) from None
    if not isinstance(pair, dict) or not all(
        isinstance(pair.get(key), str) for key in ("source", "target")
    ):
        raise WorkflowError(
            'needs an object with the strings "source" and "target"', path=path, line=number
        )
    if whole(pair["source"]) != pair["source"] or whole(pair["target"]) != pair["target"]:
        raise WorkflowError("holds half of a character (\\ud800 … \\udfff)", path=path, line=number)
    return pair
