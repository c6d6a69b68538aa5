"""Figures of a run, each with its n and Wilson interval: projections of its results and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evals.path_metrics import Figure, answerers, by, epochs, path
from evals.result import Result, Status
from evals.statistics import Rate, macro_f1

_BAD = frozenset({"reject", "stopped"})
_GOOD = frozenset({"pass", "allowed"})


@dataclass(frozen=True, slots=True)
class Matrix:
    """How often each wanted label was read as which; ``cells`` counts (wanted, given)."""

    title: str
    labels: tuple[str, ...]
    cells: dict[tuple[str, str], int]

    def recall(self, label: str) -> Rate:
        """How many of a label were read as it."""
        n = sum(count for (want, _), count in self.cells.items() if want == label)
        return Rate(self.cells.get((label, label), 0), n)


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under a heading."""

    title: str
    figures: tuple[Figure, ...]


def tables(results: Sequence[Result]) -> tuple[Table, ...]:
    """Every table that these results have something to say in."""
    found = (
        Table("guard", tuple(guard(results))),
        Table("over-block by stage", tuple(over_block(results, lambda r: str(r.want.get("stage") or "")))),
        Table(
            "over-block by register", tuple(over_block(results, lambda r: str(r.want.get("register") or "")))
        ),
        Table("requests", tuple(requests(results))),
        Table("situations", tuple(situations(results))),
        *(Table(f"path · {who or 'composed'}", tuple(path(by(results, who)))) for who in answerers(results)),
        Table("epochs", tuple(epochs(results))),
    )
    return tuple(t for t in found if t.figures)


def guard(results: Sequence[Result]) -> Iterable[Figure]:
    """Recall and precision per category over labelled texts, the over-block rate beside it."""
    texts = [r for r in results if r.kind in ("draft", "advice") and "outcome" in r.seen]
    bad = [r for r in texts if r.want["outcome"] in _BAD]
    good = [r for r in texts if r.want["outcome"] in _GOOD]
    if not texts:
        return
    yield Figure("stopped of NG", Rate(sum(_stopped(r) for r in bad), len(bad)))
    yield Figure("over-blocked of OK", Rate(sum(_stopped(r) for r in good), len(good)))
    yield Figure("rejected of OK", Rate(sum(r.seen["outcome"] == "reject" for r in good), len(good)))
    same = sum(set(r.want["categories"]) == set(r.seen["categories"]) for r in bad)
    yield Figure("exact category set of NG", Rate(same, len(bad)))
    for category in sorted({c for r in texts for c in (*r.want["categories"], *r.seen["categories"])}):
        wanted = [r for r in bad if category in r.want["categories"]]
        found = [r for r in (*bad, *good) if category in r.seen["categories"]]
        hit = sum(category in r.seen["categories"] for r in wanted)
        yield Figure(f"{category} recall", Rate(hit, len(wanted)))
        yield Figure(
            f"{category} precision", Rate(sum(category in r.want["categories"] for r in found), len(found))
        )


def over_block(results: Sequence[Result], key: Callable[[Result], str]) -> Iterable[Figure]:
    """How many good drafts are stopped, by a key of the case."""
    good = [r for r in results if r.kind == "draft" and r.want.get("outcome") in _GOOD and r.seen]
    for value in sorted({key(r) for r in good} - {""}):
        here = [r for r in good if key(r) == value]
        yield Figure(value, Rate(sum(_stopped(r) for r in here), len(here)))


def requests(results: Sequence[Result]) -> Iterable[Figure]:
    """How many wishes are understood, by kind."""
    asked = [r for r in results if r.kind == "request" and r.seen]
    for kind in sorted({r.want["kind"] for r in asked}):
        here = [r for r in asked if r.want["kind"] == kind]
        yield Figure(f"{kind} recall", Rate(sum(r.seen["kind"] == kind for r in here), len(here)))


def situations(results: Sequence[Result]) -> Iterable[Figure]:
    """Stage recall and macro F1, actions, signs, waiting days, dangers."""
    read = [r for r in results if r.kind == "situation" and r.seen]
    if not read:
        return
    matrix = stages(read)
    if matrix.cells:
        right = sum(n for (want, got), n in matrix.cells.items() if want == got)
        yield Figure("stage accuracy", Rate(right, sum(matrix.cells.values())))
        yield Figure("stage macro F1", f"{macro_f1(matrix.cells) or 0:.3f}")
        for label in matrix.labels:
            if matrix.recall(label).n:
                yield Figure(f"stage {label} recall", matrix.recall(label))
    for name in ("action", "wait_days", "topic", "reason", "register"):
        here = [r for r in read if name in r.want]
        if here:
            yield Figure(f"{name} accuracy", Rate(sum(_meets(r, name) for r in here), len(here)))
    signed = [r for r in read if r.want.get("signs") is not None]
    wanted = Counter((r.id, s) for r in signed for s in set(r.want["signs"]))
    given = Counter((r.id, s) for r in signed for s in set(r.seen["signs"]))
    if signed:
        hit = (wanted & given).total()
        yield Figure("sign recall", Rate(hit, wanted.total()))
        yield Figure("sign precision", Rate(hit, given.total()))
    alarmed = [r for r in read if r.want.get("has_danger") or r.want.get("dangers")]
    if alarmed:
        met = sum(set(_dangers(r)) <= set(r.seen["dangers"]) for r in alarmed)
        yield Figure("dangers seen", Rate(met, len(alarmed)))
    calm = [r for r in read if r.want.get("dangers") == []]
    if calm:
        yield Figure(
            "false alarms of calm",
            Rate(sum(bool(set(r.seen["dangers"]) - {"idiom"}) for r in calm), len(calm)),
        )


def stages(results: Iterable[Result]) -> Matrix:
    """The confusion matrix of stages, over the cases that want one."""
    cells: Counter[tuple[str, str]] = Counter()
    for result in results:
        want = result.want.get("stage")
        if result.kind == "situation" and isinstance(want, str) and result.seen:
            cells[want, str(result.seen.get("stage") or "none")] += 1
    labels = tuple(dict.fromkeys(sorted(label for pair in cells for label in pair)))
    return Matrix("stages", labels, dict(cells))


def counts(results: Iterable[Result]) -> Counter[Status]:
    """How many results have which status."""
    return Counter(r.status for r in results)


def _stopped(result: Result) -> bool:
    return bool(result.seen["outcome"] != "pass")


def _meets(result: Result, name: str) -> bool:
    want, got = result.want[name], result.seen.get(name)
    if name == "action" and isinstance(want, list):
        return got in want
    return bool(want == got)


def _dangers(result: Result) -> list[str]:
    return [
        d for d in (*result.want.get("has_danger", ()), *(result.want.get("dangers") or ())) if d != "idiom"
    ]
