"""The words in `prompts/phrases.yaml`, read once and checked for shape."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from coach.parts import Kind
from coach.situation import Register
from guardrails.vocabulary import Act, Stage


class Phrases(BaseModel):
    """Every choice a writer can edit. ``drafts[stage][register][act]`` is a list, or lists by what they go with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    drafts: dict[Stage, dict[Register, dict[Act, list[str] | dict[str, list[str]]]]]
    brief: dict[Stage, dict[Register, dict[Act, list[str]]]]
    shown: dict[Stage, dict[Register, dict[Act, dict[str, list[str]]]]]
    interests: dict[str, list[str]]
    emoji: list[str]
    whys: dict[Stage, dict[Kind, str]]
    unable: dict[Kind, str]
    no_reason: dict[Kind, str]
    feelings: dict[str, list[str]]
    evenings: list[str]
    kindly: dict[str, str]

    def choices(self, stage: Stage, register: Register, act: Act, *, fit: str) -> list[str]:
        """The lines for an act; where they depend on what they go with, those that ``fit``, else the general ones."""
        kept = self.drafts[stage][register].get(act, [])
        return kept if isinstance(kept, list) else kept.get(_key(kept, fit), [])

    def examples(self, stage: Stage, register: Register, act: Act, *, fit: str) -> list[str]:
        """What a model is shown of them."""
        kept = self.drafts[stage][register].get(act, [])
        own = self.shown.get(stage, {}).get(register, {}).get(act, {})
        lines = own.get(_key(kept, fit)) if isinstance(kept, dict) else None
        return (lines or self.choices(stage, register, act, fit=fit))[:2]

    def briefest(self, stage: Stage, register: Register, act: Act) -> list[str]:
        """The lines for an act that are shorter than all others."""
        return self.brief.get(stage, {}).get(register, {}).get(act, [])


def _key(kept: dict[str, list[str]], fit: str) -> str:
    """What the lines that fit go under; where there are none, the general ones."""
    return next((key for key in (fit, "any", "other") if kept.get(key)), "")


@cache
def phrases() -> Phrases:
    """The phrases as edited; raises pydantic's ValidationError naming what does not fit."""
    return Phrases.model_validate(
        yaml.safe_load(files("prompts").joinpath("phrases.yaml").read_text("utf-8"))
    )
