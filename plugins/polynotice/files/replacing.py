"""Writing a file of somebody else's: the whole new text is there, or the whole old one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Puts `data` in the place of what is in the file, whose permissions stay.

    A link stays one: what it leads to is written. Raises `OSError` if the disk does not take it.
    """
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
