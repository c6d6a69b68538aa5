"""How fast talk histories are read: growing files and hostile ones, each beside the least that reading can cost.

The least is a regex that finds a file's records, run over the whole text two times. One such regex (``x regex``)
knows a single form of the clock, ``8:15``, and would find nothing in most of the files the import reads; the other
(``x clocks``) knows every form the export's reference has, as the import must. Neither finds dates, the lines that
follow a record, quotes, names with a space or what kind a text is, nor makes a moment of a clock.

Every file is measured in a process of its own, so that the memory told is that of one import and nothing before it.
"""

import io
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from coach.talk import read_talk
from coach.talk_clock import CLOCK
from coach.talk_facts import facts
from coach.talk_parts import Refusal

SIZES = (50_000, 100_000, 200_000, 400_000)
HOSTILE = 200_000
_HEAD = "[LINE] ゆいとのトーク履歴\n保存日時：2090/12/31 08:00\n\n"
_START = f"{_HEAD}2012/01/01(日)\n"
_TEXTS = (
    "今日は楽しかったです！", "また誘ってください", "来週お茶しませんか？", "[スタンプ]", "[写真]", '"そうなんです\n週末はだいたいどこかに並んでます"',
    "カレーが好きで、駅前の新しいお店に行ってきました", "了解です", "笑", "☎ 通話時間 8:02", "この前話してた映画、もう観ましたか？",
)  # fmt: skip
_A_DAY = 60
_AFTER = r"[\t ]([^\t\n ]+)[\t ](.*)$"
_RECORD = re.compile(rf"^(\d?\d:\d\d){_AFTER}", re.MULTILINE)
_ANY_CLOCK = re.compile(rf"^({CLOCK}){_AFTER}", re.MULTILINE)


class Cost(NamedTuple):
    """What one file costs: seconds of one core, and the most megabytes its process held while it was read.

    ``lines`` are the seconds of ``sum(1 for line in file)``; ``twice`` of decoding the file and finding its records
    with the regex of one clock over the whole text, two times over; ``clocks`` with that of every clock; ``by_line``
    of matching the regex of one clock line by line, two times too.
    """

    read: float
    facts: float
    lines: float
    twice: float
    clocks: float
    by_line: float
    peak: float


def rows() -> Iterator[str]:
    """Lines of the table: seconds of one core, the best of three, and how often the four comparisons fit in them."""
    yield (
        f"{'talk history':<32}{'MB':>6}{'read s':>9}{'facts s':>9}"
        f"{'x lines':>9}{'x regex':>9}{'x clocks':>10}{'x by line':>11}{'peak MB':>9}"
    )
    for name, data in _files():
        cost = alone(data)
        seconds = f"{len(data) / 1e6:>6.1f}{cost.read:>9.3f}{cost.facts:>9.3f}"
        regexes = f"{cost.read / cost.twice:>9.2f}{cost.read / cost.clocks:>10.2f}"
        ratios = f"{cost.read / cost.lines:>9.0f}{regexes}{cost.read / cost.by_line:>11.2f}"
        yield f"{name:<32}{seconds}{ratios}{cost.peak:>9.0f}"
    yield "(200,000 messages: under 1 s and 300 MB; x clocks at most 1)"


def alone(data: bytes) -> Cost:
    """The cost of reading this file, measured in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talk.txt"
        path.write_bytes(data)
        command = [sys.executable, "-m", "evals.bench_talk", str(path)]
        told = subprocess.run(command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, check=True)
        return Cost(*json.loads(told.stdout))


def _measured(data: bytes) -> Cost:
    _read(data)
    peak = peak_megabytes()  # before the comparisons, which need more
    read, counted, lines, twice, clocks, by_line = map(
        min, zip(*(_seconds(data) for _ in range(3)), strict=True)
    )
    return Cost(read, counted, lines, twice, clocks, by_line, peak)


def _files() -> Iterator[tuple[str, bytes]]:
    for size in SIZES:
        yield f"phone {size:,} messages", phone(size).replace("\n", "\r\n").encode()
    yield f"desktop {HOSTILE:,} messages", desktop(HOSTILE).encode()
    n = HOSTILE
    yield "one message of 200,000 lines", (_START + "08:00\tゆい\t" + "行です\n" * n).encode()
    yield "an open quote at the start", (_START + '08:00\tゆい\t"\n' + phone(n).split("\n", 4)[4]).encode()
    yield "every quote open", (_START + '08:00\tゆい\t"あ\n' * n + '08:00\tけん\tあ"\n').encode()
    days = (date(2012, 1, 1) + timedelta(days=i % 30_000) for i in range(n))
    yield "200,000 date lines", (_HEAD + "".join(map(_date_line, days)) + "08:00\tゆい\tあ\n").encode()
    yield "no line breaks", (_START + "08:00\tゆい\t" + "あ" * 5_000_000).encode()
    yield "no talk at all", ("これは日記です。" * 20 + "\n").encode() * 20_000


def phone(size: int) -> str:
    """A phone's file of so many messages, sixty a day."""
    lines = [_HEAD]
    for i in range(size):
        if i % _A_DAY == 0:
            lines.append(("\n" if i else "") + _date_line(date(2012, 1, 1) + timedelta(days=i // _A_DAY)))
        lines.append(f"{_clock(i)}\t{_sender(i)}\t{_TEXTS[i * 7 % len(_TEXTS)]}\n")
    return "".join(lines)


def desktop(size: int) -> str:
    """The same talk as the desktop app writes it."""
    lines = []
    for i in range(size):
        if i % _A_DAY == 0:
            day = date(2012, 1, 1) + timedelta(days=i // _A_DAY)
            lines.append(f"{day:%Y.%m.%d} {'月火水木金土日'[day.weekday()]}曜日\r\n")
        text = _TEXTS[i * 7 % len(_TEXTS)].strip('[]"').replace("\n", "\r\n")
        lines.append(f"{_clock(i)} {_sender(i)} {text}\r\n")
    return "".join(lines)


def _date_line(day: date) -> str:
    return f"{day:%Y/%m/%d}({'月火水木金土日'[day.weekday()]})\n"


def _clock(i: int) -> str:
    minute = 480 + i % _A_DAY * 15
    return f"{minute // 60:02}:{minute % 60:02}"


def _sender(i: int) -> str:
    return "ゆい" if i * 5 % 7 < 3 else "森 けん"


def _seconds(data: bytes) -> tuple[float, ...]:
    """One round of everything but memory, in the order of `Cost`."""
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
    print(json.dumps(_measured(Path(sys.argv[1]).read_bytes())))  # noqa: T201
