"""What is said of a file that is no log: one line, where and what."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.formats.interchange import MOST_BYTES, BadLog, Log, read_log, write_log
from data.text import plain

SET = "logged[0].exercises[0].sets[0]"
MOMENT = "2026-06-02T07:00:00+02:00"
NO_ZONE = "is no time zone; write one such as Europe/Berlin or +09:00"
ACCEPTED = {"first": "a", "second": "b", "reason": "", "at": MOMENT, "seal": ""}


def as_json(**fields: Any) -> bytes:
    return json.dumps({"legday": 1} | fields).encode()


def a_lift(**fields: Any) -> dict[str, Any]:
    return {"id": "l", "kind": "strength", "start": MOMENT} | fields


def a_lift_with(*sets: dict[str, Any]) -> dict[str, Any]:
    return a_lift(exercises=[{"exercise": "back_squat", "sets": list(sets)}])


def complaint(data: bytes) -> str:
    with pytest.raises(BadLog) as caught:
        read_log(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"logged": [a_lift(id="1"), a_lift(id="2"), a_lift(id="3"), a_lift_with({"kg": 1}, {"wieght": 80})]},
            'logged[3].exercises[0].sets[1]: unknown field "wieght"',
        ),
        ({"logged": [a_lift(titel="x")]}, 'logged[0]: unknown field "titel"; did you mean "title"?'),
        ({"logged": [{"kind": "run"}]}, 'logged[0]: "id" is missing'),
        ({"athlete": {"priority": "walking"}}, 'athlete.priority: "walking" is none of running, strength'),
        ({"logged": [a_lift(rpe=11)]}, "logged[0].rpe: a whole number of at most 10 expected"),
        ({"logged": [a_lift(title=5)]}, "logged[0].title: text expected, not a whole number"),
        ({"logged": [a_lift_with({"reps": -1})]}, f"{SET}.reps: a whole number of at least 0 expected"),
        ({"logged": [a_lift_with({"kg": "80"})]}, f"{SET}.kg: a number or null expected, not text"),
        ({"planned": [a_lift(start="soon")]}, f"planned[0].start: a date and time such as {MOMENT} expected"),
        ({"athlete": {"zone": "Mars/Base"}}, f'athlete.zone: "Mars/Base" {NO_ZONE}'),
        ({"planned": [a_lift(zone="+25:00")]}, f'planned[0].zone: "+25:00" {NO_ZONE}'),
        (
            {"planned": [a_lift()], "logged": [a_lift()]},
            'logged[0].id: "l" is the id of planned[0] already; each needs its own',
        ),
        ({"logged": [a_lift(start="0001-01-01T00:00:00Z")]}, "logged[0].start: a year from 1900 to 2199 expected"),
        (
            {"logged": [a_lift(kind="run") | {"exercises": [{"exercise": "x"}]}]},
            "logged[0]: only a strength session has exercises",
        ),
        ({"accepted": [ACCEPTED, ACCEPTED]}, "accepted[1]: the same two sessions as accepted[0]; leave one out"),
    ],
)
def test_what_is_wrong_is_said_with_its_path(fields: dict[str, Any], line: str) -> None:
    assert complaint(as_json(**fields)) == line


def test_an_unknown_template_is_answered_with_those_there_are() -> None:
    line = complaint(as_json(planned=[a_lift(template="gym/Z")]))
    assert line.startswith('planned[0].template: "gym/Z" is no template; there are gym_2day/A, ')


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "line 1, column 1: not JSON here: the file ends too soon"),
        (b'{"legday": 1,\n "logged": [', "line 2, column 13: not JSON here: the file ends too soon"),
        (b'{"legday": 1,\n "athlete": nonsense}', "line 2, column 14: not JSON here: invalid character"),
        (b'{"legday": 1} and more', "line 1, column 15: not JSON here: trailing characters"),
        (
            b'{"legday": 1, "athlete": {"bodyweight_kg": NaN}}',
            "line 1, column 44: not JSON here: invalid character",
        ),
        (b'{"legday": 1,\n"athlete": {"name": "\xff"}}', "line 2, column 22: not UTF-8 text; save the file as UTF-8"),
        (b"null", "an object expected, not null"),
        (b"{}", 'not a legday log: a log says "legday": 1'),
        (b'{"legday": 2}', "a newer legday wrote this"),
        (b'{"legday": "one"}', "legday: 1 expected"),
        (b'{"legday": 1, "athlete": {"bodyweight_kg": 1e999}}', "athlete.bodyweight_kg: the number is too large"),
        (
            b'{"legday": 1, "athlete": {"bodyweight_kg": 1e300}}',
            "athlete.bodyweight_kg: a number of at most 1000000000 expected",
        ),
        (
            b'{"legday": 1, "athlete": {"hr_max": ' + b"9" * 5000 + b"}}",
            "athlete.hr_max: the number is too large",
        ),
        (b'{"legday": 1, "x": ' + b'{"a":' * 100_000, "nested too deep to be a legday log"),
        (b'{"legday": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deep to be a legday log"),
        (b'{"legday": 1, "planned": {}}', "planned: a list expected, not an object"),
    ],
)
def test_what_is_no_log_is_said_in_one_line(data: bytes, line: str) -> None:
    assert complaint(data) == line


def test_what_a_stranger_wrote_is_shown_and_never_sent() -> None:
    line = complaint(as_json(**{"\x1b[31mred\n" + "x" * 1000: 1}))
    assert line == plain(line)
    assert len(line) < 120


def test_a_file_larger_than_the_bound_is_not_read() -> None:
    assert complaint(b" " * (MOST_BYTES + 1)) == "64 MiB is more than the 64 that a log may have"


NUMBERS = st.integers() | st.floats() | st.text() | st.none() | st.booleans() | st.datetimes().map(str)
NAMES = ("athlete", "planned", "logged", "accepted", "comments", "id", "kind", "start", "zone", "exercises", "sets")
JSON = st.recursive(
    NUMBERS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
)


def log_or_line(data: bytes) -> Log | str:
    try:
        return read_log(data)
    except BadLog as error:
        return str(error)


@settings(deadline=None)
@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_a_log_or_one_line(data: bytes) -> None:
    answer = log_or_line(data)
    assert isinstance(answer, Log) or answer == plain(answer)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=5), st.integers(0, 10_000), st.binary(max_size=8))
def test_a_log_that_was_tampered_with_is_a_log_or_one_line(fields: dict[str, Any], place: int, torn: bytes) -> None:
    whole = as_json(**({"logged": [a_lift_with({"kg": 80, "reps": 5})]} | fields))
    at = place % len(whole)
    for data in (whole, whole[:at] + torn + whole[at + len(torn) :]):
        answer = log_or_line(data)
        if isinstance(answer, Log):
            assert read_log(write_log(answer)) == read_log(write_log(read_log(write_log(answer))))
        else:
            assert answer == plain(answer)
