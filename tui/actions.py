"""What can be done here and now: the actions of a screen and the app whose keys work, in the order of their tables."""

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui.keys import key_name

if TYPE_CHECKING:
    from textual.binding import ActiveBinding


class Action(NamedTuple):
    """An action with the keys that do it, as they are printed. `node` is what it belongs to: widget, screen or app."""

    id: str
    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    footer: bool
    node: DOMNode

    @property
    def everywhere(self) -> bool:
        """Whether it is one of the app's."""
        return isinstance(self.node, App)


def actions_of(screen: Screen[Any]) -> tuple[Action, ...]:
    """The actions that work on the screen now: those of what has the focus, of the screen, and of the app.

    Keys that were bound anew in the settings come as they are now.
    """
    active: dict[str, list[ActiveBinding]] = {}
    for each in screen.active_bindings.values():
        if each.binding.id and each.enabled:
            active.setdefault(each.binding.id, []).append(each)
    nodes = {id(each.node): each.node for found in active.values() for each in found}
    in_order = sorted(nodes.values(), key=lambda node: (isinstance(node, App), isinstance(node, Screen)))
    declared = [each for node in in_order for each in node.BINDINGS if isinstance(each, Binding)]
    return tuple(_action(each, active[each.id]) for each in declared if each.id and each.id in active)


def _action(declared: Binding, active: "list[ActiveBinding]") -> Action:
    order = declared.key.split(",")
    keys = [each.binding.key for each in active]
    keys.sort(key=lambda key: order.index(key) if key in order else len(order))
    first = active[0]
    return Action(
        id=first.binding.id or "",
        name=first.binding.action,
        keys=tuple(map(key_name, keys)),
        label=first.binding.description,
        help=first.binding.tooltip,
        footer=first.binding.show,
        node=first.node,
    )
