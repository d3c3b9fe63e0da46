"""What may be asked for over SSH: only commands that read, of the logs that were granted, whatever is sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.door import READING, Asked, Refused, asked
from data.text import plain

NAMES = ("anna", "Ben Äkt")


def line(text: str, athletes: tuple[str, ...] = NAMES) -> str:
    refused = asked(text, athletes)
    assert isinstance(refused, Refused)
    return refused.line


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Asked(None)),
        ("legday", Asked(None)),
        ("ANNA", Asked("anna")),
        ("legday anna", Asked("anna")),
        ("week anna", Asked("anna", "week")),
        ("legday week anna 2026-06-01 --json", Asked("anna", "week", ("--json", "2026-06-01"))),
        ("week anna -1w", Asked("anna", "week", ("-1w",))),
        ("plan --athlete anna +2w", Asked("anna", "plan", ("+2w",))),
        ("today --athlete='ben äkt' --json", Asked("Ben Äkt", "today", ("--json",))),
        ("check anna --from mon --until=+3d", Asked("anna", "check", ("--from=mon", "--until=+3d"))),
        ("explain week anna today monotony", Asked("anna", "explain", ("week", "today", "monotony"))),
        ("explain anna bests", Asked("anna", "explain", ("bests",))),
        ("export anna", Asked("anna", "export")),
        ("fix anna", Asked("anna", "fix")),
        ("roster", Asked(None, "roster")),
        ("legday roster --json", Asked(None, "roster", ("--json",))),
        ("roster anna", Asked("anna", "roster")),
    ],
)
def test_what_is_understood(text: str, wanted: Asked) -> None:
    assert asked(text, NAMES) == wanted


def test_with_one_log_it_need_not_be_said_whose() -> None:
    assert asked("", ["anna"]) == Asked("anna")
    assert asked("week --json", ["anna"]) == Asked("anna", "week", ("--json",))
    assert asked("roster", ["anna"]) == Asked(None, "roster")  # all of one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "bash",
            '"bash" is refused. What can be asked: today, week, plan, check, fix, explain, export, roster; of anna, '
            "Ben Äkt.",
        ),
        ("fix anna --apply", '"--apply" is refused after fix.'),
        ("week anna --home=/tmp", '"--home=/tmp" is refused after week.'),
        ("week anna --json=1", '"--json=1" is refused after week.'),
        ("export anna -o x", '"-o" is refused after export.'),
        ("export anna --json", '"--json" is refused after export.'),
        ("week anna -١w", '"-١w" is refused after week.'),
        ("week anna -- today", '"--" is refused after week.'),
        ("today anna tomorrow", '"tomorrow" is refused after today: it is none of anna, Ben Äkt.'),
        ("week", "Whose? Say one of anna, Ben Äkt after week."),
        ("week --athlete carl", "Whose? Say one of anna, Ben Äkt after week."),
        ("check anna --from", "--from wants a word after it."),
        ("week 'anna", '"week \'anna" is refused: a quote in it does not end.'),
        ("week \x1b]0;hi\x07", '"week ␛]0;hi␇" is refused: no command is so long, or has such letters in it.'),
        (
            "carl",
            '"carl" is refused. What can be asked: today, week, plan, check, fix, explain, export, roster; of anna, '
            "Ben Äkt.",
        ),
        ("roster carl", '"carl" is refused after roster: it is none of anna, Ben Äkt.'),
        ("roster --athlete carl", "Whose? Say one of anna, Ben Äkt after roster."),
        ("roster anna 'ben äkt'", '"ben äkt" is refused after roster: one log at a time.'),
        ("today anna 'ben äkt'", '"ben äkt" is refused after today: one log at a time.'),
    ],
)
def test_what_is_refused_is_said_in_one_line(text: str, said: str) -> None:
    assert line(text) == said


PIECES = st.one_of(
    st.sampled_from(
        [
            *READING,
            *NAMES,
            "--json",
            "--from",
            "--athlete",
            "--home",
            "--apply",
            "-o",
            "-1w",
            "--",
            "-",
            ";",
            "../x",
            "'",
        ]
    ),
    st.text(max_size=8),
)


@given(words=st.lists(PIECES, max_size=6), athletes=st.sampled_from([("anna",), NAMES]))
def test_whatever_is_sent_it_is_a_reading_command_of_a_granted_log_or_refused(
    words: list[str], athletes: tuple[str, ...]
) -> None:
    answer = asked(" ".join(words), athletes)
    if isinstance(answer, Refused):
        assert plain(answer.line) == answer.line
        return
    assert answer.athlete in (*athletes, None)
    if answer.command is None:
        assert answer.words == ()
        return
    allowed = READING[answer.command]
    assert answer.athlete is not None or allowed.of_all
    for word in answer.words:
        option = word.partition("=")[0]
        assert not word.startswith("-") or word in allowed.flags or option in allowed.options or word[1:-1].isdigit()
