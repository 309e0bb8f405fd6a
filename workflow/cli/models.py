"""`workflow models`: the neural engine's packages."""

from __future__ import annotations

import json
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

    rows = [(f"{p.source} → {p.target}", p.version, p.size, str(p.path)) for p in list_installed()]
    if as_json:
        keys = ("pair", "version", "bytes", "path")
        click.echo(json.dumps({"packages": [dict(zip(keys, row, strict=True)) for row in rows]}))
    elif rows:
        click.echo(table(("pair", "version", "bytes", "path"), rows))
    else:
        click.echo("no packages are installed; `workflow models install FILE.argosmodel`")
    return 0


@models.command(epilog="\b\nExample:\n  workflow models install translate-es_en-1_9.argosmodel")
@click.argument("file", type=click.Path(path_type=Path))
def install(file: Path) -> int:
    """Install a package from a file; it is checked before anything is unpacked."""
    from workflow.engines.packages import install as install_package

    package = install_package(file)
    click.echo(f"installed {package.pair} {package.version} in {package.path}")
    return 0


@models.command(epilog="\b\nExample:\n  workflow models remove es en")
@click.argument("source")
@click.argument("target")
def remove(source: str, target: str) -> int:
    """Remove the package of a pair of languages."""
    from workflow.engines.packages import remove as remove_package

    for package in remove_package(source, target):
        click.echo(f"removed {package.pair} {package.version}")
    return 0
