"""Findings written in the formats that were asked for, to files or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli.console import count

if TYPE_CHECKING:
    from workflow.reporting.report import Report

FORMATS = ("concise", "full", "json", "github", "sarif", "junit", "rdjson")


def write_report(report: Report, formats: Sequence[str], outputs: Sequence[Path]) -> None:
    """Write a report in each format: the last ones into the files, the others to the terminal.

    `github` writes the step summary of GitHub Actions too. Raises `WorkflowError` for a file that
    cannot be written.
    """
    from workflow.files import write_text

    free = len(formats) - len(outputs)
    for index, name in enumerate(formats):
        if index >= free:
            write_text(outputs[index - free], _formatted(report, name, coloured=False) + "\n")
            continue
        text = _formatted(report, name, coloured=sys.stdout.isatty())
        if text:
            click.echo(text)
    if "github" in formats:
        _write_step_summary(report)
    if set(formats) & {"concise", "full"}:
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
