"""An Argos package opened: its tokenizer and its CTranslate2 model, called directly."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workflow.engines.argos import heads
from workflow.engines.argos.tokens import Tokenizer
from workflow.engines.packages import Package
from workflow.errors import EngineError

if TYPE_CHECKING:
    import ctranslate2  # type: ignore[import-untyped]

_EXTRA = "pip install 'workflow[argos]'"
MAX_PIECES = 160
"""Longest input: small models know 256 positions, and long inputs are cut silently."""


Attention = tuple["array[float]", ...]
"""For each target piece how much it attends to each source piece."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to decode; part of the engine's signature."""

    beam_size: int = 4
    hypotheses: int = 4
    no_repeat_ngram: int = 0
    batch_tokens: int = 1024
    longest_output: int = 250
    length_penalty: float = 0.2
    """As in Argos Translate itself."""

    def __str__(self) -> str:
        return (
            f"beam={self.beam_size},nbest={self.hypotheses},norepeat={self.no_repeat_ngram},"
            f"batch={self.batch_tokens}tokens,max={self.longest_output},length={self.length_penalty}"
        )


PLAIN = Settings()
AROUND = replace(PLAIN, beam_size=1, hypotheses=1)
"""For decoding anew around a fixed text: most of the sentence is settled by its prefix, and the
result competes with the plain replacement."""
STRICT = replace(PLAIN, beam_size=8, hypotheses=8, no_repeat_ngram=3)
"""For sentences whose plain hypotheses are all broken."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way in which the model renders a sentence."""

    pieces: tuple[str, ...]
    text: str
    score: float
    """Mean log-probability of a piece."""
    attention: Attention


class Model:
    """The decoder of one package.

    Packages for several target languages want a mark of the language before each sentence: it is
    put there and taken away again.
    """

    def __init__(self, package: Package) -> None:
        """Open `package`; raises `EngineError` when it or the neural extra is unusable."""
        try:
            import ctranslate2
            from argostranslate.package import (  # type: ignore[import-untyped]
                Package as ArgosPackage,
            )
            from argostranslate.tokenizer import BPETokenizer  # type: ignore[import-untyped]
        except ImportError as error:
            raise EngineError(
                f"the neural engine is not installed ({error.name} is missing)",
                hint=_EXTRA,
            ) from error
        try:
            argos = ArgosPackage(package.path)
            self._tokenizer: Tokenizer = argos.tokenizer
            self._mark = [argos.target_prefix] if argos.target_prefix else []
            self._translator = _translator(ctranslate2, package.path / "model")
            self._writer = self._tokenizer
            if isinstance(self._tokenizer, BPETokenizer):
                # Moses splits English apostrophes otherwise than Spanish ones.
                self._writer = BPETokenizer(
                    self._tokenizer.model_file, package.target, package.target
                )
            self._tokenizer.encode("a")
        except (RuntimeError, OSError, ValueError, AttributeError, KeyError) as error:
            raise EngineError(
                f"the package cannot be used: {error}",
                path=package.path,
                hint="remove it and install it again",
            ) from error

    def pieces(self, sentence: str) -> list[str]:
        """The pieces of a source sentence."""
        return list(self._tokenizer.encode(sentence))

    def target_pieces(self, text: str) -> list[str]:
        """The pieces of words in the target language, as they stand after a space."""
        return list(self._writer.encode(text))

    def text(self, pieces: Sequence[str]) -> str:
        """What target pieces say."""
        return self._tokenizer.decode(list(pieces)).strip()

    def decode(
        self,
        sources: Sequence[Sequence[str]],
        settings: Settings = PLAIN,
        *,
        prefixes: Sequence[Sequence[str]] | None = None,
        suppressed: Sequence[Sequence[str]] = (),
    ) -> list[list[Hypothesis]]:
        """The hypotheses for each sentence, best first, all sentences in one call.

        The same sentence is decoded once: what a model writes can depend on its batch.
        `prefixes` are target pieces that a hypothesis must begin with; sequences of pieces in
        `suppressed` appear in none. Raises `EngineError` when the model fails.
        """
        if not sources:
            return []
        options: dict[str, Any] = {
            "beam_size": settings.beam_size,
            "num_hypotheses": settings.hypotheses,
            "no_repeat_ngram_size": settings.no_repeat_ngram,
            "length_penalty": settings.length_penalty,
            "max_batch_size": settings.batch_tokens,
            "batch_type": "tokens",
            "max_decoding_length": settings.longest_output,
            "return_scores": True,
            "return_attention": True,
            "replace_unknowns": True,
        }
        if suppressed:
            options["suppress_sequences"] = [list(sequence) for sequence in suppressed]
        begun = prefixes or [()] * len(sources)
        jobs = [(tuple(s), (*self._mark, *p)) for s, p in zip(sources, begun, strict=True)]
        distinct = list(dict.fromkeys(jobs))
        if any(prefix for _, prefix in distinct):
            options["target_prefix"] = [list(prefix) for _, prefix in distinct]
        try:
            results = self._translator.translate_batch([list(s) for s, _ in distinct], **options)
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"the neural engine failed: {error}") from error
        decoded = [self._hypotheses(result, settings.length_penalty) for result in results]
        found = dict(zip(distinct, decoded, strict=True))
        return [found[job] for job in jobs]

    def scores(
        self, sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]
    ) -> list[float]:
        """How likely the model finds each target: mean log-probability of a piece."""
        if not sources:
            return []
        results = self._translator.score_batch(
            [list(s) for s in sources],
            [[*self._mark, *t] for t in targets],
            max_batch_size=PLAIN.batch_tokens,
            batch_type="tokens",
        )
        return [sum(r.log_probs) / max(1, len(r.log_probs)) for r in results]

    def _hypotheses(
        self, result: ctranslate2.TranslationResult, penalty: float
    ) -> list[Hypothesis]:
        hypotheses = []
        seen = set()
        for pieces, score, attention in zip(
            result.hypotheses, result.scores, result.attention, strict=True
        ):
            if self._mark and pieces[:1] == self._mark:
                pieces, attention = pieces[1:], attention[1:]
            text = self.text(pieces)
            if text not in seen:
                seen.add(text)
                rows = tuple(array("f", row) for row in attention)
                mean = score * (len(pieces) + 1) ** (penalty - 1)  # the end is a piece too
                hypotheses.append(Hypothesis(tuple(pieces), text, mean, rows))
        return hypotheses


def _translator(library: Any, folder: Path) -> ctranslate2.Translator:
    return library.Translator(
        str(folder),
        device="cpu",
        compute_type="default",
        inter_threads=os.cpu_count() or 1,
        intra_threads=1,
        files=heads.model_files(folder),
    )
