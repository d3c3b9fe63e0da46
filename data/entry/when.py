"""The words that say at what time, and the moment that day and time come to."""

import re
from datetime import datetime, time, timedelta
from typing import Final, NamedTuple

from data.calendar import CLOCK_TIMES, USUAL_MINUTES, at, in_zone, zone_named, zone_of
from data.entry.draft import DaySaid, Draft, Facts, Known, Look, Step, tell
from data.entry.error import EntryError, wrong
from data.entry.paces import after_distance, run_seconds
from data.entry.words import HALF_DAYS
from data.model import Clock, Kind

# A line that says one of these is about a session that was done.
RESULTS: Final = ("rpe", "hr_avg", "hr_max", "ascent_m", "descent_m", "mark", "niggles")
_TIME: Final = re.compile(r"([0-9]{1,2})(?::([0-5][0-9]))?\s*(am|pm)?")
_MOMENT: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[t]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(z|[+-]\d\d:\d\d)?", re.ASCII)


class When(NamedTuple):
    """The moment that a line says, in which zone, how exactly, and whether it is a plan."""

    start: datetime
    zone: str
    clock: Clock
    plan: bool


def read_time(look: Look) -> Step:
    """The time of day said here, if one is."""
    if _MOMENT.fullmatch(look.low()):
        return _moment(look)
    said_so = look.low() == "at"
    clock = _time_of_day(look.low(1 if said_so else 0))
    if clock is None and said_so and ":" in look.low(1):
        return wrong(look.words[look.i + 1], "there is no such time of day.")
    if clock is None or not (said_so or look.low()[-1] == "m" or _is_time(look)):
        return None
    return tell(look, 2 if said_so else 1, time_of_day=clock, clock="exact")


def read_zone(look: Look) -> Step:
    """ "zone Asia/Tokyo": where the session starts, if that is said here."""
    if look.low() != "zone" or not look.low(1):
        return None
    name = look.words[look.i + 1].text
    try:
        zone_named(name)
    except ValueError:
        return wrong(look.words[look.i + 1], "no such time zone; write one such as Europe/Berlin or +09:00.")
    return tell(look, 2, zone=name)


def resolve(draft: Draft, kind: Kind, known: Known) -> When | EntryError:
    """The moment of the session: the one that is said, else the one that the words of the line make likeliest.

    Nothing said about when, or no more than today with a result: it has just ended.
    """
    facts = draft.facts
    done = facts.intent == "log" or (facts.intent is None and _has_result(draft))
    zone = facts.zone or known.zone
    now = in_zone(known.now, zone)
    if facts.moment is not None:
        when = _at_moment(facts, facts.moment, done, known)
    elif facts.day is None and facts.clock is None and facts.intent != "plan":
        when = _just_ended(facts, kind, zone, now)
    else:
        when = _on_a_day(facts, done, zone, now)
        if done and facts.clock is None and when.start.date() == now.date():
            when = _just_ended(facts, kind, zone, now)
    return _planned_or_logged(when, draft, done)


def _planned_or_logged(when: When, draft: Draft, done: bool) -> When | EntryError:
    if draft.facts.intent == "plan":
        return when._replace(plan=True)
    name = next((name for name in ("intent", *RESULTS) if name in draft.words), None)
    if done and when.plan and name:
        day = f"{when.start.day} {when.start:%B}{f', {when.start:%H:%M},' if when.clock == 'exact' else ''}"
        return wrong(draft.words[name], f"{day} lies ahead; this is known afterwards.")
    return when


def _moment(look: Look) -> Step:
    try:
        moment = datetime.fromisoformat(look.low().upper())
    except ValueError:
        return wrong(look.word, "there is no such day or time.")
    day = DaySaid(ahead=(moment.date(),), behind=(moment.date(),))
    return tell(look, moment=moment, day=day, time_of_day=moment.time())


def _time_of_day(text: str) -> time | None:
    found = _TIME.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 else None


def _is_time(look: Look) -> bool:
    """Whether a bare "18:00" says when, and not how long."""
    draft = look.draft
    if draft.facts.clock is not None or draft.facts.moment is not None:
        return False
    return not after_distance(look) or run_seconds(look) is None


def _has_result(draft: Draft) -> bool:
    """Whether the line says how it went: by a result, or by a distance with its time, "10k 48:30"."""
    timed = "distance_m" in draft.words and "minutes" in draft.words and ":" in draft.words["minutes"].text
    return timed or any(name in draft.words for name in RESULTS)


def _at_moment(facts: Facts, moment: datetime, done: bool, known: Known) -> When:
    usual = facts.zone or known.zone
    zone = usual if facts.zone or moment.tzinfo is None else zone_of(moment, usual)
    start = at(moment.date(), moment.time(), zone) if moment.tzinfo is None else in_zone(moment, zone)
    return When(start, zone, facts.clock or "exact", _lies_ahead(start, "exact", zone, known.now, done))


def _just_ended(facts: Facts, kind: Kind, zone: str, now: datetime) -> When:
    minutes = USUAL_MINUTES[kind] if facts.minutes is None else facts.minutes
    start = in_zone(now - timedelta(minutes=minutes), zone)
    return When(start.replace(second=0, microsecond=0), zone, "exact", plan=False)


def _on_a_day(facts: Facts, done: bool, zone: str, now: datetime) -> When:
    clock = facts.clock or "unknown"
    today = now.date()
    said = facts.day or DaySaid(ahead=(today,), behind=(today, today - timedelta(1)))
    starts = [at(day, facts.time_of_day or CLOCK_TIMES[clock], zone) for day in (said.behind if done else said.ahead)]
    fitting = [start for start in starts if _lies_ahead(start, clock, zone, now, done) is not done]
    start = (fitting or starts)[0]
    return When(start, zone, clock, _lies_ahead(start, clock, zone, now, done))


def _lies_ahead(start: datetime, clock: Clock, zone: str, now: datetime, done: bool) -> bool:
    """Whether a session of that start is still to come: a half day can be planned until its end, and was `done` from
    its beginning on.
    """
    if clock == "exact":
        return start > now if done else start >= now
    begins, ends = HALF_DAYS[clock]
    return at(start.date(), time(), zone) + timedelta(hours=begins if done else ends) > now
