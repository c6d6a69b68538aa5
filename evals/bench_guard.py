"""How long the guard takes for a message it has not seen, beside the floor: one Sudachi pass and one of an RE2 Set."""

import os
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any

import re2
import sudachipy

from evals.case import AdviceCase, DraftCase, SituationCase
from evals.suite import load_all
from guardrails.advice import check_advice
from guardrails.check import check, rules
from guardrails.safety import screen, unease
from guardrails.vocabulary import Stage
from guardrails.writing.folding import fold

LENGTH = 150  # letters of a long message
PATTERNS = (
    60  # of the floor's Set, as many as the engines in reference/guardrail-engines.md were measured with
)
SETS = 12
"""Samples of so many patterns: one Set takes 90 µs for a new text, another 450, and which it is changes with each rule."""
_FIRST = """from time import perf_counter
begun = perf_counter()
from guardrails.check import check
check("あ", stage="declined")
spent = perf_counter() - begun
from pathlib import Path
status = Path("/proc/self/status")  # Linux only
held = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else [0]
print(spent, int(held[0]) / 1024)
"""

Message = tuple[str, Stage, str]


class Floor:
    """What no judge of this kind can do without: a Sudachi pass, and a pass of one RE2 Set, of several samples."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._tokenizer = sudachipy.Dictionary(dict="core").tokenizer()
        self._sets = [_set(random.Random(seed).sample(patterns, PATTERNS)) for seed in range(SETS)]

    def sudachi(self, drafts: Sequence[str]) -> list[float]:
        """Microseconds of one Sudachi pass of each draft."""
        return _micros(self._tokenizer.tokenize, drafts)

    def searches(self, drafts: Sequence[str]) -> list[float]:
        """Microseconds of one pass of a Set over each draft, the mean of the Sets."""
        folded = [fold(draft) for draft in drafts]
        return [mean(one) for one in zip(*[_micros(s.Match, folded) for s in self._sets], strict=True)]


def _set(patterns: Sequence[str]) -> Any:
    options = re2.Options()
    options.max_mem = 64 << 20
    found = re2.Set.SearchSet(options)
    for pattern in patterns:
        found.Add("(?m)" + pattern)
    found.Compile()
    return found


@dataclass(frozen=True, slots=True)
class Times:
    """Microseconds of processor time, message by message: other programs at work do not count."""

    check: list[float]
    sudachi: list[float]
    new: list[float]
    seen: list[float]

    @property
    def floor(self) -> list[float]:
        """Sudachi and a Set that has not seen the text, as a guard meets it."""
        return [a + b for a, b in zip(self.sudachi, self.new, strict=True)]

    @property
    def warm_floor(self) -> list[float]:
        """Sudachi and a Set whose automaton was built along this very text before: the strictest reading."""
        return [a + b for a, b in zip(self.sudachi, self.seen, strict=True)]


def rows() -> Iterator[str]:
    """Lines of the table. One half of the suites' drafts warms the guard, the other is measured: no text twice.

    The rules' own examples warm it too, so that what is compiled at its first use is compiled.
    """
    messages = [
        (c.draft, c.stage, c.incoming) for s in load_all() for c in s.cases if isinstance(c, DraftCase)
    ]
    messages = list({message[0]: message for message in messages}.values())
    random.Random(1).shuffle(messages)
    half = len(messages) // 2
    for draft, stage, incoming in (*messages[:half], *_examples()):
        check(draft, stage=stage, incoming=incoming)
    ways = [pattern for c in rules().compiled for pattern in c.any]
    floor = Floor([pattern.fold for pattern in ways])
    times = _measured(messages[half:], floor)
    yield f"{'guard, µs a message not seen before':<48}{'p50':>9}{'p99':>9}{'n':>7}"
    yield _row("one Sudachi pass", times.sudachi)
    yield _row(f"one pass of an RE2 Set of {PATTERNS} patterns", times.new)
    yield _row("... of a text it has seen", times.seen)
    yield _row("check (the draft and their message)", times.check)
    yield _ratio("check / floor (p50; at most 3)", times.check, times.floor)
    yield _ratio("check / floor with the Set warm on the text", times.check, times.warm_floor)
    long = _measured(long_ones(messages[half:]), floor)
    yield _row(f"check, {LENGTH} letters (p99 under 1000)", long.check)
    yield _row("... the floor alone", long.floor)
    advice = [c.text for s in load_all() for c in s.cases if isinstance(c, AdviceCase)]
    yield _row("check_advice", _after_half(check_advice, advice))
    told = [c.text for s in load_all() for c in s.cases if isinstance(c, SituationCase)]
    yield _row("screen and, where it finds nothing, unease", _after_half(_screened, told))
    first = min(_first() for _ in range(3))
    yield f"{'import and first check, s (under 0.5)':<48}{first[0]:>9.2f}"
    yield f"{'... resident after it, MB':<48}{first[1]:>9.0f}"


def _examples() -> Iterator[Message]:
    for rule in rules().rules:
        for example in chain.from_iterable(rule.examples.values()):
            stage = Stage(example.context.get("stage", Stage.DECLINED))
            yield example.text, stage, example.context.get("incoming", example.text)


def _screened(message: str) -> None:
    if not screen(message):
        unease(message)


def _after_half(judge: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """The microseconds of every second text, after the others have warmed the judge."""
    for text in texts[::2]:
        judge(text)
    return _micros(judge, texts[1::2])


def long_ones(messages: Sequence[Message]) -> list[Message]:
    """Messages of ``LENGTH`` letters: drafts of one stage strung together, as nobody in the suites writes so long."""
    strung: dict[Stage, str] = defaultdict(str)
    found = []
    for draft, stage, incoming in messages:
        strung[stage] += draft + "。"
        if len(strung[stage]) >= LENGTH:
            found.append((strung.pop(stage)[:LENGTH], stage, incoming))
    return found


def _measured(messages: Sequence[Message], floor: Floor) -> Times:
    """The check of every second message, the floor of the others: whoever comes second to one finds its words in the
    dictionary's cache. And one after the other, as each would push out of the processor's what the next has learned.
    """
    drafts = [draft for draft, _, _ in messages[1::2]]
    checked = []
    for draft, stage, incoming in messages[::2]:
        begun = thread_time()
        check(draft, stage=stage, incoming=incoming)
        checked.append((thread_time() - begun) * 1e6)
    return Times(checked, floor.sudachi(drafts), floor.searches(drafts), floor.searches(drafts))


def _micros(judge: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    found = []
    for text in texts:
        begun = thread_time()
        judge(text)
        found.append((thread_time() - begun) * 1e6)
    return found


def _first() -> tuple[float, float]:
    """Seconds and megabytes of a first check, as a second start has them: sources compiled, rule sets kept."""
    with TemporaryDirectory() as compiled:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", _FIRST]
        for _ in range(2):
            told = subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
    seconds, megabytes = map(float, told.split())
    return seconds, megabytes


def _row(name: str, micros: Sequence[float]) -> str:
    ordered = sorted(micros)
    return f"{name:<48}{median(ordered):>9.0f}{ordered[int(len(ordered) * 0.99) - 1]:>9.0f}{len(ordered):>7}"


def _ratio(name: str, one: Sequence[float], other: Sequence[float]) -> str:
    return f"{name:<48}{median(one) / median(other):>9.1f}"
