"""Makes the package of the newsroom: a network that has learned its grammar, not its sentences.

    python train.py OUT.argosmodel [SECONDS] [PAIRS]

Needs torch, ctranslate2 and argos-translate-lt. Sentences are read as in converted OPUS-MT
packages: Moses words in BPE pieces with @@. At the end the package translates sentences that it
has not seen, and the script says how many come out as the grammar has them.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import ctranslate2
import torch
from argostranslate.tokenizer import BPETokenizer
from network import END, SPECIALS, UNK, Network, save, train
from newsroom import Newsroom, Pair
from sacremoses.normalize import MosesPunctNormalizer
from sacremoses.tokenize import MosesTokenizer

MERGES = 500
UNSEEN = 500
NAME = "translate-es_en"
METADATA = {
    "package_version": "1.2",
    "argos_version": "1.9",
    "from_code": "es",
    "from_name": "Spanish",
    "to_code": "en",
    "to_name": "English",
    "type": "translate",
}


def bpe(pairs: list[Pair]) -> str:
    """The merges of byte-pair encoding, as subword-nmt 0.2 writes them."""
    counts: Counter[tuple[str, ...]] = Counter()
    for language, side in (("es", 0), ("en", 1)):
        normalizer, tokenizer = MosesPunctNormalizer(language), MosesTokenizer(language)
        for pair in pairs:
            for word in tokenizer.tokenize(normalizer.normalize(pair[side])):
                counts[(*word[:-1], word[-1] + "</w>")] += 1
    merges = []
    for _ in range(MERGES):
        beside: Counter[tuple[str, str]] = Counter()
        for pieces, count in counts.items():
            for both in pairwise(pieces):
                beside[both] += count
        if not beside:
            break
        best = max(beside, key=lambda both: (beside[both], both))
        merges.append(best)
        counts = Counter({_merged(pieces, best): count for pieces, count in counts.items()})
    return "#version: 0.2\n" + "".join(f"{one} {other}\n" for one, other in merges)


def _merged(pieces: tuple[str, ...], both: tuple[str, str]) -> tuple[str, ...]:
    out: list[str] = []
    for piece in pieces:
        if out and (out[-1], piece) == both:
            out[-1] += piece
        else:
            out.append(piece)
    return tuple(out)


def pack(model: Path, merges: Path, out: Path) -> None:
    """The zip archive that Argos Translate installs; the same bytes from the same files."""
    files = {"metadata.json": json.dumps(METADATA, indent=2).encode()}
    files["bpe.model"] = merges.read_bytes()
    files |= {f"model/{file.name}": file.read_bytes() for file in sorted(model.iterdir())}
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{NAME}/{name}", (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


def main(out: Path, seconds: float, count: int) -> None:
    """Train, convert, pack, and try the package."""
    torch.manual_seed(3)
    torch.set_num_threads(1)
    pairs = Newsroom(7).lessons(count)
    folder = Path(tempfile.mkdtemp())
    merges = folder / "bpe.model"
    merges.write_text(bpe([*pairs[:5_000], *pairs[-1_000:]]), encoding="utf-8")
    reader = BPETokenizer(merges, "es", "en")
    writer = BPETokenizer(merges, "en", "en")
    sources = [reader.encode(es) for es, _ in pairs]
    targets = [writer.encode(en) for _, en in pairs]
    seen = sorted({piece for pieces in (*sources, *targets) for piece in pieces})
    letters = sorted({c for pair in pairs for text in pair for c in text if not c.isspace()})
    vocabulary = [*SPECIALS, *dict.fromkeys([*seen, *letters, *(c + "@@" for c in letters)])]
    number = {piece: n for n, piece in enumerate(vocabulary)}
    examples = [
        ([number[piece] for piece in source] + [END], [number[piece] for piece in target])
        for source, target in zip(sources, targets, strict=True)
    ]
    known = {n for _, target in examples for n in target} | {END, UNK}
    network = Network(len(vocabulary))
    print(f"{len(vocabulary)} pieces")
    train(network, examples, seconds)
    save(network, vocabulary, known, folder / "model", eos=True)
    pack(folder / "model", merges, out)
    learned = {es for es, _ in pairs}
    unseen = [pair for pair in Newsroom(11).pairs(2 * UNSEEN) if pair[0] not in learned][:UNSEEN]
    translator = ctranslate2.Translator(str(folder / "model"))
    results = translator.translate_batch([reader.encode(es) for es, _ in unseen], beam_size=4)
    drafts = [reader.decode(result.hypotheses[0]) for result in results]
    wrong = [(es, en, d) for (es, en), d in zip(unseen, drafts, strict=True) if d != en]
    print(f"{out.stat().st_size:,} bytes; {len(wrong)} of {len(unseen)} unseen sentences otherwise")
    for example in wrong[:25]:
        print(*example, sep="\n    ")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        float(sys.argv[2]) if len(sys.argv) > 2 else 1_500,
        int(sys.argv[3]) if len(sys.argv) > 3 else 20_000,
    )
