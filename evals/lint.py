"""Checks what no run would notice: volatile prompts, orphaned answers, forgotten rules, cases said twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.case import Case, ConversationCase, DraftCase, RequestCase, SituationCase
from evals.judge_conversation import judge_conversation
from evals.log import Log
from evals.port import Replay
from evals.result import Run
from evals.segments import request_key, segments
from evals.suite import Suite
from evals.tape import Tape


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to look at; ``wrong`` ones fail the check."""

    wrong: bool
    where: str
    what: str


def lint(suites: Sequence[Suite], tape: Tape) -> Iterator[Note]:
    """All notes on suites and recordings."""
    yield from _twice(suites)
    yield from _orphans(suites, tape)
    yield from _volatile(suites, tape)


def rules_without_edge(suites: Iterable[Suite], rules: Iterable[str]) -> tuple[str, ...]:
    """The rules at whose edge no case stands: none has the rule's id among its tags."""
    tags = {tag for suite in suites for case in suite.cases for tag in case.tags}
    return tuple(sorted(set(rules) - tags))


def rules_unheard(run: Run, rules: Iterable[str]) -> tuple[str, ...]:
    """The rules that no result of a run shows at work: breaking one of them would be seen by nobody."""
    heard = {rule for r in run.results for rule in r.seen.get("rules", ())}
    withheld = {
        x for r in run.results for t in r.seen.values() if isinstance(t, dict) for x in t.get("withheld", ())
    }
    return tuple(sorted(set(rules) - heard - withheld))


def _twice(suites: Sequence[Suite]) -> Iterator[Note]:
    seen: dict[object, list[str]] = defaultdict(list)
    for suite in suites:
        for case in suite.cases:
            if what := _matter(case):
                seen[what].append(f"{suite.name}/{case.id}")
    for places in seen.values():
        if len(places) > 1:
            yield Note(False, places[-1], f"the same as {', '.join(places[:-1])}")


def _orphans(suites: Sequence[Suite], tape: Tape) -> Iterator[Note]:
    asking = {
        (s.name, c.id): len(c.turns)
        for s in suites
        for c in s.cases
        if isinstance(c, ConversationCase) and c.model
    }
    names = {s.name for s in suites}
    for slot in sorted(tape.slots):
        if slot.suite in names and slot.turn >= asking.get((slot.suite, slot.case), 0):
            yield Note(True, str(slot), "orphan: no case asks for this recording")


def _volatile(suites: Sequence[Suite], tape: Tape) -> Iterator[Note]:
    """Each prompt is made twice: one that differs holds something that changes by itself, and no key would last."""
    for suite in suites:
        for case in suite.cases:
            if isinstance(case, ConversationCase) and case.model:
                first, second = (_keys(suite, case, tape) for _ in range(2))
                if first != second:
                    yield Note(
                        True, f"{suite.name}/{case.id}", "its prompt differs from one making to the next"
                    )


def _keys(suite: Suite, case: ConversationCase, tape: Tape) -> list[str]:
    port = Replay(tape, Log(suite.name, case.id), stale_too=True)
    judge_conversation(case, port)
    return [request_key(segments(prompt), model="") for prompt in port.log.sent]


def _matter(case: Case) -> object:
    if isinstance(case, DraftCase):
        return "draft", case.stage, case.incoming, case.draft
    if isinstance(case, RequestCase):
        return "request", case.stage, case.request
    if isinstance(case, SituationCase):
        return "situation", case.text, case.events, case.corrected, case.today
    return None
