"""A slow network on this machine: what goes through its port is held up and let through at so many bits a second."""

import socket
import threading
from collections.abc import Callable
from queue import Queue
from time import monotonic, sleep
from types import TracebackType
from typing import TypeAlias

_PIECE = 1200
# So much may be under way in each direction before whoever sends has to wait, as in the buffers of a modem.
_PIECES_UNDER_WAY = 50
_Way: TypeAlias = "Queue[tuple[float, bytes]]"


class SlowLink:
    """A port of 127.0.0.1 that leads to another, with this round trip and rate, while the block lasts."""

    def __init__(self, target: int, rtt_ms: float, kbit: float) -> None:
        self._target = target
        self._delay = rtt_ms / 2000
        self._rate = kbit * 125
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]

    def __enter__(self) -> "SlowLink":
        _in_background(self._let_in)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._door.close()

    def _let_in(self) -> None:
        while True:
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            _in_background(self._join, client)

    def _join(self, client: socket.socket) -> None:
        sleep(2 * self._delay)  # a connection takes a round trip to be there
        server = socket.create_connection(("127.0.0.1", self._target))
        for one in (client, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for source, sink in ((client, server), (server, client)):
            way: _Way = Queue(_PIECES_UNDER_WAY)
            _in_background(self._take, source, way)
            _in_background(_give, way, sink)

    def _take(self, source: socket.socket, way: _Way) -> None:
        free = 0.0
        while True:
            try:
                piece = source.recv(_PIECE)
            except OSError:
                piece = b""
            free = max(monotonic(), free) + len(piece) / self._rate
            way.put((free + self._delay, piece))
            if not piece:
                return


def _give(way: _Way, sink: socket.socket) -> None:
    while True:
        due, piece = way.get()
        sleep(max(0.0, due - monotonic()))
        try:
            if not piece:
                sink.shutdown(socket.SHUT_WR)
                return
            sink.sendall(piece)
        except OSError:
            return


def _in_background(do: Callable[..., None], *what: object) -> None:
    threading.Thread(target=do, args=what, daemon=True).start()
