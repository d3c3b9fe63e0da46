"""access.json: what is read of it, and when nobody is let in for it."""

from functools import partial
from pathlib import Path

import pytest

from data.store.errors import CannotWrite, StoreError
from data.store.grants import Grant, Grants, granting, read_grants, save_grants
from data.store.lock import locked

GRANTS = Grants({"kim": Grant({"anna": "plan"}, ("SHA256:x",))})


def test_what_was_granted_is_read_again(tmp_path: Path) -> None:
    assert read_grants(tmp_path) == Grants()
    save_grants(tmp_path, GRANTS)
    assert read_grants(tmp_path) == GRANTS


@pytest.mark.parametrize("mode", [0o602, 0o620, 0o666])
def test_a_list_that_others_could_write_lets_nobody_in(tmp_path: Path, mode: int) -> None:
    save_grants(tmp_path, GRANTS)
    (tmp_path / "access.json").chmod(mode)
    with pytest.raises(StoreError, match=r"^[^\n]*access.json could have been written by others[^\n]*chmod 600\.$"):
        read_grants(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"people": [',
        "[" * 200_000,
        '{"people": ' + '{"kim": ' * 100_000,
        '{"people": {"kim": {"athletes": {"anna": "everything"}}}}',
        '{"people": {"kim": {"athletes": ["anna"]}}}',
        "\udcff",
    ],
)
def test_a_damaged_list_is_said_to_be_so_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "access.json").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(StoreError, match=r"^[^\n]*access.json cannot be read: [^\n]*$"):
        read_grants(tmp_path)


def test_one_at_a_time_changes_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.private.locked", partial(locked, patience=0.01))
    with granting(tmp_path), pytest.raises(CannotWrite, match="Another legday is changing"), granting(tmp_path):
        pass


def test_what_goes_wrong_meanwhile_is_not_said_of_the_home(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), granting(tmp_path):
        raise PermissionError("another file")
