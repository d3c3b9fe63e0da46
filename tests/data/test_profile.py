"""The settings one by one: typed, kept, and said again."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import WEEKDAYS
from data.catalogue import load_catalogue
from data.model import Athlete, Availability
from data.profile import Item, Profile, changed, item_named, kept, stepped, text_of, value_of
from data.profile_entry import ALL_SLOTS, Wrong
from data.profile_items import ITEMS, equipment_of
from data.store.config import Settings
from data.units import Units

EQUIPMENT = ("band", "bar", "barbell", "box", "cable", "dumbbell", "kettlebell")
POUNDS = Settings(units=Units("mi", "lb"))
NEW = Profile(Athlete(), Settings(), EQUIPMENT, ("legday", "legday-light", "ansi-dark", "solarized-light"))
IN_POUNDS = msgspec.structs.replace(NEW, settings=POUNDS)


def named(name: str) -> Item:
    found = item_named(name, ITEMS)
    assert isinstance(found, Item)
    return found


def typed(name: str, text: str, profile: Profile = NEW) -> Profile:
    after = changed(named(name), text, profile)
    assert isinstance(after, Profile), after
    return after


def refused(name: str, text: str, profile: Profile = NEW) -> str:
    after = changed(named(name), text, profile)
    assert isinstance(after, Wrong)
    return after.message


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("distance", "mi", "mi"), ("weight", "LB", "lb"), ("priority", "strength", "strength"),
        ("level", "sol", "solid"), ("spacing", "strict", "strict"), ("week-start", "sun", "sunday"),
        ("zone", "europe/berlin", "Europe/Berlin"), ("zone", "+09:00", "+09:00"), ("sex", "female", "female"),
        ("bodyweight", "72 kg", 72), ("bodyweight", "72,5", 72.5), ("bodyweight", "160 lb", 72.5747792),
        ("resting-hr", "48", 48), ("max-hr", "190 bpm", 190), ("threshold-hr", "172bpm", 172),
        ("threshold-pace", "4:30/km", 270), ("threshold-pace", "4:30", 270), ("threshold-pace", "4:30 min/km", 270),
        ("lift-times", "mon-evening", ("mon-evening",)),
        ("lift-times", "mon wed evening, sat", ("mon-evening", "wed-evening", "sat-morning", "sat-evening")),
        ("lift-times", "tue morning thu evening", ("tue-morning", "thu-evening")),
        ("lift-times", "any", None), ("lift-times", "unset", None),
        ("run-times", "any", ALL_SLOTS), ("run-times", "weekend am", ("sat-morning", "sun-morning")),
        ("lift-days", "wed mon", ("monday", "wednesday")), ("lift-days", "fri-mon", ("monday", "friday", "saturday",
                                                                                      "sunday")),
        ("equipment", "Dumbbells, barbell", ("barbell", "dumbbell")),
        ("bar", "15", 15), ("bar", "15 kg", 15), ("plates", "1.25 25 20 20", (25, 20, 1.25)),
        ("plates", "20, 10, 2,5 kg", (20, 10, 2.5)), ("plates", "20,10,5", (20, 10, 5)),
        ("spread", "sample", "sample"), ("bell", "off", False), ("theme", "ansi", "ansi-dark"),
        ("theme", "light", "legday-light"), ("theme", "Dark", "legday"),
        ("notify", "osc99", "osc99"),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept(name: str, text: str, value: object) -> None:
    assert value_of(named(name), typed(name, text)) == value


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("distance", "furlongs", '"furlongs" is not one of km, mi'),
        ("level", "s", '"s" is not one of building, solid, strong'),
        ("zone", "Europe/Belrin", "did you mean Europe/Berlin?"), ("zone", "../etc/passwd", "is no time zone"),
        ("bodyweight", "7", "from 25 kg to 300 kg"), ("bodyweight", "heavy", "such as 72 kg"),
        ("max-hr", "19", "from 25 to 250"), ("max-hr", "190.5", "such as 190"),
        ("threshold-pace", "4.5", "such as 4:30/km"), ("threshold-pace", "0:30/km", "from 2:00/km to 15:00/km"),
        ("lift-times", "none", "No half-day is left"), ("lift-times", "mon noon", '"noon" is no day'),
        ("lift-days", "mo", '"mo" is no day'), ("equipment", "anvil", '"anvil" is not one of band, bar, barbell'),
        ("bar", "45 lb", "in kg"), ("plates", "20 x", '"x" is no plate'), ("plates", "none", '"none" is no plate'),
        ("plates", "0", '"0" is no plate'), ("plates", "", "one to 20 sizes"), ("bell", "loud", "not one of on, off"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_in_a_line(name: str, text: str, said: str) -> None:
    message = refused(name, text)
    assert said in message
    assert "\n" not in message


def test_heart_rates_stand_in_order() -> None:
    known = typed("resting-hr", "50", typed("max-hr", "190"))
    assert refused("threshold-hr", "195", known) == "Your maximum heart rate is 190; the threshold one lies below it"
    assert refused("threshold-hr", "50", known) == "Your resting heart rate is 50; the threshold one lies above it"
    assert refused("max-hr", "45", known) == "Your resting heart rate is 50; the maximum one lies above it"
    assert typed("threshold-hr", "172", known).athlete.lthr == 172


@pytest.mark.parametrize("name", ["sex", "bodyweight", "resting-hr", "max-hr", "threshold-hr", "threshold-pace"])
def test_what_may_be_unset_is(name: str) -> None:
    known = Athlete(sex="male", bodyweight_kg=70, hr_rest=50, lthr=170, hr_max=190, threshold_s_per_km=270)
    before = msgspec.structs.replace(NEW, athlete=known)
    after = typed(name, "unset", before)
    assert value_of(named(name), before) is not None
    assert value_of(named(name), after) is None
    assert text_of(named(name), after) == "unset"


def test_bar_and_plates_are_those_of_the_unit() -> None:
    after = typed("plates", "45 25 10 lb", typed("bar", "35", IN_POUNDS))
    assert (after.settings.bar_lb, after.settings.plates_lb) == (35, (45, 25, 10))
    assert (after.settings.bar_kg, after.settings.plates_kg) == (Settings().bar_kg, Settings().plates_kg)
    assert [text_of(named(name), after) for name in ("bar", "plates")] == ["35 lb", "45 25 10 lb"]


def test_what_was_said_again_changes_nothing() -> None:
    # 160 lb and a bit: shown to a tenth of a pound, and not rounded to it by looking.
    before = msgspec.structs.replace(IN_POUNDS, athlete=Athlete(bodyweight_kg=72.6))
    assert text_of(named("bodyweight"), before) == "160.1 lb"
    assert typed("bodyweight", "160.1 lb", before) is before


@pytest.mark.parametrize(("name", "text"), [("bodyweight", "55.1 lb"), ("threshold-pace", "3:13/mi")])
def test_a_limit_shown_in_other_units_is_within_it(name: str, text: str) -> None:
    assert text in refused(name, "1 lb" if name == "bodyweight" else "0:30/mi", IN_POUNDS)
    assert text_of(named(name), typed(name, text, IN_POUNDS)) == text


def test_equipment_that_legday_does_not_know_is_kept() -> None:
    before = msgspec.structs.replace(NEW, athlete=Athlete(equipment=("sled",)))
    assert typed("equipment", "barbell sled", before).athlete.equipment == ("barbell", "sled")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sat sun, mon-fri evening", "Mon-Fri evening, Sat Sun all-day"),
        ("mon wed fri morning", "Mon Wed Fri morning"),
        ("evenings", "Mon-Sun evening"), ("mon tue", "Mon Tue all-day"), ("any", "any"), (",", "unset"),
    ],
)  # fmt: skip
def test_half_days_in_words(text: str, said: str) -> None:
    assert text_of(named("run-times"), typed("run-times", text)) == said


def test_choices_go_round() -> None:
    seen, profile = [], NEW
    for _ in range(5):
        seen.append(text_of(named("level"), profile))
        after = stepped(named("level"), 1, profile)
        assert isinstance(after, Profile)
        profile = after
    # As measured leaves the level that was said last.
    assert seen == ["building", "solid", "strong", "measured", "building"]
    back = stepped(named("priority"), -1, NEW)
    assert isinstance(back, Profile)
    assert back.athlete.priority == "strength"


def test_a_level_as_measured_leaves_the_one_that_was_said() -> None:
    solid = changed(named("level"), "solid", NEW)
    assert isinstance(solid, Profile)
    measured = changed(named("level"), "measured", solid)
    assert isinstance(measured, Profile)
    assert (measured.athlete.level, measured.athlete.level_by) == ("solid", "lifts")
    assert text_of(named("level"), measured) == "measured"
    said = changed(named("level"), "solid", measured)
    assert isinstance(said, Profile)
    assert (said.athlete.level, said.athlete.level_by) == ("solid", "said")


def test_names() -> None:
    assert item_named("Threshold_Pace", ITEMS) == named("threshold-pace")
    assert item_named("bodywait", ITEMS) == Wrong('there is no setting "bodywait"; did you mean bodyweight?')
    assert len({item.name for item in ITEMS}) == len(ITEMS)
    assert equipment_of(load_catalogue()) == EQUIPMENT


def test_what_a_setting_is_used_for_is_one_line() -> None:
    assert all(0 < len(item.use) <= 68 and "\n" not in item.use for item in ITEMS)


SLOTS = st.sets(st.sampled_from(ALL_SLOTS), min_size=1).map(lambda some: tuple(s for s in ALL_SLOTS if s in some))
ATHLETES = st.builds(
    Athlete,
    priority=st.sampled_from(["running", "strength"]),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "-09:30"]),
    sex=st.sampled_from([None, "male", "female"]),
    bodyweight_kg=st.none() | st.integers(2500, 30_000).map(lambda hundredths: hundredths / 100),
    hr_rest=st.none() | st.integers(25, 60),
    lthr=st.none() | st.integers(61, 170),
    hr_max=st.none() | st.integers(171, 250),
    threshold_s_per_km=st.none() | st.integers(120, 900),
    availability=st.builds(
        Availability, strength=st.none() | SLOTS.filter(lambda some: some != ALL_SLOTS), run=st.none() | SLOTS
    ),
    preferred_strength_days=SLOTS.map(lambda some: tuple(d for d in WEEKDAYS if f"{d[:3]}-morning" in some)),
    equipment=st.sets(st.sampled_from(EQUIPMENT)).map(lambda some: tuple(sorted(some))),
)
SETTINGS = st.builds(
    Settings,
    units=st.sampled_from([Units(), Units("mi", "lb"), Units("mi", "kg")]),
    bell=st.booleans(),
    bar_kg=st.integers(0, 200).map(lambda halves: halves / 2),
    plates_lb=st.sets(st.integers(1, 400), min_size=1, max_size=20).map(
        lambda some: tuple(quarters / 4 for quarters in sorted(some, reverse=True))
    ),
    theme=st.none() | st.sampled_from(["legday", "ansi-dark"]),
)


@given(ATHLETES, SETTINGS, st.sampled_from(ITEMS))
def test_what_is_said_reads_back(athlete: Athlete, settings: Settings, item: Item) -> None:
    profile = Profile(athlete, settings, EQUIPMENT, NEW.themes)
    said = text_of(item, profile)
    if said == "unset":
        assert value_of(item, profile) is None
        return
    # Read as if it had not been there: what is shown already is not read.
    read = item.way.read(said, profile)
    assert not isinstance(read, Wrong)
    assert item.way.write(read, profile) == said


@given(st.text(max_size=30) | st.from_regex(r"[a-z0-9 ,:./-]{0,20}", fullmatch=True), st.sampled_from(ITEMS))
def test_any_text_is_kept_whole_or_refused(text: str, item: Item) -> None:
    after = changed(item, text, NEW)
    if isinstance(after, Wrong):
        assert after.message
        return
    # What is kept is what the store takes.
    for whole in (after.athlete, after.settings):
        assert msgspec.convert(msgspec.to_builtins(whole), type(whole)) == whole
    again = changed(item, text_of(item, after), NEW)
    assert isinstance(again, Profile)
    assert text_of(item, again) == text_of(item, after)


@pytest.mark.parametrize(
    ("name", "text"), [("level", "solid"), ("level", "measured"), ("run-times", "tue-morning"), ("bar", "15")]
)
def test_what_is_kept_of_a_setting_leaves_the_others_as_they_are_there(name: str, text: str) -> None:
    theirs = typed("priority", "strength", typed("lift-times", "mon-evening"))
    after = kept(named(name), typed(name, text), theirs)
    assert text_of(named(name), after) == text_of(named(name), typed(name, text))
    assert kept(named(name), NEW, after) == theirs
