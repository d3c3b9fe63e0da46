"""Which figures of a session are explained, by what it is."""

import pytest

from data.catalogue import load_catalogue
from data.model import Session
from data.rules.explain import Explanation
from data.rules.session_why import explain_session
from data.units import Units
from tests.builders import athlete, lift, planned_lift, run, sets

CATALOGUE = load_catalogue()
ANNA = athlete(sex="female", hr_rest=60, hr_max=190, lthr=170, threshold_s_per_km=270)


def explained(session: Session) -> dict[str, Explanation]:
    return {why.figure.split(":")[0]: why for why in explain_session(session, ANNA, CATALOGUE, Units())}


HEART = ["TRIMP", "Heart-rate score", "Edwards"]
RUN = ["Load", "How hard", "Grade-adjusted pace", "Pace score"]


@pytest.mark.parametrize(
    ("session", "figures"),
    [
        (planned_lift("2026-06-01 18:00"), ["How hard"]),
        (run("2026-06-02 07:00", type="tempo"), [*RUN, *HEART]),
        (run("2026-06-02 07:00", type="hills", descent_m=200), [*RUN[:2], "Leg load", *RUN[2:], *HEART]),
        (run("2026-06-02 07:00"), [*RUN, "Efficiency", *HEART]),
        (run("2026-06-02 07:00", type="race"), [*RUN, "VDOT", *HEART]),
        (run("2026-06-02 07:00", kind="cross", type=None), ["Load", "How hard", *HEART]),
        (lift("2026-06-01 18:00"), ["Load", "How hard"]),
        (lift("2026-06-01 18:00", hr_avg=110), ["Load", "How hard", "TRIMP", "Heart-rate score"]),
        (
            lift("2026-06-01 18:00", exercises=sets("back_squat", 3, kg=80, reps=5) + sets("push_up", 3, reps=10)),
            ["Load", "How hard", "Leg load", "Sets", "Volume", "e1RM Back squat"],
        ),
    ],
)
def test_the_figures_that_apply(session: Session, figures: list[str]) -> None:
    assert list(explained(session)) == figures


def test_each_has_a_rule_a_source_and_a_value_or_what_it_needs() -> None:
    full = run("2026-06-02 07:00", 50, rpe=3, distance_m=10000, hr_avg=150, ascent_m=50, descent_m=50,
               zone_seconds=(600,) * 5)  # fmt: skip
    for session in (full, run("2026-06-02 07:00", None, type="race"), lift("2026-06-01 18:00", hr_avg=110)):
        for why in explained(session).values():
            assert why.rule
            assert why.source
            assert bool(why.value) != bool(why.needs)
    assert all(why.value for why in explained(full).values())
