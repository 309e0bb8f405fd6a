"""`workflow review`: the paired file, written and read back."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.console import Troubles, articles_argument, count, json_option, to_option

if TYPE_CHECKING:
    from workflow.project import Project
    from workflow.review.edits import Edit
    from workflow.review.revision import Revision


@click.command(
    short_help="Write the paired file, or read it back.",
    epilog="""\b
Examples:
  workflow review muertes-bajo-custodia            writes articles/review/en/….md
  workflow review muertes-bajo-custodia --apply    its edits and ticks, into catalog and draft
  workflow review --apply                          every article's, in CI for example
""",
)
@articles_argument
@to_option
@click.option(
    "--apply", is_flag=True, help="Read the paired file back; say where each edit came from."
)
@json_option
def review(articles: tuple[str, ...], target: str | None, apply: bool, as_json: bool) -> int:
    """Write the paired file of an article: Spanish, findings and English of every block.

    Edits made in the catalog, the draft or the paired file are taken in first, whoever's they
    are; nothing is drafted and no engine is needed. When two places say different things about one
    segment, both texts are shown; `--apply` on a terminal asks which is to stand, otherwise
    nothing is changed and the exit code is 2.
    """
    from workflow.errors import WorkflowError
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.review.revision import Desk, revise

    project = Project.find()
    language = target or project.config.target
    glossary = Glossary.load(project.glossary_paths())
    desk = Desk(project, language, glossary)
    if apply and not as_json and sys.stdin.isatty() and sys.stdout.isatty():
        desk = Desk(project, language, glossary, partial(_ask, project))
    troubles = Troubles(project.relative)
    done: list[Revision] = []
    for article in project.find_articles(articles, language):
        with troubles.caught():
            if apply and not article.review.exists():
                hint = "`workflow review` writes it"
                raise WorkflowError("there is no paired file", path=article.review, hint=hint)
            done.append(revise(desk, article, lambda document, catalog: catalog))
    if as_json:
        answer = {"articles": [_as_dict(project, revision) for revision in done]}
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        click.echo("\n".join(line for revision in done for line in _lines(project, revision)))
    return 2 if troubles.count else 0


def _ask(project: Project, changes: Sequence[Edit]) -> Edit | None:
    """Show every text of a segment; the one that the person names, None when they name none."""
    click.echo("This segment was changed in more than one place:")
    for number, edit in enumerate(changes, 1):
        where = project.relative(edit.path) + (f":{edit.line}" if edit.line else "")
        click.echo(f"  {number}  {where}\n     {edit.text}")
    names = [str(number) for number in range(1, len(changes) + 1)]
    answer = click.prompt("Which is to stand? (0 = none, stop)", type=click.Choice(["0", *names]))
    return changes[int(answer) - 1] if answer != "0" else None


def _lines(project: Project, revision: Revision) -> Sequence[str]:
    from workflow.arrangement import on_one_line
    from workflow.review.edits import place_of

    data = _as_dict(project, revision)
    lines = []
    for edit in data["edits"]:
        where = edit["path"] + (f":{edit['line']}" if edit["line"] else "")
        said = on_one_line(edit["text"])
        lines.append(f"{where}: by {edit['by']}, in the {place_of(edit['via'])}: “{said}”")
    edits = count(len(data["edits"]), "edit")
    lines.append(
        f"{data['article']}: {edits} taken in, {data['approved']} of {data['segments']} approved"
    )
    return [*lines, *(f"wrote {path}" for path in data["written"])]


def _as_dict(project: Project, revision: Revision) -> dict[str, Any]:
    from workflow.catalog import State
    from workflow.review.approval import last_editor

    entries = revision.catalog.by_id()
    return {
        "article": revision.article.slug,
        "segments": len(entries),
        "approved": sum(entry.state is State.APPROVED for entry in entries.values()),
        "edits": [
            {
                "segment": edit.segment_id,
                "by": last_editor(entries[edit.segment_id]),
                "via": edit.via,
                "path": project.relative(edit.path),
                "line": edit.line or None,
                "text": edit.text,
            }
            for edit in revision.edits
            if edit.segment_id in entries
        ],
        "written": [project.relative(path) for path in revision.written],
    }
