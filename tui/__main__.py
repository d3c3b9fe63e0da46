"""legday, from the command line: `legday` or `python -m tui`."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command and leave with its exit code; what goes wrong is one line on stderr."""
    # Nothing that is loaded at the start is garbage: looking for some costs a tenth of the start.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code: its own, or 2 for an error, 130 where it was interrupted."""
    import click

    from tui.cli import legday

    # A terminal that cannot show a letter gets a question mark for it, not an error.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if "serve" in arguments:
        # Click would answer a variable of the client's that asks it to complete, before anything could refuse it.
        os.environ.pop("_LEGDAY_COMPLETE", None)
    try:
        result = legday.main(arguments, prog_name="legday", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return _said("stopped", 130)
    except BrokenPipeError:
        return _unread()
    except click.ClickException as error:
        from tui.commands.misuse import misuse_line

        return _said(misuse_line(error))
    except Exception as error:
        if os.environ.get("LEGDAY_DEBUG"):
            raise
        return _said(_line(error))
    return result if isinstance(result, int) else 0


def _line(error: Exception) -> str:
    from data.store.errors import StoreError

    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    if isinstance(error, StoreError):
        return str(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"this should not happen ({what}). LEGDAY_DEBUG=1 shows where; please report it"


def _said(message: str, code: int = 2) -> int:
    from data.text import plain

    with suppress(OSError):
        print(f"legday: {plain(message)}", file=sys.stderr)  # noqa: T201
    return code


def _unread() -> int:
    # What reads us has gone. Without this, Python would complain once more when it closes stdout.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


if __name__ == "__main__":
    main()
