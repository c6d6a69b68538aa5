"""A run as one self-contained HTML page: filters, bars with intervals, each case with its attempts and marks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from evals.compare import Difference, Flip
from evals.figures import Table, Value
from evals.gate import tolled
from evals.metrics import counts, suite_table, tables
from evals.reading_metrics import stages
from evals.result import Harm, Result, Run, Status
from evals.statistics import Rate


def html(run: Run, differences: Mapping[str, Difference], before: Run | None = None) -> str:
    """The page. ``before`` gives changed cases their older text beside the new one."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    older = {r.key: r for r in before.results} if before else {}
    return environment.get_template("report.html.j2").render(
        about=run.about,
        tally={s.value: n for s, n in counts(run.results).items()},
        statuses=[s.value for s in Status],
        suites=[(s, {k.value: v for k, v in counts(run.of(s)).items()}, len(run.of(s))) for s in run.suites],
        harms=[tolled(run, h) for h in (Harm.LEAK, Harm.MISSED_DANGER)],
        tables=[_table(t) for t in tables(run)],
        suite_tables=[_table(suite_table(run, s)) for s in run.suites],
        matrix=_matrix(run),
        flips=[(f, *_sides(f, older)) for d in differences.values() for f in d.flips],
        significance={s: (d.pairs, d.p) for s, d in differences.items()},
        results=[_row(r) for r in run.results],
        values={
            "suite": list(run.suites),
            "status": [s.value for s in Status],
            "stage": sorted({str(r.want.get("stage")) for r in run.results if r.want.get("stage")}),
            "register": sorted({str(r.want["register"]) for r in run.results if r.want.get("register")}),
        },
    )


def bar(value: Value) -> Markup:
    """A rate as a bar with its interval as a whisker; nothing for what is no rate."""
    if not isinstance(value, Rate) or not value.n + value.unknown:
        return Markup("")
    low, high = value.interval
    least, most = value.bounds
    return Markup(
        '<svg width="204" height="12" role="img" aria-label="{}">'
        '<rect x="2" y="2" width="200" height="8" class="ground"/>'
        '<rect x="2" y="2" width="{:.1f}" height="8" class="bar"/>'
        '<rect x="{:.1f}" y="2" width="{:.1f}" height="8" class="maybe"/>'
        '<path d="M{:.1f} 6H{:.1f}" class="whisker"/></svg>'
    ).format(str(value), 200 * least, 2 + 200 * least, 200 * (most - least), 2 + 200 * low, 2 + 200 * high)


def marked(text: str, marks: tuple[str, ...]) -> Markup:
    """The text with the pieces that failures are about in ``<mark>``."""
    out = escape(text)
    for piece in sorted({m for m in marks if m}, key=len, reverse=True):
        found = escape(piece)
        out = Markup(str(out).replace(str(found), f"<mark>{found}</mark>", 1))
    return out


def _row(result: Result) -> dict[str, Any]:
    marks = tuple(f.mark for f in result.failures)
    return {
        "result": result,
        "shows": [(name, marked(text, marks)) for name, text in result.shows.items() if text],
        "stage": result.want.get("stage") or "",
        "register": result.want.get("register") or "",
    }


def _table(table: Table) -> dict[str, Any]:
    rows = [(f.name, [(bar(value), str(value)) for value in f.values]) for f in table.figures]
    return {"title": table.title, "columns": table.columns, "rows": rows}


def _matrix(run: Run) -> dict[str, Any]:
    found = stages(run.results)
    rows = [
        (w, [found.cells.get((w, g), 0) for g in found.labels], str(found.recall(w))) for w in found.labels
    ]
    return {"labels": found.labels, "rows": rows}


def _sides(flip: Flip, older: Mapping[Any, Result]) -> tuple[str, str]:
    before = older.get(flip.key)
    return (
        "\n".join(before.shows.values()) if before else (flip.before.brief if flip.before else ""),
        (flip.after.text or flip.after.brief) if flip.after else "",
    )
