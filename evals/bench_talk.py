"""How fast talk histories are read: growing files and hostile ones, each beside the least that reading can cost."""

import io
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from rich.console import Console

from coach.talk import read_talk
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
_RECORD = re.compile(r"^(\d?\d:\d\d)[\t ]([^\t\n ]+)[\t ](.*)$", re.MULTILINE)


def talk(console: Console | None = None) -> None:
    """Print seconds of one core, megabytes, and ratios, one row a file.

    The best of three. The ratios are to ``sum(1 for line in file)``, to decoding the file and finding its records
    twice with a regex over the whole text, and to matching that regex line by line, twice too.
    """
    show = partial((console or Console()).print, highlight=False, soft_wrap=True)
    show(
        f"{'talk history':<32}{'MB':>6}{'read s':>9}{'facts s':>9}"
        f"{'x lines':>9}{'x regex':>9}{'x by line':>11}{'peak MB':>9}"
    )
    for name, data in _files():
        read, counted, lines, twice, by_line = map(min, zip(*(_seconds(data) for _ in range(3)), strict=True))
        seconds = f"{len(data) / 1e6:>6.1f}{read:>9.3f}{counted:>9.3f}"
        ratios = f"{read / lines:>9.0f}{read / twice:>9.2f}{read / by_line:>11.2f}"
        show(f"{name:<32}{seconds}{ratios}{_peak():>9.0f}")


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
    """Reading, counting the facts, counting the lines, and finding the records twice: at once, and line by line."""
    clock = time.process_time
    begin = clock()
    try:
        found = read_talk(data)
    except Refusal:
        found = None
    read = clock()
    if found is not None:
        facts(found)
    counted = clock()
    sum(1 for _ in io.BytesIO(data))
    lines = clock()
    for _ in range(2):
        _RECORD.findall(data.decode())
    twice = clock()
    for _ in range(2):
        for line in io.TextIOWrapper(io.BytesIO(data), "utf-8"):
            _RECORD.match(line)
    marks = (begin, read, counted, lines, twice, clock())
    return tuple(max(later - earlier, 1e-4) for earlier, later in pairwise(marks))


def _peak() -> float:
    """The most memory this process has held so far, in megabytes."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
