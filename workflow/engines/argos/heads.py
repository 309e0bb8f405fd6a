"""All attention heads of a CTranslate2 model averaged, so that its attention aligns words.

Converted models return the attention of one head, which aligns poorly; how many are averaged is a
variable in `model.bin`. It is changed in memory, the file stays as it is. Layout of the file:
CTranslate2, python/ctranslate2/specs/model_spec.py (binary version 4 and later).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BINARY_VERSIONS = range(4, 7)
_ALIGNMENT = "decoder/alignment_heads"
_COUNTS = ("decoder/num_heads", "num_heads", "decoder/layer_0/attention/num_heads")
_INT16 = 2
"""CTranslate2's number for 16-bit integers, and their bytes."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    name: str
    offset: int
    dtype: int
    size: int


def model_files(folder: Path) -> dict[str, bytes]:
    """The files of a model, by name, with as many alignment heads as it has heads.

    Raises `OSError` when they cannot be read. A model of another layout is given as it is.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    files["model.bin"] = with_all_heads(files["model.bin"])
    return files


def with_all_heads(model: bytes) -> bytes:
    """The binary model with `alignment_heads` set to its number of heads."""
    try:
        scalars = {scalar.name: scalar for scalar in _scalars(model)}
    except (struct.error, UnicodeDecodeError, IndexError):
        return model
    heads = next((_integer(model, scalars[name]) for name in _COUNTS if name in scalars), 0)
    place = scalars.get(_ALIGNMENT)
    if heads < 1 or place is None or (place.dtype, place.size) != (_INT16, _INT16):
        return model
    end = place.offset + place.size
    return model[: place.offset] + struct.pack("<h", heads) + model[end:]


def _scalars(model: bytes) -> Iterator[_Scalar]:
    """The single numbers among the variables of a model."""
    (version,) = struct.unpack_from("<I", model, 0)
    if version not in _BINARY_VERSIONS:
        return
    _, cursor = _string(model, 4)
    _, count = struct.unpack_from("<II", model, cursor)
    cursor += 8
    for _ in range(count):
        name, cursor = _string(model, cursor)
        rank = model[cursor]
        cursor += 1 + 4 * rank
        dtype, size = struct.unpack_from("<BI", model, cursor)
        cursor += 5
        if rank == 0:
            yield _Scalar(name, cursor, dtype, size)
        cursor += size


def _string(model: bytes, cursor: int) -> tuple[str, int]:
    """A string with its length before it and a NUL at its end, and what comes after."""
    (length,) = struct.unpack_from("<H", model, cursor)
    end = cursor + 2 + length
    return model[cursor + 2 : end - 1].decode("utf-8"), end


def _integer(model: bytes, scalar: _Scalar) -> int:
    return int.from_bytes(model[scalar.offset : scalar.offset + scalar.size], "little")
