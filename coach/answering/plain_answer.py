"""Plain answers to plain questions (``prompts/answers.yaml``): what is asked, answered by where the two stand today."""

from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from coach.labels import day
from coach.reading import LONGEST
from coach.situation import Action, Aim, Plan, Reading, Sign, SignId
from coach.standing.questions import Question, questions
from guardrails.vocabulary import Stage


class Ground(StrEnum):
    """Where the two stand, as far as an answer depends on it: what the plan lets be sent today."""

    REPLY = "reply"
    OFFER = "offer"
    SILENCE = "silence"
    PAUSE = "pause"
    TALK = "talk"
    INVITE = "invite"
    EASY = "easy"
    WAITING = "waiting"
    CLOSED = "closed"
    LAST_WORD = "last_word"
    WORK = "work"
    NONE = "none"


_ANY = "any"
_WIDER = {Ground.LAST_WORD: Ground.CLOSED, Ground.WORK: Ground.CLOSED, Ground.EASY: Ground.NONE}
"""Where nothing is said for a ground, what is said for the wider one."""


class Answers(BaseModel):
    """Every answer a writer can edit: ``answers[kind][ground]``, or ``any``; ``told`` and ``when`` fill their gaps."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    told: dict[SignId, str]
    when: str
    answers: dict[Question, dict[Ground | str, str]]

    @model_validator(mode="after")
    def _answers_all(self) -> Self:
        if missing := set(Question) - self.answers.keys():
            raise ValueError(f"no answer to {sorted(missing)}")
        for question, lines in self.answers.items():
            if _ANY not in lines or (strange := set(lines) - {*Ground, _ANY}):
                raise ValueError(
                    f"{question}: needs 'any', and no other ground than {list(Ground)}: {strange}"
                )
        return self

    def line(self, question: Question, ground: Ground) -> str:
        """What is answered there, or where nothing is said for it, on the wider ground."""
        lines = self.answers[question]
        return lines.get(ground) or lines.get(_WIDER.get(ground, ground)) or lines[_ANY]


@cache
def answers() -> Answers:
    """The answers as edited; raises pydantic's ValidationError naming what does not fit."""
    return Answers.model_validate(
        yaml.safe_load(files("prompts").joinpath("answers.yaml").read_text("utf-8"))
    )


def answer_to(
    text: str, reading: Reading, plan: Plan, *, today: date, signs: tuple[Sign, ...] = ()
) -> tuple[str, ...]:
    """The answers to what is asked in this message, in order, at most two; empty where nothing we know is asked.

    Args:
        text: what the user typed.
        reading: what was read from it.
        plan: what is to be done today; no answer goes beyond it.
        today: the day in Japan; a day that has passed is not named.
        signs: what was read from their newest words, where this message holds none of theirs.
    """
    if reading.alarms or reading.aim is Aim.FOR_ANOTHER or plan.action is Action.REFER_TO_HELP:
        return ()
    ground = ground_of(reading, plan)
    told = "" if reading.dependent else _told(reading.signs or signs)
    later = plan.not_before if plan.not_before and plan.not_before > today else None
    when = answers().when.replace("{day}", day(later)) if later else ""
    lines = (answers().line(question, ground) for question in questions(text[:LONGEST]))
    return tuple(line.replace("{told}", told).replace("{when}", when) for line in lines)


def ground_of(reading: Reading, plan: Plan) -> Ground:
    """What the plan lets be sent today, and where it sends nothing, why not."""
    match plan.action:
        case Action.REPLY_NOW:
            return Ground.REPLY if plan.stage else Ground.EASY
        case Action.SCHEDULE:
            return Ground.OFFER
        case Action.SMALL_TALK:
            return Ground.TALK
        case Action.INVITE_LIGHTLY:
            return Ground.INVITE
        case Action.STOP_CONTACT:
            if plan.drafts:
                return Ground.LAST_WORD
            return Ground.WORK if reading.dependent and plan.stage is not Stage.CLOSED else Ground.CLOSED
        case Action.WAIT_UNTIL:
            return Ground.PAUSE
        case _:
            return _by_stage(plan)


def _by_stage(plan: Plan) -> Ground:
    match plan.stage:
        case Stage.SILENCE:
            return Ground.SILENCE
        case Stage.WAITING:
            return Ground.WAITING
        case Stage.CLOSED:
            return Ground.CLOSED
        case Stage.DECLINED | Stage.COOLDOWN | Stage.SECOND_INVITE if plan.action is not Action.CHECK_DRAFT:
            return Ground.PAUSE
        case _:
            return Ground.SILENCE if plan.action is Action.DO_NOT_SEND else Ground.NONE


def _told(signs: tuple[Sign, ...]) -> str:
    """What good their words do say, the brightest of it; where other signs speak against it, it is grey, and nothing is said."""
    ids = {sign.id for sign in signs}
    if any(i.startswith("-") for i in ids):
        return ""
    return next((line for sign, line in answers().told.items() if sign in ids), "")
