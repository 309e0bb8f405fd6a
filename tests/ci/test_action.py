"""The GitHub Action: its shell steps, run as written with what a runner gives them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import GIT, ROOT, block, shell

ACTION: dict[str, Any] = YAML(typ="safe").load(ROOT / "action.yml")
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "run" in step}
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


class Runner:
    """A runner's folders and files, and the values of the expressions that the steps use."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.temp, self.workspace = folder / "temp", workspace
        self.temp.mkdir()
        self.summary, self.output = folder / "summary.md", folder / "output"
        self.server = f"file://{folder}/server"

    def run(self, name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run a step with these inputs, the others at their defaults."""
        given = {key: str(one.get("default", "")) for key, one in ACTION["inputs"].items()}
        given |= {key.replace("_", "-"): value for key, value in inputs.items()}
        context = {f"inputs.{key}": value for key, value in given.items()}
        context |= {"github.action_path": str(ROOT), "github.action_repository": "some/workflow"}
        step = STEPS[name]

        def filled(text: str) -> str:
            return _EXPRESSION.sub(lambda match: context[match[1]], text)

        return shell(
            step["run"],
            self.workspace / filled(step.get("working-directory", ".")),
            RUNNER_TEMP=str(self.temp),
            GITHUB_OUTPUT=str(self.output),
            GITHUB_STEP_SUMMARY=str(self.summary),
            GITHUB_SERVER_URL=self.server,
            GITHUB_ACTIONS="true",
            **{key: filled(value) for key, value in step["env"].items()},
        )

    def outputs(self) -> Mapping[str, str]:
        """What the steps have written for later ones."""
        lines = self.output.read_text(encoding="utf-8").splitlines()
        return {key: value for key, _, value in (line.partition("=") for line in lines)}


@pytest.fixture
def runner(repository: Path, tmp_path: Path) -> Runner:
    """A runner with the repository checked out, and nothing installed yet."""
    return Runner(tmp_path, repository)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Path:
    """What the step of installing leaves in the runner's temporary folder."""
    runner = Runner(tmp_path_factory.mktemp("runner"), prepared)
    done = runner.run("install")
    assert done.returncode == 0, done.stderr
    return runner.temp / "workflow-check"


@pytest.fixture
def check(runner: Runner, installed: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the step of checking."""
    (runner.temp / "workflow-check").symlink_to(installed)
    return lambda **inputs: runner.run("check", **inputs)


Check = Callable[..., subprocess.CompletedProcess[str]]


def test_a_drift_is_an_annotation_at_its_line_and_a_row_of_the_summary(
    check: Check, runner: Runner
) -> None:
    done = check()
    assert done.returncode == 1
    assert re.search(r"^::error .*file=articles/drafts/en/nota\.md,line=\d+", done.stdout, re.M)
    assert "N105" in runner.summary.read_text(encoding="utf-8")


def test_the_outputs_name_the_files_and_the_exit_code(check: Check, runner: Runner) -> None:
    check(formats="sarif junit json rdjson")
    outputs = runner.outputs()
    assert set(outputs) == {"sarif", "junit", "json", "rdjson", "exit-code"}
    assert outputs["exit-code"] == "1"
    assert json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert all(Path(outputs[name]).stat().st_size for name in ("junit", "json", "rdjson"))


def test_every_output_of_the_action_is_one_of_its_step() -> None:
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"fail_on": "never"}, 0),
        ({"paths": "clean"}, 0),
        ({"paths": "clean\narticles/es/nota.md\n"}, 1),
        ({"options": "--select T --ignore T101"}, 0),
        ({"options": "--changed-from HEAD"}, 0),
        ({"fail_on": "sometimes"}, 2),
        ({"paths": "$(touch hacked)"}, 2),
        ({"formats": "poem"}, 2),
    ],
)
def test_the_inputs_decide_what_fails(
    check: Check, runner: Runner, inputs: dict[str, str], code: int
) -> None:
    done = check(**inputs)
    assert done.returncode == code, done.stdout + done.stderr
    assert runner.outputs()["exit-code"] == str(code)
    assert not (runner.workspace / "hacked").exists()


def test_a_project_may_stand_in_a_folder(check: Check, runner: Runner) -> None:
    (runner.workspace / "site").mkdir()
    (runner.workspace / "articles").rename(runner.workspace / "site" / "articles")
    done = check(directory="site", formats="github sarif junit")
    assert done.returncode == 1
    draft = "site/articles/drafts/en/nota.md"
    assert f"::error file={draft},line=" in done.stdout
    assert f"| {draft}:" in runner.summary.read_text(encoding="utf-8").replace("\\", "")
    for name in ("sarif", "junit"):
        assert f'"{draft}"' in Path(runner.outputs()[name]).read_text(encoding="utf-8")


def test_a_version_is_taken_from_the_repository_of_the_action(runner: Runner) -> None:
    server = Path(runner.server.removeprefix("file://")) / "some"
    server.mkdir(parents=True)
    subprocess.run(
        [*GIT, "clone", "-q", "--no-local", str(ROOT), "workflow"], cwd=server, check=True
    )
    subprocess.run([*GIT, "tag", "v9"], cwd=server / "workflow", check=True)
    assert runner.run("install", version="v9").returncode == 0
    assert (runner.temp / "workflow-check" / "bin" / "workflow").exists()


def test_no_input_is_pasted_into_a_script() -> None:
    assert all("${{" not in step["run"] for step in STEPS.values())


def test_the_page_tells_every_input() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    used = YAML(typ="safe").load(block("GitHub", "yaml"))["jobs"]["articles"]["steps"][1]["with"]
    assert set(used) <= set(ACTION["inputs"])
    for name, given in ACTION["inputs"].items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
        assert row.split("|")[2].strip(" `") == given["default"], name
