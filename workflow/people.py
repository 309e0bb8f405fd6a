"""Who is at work: git's user, else the account's name."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path


def editor(folder: Path) -> str:
    """Name of the person whose edits are taken in; git's `user.name` for `folder` first."""
    try:
        answer = subprocess.run(
            ["git", "config", "user.name"],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        answer = None
    if answer is not None and answer.stdout.strip():
        return answer.stdout.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
