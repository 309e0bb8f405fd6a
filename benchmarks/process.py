"""Whole processes: start-up, a check with and without the compiled glossary, peak memory.

    python benchmarks/process.py [RUNS]

Every command runs RUNS times (default 7), in turn with an empty Python process, which is the
unit of the ratios. Times are medians of the wall clock.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW = [sys.executable, "-m", "workflow"]


def timed(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[float, int]:
    """Seconds of the wall clock, and the peak memory in KiB."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - started, usage.ru_maxrss


def main() -> None:
    """Time every command in turn and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = folder / "cache"
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
        # As where it is installed: modules are compiled once, not in every process.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        subprocess.run([*WORKFLOW, "init"], cwd=folder, env=environment, check=True)
        translate = [*WORKFLOW, "translate", "--engine", "apertium"]
        subprocess.run(translate, cwd=folder, env=environment, check=True)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "workflow --help": [*WORKFLOW, "--help"],
            "workflow check, glossary compiled": [*WORKFLOW, "check"],
            "workflow check, no cache": [*WORKFLOW, "check"],
            "workflow translate, nothing to do": [*WORKFLOW, "translate"],
        }
        results: dict[str, list[tuple[float, int]]] = {title: [] for title in commands}
        for _ in range(runs):
            for title, command in commands.items():
                if "no cache" in title:
                    shutil.rmtree(cache, ignore_errors=True)
                results[title].append(timed(command, folder, environment))
    unit = statistics.median(seconds for seconds, _ in results["python -c pass"])
    print(f"{'command':<36} {'seconds':>8} {'ratio':>6} {'peak MiB':>9}")
    for title, figures in results.items():
        seconds = statistics.median(second for second, _ in figures)
        memory = max(memory for _, memory in figures) / 1024
        print(f"{title:<36} {seconds:8.3f} {seconds / unit:6.1f} {memory:9.1f}")


if __name__ == "__main__":
    main()
