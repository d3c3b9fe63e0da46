"""A warning accepted on purpose, with a reason, stays accepted until either session changes."""

from msgspec.structs import replace

from data.model import Accepted
from data.rules.spacing import seal
from tests.builders import moment, planned_run, run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import GYM_A, INTERVALS, WEEK, below, current, press, toasts, type_in, week
from tui.modals.accept import Accept
from tui.screens.plan import PlanScreen
from tui.widgets.key_bar import KeyBar

SIZE = (80, 24)
ACCEPTED = Accepted("gym a", "intervals", "only slot", moment("2026-05-31 20:00"), seal(GYM_A, INTERVALS))


async def test_accepted_with_a_reason_it_is_shown_so(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "o")
        await type_in(pilot, "only slot")
        await press(pilot, "enter")
        assert app.desk.logbook.accepted() == [replace(ACCEPTED, at=moment("2026-06-01 12:00"))]
        assert current(app) == "▲ 12 h 15 before Tuesday's intervals · accepted: only slot"
        assert "accepted: only slot" in below(app)
        await press(pilot, "u")
        assert app.desk.logbook.accepted() == []
        assert current(app) == "▲ 12 h 15 before Tuesday's intervals f fix o accept ? why"


async def test_from_the_session_too(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        await type_in(pilot, "only slot")
        await press(pilot, "enter")
        assert [(each.first, each.second) for each in app.desk.logbook.accepted()] == [("gym a", "intervals")]


async def test_from_the_session_it_is_the_worst_that_is_open(make_app: MakeApp) -> None:
    morning = planned_run("2026-06-01 07:00", 60, id="morning", type="intervals")
    app = make_app(morning, *WEEK)
    async with app.run_test(size=SIZE) as pilot:
        assert week(app)[1].startswith("● 10 h before Monday's Gym A")
        assert week(app)[3].startswith("▲ 12 h 15 before Tuesday's intervals")
        await press(pilot, "o")
        await type_in(pilot, "only slot")
        await press(pilot, "enter")
        assert [(each.first, each.second) for each in app.desk.logbook.accepted()] == [("gym a", "intervals")]


async def test_a_reason_is_asked_for_and_escape_leaves_it(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "down", "o", "space", "enter")
        assert isinstance(app.screen, Accept)
        assert toasts(app) == ["Write why it is fine this time: a word will do."]
        await press(pilot, "escape")
        assert isinstance(app.screen, PlanScreen)
        assert app.desk.logbook.accepted() == []


async def test_of_an_accepted_warning_the_key_is_called_reason(make_app: MakeApp) -> None:
    app = make_app(*WEEK, accepted=[ACCEPTED])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down")
        footer = str(app.screen.query_one(KeyBar).render())
        assert "o reason" in footer
        assert "o accept" not in footer


async def test_the_reason_can_be_put_better(make_app: MakeApp) -> None:
    app = make_app(*WEEK, accepted=[ACCEPTED])
    async with app.run_test(size=SIZE) as pilot:
        assert week(app)[1] == "▲ 12 h 15 before Tuesday's intervals · accepted: only slot"
        await press(pilot, "down", "o")
        await type_in(pilot, ", short set")
        await press(pilot, "enter")
        (accepted,) = app.desk.logbook.accepted()
        assert accepted.reason == "only slot, short set"


async def test_once_a_session_changes_it_is_a_warning_again(make_app: MakeApp) -> None:
    app = make_app(*WEEK, accepted=[ACCEPTED])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await press(pilot, *["backspace"] * len("45min"))
        await type_in(pilot, "40min")
        await press(pilot, "enter")
        assert week(app)[1] == "▲ 12 h 20 before Tuesday's intervals f fix o accept ? why"


async def test_a_phone_says_no_more_than_that_it_is_accepted(make_app: MakeApp) -> None:
    app = make_app(*WEEK, accepted=[ACCEPTED])
    async with app.run_test(size=(40, 20)):
        assert week(app)[1] == "▲ 12 h 15 · accepted"


async def test_where_nothing_is_wrong_there_is_nothing_to_accept(make_app: MakeApp) -> None:
    app = make_app(run("2026-06-01 07:00"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        assert isinstance(app.screen, PlanScreen)
