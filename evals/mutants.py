"""All breaks that the suites must see, and those of the rules, the waiting times, the reading and the dangers."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from unittest.mock import patch

from coach.situation import Register, SignId
from coach.standing.clues import Standing
from evals import path_mutants
from evals.mutant import Mutant, find, of
from evals.selftest import Without
from guardrails.check import rules
from guardrails.vocabulary import (
    Alarm,
    Category,
    Danger,
    Span,
    Stage,
)

GUARD = (*(f"draft-{s.value.replace('_', '-')}" for s in Stage), "draft-their-words", "draft-boundaries")
READ = ("situations", "boundaries", "dates", "people")


def mutants() -> tuple[Mutant, ...]:
    """All of them."""
    parts = (_rules, _waiting, _reading, _dangers, path_mutants.prompt, path_mutants.path)
    return tuple(mutant for part in parts for mutant in part())


def _rules() -> Iterator[Mutant]:
    for category in Category:
        yield Mutant(f"rules of {category.value} removed", partial(_without, category), GUARD)
    yield of("stage policies of the guard removed", GUARD, "guardrails.check.judge", to=lambda _: [])
    original = find("guardrails.check._check")
    deaf = lambda draft, stage, _, **more: original(draft, stage, "", **more)  # noqa: E731
    yield Mutant("the guard does not hear their words", lambda: patch("guardrails.check._check", deaf), GUARD)
    wrong = Stage.ALTERNATIVE
    blind = lambda draft, _, incoming, **more: original(draft, wrong, incoming, **more)  # noqa: E731
    yield Mutant(
        "the guard takes every stage for another", lambda: patch("guardrails.check._check", blind), GUARD
    )


def _without(category: Category) -> AbstractContextManager[object]:
    less = Without(rules(), category)
    return patch("guardrails.check.rules", lambda: less)


def _waiting() -> Iterator[Mutant]:
    waits = "coach.planning.footing.wait_days"
    yield of("a concrete reason waits 3 days", READ, waits, to=lambda w: (3, 7) if w == (7, 14) else w)
    yield of("a vague reason waits a week", READ, waits, to=lambda w: (7, 14) if w == (14, 30) else w)
    yield Mutant("an offered day waits", lambda: patch("coach.planning.footing.AT_ONCE", (7, 14)), READ)
    yield of(
        "an invitation a day early",
        READ,
        "coach.planning.footing.earliest",
        to=lambda d: d - timedelta(days=1),
    )
    yield of(
        "the end of their reason is forgotten", READ, "coach.standing.given_reason.until", to=lambda _: None
    )
    yield Mutant("small talk after three days", lambda: patch("coach.policy.WEEK", timedelta(days=3)), READ)
    story = "coach.policy.told"
    yield of("a closed story opens again", READ, story, to=lambda s: replace(s, closed=False, declines=0))
    yield of("a noted silence is forgotten", READ, story, to=lambda s: replace(s, silent=False))
    yield of("a noted offer is forgotten", READ, story, to=lambda s: replace(s, offered=False))
    yield of("the day of their no is forgotten", READ, story, to=lambda s: replace(s, no_on=None))


def _reading() -> Iterator[Mutant]:
    for sign in (s for s in SignId if s is not SignId.NO_ANSWER):
        yield of(
            f"sign {sign.value} is not read",
            READ,
            "coach.said.heard.read_reply",
            to=partial(_unsigned, sign),
        )

    def stands(name: str, change: Callable[[Standing], Standing]) -> Mutant:
        # After the rules and the proposal have been weighed: the one makes good what the other misses.
        weighed = "coach.reading.weigh"
        return of(name, READ, weighed, to=lambda w: replace(w, standing=change(w.standing)))

    reopened = lambda s: replace(s, stage=Stage.DECLINED) if s.stage is Stage.CLOSED else s  # noqa: E731
    yield stands("a final no is taken for a first one", reopened)
    quiet = lambda s: replace(s, stage=Stage.WAITING) if s.stage is Stage.SILENCE else s  # noqa: E731
    yield stands("a silence is taken for waiting", quiet)
    yield stands("dependence is not seen", lambda s: replace(s, dependent=False))
    polite = lambda _: Register.POLITE  # noqa: E731
    yield of("everybody writes politely", (*READ, "conversations"), "coach.reading.register_of", to=polite)


def _unsigned(sign: SignId, reply: Any) -> Any:
    return replace(reply, signs=tuple(s for s in reply.signs if s.id is not sign))


def _unalarmed(danger: Danger, alarms: tuple[Alarm, ...]) -> tuple[Alarm, ...]:
    return tuple(a for a in alarms if a.danger is not danger)


def _dangers() -> Iterator[Mutant]:
    screens = ("evals.judge_situation.screen", "coach.reply.screen")
    for danger in (d for d in Danger if d not in (Danger.IDIOM, Danger.MINOR, Danger.WORK_POWER)):
        yield of(
            f"{danger.value} is not seen",
            ("situations", "conversations"),
            *screens,
            to=partial(_unalarmed, danger),
        )
    loud = lambda alarms: alarms or (Alarm(Danger.SELF_HARM, (Span(0, 1, "死"),)),)  # noqa: E731
    yield of("every message is an alarm", READ, *screens, to=loud)
