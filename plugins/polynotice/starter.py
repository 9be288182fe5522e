"""The files that a new notice starts from."""

from __future__ import annotations

import shutil
from pathlib import Path

FILES = Path(__file__).parent / "starter_files"


def write(folder: Path) -> list[str]:
    """Writes them into `folder`, and gives their names.

    Raises `FileExistsError`, before anything is written, for one that is there already.
    """
    names = sorted(
        path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()
    )
    for name in names:
        if (folder / name).exists():
            raise FileExistsError(folder / name)
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FILES / name, target)
    return names
