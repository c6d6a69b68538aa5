"""What a start need not work out again: rule sets that were read, proved and translated, while their files stay the same."""

import hashlib
import json
import os
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

_NAME = "rules-{}.json"
_MOST = 24  # the latest; each edit of a rule file makes a new one
_READERS = ("sudachidict_core", "sudachipy", "re2")
_RELEASED = ("sudachidict_core-", "sudachipy-", "google_re2-")


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


def recall(digest: str) -> Any:
    """What was kept under it; None where there is nothing, or not every byte of it."""
    try:
        whole, _, text = (user_cache_path("yohaku") / _NAME.format(digest)).read_bytes().partition(b"\n")
    except (OSError, RuntimeError):
        return None
    return json.loads(text) if whole == _checksum(text) else None


def keep(digest: str, plain: Any) -> None:
    """Write plain data down under it; where that cannot be done, it is worked out again at the next start."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        folder = user_cache_path("yohaku")
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{digest}.{os.getpid()}"
        fresh.write_bytes(_checksum(text) + b"\n" + text)
        fresh.replace(folder / _NAME.format(digest))
        aged = sorted(folder.glob(_NAME.format("*")), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in aged[_MOST:]:
            path.unlink(missing_ok=True)
    except (OSError, RuntimeError):
        return


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


@lru_cache(maxsize=1)
def _engine() -> str:
    """All of this package's source, and the releases of what it reads texts with."""
    found = hashlib.sha256("\n".join(_releases()).encode())
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()


def _releases() -> list[str]:
    """Name and version of what texts are read with, by the folders that installing them made.

    Importing `importlib.metadata` to be told the same takes 15 ms of a start.
    """
    folders = {
        Path(spec.origin).parent.parent for name in _READERS if (spec := find_spec(name)) and spec.origin
    }
    listed = {entry.name.lower() for folder in folders for entry in folder.iterdir()}
    return sorted(name for name in listed if name.startswith(_RELEASED) and name.endswith(".dist-info"))
