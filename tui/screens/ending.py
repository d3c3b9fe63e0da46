"""How a lift ends: what is said of it, the question how hard it was, and what is done with the answer."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from textual.app import App
from textual.content import Content

from data.calendar import minutes_of
from data.catalogue import Catalogue
from data.live.hold import end_hold
from data.live.lift import LiveLift, sets_done, sets_left
from data.live.run import LiveRun
from data.live.stale import was_left
from data.live.steps import finish
from data.model import LoggedSession, Rating
from data.rules.against import Against, against_last_time, explain_against
from data.rules.bests import explain_best, new_bests
from data.rules.progression import NextTime
from data.rules.progression_why import next_words
from data.rules.volume import session_volume
from data.text import plain
from data.units import format_minutes
from tui.desk import Desk
from tui.ending_words import (
    against_words,
    best_lines,
    count_words,
    done_words,
    e1rm_lines,
    sets_words,
    volume_words,
)  # fmt: skip
from tui.messages import LogChanged
from tui.modals.finish import Ending, FinishModal
from tui.modals.paged import Block, Said
from tui.screens import elsewhere
from tui.screens.coming import after, why_after
from tui.screens.lift_views import beside_words
from tui.screens.lift_views import noted as with_note
from tui.screens.lifting import Beside, beside_of, finish_on, step_on


def ending(desk: Desk, live: LiveLift, in_all: bool = False) -> Ending:
    """What finishing now would log, and what comes of it. Times away do not count as minutes, unless `in_all`."""
    if not sets_done(live):
        return Ending(live.title, 0, ())
    catalogue, units = desk.catalogue, desk.settings.units
    logged = as_logged(desk, live, None, in_all)
    earlier = desk.logbook.with_exercises({each.exercise for each in logged.exercises})
    bests = new_bests(logged, earlier, catalogue)
    against = against_last_time(logged, earlier, catalogue)
    beside = beside_of(desk, logged)
    said = (
        _done_block(desk, live, logged, against, in_all),
        _beside_block(beside, catalogue),
        Block(tuple(_best_said(*words) for words in best_lines(bests, catalogue, units))),
        Block(tuple(_next_said(desk, each) for each in after(desk, live))),
        Block(tuple(Said(Content(each)) for each in (e1rm_lines(against, catalogue, units) if against else ())), 0),
        Block(tuple(Said(Content.styled(f"“{plain(each)}”", "italic")) for each in [_noted_words(live)] if each)),
    )
    why = [each.why for each in beside] + [explain_best(each, catalogue, units) for each in bests]
    why += [explain_against(against, catalogue, units)] if against else []
    left = was_left(live, desk.now())
    blocks = tuple(each for each in said if each.paragraphs)
    return Ending(live.title, sets_done(live), blocks, sets_left(live), left, (*why, *why_after(desk, live)))


def as_logged(desk: Desk, live: LiveLift, rating: Rating | None, in_all: bool = False) -> LoggedSession:
    """The lift as it would be logged now; its minutes without times away, or `in_all` with them."""
    now = desk.now()
    logged = finish(live, rating, now)
    return replace(logged, minutes=round((now - live.start).total_seconds() / 60)) if in_all else logged


async def ask_how_it_ends(app: App[Any], desk: Desk, live: LiveLift) -> bool:
    """Ask for the rating, and log the session or throw it away; whether it is over. A timed set under way ends first.

    To be run in a worker. Raises StoreError where the log cannot be read.
    """
    in_all = False
    if live.hold:
        ended = _saved(app, desk, live, lambda found: end_hold(found, desk.now()))
        if ended is None:
            return False
        live = ended
        app.screen.post_message(LogChanged())
    while True:
        match await app.push_screen_wait(FinishModal(ending(desk, live, in_all))):
            case "note":
                live = await _noted(app, desk, live)
            case "minutes":
                in_all = not in_all
            case "drop":
                return throw_away(app, desk, live)
            case ("log", rating):
                return _log(app, desk, live, as_logged(desk, live, rating, in_all))
            case _:
                return False


def throw_away(app: App[Any], desk: Desk, live: LiveLift | LiveRun) -> bool:
    """Give the session up, unless another terminal went on with it; whether it is gone."""
    return _told(app, desk, lambda: elsewhere.drop(desk, live), "Thrown away: u on the plan brings it back")


async def _noted(app: App[Any], desk: Desk, live: LiveLift) -> LiveLift:
    from tui.modals.note import Noted, ask_note

    kept = [live]

    def _keep(noted: Noted) -> bool:
        saved = _saved(app, desk, live, lambda found: with_note(found, noted))
        kept.extend([saved] if saved else [])
        return saved is not None

    await ask_note(app, live.notes, _keep)
    return kept[-1]


def _saved(app: App[Any], desk: Desk, live: LiveLift, step: Callable[[LiveLift], LiveLift]) -> LiveLift | None:
    """Take a step of the lift; gives the lift after it, None where that could not be saved."""
    saved: list[LiveLift] = []
    return saved[0] if desk.attempt(app, lambda: saved.append(step_on(desk, live, step))) else None


def _log(app: App[Any], desk: Desk, live: LiveLift, logged: LoggedSession) -> bool:
    """Log it, and say so in one line, with its bests and what it landed beside."""
    earlier = desk.logbook.with_exercises({each.exercise for each in logged.exercises})
    bests = {each.exercise for each in new_bests(logged, earlier, desk.catalogue)}
    said = [done_words(logged), f"★ {count_words(len(bests), 'best')}" if bests else ""]
    said += _open(beside_of(desk, logged), desk.catalogue)
    return _told(app, desk, lambda: finish_on(desk, live, logged), " · ".join(filter(None, said)))


def _open(beside: Sequence[Beside], catalogue: Catalogue) -> list[str]:
    """The worst of what was not accepted."""
    return [beside_words(each, catalogue)[0] for each in beside if not each.accepted][:1]


def _told(app: App[Any], desk: Desk, how: Callable[[], None], said: str) -> bool:
    if desk.attempt(app, how):
        app.notify(plain(said), timeout=6, markup=False)
        return True
    return False


def _done_block(desk: Desk, live: LiveLift, logged: LoggedSession, against: Against | None, in_all: bool) -> Block:
    units = desk.settings.units
    undone = sets_left(live)
    done = f"{sets_words(sets_done(live), undone)} in {format_minutes(minutes_of(logged))}"
    volume = volume_words(session_volume(logged, desk.catalogue), units)
    said = [Said(Content(" · ".join(filter(None, (done, volume)))))]
    said += [Said(Content(f"{count_words(undone, 'set')} left: enter goes on"))] if undone else []
    said += [_against_said(against_words(against, desk.today(), units))] if against else []
    said += [Said(_away_words(live, desk, in_all))] if was_left(live, desk.now()) else []
    return Block(tuple(said), len(said))


def _against_said(words: str) -> Said:
    """Where there is not room for all of it, the changes stay whole."""
    head, colon, changes = words.partition(": ")
    return Said(Content(head), colon + changes)


def _beside_block(beside: Sequence[Beside], catalogue: Catalogue) -> Block:
    """The worst warning with what to do about it, then the others."""
    if not beside:
        return Block(())
    worst, *others = (Said(Content.styled(*beside_words(each, catalogue))) for each in beside)
    advice = "" if beside[0].accepted else beside[0].pair.advice
    measure = (Said(Content.styled(f"  {advice}", "dim"), whole=2),) if advice else ()
    return Block((worst._replace(whole=1), *measure, *others), 1 + len(measure) + min(1, len(others)))


def _best_said(name: str, best: str, more: str) -> Said:
    return Said(Content.assemble(("★ ", "bold $success"), name), f": {best}", more)


def _next_said(desk: Desk, then: NextTime) -> Said:
    name, words = desk.catalogue.name(then.exercise), next_words(then, desk.catalogue, desk.settings.units)
    return Said(Content.assemble(("next ", "dim"), plain(name)), f" {words}", f" · {plain(then.reason)}")


def _away_words(live: LiveLift, desk: Desk, in_all: bool) -> Content:
    """The key that counts times away, or does not count them, and what the minutes would be."""
    other = format_minutes(minutes_of(as_logged(desk, live, None, not in_all)))
    return Content.assemble(("m", "bold $accent"), f" {'without' if in_all else 'with'} time away: {other}")


def _noted_words(live: LiveLift) -> str:
    return " · ".join(filter(None, (live.notes, *(f"{each.part} {each.level}" for each in live.niggles))))
