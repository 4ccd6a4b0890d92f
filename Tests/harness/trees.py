"""Looks at published trees: what is in them, whether they are whole, how they differ."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, with its bytes."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of last change of everything below a folder: what a build that touches nothing leaves alone."""
    return {
        path.relative_to(root).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in sorted(root.rglob("*"))
    }


def pages(root: Path) -> list[Path]:
    return sorted(root.rglob("*.html"))


def differences(left: Path, right: Path) -> list[str]:
    """What two trees do not have in common, in words; empty when they are alike byte for byte."""
    a, b = files(left), files(right)
    told = [f"only in {left.name}: {path}" for path in sorted(a.keys() - b.keys())]
    told += [f"only in {right.name}: {path}" for path in sorted(b.keys() - a.keys())]
    for path in sorted(a.keys() & b.keys()):
        if a[path] != b[path]:
            at = next((i for i, (x, y) in enumerate(zip(a[path], b[path])) if x != y), min(len(a[path]), len(b[path])))
            near = slice(max(0, at - 40), at + 60)
            told.append(f"{path} differs at byte {at}: {a[path][near]!r} and {b[path][near]!r}")
    return told


def faults(root: Path) -> list[str]:
    """How a tree differs from its manifest; empty when it is whole. Reckoned without the command, from the format alone."""
    try:
        manifest = json.loads((root / "manifest.json").read_bytes())
    except FileNotFoundError:
        return ["no manifest.json"]
    listed = {entry["path"]: entry for entry in manifest["files"]}
    there = files(root)
    del there["manifest.json"]
    told = [f"missing: {path}" for path in sorted(listed.keys() - there.keys())]
    told += [f"not listed: {path}" for path in sorted(there.keys() - listed.keys())]
    for path in sorted(listed.keys() & there.keys()):
        if len(there[path]) != listed[path]["size"]:
            told.append(f"wrong size: {path}")
        elif hashlib.sha256(there[path]).hexdigest() != listed[path]["sha256"]:
            told.append(f"wrong content: {path}")
    return told
