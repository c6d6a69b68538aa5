"""Figures of the path: how drafts came about, what they hold, how they vary, what answers cost, how steady they are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Any

from evals.budget import Prices
from evals.figures import Figure
from evals.result import Result
from evals.statistics import Rate, pass_at_k, pass_hat_k


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn of a case: what was seen of it, and the attempts whose answer could not be played."""

    seen: Mapping[str, Any]
    asked: bool
    absent: frozenset[str]


def path(results: Sequence[Result], prices: Prices | None = None) -> Iterable[Figure]:
    """How drafts came about, what they hold, how they vary, what an answer costs and how soon it speaks.

    A turn whose answer is not there says nothing and is left out. Where only its repair is not there, the drafts
    that needed it count as unknown: they could have been mended or composed.
    """
    turns = [t for t in _turns(results) if "answer" not in t.absent]
    yield from _came(turns)
    declined = [a for t in turns if t.seen.get("stage") == "declined" for a in t.seen.get("acts", ())]
    for act in ("thanks", "acceptance", "future") if declined else ():
        yield Figure(f"{act} in declined drafts", Rate(sum(act in acts for acts in declined), len(declined)))
    apart = [1 - likeness(t.seen["drafts"]) for t in turns if len(t.seen.get("drafts", ())) > 1]
    if apart:
        yield Figure("variety of drafts (0 alike, 1 nothing in common)", _mean(apart))
    shown = [t.seen["forbidden"] for t in turns if "forbidden" in t.seen]
    if shown:
        yield Figure("answers with forbidden words", Rate(sum(map(bool, shown)), len(shown)))
    if asked := [t.seen.get("withheld", {}) for t in turns if t.asked]:
        yield Figure("answers with something withheld", Rate(sum(map(bool, asked)), len(asked)))
    if withheld := sum((Counter(w) for w in asked), Counter[str]()):
        yield Figure("withheld by", ", ".join(f"{rule} {n}" for rule, n in withheld.most_common(8)))
    yield from _costs(results, prices or Prices())
    waits = [t.seen["first_words_ms"] for t in turns if t.asked and t.seen.get("first_words_ms")]
    if waits:
        yield Figure(
            "ms to the first checked sentence",
            f"{median(waits):.0f} (median, most {max(waits)}, n={len(waits)})",
        )


def _came(turns: Iterable[_Turn]) -> Iterable[Figure]:
    asked = [t for t in turns if t.asked and t.seen.get("came")]
    came = Counter(c for t in asked for c in t.seen["came"])
    unknown = sum(c == "composed" for t in asked if t.absent for c in t.seen["came"])
    if came:
        yield Figure("first pass", Rate(came["1"], came.total()))
        yield Figure("repaired", Rate(came["2"], came.total() - unknown, unknown))
        yield Figure("fallback", Rate(came["composed"] - unknown, came.total() - unknown, unknown))


def _costs(results: Iterable[Result], prices: Prices) -> Iterable[Figure]:
    calls = [c for r in results for c in r.calls if not c.help]
    sent, got = sum(c.prompt_tokens for c in calls), sum(c.completion_tokens for c in calls)
    if sent + got:
        yield Figure("tokens", f"{sent:,} in, {got:,} out (n={len(calls)} requests)")
        yield Figure("tokens a request", f"{(sent + got) / len(calls):.0f} (mean, n={len(calls)})")
        if cost := prices.of_tokens(sent, got):
            yield Figure("cost", f"{cost:.4f}, a request {cost / len(calls):.5f}")


def _turns(results: Iterable[Result]) -> Iterable[_Turn]:
    for result in results:
        turns = (t for t in result.seen.items() if result.kind == "conversation" and t[0].startswith("turn"))
        for name, seen in turns:
            calls = [c for c in result.calls if f"turn {c.turn}" == name]
            yield _Turn(seen, bool(calls), frozenset(c.attempt for c in calls if c.help))


def likeness(texts: Sequence[str]) -> float:
    """How much the texts of one answer have in common, pair by pair, by their pairs of letters."""
    grams = [{t[i : i + 2] for i in range(len(t) - 1)} for t in texts]
    pairs = [(a, b) for i, a in enumerate(grams) for b in grams[i + 1 :]]
    shared = [len(a & b) / len(a | b) for a, b in pairs if a | b]
    return sum(shared) / len(shared) if shared else 0.0


def epochs(results: Sequence[Result]) -> Iterable[Figure]:
    """pass^k and pass@k over the cases that ran several times, k being the fewest times one ran.

    The interval is Wilson's over the cases: where some ran more than k times it is a little too wide, never too
    narrow.
    """
    runs: dict[tuple[str, str], list[bool]] = {}
    for result in results:
        if result.status.good is not None:
            runs.setdefault((result.suite, result.id), []).append(bool(result.status.good))
    several = [r for r in runs.values() if len(r) > 1]
    k = min((len(r) for r in several), default=0)
    if k:
        n = len(several)
        yield Figure("pass^1", Rate(sum(pass_hat_k(sum(r), len(r), 1) for r in several), n))
        yield Figure(f"pass^{k}", Rate(sum(pass_hat_k(sum(r), len(r), k) for r in several), n))
        yield Figure(f"pass@{k}", Rate(sum(pass_at_k(sum(r), len(r), k) for r in several), n))
        yield Figure("flaky cases", Rate(sum(0 < sum(r) < len(r) for r in several), n))


def answers(results: Iterable[Result]) -> Iterable[Figure]:
    """How the recorded answers stand to today's prompts: so many in each state, and what changed for stale ones."""
    calls = [c for r in results for c in r.calls]
    changed = Counter(name for c in calls for name in c.changed)
    for state, n in Counter(c.state for c in calls).most_common():
        why = ", ".join(name for name, _ in changed.most_common(5)) if state == "stale" else ""
        yield Figure(state, f"{n} of {len(calls)}" + (f" (changed: {why})" if why else ""))


def answerers(results: Iterable[Result]) -> tuple[str, ...]:
    """Who answered in these results: each model, ``written`` for hand-written answers, "" where none was asked."""
    return tuple(dict.fromkeys(_answerer(r) for r in results if r.kind == "conversation"))


def by(results: Iterable[Result], who: str) -> tuple[Result, ...]:
    """The conversations that one of them answered."""
    return tuple(r for r in results if r.kind == "conversation" and _answerer(r) == who)


def _answerer(result: Result) -> str:
    return next((c.model for c in result.calls if c.model), "")


def _mean(values: Sequence[float]) -> str:
    return f"{mean(values):.2f} (mean, n={len(values)})"
