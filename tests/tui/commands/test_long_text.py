"""A title or note as long as a book, from a coach, a watch or another machine: commands answer at once all the same."""

from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Accepted
from tests.builders import moment, planned_lift, planned_run, run
from tests.tui.commands.conftest import Shell
from tui.commands.output import cells, fit, wrapped

BOOK = "x" * 100_000
# What is at once: the answer to a book may take no more than this beside that to a word.
SECONDS = 2.0


@given(st.text(max_size=30), st.integers(1, 20))
def test_a_text_that_is_fitted_fills_its_columns_with_its_own_beginning(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cells(fitted) == width
    if cells(text) <= width:
        assert fitted == text.ljust(len(fitted))
    else:
        kept, _, padding = fitted.rpartition("…")
        assert text.startswith(kept)
        assert padding.strip() == ""


@given(st.text(alphabet="ab \u0301宽", max_size=60), st.integers(2, 12))
def test_a_text_that_is_wrapped_is_whole_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = wrapped("", text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width for line in lines)


def test_a_book_is_cut_and_broken_at_once() -> None:
    began = monotonic()
    assert fit(BOOK, 40) == "x" * 39 + "…"
    assert wrapped("", BOOK, 80) == ["x" * 80] * (len(BOOK) // 80)
    assert monotonic() - began < SECONDS


@pytest.mark.parametrize("words", [["today"], ["week"], ["plan"], ["check"], ["fix"], ["explain", "day"]])
def test_commands_answer_a_book_at_once(shell: Shell, words: list[str]) -> None:
    ran = run("2026-06-01 08:00", rpe=9, type="intervals", title=BOOK, notes=BOOK)
    lift = planned_lift("2026-06-01 18:00", title=BOOK, notes=BOOK)
    shell.holds(
        ran,
        lift,
        planned_run("2026-06-02 07:00", type="tempo", title=BOOK, notes=BOOK),
        accepted=[Accepted(first=ran.id, second=lift.id, at=moment("2026-06-01 09:00"), reason=BOOK, seal="x")],
    )
    began = monotonic()
    answer = shell(*words)
    assert monotonic() - began < SECONDS
    assert answer.code in (0, 1), answer.err
    assert "xxx" in answer.out
