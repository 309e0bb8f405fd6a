"""The neural engine: segments in, drafts out, all sentences of all segments in one call."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from workflow.engines.argos.assembly import assemble
from workflow.engines.argos.enforcement import Work, enforce
from workflow.engines.argos.model import AROUND, PLAIN, STRICT, Hypothesis, Model
from workflow.engines.argos.probe import check_model
from workflow.engines.argos.rendering import (
    Rendering,
    best_of,
    first_good,
    judge,
    render,
    unjudged,
    verbatim,
)
from workflow.engines.argos.rules import OTHER_ENGINE
from workflow.engines.argos.sentences import Sentence, sentences
from workflow.engines.base import Constraint, Draft, Engine
from workflow.engines.markup import TaggedText, escape
from workflow.engines.packages import installed
from workflow.engines.tagged import line_breaks
from workflow.errors import EngineError
from workflow.findings import Finding, Span, finding

_MARGIN = 0.5
"""Mean log-probability of a piece by which a hypothesis may be less likely than the best one."""


class ArgosEngine:
    """Translates with an Argos package; the model is loaded at the first translation."""

    def __init__(
        self,
        source: str = "es",
        target: str = "en",
        variety: str = "en-US",
        *,
        fallback: Engine | None = None,
    ) -> None:
        """Find the package for the pair; `fallback` drafts the sentences that this one breaks.

        Packages know no varieties of a language: `variety` is left to typography and spelling.
        Raises `EngineError` when no package is installed.
        """
        package = installed(source, target)
        if package is None:
            raise EngineError(
                f"no neural package translates {source} → {target}",
                hint=f"workflow models install {source} {target}",
            )
        self._package = package
        self._pair = (source, target)
        self._fallback = fallback
        self._model: Model | None = None

    @property
    def name(self) -> str:
        """`argos`."""
        return "argos"

    @property
    def signature(self) -> str:
        """`argos|version|package|settings`: batching is a setting, outputs can depend on it.

        So are the rules around the decoder: an engine that was changed signs otherwise.
        """
        package = f"{self._package.source}_{self._package.target}-{self._package.version}"
        if self._package.checksum:
            package += f"-{self._package.checksum[:12]}"
        settings = f"{PLAIN};{AROUND};{STRICT};rules={_rules_digest()}"
        if self._fallback is not None:
            settings += ";else " + self._fallback.signature.replace("|", " ")
        return f"argos|ctranslate2 {_version('ctranslate2')}|{package}|{settings}"

    def translate(
        self,
        tagged: Sequence[str],
        terms: Sequence[Sequence[Constraint]] | None = None,
    ) -> list[Draft]:
        """One draft for each tagged segment, in order, with `terms` as they are approved.

        Raises `EngineError` when the package or the neural extra is unusable or a segment is not
        well-formed.
        """
        sources = [TaggedText.parse(segment) for segment in tagged]
        wanted = terms if terms is not None else [()] * len(sources)
        model = self._loaded()
        cut = [
            sentence
            for number, (source, fixed) in enumerate(zip(sources, wanted, strict=True))
            for sentence in sentences(
                source.plain,
                number,
                fixed,
                self._pair[0],
                model.pieces,
                breaks=line_breaks(source),
            )
        ]
        chosen, others = self._chosen(model, cut)
        return assemble(sources, cut, chosen, others)

    def close(self) -> None:
        """Give back the memory of the model; the next translation loads it again."""
        self._model = None
        if self._fallback is not None:
            self._fallback.close()

    def _loaded(self) -> Model:
        if self._model is None:
            model = Model(self._package)
            check_model(model, self._package)
            self._model = model
        return self._model

    def _chosen(
        self, model: Model, cut: Sequence[Sentence]
    ) -> tuple[list[Rendering], list[list[Rendering]]]:
        """The rendering of each sentence, and others of it, best first."""
        spoken = [number for number, sentence in enumerate(cut) if sentence.pieces]
        decoded = model.decode([cut[number].pieces for number in spoken])
        chosen = [verbatim(sentence) for sentence in cut]
        others: list[list[Rendering]] = [[] for _ in cut]
        for number, hypotheses in zip(spoken, map(_plausible, decoded), strict=True):
            lazy = (render(cut[number], hypothesis, self._pair) for hypothesis in hypotheses)
            chosen[number], others[number] = first_good(lazy)
            others[number] += _unseen(cut[number], hypotheses, chosen[number], others[number])
        for number, rendering in self._mended(model, cut, chosen).items():
            chosen[number] = rendering
        for number, rendering in enumerate(chosen):
            most = len(rendering.unmet)
            others[number] = [other for other in others[number] if len(other.unmet) <= most]
        return chosen, others

    def _mended(
        self,
        model: Model,
        cut: Sequence[Sentence],
        chosen: Sequence[Rendering],
    ) -> Work:
        """What stricter settings, re-decoding and the other engine make of failing sentences."""
        work = dict(enumerate(chosen))
        work |= self._decoded_strictly(model, cut, {n: r for n, r in work.items() if r.errors})
        work |= enforce(model, cut, {n: r for n, r in work.items() if r.unmet}, self._pair)
        work |= self._drafted_otherwise(cut, _doubtful(work))
        return {n: rendering for n, rendering in work.items() if rendering is not chosen[n]}

    def _decoded_strictly(self, model: Model, cut: Sequence[Sentence], work: Work) -> Work:
        numbers = list(work)
        decoded = model.decode([cut[number].pieces for number in numbers], STRICT)
        return {
            number: best_of(
                [
                    work[number],
                    *(
                        render(cut[number], found, self._pair)
                        for found in hypotheses
                        if found.score > work[number].score - _MARGIN
                    ),
                ]
            )
            for number, hypotheses in zip(numbers, decoded, strict=True)
        }

    def _drafted_otherwise(self, cut: Sequence[Sentence], work: Work) -> Work:
        """The other engine's drafts of the sentences, where they have fewer flaws."""
        if self._fallback is None or not work:
            return {}
        numbers = list(work)
        try:
            drafts = self._fallback.translate(
                [escape(cut[number].text) for number in numbers],
                [cut[number].constraints for number in numbers],
            )
        except EngineError:
            return {}  # what there is is flagged already
        better: Work = {}
        for number, draft in zip(numbers, drafts, strict=True):
            text = TaggedText.parse(draft.text).plain
            rendering = replace(
                judge(cut[number], text, self._pair),
                known=draft.alignment,
                findings=(_by_other(self._fallback, cut[number].text, text), *draft.findings),
            )
            if best_of([work[number], rendering]) is rendering:
                better[number] = rendering
        return better


def _by_other(engine: Engine, source: str, target: str) -> Finding:
    """Says that the other engine drafted this sentence."""
    return finding(
        OTHER_ENGINE,
        f"Argos broke this sentence; {engine.name.capitalize()} drafted it.",
        source=Span(0, len(source)),
        target=Span(0, len(target)),
    )


def _doubtful(work: Work) -> Work:
    """The renderings with errors or wrong figures."""
    return {n: rendering for n, rendering in work.items() if rendering.errors or rendering.wrong}


def _plausible(hypotheses: Sequence[Hypothesis]) -> Sequence[Hypothesis]:
    """Those that the model finds nearly as likely as the best."""
    return [h for h in hypotheses if h.score > hypotheses[0].score - _MARGIN]


def _unseen(
    sentence: Sentence,
    hypotheses: Sequence[Hypothesis],
    chosen: Rendering,
    others: Sequence[Rendering],
) -> list[Rendering]:
    """The hypotheses that were not judged because one before them was good."""
    judged = {rendering.pieces for rendering in (chosen, *others)}
    return [unjudged(sentence, h) for h in hypotheses if h.pieces not in judged]


@cache
def _rules_digest() -> str:
    """A short digest of what this engine does to sentences before and after the decoder."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "?"
