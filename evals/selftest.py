"""Planted faults that the harness must see: a run is worth nothing while one of them goes unnoticed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from unittest.mock import patch

from rich.console import Console

from coach.model import Message, Prompt
from coach.prompts import build
from evals.baseline import BlessError, bless
from evals.compare import Change, compare, marks
from evals.console import lines
from evals.gate import Exit, complaints, exit_of
from evals.recording import Slot, State
from evals.result import Harm, Run, Status
from evals.runner import replaying, run_suite
from evals.suite import Depends, Suite, load_all
from evals.tape import Tape
from evals.written import of_tape, put
from guardrails import check as guard
from guardrails.hearing import suspicion
from guardrails.rules import Match, Rule, RuleSet
from guardrails.text import Text
from guardrails.vocabulary import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: what is done, and whether it was seen."""

    name: str
    plant: Callable[[], bool]


def command_selftest(console: Console) -> int:
    """Plant every fault; 1 when one is not seen."""
    missed = 0
    for fault in FAULTS:
        seen = fault.plant()
        missed += not seen
        lines([f"{'seen  ' if seen else 'MISSED'} {fault.name}"], console)
    return Exit.REGRESSION if missed else Exit.FINE


@cache
def _ground() -> tuple[Suite, Suite, Tape]:
    """The suites that faults are planted in, and the tape keyed for today's prompts (in memory only)."""
    answers, drafts = load_all(only=("answers", "draft-declined"))
    tape = Tape.load(suites=["answers"])
    put(tape, [answers], of_tape(tape), on="")
    return answers, drafts, tape


def _run(suite: Suite, tape: Tape) -> Run:
    return Run({"suites": {suite.name: suite.digest}}, tuple(run_suite(suite, replaying(tape))))


def _only(suite: Suite, *ids: str) -> Suite:
    kept = [(c, n) for c, n in zip(suite.cases, suite.lines, strict=True) if c.id in ids]
    return replace(suite, cases=tuple(c for c, _ in kept), lines=tuple(n for _, n in kept))


def _red(run: Run) -> bool:
    return exit_of(complaints(run)) is Exit.REGRESSION


def _leaks(run: Run) -> int:
    return sum(Harm.LEAK in r.harms for r in run.results)


def _leak() -> bool:
    answers, _, tape = _ground()
    case = _only(answers, "ng-probing-repaired")
    before = _run(case, tape)
    with patch("coach.answering.listener.check", lambda *_, **__: Verdict(Outcome.PASS)):
        after = _run(case, tape)
    return not _leaks(before) and bool(_leaks(after)) and _red(after)


def _loose_words() -> bool:
    answers, _, tape = _ground()
    case = _only(answers, "words-certainty")
    before = _run(case, tape)
    with patch("coach.answering.listener.check_advice", lambda *_, **__: Verdict(Outcome.PASS)):
        after = _run(case, tape)
    return _leaks(after) > _leaks(before) and _red(after)


def _swapped() -> bool:
    answers, _, tape = _ground()
    one, other = Slot("answers", "good", 0, "answer"), Slot("answers", "alternative-good", 0, "answer")
    swapped = Tape([replace(tape.slots[other], slot=one), replace(tape.slots[one], slot=other)], tape.texts)
    run = _run(_only(answers, "good", "alternative-good"), swapped)
    return all(r.status is not Status.PASS and "their words" in r.calls[0].changed for r in run.results)


def _edited() -> bool:
    answers, _, tape = _ground()
    strict = replace(answers, header=answers.header.model_copy(update={"depends_on": Depends.GENERATION}))
    case = _only(strict, "good")
    if [r.status for r in _run(case, tape).results] != [Status.PASS]:
        return False

    def edited(ask: object) -> Prompt:
        prompt = build(ask)  # type: ignore[arg-type]
        first, *rest = prompt.messages
        changed = first.content.replace("# 避けること", "# 避けること\n- 長く書くこと。", 1)
        return replace(prompt, messages=(Message(first.role, changed), *rest))

    with patch("coach.answering.written.build", edited):
        run = _run(case, tape)
    call = run.results[0].calls[0]
    stale = (
        run.results[0].status is Status.STALE and call.changed == ("to avoid",) and "長く書く" in call.help
    )
    return stale and exit_of(complaints(run)) is Exit.UNDECIDED


def _lost() -> bool:
    answers, _, tape = _ground()
    slot = Slot("answers", "good", 0, "answer")
    run = _run(_only(answers, "good"), Tape([r for s, r in tape.slots.items() if s != slot], tape.texts))
    call = run.results[0].calls[0]
    return (
        call.state == State.MISSING and "nearest" in call.help and exit_of(complaints(run)) is Exit.UNDECIDED
    )


@dataclass(frozen=True, slots=True)
class Without:
    """The guard's rules as if one category, or one rule, had been deleted."""

    whole: RuleSet
    category: str = ""
    rule: str = ""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What is left."""
        return tuple(r for r in self.whole.rules if r.category != self.category and r.id != self.rule)

    def match(self, text: Text, *, incoming: Text | None = None, **context: str) -> tuple[Match, ...]:
        """See ``RuleSet.match``."""
        found = self.whole.match(text, incoming=incoming, **context)
        return tuple(m for m in found if m.rule.category != self.category and m.rule.id != self.rule)


def _without_rule(category: str) -> bool:
    _, drafts, _ = _ground()
    before = _run(drafts, Tape())
    less, less_broad = Without(guard.rules(), category), Without(suspicion.rules(), category)
    with (
        patch("guardrails.check.rules", lambda: less),
        patch("guardrails.hearing.suspicion.rules", lambda: less_broad),
    ):
        after = _run(drafts, Tape())
    return compare(marks(before), marks(after)).count(Change.HARMFUL) > 0 and _red(after)


def _raising() -> bool:
    _, drafts, _ = _ground()

    def raise_(*_: object, **__: object) -> Verdict:
        raise RuntimeError("planted")

    with patch("evals.judge_text.check", raise_):
        run = _run(_only(drafts, "declined-001"), Tape())
    return run.results[0].status is Status.ERROR and _red(run)


def _removed() -> bool:
    _, drafts, _ = _ground()
    whole = _run(_only(drafts, "declined-001", "declined-002"), Tape())
    less = Run(whole.about, whole.results[:1])
    return compare(marks(whole), marks(less)).count(Change.REMOVED) == 1


def _half_blessed() -> bool:
    _, drafts, _ = _ground()
    run = _run(_only(drafts, "declined-001"), Tape())
    try:
        bless(run, [drafts], "planted")
    except BlessError:
        return True
    return False


FAULTS = (
    Fault("an injected leak: the guard passes every draft", _leak),
    Fault("an injected leak: the coach's words go unchecked", _loose_words),
    Fault("a swapped recording: one case gets another's answer", _swapped),
    Fault("an edited segment: the prompt changed after the recording", _edited),
    Fault("a lost recording", _lost),
    Fault("the rules of repropose removed", lambda: _without_rule("repropose")),
    Fault("the rules of probing removed", lambda: _without_rule("probing")),
    Fault("a judge that raises", _raising),
    Fault("a removed case", _removed),
    Fault("a baseline of half a run", _half_blessed),
)
