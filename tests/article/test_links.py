"""Addresses of a page: found where a reader can follow them, changed without touching the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.article import parse
from workflow.article.links import addresses, with_addresses

PAGE = """\
---
image: foto.jpg
---
[a](x.md) e ![im](foto.jpg "T"), [![b](i.png)](<y z.md> 'tt'), `[c](no.md)` y [d][r]: [p](a(b).md#s)

> [q](quote.md
> "título") <a class="k" href="h.md">z</a>

[r]: ref.md "título (x)"

- <div><a href='b.md?x=1&amp;y'>k</a>
  <img src="j.png" alt="x"></div>

```
[n](code.md)
```

[e]() [f](  g.md  ) [^1] <https://example.org/> \\[no](no.md)

[^1]: nota [fn](fn.md)
"""
FOUND = [
    "x.md", "foto.jpg", "i.png", "y z.md", "a(b).md#s", "quote.md", "h.md", "ref.md",
    "b.md?x=1&y", "j.png", "g.md", "fn.md",
]  # fmt: skip


def test_every_address_is_found_and_none_in_code() -> None:
    assert [address.value for address in addresses(parse(PAGE))] == FOUND


def test_nothing_but_the_addresses_changes() -> None:
    changed = with_addresses(parse(PAGE), lambda address: "../" + address)
    assert [a.value for a in addresses(parse(changed))] == ["../" + value for value in FOUND]
    assert (
        with_addresses(parse(changed), lambda address: address.removeprefix("../")).replace(
            "<a(b).md#s>", "a(b).md#s"
        )
        == PAGE
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(line_end: str) -> None:
    page = PAGE.replace("\n", line_end)
    assert with_addresses(parse(page), lambda address: address) == page
    moved = with_addresses(parse(page), lambda address: address.replace("x.md", "much-longer.md"))
    assert moved == page.replace("x.md", "much-longer.md", 1)


@given(
    st.text(st.characters(exclude_categories=["C"], exclude_characters="<>\\\\&${"), max_size=12)
)
def test_any_address_can_be_written(address: str) -> None:
    """Save what could begin an escape, an entity, math or a shortcode: those are encoded."""
    address = address.strip()
    changed = parse(with_addresses(parse("[a](x.md) y <b href='x.md'>z</b>\n"), lambda _: address))
    assert [a.value for a in addresses(changed)] == [address] * 2


def test_what_could_begin_math_or_a_shortcode_is_encoded() -> None:
    page = with_addresses(parse("[a](x.md) [b](x.md)\n"), lambda _: "{{a$b$.md")
    assert page == "[a](%7B%7Ba%24b%24.md) [b](%7B%7Ba%24b%24.md)\n"
