"""What is configured, what answers, where the data lies, what is missing. Secrets are only said to be set or not."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from coach.settings import Drafting, Settings
from coach.wire.trial import tried

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class State(StrEnum):
    """How a thing stands; ``MISSING`` is worth mending, ``ABSENT`` is fine without."""

    FINE = "ok"
    ABSENT = "--"
    MISSING = "!!"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the examination."""

    state: State
    subject: str
    what: str


def chromium() -> str | None:
    """The path of a Chromium for the browser tests, or None."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def examine(console: Console | None = None) -> int:
    """Print the examination; 0 when nothing is missing, else 1."""
    out = console or Console()
    try:
        settings = Settings()
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            out.print(escape(f"[!!] setting {'.'.join(map(str, problem['loc']))}: {problem['msg']}"))
        return 1
    found = tuple(_findings(settings))
    for line in found:
        out.print(escape(f"[{line.state.value}] {line.subject}: {line.what}"), soft_wrap=True)
    return int(any(line.state is State.MISSING for line in found))


def _findings(settings: Settings) -> Iterator[Found]:
    yield from _endpoint(settings)
    yield _database(settings)
    path = chromium()
    yield Found(
        State.FINE if path else State.ABSENT, "Chromium", path or "not found; browser tests are skipped"
    )
    yield _fonts()


def _endpoint(settings: Settings) -> Iterator[Found]:
    where = settings.base_url or "OpenAI's own address"
    match settings.drafting:
        case Drafting.COMPOSED:
            yield Found(State.ABSENT, "LLM", "none set; drafts are composed on this machine")
            return
        case Drafting.MODEL_UNNAMED:
            yield Found(State.MISSING, "LLM", f"{where} is set, but YOHAKU_MODEL is not; nothing is sent")
            return
        case Drafting.MODEL:
            key = "a key is set" if settings.api_key else "no key"
            yield Found(State.FINE, "LLM", f"{settings.model} at {where}, {key}")
    trial = tried(settings)
    yield Found(State.FINE if trial.works else State.MISSING, "endpoint", trial.sentence)
    if trial.offered:
        yield Found(State.ABSENT, "models", ", ".join(trial.offered))


def _database(settings: Settings) -> Found:
    from coach.store import Store

    try:
        store = Store(settings.database)
        count = len(store.cases())
    except Exception as error:  # whatever a driver raises, the answer is the same line
        return Found(
            State.MISSING, "data", f"does not open ({type(error).__name__}); see YOHAKU_DATABASE_URL"
        )
    return Found(State.FINE, "data", f"{store.address}, {count} stories")


def _fonts() -> Found:
    if os.name != "posix" or not shutil.which("fc-list"):
        return Found(State.ABSENT, "fonts", "not examined here")
    listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
    names = sorted({line.split(",")[0].strip() for line in listed.stdout.splitlines() if line.strip()})
    if names:
        return Found(State.FINE, "fonts", f"Japanese: {', '.join(names[:3])}")
    return Found(State.ABSENT, "fonts", "no Japanese font; only screenshots made here need one")
