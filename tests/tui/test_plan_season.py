"""A season laid out on the plan: the race, the phases, and what is stored."""

from datetime import date

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from data.model import PhaseSpan
from data.store.errors import CannotWrite
from tests.builders import athlete, planned_lift, planned_run, run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import GYM_A, INTERVALS, all_planned, plan, press, preview, starts, toasts, type_in
from tui.app import LegdayApp
from tui.modals.season import SeasonModal
from tui.screens.plan import PlanScreen

SIZE = (80, 24)
LIFTER = athlete(level="solid", equipment=("barbell",))
RACE = planned_run("2026-08-30 09:00", 100, id="race", type="race")


def fields(app: LegdayApp) -> list[str]:
    assert isinstance(app.screen, SeasonModal)
    return [" ".join(line.split()) for line in app.screen.choices.fields.text.splitlines()]


def phases(app: LegdayApp) -> list[str]:
    return [f"{span.phase} {span.start:%d %b}" for span in app.desk.logbook.athlete.phases]


def marks(app: LegdayApp) -> list[date]:
    return list(app.desk.logbook.athlete.heavy_weeks)


def lifts(app: LegdayApp) -> list[str]:
    return [f"{starts(each)} {each.title}" for each in all_planned(app) if each.kind == "strength"]


async def test_enter_lays_the_season_to_the_race_that_is_planned(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, RACE, athlete=LIFTER)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "P")
        assert fields(app) == [
            "▸ race ‹ Sun 30 Aug 2026 ›",
            "build 8 weeks 1 Jun",
            "peak 3 weeks 27 Jul",
            "taper 1 week 17 Aug",
            "race week 1 week 24 Aug",
            "recovery 2 weeks 31 Aug",
            "planned lifts stay",
        ]
        await press(pilot, "enter")
        assert phases(app)[:3] == ["build 01 Jun", "peak 27 Jul", "taper 17 Aug"]
        assert lifts(app)[:2] == ["Wed 3 18:00 Gym A, build", "Sat 6 18:00 Gym B, build"]
        assert len(lifts(app)) == 23
        assert toasts(app)[0].startswith("23 lifts planned in 15 weeks")
        assert "build" in str(plan(app).head.content)
        await press(pilot, "u")
        assert (phases(app), lifts(app)) == ([], [])


async def test_a_phase_takes_a_week_from_the_one_before(make_app: MakeApp) -> None:
    app = make_app(RACE, athlete=LIFTER)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "P", "down", "down")
        assert preview(app.screen) == "peak: 1 lift a week, 0.5 of the sets ←→ a week, from the phase before"
        await press(pilot, "right")
        assert fields(app)[1:3] == ["build 7 weeks 1 Jun", "▸ peak ‹ 4 weeks › 20 Jul"]
        await press(pilot, "left", "left")
        assert fields(app)[1:3] == ["build 9 weeks 1 Jun", "▸ peak ‹ 2 weeks › 3 Aug"]
        await press(pilot, "down", "right")
        assert fields(app)[3] == "▸ taper 1 week 17 Aug"
        assert preview(app.screen).endswith("as long as it is")
        await press(pilot, "enter")
        assert phases(app)[:3] == ["build 01 Jun", "peak 03 Aug", "taper 17 Aug"]
        # Asked again, the phases are as they were left.
        await press(pilot, "P")
        assert fields(app)[1:3] == ["build 9 weeks 1 Jun", "peak 2 weeks 3 Aug"]


async def test_the_race_is_typed_or_moved_by_weeks(make_app: MakeApp) -> None:
    app = make_app(athlete=LIFTER)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "P")
        # Nothing is planned: the Sunday in sixteen weeks is proposed.
        assert fields(app)[0] == "▸ race ‹ Sun 27 Sep 2026 ›"
        await press(pilot, "left")
        assert fields(app)[0] == "▸ race ‹ Sun 20 Sep 2026 ›"
        await type_in(pilot, "28 ju")
        assert fields(app) == ["▸ race 28 ju▏", "planned lifts stay"]
        assert preview(app.screen) == "Write the day of the race: 25 oct, 2026-10-25, 16w"
        await press(pilot, "enter")
        assert isinstance(app.screen, SeasonModal)
        await type_in(pilot, "n")
        assert fields(app)[:2] == ["▸ race ‹ 28 jun▏ Sun 28 Jun 2026 ›", "peak 2 weeks 1 Jun"]
        await press(pilot, "backspace", "backspace")
        assert fields(app)[0] == "▸ race 28 j▏"
        await type_in(pilot, "un")
        await press(pilot, "enter")
        assert app.desk.logbook.athlete.phases[-2].until == date(2026, 6, 29)


async def test_a_race_that_is_over_is_none(make_app: MakeApp) -> None:
    app = make_app(athlete=LIFTER)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "P")
        await type_in(pilot, "2026-05-31")
        assert preview(app.screen) == "Sun 31 May 2026 is over: the race has to lie ahead."
        await press(pilot, "enter")
        assert isinstance(app.screen, SeasonModal)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlanScreen)
        assert phases(app) == []


async def test_planned_lifts_stay_or_give_way(make_app: MakeApp) -> None:
    app = make_app(GYM_A, planned_lift("2026-06-04 18:00", id="second"), RACE, athlete=LIFTER)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "P", "up")
        assert fields(app)[-1] == "▸ planned ‹ lifts stay ›"
        assert preview(app.screen) == "Only missing lifts are added. ←→ stay, give way"
        await press(pilot, "enter")
        assert len(lifts(app)) == 23
        assert app.desk.logbook.find("second") is not None
        await press(pilot, "P", "up", "right")
        assert fields(app)[-1] == "▸ planned ‹ lifts give way ›"
        await press(pilot, "enter")
        assert len(lifts(app)) == 23
        assert app.desk.logbook.find("second") is None


async def test_what_cannot_be_saved_stays_to_be_tried_again(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(RACE, athlete=LIFTER)

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("Nothing was saved: the disk is full. Make room and try again.")

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "P")
        with monkeypatch.context() as patch:
            patch.setattr(app.desk.logbook, "change", full)
            await press(pilot, "enter")
        assert isinstance(app.screen, SeasonModal)
        assert toasts(app) == ["Nothing was saved: the disk is full. Make room and try again."]
        await press(pilot, "enter")
        assert len(lifts(app)) == 23


@pytest.mark.parametrize(("size", "shown"), [((40, 20), False), ((80, 24), False), ((120, 40), True)])
async def test_the_phases_are_a_band_where_there_is_room(make_app: MakeApp, size: tuple[int, int], shown: bool) -> None:
    app = make_app(RACE, athlete=LIFTER)
    async with app.run_test(size=size) as pilot:
        band = app.screen.query_one("#band", Static)
        assert not band.display
        await press(pilot, "P", "enter")
        assert band.display is shown
        assert ("peak" in str(band.content)) is shown


async def test_a_week_is_marked_as_a_heavy_run_week_by_key_and_the_mark_undone(make_app: MakeApp) -> None:
    build = PhaseSpan("build", date(2026, 6, 1), date(2026, 7, 1))
    app = make_app(GYM_A, athlete=replace(LIFTER, phases=(build,)))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "H")
        assert marks(app) == [date(2026, 6, 1)]
        assert "build, heavy run week" in str(plan(app).head.content)
        assert toasts(app)[0].startswith("Marked as a heavy run week")
        assert "yes, marked so" in [why.value for why in plan(app).why()]
        await press(pilot, "H")
        assert marks(app) == []
        assert "heavy" not in str(plan(app).head.content)
        await press(pilot, "u")
        assert marks(app) == [date(2026, 6, 1)]
        assert "Undone: unmarking a heavy run week" in toasts(app)
        await press(pilot, "u")
        assert marks(app) == []


async def test_the_week_that_is_on_the_screen_is_marked(make_app: MakeApp) -> None:
    app = make_app(GYM_A, athlete=LIFTER)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "right_square_bracket", "H")
        assert marks(app) == [date(2026, 6, 8)]


async def test_a_week_that_is_heavy_by_its_minutes_stays_so_without_the_mark(make_app: MakeApp) -> None:
    before = [run(f"2026-05-{day} 07:00", 100) for day in ("04", "11", "18", "25")]
    app = make_app(*before, planned_run("2026-06-05 07:00", 120), athlete=LIFTER)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert "heavy run week" in str(plan(app).head.content)
        await press(pilot, "H", "H")
        assert marks(app) == []
        assert toasts(app) == ["No longer marked. By its run minutes it still is a heavy run week."]
