"""What is typed, as it comes from the terminal: nothing that can come from there ends the app."""

import os
from codecs import getincrementaldecoder
from collections.abc import Iterable
from select import select
from typing import Final

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_PAUSE_SECONDS: Final = 0.1
_MOST_BYTES: Final = 4096


class KeyboardDriver(LinuxDriver):
    """Textual's driver, which goes on where that would end: at a byte that is no UTF-8, as a letter with an accent in
    Latin-1 is, and at the number of a key that there is not."""

    def run_input_thread(self) -> None:
        """Hand on what is typed until the app ends. Raises OSError where the terminal is gone."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser()
        while not self.exit_event.is_set():
            typed = ""
            if select([self.fileno], [], [], _PAUSE_SECONDS)[0]:
                read = os.read(self.fileno, _MOST_BYTES)
                if not read:
                    return
                typed = decode(read)
            try:
                if typed:  # of the first half of a letter nothing is known yet
                    self._hand_on(parser.feed(typed))
                self._hand_on(parser.tick())
            except (ValueError, OverflowError):
                parser = XTermParser()  # the other one has ended with what it could not take

    def _hand_on(self, events: Iterable[Message]) -> None:
        for event in events:
            self.process_message(event)
