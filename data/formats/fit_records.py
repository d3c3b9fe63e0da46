"""What the moments recorded in a FIT file add up to, where the device did not say it itself."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import isnan
from typing import Any, Final

from data.formats.fit_messages import Fields, Part, Records

# A longer gap between two records is a pause, in seconds.
_PAUSE: Final = 60
# A rise or fall smaller than this is the altimeter's noise, in metres. A choice of ours.
_NOISE: Final = 3.0


def session_of(part: Part) -> Fields | None:
    """The session message that a file without one would have had; None where it has no records either."""
    times = part.records.time
    if not times:
        return None
    sport = next((fields for name in ("sport", "lap") for fields in part.all(name) if "sport" in fields), {})
    made: dict[str, Any] = {name: sport[name] for name in ("sport", "sub_sport") if name in sport}
    return made | {
        "start_time": min(times),
        "total_elapsed_time": max(times) - min(times),
        "total_timer_time": sum(_lasting(times)),
    }


def distance(records: Records) -> float | None:
    """The metres covered by the last record; None where there are none."""
    return max(_known(records.distance), default=0) or None


def heart_rates(records: Records) -> tuple[int | None, int | None]:
    """The mean and the highest heart rate recorded, in whole beats a minute."""
    known = _known(records.heart_rate)
    return (round(sum(known) / len(known)), round(max(known))) if known else (None, None)


def climbs(records: Records) -> tuple[float, float] | None:
    """The metres climbed and descended, without what is smaller than the altimeter's noise; None without altitudes."""
    known = _known(records.altitude)
    if not known:
        return None
    turn, up, down = known[0], 0.0, 0.0
    for altitude in known:
        if abs(altitude - turn) >= _NOISE:
            up, down = up + max(altitude - turn, 0), down + max(turn - altitude, 0)
            turn = altitude
    return round(up, 1), round(down, 1)


def zone_seconds(records: Records, highs: Sequence[float]) -> tuple[float, ...]:
    """The seconds spent in each heart-rate zone, given the highest heart rate of each, lowest zone first.

    Of six, the first is where zone 1 begins. What lies above the last counts as the highest zone.
    """
    below = len(highs) > 5
    seconds = [0.0] * (len(highs) - below)
    if not seconds:
        return ()
    for rate, lasting in zip(records.heart_rate, _lasting(records.time), strict=False):
        zone = min(bisect_left(highs, rate), len(highs) - 1) - below
        if not isnan(rate) and zone >= 0:
            seconds[zone] += lasting
    return tuple(seconds) if any(seconds) else ()


def _lasting(times: Sequence[float]) -> Iterable[float]:
    """How long each record but the last stands for: until the next, and nothing where a pause follows."""
    return (after - before if 0 < after - before <= _PAUSE else 0.0 for before, after in pairwise(times))


def _known(column: Iterable[float]) -> list[float]:
    return [figure for figure in column if not isnan(figure)]
