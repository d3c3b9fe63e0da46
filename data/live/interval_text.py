"""The steps of a run written as a runner writes them: they read back as the same steps."""

from collections.abc import Sequence
from typing import Final

from data.live.interval_reader import METRES_FROM, target_of
from data.live.run import RunStep, target_seconds
from data.model import Amount
from data.units import METRES_A_MILE, Units, format_clock, format_number, format_pace, parse_distance

_NAMES: Final = {"warmup": "wu", "work": "", "recovery": "rest", "cooldown": "cd"}


def write_steps(steps: Sequence[RunStep], units: Units) -> str:
    """The steps in one line, "2km wu, 6x800m @ 3:20 rest 90s, 1km cd": like reps with like rests are gathered."""
    parts, place = [], 0
    while place < len(steps):
        times, used = _reps(steps, place)
        if times > 1:
            work, rest = (_write_step(each, units) for each in steps[place : place + 2])
            parts.append(f"{times}x{work} {rest}")
        else:
            parts.append(_write_step(steps[place], units))
        place += used
    return ", ".join(parts)


def _write_step(step: RunStep, units: Units) -> str:
    """One step: "800m @ 3:20", "rest 90s", "2km wu"; the target to the second."""
    name, amount = _NAMES[step.what], amount_words(step)
    words = [name, amount] if step.what == "recovery" else [amount, name]
    said = [word for word in words if word] or ["hard"]
    if step.target_s_per_km is not None:
        said.append(f"@ {_target(step, step.target_s_per_km, units)}")
    return " ".join(said)


def amount_words(step: RunStep) -> str:
    """ "90s", "3min", "800m", "2km"; nothing for a step that lasts until the key."""
    if step.seconds is not None:
        whole = step.seconds >= 120 and step.seconds % 60 == 0
        return f"{step.seconds // 60:.0f}min" if whole else f"{format_number(step.seconds)}s"
    return "" if step.metres is None else _distance(step.metres)


def _reps(steps: Sequence[RunStep], place: int) -> tuple[int, int]:
    """How often the step at `place` comes with the rest behind it, and how many steps that takes.

    The last time its rest may be missing, where reading would leave it out.
    """
    work, rest = steps[place], next(iter(steps[place + 1 : place + 2]), None)
    if work.what != "work" or rest is None or rest.what != "recovery":
        return 1, 1
    times = 0
    while list(steps[place + 2 * times : place + 2 * times + 2]) == [work, rest]:
        times += 1
    end = place + 2 * times
    if list(steps[end : end + 1]) == [work] and (
        end + 1 == len(steps) or steps[end + 1].what in ("cooldown", "recovery")
    ):
        return times + 1, 2 * times + 1
    return (times, 2 * times) if times > 1 else (1, 1)


def _target(step: RunStep, pace: float, units: Units) -> str:
    seconds = target_seconds(step)
    other = Units(distance="km" if units.distance == "mi" else "mi")
    written = [format_clock(seconds)] if seconds is not None else []
    written += [format_pace(pace, units), format_pace(pace, other)]
    exact = (text for text in written if target_of(text, step.metres, units) == pace)
    return next(exact, format_pace(pace, units))


def _distance(metres: Amount) -> str:
    for text in (f"{format_number(metres / 1000)}km", f"{format_number(metres / METRES_A_MILE)}mi"):
        if metres >= 1000 and parse_distance(text) == metres:
            return text
    return f"{format_number(metres)}{'m' if metres >= METRES_FROM else ' metres'}"
