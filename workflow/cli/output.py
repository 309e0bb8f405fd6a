"""Findings written in the formats that were asked for, to files or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli.console import count

if TYPE_CHECKING:
    from workflow.reporting.report import Report

FORMATS = ("concise", "full", "json", "github", "sarif", "junit", "rdjson")
_ORDER = "workflow.output.order"


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file it goes into; None is standard output."""

    format: str
    path: Path | None


class OrderedCommand(click.Command):
    """A command that remembers in which order --format and --output were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = [option.name for option in order]
        return super().parse_args(ctx, args)


def pair_outputs(formats: Sequence[str], files: Sequence[Path]) -> list[Output]:
    """Each file with the last format before it that has none yet, else the next one after it.

    `--json` counts as a format where it stands.

    Raises `click.UsageError` for a file without a format, and for one that is given twice.
    """
    if len(set(files)) < len(files):
        raise click.UsageError("two formats cannot go into one --output file")
    outputs: list[Output] = []
    left_formats, left_files = iter(formats), iter(files)
    early: list[Path] = []
    for name in click.get_current_context().meta[_ORDER]:
        if name in ("formats", "as_json"):
            chosen = "json" if name == "as_json" else next(left_formats)
            outputs.append(Output(chosen, early.pop(0) if early else None))
        elif name == "outputs":
            free = [n for n, output in enumerate(outputs) if output.path is None]
            if free:
                outputs[free[-1]] = replace(outputs[free[-1]], path=next(left_files))
            else:
                early.append(next(left_files))
    if not outputs:
        outputs.append(Output("concise", early.pop(0) if early else None))
    if early:
        raise click.UsageError("there are more --output files than formats")
    return outputs


def write_report(report: Report, outputs: Sequence[Output]) -> None:
    """Write a report in each format, to its file or to standard output.

    `github` writes the step summary of GitHub Actions too. Raises `WorkflowError` for a file that
    cannot be written.
    """
    from workflow.files import write_text

    for output in outputs:
        if output.path is not None:
            write_text(output.path, _formatted(report, output.format, coloured=False) + "\n")
    for output in outputs:
        if output.path is None:
            text = _formatted(report, output.format, coloured=sys.stdout.isatty())
            if text:
                click.echo(text)
    formats = {output.format for output in outputs}
    if "github" in formats:
        _write_step_summary(report)
    if formats & {"concise", "full"}:
        click.echo(_summary(report), err=True)


def _write_step_summary(report: Report) -> None:
    from workflow.errors import WorkflowError
    from workflow.reporting.github import as_summary

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path or not report.found:
        return
    try:
        with open(path, "a", encoding="utf-8") as stream:
            stream.write(as_summary(report))
    except OSError as error:
        raise WorkflowError(
            f"cannot be written: {error.strerror}", path=path, hint="see GITHUB_STEP_SUMMARY"
        ) from error


def _formatted(report: Report, name: str, *, coloured: bool) -> str:
    from workflow.reporting.text import as_concise, as_full, unpainted

    paint = click.style if coloured and "NO_COLOR" not in os.environ else unpainted
    if name == "concise":
        return as_concise(report, paint)
    if name == "full":
        return as_full(report, paint)
    return _for_machines(report, name)


def _for_machines(report: Report, name: str) -> str:
    """A format that no person reads; only its own module is loaded."""
    if name in ("json", "rdjson"):
        from workflow.reporting.machine import as_json, as_rdjson

        return as_json(report) if name == "json" else as_rdjson(report)
    if name == "github":
        from workflow.reporting.github import as_github

        return as_github(report)
    if name == "junit":
        from workflow.reporting.junit import as_junit

        return as_junit(report)
    from workflow.reporting.sarif import as_sarif
    from workflow.rules import RULES

    return as_sarif(report, RULES)


def _summary(report: Report) -> str:
    from workflow.findings import Severity
    from workflow.located import Acceptance

    parts = [
        count(report.count(severity), noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
    ]
    for kind in Acceptance:
        number = report.count_accepted(kind)
        if number:
            parts.append(f"{number} {kind.value}")
    if report.gone:
        parts.append(f"{report.gone} of the baseline are gone: `workflow baseline` drops them")
    return f"{count(report.articles, 'article')} checked: {', '.join(parts)}"
