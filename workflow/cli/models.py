"""`workflow models`: the neural engine's packages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from workflow.cli.console import json_option, table


@click.group(short_help="Packages of the neural engine (Argos).")
def models() -> None:
    """List, install and remove packages of the neural engine (Argos)."""


@models.command("list", epilog="\b\nExample:\n  workflow models list")
@json_option
def list_models(as_json: bool) -> int:
    """Show the packages that are installed."""
    from workflow.engines.packages import list_installed

    found = list_installed()
    rows = [(p.pair, p.version, p.size, str(p.path)) for p in found]
    if as_json:
        keys = ("pair", "version", "bytes", "path", "sha256")
        entries = ((*row, p.checksum) for row, p in zip(rows, found, strict=True))
        click.echo(json.dumps({"packages": [dict(zip(keys, e, strict=True)) for e in entries]}))
    elif rows:
        click.echo(table(("pair", "version", "bytes", "path"), rows))
    else:
        click.echo("no packages are installed; `workflow models install es en`")
    return 0


@models.command(
    epilog="\b\nExamples:\n  workflow models install es en\n"
    "  workflow models install translate-es_en-1_9.argosmodel"
)
@click.argument("package", nargs=-1, required=True, metavar="SOURCE TARGET | FILE")
def install(package: tuple[str, ...]) -> int:
    """Install a package: by its languages from the Argos index, or from a file.

    It is checked before anything is unpacked. A download that was cut goes on where it was cut;
    ARGOS_PACKAGE_INDEX names another index than the official one.
    """
    from workflow.engines.download import fetch
    from workflow.engines.packages import install as install_file

    if len(package) > 2:
        raise click.UsageError("give two language codes, or one file")
    if len(package) == 2:
        installed = fetch(*package, progress=_shown if sys.stderr.isatty() else _Tenths())
    else:
        installed = install_file(Path(package[0]))
    click.echo(
        f"installed {installed.pair} {installed.version} in {installed.path}\n"
        f"sha256 of its file: {installed.checksum}"
    )
    return 0


def _shown(there: int, whole: int | None) -> None:
    """The bytes that have come, on one line of the terminal."""
    click.echo(f"\r{_bytes(there, whole)}", nl=there == whole, err=True)


class _Tenths:
    """The bytes that have come, for a log: a line at the start and for each tenth."""

    def __init__(self) -> None:
        self._told = -1

    def __call__(self, there: int, whole: int | None) -> None:
        """Say how much has come, when it is another tenth."""
        tenth = 0 if not whole else 10 * there // whole
        if tenth > self._told:
            self._told = tenth
            click.echo(_bytes(there, whole), err=True)


def _bytes(there: int, whole: int | None) -> str:
    million = 1_000_000
    size = "" if whole is None else f" of {whole / million:.1f}"
    return f"{there / million:.1f}{size} MB"


@models.command(epilog="\b\nExample:\n  workflow models remove es en")
@click.argument("source")
@click.argument("target")
def remove(source: str, target: str) -> int:
    """Remove the package of a pair of languages."""
    from workflow.engines.packages import remove as remove_package

    for package in remove_package(source, target):
        click.echo(f"removed {package.pair} {package.version}")
    return 0
