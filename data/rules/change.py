"""How the load of the last days compares with the usual (RULES 1)."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import fsum
from typing import Final

from data.calendar import Days
from data.rules.explain import Explanation, needs_ratings, number_words

# The days that the short and the long average look back over; the change is hidden until the long one is filled.
_ACUTE_DAYS: Final = 7
CHRONIC_DAYS: Final = 28


def usual_days(first: date, week: Days, today: date) -> Days:
    """The days whose loads say what is usual at the end of a week: from the first of the log to the week's last, or to
    today where it is under way."""
    return Days(first, max(first, min(week.until, today + timedelta(1))))


def averages(daily: Sequence[float]) -> tuple[float, float]:
    """The exponentially weighted averages over 7 and 28 days at the last of the days, both seeded with the first.

    λ = 2 / (N + 1). Williams 2017. Raises IndexError without a day.
    """
    acute = chronic = daily[0]
    for load in daily[1:]:
        acute += (load - acute) * 2 / (_ACUTE_DAYS + 1)
        chronic += (load - chronic) * 2 / (CHRONIC_DAYS + 1)
    return acute, chronic


def change_against_usual(daily: Sequence[float]) -> float | None:
    """How far the last week is above the usual: 0.34 for 34 % above, -0.2 for 20 % below.

    `daily` holds every day since the first of the log. None in the first 28 days, and where the usual is no load.
    """
    if len(daily) < CHRONIC_DAYS:
        return None
    acute, chronic = averages(daily)
    return acute / chronic - 1 if chronic else None


def rolling_ratios(daily: Sequence[float]) -> tuple[float | None, float | None]:
    """The plain mean of the last 7 days / that of the last 28, coupled, and / that of the 21 before them, uncoupled.

    None before 28 days, and where the days that it is divided by hold no load.
    """
    if len(daily) < CHRONIC_DAYS:
        return None, None
    last, before = daily[-_ACUTE_DAYS:], daily[-CHRONIC_DAYS:-_ACUTE_DAYS]
    return _ratio(last, [*before, *last]), _ratio(last, before)


def change_words(change: float) -> str:
    """ "38 % above your usual", "20 % below your usual", "as usual". Never a word about injury: Impellizzeri 2020."""
    percent = round(change * 100)
    if not percent:
        return "as usual"
    return f"{abs(percent)} % {'above' if percent > 0 else 'below'} your usual"


def explain_vs_usual(daily: Sequence[float], unrated: int = 0) -> Explanation:
    """The last week against the usual. `daily` as for `change_against_usual`; `unrated` sessions of the week shown."""
    change = None if unrated else change_against_usual(daily)
    left = CHRONIC_DAYS - len(daily)
    needs = needs_ratings(unrated) if unrated else _more_days(left) if left > 0 else "some load to compare with"
    acute, chronic = averages(daily) if daily else (0, 0)
    return Explanation(
        figure="Against your usual",
        value="" if change is None else change_words(change),
        rule="The average of about the last 7 days against that of the last 28, the latest days weighing most. "
        "It compares; it does not tell whether you will be injured.",
        inputs=() if change is None else (("7 days", number_words(acute, 1)), ("28 days", number_words(chronic, 1))),
        steps=() if change is None else (_step(acute, chronic), *_rolling_step(daily)),
        source="Williams 2017; against the claim of risk: Impellizzeri 2020",
        needs=needs if change is None else "",
    )


def _step(acute: float, chronic: float) -> str:
    return f"{number_words(acute, 1)} / {number_words(chronic, 1)} = {acute / chronic:.2f}"


def _rolling_step(daily: Sequence[float]) -> list[str]:
    """What plain means of the days would make of it, where there is load to divide by."""
    coupled, uncoupled = rolling_ratios(daily)
    ways = (("coupled (/ 28 days)", coupled), ("uncoupled (/ the 21 before)", uncoupled))
    said = [f"{way} {ratio:.2f}" for way, ratio in ways if ratio is not None]
    return [f"for comparison, plain means of the last 7 days: {', '.join(said)}"] if said else []


def _ratio(above: Sequence[float], below: Sequence[float]) -> float | None:
    usual = fsum(below) / len(below)
    return fsum(above) / len(above) / usual if usual else None


def _more_days(count: int) -> str:
    return f"{count} more {'day' if count == 1 else 'days'} of log"
