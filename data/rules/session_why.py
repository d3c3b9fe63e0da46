"""Why the figures of one session are what they are, one explanation a figure."""

from collections.abc import Iterator

from data.catalogue import Catalogue
from data.model import Athlete, LoggedSession, Session
from data.rules.explain import Explanation
from data.rules.fitness import ALL_OUT, explain_efficiency, explain_flat_pace, explain_vdot, is_easy
from data.rules.hardness import explain_hardness
from data.rules.heart import explain_edwards, explain_hr_score, explain_trimp
from data.rules.load import explain_leg_load, explain_session_load, leg_load
from data.rules.pace import explain_pace_score
from data.rules.strength import explain_e1rm
from data.rules.volume import explain_sets, explain_volume
from data.units import Units


def explain_session(session: Session, athlete: Athlete, catalogue: Catalogue, units: Units) -> tuple[Explanation, ...]:
    """Every figure that applies to the session: of a planned one how hard it will be; its load and more once done."""
    hard = explain_hardness(session, catalogue)
    if not isinstance(session, LoggedSession):
        return (hard,)
    own = _of_a_lift(session, catalogue, units) if session.kind == "strength" else _of_a_run(session, athlete, units)
    legs = () if leg_load(session, catalogue) is None else (explain_leg_load([session], catalogue),)
    return (explain_session_load(session), hard, *legs, *own, *_of_the_heart(session, athlete))


def _of_a_run(session: LoggedSession, athlete: Athlete, units: Units) -> Iterator[Explanation]:
    if session.kind != "run":
        return
    yield explain_flat_pace(session, units)
    yield explain_pace_score(session, athlete, units)
    if session.type in ALL_OUT:
        yield explain_vdot(session, units)
    if is_easy(session):
        yield explain_efficiency(session, units)


def _of_a_lift(session: LoggedSession, catalogue: Catalogue, units: Units) -> Iterator[Explanation]:
    if session.exercises:
        yield explain_sets([session])
        yield explain_volume([session], catalogue, units)
    for exercise in session.exercises:
        if why := explain_e1rm(session, exercise, catalogue, units):
            yield why


def _of_the_heart(session: LoggedSession, athlete: Athlete) -> Iterator[Explanation]:
    """By heart rate; of a lift, where few wear a strap, only what there is."""
    if session.hr_avg or session.kind != "strength":
        yield explain_trimp(session, athlete)
        yield explain_hr_score(session, athlete)
    if session.zone_seconds or session.kind != "strength":
        yield explain_edwards(session)
