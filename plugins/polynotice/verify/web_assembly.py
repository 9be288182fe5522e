"""Whether a site's scripts run WebAssembly, as some searches do: a policy has to allow that."""

from __future__ import annotations

from pathlib import Path

_SOURCE = "'wasm-unsafe-eval'"
"""What allows it, and no other code from texts (CSP Level 3, 4.5.1)."""


def sources_for_web_assembly(site_dir: Path) -> set[str]:
    """What `script-src` needs for it; nothing for a site whose scripts do not name it."""
    scripts = (path for path in site_dir.rglob("*.js") if path.is_file())
    return {_SOURCE} if any(b"WebAssembly." in path.read_bytes() for path in scripts) else set()
