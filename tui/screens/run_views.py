"""A run under way turned into what its screen shows."""

from collections.abc import Sequence
from datetime import datetime
from math import floor

from textual.content import Content

from data.catalogue import Catalogue
from data.live.run import Course, LiveRun, course_of, is_paused, next_step, target_seconds
from data.live.run_changes import finish_run
from data.live.stale import is_stale, last_moment
from data.model import LoggedSession
from data.rules.explain import Explanation
from data.text import plain
from data.units import Units, format_clock, format_distance, format_minutes, format_number, format_pace
from tui import run_text as words
from tui.modals.finish_run import Ending
from tui.screens.lift_views import beside_words
from tui.screens.lifting import Beside


def title_words(run: LiveRun) -> str:
    """What the run is called: its title, its type, or that it is a run."""
    return plain(run.title) or (run.type.replace("_", " ").capitalize() if run.type else "Run")


def head(run: LiveRun, course: Course, width: int) -> Content:
    """ "Intervals · 12 min of ~60", and the laps counted at the right where they fit."""
    so_far = f"{floor(course.seconds / 60)} min" + (f" of ~{run.minutes:.0f}" if run.minutes else "")
    title = Content(title_words(run)).truncate(max(1, width - len(so_far) - 3), ellipsis=True)
    line = Content.assemble(title, f" · {so_far}")
    count = len(course.laps)
    laps = f"{count} lap" if count == 1 else f"{count} laps"
    gap = width - line.cell_length - len(laps)
    return Content.assemble(line, " " * gap, (laps, "dim")) if count and gap > 1 else line


def place(run: LiveRun, course: Course, units: Units) -> list[Content]:
    """Three lines beside the clock: where in the run it is, how much of it there is, and its target."""
    step = course.step
    first = Content.styled("Paused", "bold $warning") if is_paused(run) else None
    name = Content.styled(words.place_words(run, course), "bold")
    lines = [Content.assemble(first, " · ", name) if first else name]
    if step:
        lines += [Content(words.amount_words(step, units)), Content(words.target_words(step, units))]
    elif run.steps:
        lines.append(Content.styled("enter finishes", "dim"))
    else:
        begun = lines if course.laps else [first or Content.styled("space ends a lap", "dim")]
        lines = [*begun, Content.styled("e writes its steps", "dim")]
    return [line for line in lines if line.plain]


def warning(beside: Sequence[Beside], catalogue: Catalogue, width: int) -> list[Content]:
    """The worst that the run lands beside, in one line; no line without any."""
    if not beside:
        return []
    words, style = beside_words(beside[0], catalogue)
    more = f" +{len(beside) - 1}" if len(beside) > 1 else ""
    line = Content(words).truncate(max(1, width - len(more)), ellipsis=True).stylize(style)
    return [Content.assemble(line, (more, "dim"))]


def coming(run: LiveRun, course: Course, units: Units, width: int) -> list[Content]:
    """The step after this one, in one line."""
    after = next_step(run, course)
    if after is None:
        last = course.step is not None and len(run.steps) > 1
        return [Content.styled("last step", "dim")] if last else []
    line = Content.assemble(("next  ", "dim"), words.step_words(after, units))
    return [line.truncate(width, ellipsis=True)]


def laps(course: Course, units: Units, width: int) -> list[Content]:
    """The laps that are over, the newest first: what it was, its time, pace, and how far off the target."""
    lines = []
    for number, lap in reversed([*enumerate(course.laps)]):
        what, time, pace, off = words.lap_row(number, lap, units)
        rest = lap.step is not None and lap.step.what != "work"
        line = Content.assemble(
            (f"{what:<15}", "dim" if rest else ""), (f"{time:>6}", "dim" if rest else "bold"), (f"{pace:>9}", "dim"),
        )  # fmt: skip
        if off and line.cell_length + len(off) + 2 <= width:
            line = Content.assemble(line, f"  {off}")
        lines.append(line.truncate(width, ellipsis=True))
    return lines


def done_words(title: str, logged: LoggedSession, units: Units) -> str:
    """ "Intervals: 10.2 km in 48:30, rated 7"."""
    far = "" if logged.distance_m is None else f"{format_distance(logged.distance_m, units)} in "
    rated = "not rated" if logged.rpe is None else f"rated {format_number(logged.rpe)}"
    return f"{title}: {far}{format_clock(60 * (logged.minutes or 0))}, {rated}"


def ended(run: LiveRun, now: datetime) -> datetime:
    """When the run is over, were it finished now: now, or with its last lap where it was left for more than a day."""
    return last_moment(run) if is_stale(run, now) else now


def ending(run: LiveRun, now: datetime, beside: Sequence[Beside], catalogue: Catalogue, units: Units) -> Ending:
    """What finishing now would log, and what comes of it. A distance is known where every lap has one."""
    course, logged = course_of(run, now), finish_run(run, None, now)
    far = "" if logged.distance_m is None else f"{format_distance(logged.distance_m, units)} ".replace(" km", "km")
    count = len(logged.laps)
    return Ending(
        title=title_words(run),
        result=f"{far}{format_clock(60 * (logged.minutes or 0))}" if now > run.start else "",
        laps=" · ".join(filter(None, (f"{count} laps" if count > 1 else "", words.reps_words(course.laps, units)))),
        note=" · ".join(filter(None, (run.notes, *(f"{each.part} {each.level}" for each in run.niggles)))),
        beside=tuple(beside_words(each, catalogue) for each in beside),
        advice=beside[0].pair.advice if beside and not beside[0].accepted else "",
        units=units,
    )


def why(run: LiveRun | None, course: Course | None, beside: Sequence[Beside], units: Units) -> list[Explanation]:
    """The warnings, then the target of the step under way and the planned length."""
    found = [each.why for each in beside]
    step = course.step if course else None
    if step and step.target_s_per_km is not None:
        found.append(_why_target(step.target_s_per_km, step.metres, target_seconds(step), units))
    if run and course:
        found.append(
            Explanation(
                figure="Planned length",
                value=format_minutes(run.minutes) if run.minutes else "",
                rule="What the plan says. The time counts from the start, pauses left out.",
                inputs=(("began", f"{run.start:%H:%M}"), ("so far", format_clock(floor(course.seconds)))),
                source="legday's own choice",
                needs="" if run.minutes else "a plan that says how long",
            )
        )
    return found


def _why_target(pace: float, metres: float | None, seconds: float | None, units: Units) -> Explanation:
    shown = format_pace(pace, units)
    steps: tuple[str, ...] = ()
    if metres is not None and seconds is not None:
        steps = (f"{shown} × {format_number(metres / 1000, 3)} km = {format_clock(seconds)}",)
    return Explanation(
        figure="Target",
        value=format_clock(seconds) if seconds is not None else shown,
        rule="The pace that the plan asks for, times the distance of the rep.",
        inputs=(("pace", shown),),
        steps=steps,
        source="the plan's own words",
    )
