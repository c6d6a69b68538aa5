"""A casual draft in the words of another region, from `prompts/dialects.yaml`."""

import re
from functools import cache
from importlib.resources import files

import yaml

USUAL = "関西弁"
"""The dialect for a wish that names none."""


@cache
def dialects() -> dict[str, dict[str, str]]:
    """What each dialect says for what, as edited."""
    found: dict[str, dict[str, str]] = yaml.safe_load(
        files("prompts").joinpath("dialects.yaml").read_text("utf-8")
    )
    return found


def named_in(wish: str) -> str:
    """The dialect that a wish names (by its region, so that 関西っぽく counts), else the usual one."""
    return next((name for name in dialects() if name.removesuffix("弁") in wish), USUAL)


def spoken(text: str, dialect: str) -> str:
    """The text in that dialect; the same text where none of its phrases has another form."""
    rows = dialects()[dialect]
    phrases = sorted(rows, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, phrases)), lambda found: rows[found[0]], text)
