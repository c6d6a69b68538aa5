"""How long the guard takes for a message, beside the floor: one Sudachi pass and one RE2 Set pass over it."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from time import process_time

from evals.case import AdviceCase, DraftCase
from evals.suite import load_all
from guardrails import text as engine
from guardrails.advice import check_advice
from guardrails.check import check, rules
from guardrails.vocabulary import Stage

LENGTH = 150  # letters of a long message
_FIRST = "from time import perf_counter as t; a=t(); from guardrails.check import check; check('あ', stage='declined'); print(t()-a)"


def rows() -> Iterator[str]:
    """Lines of the table; the drafts are those of the suites, each made new so that no cache answers."""
    cases = [c for s in load_all() for c in s.cases if isinstance(c, DraftCase)]
    drafts = [(c.draft, c.stage, c.incoming) for c in cases]
    check("あ", stage=Stage.DECLINED)
    floor = _micros(_floor, [_fresh(d, 1) for d, _, _ in drafts])
    guard = _micros(
        lambda row: check(row[0], stage=row[1], incoming=row[2]), [(_fresh(d, 2), s, i) for d, s, i in drafts]
    )
    yield f"{'guard, µs a message':<40}{'p50':>9}{'p99':>9}{'n':>7}"
    yield _row("floor (Sudachi + RE2 Set)", floor)
    yield _row("check", guard)
    yield f"{'check / floor (p50; at most 3)':<40}{median(guard) / median(floor):>9.1f}"
    long = [((d + "。") * LENGTH)[: LENGTH - 3] for d, _, _ in drafts]
    yield _row(
        f"check, {LENGTH} letters (p99 under 1000)",
        _micros(lambda d: check(_fresh(d, 3), stage=Stage.DECLINED), long),
    )
    advice = [_fresh(c.text, 4) for s in load_all() for c in s.cases if isinstance(c, AdviceCase)]
    check_advice("あ")
    yield _row("check_advice", _micros(check_advice, advice))
    first = float(
        subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, text=True, check=True).stdout
    )
    yield f"{'import and first check, s (under 0.5)':<40}{first:>9.2f}"


def _floor(draft: str) -> None:
    # The guard's own engine and its own set, so that the floor grows with the rules as the guard does.
    engine._tokenizer().tokenize(draft)
    rules()._fold.candidates(draft)


def _micros(judge: Callable[..., object], texts: Sequence[object]) -> list[float]:
    """Processor time of each: other programs at work do not count."""
    found = []
    for text in texts:
        begun = process_time()
        judge(text)
        found.append((process_time() - begun) * 1e6)
    return found


def _fresh(draft: str, round_: int) -> str:
    """The same draft to a judge, another text to a cache."""
    return draft + "\u3000" * round_


def _row(name: str, micros: Sequence[float]) -> str:
    ordered = sorted(micros)
    return f"{name:<40}{median(ordered):>9.0f}{ordered[int(len(ordered) * 0.99) - 1]:>9.0f}{len(ordered):>7}"
