"""Whose word counts on the level: the athlete's, or that of the lifts."""

from datetime import date

from data.model import PhaseSpan
from tests.builders import athlete, lift, sets
from tests.tui.conftest import MakeApp, MakeDesk
from tests.tui.plan_room import plan, press
from tui.screens.plan import PlanScreen

BASE = PhaseSpan("base", date(2026, 5, 1), date(2026, 8, 1))
# e1RM 123.3 kg (RULES 2.1): 1.76 times 70 kg, which is strong.
SQUATS = lift("2026-05-20 18:00", exercises=sets("back_squat", 3, kg=100, reps=5, rir=2))
# In the base phase three lifts a week while building, two once strong (RULES 4).
GO_BY_LIFTS = athlete(bodyweight_kg=70, level_by="lifts", phases=(BASE,), equipment=("barbell",))


def test_the_level_of_the_lifts_counts_where_the_athlete_goes_by_them(make_desk: MakeDesk) -> None:
    desk = make_desk(SQUATS, athlete=GO_BY_LIFTS)
    assert desk.lifter().level == "strong"
    assert desk.logbook.athlete.level == "building"
    desk.logbook.delete(SQUATS.id, "deleting the squats")
    assert desk.lifter().level == "building"
    desk.logbook.undo()
    assert desk.lifter().level == "strong"


def test_what_is_said_counts_else(make_desk: MakeDesk) -> None:
    assert make_desk(SQUATS, athlete=athlete(bodyweight_kg=70)).lifter().level == "building"
    assert make_desk(SQUATS, athlete=athlete(level_by="lifts", level="solid")).lifter().level == "solid"
    assert make_desk(athlete=GO_BY_LIFTS).lifter().level == "building"


def dose(screen: PlanScreen) -> list[str]:
    return [why.value for why in screen.why() if why.figure == "Lifts a week"]


async def test_the_dose_of_the_week_goes_by_it(make_app: MakeApp) -> None:
    app = make_app(SQUATS, athlete=GO_BY_LIFTS)
    async with app.run_test(size=(120, 40)) as pilot:
        assert dose(plan(app)) == ["2 lifts, 1 of the sets, RIR 2"]
        # Settings: the fourth is the level, and after the last choice comes the first.
        await press(pilot, "f8", "down", "down", "down", "right")
        assert (app.desk.logbook.athlete.level_by, app.desk.logbook.athlete.level) == ("said", "building")
        await press(pilot, "f1")
        assert dose(plan(app)) == ["3 lifts, 1 of the sets, RIR 2"]
        await press(pilot, "f8", "left", "f1")
        assert dose(plan(app)) == ["2 lifts, 1 of the sets, RIR 2"]
