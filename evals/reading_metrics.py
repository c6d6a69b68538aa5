"""Figures of the reading and the plan: stages with their confusion matrix, actions, waiting days, signs, dangers."""

from collections import Counter
from collections.abc import Iterable, Sequence

from evals.figures import Figure, Matrix
from evals.result import Result
from evals.statistics import Rate, macro_f1

_FACTS = ("action", "wait_days", "topic", "reason", "register")


def situations(results: Sequence[Result]) -> Iterable[Figure]:
    """Stage recall and macro F1, actions, waiting days, signs, dangers."""
    read = _read(results)
    matrix = stages(read)
    if matrix.cells:
        right = sum(n for (want, got), n in matrix.cells.items() if want == got)
        n = sum(matrix.cells.values())
        yield Figure("stage accuracy", Rate(right, n))
        yield Figure("stage macro F1", f"{macro_f1(matrix.cells) or 0:.3f} (n={n})")
        for label in matrix.labels:
            if matrix.recall(label).n:
                yield Figure(f"stage {label} recall", matrix.recall(label))
    for name in _FACTS:
        here = [r for r in read if name in r.want]
        if here:
            yield Figure(f"{name} accuracy", Rate(sum(_meets(r, name) for r in here), len(here)))
    alarmed = [r for r in read if _dangers(r)]
    if alarmed:
        met = sum(set(_dangers(r)) <= set(r.seen["dangers"]) for r in alarmed)
        yield Figure("dangers seen", Rate(met, len(alarmed)))
    calm = [r for r in read if r.want.get("dangers") == []]
    if calm:
        loud = sum(bool(set(r.seen["dangers"]) - {"idiom"}) for r in calm)
        yield Figure("false alarms of calm", Rate(loud, len(calm)))


def signs(results: Sequence[Result]) -> Iterable[Figure]:
    """Recall and precision of all signs together, then of each."""
    signed = [r for r in _read(results) if r.want.get("signs") is not None and "signs" in r.seen]
    wanted = Counter(s for r in signed for s in set(r.want["signs"]))
    given = Counter(s for r in signed for s in set(r.seen["signs"]))
    hit = Counter(s for r in signed for s in set(r.want["signs"]) & set(r.seen["signs"]))
    if signed:
        yield Figure("all", Rate(hit.total(), wanted.total()), (Rate(hit.total(), given.total()),))
    for sign in sorted(wanted | given):
        yield Figure(sign, Rate(hit[sign], wanted[sign]), (Rate(hit[sign], given[sign]),))


def stages(results: Iterable[Result]) -> Matrix:
    """The confusion matrix of stages, over the cases that want one."""
    cells: Counter[tuple[str, str]] = Counter()
    for result in _read(results):
        want = result.want.get("stage")
        if isinstance(want, str):
            cells[want, str(result.seen.get("stage") or "none")] += 1
    labels = tuple(sorted({label for pair in cells for label in pair}))
    return Matrix("stages", labels, dict(cells))


def _read(results: Iterable[Result]) -> list[Result]:
    return [r for r in results if r.kind == "situation" and r.seen]


def _meets(result: Result, name: str) -> bool:
    want, got = result.want[name], result.seen.get(name)
    if name == "action" and isinstance(want, list):
        return got in want
    return bool(want == got)


def _dangers(result: Result) -> list[str]:
    wanted = (*result.want.get("has_danger", ()), *(result.want.get("dangers") or ()))
    return [d for d in wanted if d != "idiom"]
