"""Lines repaint as far as they differ, and no further."""

import pytest
from textual.content import Content

from tui.widgets.lines import broken, end_of_change
from tui.widgets.rest_lines import rest_line


@pytest.mark.parametrize(
    ("was", "now", "end"),
    [
        ("rest 1:42", "rest 1:42", 0),
        ("rest 1:42", "rest 1:41", 9),
        ("rest 1:42 ━━━", "rest 1:41 ━━━", 9),
        ("a                   b", "c                   b", 1),
        ("short", "shorter", 7),
        ("longer", "long", 6),
        ("日本 1", "日本 2", 6),
        ("", "new", 3),
    ],
)
def test_where_a_change_ends(was: str, now: str, end: int) -> None:
    assert end_of_change(Content(was), Content(now)) == end


def test_another_colour_is_a_change() -> None:
    was = Content.assemble(("on", "bold"), ("off", "dim"), "end")
    assert end_of_change(was, Content.assemble(("on", "bold"), "offend")) == 5


def test_a_second_of_rest_changes_the_number_alone() -> None:
    assert end_of_change(rest_line(103, 150, 80), rest_line(102, 150, 80)) == 9


def test_the_bar_moves_no_oftener_than_every_eight_seconds() -> None:
    shown = [rest_line(left, 45, 80).plain.count("━") for left in range(45, 0, -1)]
    assert len(set(shown)) == 5
    assert (shown[0], shown[-1]) == (24, 4)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Back squat: highest e1RM 105 kg", 28, ["Back squat: highest e1RM", "105 kg"]),
        ("away from the tempo: 12 h 15 before", 25, ["away from the tempo:", "12 h 15 before"]),
        ("Cable anti-rotation press 2×10 RIR 3", 34, ["Cable anti-rotation press 2×10", "RIR 3"]),
        ("from 5 % above on", 6, ["from", "5 %", "above", "on"]),
        ("2 moves and 3 lifts", 9, ["2 moves", "and 3", "lifts"]),
        ("12 kg", 3, ["12", "kg"]),
    ],
)
def test_a_number_stays_with_its_unit(text: str, width: int, lines: list[str]) -> None:
    assert [line.plain.rstrip() for line in broken(Content(text), width)] == lines


def test_a_broken_line_keeps_its_colours() -> None:
    first, second = broken(Content.assemble("it weighed all of ", ("105 kg", "bold")), 21)
    assert (first.plain.rstrip(), first.spans) == ("it weighed all of", [])
    assert (second.plain, [(span.start, span.end) for span in second.spans]) == ("105 kg", [(0, 6)])
