"""`workflow approve`: a person answers for segments."""

from __future__ import annotations

import json

import click

from workflow.cli.console import article_argument, count, json_option, to_option


@click.command(
    short_help="Approve segments of an article.",
    epilog="""\b
Examples:
  workflow approve muertes-bajo-custodia --all-clean
  workflow approve muertes-bajo-custodia --segment 99ab3295 --as "Ana Paz"
""",
)
@article_argument
@to_option
@click.option(
    "--segment", "segments", multiple=True, metavar="ID", help="This segment; again for more."
)
@click.option(
    "--all-clean", is_flag=True, help="Every segment that a person edited and that has no findings."
)
@click.option("--as", "name", metavar="NAME", help="Who approves (default: git's user).")
@json_option
def approve(
    article: str,
    target: str | None,
    segments: tuple[str, ...],
    all_clean: bool,
    name: str | None,
    as_json: bool,
) -> int:
    """Approve the English of segments for the Spanish they stand beside.

    An approval binds both texts: any later change of either voids it. A machine draft that
    nobody touched is approved only by name, with --segment, or by a tick in the paired file.
    Exit code 1 when a segment that was asked for cannot be approved.
    """
    from datetime import date

    from workflow.glossary import Glossary
    from workflow.people import editor
    from workflow.project import Project
    from workflow.review.revision import Desk
    from workflow.review.signoff import sign_off

    if not segments and not all_clean:
        raise click.UsageError("say which: --segment ID, or --all-clean")
    project = Project.find()
    language = target or project.config.target
    chosen = project.find_articles([article], language)[0]
    desk = Desk(project, language, Glossary.load(project.glossary_paths()))
    by, on = name or editor(project.root), date.today().isoformat()
    done = sign_off(desk, chosen, segments, clean=all_clean, by=by, on=on)
    if as_json:
        answer = {
            "article": chosen.slug,
            "by": by,
            "approved": [place.segment_id for place in done.approved],
            "refused": {place.segment_id: reason for place, reason in done.refused},
            "left": done.left,
        }
        click.echo(json.dumps(answer, ensure_ascii=False))
        return int(bool(done.refused))
    for place, reason in done.refused:
        click.echo(f"{project.relative(chosen.source)}:{place.line}: not approved: {reason}")
    approved = count(len(done.approved), "segment")
    click.echo(f"{chosen.slug}: {approved} approved by {by}, {done.left} left")
    return int(bool(done.refused))
