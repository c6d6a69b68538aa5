"""Figures of a run, each with its n and Wilson interval: projections of its results and nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from evals.budget import Prices
from evals.figures import Figure, Table
from evals.guard_metrics import categories, guard, over_block, requests
from evals.path_metrics import answerers, answers, by, epochs, path
from evals.reading_metrics import signs, situations
from evals.result import Result, Run, Status
from evals.statistics import Rate


def tables(run: Run) -> tuple[Table, ...]:
    """Every table that the run has something to say in."""
    results = run.results
    prices = prices_of(run)
    found = (
        Table("guard", tuple(guard(results))),
        Table("guard by category", tuple(categories(results)), ("recall", "precision", "over-blocked of OK")),
        Table("over-block by stage", tuple(over_block(results, _stage)), ("stopped", "rejected")),
        Table("over-block by register", tuple(over_block(results, _register)), ("stopped", "rejected")),
        Table("requests", tuple(requests(results))),
        Table("situations", tuple(situations(results))),
        Table("signs", tuple(signs(results)), ("recall", "precision")),
        *(
            Table(f"path · {who or 'composed'}", tuple(path(by(results, who), prices)))
            for who in answerers(results)
        ),
        *(Table(f"epochs · {who}", tuple(epochs(by(results, who)))) for who in answerers(results)),
        Table("recorded answers", tuple(answers(results))),
    )
    return tuple(t for t in found if t.figures)


def suite_table(run: Run, suite: str) -> Table:
    """What one suite comes to: how many hold, and the chief figures of its kind."""
    results = run.of(suite)
    decided = [r for r in results if r.status.good is not None]
    holding = Figure("as wanted", rate_of(decided))
    chief = (*guard(results), *requests(results), *_chief(results))
    # Each who answered for itself: what a person wrote is never a model's quality.
    paths = (_named(who, path(by(results, who), prices_of(run))) for who in answerers(results))
    return Table(suite, (holding, *chief, *(figure for figures in paths for figure in figures)))


def _named(who: str, figures: Iterable[Figure]) -> Iterable[Figure]:
    return (replace(f, name=f"{who}: {f.name}" if who else f.name) for f in figures)


def rate_of(results: Sequence[Result]) -> Rate:
    """How many of these hold."""
    return Rate(sum(bool(r.status.good) for r in results), len(results))


def prices_of(run: Run) -> Prices:
    """What tokens cost in a run, as far as it was told."""
    return Prices(*run.about.get("prices", ()))


def counts(results: Iterable[Result]) -> Counter[Status]:
    """How many results have which status."""
    return Counter(r.status for r in results)


def _chief(results: Sequence[Result]) -> Iterable[Figure]:
    """The situations' figures without those of each stage, and all signs together."""
    yield from (f for f in situations(results) if not (f.name.startswith("stage ") and "recall" in f.name))
    for figure in list(signs(results))[:1]:
        yield Figure("sign recall", figure.value)
        yield Figure("sign precision", figure.beside[0])


def _stage(result: Result) -> str:
    return str(result.want.get("stage") or "")


def _register(result: Result) -> str:
    return str(result.want.get("register") or "")
