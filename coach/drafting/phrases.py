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
        if isinstance(kept, list):
            return kept
        return kept.get(fit) or kept.get("any") or kept.get("other") or []

    def briefest(self, stage: Stage, register: Register, act: Act) -> list[str]:
        """The lines for an act that are shorter than all others."""
        return self.brief.get(stage, {}).get(register, {}).get(act, [])


@cache
def phrases() -> Phrases:
    """The phrases as edited; raises pydantic's ValidationError naming what does not fit."""
    return Phrases.model_validate(
        yaml.safe_load(files("prompts").joinpath("phrases.yaml").read_text("utf-8"))
    )
