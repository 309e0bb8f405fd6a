"""Articles read by several threads at once, as the browser's server does."""

from __future__ import annotations

import subprocess
import sys

READ_AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from workflow.article import parse

def article(number):
    return (
        f"---\\ntitle: 'Crónica {number}: la cárcel'\\nfotos:\\n  - &una {{pie: Los {number}}}\\n"
        f"---\\n\\n# Título {number}\\n\\n| a | b |\\n|---|---|\\n| {number} | **dos** |\\n\\n"
        f"- Lista [de {number}](x.md).\\n\\n> Cita de {number}.[^1]\\n\\n[^1]: Nota {number}.\\n"
    )

def read(number):
    document = parse(article(number))
    return [(segment.kind, segment.source) for segment in document.segments]

sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(8) as pool:
    at_once = list(pool.map(read, range(200)))
assert at_once == [read(number) for number in range(200)]
"""


def test_articles_read_at_once_are_read_as_one_by_one() -> None:
    subprocess.run([sys.executable, "-c", READ_AT_ONCE], check=True)
