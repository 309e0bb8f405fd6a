"""What a person should know of the rules, in Markdown: one for `explain`, all for the manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workflow.explanations import Example, Explanation, explanation
from workflow.findings import Rule

_HEAD = """\
# Rules

Made from the rules themselves by `python -m workflow.reporting.rulebook > docs/rules.md`; the
examples run as tests. What argos drafts in them, a small package drafts that the tests bring.

A finding can be accepted with a reason, and only with one. In the paired file: tick it and write
the reason behind it. In the Spanish or the English: `<!-- workflow:ignore N105 the reason -->`,
inside a paragraph, item or cell, or alone before a block; several rules may stand there. In
numbers, all findings of today: `workflow baseline`. A waiver is void when either text changes, a
comment that ignores nothing is a finding, and the baseline knows a finding by its Spanish.
"""
_FAMILIES = {
    "N": "Numbers",
    "T": "Terms",
    "C": "Completeness, and what engines say of their drafts",
    "L": "Language",
    "S": "Style",
    "W": "State of the work",
}


def rulebook(rules: Mapping[str, Rule]) -> str:
    """The whole manual, family by family."""
    parts = [_HEAD]
    for letter, title in _FAMILIES.items():
        parts.append(f"## {title}\n")
        chosen = sorted(rule for rule in rules if rule.startswith(letter))
        parts += [f"### {explained(rules[rule])}" for rule in chosen]
    return "\n".join(parts)


def explained(rule: Rule) -> str:
    """One rule: what, why with its source, what fails, what passes, how to waive."""
    told = explanation(rule.id)
    if told is None:
        return f"{rule.id} {rule.name} ({rule.severity})\n\n{rule.summary}\n"
    parts = (
        f"{rule.id} {rule.name} ({rule.severity})",
        rule.summary,
        f"Why: {told.why} Source: {told.authority}",
        *_examples(told),
        f"To accept one: {told.waive}",
    )
    return "\n\n".join(parts) + "\n"


def _examples(told: Explanation) -> Iterator[str]:
    for name, example in (("Fails", told.fails), ("Passes", told.passes)):
        yield f"{name}:\n\n```text\n" + "\n".join(_lines(example, told.engine)) + "\n```"


def _lines(example: Example, engine: str | None) -> Iterator[str]:
    """The pages of an example, each paragraph on a line of its own."""
    if example.before is not None and example.before != example.source:
        yield f"es, when the English was written: {example.before}"
    for line in example.source.split("\n\n"):
        yield f"es: {line}"
    for words, english in example.fixed.items():
        yield f"fixed: {words} = {english}"
    if engine is not None:
        setting = f" {example.setting}" if example.setting else ""
        yield f"the draft is that of {engine}{setting}; a person made it: {example.target}"
        return
    state = f", {example.state}" if example.state else ""
    state += f", {example.waived} waived" if example.waived else ""
    where = f"{example.language}, the edition" if example.edition else example.language
    if example.target is None:
        yield f"{where}: there is none"
        return
    for line in example.target.split("\n\n"):
        yield f"{where}{state}: {line}"
    if example.lost is not None:
        yield f"{where}, added behind a block that is gone: {example.lost}"


if __name__ == "__main__":
    import sys

    from workflow.rules import RULES

    sys.stdout.write(rulebook(RULES))
