"""How far and how long a run was, as it is typed at its end."""

import pytest

from data.entry.error import EntryError
from data.live.run_result import Result, read_result
from data.units import METRES_A_MILE, Units

KM = Units()


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("10.2km 48:30", Result(10200, 2910)),
        ("48:30 10.2 km", Result(10200, 2910)),
        ("10.2 48:30", Result(10200, 2910)),
        ("10,2km, 48:30", Result(10200, 2910)),
        ("5000m 19:59", Result(5000, 1199)),
        ("10k", Result(10000, None)),
        ("48:30", Result(None, 2910)),
        ("1:02:03", Result(None, 3723)),
        ("50min", Result(None, 3000)),
        ("21.1km 1:45", Result(21100, 6300)),  # nobody runs it in a minute and three quarters
        ("", Result()),
    ],
)
def test_what_is_typed(text: str, result: Result) -> None:
    assert read_result(text, KM) == result


def test_a_bare_number_is_in_the_athletes_units() -> None:
    assert read_result("6 42:00", Units(distance="mi")) == Result(6 * METRES_A_MILE, 2520)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ten km", '"ten" at letter 1: write how far and how long: 10.2km 48:30.'),
        ("10km fast", '"fast" at letter 6: write how far and how long: 10.2km 48:30.'),
        ("10km 5km", '"5km" at letter 6: how far is said twice.'),
        ("48:30 50:00", '"50:00" at letter 7: how long is said twice.'),
        ("0km 48:30", '"0km" at letter 1: write how far and how long: 10.2km 48:30.'),
        ("5k 5:00", '"5k 5:00" at letter 1: nobody runs that fast; write how far and how long: 10.2km 48:30.'),
        ("10km 90s", '"10km 90s" at letter 1: nobody runs that fast; write how far and how long: 10.2km 48:30.'),
        ("1000km 0:30", '"1000km 0:30" at letter 1: nobody runs that fast; write how far and how long: 10.2km 48:30.'),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text: str, line: str) -> None:
    read = read_result(text, KM)
    assert isinstance(read, EntryError)
    assert read.line() == line
