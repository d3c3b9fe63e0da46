"""Opening a thread of comments, going to what is new, and taking back what others changed: from any screen of a log."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from data.calendar import Days
from data.model import Comment, Session
from data.text import plain
from tui.desk import Desk
from tui.format import title_of
from tui.messages import LogChanged
from tui.talk import change_words, day_to_show, key_of_week, keys_of, mark_read, said_words
from tui.week_words import span_words

if TYPE_CHECKING:
    from tui.modals.comments import Said
    from tui.screens.plan import PlanScreen


def about_session(screen: Screen[Any], desk: Desk, session: Session) -> None:
    """What was said about a session."""
    _open(screen, desk, f"Comments on {plain(title_of(session, desk.catalogue))}", keys_of(session))


def about_week(screen: Screen[Any], desk: Desk, days: Days) -> None:
    """What was said about a week."""
    _open(screen, desk, f"Comments on the week {span_words(days)}", (key_of_week(days),))


def go_to_new(screen: "PlanScreen") -> None:
    """To the day of the oldest comment that is new, and open its thread."""
    desk = screen.desk
    comment = next(iter(desk.logbook.unread()), None)
    day = day_to_show(comment, desk) if comment else None
    if comment is None or day is None:
        return
    session = desk.logbook.find(comment.about)
    screen.show_day(day, session.id if session else None)
    if session:
        about_session(screen, desk, session)
    else:
        about_week(screen, desk, screen.sight.days)


def take_back(screen: "PlanScreen") -> None:
    """Choose among what others changed of the week, and make it what it was."""
    from tui.modals.theirs import TheirsModal

    desk, theirs = screen.desk, screen.sight.talk.theirs

    def _chosen(place: int | None) -> None:
        if place is not None and desk.attempt(screen.app, partial(desk.logbook.take_back, theirs[place])):
            screen.reload()
            screen.notify("Taken back: u changes it again.", timeout=5)

    screen.app.push_screen(TheirsModal([change_words(one, desk.catalogue) for one in theirs]), _chosen)


def _open(screen: Screen[Any], desk: Desk, title: str, keys: Sequence[str]) -> None:
    """The thread about these keys; a new comment is about the first of them. What is read in it is marked so."""
    from tui.modals.comments import CommentsModal, Said

    new = {one.id for one in desk.logbook.unread()}

    def _found() -> list[Comment]:
        return [one for one in desk.logbook.comments() if one.about in keys]

    def _read() -> "Sequence[Said]":
        new.update(one.id for one in desk.logbook.unread())
        mark_read(desk, keys)
        me = desk.logbook.author
        return [Said(*said_words(one, desk), one.id in new and one.author != me, one.author == me) for one in _found()]

    def _send(text: str) -> bool:
        return desk.attempt(screen.app, partial(desk.logbook.comment, keys[0], text))

    def _delete() -> None:
        own = [one for one in _found() if one.author == desk.logbook.author]
        if own and desk.attempt(screen.app, partial(desk.logbook.delete_comment, own[-1])):
            screen.notify("Deleted: u on the plan brings it back.")

    may_send: Callable[[str], bool] | None = _send if desk.may("comment") else None

    def _closed(_: None) -> None:
        screen.post_message(LogChanged())

    screen.app.push_screen(CommentsModal(title, _read, may_send, _delete), _closed)
