"""What is said of a lift at its end, in lines and pages that fit: the most important first, in short where need be."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content
from textual.geometry import Size

_NEVER_CUT: Final = 3


class Said(NamedTuple):
    """A paragraph: its head, what must not be lost of it, and the rest.

    Cut to a line it keeps the tail, after as much of its head as there is room for. The higher `whole`, the later it is
    cut; with 0 at once.
    """

    head: Content
    tail: str = ""
    rest: str = ""
    whole: int = 0

    def in_full(self, width: int) -> list[Content]:
        """All of it, in lines of the width."""
        from tui.modals.help import hanging

        return hanging(Content.assemble(self.head, self.tail, self.rest), width, 2)

    def cut(self, width: int, more: str) -> Content:
        """A line of the width that ends with how many more there are."""
        head = self.head.truncate(max(1, width - len(self.tail) - len(more)), ellipsis=True)
        return Content.assemble(head, self.tail, (more, "dim"))


class Block(NamedTuple):
    """What is said of one thing; where there is not room for all that is said, `first` so many paragraphs stay."""

    paragraphs: tuple[Said, ...]
    first: int = 1


def pages_of(blocks: Sequence[Block], room: Size) -> list[list[Content]]:
    """What is said in lines that fit: on one page if it can be, else in short on the first, and in full on the next."""
    full = [[each.in_full(room.width) for each in block.paragraphs] for block in blocks]
    for between in ([Content("")], []):
        lines = [line for block in full for line in (*between, *(line for each in block for line in each))]
        if len(lines) - len(between) <= room.height:
            return [lines[len(between) :]]
    pages: list[list[Content]] = [[]]
    for paragraph in (each for block in full for each in block):
        if len(pages[-1]) + len(paragraph) > room.height and pages[-1]:
            pages.append([])
        pages[-1] += paragraph[: room.height]
    return [_in_short(blocks, room), *pages]


def _in_short(blocks: Sequence[Block], room: Size) -> list[Content]:
    """The first paragraphs of every block, cut as little as must be, and as many more as there is room for."""
    counts = [min(block.first, len(block.paragraphs)) for block in blocks]
    for level in range(1, _NEVER_CUT + 1):
        lines = _cut(blocks, counts, level, room.width)
        if len(lines) <= room.height:
            break
    for place, block in enumerate(blocks):
        while counts[place] and counts[place] < len(block.paragraphs):
            more = [count + (place == index) for index, count in enumerate(counts)]
            if len(longer := _cut(blocks, more, level, room.width)) > room.height:
                break
            counts, lines = more, longer
    return lines[: room.height]


def _cut(blocks: Sequence[Block], counts: Sequence[int], level: int, width: int) -> list[Content]:
    """So many paragraphs of each block, those that are less whole than the level cut to a line; the last line says how
    many more there are."""
    lines: list[Content] = []
    for block, count in zip(blocks, counts, strict=True):
        hidden = len(block.paragraphs) - count
        for left, each in zip(range(count - 1, -1, -1), block.paragraphs, strict=False):
            more = f" +{hidden}" if hidden and not left else ""
            lines += [each.cut(width, more)] if more or each.whole < level else each.in_full(width)
    return lines
