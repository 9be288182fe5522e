"""A release written: all of its folder, or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from polynotice.project.releases.reading import FOLDER


def write_release(root: Path, date: str, files: Mapping[str, bytes]) -> None:
    """Writes the files of a release of the project in `root`.

    Raises `OSError`, and then leaves nothing, where the disk does not take it or there is one.
    """
    folder = root / FOLDER
    was_there = folder.exists()
    # Begins with a dot: nobody takes it for a release, should the process be killed meanwhile.
    writing = folder / f".{date}.writing"
    try:
        shutil.rmtree(writing, ignore_errors=True)
        writing.mkdir(parents=True)
        for name, data in files.items():
            with (writing / name).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        target = folder / date
        if target.exists():
            raise FileExistsError(17, os.strerror(17), str(target))
        writing.rename(target)
    except OSError:
        shutil.rmtree(writing, ignore_errors=True)
        if not was_there and folder.is_dir():
            folder.rmdir()
        raise
