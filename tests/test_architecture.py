"""What is not loaded: the rules and the log need no terminal, and a command that opens no screen loads none."""

import subprocess
import sys


def loaded_by(code: str) -> set[str]:
    """The modules in memory after running the code in a fresh Python."""
    program = f"{code}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_rules_know_neither_the_store_nor_a_terminal() -> None:
    loaded = loaded_by("import data.rules.hardness, data.rules.spacing, data.rules.load, data.rules.week")
    assert not {"data.store", "tinydb", "textual", "rich", "click"} & loaded


def test_the_log_opens_without_a_terminal() -> None:
    loaded = loaded_by("import data.store.home, data.store.logbook")
    assert "tinydb" in loaded
    assert not {"textual", "rich", "click"} & loaded
