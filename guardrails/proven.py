"""Which rule files were proved on this machine, so that a start need not prove them again."""

import hashlib
import os
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path

_FILE = "proven-rules.txt"
_MOST = 64  # the latest; each edit of a rule file makes a new one
_READERS = ("SudachiDict-core", "SudachiPy", "google-re2")


def digest(files: Iterable[Path]) -> str:
    """What stands for these files as this engine reads them: their content, its source, its dictionary.

    Raises:
        OSError: a file cannot be read.
    """
    found = hashlib.sha256(_engine().encode())
    for path in files:
        found.update(f"\n{path.name}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def is_proven(digest: str) -> bool:
    """Whether the examples of such files are known to hold."""
    return digest in _remembered()


def remember(digest: str) -> None:
    """Note that they hold; where that cannot be written down, they are proved again at the next start."""
    lines = [line for line in _remembered() if line != digest]
    try:
        folder = user_cache_path("yohaku")
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{_FILE}.{os.getpid()}"
        fresh.write_text("\n".join([*lines, digest][-_MOST:]), "utf-8")
        fresh.replace(folder / _FILE)
    except (OSError, RuntimeError):
        return


def _remembered() -> list[str]:
    try:
        return (user_cache_path("yohaku") / _FILE).read_text("utf-8").split()
    except (OSError, RuntimeError, UnicodeDecodeError):
        return []


@lru_cache(maxsize=1)
def _engine() -> str:
    """All of this package's source, and the releases of what it reads texts with."""
    found = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _READERS).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
