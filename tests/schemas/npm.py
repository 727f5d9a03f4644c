"""Installs what package.json names, once for every lock file; for tests only."""

import fcntl
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from not_run import not_run  # noqa: E402, F401  for those that use this module

FILES = ("package.json", "package-lock.json")


class Missing(Exception):
    """The packages cannot be had here."""


def install(folder):
    """The folder node_modules below `folder`."""
    folder = pathlib.Path(folder)
    if not shutil.which("node") or not shutil.which("npm"):
        raise Missing("node and npm are not installed")
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "installed"
        wanted = (HERE / "package-lock.json").read_text(encoding="utf-8")
        if not done.is_file() or done.read_text(encoding="utf-8") != wanted:
            for name in FILES:
                shutil.copy(HERE / name, folder / name)
            result = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1",
                                     "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"], cwd=folder,
                                    capture_output=True, text=True, timeout=300, check=False)
            if result.returncode != 0:
                raise Missing(f"npm ci failed: {result.stderr.strip()[-500:]}")
            done.write_text(wanted, encoding="utf-8")
    return folder / "node_modules"
