"""Lines repaint the cells that differ, and no others."""

import pytest
from textual.content import Content

from tui.widgets.lines import differing
from tui.widgets.rest_lines import rest_line


@pytest.mark.parametrize(
    ("was", "now", "runs"),
    [
        ("rest 1:42", "rest 1:42", []),
        ("rest 1:42", "rest 1:41", [(8, 1)]),
        ("rest 1:40", "rest 1:39", [(7, 2)]),
        ("a                   b", "c                   d", [(0, 1), (20, 1)]),
        ("a    b", "c    d", [(0, 6)]),
        ("short", "shorter", [(5, 2)]),
        ("longer", "long", [(4, 2)]),
        ("日本 1", "日本 2", [(0, 6)]),
        ("", "new", [(0, 3)]),
    ],
)
def test_where_lines_differ(was: str, now: str, runs: list[tuple[int, int]]) -> None:
    assert differing(Content(was), Content(now)) == runs


def test_another_colour_is_another_cell() -> None:
    was = Content.assemble(("on", "bold"), ("off", "dim"))
    assert differing(was, Content.assemble(("on", "bold"), "off")) == [(2, 3)]


def test_a_second_of_rest_changes_the_number_alone() -> None:
    before, after = rest_line(102, 150, 40), rest_line(101, 150, 40)
    assert differing(before, after) == [(8, 1)]
