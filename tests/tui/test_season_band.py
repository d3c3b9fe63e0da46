"""The phases as a band: from three to nine columns a week, from eight weeks before the one that is shown."""

from datetime import date, timedelta

from data.calendar import Days
from data.model import PhaseSpan
from data.season_phases import season_phases
from tui.widgets.season_band import season_band

MONDAY = date(2026, 3, 2)
# Just wide enough for three columns a week.
WIDTH = 15 * 3
SPANS = season_phases(date(2026, 5, 31), MONDAY)


def week(number: int) -> Days:
    return Days(MONDAY, MONDAY + timedelta(7)).moved(7 * number)


def marked(number: int) -> str:
    """The columns of the week that is marked."""
    band = season_band(SPANS, week(number), WIDTH)
    (span,) = [span for span in band.spans if "reverse" in str(span.style)]
    return band.plain[span.start : span.end]


def test_each_phase_as_long_as_it_lasts() -> None:
    # 8 weeks of build, 3 of peak, one each of taper and race week, two of recovery.
    assert season_band(SPANS, week(0), WIDTH).plain == "▏build                  ▏peak    ▏t ▏r ▏reco…"


def test_where_there_is_room_a_week_is_wider_and_the_names_are_whole() -> None:
    assert [name.strip() for name in season_band(SPANS, week(0), 150).plain.split("▏")[1:]] == [
        "build", "peak", "taper", "race we…", "recovery",
    ]  # fmt: skip
    assert len(season_band(SPANS, week(0), 400).plain) == 15 * 9


def test_the_week_that_is_shown_is_marked() -> None:
    assert marked(0) == "▏bu"
    assert marked(8) == "▏pe"
    assert marked(12) == "▏r "


def test_what_is_long_over_is_left_out_and_what_is_far_is_cut() -> None:
    assert season_band(SPANS, week(10), WIDTH).plain.startswith("▏build            ▏peak")
    assert season_band(SPANS, week(0), 30).plain == "▏build                  ▏peak…"
    assert season_band(SPANS, week(40), WIDTH).plain == ""
    assert season_band((), week(0), WIDTH).plain == ""


def test_a_gap_between_phases_is_left_empty() -> None:
    spans = (PhaseSpan("base", MONDAY, week(2).start), PhaseSpan("build", week(3).start, week(5).start))
    assert season_band(spans, week(0), 15).plain == "▏base    ▏build"
