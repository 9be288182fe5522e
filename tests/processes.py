"""Programs that run in a process of their own, without the second that Python needs to load them.

The process is a copy of the one that runs the tests (`fork`), which has loaded all of it. Where it
matters how a program is found, loaded or connected to a terminal, tests start a new one instead.
"""

from __future__ import annotations

import ctypes
import os
import selectors
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from babel.messages.frontend import CommandLineInterface
from mkdocs.__main__ import cli as mkdocs

from polynotice.cli import main as polynotice

PROGRAMS: dict[str, Callable[[list[str]], object]] = {
    "mkdocs": lambda arguments: mkdocs(arguments, prog_name="mkdocs"),
    "polynotice": lambda arguments: polynotice(arguments, prog_name="polynotice"),
    "pybabel": lambda arguments: CommandLineInterface().run(["pybabel", *arguments]),
}


def run_copy(
    program: str,
    *arguments: str,
    folder: Path | None = None,
    first: Callable[[], object] = lambda: None,
) -> CompletedProcess[str]:
    """Runs one of the `PROGRAMS` in the folder. `first` is what the new process does before."""
    output, errors = os.pipe(), os.pipe()
    with warnings.catch_warnings():
        # Another thread of this one waits for what the others of pytest-xdist say.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        _run_and_end(lambda: PROGRAMS[program]([*arguments]), folder, first, output[1], errors[1])
    os.close(output[1])
    os.close(errors[1])
    said, complained = _read_all(output[0], errors[0])
    _, status = os.waitpid(process, 0)
    return CompletedProcess(
        [program, *arguments], os.waitstatus_to_exitcode(status), said, complained
    )


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
