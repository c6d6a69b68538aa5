"""A run as JUnit XML: a suite a testsuite, known and undecided cases skipped with their reason."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from evals.gate import told
from evals.result import Result, Run, Status

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML cannot hold


def junit(run: Run) -> str:
    """The XML."""
    root = Element("testsuites", name="evals", time=_seconds(run.results))
    for suite in run.suites:
        results = run.of(suite)
        failed = [r for r in results if _fails(r)]
        errors = [r for r in results if r.status is Status.ERROR]
        skipped = [r for r in results if _skipped(r)]
        testsuite = SubElement(
            root, "testsuite", name=suite, tests=str(len(results)), failures=str(len(failed)),
            errors=str(len(errors)), skipped=str(len(skipped)), time=_seconds(results),
        )  # fmt: skip
        for result in results:
            _case(testsuite, result)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(testsuite: Element, result: Result) -> None:
    name = result.id + (f" epoch {result.epoch}" if result.epoch else "")
    case = SubElement(
        testsuite, "testcase", name=_fit(name), classname=result.suite, time=f"{result.micros / 1e6:.6f}"
    )
    if result.calls:
        properties = SubElement(case, "properties")
        for call in result.calls:
            value = f"{call.state} {call.model} {call.recorded_on}".strip()
            SubElement(properties, "property", name=f"turn {call.turn} {call.attempt}", value=_fit(value))
    if _fails(result) or result.status is Status.ERROR:
        tag = "error" if result.status is Status.ERROR else "failure"
        failure = SubElement(case, tag, message=_fit(told(result)), type=result.status.value)
        marks = "\n".join(f"marked: {f.mark}" for f in result.failures if f.mark)
        failure.text = _fit("\n\n".join((*(f"{k}: {v}" for k, v in result.shows.items()), marks)))
    elif _skipped(result):
        calls = "; ".join(c.help.splitlines()[0] for c in result.calls if c.help)
        SubElement(case, "skipped", message=_fit(result.known or calls or told(result)))


def _fails(result: Result) -> bool:
    return result.status is Status.FAIL and (result.gate == "cases" or result.must)


def _skipped(result: Result) -> bool:
    open_ = (Status.KNOWN, Status.STALE, Status.MISSING)
    return result.status in open_ or (result.status is Status.FAIL and not _fails(result))


def _seconds(results: tuple[Result, ...]) -> str:
    return f"{sum(r.micros for r in results) / 1e6:.3f}"


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
