"""What is fuzzed: for each reader a function that takes bytes and must end, whatever they are.

A target may raise `WorkflowError` (or an error of the command line, which is shown to a person
the same way). Anything else that it raises is a bug, an `AssertionError` included: each target
also says what holds for what was read.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from click import ClickException
from click.testing import CliRunner, Result

from workflow.article import ArticleOptions, Document, Segment, TagError, parse
from workflow.article.frontmatter import with_fields, without_fields
from workflow.catalog import Catalog, Entry, read_catalog, serialize
from workflow.checks import check_pair
from workflow.cli.check_pairs import check_pairs
from workflow.config import read_config
from workflow.errors import WorkflowError
from workflow.examination import Standards
from workflow.gate.baseline import read_baseline
from workflow.gate.foreign import examine_pair
from workflow.glossary import Glossary, exchange, po
from workflow.numbers import compare, extract, localize, localize_text, patch
from workflow.pages import paired_page
from workflow.places import Page
from workflow.placing import placed
from workflow.project import Project
from workflow.review.paired import read_paired, render_paired
from workflow.review.readback import paired_changes
from workflow.typography import anglicize

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = (WorkflowError, ClickException)
"""Errors that a person is told about; everything else is a bug."""
_SCRATCH = Path(tempfile.gettempdir())
_PARTS = "\f"
"""Between the texts of targets that take several."""

_VOWELS = str.maketrans("aeiou", "áéíóú")
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Target:
    """A reader, its own syntax for the mutators, and seeds that only the program can make."""

    name: str
    run: Callable[[bytes], None]
    syntax: tuple[str, ...]
    made_seeds: Callable[[], list[bytes]] = list


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _parts(data: bytes, count: int) -> list[str]:
    """The first `count` texts of a case; missing ones are empty."""
    parts = _text(data).split(_PARTS)
    return (parts + [""] * count)[:count]


def _other_words(tagged: str) -> str:
    """A translation that leaves tags, entities and addresses alone."""
    parts = re.split(r"(<[^<>]*>|&#?\w+;|\w+:\S+|\S+@\S+|www\.\S+)", tagged)
    return "".join(part if i % 2 else part.translate(_VOWELS) for i, part in enumerate(parts))


def _translated(segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Other words for each segment that can take them."""
    for segment in segments:
        with suppress(TagError):
            yield segment.id, segment.untag(_other_words(segment.tagged))


def _read_article(data: bytes) -> None:
    text = _text(data)
    document = parse(text)
    assert document.render({}) == text, "a page without translations is not its source"
    for segment in document.segments:
        assert 0 <= segment.start <= segment.end <= len(text), "a segment outside its page"
        segment.untag(segment.tagged)
    rendering = document.rendering(dict(_translated(document.segments)))
    again = parse(rendering.text)
    assert len(again.segments) == len(document.segments), "a translation changed the structure"
    hostile = {s.id: text[:200] for s in document.segments[:3]}
    parse(document.rendering(hostile).text)


def _read_front_matter(data: bytes) -> None:
    text = _text(data)
    options = ArticleOptions(front_matter_keys=frozenset({"title", "description", "alt", "tags"}))
    document = parse(text, options)
    assert document.render({}) == text, "a page without translations is not its source"
    document.render({s.id: f"{text[-40:]}: # '\"" for s in document.segments})
    marked = with_fields(text, {"workflow_mark": "a: 'b' \"c\" # d"})
    parse(marked, options)
    parse(without_fields(marked, ["workflow_mark"]), options)


def _read_catalog(data: bytes) -> None:
    first = _on_disk("catalog.po", data, lambda path: read_catalog(path, "en"))
    written = serialize(first)
    again = _on_disk("catalog.po", written.encode(), lambda path: read_catalog(path, "en"))
    assert serialize(again) == written, "a catalog is written otherwise the second time"
    assert [e.state for e in again.entries] == [e.state for e in first.entries], "a state changed"


def _read_glossary(data: bytes) -> None:
    terms = po.read(po.decode(data))
    written = po.write(terms)
    assert po.write(po.read(written)) == written, "a glossary is written otherwise the second time"


def _import_glossary(data: bytes) -> None:
    text = po.decode(data)
    for form in exchange.Format:
        try:
            terms = exchange.import_from(text, form).terms
        except WorkflowError:
            continue
        for other in exchange.Format:
            exchange.export(terms, other)


@cache
def _paired_case() -> tuple[Catalog, str]:
    """The catalog of a small article, and its paired file."""
    project = Project.find(ROOT)
    article = project.find_articles()[0]
    document = parse((Path(__file__).parent / "seeds/article/constructs.md").read_text("utf-8"))
    entries = [
        Entry(s.id, s.message, s.message.translate(_VOWELS), fuzzy=n % 2 == 0)
        for n, s in enumerate(document.segments)
    ]
    catalog = Catalog("en", tuple(entries))
    blocks = placed(document, catalog).blocks
    return catalog, paired_page(article, document, catalog, blocks, {}, "es → en")


def _read_paired(data: bytes) -> None:
    catalog, page = _paired_case()
    text, path = _text(data), Path("nota.md")
    blocks = read_paired(text, path)
    written = render_paired(blocks, "nota")
    again = read_paired(written, path)
    assert [b.target for b in again] == [b.target for b in blocks], "English lost in a paired file"
    assert [b.approved for b in again] == [b.approved for b in blocks], "a tick was lost"
    paired_changes(catalog, text, path, page)


def _read_numbers(data: bytes) -> None:
    spanish, english, changed = _parts(data, 3)
    for text, language in ((spanish, "es"), (english, "en"), (english, "es")):
        for quantity in extract(text, language):
            assert 0 <= quantity.start < quantity.end <= len(text), "a figure outside its text"
            localize(quantity)
    for drift in compare(spanish, english):
        assert drift.message, "a drift that says nothing"
    localize_text(spanish)
    patch(spanish, changed, english)


@cache
def _standards() -> Standards:
    return Standards(Glossary.load(Project.find(ROOT).glossary_paths()))


def _check(data: bytes) -> None:
    spanish, english = _parts(data, 2)
    for found in check_pair(spanish, english, glossary=_standards().glossary):
        for span, text in ((found.source, spanish), (found.target, english)):
            assert span is None or 0 <= span.start <= span.end <= len(text), "a span outside"
    anglicize(english, source=spanish)


def _check_pages(data: bytes) -> None:
    spanish, english = _parts(data, 2)
    pages: list[Document] = [parse(spanish), parse(english)]
    source, target = (Page(Path(n), d) for n, d in zip(("es.md", "en.md"), pages, strict=True))
    examine_pair(source, target, _standards())


def _check_lines(data: bytes) -> None:
    answer = _on_disk("pairs.jsonl", data, _checked_lines)
    if answer.exception is not None:
        raise answer.exception
    assert answer.return_value in (0, 1), "an exit code that is none of check-pairs"


def _checked_lines(path: Path) -> Result:
    return CliRunner().invoke(check_pairs, [str(path), "--no-terms"], standalone_mode=False)


def _read_settings(data: bytes) -> None:
    _on_disk("workflow.toml", data, read_config)


def _read_baseline(data: bytes) -> None:
    _on_disk("baseline.json", data, read_baseline)


def _on_disk(name: str, data: bytes, read: Callable[[Path], _Read]) -> _Read:
    with tempfile.TemporaryDirectory(dir=_SCRATCH) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read(path)


_SYNTAX: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "syntax.toml").read_text(encoding="utf-8")
)


def _syntax(*names: str) -> tuple[str, ...]:
    return tuple(piece for name in names for piece in _SYNTAX[name])


TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        Target("article", _read_article, _syntax("markdown")),
        Target("front-matter", _read_front_matter, _syntax("front-matter")),
        Target("catalog", _read_catalog, _syntax("po")),
        Target("glossary", _read_glossary, _syntax("po")),
        Target("glossary-import", _import_glossary, _syntax("exchange")),
        Target(
            "paired",
            _read_paired,
            _syntax("paired", "markdown"),
            lambda: [_paired_case()[1].encode()],
        ),
        Target("numbers", _read_numbers, _syntax("numbers")),
        Target("check", _check, _syntax("numbers", "markdown")),
        Target("pages", _check_pages, _syntax("markdown", "numbers")),
        Target("check-pairs", _check_lines, _syntax("json", "numbers")),
        Target("settings", _read_settings, _syntax("toml")),
        Target("baseline", _read_baseline, _syntax("json")),
    )
}
