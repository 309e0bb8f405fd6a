"""The command line: one thin file per command, options in, text out."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from workflow import __version__
from workflow.cli.approve import approve
from workflow.cli.baseline import baseline
from workflow.cli.check import check
from workflow.cli.check_pairs import check_pairs
from workflow.cli.console import show_error
from workflow.cli.diff import diff
from workflow.cli.explain import explain
from workflow.cli.glossary import glossary
from workflow.cli.help import show_help
from workflow.cli.init import init
from workflow.cli.log import log
from workflow.cli.models import models
from workflow.cli.publish import publish
from workflow.cli.review import review
from workflow.cli.serve import serve
from workflow.cli.status import status
from workflow.cli.translate import translate
from workflow.errors import WorkflowError

INTERRUPTED, CLOSED_PIPE, COULD_NOT_RUN = 130, 141, 2


class ClosedPipe(Exception):
    """Nobody reads what is printed any more."""


class _Group(click.Group):
    """A group that tells a closed pipe from a failure; click makes both an exit code 1."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError as error:
            raise ClosedPipe from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
            return answer
        except BrokenPipeError as error:
            raise ClosedPipe from error


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  workflow init newsroom           a new project with a glossary and a sample article
  workflow translate               drafts of every article
  workflow check                   findings with file:line:column; exit code 1 on errors
""",
)
@click.version_option(__version__, prog_name="workflow")
def cli() -> None:
    """Spanish human-rights articles into English editions whose terms and numbers hold.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run, 130 Ctrl-C,
    141 closed pipe.
    """


_COMMANDS = (
    *(init, translate, check, check_pairs, baseline, explain),
    *(review, serve, diff, approve, publish, log, status, glossary, models, show_help),
)
for _command in _COMMANDS:
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command line and end the process with the exit code that says how it went."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. No traceback is shown unless WORKFLOW_DEBUG is set."""
    # Most commands live for half a second: collecting less often saves a tenth of it.
    gc.set_threshold(50_000, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(args=list(arguments), prog_name="workflow", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted: what was finished is kept", err=True)
        return INTERRUPTED
    except ClosedPipe:
        # Python's own flush at exit must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except WorkflowError as error:
        show_error(error)
        return error.exit_code
    except Exception as error:
        if os.environ.get("WORKFLOW_DEBUG"):
            traceback.print_exc()
        text = f"{type(error).__name__}: {error}".strip()
        click.echo(f"error: this should not have happened: {text}", err=True)
        click.echo("set WORKFLOW_DEBUG=1 to see where, and report it", err=True)
        return COULD_NOT_RUN
