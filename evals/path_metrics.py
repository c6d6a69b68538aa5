"""Figures of the path: how drafts came about, what they hold, how they vary, what answers cost, how steady they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.result import Result
from evals.statistics import Rate, pass_at_k, pass_hat_k


@dataclass(frozen=True, slots=True)
class Figure:
    """One named figure: a rate, or a value said as text."""

    name: str
    value: Rate | str


def path(results: Sequence[Result]) -> Iterable[Figure]:
    """How drafts came about, what they hold, how they vary, what an answer costs and how soon it speaks.

    A turn whose repair was never recorded counts as unknown: its drafts could have been mended or composed.
    """
    turns = [
        (r, t) for r in results if r.kind == "conversation" for k, t in r.seen.items() if k.startswith("turn")
    ]
    asked = [(r, t) for r, t in turns if r.calls and t.get("came")]
    unknown = sum(sum(c == "composed" for c in t["came"]) for r, t in asked if _unrepaired(r))
    came = Counter(c for _, t in asked for c in t["came"])
    if came:
        yield Figure("first pass", Rate(came["1"], came.total()))
        yield Figure("repaired", Rate(came["2"], came.total() - unknown, unknown))
        yield Figure("fallback", Rate(came["composed"] - unknown, came.total() - unknown, unknown))
    declined = [a for _, t in turns if t.get("stage") == "declined" for a in t.get("acts", ())]
    for act in ("thanks", "acceptance", "future") if declined else ():
        yield Figure(f"{act} in declined drafts", Rate(sum(act in acts for acts in declined), len(declined)))
    apart = [1 - likeness(t["drafts"]) for _, t in turns if len(t.get("drafts", ())) > 1]
    if apart:
        yield Figure(
            "variety within an answer", f"{sum(apart) / len(apart):.2f} (0 alike, 1 nothing in common)"
        )
    withheld = Counter(rule for _, t in turns for rule, n in t.get("withheld", {}).items() for _ in range(n))
    if withheld:
        yield Figure("withheld", ", ".join(f"{rule} {n}" for rule, n in withheld.most_common(8)))
    calls = [c for r in results for c in r.calls if not c.help]
    if paid := sum(c.prompt_tokens + c.completion_tokens for c in calls):
        yield Figure("tokens", f"{paid} in {len(calls)} calls")
    waits = sorted(t["first_words_ms"] for r, t in turns if r.calls and t.get("first_words_ms"))
    if waits:
        yield Figure("first checked words (ms, median)", str(waits[len(waits) // 2]))


def likeness(texts: Sequence[str]) -> float:
    """How much the texts of one answer have in common, pair by pair, by their pairs of letters."""
    grams = [{t[i : i + 2] for i in range(len(t) - 1)} for t in texts]
    pairs = [(a, b) for i, a in enumerate(grams) for b in grams[i + 1 :]]
    shared = [len(a & b) / len(a | b) for a, b in pairs if a | b]
    return sum(shared) / len(shared) if shared else 0.0


def answerers(results: Iterable[Result]) -> tuple[str, ...]:
    """Who answered in these results: each model, ``written`` for hand-written answers, "" where none was asked."""
    return tuple(dict.fromkeys(_answerer(r) for r in results if r.kind == "conversation"))


def _answerer(result: Result) -> str:
    return next((c.model for c in result.calls if c.model), "")


def _unrepaired(result: Result) -> bool:
    return any(c.help and c.attempt != "answer" for c in result.calls)


def epochs(results: Sequence[Result]) -> Iterable[Figure]:
    """pass^k and pass@k over the cases that ran several times."""
    runs: dict[tuple[str, str], list[bool]] = {}
    for result in results:
        if result.status.good is not None:
            runs.setdefault((result.suite, result.id), []).append(bool(result.status.good))
    several = [r for r in runs.values() if len(r) > 1]
    k = min((len(r) for r in several), default=0)
    if k:
        hat = sum(pass_hat_k(sum(r), len(r), k) for r in several) / len(several)
        at = sum(pass_at_k(sum(r), len(r), k) for r in several) / len(several)
        yield Figure(f"pass^{k}", f"{hat:.3f} ({len(several)} cases)")
        yield Figure(f"pass@{k}", f"{at:.3f} ({len(several)} cases)")
        yield Figure("flaky cases", Rate(sum(0 < sum(r) < len(r) for r in several), len(several)))


def by(results: Iterable[Result], who: str) -> tuple[Result, ...]:
    """The conversations that one of them answered."""
    return tuple(r for r in results if r.kind == "conversation" and _answerer(r) == who)
