"""A season laid out from the plan: what is asked, and what came of it."""

from collections import Counter
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from data.model import PhaseSpan
from data.rules.gaps import SEVERITIES, Severity
from data.rules.phases import PHASE_WORDS, dose_of
from data.season import Season
from data.units import format_number
from tui.modals.season import Asked, Choice, SeasonModal
from tui.seasons import mark_heavy, phases_to, race_ahead, race_said, save_season, season_of, why_no_race

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.screens.plan import PlanScreen

# How far away the race is taken to be that nobody has named yet.
_USUAL_WEEKS: Final = 16
_MANY: Final[dict[Severity, str]] = {"clash": "clashes", "warning": "warnings", "note": "notes"}


def lay_out_a_season(screen: "PlanScreen") -> None:
    """Ask for the race and the phases, and save the season, with a word about it."""
    desk = screen.desk
    sunday = desk.today() + timedelta(6 - desk.today().weekday())
    race = race_ahead(desk) or sunday + timedelta(weeks=_USUAL_WEEKS)

    def _lay(choice: Choice) -> bool:
        laid: list[Season] = []

        def _save() -> None:
            laid.append(season_of(desk, choice.spans, replacing=choice.replacing))
            save_season(desk, laid[-1])

        if not desk.attempt(screen.app, _save):
            return False
        screen.reload()
        screen.notify(said_of(laid[-1]), title="Season", timeout=8, markup=False)
        return True

    screen.app.push_screen(SeasonModal(race.isoformat(), partial(_asked, desk), partial(about, desk), _lay))


def mark_as_heavy(screen: "PlanScreen") -> None:
    """Mark the week on the screen as a heavy run week, or take the mark away; say what that means."""
    desk, days, aim = screen.desk, screen.sight.days, screen.sight.aim
    if not desk.attempt(screen.app, partial(mark_heavy, desk, days, not aim.marked)):
        return
    screen.reload()
    if not aim.marked:
        said = "Marked as a heavy run week: at most two lifts, of half the sets. m makes a lift maintenance."
    else:
        said = "No longer marked. By its run minutes it still is a heavy run week." if screen.sight.aim.heavy else ""
    screen.notify(said or "No longer a heavy run week.", timeout=6, markup=False)


def about(desk: "Desk", span: PhaseSpan) -> str:
    """What a phase asks for: "build: 2 lifts a week, 0.8 of the sets"."""
    dose = dose_of(span.phase, desk.lifter().level)
    share = "all the sets" if dose.volume == 1 else f"{format_number(dose.volume, 1)} of the sets"
    lifts = "1 lift" if dose.sessions == 1 else f"{dose.sessions} lifts"
    return f"{PHASE_WORDS[span.phase]}: {lifts} a week, {share}"


def said_of(season: Season) -> str:
    """How many lifts, what they land back to back with, and what holds for all of them."""
    lifts = len(season.sessions)
    found = Counter(pair.severity for week in season.weeks for pair in week.pairs)
    words = [f"{lifts} {'lift' if lifts == 1 else 'lifts'} planned in {len(season.weeks)} weeks"]
    for severity in reversed(SEVERITIES):
        if count := found[severity]:
            words.append(f"{count} {severity if count == 1 else _MANY[severity]}")
    return " ".join([", ".join(words) + ".", *season.notes])


def _asked(desk: "Desk", text: str) -> Asked:
    race = race_said(text, desk.today())
    if race is None:
        why = "Write the day of the race: 25 oct, 2026-10-25, 16w"
        return Asked(why_not=why)
    if why := why_no_race(race, desk.today()):
        return Asked(race, why_not=f"{why}.")
    return Asked(race, phases_to(desk, race))
