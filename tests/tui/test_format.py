"""The words that every screen and command shares."""

from data.model import Accepted
from data.rules.spacing import seal
from tests.builders import moment, planned_lift, planned_run
from tui.format import reasons_of

LIFT = planned_lift("2026-06-01 18:00")
RUN = planned_run("2026-06-02 07:00", type="intervals")
NOW_ACCEPTED = Accepted(LIFT.id, RUN.id, "a light one", moment("2026-05-01 12:00"), seal(LIFT, RUN))


def test_the_reason_is_that_of_the_pair_as_it_stands_not_the_last_one_given() -> None:
    of_another_time = Accepted(LIFT.id, RUN.id, "it was on Friday", moment("2026-05-02 12:00"), "another seal")
    sessions = {LIFT.id: LIFT, RUN.id: RUN}
    assert reasons_of([NOW_ACCEPTED, of_another_time], sessions) == {(LIFT.id, RUN.id): "a light one"}


def test_a_pair_whose_session_is_gone_has_no_reason() -> None:
    assert reasons_of([NOW_ACCEPTED], {LIFT.id: LIFT}) == {}
