"""Which Apertium mode translates a pair, and which Debian package brings it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workflow.errors import EngineError

DATA = Path("/usr/share/apertium")
"""Where packages put their data; another place may be given."""

_ISO_639_3: Final = {
    "an": "arg",
    "ast": "ast",
    "ca": "cat",
    "de": "deu",
    "en": "eng",
    "eo": "epo",
    "es": "spa",
    "eu": "eus",
    "fr": "fra",
    "gl": "glg",
    "it": "ita",
    "oc": "oci",
    "pt": "por",
    "ro": "ron",
}
"""Two-letter codes, which older packages use in their names, to the newer three-letter ones."""

_VARIETIES: Final = {
    "en-US": "eng_US",
    "en-GB": "eng",
    "pt-BR": "pt_BR",
    "ca-valencia": "cat_valencia",
}
"""How modes name the variety of a target."""

_PACKAGES: Final = {
    ("es", "en"): "apertium-eng-spa",
    ("en", "es"): "apertium-eng-spa",
    ("es", "pt"): "apertium-es-pt",
    ("pt", "es"): "apertium-es-pt",
    ("es", "fr"): "apertium-fr-es",
    ("fr", "es"): "apertium-fr-es",
    ("es", "ca"): "apertium-spa-cat",
    ("ca", "es"): "apertium-spa-cat",
    ("es", "gl"): "apertium-es-gl",
    ("gl", "es"): "apertium-es-gl",
    ("es", "it"): "apertium-spa-ita",
    ("it", "es"): "apertium-spa-ita",
    ("es", "oc"): "apertium-oc-es",
    ("oc", "es"): "apertium-oc-es",
    ("es", "an"): "apertium-spa-arg",
    ("an", "es"): "apertium-spa-arg",
    ("es", "ast"): "apertium-spa-ast",
    ("es", "eo"): "apertium-eo-es",
}
"""Packages of Debian 12 and 13 that hold a mode for the pair (their names follow no one rule)."""


def find_mode(source: str, target: str, variety: str = "", data: Path | None = None) -> Path:
    """The mode file for a pair, that of the `variety` of the target when there is one.

    Raises `EngineError` naming the package to install.
    """
    for name in _names(source, target, variety):
        path = (data or DATA) / "modes" / f"{name}.mode"
        if path.is_file():
            return path
    package = _PACKAGES.get((source, target))
    if package is None:
        raise EngineError(
            f"Apertium has no package that translates from {source} to {target}",
            hint="Apertium translates from es to " + ", ".join(sorted(_targets("es"))),
        )
    raise EngineError(
        f"Apertium cannot translate from {source} to {target} here",
        hint=f"sudo apt install apertium {package}",
    )


def installed(source: str, target: str, data: Path | None = None) -> bool:
    """Whether a mode for the pair is on this machine."""
    return any(
        ((data or DATA) / "modes" / f"{name}.mode").is_file() for name in _names(source, target, "")
    )


def _names(source: str, target: str, variety: str) -> list[str]:
    sources = [_ISO_639_3.get(source, source), source]
    targets = [_ISO_639_3.get(target, target), target]
    if variety.partition("-")[0] == target and variety in _VARIETIES:
        targets.insert(0, _VARIETIES[variety])
    return list(dict.fromkeys(f"{a}-{b}" for b in targets for a in sources))


def _targets(source: str) -> set[str]:
    return {target for from_, target in _PACKAGES if from_ == source}
