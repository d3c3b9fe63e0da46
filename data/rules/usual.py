"""Many weeks side by side: what each cost, running and lifting apart, and what was usual before it. [choice]"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import fsum
from statistics import pstdev
from typing import Final

from data.calendar import Days, day_of
from data.model import LoggedSession, Value
from data.rules.change import CHRONIC_DAYS, averages
from data.rules.explain import Explanation, day_words, number_words
from data.rules.load import daily_loads, session_load
from data.units import format_load

# Days of log before a week that its usual range is made from: what came earlier weighs nothing that could be seen.
LOOK_BACK_DAYS: Final = 400
_WEEKS: Final = CHRONIC_DAYS // 7


class Usual(Value, frozen=True):
    """What a week usually costs, in AU: `mean`, and `spread` either way."""

    mean: float
    spread: float

    @property
    def low(self) -> float:
        """The lower end of the range, never below 0."""
        return max(0.0, self.mean - self.spread)

    @property
    def high(self) -> float:
        """The upper end of the range."""
        return self.mean + self.spread


class WeekBar(Value, frozen=True):
    """The load of a week in AU by kind, how many of its sessions have no load, and what was usual before it."""

    days: Days
    run: float = 0
    strength: float = 0
    other: float = 0
    unrated: int = 0
    usual: Usual | None = None

    @property
    def total(self) -> float:
        """The load of the week."""
        return self.run + self.strength + self.other


def week_bars(logged: Sequence[LoggedSession], weeks: Sequence[Days], since: date | None) -> tuple[WeekBar, ...]:
    """The bars of the weeks, in their order. `logged` holds all that was done from `since` to the last of the weeks.

    `since` is the first day of the log, or `LOOK_BACK_DAYS` before the first week where the log is older; None for an
    empty log.
    """
    week_of_day = {day: week for week in weeks for day in week.each()}
    done: dict[Days, list[LoggedSession]] = {week: [] for week in weeks}
    for session in logged:
        if week := week_of_day.get(day_of(session)):
            done[week].append(session)
    usual = usual_of(logged, weeks, since)
    return tuple(_bar(week, done[week], usual[week]) for week in weeks)


def usual_of(logged: Iterable[LoggedSession], weeks: Sequence[Days], since: date | None) -> dict[Days, Usual | None]:
    """What was usual on the eve of each of the weeks; None before four weeks of log.

    Seven times the 28-day average of the eve (EWMA, Williams 2017), give or take the standard deviation of the four
    weeks before.
    """
    if since is None or not weeks:
        return dict.fromkeys(weeks)
    daily = daily_loads(logged, Days(since, max(week.until for week in weeks)))
    return {week: usual_after(daily[: max(0, (week.start - since).days)]) for week in weeks}


def usual_after(daily: Sequence[float]) -> Usual | None:
    """What a week usually costs after these days; None for fewer than 28, and where that is nothing."""
    if len(daily) < CHRONIC_DAYS:
        return None
    mean = averages(daily)[1] * 7
    return Usual(mean=mean, spread=pstdev(_week_sums(daily))) if mean >= 1 else None


def explain_usual(daily: Sequence[float], week: Days) -> Explanation:
    """The usual range of a week. `daily` are the loads of every day from the first of the log to the eve of it."""
    usual = usual_after(daily)
    figure = "Usual range"
    rule = (
        "What a week usually cost before this one: seven times the average day of the last 28, the latest days "
        "weighing most, give or take the standard deviation of the four weeks before."
    )
    source = "average: Williams 2017; the range is a choice of legday"
    if usual is None:
        left = CHRONIC_DAYS - len(daily)
        needs = f"{left} more days of log before the week" if left > 0 else "some load before the week"
        return Explanation(figure, "", rule, source=source, needs=needs)
    starts = [week.moved(-7 * back).start for back in range(_WEEKS, 0, -1)]
    average = number_words(usual.mean / 7, 1)
    return Explanation(
        figure=figure,
        value=f"{format_load(usual.low)} to {format_load(usual.high)}",
        rule=rule,
        inputs=tuple(
            (f"week of {day_words(start)}", format_load(load))
            for start, load in zip(starts, _week_sums(daily), strict=True)
        ),
        steps=(
            f"average day {average} × 7 = {format_load(usual.mean)}",
            f"standard deviation of the four weeks {format_load(usual.spread)}",
        ),
        source=source,
    )


def _bar(week: Days, done: Iterable[LoggedSession], usual: Usual | None) -> WeekBar:
    loads: dict[str, list[float]] = {"run": [], "strength": [], "cross": []}
    unrated = 0
    for session in done:
        load = session_load(session)
        if load is None:
            unrated += 1
        else:
            loads[session.kind].append(load)
    return WeekBar(week, fsum(loads["run"]), fsum(loads["strength"]), fsum(loads["cross"]), unrated, usual)


def _week_sums(daily: Sequence[float]) -> list[float]:
    """The loads of the last four weeks, the earliest first."""
    last = daily[-CHRONIC_DAYS:]
    return [fsum(last[start : start + 7]) for start in range(0, CHRONIC_DAYS, 7)]
