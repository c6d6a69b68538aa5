"""The words of the interface: one file a language. What the coach says and the drafts are Japanese in all of them."""

from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class Language(StrEnum):
    """The languages of the interface (the values name their files)."""

    JAPANESE = "ja"
    ENGLISH = "en"


@cache
def messages(language: Language = Language.JAPANESE) -> dict[str, str]:
    """Every message of a language by its key: ``section.name``."""
    text = files("coach.interface").joinpath(f"{language.value}.yaml").read_text("utf-8")
    return dict(_flat(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))))


def say(key: str, language: Language = Language.JAPANESE, **given: Any) -> str:
    """The message with what is given filled in. Raises KeyError for a key or a value that is missing."""
    message = messages(language)[key]
    return message.format(**given) if given else message


def section(name: str, language: Language = Language.JAPANESE) -> dict[str, str]:
    """The messages of a section by their names, in the file's order."""
    head = f"{name}."
    return {key.removeprefix(head): said for key, said in messages(language).items() if key.startswith(head)}


def _flat(told: dict[str, Any], head: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, value in told.items():
        rows += _flat(value, f"{head}{name}.") if isinstance(value, dict) else [(f"{head}{name}", value)]
    return rows
