"""A week as lines of text: its head, its days with what lands back to back, and what it adds up to."""

from data.rules.change import change_words
from data.rules.week import Week
from data.text import plain
from data.units import format_distance, format_load, format_minutes, format_number
from data.week_aim import aim_of
from tui.commands.around import Held
from tui.commands.lines import DAY, session_lines
from tui.commands.output import cells, fit, joined, wrapped
from tui.desk import Desk
from tui.ending_words import volume_words
from tui.format import SEVERITY_GLYPHS, pair_text, reasons_of
from tui.week_words import aim_words, monotony_mark, phase_of, span_words, unrated_of, week_number
from tui.widgets.week_rows import PairRow, RestRow, Row, SessionRow, rows_of


def head_lines(held: Held, desk: Desk, width: int) -> list[str]:
    """Whose week it is, which, its phase, and all of what it aims at: one line where they fit, else more."""
    week, athlete = held.week, desk.lifter()
    aim = aim_of(week.span, held.sessions.values(), athlete, desk.catalogue, desk.now())
    year = f"{span_words(week.span)} {week.span.start.year}"
    named = (plain(athlete.name), f"week {week_number(week.span)}", year, phase_of(week.span, athlete, aim.heavy))
    left, right = " · ".join(filter(None, named)), aim_words(week, aim) if week.entries else ""
    if not right:
        return wrapped("", left, width)
    gap = width - cells(left) - len(right)
    return [f"{left}{' ' * gap}{right}"] if gap >= 2 else [*wrapped("", left, width), *wrapped("", right, width)]


def day_lines(held: Held, desk: Desk, width: int) -> list[str]:
    """The sessions of the week under their days, each with what it lands back to back with."""
    reasons = reasons_of(desk.logbook.accepted(), held.sessions)
    rows = rows_of(held.week, held.week.pairs, held.sessions, reasons)
    return [line for row in rows for line in _row_lines(row, desk, width)]


def sum_lines(week: Week, desk: Desk, width: int) -> list[str]:
    """What the week adds up to: load, runs and lifts."""
    parts = (("Load", _load_words(week)), ("Runs", _run_words(week, desk)), ("Lifts", _lift_words(week, desk)))
    return [line for label, words in parts for line in wrapped(label, words, width, DAY)]


def _row_lines(row: Row, desk: Desk, width: int) -> list[str]:
    label = fit(f"{row.day:%a} {row.day.day:>2}", DAY)
    if isinstance(row, RestRow):
        return [f"{label}  rest"]
    if isinstance(row, SessionRow):
        return session_lines(row.entry, desk, width, label if row.first else "")
    if isinstance(row, PairRow):
        return wrapped("", _pair_words(row, desk), width, DAY)
    return wrapped("", f"→ {row.tip.advice}", width, DAY)


def _pair_words(row: PairRow, desk: Desk) -> str:
    words = pair_text(row.pair, row.first, row.second, desk.catalogue, from_second=row.above)
    accepted = f" · accepted: {row.reason}" if row.pair.accepted else ""
    return plain(f"{SEVERITY_GLYPHS[row.pair.severity]} {words}{accepted}")


def _load_words(week: Week) -> str:
    parts = [format_load(week.load, week.unrated)]
    if week.monotony is not None:
        parts.append(f"monotony {format_number(week.monotony)}{monotony_mark(week.monotony)}")
    if week.strain is not None:
        parts.append(f"strain {format_load(week.strain)}")
    if week.vs_usual is not None:
        parts.append(change_words(week.vs_usual))
    if week.unrated:
        parts.append("1 session has no rating" if week.unrated == 1 else f"{week.unrated} sessions have no rating")
    return joined(parts)


def _run_words(week: Week, desk: Desk) -> str:
    run = week.run
    parts = [f"{run.sessions} of {run.planned_sessions} planned" if run.planned_sessions else str(run.sessions)]
    parts.append(_minutes_words(run.minutes, run.planned_minutes))
    if run.distance_m:
        parts.append(format_distance(run.distance_m, desk.settings.units))
    return joined([*parts, f"load {format_load(run.load, unrated_of(week, 'run'))}"])


def _lift_words(week: Week, desk: Desk) -> str:
    lift = week.strength
    parts = [f"{lift.sessions} of {lift.planned_sessions} planned" if lift.planned_sessions else str(lift.sessions)]
    parts.append(_minutes_words(lift.minutes, lift.planned_minutes))
    if lift.sets:
        parts.append(f"{lift.sets} sets, {lift.hard_sets} hard")
    if lift.volume_kg:
        parts.append(volume_words(lift.volume_kg, desk.settings.units))
    parts.append(f"leg stress {'–' if lift.leg_stress is None else format_number(lift.leg_stress, 1)}")
    parts.append(f"load {format_load(lift.load, unrated_of(week, 'strength'))}")
    return joined(parts)


def _minutes_words(minutes: float, planned: float) -> str:
    return f"{format_minutes(minutes)} of {format_minutes(planned)}" if planned else format_minutes(minutes)
