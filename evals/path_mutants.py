"""Breaks of the prompt and of the path: what is sent, masked, checked, said, kept, and in which order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from unittest.mock import patch

from coach.answering.ask import Ask
from coach.parts import Helped, Part, Planned
from coach.privacy import Masked
from coach.situation import Register
from evals.mutant import Mutant, find, of
from guardrails.vocabulary import Outcome, RequestKind, RequestVerdict, Verdict

PATH = ("answers", "conversations", "clocks", "steering")
PASSED = Verdict(Outcome.PASS)


def prompt() -> Iterator[Mutant]:
    """What a prompt is made of, one thing at a time."""
    build = find("coach.answering.written.build")

    def asked(name: str, change: Callable[[Ask], Ask]) -> Mutant:
        return Mutant(
            name, lambda: patch("coach.answering.written.build", lambda ask: build(change(ask))), ("answers",)
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


def path() -> Iterator[Mutant]:
    """The steps of an answer, one at a time."""
    bare = lambda texts, **_: Masked(tuple(texts), {})  # noqa: E731
    yield Mutant("nothing is masked", lambda: patch("coach.answering.payload.mask", bare), PATH)
    yield Mutant(
        "nothing is unmasked", lambda: patch("coach.answering.listener.unmask", lambda text, _: text), PATH
    )
    yield of("a model's draft goes unchecked", PATH, "coach.answering.listener.check", to=lambda _: PASSED)
    yield of(
        "a model's words go unchecked", PATH, "coach.answering.listener.check_advice", to=lambda _: PASSED
    )
    yield of(
        "the user's own draft is always fine", PATH, "coach.drafting.own_words.check", to=lambda _: PASSED
    )
    style = RequestVerdict(RequestKind.STYLE)
    yield of("every wish is one of style", PATH, "coach.drafting.redraft.check_request", to=lambda _: style)
    yield of("danger does not end the path", PATH, "coach.reply.help_for", to=lambda _: None)
    yield of("what cannot be read is read", PATH, "coach.reply.unusable", to=lambda _: "")
    yield of(
        "a message may always be drafted", PATH, "coach.reply.make_plan", to=lambda p: replace(p, drafts=True)
    )
    yield of("nothing is drafted", PATH, "coach.reply.make_plan", to=lambda p: replace(p, drafts=False))
    yield Mutant(
        "the questions do not go on", lambda: patch("coach.reply._still_tidying", lambda r, _: r), PATH
    )
    yield of("a wish typed in the chat is a story", PATH, "coach.reply.is_wish", to=lambda _: False)
    yield of(
        "nothing stands in for a failed draft",
        PATH,
        "coach.answering.written.composed_drafts",
        to=lambda _: iter(()),
    )
    yield of(
        "nothing is said when the model fails",
        PATH,
        "coach.answering.written.instead_of",
        to=lambda _: iter(()),
    )
    yield of(
        "no question is asked back", PATH, "coach.answering.composed.question_back", to=lambda _: iter(())
    )
    composed = find("coach.reply.composed")
    yield Mutant(
        "the model is never asked", lambda: patch("coach.reply.written", lambda w, _: composed(w)), PATH
    )
    respond = "evals.judge_conversation.respond"
    yield of("drafts come before the plan", PATH, respond, to=partial(_put_off, Planned))
    yield of("help comes after everything else", PATH, respond, to=partial(_put_off, Helped))
    yield of("it is not said that the answer is over", PATH, respond, to=lambda parts: list(parts)[:-1])
    yield Mutant(
        "a turn is not kept",
        lambda: patch("evals.judge_conversation.Scene.keep", lambda *_, **__: None),
        PATH,
    )


def _put_off(kind: type[Part], parts: Iterable[Part]) -> list[Part]:
    """The parts with those of a kind moved to the end."""
    found = list(parts)
    return [p for p in found if not isinstance(p, kind)] + [p for p in found if isinstance(p, kind)]
