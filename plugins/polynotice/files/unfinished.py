"""Names of what a process writes beside a file until it is done, and what killed ones left."""

from __future__ import annotations

import os
import platform
import re

# Another machine or container that shares the folder counts its processes by itself.
_HOST = re.sub(r"\W", "", platform.node()) or "here"


def unfinished_prefix(name: str) -> str:
    """How names begin of what this process writes beside the file of that name."""
    return f".{name}-{_HOST}-{os.getpid()}-"


def is_left_behind(entry: str, name: str) -> bool:
    """Whether that is the name of what a process began beside that file that is there no more."""
    match = re.fullmatch(rf"\.{re.escape(name)}-{_HOST}-(\d+)-\w+(?:\.tmp)?", entry)
    return match is not None and _is_gone(int(match[1]))


def _is_gone(process: int) -> bool:
    """Whether no process of this machine has that number; `False` where nobody can tell."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False
