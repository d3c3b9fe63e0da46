"""Why a figure is what it is: the value that every `explain_…` of the rules gives, and the words that they share."""

from datetime import date

from data.calendar import day_of, in_zone
from data.model import Session, Value
from data.text import plain
from data.units import format_number

_KIND_WORDS = {"run": "run", "strength": "lift", "cross": "cross-training"}


class Explanation(Value, frozen=True):
    """One figure explained: what it is called, its value as shown, the rule, what went in, the steps, the source.

    A figure without a value has an empty `value`, and `needs` says what is missing.
    """

    figure: str
    value: str
    rule: str
    inputs: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    source: str = ""
    needs: str = ""


def day_words(day: date) -> str:
    """ "Mon 1 Jun"."""
    return f"{day:%a} {day.day} {day:%b}"


def session_words(session: Session) -> str:
    """What the session is and when: "tempo run, Tue 2 Jun 07:00"; the time of day where no clock time is known."""
    what = plain(session.title)
    if not what:
        kind = _KIND_WORDS[session.kind]
        what = f"{session.type.replace('_', ' ')} {kind}" if session.type else kind
    day = day_words(day_of(session))
    if session.clock == "unknown":
        return f"{what}, {day}"
    clock = f"{in_zone(session.start, session.zone):%H:%M}" if session.clock == "exact" else session.clock
    return f"{what}, {day} {clock}"


def number_words(value: float, decimals: int = 0) -> str:
    """The number with at most so many decimals: "1650", "1.27"."""
    return format_number(value, decimals)


def value_words(value: float | None, decimals: int = 0) -> str:
    """The same of a figure; "" where it has no value."""
    return "" if value is None else number_words(value, decimals)


def missing_of(*wanted: tuple[str, object]) -> list[str]:
    """The names of what is not said, of names and what is said of each."""
    return [name for name, said in wanted if not said]


def needs_ratings(unrated: int) -> str:
    """What a figure of loads needs where sessions have none."""
    return f"a rating and the minutes of {unrated} {'session' if unrated == 1 else 'sessions'}"
