"""Breaks in the product, one at a time, that the suites must see: rules, waiting times, signs, dangers, prompt, path."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import Any
from unittest.mock import patch

from coach.privacy import Masked
from coach.prompts import Ask
from coach.situation import Register, SignId
from evals.selftest import Without
from guardrails.check import rules
from guardrails.vocabulary import (
    Alarm,
    Category,
    Danger,
    Outcome,
    RequestKind,
    RequestVerdict,
    Span,
    Stage,
    Verdict,
)

GUARD = (*(f"draft-{s.value.replace('_', '-')}" for s in Stage), "draft-their-words")
READ = ("situations", "boundaries")
PATH = ("answers", "conversations")
PASSED = Verdict(Outcome.PASS)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One break: what it does, how it is done for a while, and the suites that should see it."""

    name: str
    broken: Callable[[], AbstractContextManager[object]]
    suites: tuple[str, ...]


def mutants() -> Iterator[Mutant]:
    """All of them."""
    yield from _rules()
    yield from _waiting()
    yield from _reading()
    yield from _dangers()
    yield from _prompt()
    yield from _path()


@contextmanager
def changed(*targets: str, to: Callable[[Any], Any]) -> Iterator[None]:
    """For a while, what these functions give is changed."""
    with ExitStack() as stack:
        for target in targets:
            original = _find(target)
            stack.enter_context(patch(target, lambda *a, _f=original, **k: to(_f(*a, **k))))
        yield


def _find(target: str) -> Any:
    module, _, name = target.rpartition(".")
    return getattr(import_module(module), name)


def _of(name: str, suites: tuple[str, ...], *targets: str, to: Callable[[Any], Any]) -> Mutant:
    return Mutant(name, lambda: changed(*targets, to=to), suites)


def _rules() -> Iterator[Mutant]:
    for category in Category:
        yield Mutant(f"rules of {category.value} removed", partial(_without, category), GUARD)
    yield _of("stage policies of the guard removed", GUARD, "guardrails.check.judge", to=lambda _: [])
    original = _find("guardrails.check._check")
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
    waits = "coach.policy.wait_days"
    yield _of("a concrete reason waits 3 days", READ, waits, to=lambda w: (3, 7) if w == (7, 14) else w)
    yield _of("a vague reason waits a week", READ, waits, to=lambda w: (7, 14) if w == (14, 30) else w)
    yield Mutant("an offered day waits", lambda: patch("coach.policy.AT_ONCE", (7, 14)), READ)
    yield _of("an invitation a day early", READ, "coach.policy.earliest", to=lambda d: d - timedelta(days=1))
    yield _of("the end of their reason is forgotten", READ, "coach.reading.until", to=lambda _: None)
    yield Mutant("small talk after three days", lambda: patch("coach.policy.WEEK", timedelta(days=3)), READ)
    story = "coach.policy.told"
    yield _of("a closed story opens again", READ, story, to=lambda s: replace(s, closed=False, declines=0))
    yield _of("a noted silence is forgotten", READ, story, to=lambda s: replace(s, silent=False))
    yield _of("a noted offer is forgotten", READ, story, to=lambda s: replace(s, offered=False))
    yield _of("the day of their no is forgotten", READ, story, to=lambda s: replace(s, no_on=None))


def _reading() -> Iterator[Mutant]:
    for sign in (s for s in SignId if s is not SignId.NO_ANSWER):
        yield _of(
            f"sign {sign.value} is not read",
            READ,
            "coach.heard.read_reply",
            to=partial(_unsigned, sign),
        )
    stands = "coach.reading.stand"
    reopened = lambda s: replace(s, stage=Stage.DECLINED) if s.stage is Stage.CLOSED else s  # noqa: E731
    yield _of("a final no is taken for a first one", READ, stands, to=reopened)
    quiet = lambda s: replace(s, stage=Stage.WAITING) if s.stage is Stage.SILENCE else s  # noqa: E731
    yield _of("a silence is taken for waiting", READ, stands, to=quiet)
    yield _of("dependence is not seen", READ, stands, to=lambda s: replace(s, dependent=False))
    polite = lambda _: Register.POLITE  # noqa: E731
    yield _of("everybody writes politely", (*READ, "conversations"), "coach.reading._register", to=polite)


def _unsigned(sign: SignId, reply: Any) -> Any:
    return replace(reply, signs=tuple(s for s in reply.signs if s.id is not sign))


def _unalarmed(danger: Danger, alarms: tuple[Alarm, ...]) -> tuple[Alarm, ...]:
    return tuple(a for a in alarms if a.danger is not danger)


def _dangers() -> Iterator[Mutant]:
    screens = ("evals.judge_situation.screen", "coach.reply.screen")
    for danger in (d for d in Danger if d not in (Danger.IDIOM, Danger.MINOR, Danger.WORK_POWER)):
        yield _of(
            f"{danger.value} is not seen",
            ("situations", "conversations"),
            *screens,
            to=partial(_unalarmed, danger),
        )
    loud = lambda alarms: alarms or (Alarm(Danger.SELF_HARM, (Span(0, 1, "死"),)),)  # noqa: E731
    yield _of("every message is an alarm", READ, *screens, to=loud)


def _prompt() -> Iterator[Mutant]:
    build = _find("coach.written.build")

    def asked(name: str, change: Callable[[Ask], Ask]) -> Mutant:
        return Mutant(
            name, lambda: patch("coach.written.build", lambda ask: build(change(ask))), ("answers",)
        )

    yield asked("the prompt has no words of theirs", lambda a: replace(a, incoming=""))
    yield asked("the prompt has no matter", lambda a: replace(a, message=""))
    yield asked("the prompt has no interests", lambda a: replace(a, interests=()))
    yield asked("the prompt has no wish", lambda a: replace(a, request=""))
    yield asked("the prompt has no plan", lambda a: replace(a, today=""))
    yield asked("the prompt has no signs", lambda a: replace(a, signs=()))
    yield asked(
        "the repair has no findings",
        lambda a: replace(a, notes=a.notes and (replace(a.notes[0], why="", hint=""),)),
    )
    turned = {Register.POLITE: Register.CASUAL, Register.CASUAL: Register.POLITE}
    yield asked("the prompt has the other register", lambda a: replace(a, register=turned[a.register]))


def _path() -> Iterator[Mutant]:
    bare = lambda texts, **_: Masked(tuple(texts), {})  # noqa: E731
    yield Mutant("nothing is masked", lambda: patch("coach.written.mask", bare), PATH)
    yield Mutant("nothing is unmasked", lambda: patch("coach.written.unmask", lambda text, _: text), PATH)
    yield _of("a model's draft goes unchecked", PATH, "coach.written.check", to=lambda _: PASSED)
    yield _of("a model's words go unchecked", PATH, "coach.written.check_advice", to=lambda _: PASSED)
    yield _of("the user's own draft is always fine", PATH, "coach.reply.check", to=lambda _: PASSED)
    style = RequestVerdict(RequestKind.STYLE)
    yield _of("every wish is one of style", PATH, "coach.redraft.check_request", to=lambda _: style)
    yield _of("danger does not end the path", PATH, "coach.reply.help_for", to=lambda _: None)
    yield _of("what cannot be read is read", PATH, "coach.reply.unusable", to=lambda _: "")
    yield _of(
        "a message may always be drafted", PATH, "coach.reply.make_plan", to=lambda p: replace(p, drafts=True)
    )
    yield _of("nothing is drafted", PATH, "coach.reply.make_plan", to=lambda p: replace(p, drafts=False))
    yield Mutant(
        "the questions do not go on", lambda: patch("coach.reply._still_tidying", lambda r, _: r), PATH
    )
    yield _of("a wish typed in the chat is a story", PATH, "coach.reply.is_wish", to=lambda _: False)
    yield _of(
        "nothing stands in for a failed draft", PATH, "coach.written.composed_drafts", to=lambda _: iter(())
    )
    yield _of("nothing is said when the model fails", PATH, "coach.written.feelings", to=lambda _: iter(()))
    yield _of("no question is asked back", PATH, "coach.composed.question_back", to=lambda _: iter(()))
    composed = _find("coach.reply.composed")
    yield Mutant(
        "the model is never asked", lambda: patch("coach.reply.written", lambda w, _: composed(w)), PATH
    )
    yield Mutant(
        "a turn is not kept",
        lambda: patch("evals.judge_conversation.Scene.keep", lambda *_, **__: None),
        PATH,
    )
