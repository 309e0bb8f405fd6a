"""Typography: what an English editor would set, and nothing else."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.errors import WorkflowError
from workflow.typography import Change, TypographyRule, anglicize, apply
from workflow.typography.model import compose
from workflow.typography.varieties import VARIETIES

HERE = Path(__file__).resolve().parent
GUIDE = HERE.parent / "docs" / "typography.md"


def table() -> list[tuple[str, str, str, str]]:
    """Rows of the table: phenomenon, draft, American, British."""
    text = (HERE / "data" / "typography.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines()[2:]:
        phenomenon, draft, american, british = (
            cell.replace("⏎", "\n").replace("␣", "\u00a0") for cell in line.split("\t")
        )
        american = draft if american == "=" else american
        rows.append((phenomenon, draft, american, american if british == "=" else british))
    return rows


def examples() -> list[tuple[str, str, str]]:
    """Rows of the guide's tables that start with a draft: draft, American, British."""
    rows = re.findall(
        r"^\| `(.+?)` \| `(.+?)` \| `(.+?)` \|$", GUIDE.read_text("utf-8"), re.MULTILINE
    )
    return [(draft, american, british) for draft, american, british in rows]


ROWS = table()


@pytest.mark.parametrize(("phenomenon", "draft", "american", "british"), ROWS)
def test_drafts_become_american_english(
    phenomenon: str, draft: str, american: str, british: str
) -> None:
    assert anglicize(draft, "en-US").text == american


@pytest.mark.parametrize(("phenomenon", "draft", "american", "british"), ROWS)
def test_drafts_become_british_english(
    phenomenon: str, draft: str, american: str, british: str
) -> None:
    assert anglicize(draft, "en-GB").text == british


@pytest.mark.parametrize(("draft", "american", "british"), examples())
def test_the_examples_of_the_guide_hold(draft: str, american: str, british: str) -> None:
    assert anglicize(draft, "en-US").text == american
    assert anglicize(draft, "en-GB").text == british


def test_the_guide_explains_every_rule() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [rule for rule in TypographyRule if f"`{rule}`" not in guide] == []


def test_the_table_shows_every_rule() -> None:
    shown = {change.rule for row in ROWS for change in anglicize(row[1], "en-US").changes}
    assert shown == set(TypographyRule)


def test_a_change_says_where_what_and_why() -> None:
    assert anglicize("At 94 % now").changes == (
        Change(5, 6, " ", "", TypographyRule.PERCENT_SPACE),
    )


DIALOGUE = "—No sé —dijo la madre—. Nadie vino."


@pytest.mark.parametrize(
    "draft",
    [
        "- I don't know - said the mother - . Nobody came.",
        "\\- I don't know - said the mother - . Nobody came.",
        "-I don't know -said the mother-. Nobody came.",
        "— I don't know — said the mother —. Nobody came.",
        "– I don't know – said the mother. – Nobody came.",
    ],
)
def test_dashes_that_an_engine_changed_are_read_as_those_of_the_spanish(draft: str) -> None:
    english = "“I don't know,” said the mother. “Nobody came.”"
    assert anglicize(draft, source=DIALOGUE).text == english


@pytest.mark.parametrize("draft", ["A well-known man - so they say - came.", "- 5 - 6 - 7"])
def test_dashes_that_do_not_fit_the_spanish_stay(draft: str) -> None:
    assert anglicize(draft, source="Vino —tarde—, dijo —sí—.").text == draft
    assert anglicize(draft, source="Vino.").text == draft


def test_straight_marks_become_curly_when_the_spanish_has_none() -> None:
    draft = 'He said "no".'
    assert anglicize(draft, source="Dijo «no».").text == "He said “no.”"
    assert anglicize(draft, source='Dijo "no".').text == 'He said "no."'


def test_an_unknown_variety_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(WorkflowError, match=r"en-XX.*en-US, en-GB"):
        anglicize("text", "en-XX")


# --- Whatever the text --------------------------------------------------------------------------

MARKS = "« » “ ” ‘ ’ \" ' ‹ › . , ; : ? ! ¿ ¡ … — – - % ( )"
MARKUP = "* ** _ ` | [ ] `a` [^1] [x](y) &nbsp; &laquo; {{<·x·>}} <b> \\"
WORDS = "word words not Said said The·mother labour etc. U.S. 480 94"
SPACES = [" ", "  ", "\u00a0", "\n", "  \n", "\\\n", "\n\n"]
drafts = st.lists(
    st.sampled_from([*f"{MARKS} {MARKUP} {WORDS}".split(), *SPACES]), max_size=24
).map(lambda pieces: "".join(pieces).replace("·", " "))
varieties = st.sampled_from(sorted(VARIETIES))
sources = st.sampled_from(["", "«Sí».", 'Un "sí".', DIALOGUE, "Vino —tarde— y se fue."])


@settings(deadline=None)
@given(drafts, varieties, sources)
def test_setting_a_text_twice_changes_nothing_the_second_time(
    draft: str, variety: str, source: str
) -> None:
    once = anglicize(draft, variety, source=source).text
    assert anglicize(once, variety, source=source).changes == ()


@settings(deadline=None)
@given(drafts, varieties)
def test_the_changes_listed_are_the_changes_made(draft: str, variety: str) -> None:
    typography = anglicize(draft, variety)
    assert apply(draft, typography.changes) == typography.text
    assert all(draft[c.start : c.end] == c.before != c.after for c in typography.changes)
    ends = [0, *(change.end for change in typography.changes)]
    starts = [change.start for change in typography.changes]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))


@settings(deadline=None)
@given(drafts, varieties)
def test_numbers_stay_as_they_were(draft: str, variety: str) -> None:
    assert re.findall(r"\d+", anglicize(draft, variety).text) == re.findall(r"\d+", draft)


@settings(deadline=None)
@given(drafts, varieties)
def test_letters_stay_but_for_the_spelling_table(draft: str, variety: str) -> None:
    def letters(text: str) -> str:
        spelt = re.sub(r"&\w+;", "", text).replace("labour", "labor")
        return re.sub(r"[^A-Za-z]", "", spelt)

    assert letters(anglicize(draft, variety).text) == letters(draft)


EVERY_FAULT = "Uno , dos;; tres..  (cuatro ) ?Ya 5 % *labour* & color, fin.Otro"
FAULTY = [" ", "\u00a0", ",", ";", ":", "?", "!", ".", "(", ")", "%", "*", "ab", "B", "7", "[^1]"]


@pytest.mark.parametrize("first", FAULTY)
def test_a_fault_is_found_whatever_other_faults_there_are(first: str) -> None:
    for middle, last in product(FAULTY, repeat=2):
        draft = f"word{first}{middle}{last} Said"
        changes = anglicize(f"{draft}\n\n{EVERY_FAULT}").changes
        assert tuple(c for c in changes if c.end <= len(draft)) == anglicize(draft).changes


@settings(deadline=None)
@given(st.text(max_size=200), varieties)
def test_any_text_can_be_set(draft: str, variety: str) -> None:
    typography = anglicize(draft, variety)
    assert apply(draft, typography.changes) == typography.text


@settings(deadline=None)
@given(st.text("ab «»", max_size=20), st.data())
def test_two_rounds_of_changes_add_up_to_one(text: str, data: st.DataObject) -> None:
    def changes(over: str) -> list[Change]:
        cuts = data.draw(st.lists(st.integers(0, len(over)), max_size=6).map(sorted))
        spans = zip(cuts[::2], cuts[1::2], strict=False)
        return [
            Change(start, end, over[start:end], after, TypographyRule.QUOTES)
            for start, end in spans
            for after in [data.draw(st.sampled_from(["", "x", "yz"]))]
        ]

    first = changes(text)
    between = apply(text, first)
    second = changes(between)
    assert apply(text, compose(text, first, second)) == apply(between, second)
