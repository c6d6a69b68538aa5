"""Runs cases: each is judged by its kind, and what went wrong becomes its status."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter

from evals.case import AdviceCase, Case, ConversationCase, DraftCase, RequestCase, SituationCase
from evals.judge_conversation import judge_conversation
from evals.judge_situation import judge_situation
from evals.judge_talk import judge_talk
from evals.judge_text import Judgement, judge_advice, judge_draft, judge_request
from evals.log import Log
from evals.port import Port, Replay, UnpaidError
from evals.recording import State
from evals.result import Call, Failure, Harm, Result, Status
from evals.suite import Depends, Suite, tagged
from evals.tape import Tape

MakePort = Callable[[Suite, Case, int], Port | None]
"""Gives the model's port of a case in an epoch."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which cases run, and how often: so many ``epochs``, or as many as are ``kept`` for the (suite, case)."""

    tags: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    epochs: int = 1
    kept: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def times(self, suite: str, case: str) -> int:
        """How often a case that asks a model runs."""
        return max(self.epochs, self.kept.get((suite, case), 1))


def run_suite(suite: Suite, port_of: MakePort, selection: Selection = Selection()) -> Iterator[Result]:
    """Run a suite's cases in order, in every epoch that the selection wants."""
    for case, epoch in chosen(suite, selection):
        yield run_case(suite, case, port_of(suite, case, epoch), epoch)


def chosen(suite: Suite, selection: Selection) -> list[tuple[Case, int]]:
    """The cases that the selection wants, each in its epochs: several where a model answers."""
    wanted = (c for c in tagged(suite, selection.tags) if not selection.ids or c.id in selection.ids)
    return [
        (c, epoch) for c in wanted for epoch in range(selection.times(suite.name, c.id) if asks(c) else 1)
    ]


def asks(case: Case) -> bool:
    """Whether the case asks a model."""
    return isinstance(case, ConversationCase) and case.model


def run_case(suite: Suite, case: Case, port: Port | None, epoch: int = 0) -> Result:
    """Run one case; whatever is raised is its result, too."""
    begun = perf_counter()
    try:
        judgement = judge(case, port)
    except UnpaidError as error:
        unpaid = Call(-1, "", "missing", help=str(error))
        judgement = Judgement((), calls=(*(port.log.calls if port else ()), unpaid))
        status = Status.MISSING
    except Exception as error:
        failure = Failure("raised", "an answer", f"{type(error).__name__}: {error}"[:300])
        judgement = Judgement((failure,), calls=tuple(port.log.calls) if port else ())
        status = Status.ERROR
    else:
        status = decide(case, judgement, undecided(judgement))
    return Result(
        suite=suite.name,
        kind=suite.header.kind,
        id=case.id,
        status=status,
        epoch=epoch,
        must=case.must,
        known=case.known,
        gate=suite.header.gate.value,
        tags=case.tags,
        failures=judgement.failures,
        want=judgement.want,
        seen=judgement.seen,
        shows=judgement.shows,
        calls=judgement.calls,
        micros=round((perf_counter() - begun) * 1e6),
    )


def judge(case: Case, port: Port | None) -> Judgement:
    """Judge a case by its kind."""
    if isinstance(case, DraftCase):
        return judge_draft(case)
    if isinstance(case, AdviceCase):
        return judge_advice(case)
    if isinstance(case, RequestCase):
        return judge_request(case)
    if isinstance(case, SituationCase):
        return judge_situation(case)
    if isinstance(case, ConversationCase):
        return judge_conversation(case, port)
    return judge_talk(case)


def undecided(judgement: Judgement) -> Status | None:
    """What stands in the way of a verdict: an answer that is not on the tape, or not for today's prompt.

    A call without help was played, whatever its state: the suite takes old answers.
    """
    states = {call.state for call in judgement.calls if call.help}
    if State.MISSING in states:
        return Status.MISSING
    if State.STALE in states:
        return Status.STALE
    return Status.ERROR if State.ERROR in states else None


def decide(case: Case, judgement: Judgement, hindered: Status | None) -> Status:
    """A case's status. A leak is a leak also where an answer is missing."""
    leaked = any(f.harm is Harm.LEAK for f in judgement.failures)
    if hindered is not None and not leaked:
        return hindered
    if judgement.failures:
        return Status.KNOWN if case.known else Status.FAIL
    return Status.FIXED if case.known else Status.PASS


def replaying(tape: Tape, *, model: str = "", today: date | None = None) -> MakePort:
    """Ports that play the tape; suites that take old answers take them from any prompt."""

    def port(suite: Suite, case: Case, epoch: int) -> Port | None:
        if not asks(case):
            return None
        old = suite.header.depends_on is not Depends.GENERATION
        log = Log(suite.name, case.id, epoch)
        return Replay(tape, log, stale_too=old, model="" if old else model, today=today)

    return port
