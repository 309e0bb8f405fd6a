"""`workflow log`: who did what when, from the catalog and from git."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.review.conftest import DRAFT, SOURCE, Workflow, commit, edit, git


def test_an_article_nobody_touched_has_an_empty_log(drafted: Path, workflow: Workflow) -> None:
    answer = workflow("log", "nota")
    assert (answer.code, answer.out) == (
        0,
        "nota: nobody has edited or approved anything yet\n",
    )


def test_edits_and_approvals_are_told_with_person_day_and_place(
    drafted: Path, workflow: Workflow
) -> None:
    git("init", "-q")
    git("config", "user.name", "Ana")
    commit("Draft the article", "Bea")
    edit(DRAFT, "The families wait.", "The families are waiting.")
    workflow("approve", "nota", "--all-clean", "--as", "Eva Paz")
    lines = workflow("log", "nota").out.splitlines()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d  Bea  commit  [0-9a-f]+ Draft the article", lines[0])
    assert f"Ana  edited  {SOURCE}:11: in the draft: “The families are waiting.”" in lines[1]
    assert f"Eva Paz  approved  {SOURCE}:11: " in lines[2]
    events = json.loads(workflow("log", "nota", "--json").out)["events"]
    assert [event["what"] for event in events] == ["commit", "edited", "approved"]
