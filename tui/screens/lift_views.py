"""The values of a lift under way turned into what its widgets and modals show."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from data.amounts import amount_field
from data.catalogue import Catalogue
from data.live.budget import CutOffer
from data.live.lift import (
    LiveExercise,
    LiveLift,
    current_exercise,
    current_set,
    elapsed_minutes,
    is_done,
    is_open,
    sets_done,
    upcoming,
    work_sets_done,
    work_sets_left,
)
from data.live.steps import niggle, note, skip_exercise, unskip
from data.live.supersets import members
from data.live.why import explain_budget, explain_length, explain_plates, explain_ramp
from data.model import LoggedSet
from data.rules.explain import Explanation
from data.text import plain
from data.units import Units
from tui.desk import Desk
from tui.draft import is_barbell
from tui.format import SEVERITY_COLOURS, SEVERITY_GLYPHS, pair_text
from tui.lift_order import follows, labels, offer_words
from tui.lift_text import set_words
from tui.screens.coming import why_now
from tui.screens.lifting import Beside, last_time
from tui.widgets.exercise_list import ExerciseRow, State
from tui.widgets.lift_lines import LastTime, SetView
from tui.widgets.lift_pane import LiftView

if TYPE_CHECKING:
    from tui.modals.note import Noted

LastTimes = dict[str, LastTime | None]


def head(live: LiveLift, now: datetime, width: int) -> Content:
    """ "Gym A · 31 min of ~38", and the sets logged at the right where they fit."""
    so_far = f"{elapsed_minutes(live, now)} min" + (f" of ~{live.minutes:.0f}" if live.minutes else "")
    title = Content(plain(live.title) or "Lift").truncate(max(1, width - len(so_far) - 3), ellipsis=True)
    words = Content.assemble(title, f" · {so_far}")
    sets = _count(sets_done(live), "set")
    gap = width - words.cell_length - len(sets)
    return Content.assemble(words, " " * gap, (sets, "dim")) if gap > 1 else words


def warning(beside: Sequence[Beside], offer: CutOffer | None, catalogue: Catalogue, width: int) -> list[Content]:
    """The worst that the lift lands beside, and what to cut where it gets too long, a line each."""
    lines = []
    if beside:
        words, style = beside_words(beside[0], catalogue)
        more = f" +{len(beside) - 1}" if len(beside) > 1 else ""
        line = Content(words).truncate(max(1, width - len(more)), ellipsis=True)
        lines.append(Content.assemble(line.stylize(style), (more, "dim")))
    if offer:
        lines.append(Content.styled(offer_words(offer, catalogue, width), "$warning").truncate(width, ellipsis=True))
    return lines


def beside_words(found: Beside, catalogue: Catalogue) -> tuple[str, str]:
    """ "▲ 11 h 15 before Tuesday's intervals", "● 6 h after Monday's long", and the style of it."""
    words = pair_text(found.pair, found.first, found.second, catalogue, from_second=not found.lift_first)
    severity = found.pair.severity
    if found.accepted:
        return f"{SEVERITY_GLYPHS[severity]} {plain(words)} · accepted", "dim"
    return f"{SEVERITY_GLYPHS[severity]} {plain(words)}", f"bold {SEVERITY_COLOURS[severity]}"


def exercise_rows(live: LiveLift, shown: int, catalogue: Catalogue, units: Units) -> list[ExerciseRow]:
    """The exercises with their work sets counted."""
    return [
        ExerciseRow(
            name=catalogue.name(each.exercise),
            work=_work_words(each, catalogue, units),
            done=work_sets_done(each),
            total=work_sets_done(each) + work_sets_left(each),
            state=_state(each, place == shown),
            label=label,
        )
        for place, (each, label) in enumerate(zip(live.exercises, labels(live), strict=True))
    ]


def amount_of(done: LoggedSet, exercise: LiveExercise, catalogue: Catalogue) -> float | None:
    """The reps, seconds, metres or contacts of a set; None where nobody said how many."""
    amount: float | None = getattr(done, amount_field(catalogue.exercise(exercise.exercise)))
    return amount


def lift_view(live: LiveLift, editing: tuple[int, int] | None, last: LastTimes, desk: Desk) -> LiftView:
    """The exercises, and the sets of the current one or of the one being edited, with the set in hand."""
    shown = editing[0] if editing else live.current
    rows = exercise_rows(live, shown, desk.catalogue, desk.settings.units)
    if shown >= len(live.exercises):
        return LiftView(rows, None)
    exercise, settings = live.exercises[shown], desk.settings
    draft = exercise.done[editing[1]] if editing else live.hold.draft if live.hold else current_set(live)
    count = f"{rows[shown].done}/{rows[shown].total}"
    sets = SetView(
        name=rows[shown].name,
        label=rows[shown].label,
        place=f"{count} · {shown + 1} of {len(live.exercises)}",
        exercise=exercise,
        known=desk.catalogue.exercise(exercise.exercise),
        draft=draft,
        typed="",
        editing=editing[1] if editing else None,
        last=last.get(exercise.exercise),
        units=settings.units,
        rack=settings.rack(),
        effort=settings.effort,
        after=follows(live, draft, desk.now(), desk.catalogue) if draft and not editing else (),
        hint="" if draft else _hint(live, exercise),
        holding=live.hold is not None and not editing,
        round_rest=max(live.exercises[place].rest for place in members(live, shown)),
    )
    return LiftView(rows, sets)


def last_times(live: LiveLift, known: LastTimes, desk: Desk) -> LastTimes:
    """When each exercise of the lift was last done, looked up for those not known yet."""
    new = {each.exercise for each in live.exercises} - known.keys()
    return known | {exercise: last_time(desk, exercise, live.start) for exercise in new}


def skipped_words(before: LiveLift, after: LiveLift | None, catalogue: Catalogue) -> str:
    """That an exercise is skipped, and how it comes back; nothing where one was taken up again, or all is done."""
    exercise = current_exercise(before)
    if exercise is None or exercise.skipped or after is None or is_done(after):
        return ""
    return f"{catalogue.name(exercise.exercise)} is skipped: S on it takes it up again."


def superset_words(live: LiveLift, catalogue: Catalogue) -> str:
    """ "Superset: Back squat, Row"; that there is none, where the current exercise is tied with no other."""
    tied = [catalogue.name(live.exercises[place].exercise) for place in members(live, live.current)]
    if len(tied) > 1:
        return f"Superset: {', '.join(tied)}"
    return "Apart: there is no superset" if any(is_open(each) for each in live.exercises) else ""


def skipped_or_not(live: LiveLift) -> LiveLift:
    """The current exercise skipped, or taken up again where it was."""
    exercise = current_exercise(live)
    return unskip(live) if exercise and exercise.skipped else skip_exercise(live)


def noted(live: LiveLift, what: "Noted") -> LiveLift:
    """The lift with what was written about it."""
    after = note(live, what.note)
    return niggle(after, what.niggle) if what.niggle else after


def why(live: LiveLift | None, hand: LoggedSet | None, beside: Sequence[Beside], desk: Desk) -> list[Explanation]:
    """The figures of the lift explained, the warnings first."""
    warnings = [each.why for each in beside]
    if live is None:
        return warnings
    exercise, rack = current_exercise(live), desk.settings.rack()
    now = desk.now()
    lift = [*why_now(desk, live), explain_length(live, now), explain_budget(live, now, desk.catalogue)]
    if exercise and is_barbell(desk.catalogue.exercise(exercise.exercise)):
        lift += [explain_plates(hand.kg, rack, desk.settings.units)] if hand and hand.kg is not None else []
        lift.append(explain_ramp(exercise, rack, desk.settings.units))
    return warnings + lift


def _state(exercise: LiveExercise, shown: bool) -> State:
    if shown:
        return "current"
    if exercise.skipped:
        return "skipped"
    return "open" if upcoming(exercise) else "done"


def _hint(live: LiveLift, exercise: LiveExercise) -> str:
    """What to press where the exercise has no set left."""
    if is_done(live):
        return "all done · enter finishes, + one more"
    return "skipped · S takes it up again" if exercise.skipped else "done · enter goes on, + one more set"


def _work_words(exercise: LiveExercise, catalogue: Catalogue, units: Units) -> str:
    """What the next work set of the exercise is, or the last one that was done."""
    work = [each for each in (*upcoming(exercise), *reversed(exercise.done)) if each.type != "warmup"]
    return set_words(work[0], catalogue.exercise(exercise.exercise), units) if work else ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
