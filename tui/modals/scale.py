"""The scale from 1 to 10 that a session is rated by, in the room that there is."""

from typing import Final

from textual.content import Content
from textual.geometry import Size

from tui.modals.rate import CR10

QUESTION: Final = Content.styled("How hard was all of it?", "bold")
# What each way of showing it needs.
ONE_COLUMN: Final = Size(23, 13)
TWO_COLUMNS: Final = Size(34, 6)
IN_SHORT: Final = Size(23, 3)

# Border and padding of a box.
_AROUND: Final = Size(4, 2)


def inside(size: Size, widest: int) -> Size:
    """How many columns and lines a box has inside on a screen of that size."""
    return Size(min(widest, size.width * 96 // 100), size.height * 94 // 100) - _AROUND


def one_column(question: Content) -> Content:
    """A line a step, under the question."""
    unrated = Content.assemble((" - ", "bold $accent"), ("no rating", "dim"))
    return Content("\n").join([question, *(_step(each) for each in CR10), Content(""), unrated])


def two_columns(question: Content, unrated: bool = True) -> Content:
    """Five lines under the question, with the key that does not rate beside it where it is not said elsewhere."""
    beside = Content.assemble(("  -", "bold $accent"), (" unrated", "dim")) if unrated else Content("")
    steps = (Content.assemble(_step(left, 17), _step(left + 5)) for left in range(1, 6))
    return Content("\n").join([question + beside, *steps])


def in_short(question: Content) -> Content:
    """Two lines under the question, for the smallest screens."""
    keys = (("1", " to "), ("9", ", "), ("0", " is 10, "), ("-", " none"))
    words = ((2, " easy "), (5, " hard "), (0, " maximal"))
    return Content("\n").join(
        [
            question,
            Content.assemble(*(part for key, said in keys for part in ((key, "bold $accent"), said))),
            Content.assemble(*(part for key, said in words for part in ((str(key), "bold $accent"), said))),
        ]
    )


def _step(rating: int, width: int = 0) -> Content:
    return Content.assemble((f" {rating % 10} ", "bold $accent"), f"{CR10[rating]:<{width}}")
