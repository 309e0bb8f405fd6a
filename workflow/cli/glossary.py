"""`workflow glossary`: the newsroom's terms, looked up, changed, checked and exchanged."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.console import count, json_option, table

if TYPE_CHECKING:
    from workflow.glossary import Match, Term

FORMATS = ("csv", "tsv", "tbx")
PARTS = (
    "noun", "proper noun", "name", "acronym", "adjective", "verb", "adverb", "phrase", "label",
)  # fmt: skip
file_option = click.option(
    "--file",
    "chosen",
    type=click.Path(path_type=Path),
    help="Which glossary (default: the project's first).",
)


@click.group(short_help="The newsroom's terms.")
def glossary() -> None:
    """Look up, add, check and exchange the terms of the project's glossaries."""


@glossary.command(
    "list", epilog="\b\nExample:\n  workflow glossary list --json | jq '.terms | length'"
)
@json_option
def list_terms(as_json: bool) -> int:
    """Show every term with its approved English."""
    from workflow.glossary import Glossary
    from workflow.project import Project

    terms = Glossary.load(Project.find().glossary_paths()).terms
    if as_json:
        click.echo(_json({"terms": [_as_dict(term) for term in terms]}))
    else:
        rows = [(t.source, t.target, t.part_of_speech.value, t.enforce.value) for t in terms]
        click.echo(table(("source", "target", "part of speech", "enforce"), rows))
    return 0


@glossary.command(epilog="\b\nExample:\n  workflow glossary find 'los regímenes de excepción'")
@click.argument("text")
@json_option
def find(text: str, as_json: bool) -> int:
    """Show the terms found in a Spanish TEXT, inflected or not, with authority and note."""
    from workflow.glossary import Glossary
    from workflow.project import Project

    found = Glossary.load(Project.find().glossary_paths()).find(text)
    if as_json:
        click.echo(_json({"matches": [_match(match, text) for match in found]}))
        return 0
    for match in found:
        term = match.term
        click.echo(f"{text[match.start : match.end]} → {match.target}")
        for name, value in (("authority", term.authority), ("note", term.note)):
            if value:
                click.echo(f"    {name}: {value}")
        if match.forbidden:
            click.echo(f"    forbidden: {', '.join(term.forbidden)}")
    if not found:
        click.echo("no term of the glossary stands in this text")
    return 0


@glossary.command(
    epilog="""\b
Examples:
  workflow glossary add 'retén' 'checkpoint' --forbidden 'retainer'
  workflow glossary add 'audiencia' 'hearing' --except 'audiencia papal' --context 'juez*'
"""
)
@click.argument("source")
@click.argument("target")
@click.option(
    "--part-of-speech",
    type=click.Choice(PARTS),
    default="noun",
    show_default=True,
    help="What kind of words it is.",
)
@click.option("--variant", multiple=True, help="Another Spanish wording; may be repeated.")
@click.option("--forbidden", multiple=True, help="English that is wrong; may be repeated.")
@click.option("--also", multiple=True, help="English that is right too; may be repeated.")
@click.option("--plural", default="", help="The English plural, where the rule gets it wrong.")
@click.option(
    "--except",
    "exceptions",
    multiple=True,
    help="Spanish wording in which it is not this term; may be repeated.",
)
@click.option(
    "--context",
    multiple=True,
    help="A word of articles that mean this term (juez* is a beginning); may be repeated.",
)
@click.option(
    "--enforce",
    type=click.Choice(["yes", "check", "keep"]),
    default="yes",
    show_default=True,
    help="Put into drafts and checked; checked only; a name that stays as it is.",
)
@click.option("--authority", default="", help="Who says so.")
@click.option("--note", default="", help="For people.")
@file_option
def add(
    source: str,
    target: str,
    part_of_speech: str,
    variant: tuple[str, ...],
    forbidden: tuple[str, ...],
    also: tuple[str, ...],
    plural: str,
    exceptions: tuple[str, ...],
    context: tuple[str, ...],
    enforce: str,
    authority: str,
    note: str,
    chosen: Path | None,
) -> int:
    """Add a term: SOURCE in Spanish, TARGET the approved English."""
    from workflow.files import read_text, write_text
    from workflow.glossary.edit import with_term
    from workflow.glossary.model import Enforce, PartOfSpeech, Term

    path = _own_file(chosen)
    term = Term(
        source,
        target,
        PartOfSpeech(part_of_speech),
        variants=variant,
        forbidden=forbidden,
        also=also,
        plural=plural,
        exceptions=exceptions,
        context=context,
        enforce=Enforce(enforce),
        authority=authority,
        note=note,
    )
    write_text(path, with_term(read_text(path), term, path))
    click.echo(f"added to {path}: {source} → {target}")
    return 0


@glossary.command(epilog="\b\nExample:\n  workflow glossary check")
@json_option
def check(as_json: bool) -> int:
    """Find duplicates, contradictions, wordings that are never found; exit code 1 on errors.

    Of several glossaries each is checked, and then what they say to each other: the first one wins.
    """
    from workflow.files import read_text
    from workflow.findings import Severity
    from workflow.glossary import lint, po
    from workflow.project import Project

    project = Project.find()
    texts = {project.relative(path): read_text(path) for path in project.glossary_paths()}
    glossaries = {name: po.read(text, name) for name, text in texts.items()}
    rows: list[dict[str, Any]] = []
    for name, problems in lint.check_together(glossaries).items():
        lines = po.lines_of(texts[name])
        for problem in problems:
            line = lines.get((problem.term.source, problem.term.part_of_speech))
            rows.append(
                {
                    "path": name,
                    "line": line,
                    "severity": problem.severity.value,
                    "kind": problem.kind.value,
                    "message": problem.message,
                }
            )
    if as_json:
        click.echo(_json({"problems": rows}))
    else:
        for row in rows:
            where = f"{row['path']}:{row['line']}"
            click.echo(f"{where}: {row['severity']} {row['kind']} {row['message']}")
        click.echo(f"{count(len(rows), 'problem')} found", err=True)
    return int(any(row["severity"] == Severity.ERROR.value for row in rows))


@glossary.command(
    "format", epilog="\b\nExample:\n  workflow glossary format --check    exit code 1 when needed"
)
@click.option("--check", "only_check", is_flag=True, help="Change nothing, say what would.")
@file_option
def format_file(only_check: bool, chosen: Path | None) -> int:
    """Sort the entries and lay them out, so that one change is one line of diff."""
    from workflow.files import read_text, write_text
    from workflow.glossary.po import formatted

    path = _own_file(chosen)
    before = read_text(path)
    after = formatted(before, path)
    if before == after:
        click.echo(f"{path} is formatted")
        return 0
    if only_check:
        click.echo(f"{path} would be formatted")
        return 1
    write_text(path, after)
    click.echo(f"formatted {path}")
    return 0


@glossary.command("import", epilog="\b\nExample:\n  workflow glossary import terms.tbx")
@click.argument("source", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the file's extension."
)
@file_option
def import_terms(source: Path, form: str | None, chosen: Path | None) -> int:
    """Take in terms of another tool (CSV, TSV, TBX); what the glossary has already stays."""
    from workflow.files import read_text, write_text
    from workflow.glossary.edit import merge
    from workflow.glossary.exchange import import_from

    path = _own_file(chosen)
    imported = import_from(read_text(source), _format(form, source), source)
    merged = merge(read_text(path), imported.terms, path)
    write_text(path, merged.text)
    for reason in imported.left_out:
        click.echo(f"left out: {reason}", err=True)
    for term in merged.conflicting:
        click.echo(f"not taken: {term.source} → {term.target}: it has other English", err=True)
    click.echo(f"{count(len(merged.added), 'term')} added to {path}")
    return 0


@glossary.command(
    epilog="""\b
Examples:
  workflow glossary export terms.csv         for DeepL: source, target
  workflow glossary export --format tbx      TBX-Basic on standard output
"""
)
@click.argument("target", type=click.Path(path_type=Path), required=False, metavar="[FILE]")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the file's extension."
)
def export(target: Path | None, form: str | None) -> int:
    """Write the terms for another tool: CSV (DeepL), TSV (OmegaT) or TBX-Basic."""
    from workflow.files import write_text
    from workflow.glossary import Glossary
    from workflow.glossary.exchange import export as export_terms
    from workflow.project import Project

    terms = Glossary.load(Project.find().glossary_paths()).terms
    text = export_terms(terms, _format(form, target))
    if target is None:
        click.echo(text, nl=False)
    else:
        write_text(target, text)
        click.echo(f"{count(len(terms), 'term')} written to {target}")
    return 0


@glossary.command(
    epilog="""\b
Examples:
  workflow glossary impact                     since the last commit
  workflow glossary impact --since main~5
"""
)
@click.option("--since", default="HEAD", show_default=True, help="The glossary of a git revision.")
@json_option
def impact(since: str, as_json: bool) -> int:
    """Show which segments of which articles a change of the glossary touches."""
    from workflow.comparison import read_article
    from workflow.glossary import Glossary
    from workflow.glossary.impact import impact as touched_by
    from workflow.project import Project
    from workflow.revisions import glossary_at

    project = Project.find()
    old = glossary_at(project, since)
    new = Glossary.load(project.glossary_paths())
    rows: list[dict[str, Any]] = []
    for article in project.find_articles():
        document = read_article(project, article)
        segments = {segment.line: segment for segment in document.segments}
        texts = {line: segment.message for line, segment in segments.items()}
        source = document.source
        for touched in touched_by(old.for_article(source), new.for_article(source), texts):
            before = [f"{m.term.source} → {m.target}" for m in touched.before]
            after = [f"{m.term.source} → {m.target}" for m in touched.after]
            rows.append(
                {
                    "path": project.relative(article.source),
                    "line": touched.key,
                    "segment": segments[touched.key].id,
                    "before": before,
                    "after": after,
                }
            )
    if as_json:
        click.echo(_json({"segments": rows}))
        return 0
    for row in rows:
        change = f"{'; '.join(row['before']) or '-'} ⇒ {'; '.join(row['after']) or '-'}"
        click.echo(f"{row['path']}:{row['line']}: {change}")
    click.echo(f"{count(len(rows), 'segment')} touched", err=True)
    return 0


def _own_file(chosen: Path | None) -> Path:
    """The glossary to change; the bundled one is nobody's to change."""
    from workflow.errors import WorkflowError
    from workflow.project import Project
    from workflow.resources import GLOSSARY, bundled

    project = Project.find()
    path = chosen or project.glossary_paths()[0]
    inside = path.resolve().is_relative_to(project.root)
    if chosen is None and not inside and path == bundled(GLOSSARY):
        raise WorkflowError(
            "this project has no glossary of its own", hint="`workflow init` makes one"
        )
    return Path(project.relative(path))


def _format(form: str | None, path: Path | None) -> Any:
    from workflow.errors import WorkflowError
    from workflow.glossary.exchange import Format

    name = form or (path.suffix.removeprefix(".").lower() if path else "")
    if name not in FORMATS:
        raise WorkflowError("the format is not known", hint=f"--format {'|'.join(FORMATS)}")
    return Format(name)


def _as_dict(term: Term) -> dict[str, Any]:
    return {key: value for key, value in dataclasses.asdict(term).items() if value}


def _match(match: Match, text: str) -> dict[str, Any]:
    return {
        "text": text[match.start : match.end],
        "start": match.start,
        "end": match.end,
        "source": match.term.source,
        "target": match.target,
        "enforce": match.enforce.value,
        "forbidden": list(match.forbidden),
        "authority": match.term.authority,
        "note": match.term.note,
    }


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
