"""How fast talk histories are read: growing files and hostile ones, each beside the least that reading can cost.

The least is a regex that finds a file's records, run over the whole text two times. One such regex (``x regex``)
knows a single form of the clock, ``8:15``, and would find nothing in most of the files the import reads; the other
(``x clocks``) knows every form the export's reference has, as the import must. Neither finds dates, the lines that
follow a record, quotes, names with a space or what kind a text is, nor makes a moment of a clock.

``sum x`` is how often two passes of the regex of one clock fit in reading the file and counting its facts together;
``command s`` is the whole process of ``yohaku talk FILE --json``, from the start of Python to the last line printed.

Every file is measured in a process of its own, so that the memory told is that of one import and nothing before it.
"""

import io
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from coach.line_export.clock import CLOCK
from coach.line_export.facts import facts
from coach.line_export.parts import Refusal
from coach.talk import read_talk
from evals.written_talk import files

_ROOT = Path(__file__).parent.parent
_AFTER = r"[\t ]([^\t\n ]+)[\t ](.*)$"
_RECORD = re.compile(rf"^(\d?\d:\d\d){_AFTER}", re.MULTILINE)
_ANY_CLOCK = re.compile(rf"^({CLOCK}){_AFTER}", re.MULTILINE)


class Cost(NamedTuple):
    """What one file costs: seconds of one core, and the most megabytes its process held while it was read.

    ``both`` are the seconds of reading the file and counting its facts; ``command`` those of the whole process of
    ``yohaku talk``, and ``command_peak`` its megabytes. ``lines`` are the seconds of ``sum(1 for line in file)``;
    ``twice`` of decoding the file and finding its records with the regex of one clock over the whole text, two times
    over; ``clocks`` with that of every clock; ``by_line`` of matching the regex of one clock line by line, two times too.
    """

    read: float
    both: float
    lines: float
    twice: float
    clocks: float
    by_line: float
    command: float
    peak: float
    command_peak: float


def rows() -> Iterator[str]:
    """Lines of the table: seconds of one core, the best of three, and how often the comparisons fit in them."""
    yield (
        f"{'talk history':<29}{'MB':>5}{'read s':>8}{'x lines':>8}{'x regex':>8}{'x clocks':>9}{'x by line':>10}"
        f"{'+facts s':>9}{'sum x':>6}{'peak MB':>8}{'command s':>10}{'MB':>5}"
    )
    for name, data in files():
        cost = alone(data)
        read = f"{cost.read:>8.3f}{cost.read / cost.lines:>8.0f}{cost.read / cost.twice:>8.2f}"
        read += f"{cost.read / cost.clocks:>9.2f}{cost.read / cost.by_line:>10.2f}"
        both = f"{cost.both:>9.3f}{cost.both / cost.twice:>6.2f}{cost.peak:>8.0f}"
        command = f"{cost.command:>10.3f}{cost.command_peak:>5.0f}"
        yield f"{name:<29}{len(data) / 1e6:>5.1f}{read}{both}{command}"
    yield "(200,000 messages, facts included: under 1 s and 300 MB; x clocks at most 1)"


def alone(data: bytes) -> Cost:
    """The cost of reading this file, measured in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talk.txt"
        path.write_bytes(data)
        command = [sys.executable, "-m", "evals.bench_talk", str(path)]
        told = subprocess.run(command, cwd=_ROOT, stdout=subprocess.PIPE, check=True)
        return Cost(*json.loads(told.stdout))


def _measured(path: Path) -> Cost:
    command, command_peak = map(min, zip(*(_command(path) for _ in range(3)), strict=True))
    data = path.read_bytes()
    _read(data)
    peak = peak_megabytes()  # before the comparisons, which need more
    read, counted, lines, twice, clocks, by_line = map(
        min, zip(*(_seconds(data) for _ in range(3)), strict=True)
    )
    return Cost(read, read + counted, lines, twice, clocks, by_line, command, peak, command_peak)


def _command(path: Path) -> tuple[float, float]:
    """Seconds and megabytes of `yohaku talk FILE --json`."""
    words = [sys.executable, "-m", "coach", "talk", str(path), "--json"]
    process = subprocess.Popen(words, cwd=_ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _seconds(data: bytes) -> tuple[float, ...]:
    """One round: reading, counting, and the four comparisons in the order of `Cost`."""
    clock = time.process_time
    begin = clock()
    read = _read(data)
    counted = clock()
    sum(1 for _ in io.BytesIO(data))
    lines = clock()
    for _ in range(2):
        _RECORD.findall(data.decode())
    twice = clock()
    for _ in range(2):
        _ANY_CLOCK.findall(data.decode())
    clocks = clock()
    for _ in range(2):
        for line in io.TextIOWrapper(io.BytesIO(data), "utf-8"):
            _RECORD.match(line)
    marks = (begin, read, counted, lines, twice, clocks, clock())
    return tuple(max(later - earlier, 1e-4) for earlier, later in pairwise(marks))


def _read(data: bytes) -> float:
    """Read the file and count its facts; the processor time between the two."""
    try:
        found = read_talk(data)
    except Refusal:
        return time.process_time()
    read = time.process_time()
    facts(found)
    return read


def peak_megabytes() -> float:
    """The most memory this program has held so far."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # macOS counts bytes
    # What getrusage tells on Linux includes the process that started this one.
    return int(status.partition("VmHWM:")[2].split()[0]) / 1e3


if __name__ == "__main__":
    print(json.dumps(_measured(Path(sys.argv[1]))))  # noqa: T201
