"""FIT files that are odd, damaged, too large, or none: what can be read is kept, what is wrong is said."""

import gzip
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.formats import fit_messages
from data.formats.fit import read
from data.formats.interchange import Log, read_log, write_log
from data.model import LoggedSession, document
from tests.data.formats.fitfile import RUNNING, STRENGTH_TRAINING, TRAINING, Message, at, fit

SEVEN = at("2026-06-01T05:00:00Z")
CREATED: Message = ("file_id", {"type": 4, "time_created": SEVEN})
RUN: Message = ("session", {"start_time": SEVEN, "sport": RUNNING, "total_timer_time": 1800, "total_distance": 5000})
LATER: Message = ("session", {"start_time": SEVEN + 90_000, "sport": RUNNING, "total_timer_time": 2400})
RECORDS: tuple[Message, ...] = tuple(
    ("record", {"timestamp": SEVEN + 10 * step, "heart_rate": 140, "distance": 30 * step, "altitude": 100 + step % 9})
    for step in range(30)
)
LIFT: tuple[Message, ...] = (
    ("set", {"start_time": SEVEN, "set_type": 1, "duration": 30, "repetitions": 5, "weight": 80, "category": (28, 17)}),
    ("session", {"start_time": SEVEN, "sport": TRAINING, "sub_sport": STRENGTH_TRAINING, "total_timer_time": 900}),
)
WHOLE = fit(CREATED, *RECORDS, RUN)
FILES = (WHOLE, fit(CREATED, *LIFT), fit(CREATED, *RECORDS) + fit(CREATED, RUN, LATER), gzip.compress(WHOLE, mtime=0))


def read_with_problems(data: bytes) -> tuple[tuple[LoggedSession, ...], list[str]]:
    sessions, problems = read(data, "a.fit")
    return sessions, [problem.line() for problem in problems]


def test_a_header_without_a_checksum_is_legal() -> None:
    sessions, said = read_with_problems(fit(CREATED, RUN, header_checksum=False))
    assert (len(sessions), said) == (1, [])


def test_a_wrong_checksum_is_said_and_the_session_kept() -> None:
    sessions, said = read_with_problems(fit(CREATED, RUN, checksum=0x1234))
    assert [one.distance_m for one in sessions] == [5000]
    assert said == ["a.fit: its checksum does not match; what could be read is kept"]


def test_a_file_cut_short_keeps_its_records() -> None:
    """Cut before the session message: the records make the session. The sport is not known then."""
    whole = fit(CREATED, ("sport", {"sport": RUNNING}), *RECORDS, RUN)
    sessions, said = read_with_problems(whole[: len(whole) - 60])
    (run,) = sessions
    assert (run.kind, run.start, run.hr_avg) == ("run", read(WHOLE, "a.fit")[0][0].start, 140)
    assert run.minutes is not None
    assert 200 / 60 < run.minutes <= 290 / 60
    assert said == ["a.fit: it is cut short or damaged; what could be read is kept"]


def test_a_file_without_a_session_is_what_its_records_make() -> None:
    """A gap of over a minute is a pause: ten seconds, a pause, ten seconds."""
    seconds = (0, 10, 200, 210)
    records: list[Message] = [("record", {"timestamp": SEVEN + at, "distance": at}) for at in seconds]
    (session,), said = read_with_problems(fit(CREATED, ("sport", {"sport": RUNNING}), *records))
    assert (session.kind, session.minutes, session.distance_m) == ("run", pytest.approx(20 / 60), 210)
    assert said == []


def test_chained_files_are_read_one_after_the_other() -> None:
    sessions, said = read_with_problems(fit(CREATED, RUN) + fit(CREATED, LATER))
    assert [one.minutes for one in sessions] == [30, 40]
    assert len({one.id for one in sessions}) == 2
    assert said == []


def test_the_second_of_two_chained_files_may_be_damaged() -> None:
    sessions, said = read_with_problems(fit(CREATED, RUN) + fit(CREATED, LATER)[:20])
    assert [one.minutes for one in sessions] == [30]
    assert said == ["a.fit: it is cut short or damaged; what could be read is kept"]


def test_a_single_value_may_come_as_an_array() -> None:
    fields = {"sport": (RUNNING, None), "avg_heart_rate": (None, 151), "total_distance": (5000, None)}
    record: Message = ("record", {"timestamp": (SEVEN, SEVEN), "heart_rate": (150, 160)})
    (run,), said = read_with_problems(fit(CREATED, record, ("session", RUN[1] | fields)))
    assert (run.kind, run.hr_avg, run.distance_m, run.hr_max) == ("run", 151, 5000, 150)
    assert said == []


def test_seconds_since_the_device_was_switched_on_count_from_when_the_file_was_created() -> None:
    relative: Message = ("session", RUN[1] | {"start_time": 5000})
    record: Message = ("record", {"timestamp": 5010, "heart_rate": 140})
    (run,), said = read_with_problems(fit(CREATED, record, relative))
    assert (run.start.isoformat(), run.hr_avg, said) == ("2026-06-01T05:00:00+00:00", 140, [])


def test_seconds_since_the_device_was_switched_on_are_placed_by_the_devices_word() -> None:
    word: Message = ("timestamp_correlation", {"timestamp": SEVEN, "system_timestamp": 4400})
    (run,), said = read_with_problems(fit(word, ("session", RUN[1] | {"start_time": 5000})))
    assert (run.start.isoformat(), said) == ("2026-06-01T05:10:00+00:00", [])


@pytest.mark.parametrize("start", [5000, 0xFFFFFFFE, None])
def test_a_session_that_cannot_be_placed_in_time_is_left_out(start: int | None) -> None:
    sessions, said = read_with_problems(fit(("session", RUN[1] | {"start_time": start}), LATER))
    assert [one.minutes for one in sessions] == [40]
    assert said == ["a.fit: a session in it has no start that makes sense; left out"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty; left out"),
        (b"hello, I am a diary", "it is no FIT file; left out"),
        (b"\x1f\x8bnonsense", "it is empty; left out"),
        (fit(), "it holds no activity; left out"),
        (fit(CREATED), "it holds no activity; left out"),
        (WHOLE[:14], "it is cut short or damaged; left out"),
    ],
)
def test_what_holds_no_session_says_why(data: bytes, said: str) -> None:
    assert read_with_problems(data) == ((), [f"a.fit: {said}"])


def test_a_gzipped_file_is_the_same_session() -> None:
    assert read(gzip.compress(WHOLE), "a.fit.gz") == read(WHOLE, "a.fit")


def test_a_gzip_cut_short_keeps_what_came_before() -> None:
    torn = gzip.compress(WHOLE, compresslevel=0)[:-100]
    sessions, said = read_with_problems(torn)
    assert [one.hr_avg for one in sessions] == [140]
    assert said == ["a.fit: it is cut short or damaged; what could be read is kept"]


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert read_with_problems(bytes(64 * 2**20 + 1)) == ((), ["a.fit: it is larger than 64 MiB; left out"])


def test_a_small_file_that_unpacks_to_a_large_one_is_not_read() -> None:
    bomb = gzip.compress(bytes(65 * 2**20), compresslevel=1)
    assert read_with_problems(bomb) == ((), ["a.fit: it is larger than 64 MiB; left out"])


@pytest.mark.parametrize(("bound", "most"), [("MOST_FRAMES", 30), ("MOST_FIELDS", 200)])
def test_reading_stops_at_the_bounds(bound: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_messages, bound, most)
    (session,), (said,) = read_with_problems(WHOLE)
    assert session.hr_avg == 140
    assert said.endswith("records, or too much in them; what could be read is kept")
    assert session.distance_m is not None
    assert session.distance_m < 30 * 29


def test_no_more_laps_are_kept_than_a_session_can_have() -> None:
    lap: Message = ("lap", {"start_time": SEVEN, "total_timer_time": 1})
    (run,), said = read_with_problems(fit(CREATED, *[lap] * 5001, RUN))
    assert len(run.laps) == 5000
    assert said == ["a.fit: it has more than 5,000 laps; what could be read is kept"]


def assert_fit_for_the_log(data: bytes) -> None:
    """Reading raises nothing, and what it gives can be stored, exported and restored."""
    sessions, problems = read(data, "a.fit", "Europe/Berlin")
    assert sessions or problems
    for session in sessions:
        assert msgspec.convert(document(session), LoggedSession) == session
        assert session.start.utcoffset() is not None
        exported = write_log(Log(logged=(session,)))
        assert write_log(read_log(exported)) == exported


@settings(deadline=timedelta(seconds=10))
@given(st.binary(max_size=300), st.sampled_from(("", "header")))
def test_any_bytes_can_be_read(data: bytes, start: str) -> None:
    header = b"\x0e\x20\x54\x08" + len(data).to_bytes(4, "little") + b".FIT\0\0"
    assert_fit_for_the_log(header + data if start else data)


@settings(deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_damage_to_a_file_can_be_read(draw: Any) -> None:
    data = bytearray(draw.draw(st.sampled_from(FILES)))
    for _ in range(draw.draw(st.integers(1, 4))):
        place = draw.draw(st.integers(0, len(data)))
        gone = draw.draw(st.integers(0, 3) | st.integers(0, len(data)))
        data[place : place + gone] = draw.draw(st.binary(max_size=6))
    assert_fit_for_the_log(bytes(data))


VALUES = st.none() | st.integers(0, 0xFE) | st.tuples(st.none() | st.integers(0, 0xFE), st.none())
SECONDS = st.none() | st.integers(0, 0xFFFFFFFE) | st.integers(SEVEN - 100, SEVEN + 4000)
NAMED = {
    "session": ("sport", "sub_sport", "avg_heart_rate", "total_ascent", "workout_rpe", "time_in_hr_zone"),
    "lap": ("avg_heart_rate", "total_descent", "total_timer_time"),
    "record": ("heart_rate", "distance", "altitude"),
    "set": ("set_type", "repetitions", "weight", "category", "category_subtype", "duration"),
    "hr_zone": ("high_bpm",),
    "time_in_zone": ("time_in_hr_zone", "reference_index"),
    "sport": ("sport", "sub_sport"),
}
TIMED = {"session": "start_time", "lap": "start_time", "record": "timestamp", "set": "start_time"}


@st.composite
def messages(draw: Any) -> Message:
    name = draw(st.sampled_from(sorted(NAMED)))
    fields = {field: draw(VALUES) for field in draw(st.sets(st.sampled_from(NAMED[name])))}
    if name in TIMED:
        fields[TIMED[name]] = draw(SECONDS)
    return name, fields


@settings(deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(messages(), max_size=12))
def test_any_messages_can_be_read(some: list[Message]) -> None:
    assert_fit_for_the_log(fit(CREATED, *some))
