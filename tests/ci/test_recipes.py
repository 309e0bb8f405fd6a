"""The recipes of `docs/ci.md`, run as they are written."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from ruamel.yaml import YAML

from tests.ci.conftest import block, shell


def test_the_plain_shell_recipe_fails_on_a_drift_and_leaves_a_report(
    repository: Path, wheel: Path
) -> None:
    done = shell(block("Any other", "sh"), repository, WORKFLOW=str(wheel))
    assert done.returncode == 1, done.stderr
    assert "error N105" in done.stdout
    report = json.loads((repository / "findings.sarif").read_text(encoding="utf-8"))
    assert "N105" in {result["ruleId"] for result in report["runs"][0]["results"]}


def test_the_gitlab_recipe_gives_the_report_that_it_names(repository: Path, wheel: Path) -> None:
    job = YAML(typ="safe").load(block("GitLab", "yaml"))["articles"]
    in_image = "python3 -m venv image; export PATH=$PWD/image/bin:$PATH"
    script = "\n".join([in_image, *job["before_script"], *job["script"]])
    done = shell(script, repository, **{**job["variables"], "WORKFLOW": str(wheel)})
    assert done.returncode == 1, done.stderr
    report = repository / job["artifacts"]["reports"]["junit"]
    failures = ElementTree.parse(report).getroot().iter("failure")
    assert any("N105" in str(failure.attrib) + str(failure.text) for failure in failures)
