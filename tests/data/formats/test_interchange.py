"""The JSON interchange: what is written, what is read back, and what is said of a file that is no log."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.formats.interchange import Log, read_log, schema, write_log
from data.model import (
    Accepted,
    Availability,
    Comment,
    Lap,
    LoggedExercise,
    LoggedSession,
    LoggedSet,
    Niggle,
    PhaseSpan,
)
from tests.builders import athlete, lift, planned_lift, planned_run, prescribed, run, sets

VALIDATE = fastjsonschema.compile(schema())
QUARTER = timedelta(minutes=15)
FULL = Log(
    athlete=athlete(
        availability=Availability(strength=("mon-evening",)),
        equipment=("barbell",),
        phases=(PhaseSpan("build", date(2026, 6, 1), date(2026, 6, 29)),),
    ),
    planned=(
        planned_run("2026-06-02 07:00", type="intervals"),
        planned_lift("2026-06-03 evening"),
        planned_lift("2026-06-05", id="own", exercises=prescribed("back_squat", 3, 5, kg=82.5)),
    ),
    logged=(
        lift("2026-06-01 18:00", exercises=sets("back_squat", 2, kg=80, reps=5, rir=2), rpe=7),
        run("2026-05-31 08:00", 48.5, zone="America/New_York", laps=(Lap(seconds=300.25, distance_m=1000),)),
        run("2026-05-30 08:00", niggles=(Niggle("left calf", 2),), notes='tight\n"ouch" ☹'),
    ),
    accepted=(Accepted("a", "b", "my only slot", datetime(2026, 6, 1, tzinfo=UTC), "seal"),),
    comments=(Comment("c1", "2026-06-01", "kim", datetime(2026, 6, 1, tzinfo=UTC), "well done"),),
)


def as_json(**fields: Any) -> bytes:
    return json.dumps({"legday": 1} | fields).encode()


def fits_the_schema(document: Any) -> bool:
    try:
        VALIDATE(document)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def a_lift(**fields: Any) -> dict[str, Any]:
    return {"id": "l", "kind": "strength", "start": "2026-06-01T18:00:00+02:00"} | fields


def a_lift_with(*sets: dict[str, Any]) -> dict[str, Any]:
    return a_lift(exercises=[{"exercise": "back_squat", "sets": list(sets)}])


def test_a_restored_export_is_exported_the_same_byte_for_byte() -> None:
    exported = write_log(FULL)
    assert write_log(read_log(exported)) == exported


def test_what_is_seldom_said_of_an_athlete_is_kept_and_left_out_where_it_is_not_said() -> None:
    marked = athlete(heavy_weeks=(date(2026, 6, 1), date(2026, 6, 15)), level_by="lifts")
    exported = json.loads(write_log(Log(athlete=marked)))
    assert exported["athlete"]["level_by"] == "lifts"
    assert exported["athlete"]["heavy_weeks"] == ["2026-06-01", "2026-06-15"]
    assert fits_the_schema(exported)
    assert read_log(write_log(Log(athlete=marked))).athlete == marked
    assert not {"heavy_weeks", "level_by"} & set(json.loads(write_log(FULL))["athlete"])


KILOS = st.none() | st.integers(0, 500) | st.floats(0, 500)
MOMENTS = st.datetimes(
    datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.integers(-48, 56).map(lambda q: timezone(q * QUARTER))
)
SETS = st.builds(LoggedSet, kg=KILOS, reps=st.none() | st.integers(0, 100), at=st.none() | MOMENTS)
EXERCISES = st.builds(
    LoggedExercise, exercise=st.text(min_size=1, max_size=80), sets=st.lists(SETS, max_size=3).map(tuple)
)
LIFTS = st.builds(
    LoggedSession,
    id=st.uuids().map(str),
    kind=st.just("strength"),
    start=MOMENTS,
    zone=st.sampled_from(("", "Europe/Berlin", "-03:30")),
    title=st.text(),
    exercises=st.lists(EXERCISES, max_size=2).map(tuple),
)


@settings(deadline=None)
@given(st.lists(LIFTS, max_size=3, unique_by=lambda lift: lift.id))
def test_any_log_restored_is_exported_the_same(lifts: list[LoggedSession]) -> None:
    exported = write_log(Log(logged=tuple(lifts)))
    assert write_log(read_log(exported)) == exported
    assert fits_the_schema(json.loads(exported))


def test_nothing_is_lost_on_the_way() -> None:
    restored = read_log(write_log(FULL))
    assert restored.athlete == FULL.athlete
    assert {one.id: one for one in restored.planned} == {one.id: one for one in FULL.planned}
    assert {one.id: one for one in restored.logged} == {one.id: one for one in FULL.logged}
    assert (restored.accepted, restored.comments) == (FULL.accepted, FULL.comments)


def test_an_export_does_not_depend_on_the_order_of_the_log() -> None:
    turned = Log(
        athlete=FULL.athlete,
        planned=FULL.planned[::-1],
        logged=FULL.logged[::-1],
        accepted=FULL.accepted,
        comments=FULL.comments,
    )
    assert write_log(turned) == write_log(FULL)


def test_an_export_has_the_shape_that_is_documented() -> None:
    exported = json.loads(write_log(FULL))
    assert list(exported) == ["legday", "athlete", "planned", "logged", "accepted", "comments"]
    assert exported["legday"] == 1
    assert exported["athlete"]["phases"] == [{"phase": "build", "from": "2026-06-01", "until": "2026-06-29"}]
    assert list(exported["planned"][0]) == [
        "id", "kind", "start", "zone", "clock", "minutes", "type", "title", "notes", "locked", "status", "template",
        "exercises",
    ]  # fmt: skip
    assert exported["logged"][2]["start"] == "2026-06-01T18:00:00+02:00"
    assert exported["logged"][2]["exercises"][0]["sets"][0] == {"type": "work", "kg": 80, "reps": 5, "rir": 2}


def test_an_export_is_one_document_a_line() -> None:
    assert len(write_log(FULL).splitlines()) == 6 + len(FULL.planned + FULL.logged + FULL.accepted + FULL.comments)


def test_what_is_omitted_has_its_default() -> None:
    log = read_log(as_json(logged=[{"id": "r", "kind": "run", "start": "2026-06-01T07:00:00Z"}]))
    assert log.athlete.name == "me"
    assert log.logged[0].clock == "exact"
    assert log.logged[0].minutes is None


@pytest.mark.parametrize(
    ("fields", "zone", "offset"),
    [
        ({"start": "2026-06-01T18:00:00"}, "Europe/Berlin", 2),
        ({"start": "2026-01-01T18:00:00"}, "Europe/Berlin", 1),
        ({"start": "2026-06-01T18:00:00", "zone": "Asia/Tokyo"}, "Asia/Tokyo", 9),
        ({"start": "2026-06-01T18:00:00", "zone": "-03:00"}, "-03:00", -3),
        ({"start": "2026-06-01T18:00:00+02:00"}, "Europe/Berlin", 2),
        ({"start": "2026-06-01T18:00:00+09:00"}, "+09:00", 9),
        ({"start": "2026-06-01T18:00:00+02:00", "zone": "Europe/Paris"}, "Europe/Paris", 2),
    ],
)
def test_a_start_says_or_is_given_where_it_was(fields: dict[str, str], zone: str, offset: int) -> None:
    session = read_log(as_json(athlete={"zone": "Europe/Berlin"}, planned=[a_lift(**fields)])).planned[0]
    assert session.zone == zone
    assert session.start.utcoffset() == timedelta(hours=offset)
    assert session.start.hour == 18


def test_a_set_without_an_offset_was_done_where_its_session_was() -> None:
    one = {"reps": 5, "at": "2026-06-01T18:10:00"}
    session = read_log(as_json(logged=[a_lift_with(one) | {"zone": "Asia/Tokyo"}])).logged[0]
    assert session.exercises[0].sets == (
        LoggedSet(reps=5, at=datetime(2026, 6, 1, 18, 10, tzinfo=timezone(timedelta(hours=9)))),
    )


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read_log(b"\xef\xbb\xbf" + as_json()) == Log()


def test_every_export_fits_the_schema() -> None:
    for log in (FULL, Log()):
        assert fits_the_schema(json.loads(write_log(log)))


def test_the_schema_refuses_what_restore_refuses() -> None:
    assert schema()["title"]
    assert schema()["description"]
    assert fits_the_schema({"legday": 1, "logged": [a_lift_with({"kg": 80})]})
    assert not fits_the_schema({"legday": 1, "logged": [a_lift_with({"wieght": 80})]})
    assert not fits_the_schema({"logged": []})
