"""The neural engine against `argostranslate.translate` on the same text and package.

    python benchmarks/argos.py PACKAGE.argosmodel [ROUNDS] [TEXT]

Without TEXT the sample articles are taken, about 2,000 words of them. Argos Translate cannot
split sentences offline, so it gets our splitter. All ways take turns in each of ROUNDS rounds
(default 3); the table gives medians of words per second and the ratio to Argos Translate, by
the clock and by the time of all cores (which busy neighbours disturb less). The last lines say
what enforcing terms and figures costs, how many sentences come out the same as there, and the
peak memory.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORDS = 2_000
PLAIN_DRAFT = "the whole engine (guards, alignment, retries)"
ENFORCED = "the same, terms and figures enforced"


def article(path: Path | None) -> list[str]:
    """The paragraphs to translate: those of a text, or of the sample articles."""
    if path is not None:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    from workflow.article import parse
    from workflow.engines.markup import TaggedText

    found: list[str] = []
    for file in sorted((ROOT / "articles" / "es").glob("*.md")):
        for segment in parse(file.read_text(encoding="utf-8")).segments:
            if sum(len(text.split()) for text in found) < WORDS:
                found.append(TaggedText.parse(segment.tagged).plain.replace("\n", " "))
    return found


def argos_translate() -> Callable[[str], str]:
    """Argos Translate's own function, with our splitter in place of the one it downloads."""
    from argostranslate import translate

    from workflow.engines.sentences import split

    class Splitter:
        def __init__(self, package: Any) -> None:
            self.package = package

        def split_sentences(self, text: str) -> list[str]:
            return [text[start:end].strip() for start, end in split(text)]

    translate.MiniSBDSentencizer = Splitter

    cached = translate.get_translation_from_codes("es", "en")
    translation = getattr(cached, "underlying", cached)  # else the second round is remembered

    def through_argos(text: str) -> str:
        return str(translation.hypotheses(text)[0].value)

    return through_argos


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the wall clock, and of all processor cores together."""
    started, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - busy


def medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    """The medians of both clocks."""
    wall, busy = zip(*times, strict=True)
    return statistics.median(wall), statistics.median(busy)


def agreement(paragraphs: list[str], through_argos: Callable[[str], str], model: Any) -> str:
    """How many sentences the two ways render alike, at the same beam."""
    from workflow.engines.sentences import split

    sentences = [text[a:b].strip() for text in paragraphs[:8] for a, b in split(text)]
    ours = [found[0].text for found in model.decode([model.pieces(s) for s in sentences])]
    theirs = [through_argos(sentence) for sentence in sentences]
    same = sum(one == other for one, other in zip(ours, theirs, strict=True))
    return f"{same} of {len(sentences)} sentences come out the same"


def main(package: Path, rounds: int, text: Path | None) -> None:
    """Install the package in a scratch folder, measure, print."""
    from workflow.drafting import constraints
    from workflow.engines.argos import ArgosEngine
    from workflow.engines.argos.model import Model
    from workflow.engines.markup import escape
    from workflow.engines.packages import install
    from workflow.glossary import Glossary

    opened = Model(install(package))
    engine = ArgosEngine()
    through_argos = argos_translate()
    paragraphs = article(text)
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    segments = [escape(paragraph) for paragraph in paragraphs]
    glossary = Glossary.load(ROOT / "glossaries" / "human-rights.es-en.po")
    fixed = [constraints(paragraph, glossary) for paragraph in paragraphs]
    engine.translate(segments[:1])
    through_argos(paragraphs[0])

    def decode() -> None:
        from workflow.engines.sentences import split

        opened.decode([opened.pieces(t[a:b].strip()) for t in paragraphs for a, b in split(t)])

    ways: dict[str, Callable[[], object]] = {
        "Argos Translate": lambda: through_argos("\n".join(paragraphs)),
        "our decoding (4 hypotheses, attention)": decode,
        PLAIN_DRAFT: lambda: engine.translate(segments),
        ENFORCED: lambda: engine.translate(segments, fixed),
    }
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            seconds[name].append(timed(work))
    first = medians(seconds["Argos Translate"])
    print(f"{words} words, {rounds} rounds, {os.cpu_count()} cores")
    print(f"{'':46} words/s  ratio  ratio of processor time")
    for name, times in seconds.items():
        wall, busy = medians(times)
        print(f"{name:46} {words / wall:7.0f} {first[0] / wall:6.1f} {first[1] / busy:6.1f}")
    wall, busy = (
        medians(seconds[ENFORCED])[clock] / medians(seconds[PLAIN_DRAFT])[clock] for clock in (0, 1)
    )
    print(
        f"enforcing {sum(map(len, fixed))} terms and figures costs {wall:.2f} times the plain "
        f"draft, {busy:.2f} by processor time"
    )
    print(agreement(paragraphs, through_argos, opened))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory with both engines loaded: {peak} MiB")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ARGOS_PACKAGES_DIR"] = folder
        main(
            Path(sys.argv[1]),
            int(sys.argv[2]) if len(sys.argv) > 2 else 3,
            Path(sys.argv[3]) if len(sys.argv) > 3 else None,
        )
