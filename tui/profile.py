"""The settings as the screen and the command work on them: gathered from the desk, and saved through it."""

from datetime import timedelta

from data.calendar import Days
from data.model import Level, LoggedSession
from data.profile import Item, Profile, kept
from data.profile_items import equipment_of
from data.rules.level import level_lift, measured_level
from data.rules.strength import BestSet
from tui.desk import Desk


def profile_of(desk: Desk, themes: tuple[str, ...] = ()) -> Profile:
    """The athlete and the settings as they are now; a new log's athlete is the newcomer."""
    athlete = desk.newcomer if desk.logbook.is_new() else desk.logbook.athlete
    return Profile(athlete, desk.settings, equipment_of(desk.catalogue), themes)


def keep(item: Item, profile: Profile, desk: Desk) -> None:
    """Save the setting, and nothing else of the profile: in the athlete's as one undoable change, or in config.toml.

    Raises StoreError.
    """
    if item.of_athlete:
        seen, there = desk.logbook.athlete, profile_of(desk)
        desk.logbook.save_athlete(kept(item, profile, there).athlete, f"the setting {item.title.lower()}", seen)
    else:
        desk.save_settings(profile.settings)


def all_logged(desk: Desk) -> list[LoggedSession]:
    """Every session logged up to today."""
    first = desk.logbook.first_day()
    return desk.logbook.logged(Days(first, desk.today() + timedelta(1))) if first else []


def lifts_say(desk: Desk) -> Level | None:
    """The level that the lifts say; None where they, or a bodyweight, are missing. Reads the whole log for it."""
    athlete = desk.logbook.athlete
    return measured_level(athlete, all_logged(desk), desk.catalogue) if athlete.bodyweight_kg else None


def best_of(desk: Desk) -> BestSet | None:
    """The best set of the lifts that say the level. Reads the whole log: of ten years in half a second."""
    return level_lift(all_logged(desk), desk.catalogue)
