"""`workflow explain`: what a rule means."""

from __future__ import annotations

import click

from workflow.cli.console import table


@click.command(
    short_help="What a rule means.",
    epilog="""\b
Examples:
  workflow explain N105
  workflow explain            every rule in one table
""",
)
@click.argument("rule", required=False)
def explain(rule: str | None) -> int:
    """Say what a rule of the check means, why, with examples; without RULE, list all of them.

    Families: N numbers, T terms, C completeness and engines, L language, S style, W state.
    """
    from workflow.errors import WorkflowError
    from workflow.reporting.rulebook import explained
    from workflow.rules import RULES

    if rule is None:
        rows = [(r.id, r.name, r.severity.value, r.summary) for r in RULES.values()]
        click.echo(table(("rule", "name", "severity", "what it means"), rows))
        return 0
    found = RULES.get(rule.upper()) or next((r for r in RULES.values() if r.name == rule), None)
    if found is None:
        raise WorkflowError(f"there is no rule {rule!r}", hint="`workflow explain` lists them")
    click.echo(explained(found), nl=False)
    return 0
