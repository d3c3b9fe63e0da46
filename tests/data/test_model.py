"""The values refuse what makes no sense, and leave out what is not said."""

import msgspec
import pytest

from data.model import LoggedSession, LoggedSet, PhaseSpan, PlannedSession, document
from tests.builders import lift, planned_lift, run, sets

START = "2026-06-02T07:00:00+02:00"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "run", "template": "gym_2day/A"}, "only a strength session"),
        ({"kind": "strength", "type": "tempo"}, "only a run has a type"),
        ({"kind": "strength", "template": "gym_2day/A", "exercises": [{"exercise": "push_up"}]}, "not both"),
        ({"kind": "swim"}, "kind"),
        ({"kind": "run", "minutes": -1}, "minutes"),
        ({"kind": "run", "wheather": "rain"}, "wheather"),
    ],
)
def test_a_planned_session_that_makes_no_sense_is_refused(fields: dict[str, object], said: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=said):
        msgspec.convert({"id": "a", "start": START, **fields}, PlannedSession)


@pytest.mark.parametrize("rpe", [-1, 11, "hard"])
def test_a_rating_is_zero_to_ten(rpe: object) -> None:
    with pytest.raises(msgspec.ValidationError, match="rpe"):
        msgspec.convert({"id": "a", "kind": "run", "start": START, "rpe": rpe}, LoggedSession)


def test_a_set_says_its_type_and_only_what_it_has() -> None:
    assert document(LoggedSet(kg=80, reps=5)) == {"type": "work", "kg": 80, "reps": 5}


def test_a_lift_says_nothing_of_laps_and_a_run_all_that_runs_have() -> None:
    assert "laps" not in document(lift("2026-06-01 18:00", exercises=sets("push_up", 2, reps=10)))
    assert document(run("2026-06-01 18:00"))["distance_m"] is None
    assert document(planned_lift("2026-06-01 18:00"))["template"] == "gym_2day/A"


def test_a_document_reads_back_as_the_value() -> None:
    for session in (
        run("2026-06-01 07:00", rpe=6, distance_m=10_000),
        lift("2026-06-01 18:00", hr_avg=111, focus="legs"),
    ):
        assert msgspec.convert(document(session), LoggedSession) == session


def test_a_phase_is_written_with_from_and_until() -> None:
    span = msgspec.convert({"phase": "build", "from": "2026-06-01", "until": "2026-06-29"}, PhaseSpan)
    assert document(span) == {"phase": "build", "from": "2026-06-01", "until": "2026-06-29"}
