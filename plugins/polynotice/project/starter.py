"""The files that a new notice starts from."""

from __future__ import annotations

from pathlib import Path

from polynotice.files.replacing import write_new_files

FILES = Path(__file__).parent / "starter_files"
KINDS = {"gdpr": (FILES.with_name("starter_gdpr"), ("notice_data/orders.yml",))}
"""Other starters: where each has files of its own, and which it does without."""


def starter_files(kind: str | None = None) -> dict[str, Path]:
    """The files of a starter, by their names in a project."""
    folder, left_out = KINDS[kind] if kind else (FILES, ())
    files = {
        path.relative_to(top).as_posix(): path
        for top in (FILES, folder)
        for path in top.rglob("*")
        if path.is_file()
    }
    return {name: files[name] for name in sorted(files) if name not in left_out}


def write_starter_files(folder: Path, kind: str | None = None) -> list[str]:
    """Writes them into `folder`, and gives their names.

    Raises `FileExistsError`, before anything is written, for one that is there already, but leaves
    a `.gitignore` as it is. Raises `OSError`, and leaves nothing of its own, if the disk refuses.
    """
    files = starter_files(kind)
    if (folder / ".gitignore").exists():
        # A folder that is under version control may have one, and needs none of ours.
        del files[".gitignore"]
    for target in (folder / name for name in files):
        in_the_way = [one for one in target.parents if one.exists() and not one.is_dir()]
        if in_the_way or target.exists():
            raise FileExistsError(*in_the_way[:1] or [target])
    write_new_files(folder, {name: source.read_bytes() for name, source in files.items()})
    return list(files)
