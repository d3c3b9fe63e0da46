"""What is said below the week: of the row under the cursor, of a session on its way, of a week with nothing in it."""

from collections.abc import Sequence

from textual.content import Content

from data.calendar import day_of
from data.live.run import LiveRun
from data.model import Session
from data.rules.gaps import SEVERITIES
from data.rules.spacing import Pair
from data.rules.week import Entry
from data.text import plain
from tui.desk import Desk
from tui.format import SEVERITY_COLOURS, SEVERITY_GLYPHS, clock_of, title_of
from tui.screens.coming import coming_of
from tui.screens.plan_moves import Move
from tui.screens.plan_sight import Sight
from tui.session_text import exercise_words, facts, heading, remarks
from tui.talk import PEN, change_words, keys_of, said_words
from tui.widgets.row_lines import pair_words
from tui.widgets.week_rows import PairRow, RestRow, Row, SessionRow

# Lines of room from which on it is also said what to do.
_ROOM_FOR_HINTS = 8
_LAST_SAID = 2


def detail(row: Row, sight: Sight, move: Move | None, desk: Desk, room: int) -> list[Content]:
    """The paragraphs for the row; the more, the more lines of room there are."""
    if move:
        return _moving(row, move, sight, desk)
    lines = []
    if sight.live:
        what, colour = ("run", "$primary") if isinstance(sight.live, LiveRun) else ("lift", "$secondary")
        does = "goes on with" if sight.may_log else "shows"
        name = (f"▶ A {what} is under way: ", f"bold {colour}")
        lines.append(Content.assemble(name, *_key("g v"), f" {does} it."))
    if isinstance(row, SessionRow):
        talk = talk_lines(row.entry.session, sight, desk)
        return [*lines, *talk, *session_lines(row.entry, desk, room - len(lines) - len(talk))]
    if isinstance(row, PairRow):
        return lines + _pair_lines(row, sight, desk, room)
    if isinstance(row, RestRow) and not sight.week.entries:
        return lines + _empty_week(desk)
    if isinstance(row, RestRow):
        how: list[tuple[str, str] | str] = [*_key("a"), " adds a session to it."] if desk.may("plan") else []
        return [*lines, Content.assemble("A day of rest. ", *how)]
    return [
        *lines,
        Content(row.tip.advice),
        Content.styled("An easy run loosens up; after a lift it only tires.", "dim"),
    ]


def session_lines(entry: Entry, desk: Desk, room: int) -> list[Content]:
    """A session in short: its exercises a line each where there is room for so many lines, else in one paragraph."""
    units, effort, catalogue = desk.settings.units, desk.settings.effort, desk.catalogue
    lines = [heading(entry, catalogue), *facts(entry, units)]
    words = exercise_words(entry, catalogue, units, effort, coming_of(desk, entry))
    exercises = [Content(each) for each in words]
    said = remarks(entry)
    if len(lines) + len(exercises) + len(said) > room:
        exercises = [Content(" · ").join(exercises)]
    return lines + exercises + said


def talk_lines(session: Session, sight: Sight, desk: Desk) -> list[Content]:
    """What others changed of the session, and what was said about it last."""
    changes = [one for one in sight.talk.theirs if one.after and one.after.id == session.id]
    way_back = (" · ", *_key("U"), " takes it back") if desk.may("log") else ()
    lines = [Content.assemble((change_words(one, desk.catalogue), "$accent"), *way_back) for one in changes]
    for one in sight.talk.about(keys_of(session))[-_LAST_SAID:]:
        who, text = said_words(one, desk)
        new = one.id in sight.talk.unread
        lines.append(Content.assemble((f"{PEN} {who}: ", "bold $accent" if new else "dim"), text))
    return lines


def pair_line(pair: Pair, sight: Sight, desk: Desk) -> Content:
    """A back-to-back in full: "▲ Gym A, Mon 18:00: 12 h 15 before Tuesday's intervals"."""
    first, second = sight.sessions[pair.first], sight.sessions[pair.second]
    row = PairRow(day_of(first), pair, first, second, above=False, reason="")
    when = " ".join(filter(None, (f"{day_of(first):%a}", clock_of(first))))
    words = f"{plain(title_of(first, desk.catalogue))}, {when}: {pair_words(row, desk.catalogue)}"
    return Content.styled(f"{SEVERITY_GLYPHS[pair.severity]} {words}", SEVERITY_COLOURS[pair.severity])


def pairs_with(session_id: str, pairs: Sequence[Pair]) -> list[Pair]:
    """The back-to-backs that a session is part of."""
    return [pair for pair in pairs if session_id in (pair.first, pair.second)]


def _pair_lines(row: PairRow, sight: Sight, desk: Desk, room: int) -> list[Content]:
    lines = [pair_line(row.pair, sight, desk)]
    if row.pair.accepted:
        reason = Content.assemble(("accepted: ", "bold"), plain(row.reason))
        return [*lines, reason, Content.styled(row.pair.advice, "dim")]
    fix: list[tuple[str, str] | str] = [*_key("f"), " puts the week right, "] if row.to_mend else []
    moves: list[tuple[str, str] | str] = [*_key("shift+arrows"), " on a session move it, "]
    how = Content.assemble(*fix, *moves, *_key("o"), " accepts the warning with a reason.")
    return [*lines, Content(row.pair.advice), *([how] if room >= _ROOM_FOR_HINTS and desk.may("plan") else ())]


def _moving(row: Row, move: Move, sight: Sight, desk: Desk) -> list[Content]:
    if not isinstance(row, SessionRow):
        return []
    now, before = row.entry.session, move.session
    there = " ".join(filter(None, (f"{day_of(now):%a} {day_of(now).day}", clock_of(now))))
    here = " ".join(filter(None, (f"{day_of(before):%a} {day_of(before).day}", clock_of(before))))
    was = f"  was {here}" if now.start != before.start else "  where it was"
    lines = [Content.assemble((f"↕ {plain(title_of(now, desk.catalogue))} → {there}", "bold"), (was, "dim"))]
    found = sorted(pairs_with(now.id, sight.pairs), key=lambda pair: SEVERITIES.index(pair.severity), reverse=True)
    lines += [pair_line(pair, sight, desk) for pair in found]
    lines += [] if found else [Content.styled("✓ lands back to back with nothing", "$success")]
    return [*lines, Content.assemble(*_key("enter"), " drops it here, ", *_key("esc"), " puts it back.")]


def _empty_week(desk: Desk) -> list[Content]:
    empty = not desk.logbook.years()
    first = "Nothing is planned or logged yet." if empty else "Nothing is planned or logged this week."
    if not desk.may("plan"):
        return [Content.styled(first, "bold")]
    return [
        Content.styled(first, "bold"),
        Content.assemble(*_key("t"), "  lays a template over the coming weeks: two or three lifts a week"),
        Content.assemble(*_key("a"), "  adds a session in one line: run 10k easy, gym a tue 18:00"),
    ]


def _key(key: str) -> tuple[tuple[str, str]]:
    return ((key, "bold $accent"),)
