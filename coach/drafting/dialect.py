"""A casual draft in the words of another region, from `prompts/dialects.yaml`."""

import re
from functools import cache
from importlib.resources import files

import yaml

USUAL = "関西弁"
"""The dialect for a wish that names none."""


_WIDTHS = {"!": "[!！]", "?": "[?？]"}
_NARROW = str.maketrans("！？", "!?")
_UNWANTED = re.compile(r"[ぁ-ん一-龥]{2}弁(?:は|を|じゃ|では)?(?:な[いくし]|やめ|いら|抜き|嫌)")


@cache
def dialects() -> dict[str, dict[str, str]]:
    """What each dialect says for what, as edited."""
    found: dict[str, dict[str, str]] = yaml.safe_load(
        files("prompts").joinpath("dialects.yaml").read_text("utf-8")
    )
    return found


def named_in(wish: str) -> str:
    """The dialect that a wish names (by its region, so that 関西っぽく counts), else the usual one.

    >>> named_in("博多弁じゃなくて関西弁で")
    '関西弁'
    """
    wanted = _UNWANTED.sub("", wish)
    return next((name for name in dialects() if name.removesuffix("弁") in wanted), USUAL)


def spoken(text: str, dialect: str) -> str:
    """The text in that dialect; the same text where none of its phrases has another form."""
    rows = dialects()[dialect]
    phrases = sorted(rows, key=len, reverse=True)
    any_width = re.sub("[!?]", lambda mark: _WIDTHS[mark[0]], "|".join(phrases))
    return re.sub(any_width, lambda found: _said_as(rows, found[0]), text)


def sounds_of(text: str, dialect: str) -> bool:
    """Whether something in the text is said so there, and not elsewhere."""
    return any(
        form in text.translate(_NARROW) for usual, form in dialects()[dialect].items() if form not in usual
    )


def _said_as(rows: dict[str, str], words: str) -> str:
    """What stands for the words, with their own mark at the end."""
    form = rows[words.translate(_NARROW)]
    return form[:-1] + words[-1] if form.translate(_NARROW)[-1] == words.translate(_NARROW)[-1] else form
