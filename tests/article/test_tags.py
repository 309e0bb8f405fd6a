"""Tagged translations back to Markdown."""

from __future__ import annotations

import pytest

from workflow.article import TagError, parse


def untag(markdown: str, tagged: str) -> str:
    """The Markdown of a tagged translation of the first segment of `markdown`."""
    return parse(markdown).segments[0].untag(tagged)


@pytest.mark.parametrize(
    ("markdown", "tagged", "expected"),
    [
        ("**Uno** dos", '<g id="1">One</g> two', "**One** two"),
        ("**Uno** `x`", '<x id="2"/> <g id="1">one</g>', "`x` **one**"),
        ("**Uno** _dos_", '<g id="2">two <g id="1">one</g></g>', "_two **one**_"),
        ("**Uno** dos", '<g id="1"> One </g>two', "**One** two"),
        ("*u* dos", 'pre<g id="1">fix</g>ed', "pre*fix*ed"),
        ("_u_ dos", 'pre<g id="1">fix</g>ed', "pre*fix*ed"),
        ("*u* *d*", '<g id="1">a</g><g id="2">b</g>', "*a*_b_"),
        ("**u** dos", 'a<g id="1">“b”</g>c', "&#97;**“b”**&#99;"),
        ("[u](x) dos", 'Oh!<g id="1">one</g>', "Oh\\![one](x)"),
        ("[u] dos\n\n[u]: x", '<g id="1">one</g> two', "[one][u] two"),
        ("Uno dos", "2 * 3 &lt; 4 &amp; 5", "2 * 3 < 4 & 5"),
        ("Uno dos", "*a* &amp;lt; `b` [c](d) &lt;e&gt;", "\\*a\\* \\&lt; \\`b\\` \\[c\\](d) \\<e>"),
    ],
)
def test_markup_goes_where_the_tags_are(markdown: str, tagged: str, expected: str) -> None:
    assert untag(markdown, tagged) == expected


@pytest.mark.parametrize(
    ("tagged", "complaint"),
    [
        ("One", "tag 1 is lost"),
        ('<g id="1">One</g>', "tag 2 is lost"),
        ('<g id="1">One</g> <x id="2"/> <x id="2"/>', "tag 2 stands there twice"),
        ('<g id="1">One</g> <x id="2"/> <x id="3"/>', "tag 3 is no tag of the source"),
        ('<g id="1">One <x id="2"/>', "is never closed"),
        ('<x id="1"/> <x id="2"/>', "tag 1 is no tag of the source"),
        ('One</g> <x id="2"/>', "closes nothing"),
        ('<g>One</g> <x id="2"/>', "is no tag of the source"),
        ('<g id="1"></g> <x id="2"/> one', "cannot stand"),
    ],
)
def test_lost_and_invented_tags_are_refused(tagged: str, complaint: str) -> None:
    with pytest.raises(TagError, match=complaint):
        untag("**Uno** `x`", tagged)


def test_literal_brackets_and_backticks_do_not_look_like_markdown_to_other_tools() -> None:
    (segment,) = parse("[uno](dos tres) \\` \\\\\n").segments
    assert segment.tagged == "[uno&#93;(dos tres) &#96; &#92;"
    assert segment.untag(segment.tagged) == segment.message


@pytest.mark.parametrize(
    ("markdown", "tagged", "expected"),
    [
        ("`u` y `d`", '<x id="1"/><x id="2"/> and', "`u` `d` and"),
        ("*`u`* y `d`", 'and <x id="3"/><g id="1"><x id="2"/></g>', "and `d`*`u`*"),
    ],
)
def test_tags_that_cannot_touch_are_set_apart(markdown: str, tagged: str, expected: str) -> None:
    assert untag(markdown, tagged) == expected
