"""Keys of config.toml: which there are, which get in each other's way, and what becomes of those that share a key."""

import pytest

from tui.key_tables import all_tables, faults_of, is_key, keymap_of

TABLES = all_tables()


@pytest.mark.parametrize(
    "name", ["x", "X", "?", "question_mark", "less_than_sign", "full_stop", "+", "ctrl+e", "f5", "pagedown", "ü"]
)
def test_a_key(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize("name", ["", "pgdn", "hyperspace", "control+e", "f99", "xx", " "])
def test_no_key(name: str) -> None:
    assert not is_key(name)


def test_every_key_of_the_tables_is_one() -> None:
    assert [key for table in TABLES for keys in table.keys.values() for key in keys if not is_key(key)] == []


@pytest.mark.parametrize(
    ("keys", "faults"),
    [
        ({}, []),
        ({"plan.fix": "x", "plan.lock": "ctrl+l, f9"}, []),
        ({"plan.fixx": "x"}, ["config.toml: nothing is called plan.fixx; did you mean plan.fix?"]),
        ({"plan.fix": "pgdn"}, ["config.toml: plan.fix: there is no key pgdn"]),
        ({"plan.fix": "x,"}, ["config.toml: plan.fix: there is no key without a name"]),
        ({"plan.fix": "a"}, ["config.toml: a is bound to plan.fix and plan.add: Add a session in one line"]),
        (
            {"load.year": "g"},
            ["config.toml: g is bound to load.year and go: Go to another screen: a small menu says which"],
        ),
        (
            {"plan.lock": "x", "plan.fix": "x"},
            ["config.toml: x is bound to plan.fix and plan.lock: Lock this session where it is, or unlock it"],
        ),
        # What was there gave its key up.
        ({"plan.fix": "a", "plan.add": "n"}, []),
        # Never at once: a lift is begun, and a run logged.
        ({"plan.start": "x", "plan.log": "x"}, []),
        # On different screens.
        ({"plan.fix": "x", "load.year": "x"}, []),
    ],
)
def test_what_is_wrong_is_said(keys: dict[str, str], faults: list[str]) -> None:
    assert faults_of(keys, TABLES) == faults


def test_what_shares_a_key_with_one_bound_anew_keeps_its_own() -> None:
    keymap = keymap_of({"plan.fix": "x"}, TABLES)
    assert keymap == {"plan.fix": "x", "plan.fix_nothing": "f"}
    keymap = keymap_of({"plan.start": "x"}, TABLES)
    assert (keymap["plan.start"], keymap["plan.open"]) == ("x", "enter")
    # Whose other key is shared in turn.
    assert (keymap["plan.drop"], keymap["plan.move"]) == ("enter,M", "M")
