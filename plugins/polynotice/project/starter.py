"""The files that a new notice starts from."""

from __future__ import annotations

import shutil
from pathlib import Path

FILES = Path(__file__).parent / "starter_files"


def write_starter_files(folder: Path) -> list[str]:
    """Writes them into `folder`, and gives their names.

    Raises `FileExistsError`, before anything is written, for one that is there already, but leaves
    a `.gitignore` as it is. Raises `OSError`, and leaves nothing of its own, if the disk refuses.
    """
    names = sorted(
        path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()
    )
    # A folder that is under version control may have one, and needs none of ours.
    names = [name for name in names if name != ".gitignore" or not (folder / name).exists()]
    for target in (folder / name for name in names):
        in_the_way = [one for one in target.parents if one.exists() and not one.is_dir()]
        if in_the_way or target.exists():
            raise FileExistsError(*in_the_way[:1] or [target])
    made: list[Path] = []
    try:
        for name in names:
            target = folder / name
            made += [one for one in reversed(target.parents) if not one.exists()]
            target.parent.mkdir(parents=True, exist_ok=True)
            made.append(target)
            shutil.copyfile(FILES / name, target)
    except OSError:
        for path in filter(Path.exists, reversed(made)):
            path.rmdir() if path.is_dir() else path.unlink()
        raise
    return names
