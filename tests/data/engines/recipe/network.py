"""A small Transformer in PyTorch, and its conversion to a CTranslate2 model.

The layout is that of OpenNMT-py: layer norms before each block, ReLU, sinusoids, and one matrix
of embeddings for source, target and output.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from ctranslate2.specs import common_spec, transformer_spec
from torch import Tensor, nn
from torch.nn import functional

SPECIALS = ("<unk>", "<blank>", "<s>", "</s>")
UNK, PAD, START, END = range(4)
Example = tuple[list[int], list[int]]
"""Piece numbers of source and target."""

WIDTH, HEADS, INNER, LAYERS, POSITIONS = 128, 4, 256, 2, 256
SCHEDULE = {"rate": 3e-3, "warmup": 200}
BATCH_PIECES = 2048
SMOOTHING = 0.05


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        def heads(y: Tensor) -> Tensor:
            return y.view(y.shape[0], y.shape[1], HEADS, -1).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(memory)), heads(self.value(memory)), mask
        )
        return self.out(mixed.transpose(1, 2).reshape(x.shape))


class Inner(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return self.second(functional.relu(self.first(x)))


class Layer(nn.Module):
    """A layer of the encoder; with `decoding`, of the decoder."""

    def __init__(self, *, decoding: bool) -> None:
        super().__init__()
        self.own, self.inner = Attention(), Inner()
        self.across = Attention() if decoding else None
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH, 1e-6) for _ in range(3 if decoding else 2))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None, seen: Tensor) -> Tensor:
        y = self.norms[0](x)
        x = x + self.drop(self.own(y, y, mask))
        if self.across is not None and memory is not None:
            x = x + self.drop(self.across(self.norms[1](x), memory, seen))
        return x + self.drop(self.inner(self.norms[-1](x)))


class Network(nn.Module):
    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, WIDTH)
        nn.init.normal_(self.embedding.weight, 0, WIDTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(vocabulary))
        self.encoder = nn.ModuleList(Layer(decoding=False) for _ in range(LAYERS))
        self.decoder = nn.ModuleList(Layer(decoding=True) for _ in range(LAYERS))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH, 1e-6) for _ in range(2))
        self.register_buffer("positions", _sinusoids())
        self.drop = nn.Dropout(0.1)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        seen = (source != PAD)[:, None, None, :]
        memory = self._embedded(source)
        for layer in self.encoder:
            memory = layer(memory, seen, None, seen)
        memory = self.norms[0](memory)
        length = target.shape[1]
        earlier = torch.ones(length, length, dtype=torch.bool).tril()[None, None]
        x = self._embedded(target)
        for layer in self.decoder:
            x = layer(x, earlier, memory, seen)
        return self.norms[1](x) @ self.embedding.weight.t() + self.bias

    def _embedded(self, pieces: Tensor) -> Tensor:
        scaled = self.embedding(pieces) * math.sqrt(WIDTH)
        return self.drop(scaled + self.positions[: pieces.shape[1]])


def _sinusoids() -> Tensor:
    """Sines and cosines in turn, as OpenNMT-py has them."""
    table = torch.zeros(POSITIONS, WIDTH)
    places = torch.arange(0, POSITIONS).unsqueeze(1).float()
    waves = torch.exp(torch.arange(0, WIDTH, 2).float() * -(math.log(10_000.0) / WIDTH))
    table[:, 0::2], table[:, 1::2] = torch.sin(places * waves), torch.cos(places * waves)
    return table


# --- training


def train(network: Network, examples: Sequence[Example], seconds: float) -> None:
    """Train for `seconds`, the rate falling to nothing at their end; print the loss."""
    settings = {"lr": SCHEDULE["rate"], "betas": (0.9, 0.98), "eps": 1e-9, "weight_decay": 0.0}
    optimizer = torch.optim.AdamW(network.parameters(), **settings)
    started, steps, epoch = time.monotonic(), 0, 0
    network.train()
    while True:
        for batch in _batches(examples, epoch):
            part = (time.monotonic() - started) / seconds
            if part > 1:
                return
            warm = min(1.0, (steps + 1) / SCHEDULE["warmup"])
            for group in optimizer.param_groups:
                group["lr"] = SCHEDULE["rate"] * warm * max(0.02, 1 - part)
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if steps % 200 == 0:
                print(f"step {steps}, epoch {epoch}, loss {loss.item():.3f}", flush=True)
            steps += 1
        epoch += 1


def _batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Examples of like lengths together, the batches in another order every time."""
    chance = random.Random(seed)
    ordered = sorted(examples, key=lambda pair: (len(pair[1]), len(pair[0]), chance.random()))
    batches: list[list[Example]] = [[]]
    for pair in ordered:
        longest = max(len(side) for side in pair) + 1
        if longest * (len(batches[-1]) + 1) > BATCH_PIECES:
            batches.append([])
        batches[-1].append(pair)
    chance.shuffle(batches)
    yield from batches


def _loss(network: Network, batch: Sequence[Example]) -> Tensor:
    source = _padded([pieces for pieces, _ in batch])
    given = _padded([[START, *pieces] for _, pieces in batch])
    wanted = _padded([[*pieces, END] for _, pieces in batch])
    scores = network(source, given)
    return functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten(), ignore_index=PAD, label_smoothing=SMOOTHING
    )


def _padded(rows: Sequence[Sequence[int]]) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[PAD] * (width - len(row))] for row in rows])


# --- conversion


def save(
    network: Network, vocabulary: Sequence[str], known: set[int], folder: Path, *, eos: bool
) -> None:
    """Write a CTranslate2 model of 8-bit weights that writes only the `known` pieces.

    `eos`: sources end with `</s>`, as Marian's do.
    """
    network = network.eval()
    spec = transformer_spec.TransformerSpec.from_config(
        (LAYERS, LAYERS),
        HEADS,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        alignment_layer=-1,
        alignment_heads=1,
    )
    weights = _array(network.embedding.weight)
    bias = _array(network.bias)
    bias[[number not in known for number in range(len(vocabulary))]] = -1e4
    for side, embeddings in (
        (spec.encoder, spec.encoder.embeddings[0]),
        (spec.decoder, spec.decoder.embeddings),
    ):
        embeddings.weight = weights
        side.scale_embeddings = True
        side.position_encodings.encodings = _array(network.positions)
    spec.decoder.projection.weight, spec.decoder.projection.bias = weights, bias
    _norm(spec.encoder.layer_norm, network.norms[0])
    _norm(spec.decoder.layer_norm, network.norms[1])
    for layer, theirs in zip(network.encoder, spec.encoder.layer, strict=True):
        _layer(theirs, layer)
    for layer, theirs in zip(network.decoder, spec.decoder.layer, strict=True):
        _layer(theirs, layer)
    for name, token in (
        ("decoder_start", "<s>"),
        ("bos", "<s>"),
        ("eos", "</s>"),
        ("unk", "<unk>"),
    ):
        setattr(spec.config, f"{name}_token", token)
    spec.config.add_source_bos, spec.config.add_source_eos = False, eos
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _array(weights: Tensor) -> np.ndarray:
    return np.ascontiguousarray(weights.detach().numpy(), dtype=np.float32).copy()


def _norm(spec: common_spec.LayerNormSpec, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _linear(spec: common_spec.LinearSpec, *layers: nn.Linear) -> None:
    spec.weight = _array(torch.cat([layer.weight for layer in layers]))
    spec.bias = _array(torch.cat([layer.bias for layer in layers]))


def _layer(spec: object, layer: Layer) -> None:
    own = spec.self_attention
    _linear(own.linear[0], layer.own.query, layer.own.key, layer.own.value)
    _linear(own.linear[1], layer.own.out)
    _norm(own.layer_norm, layer.norms[0])
    if layer.across is not None:
        across = spec.attention
        _linear(across.linear[0], layer.across.query)
        _linear(across.linear[1], layer.across.key, layer.across.value)
        _linear(across.linear[2], layer.across.out)
        _norm(across.layer_norm, layer.norms[1])
    _linear(spec.ffn.linear_0, layer.inner.first)
    _linear(spec.ffn.linear_1, layer.inner.second)
    _norm(spec.ffn.layer_norm, layer.norms[-1])
