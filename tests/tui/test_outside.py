"""What the terminal is told beside its screen: which notification it understands, and what is sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import outside

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environ", "kind"),
    [
        ({"TERM": "xterm-kitty"}, "osc99"),
        (XTERM | {"KITTY_WINDOW_ID": "1"}, "osc99"),
        ({"TERM": "xterm-ghostty"}, "osc777"),
        ({"TERM": "foot"}, "osc777"),
        ({"TERM": "foot-direct"}, "osc777"),
        ({"TERM": "rxvt-unicode-256color"}, "osc777"),
        ({"TERM": "contour-latest"}, "osc777"),
        (XTERM | {"TERM_PROGRAM": "WezTerm"}, "osc777"),
        (XTERM | {"TERM_PROGRAM": "iTerm.app"}, "osc9"),
        (XTERM | {"LC_TERMINAL": "iTerm2"}, "osc9"),
        (XTERM | {"WT_SESSION": "5d3f"}, "osc777"),
        (XTERM | {"VTE_VERSION": "7600"}, "osc777"),
        (XTERM, None),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, None),
        ({"TERM": "footpath"}, None),
        ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, None),
        ({"TERM": "screen", "LC_TERMINAL": "iTerm2"}, None),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, None),
        ({}, None),
    ],
)
def test_the_notification_that_a_terminal_understands(environ: dict[str, str], kind: outside.Kind | None) -> None:
    assert outside.kind_of(environ) == kind


def test_a_window_has_a_title_and_a_console_has_none() -> None:
    assert outside.has_title(XTERM)
    assert not any(outside.has_title(each) for each in ({"TERM": "linux"}, {"TERM": "dumb"}, {}))


def test_what_is_sent() -> None:
    assert outside.title("GO · Row") == "\x1b]0;GO · Row\x1b\\"
    assert outside.notification("osc9", "legday", "GO") == "\x1b]9;legday: GO\x1b\\"
    assert outside.notification("osc777", "legday", "GO") == "\x1b]777;notify;legday;GO\x1b\\"
    assert outside.notification("osc99", "legday", "GO") == (
        "\x1b]99;i=legday:d=0:o=unfocused;legday\x1b\\\x1b]99;i=legday:d=1:p=body;GO\x1b\\"
    )


KINDS: list[outside.Kind] = ["osc9", "osc777", "osc99"]


@given(st.text(), st.sampled_from(KINDS))
def test_nothing_in_a_text_ends_it_or_begins_another_part(text: str, kind: outside.Kind) -> None:
    usual, sent = outside.notification(kind, "legday", ""), outside.notification(kind, "legday", text)
    for sign in "\x1b\a;\x9c\n":
        assert sent.count(sign) == usual.count(sign)
    assert outside.title(text).count("\x1b") == 2
    assert "\a" not in outside.title(text)
