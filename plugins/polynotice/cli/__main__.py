"""Runs the command as `python -m polynotice.cli`."""

from __future__ import annotations

from polynotice.cli import main

main()
