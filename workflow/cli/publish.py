"""`workflow publish`: the English edition, approved and clean."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.console import article_argument, json_option, to_option

if TYPE_CHECKING:
    from workflow.catalog import Note
    from workflow.project import Article, Project
    from workflow.publish import Reason
    from workflow.review.revision import Desk


@click.command(
    short_help="Write the English edition, approved and clean.",
    epilog="""\b
Examples:
  workflow publish muertes-bajo-custodia
  workflow publish muertes-bajo-custodia --check-only    what still stands in the way
  workflow publish muertes-bajo-custodia --verify        the edition is what was approved
  workflow publish muertes-bajo-custodia --html public   also as web pages, Spanish and English
""",
)
@article_argument
@to_option
@click.option("--check-only", is_flag=True, help="Say what stands in the way; write nothing.")
@click.option("--verify", is_flag=True, help="Prove that the edition is what was approved.")
@click.option(
    "--accept-unedited",
    metavar="REASON",
    help="Publish although nearly all words are the machine's; the reason is recorded.",
)
@click.option(
    "--html",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Also write the edition, and the Spanish, as web pages that stand alone.",
)
@json_option
def publish(
    article: str,
    target: str | None,
    check_only: bool,
    verify: bool,
    accept_unedited: str | None,
    folder: Path | None,
    as_json: bool,
) -> int:
    """Write the English edition of an article, with who translated and reviewed it.

    Refused, with exit code 1 and every reason and its line, while a segment is not approved or
    its Spanish has changed, while an error stands that nobody waived, and while more than 95 %
    of the words are the machine's. From 50 % on that is a warning.
    """
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.publish import NotReadyError
    from workflow.review.revision import Desk

    if check_only + verify + (folder is not None) > 1:
        raise click.UsageError("one of --check-only, --verify and --html")
    project = Project.find()
    language = target or project.config.target
    chosen = project.find_articles([article], language)[0]
    desk = Desk(project, language, Glossary.load(project.glossary_paths()))
    write_web = None if folder is None else _web_writer()
    try:
        if verify:
            answer = _verified(desk, chosen)
        else:
            note = _acceptance(project, accept_unedited)
            answer = _published(desk, chosen, note, check_only=check_only)
        if write_web is not None and folder is not None:
            pages = write_web(project, chosen, language, folder)
            answer["pages"] = [project.relative(page) for page in pages]
    except NotReadyError as error:
        answer = {"ready": False, "reasons": _reasons(error.reasons)}
    answer = {"article": chosen.slug, **answer}
    click.echo(
        json.dumps(answer, ensure_ascii=False) if as_json else _text(project, chosen, answer)
    )
    return int(not answer["ready"])


def _verified(desk: Desk, article: Article) -> dict[str, Any]:
    from workflow.publish import verify_edition

    digest = verify_edition(desk, article)
    said = f"{desk.project.relative(article.edition)} is what was approved: sha256 {digest}"
    return {"ready": True, "reasons": [], "sha256": digest, "said": said}


def _published(
    desk: Desk, article: Article, note: Note | None, *, check_only: bool
) -> dict[str, Any]:
    from workflow.publish import check_ready, publish_article

    done = (check_ready if check_only else publish_article)(desk, article, note)
    edition = desk.project.relative(done.edition)
    said = f"{edition} can be published" if check_only else f"wrote {edition}"
    if not check_only and not done.changed:
        said = f"{edition} is up to date"
    return {
        "ready": True,
        "reasons": _reasons(done.warnings),
        "edition": edition,
        "unedited": round(done.unedited, 4),
        "said": said,
    }


def _web_writer() -> Callable[[Project, Article, str, Path], list[Path]]:
    """What writes web pages; an error before anything is written when it is not installed."""
    from workflow.errors import WorkflowError

    try:
        from workflow.edition.web import write_web_pages
    except ModuleNotFoundError as error:
        said = f"web pages need the package {error.name!r}, which is not installed"
        raise WorkflowError(said, hint="pip install 'workflow[serve]'") from None
    return write_web_pages


def _acceptance(project: Project, reason: str | None) -> Note | None:
    from datetime import date

    from workflow.catalog import Note
    from workflow.people import editor
    from workflow.publish import ACCEPTED

    if reason is None:
        return None
    if not reason.strip():
        raise click.UsageError("--accept-unedited needs a reason")
    by, on = editor(project.root), date.today().isoformat()
    return Note("comment", {"by": by, "on": on, "for": ACCEPTED, "text": reason.strip()})


def _reasons(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    return [{"line": r.line, "message": r.message, "refuses": r.refuses} for r in reasons]


def _text(project: Project, article: Article, answer: dict[str, Any]) -> str:
    path = project.relative(article.source)
    lines = [
        f"{path}:{r['line']}: {'refused' if r['refuses'] else 'warning'}: {r['message']}"
        for r in answer["reasons"]
    ]
    last = (
        answer["said"] if answer["ready"] else f"{article.slug} is not ready: nothing was written"
    )
    return "\n".join([*lines, last, *(f"wrote {page}" for page in answer.get("pages", ()))])
