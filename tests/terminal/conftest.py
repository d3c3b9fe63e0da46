"""What the tests of coaches share."""

from collections.abc import Iterator

import pytest

from tests.terminal.ssh_place import Place, a_place
from tests.terminal.ssh_server import why_none


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A server with logs and coaches; skips where none can be started."""
    if why := why_none():
        pytest.skip(why)
    with a_place(tmp_path_factory.mktemp("sshd")) as made:
        yield made
