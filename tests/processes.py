"""Programs that run in a process of their own, without the second that Python needs to load them.

The process is a copy of the one that runs the tests (`fork`), which has loaded all of it. Where it
matters how a program is found, loaded or connected to a terminal, tests start a new one instead.
"""

from __future__ import annotations

import ctypes
import os
import selectors
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired
from typing import TextIO


def _mkdocs(arguments: list[str]) -> object:
    from mkdocs.__main__ import cli

    return cli(arguments, prog_name="mkdocs")


def _polynotice(arguments: list[str]) -> object:
    from polynotice.cli import main

    return main(arguments, prog_name="polynotice")


def _pybabel(arguments: list[str]) -> object:
    from babel.messages.frontend import CommandLineInterface

    return CommandLineInterface().run(["pybabel", *arguments])  # type: ignore[no-untyped-call]


def _po2xliff(arguments: list[str]) -> object:
    from translate.convert.po2xliff import main

    return main(arguments)


def _mike(arguments: list[str]) -> object:
    from mike.driver import main

    sys.argv = ["mike", *arguments]
    return main()


def _xliff2po(arguments: list[str]) -> object:
    from translate.convert.xliff2po import main

    return main(arguments)


PROGRAMS: dict[str, Callable[[list[str]], object]] = {
    "mkdocs": _mkdocs,
    "polynotice": _polynotice,
    "mike": _mike,
    "pybabel": _pybabel,
    "po2xliff": _po2xliff,
    "xliff2po": _xliff2po,
}
"""Each is loaded when it is run: not every host has MkDocs beside it."""


Command = Sequence[str] | Callable[[], object]
"""One of the `PROGRAMS` with its arguments, or what a test itself does in a process of its own."""


def run_copy(
    program: str | Callable[[], object],
    *arguments: str,
    folder: Path | None = None,
    first: Callable[[], object] = lambda: None,
) -> CompletedProcess[str]:
    """Runs one of the `PROGRAMS`, or a function, in the folder, in a copy of this process.

    `first` is what the new process does before.
    """
    output, errors = os.pipe(), os.pipe()
    command: Command = program if callable(program) else (program, *arguments)
    process = Copy(command, folder=folder, first=first, output=output[1], errors=errors[1])
    os.close(output[1])
    os.close(errors[1])
    said, complained = _read_all(output[0], errors[0])
    return CompletedProcess(command, process.wait(), said, complained)


class Copy:
    """One of the `PROGRAMS`, or a function, in a copy of this process."""

    def __init__(
        self,
        command: Command,
        *,
        folder: Path | None = None,
        first: Callable[[], object] = lambda: None,
        output: int,
        errors: int,
    ) -> None:
        """Starts it, with files or pipes for what it says."""
        with warnings.catch_warnings():
            # Another thread of this one waits for what the others of pytest-xdist say.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.number = os.fork()
        """By which the system knows it."""
        if self.number == 0:
            _run_and_end(lambda: _run(command), folder, first, output, errors)
        self._status: int | None = None

    def poll(self) -> int | None:
        """The status with which it has ended; `None` if it still runs."""
        return self._ended(os.WNOHANG)

    def wait(self, timeout: float | None = None) -> int:
        """Waits for its end, and gives its status."""
        deadline = None if timeout is None else time.monotonic() + timeout
        while (status := self._ended(0 if deadline is None else os.WNOHANG)) is None:
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutExpired(str(self.number), timeout or 0)
            time.sleep(0.02)
        return status

    def _ended(self, options: int) -> int | None:
        if self._status is None:
            number, status = os.waitpid(self.number, options)
            self._status = os.waitstatus_to_exitcode(status) if number else None
        return self._status

    def terminate(self) -> None:
        """Asks it to end."""
        if self.poll() is None:
            os.kill(self.number, signal.SIGTERM)

    def kill(self) -> None:
        """Ends it at once, in the middle of whatever it does."""
        if self.poll() is None:
            os.kill(self.number, signal.SIGKILL)
        self.wait()


@contextmanager
def talking(do: Callable[[], object]) -> Iterator[tuple[Copy, TextIO]]:
    """A copy of this process that does so, and what it says. It is killed in the end."""
    output = os.pipe()
    process = Copy(do, output=output[1], errors=2)
    os.close(output[1])
    try:
        with os.fdopen(output[0], encoding="utf-8") as said:
            yield process, said
    finally:
        process.kill()
        process.wait()


def _run(command: Command) -> object:
    if callable(command):
        return command()
    program, *arguments = command
    return PROGRAMS[program](arguments)


def _read_all(*pipes: int) -> list[str]:
    """What comes out of each pipe until all are closed."""
    found = dict.fromkeys(pipes, b"")
    with selectors.DefaultSelector() as waiting:
        for pipe in pipes:
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _ in waiting.select():
                data = os.read(key.fd, 65_536)
                found[key.fd] += data
                if not data:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
    return [data.decode() for data in found.values()]


def _run_and_end(
    run: Callable[[], object],
    folder: Path | None,
    first: Callable[[], object],
    output: int,
    errors: int,
) -> None:
    """Runs a program as Python does, and ends this process whatever happens: it is a copy."""
    status = 1
    try:
        os.dup2(output, 1)
        os.dup2(errors, 2)
        sys.stdout, sys.stderr = (os.fdopen(each, "w", encoding="utf-8") for each in (1, 2))
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        os.chdir(folder or "/")
        first()
        run()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
    except BaseException:  # it is what ends a program
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


_RIGHTS_OF_ROOT = 0b1110
"""To read, search, write and own what others may not: the bits of the first capabilities."""


def give_up_rights() -> None:
    """From now on permissions hold for this process, as they do for everybody but root."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    """Effective, permitted and inheritable, the lower halves first."""
    if libc.capget(header, sets) == 0:
        for number in range(3):
            sets[number] &= ~_RIGHTS_OF_ROOT
        libc.capset(header, sets)
