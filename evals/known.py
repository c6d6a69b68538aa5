"""The mark `known` of a case that may fail for now, and how it is taken away once the case holds."""

import json
from collections.abc import Iterable, Iterator

from evals.result import Run, Status
from evals.suite import Suite


def settle(run: Run, suites: Iterable[Suite]) -> Iterator[str]:
    """Take the mark from every case that the run shows to hold, in its file; gives the names of these cases."""
    fixed = {(r.suite, r.id) for r in run.results if r.status is Status.FIXED}
    for suite in suites:
        wanted = {c.id for c in suite.cases if c.known and (suite.name, c.id) in fixed}
        if not wanted:
            continue
        lines = suite.path.read_text("utf-8").split("\n")
        for number, case in zip(suite.lines, suite.cases, strict=True):
            if case.id in wanted:
                row = json.loads(lines[number - 1])
                del row["known"]
                lines[number - 1] = json.dumps(row, ensure_ascii=False)
                yield f"{suite.name}/{case.id}"
        suite.path.write_text("\n".join(lines), "utf-8")
