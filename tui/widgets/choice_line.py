"""A line of a modal on which something is chosen: its name and what is chosen, with arrows where there are others."""

from textual.content import Content

_LEFT, _RIGHT = "‹ ", " ›"


def choice_line(
    name: str, value: Content, width: int, *, here: bool, arrows: bool = True, more: Content | None = None
) -> Content:
    """The line, its name in so many columns and a mark where the cursor is `here`; there the `arrows` say that left and
    right change it. `more` stands behind, in a column of its own."""
    turns = here and arrows
    left, right = (_LEFT, _RIGHT) if turns else ("", "")
    if more is not None:
        left, right = left.ljust(len(_LEFT)), f"{right.ljust(len(_RIGHT))} "
    return Content.assemble(
        ("▸ " if here else "  ", "bold $accent"), name.ljust(width), (left, "$accent"), value, (right, "$accent"),
        more or "",
    )  # fmt: skip
