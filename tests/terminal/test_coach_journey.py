"""A coach's whole way by key, through a real sshd: the roster, a log, what is said and planned in it, and back."""

from datetime import datetime, timedelta
from time import monotonic
from zoneinfo import ZoneInfo

from data.calendar import day_of
from data.store.logbook import Logbook
from tests.builders import planned_lift, planned_run
from tests.terminal.ssh_place import Place
from tests.terminal.terminal import Terminal, legday_command

TODAY = datetime.now(ZoneInfo("Europe/Berlin")).date()
NEXT_WEEK = TODAY + timedelta(7 - TODAY.weekday())
WIDE = (120, 40)
F3, F7, SHIFT_DOWN, ESCAPE = "\x1bOR", "\x1b[18~", "\x1b[1;2B", "\x1b"
# Words of the footer that only whoever may write is shown.
WRITING = {"start", "resume", "done", "live", "accept", "fix", "add", "edit", "delete", "move", "template", "lock"}
WRITING |= {"log", "keep", "skip", "rest", "swap", "finish", "end", "undo"}


def footer(screen: Terminal) -> str:
    """The last line of the screen."""
    return screen.text.rstrip().splitlines()[-1]


def test_a_viewers_way_leads_through_every_log_and_back_and_offers_no_key_that_writes(place: Place) -> None:
    before = place.kept()
    with place.terminal(place.kim, size=WIDE) as screen:
        screen.shows("2 athletes")
        screen.press("\r")
        screen.shows("anna · read-only")
        assert "comment" in footer(screen)
        assert not WRITING & set(footer(screen).split())
        screen.press(F3)
        screen.shows("anna · load")
        assert not WRITING & set(footer(screen).split())
        screen.press(F7)
        screen.shows("last session")
        screen.press("/ben\r")
        screen.shows("anna · read-only")  # both logs are the demo's, whose athlete is anna
        screen.press("q")
        screen.shows("2 athletes")
        screen.press("q")
        assert screen.ends() == 0
    assert place.kept() == before


def test_a_coach_comments_and_moves_a_session_and_the_athlete_has_it(place: Place) -> None:
    cleo = place.log_of("cleo")
    zebra = planned_run(f"{NEXT_WEEK} 05:00", 30, title="Zebra", id="zebra")
    cleo.save(zebra, "a run")
    with place.terminal(place.mo, size=WIDE) as screen:
        screen.shows("2 athletes")
        screen.press("/cleo\r")
        screen.shows("you may plan")
        to_the_zebra(screen)
        screen.press("cGo easy\r")
        screen.shows("Go easy")
        screen.until(lambda: bool(cleo.comments("zebra")), "the comment")
        screen.press(ESCAPE)
        screen.shows("lock")
        screen.press(SHIFT_DOWN)
        screen.shows("was Mon")
        screen.press("\r")
        screen.until(lambda: moved(cleo) == NEXT_WEEK + timedelta(1), "the move")
        screen.press("q")
        screen.shows("2 athletes")
        screen.press("q")
        assert screen.ends() == 0
    (comment,) = cleo.comments("zebra")
    assert (comment.author, comment.text) == ("mo", "Go easy")
    assert cleo.changed_by("zebra") == "mo"
    assert [one.text for one in cleo.unread() if one.about == "zebra"] == ["Go easy"]


def test_a_set_is_seen_within_two_seconds_of_its_logging(place: Place) -> None:
    anna = place.log_of("anna")
    now = datetime.now(ZoneInfo("Europe/Berlin"))
    anna.save(planned_lift(f"{now:%Y-%m-%d %H:%M}", 38, id="now", title="Giraffe", template="gym_2day/A"), "a lift")
    command = legday_command("--home", str(place.home), "--athlete", "anna", "live")
    with Terminal(command) as athlete, place.terminal(place.kim, "anna") as viewer:
        athlete.shows("Giraffe")
        athlete.press("\r")
        athlete.shows("0 sets")
        viewer.shows("anna · read-only")
        viewer.press("\x1bOQ")  # F2
        viewer.shows("0 sets")
        for count in ("1 set", "2 sets"):
            athlete.press("\r")
            athlete.shows(f" {count}")
            began = monotonic()
            viewer.shows(f" {count}")
            assert monotonic() - began < 2
        assert "quit" in footer(viewer)
        assert not WRITING & set(footer(viewer).split())


def to_the_zebra(screen: Terminal) -> None:
    """The next week, and up in it from the day that it is today, to the first session of its Monday."""
    screen.press("]")
    for _ in range(20):
        screen.settles(0.2)
        if "○ Zebra · planned" in screen.text:
            return
        screen.press("k")
    screen.shows("○ Zebra · planned")


def moved(log: Logbook) -> object:
    found = log.find("zebra")
    return day_of(found) if found else None
