"""One line of text to a session, and back: `run 10k 48:30 tempo rpe 7`. The grammar is in docs/entry.md.

A small tokenizer and a list of recognisers, because a parsing library is not worth it for one line in free order. What
words mean is in tables; a line that means nothing gives an `EntryError`, a value that points at the word.
"""

from data.entry.error import EntryError
from data.entry.one_set import read_set
from data.entry.read import parse
from data.entry.write import write, write_set

__all__ = ["EntryError", "parse", "read_set", "write", "write_set"]
