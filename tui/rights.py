"""Which actions whoever sits at the screen may do: the one check that every key, click and palette line goes through.

A key says what right it takes (`Key.right`); where it does not, its screen or modal does with `RIGHT`, and where that
does not either, whoever may look may do it. The log itself refuses what slips through.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, TypeAlias, get_args

from textual.actions import parse
from textual.dom import DOMNode

from data.roles import Role
from tui.keys import KeyBinding

_Rights: TypeAlias = Mapping[tuple[str, tuple[Any, ...] | None], Role]
_ORDER: Final[tuple[Role, ...]] = get_args(Role)


def right_of(node: DOMNode, action: str, parameters: tuple[object, ...]) -> Role:
    """The right that an action of a screen, modal or app takes, with these parameters."""
    rights = _rights_of(type(node))
    usual: Role = getattr(node, "RIGHT", "view")
    return rights.get((action, parameters)) or rights.get((action, None)) or usual


@cache
def _rights_of(kind: type) -> _Rights:
    """The rights that the keys of a class say, by action and parameters; by the action alone the most any takes."""
    rights: dict[tuple[str, tuple[Any, ...] | None], Role] = {}
    for each in (binding for base in kind.__mro__ for binding in vars(base).get("BINDINGS", ())):
        if isinstance(each, KeyBinding) and each.right:
            _, action, parameters = parse(each.action)
            rights[action, parameters] = each.right
            known = rights.get((action, None), each.right)
            rights[action, None] = max(known, each.right, key=_ORDER.index)
    return rights
