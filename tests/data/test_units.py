import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.units import (
    Units,
    format_clock,
    format_distance,
    format_load,
    format_minutes,
    format_number,
    format_pace,
    format_weight,
    parse_distance,
    parse_duration,
    parse_minutes,
    parse_number,
    parse_pace,
    parse_weight,
)

KM = Units()
MILES = Units(distance="mi", weight="lb")
BOTH = st.sampled_from([KM, MILES])


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("10k", 10_000), ("10 km", 10_000), ("10K", 10_000), ("10.02km", 10_020), ("10,5 km", 10_500),
        ("800m", 800), ("400 metres", 400), ("1 mile", 1609.344), ("6.2mi", 9977.9328), ("0.5 miles", 804.672),
    ],
)  # fmt: skip
def test_a_distance_is_read_as_metres(text: str, metres: float) -> None:
    assert parse_distance(text) == metres


@pytest.mark.parametrize("text", ["", "10", "k", "-3k", "1,000 m", "10 parsecs", "10k easy", "1e3m", "٣k", "9" * 5000])
def test_what_is_no_distance_is_none(text: str) -> None:
    assert parse_distance(text) is None


def test_a_bare_number_is_in_the_athletes_units() -> None:
    assert parse_distance("10", KM) == 10_000
    assert parse_distance("10", MILES) == 16_093.44
    assert parse_weight("80", KM) == 80
    assert parse_weight("100", MILES) == 45.359237
    assert parse_weight("80") is None
    assert parse_pace("4:30", KM) == 270
    assert parse_pace("4:30") is None


@pytest.mark.parametrize(
    ("text", "kg"), [("82.5kg", 82.5), ("82,5 kg", 82.5), ("180lb", 81.6466266), ("20 pounds", 9.0718474)]
)
def test_a_weight_is_read_as_kilograms(text: str, kg: float) -> None:
    assert parse_weight(text, MILES) == kg
    assert parse_weight(text, KM) == kg


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("48:30", 2910), ("1:02:03", 3723), ("90:00", 5400), ("0:45", 45), ("60m", 3600), ("90 min", 5400),
        ("1h30", 5400), ("1h05", 3900), ("1 h 5 min", 3900), ("1.5h", 5400), ("1,5h", 5400),
        ("2 hours", 7200), ("45s", 45),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_seconds(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds
    assert parse_minutes(text) == seconds / 60


@pytest.mark.parametrize("text", ["", "60", "48:60", "1:60:00", "1:2", ":30", "h", "1h90", "4:50/km", "80,45min"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert parse_duration(text) is None


def test_a_bare_number_of_minutes_is_minutes() -> None:
    assert parse_minutes("45") == 45
    assert parse_minutes("forty") is None


def test_a_pace_is_read_as_seconds_a_kilometre() -> None:
    assert parse_pace("4:50/km") == 290
    assert parse_pace("4:50 / km", MILES) == 290
    assert parse_pace("8:00/mi") == pytest.approx(298.258, abs=0.001)  # 480 s over 1.609344 km
    assert parse_pace("0:00/km") is None
    assert parse_pace("fast") is None


def test_whole_numbers_are_ints_so_that_files_say_80_and_not_80_0() -> None:
    assert repr(parse_weight("80.0kg")) == "80"
    assert repr(parse_distance("10.00km")) == "10000"
    assert repr(parse_number("5,5")) == "5.5"


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [
        (10_000, "10 km", "6.21 mi"), (42_195, "42.2 km", "26.22 mi"), (9_977.9328, "9.98 km", "6.2 mi"),
        (800, "800 m", "0.5 mi"), (999.7, "1 km", "0.62 mi"), (0, "0 m", "0 mi"),
    ],
)  # fmt: skip
def test_a_distance_is_shown_in_the_athletes_units(metres: float, km: str, miles: str) -> None:
    assert format_distance(metres, KM) == km
    assert format_distance(metres, MILES) == miles


def test_a_weight_is_shown_in_the_athletes_units() -> None:
    assert format_weight(82.5, KM) == "82.5 kg"
    assert format_weight(61.25, KM) == "61.25 kg"
    assert format_weight(100, KM) == "100 kg"
    assert format_weight(81.6466266, MILES) == "180 lb"


def test_times_are_shown_as_clocks_and_minutes() -> None:
    assert [format_clock(seconds) for seconds in (45, 2910, 3600, 3723)] == ["0:45", "48:30", "1:00:00", "1:02:03"]
    assert [format_minutes(minutes) for minutes in (38.3, 120, 180, 330, 185)] == [
        "38 min", "120 min", "3 h", "5 h 30", "3 h 05",
    ]  # fmt: skip


def test_a_pace_is_shown_in_the_athletes_units() -> None:
    assert format_pace(290, KM) == "4:50/km"
    assert format_pace(290, MILES) == "7:47/mi"  # 290 × 1.609344 = 466.7 s


@given(st.floats(0, 1e6), BOTH)
def test_a_shown_distance_reads_back_as_shown(metres: float, units: Units) -> None:
    shown = format_distance(metres, units)
    read = parse_distance(shown)
    assert read is not None
    assert format_distance(read, units) == shown
    assert read == pytest.approx(metres, abs=9)  # half of 0.01 mi is 8.05 m


@given(st.floats(0, 2000), BOTH)
def test_a_shown_weight_reads_back_as_shown(kg: float, units: Units) -> None:
    shown = format_weight(kg, units)
    read = parse_weight(shown)
    assert read is not None
    assert format_weight(read, units) == shown
    assert read == pytest.approx(kg, abs=0.03)  # half of 0.1 lb is 0.023 kg


@given(st.floats(1, 5000), BOTH)
def test_a_shown_pace_reads_back_as_shown(pace: float, units: Units) -> None:
    shown = format_pace(pace, units)
    read = parse_pace(shown)
    assert read is not None
    assert format_pace(read, units) == shown
    assert read == pytest.approx(pace, abs=0.51)


@given(st.floats(0, 500_000))
def test_a_shown_duration_reads_back_to_the_second_and_the_minute(seconds: float) -> None:
    assert parse_duration(format_clock(seconds)) == round(seconds)
    assert parse_minutes(format_minutes(seconds / 60)) == round(seconds / 60)


@given(st.floats(0, 1e6))
def test_a_shown_number_reads_back_to_its_decimals(value: float) -> None:
    read = parse_number(format_number(value))
    assert read == pytest.approx(value, abs=0.00501)


@given(st.text())
def test_no_text_is_too_much(text: str) -> None:
    for parse in (parse_number, parse_distance, parse_weight, parse_duration, parse_minutes, parse_pace):
        value = parse(text)
        assert value is None or value >= 0


@pytest.mark.parametrize(
    ("load", "unrated", "said"), [(0, 0, "0"), (2187.4, 0, "2,187"), (2187, 2, "2,187+"), (None, 1, "–")]
)
def test_a_load_in_text(load: float | None, unrated: int, said: str) -> None:
    assert format_load(load, unrated) == said
