"""One line of text to a session, and back: `run 10k 48:30 tempo rpe 7`. The grammar is in docs/entry.md.

A small tokenizer and a list of recognisers, because a parsing library is not worth it for one line in free order. What
words mean is in tables; a line that means nothing gives an `EntryError`, a value that points at the word.
"""

from data.entry.error import EntryError
from data.entry.read import parse
from data.entry.write import write

__all__ = ["EntryError", "parse", "write"]
