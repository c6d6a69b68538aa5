"""Talks written for the bench: growing ones as a phone and the desktop app write them, and hostile ones."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

SIZES = (50_000, 100_000, 200_000, 400_000)
MANY = 200_000
_HEAD = "[LINE] ゆいとのトーク履歴\n保存日時：2090/12/31 08:00\n\n"
_START = f"{_HEAD}2012/01/01(日)\n"
_TEXTS = (
    "今日は楽しかったです！", "また誘ってください", "来週お茶しませんか？", "[スタンプ]", "[写真]", '"そうなんです\n週末はだいたいどこかに並んでます"',
    "カレーが好きで、駅前の新しいお店に行ってきました", "了解です", "笑", "☎ 通話時間 8:02", "この前話してた映画、もう観ましたか？",
)  # fmt: skip
_WHEN = (
    "今日", "昨日", "ねえ、", "そういえば", "あ、", "やっぱり", "さっき", "朝から", "夜は", "来月", "たぶん", "最近", "えー", "ところで", "まだ",
    "もう", "実は", "今", "この前", "金曜は",
)  # fmt: skip
_WHAT = (
    "仕事が長引いて", "新しいカフェに寄って", "妹と電話してて", "雨がすごくて", "電車が遅れてて", "パン屋に並んで", "ゼミの準備で", "猫が鳴いてて",
    "友達の式に出て", "カレーを作って", "家でのんびりして", "ドラマの続きを見て", "散歩のついでに", "髪を切って", "会社の飲み会で", "洗濯が終わらなくて",
    "ジムに行ってきて", "写真を整理して", "本屋で迷って", "風邪気味で", "荷造りをして", "レポートを出して", "バイトが入って", "実家に来てて", "旅行の計画を立てて",
    "美術館に行って", "コーヒーを淹れて", "眠れなくて", "新幹線に乗って", "スーパーが混んでて", "ゲームで負けて", "部屋を片付けて", "先輩に褒められて",
    "お弁当を忘れて", "財布をなくしかけて", "空がきれいで", "早起きして", "ラーメンに並んで", "歯医者に行って", "自転車がパンクして", "海まで走って",
    "映画の予告を見て", "会議が三つあって", "鍋の材料を買って", "スマホが壊れて", "サッカーを見てて", "花火の音がして", "アイスを食べて", "英語を勉強して",
    "ライブに当たって",
)  # fmt: skip
_SO = (
    "疲れたよ", "楽しかった", "笑った", "びっくりした", "遅くなりそう", "元気が出ました", "また話すね", "そっちはどう？", "見たことある？",
    "よかったら今度一緒に行きませんか？", "もう寝るね", "おなかすいた", "大変でした", "そうなんです", "やっと落ち着いた", "紅茶が好きになった", "もう夕方だ",
    "週末はどうしてた？", "知ってましたか", "びっくりですよね", "うれしい", "よくわからない", "あとで送るね", "助かった", "遅れちゃった",
)  # fmt: skip
_ENDS = ("", "！", "笑", "〜", "。", "…", "ｗ", "！！")
_A_DAY = 60


def files() -> Iterator[tuple[str, bytes]]:
    """Every file of the bench with its name."""
    for size in SIZES:
        yield f"phone {size:,} messages", phone(size).replace("\n", "\r\n").encode()
    yield f"phone {MANY:,}, no two alike", phone(MANY, words=unlike).replace("\n", "\r\n").encode()
    yield f"desktop {MANY:,} messages", desktop(MANY).encode()
    n = MANY
    yield "one message of 200,000 lines", (_START + "08:00\tゆい\t" + "行です\n" * n).encode()
    yield "an open quote at the start", (_START + '08:00\tゆい\t"\n' + phone(n).split("\n", 4)[4]).encode()
    yield "every quote open", (_START + '08:00\tゆい\t"あ\n' * n + '08:00\tけん\tあ"\n').encode()
    days = (date(2012, 1, 1) + timedelta(days=i % 30_000) for i in range(n))
    yield "200,000 date lines", (_HEAD + "".join(map(_date_line, days)) + "08:00\tゆい\tあ\n").encode()
    yield "no line breaks", (_START + "08:00\tゆい\t" + "あ" * 5_000_000).encode()
    yield "no talk at all", ("これは日記です。" * 20 + "\n").encode() * 20_000


def alike(i: int) -> str:
    """The words of a message; there are only a few different ones."""
    return _TEXTS[i * 7 % len(_TEXTS)]


def unlike(i: int) -> str:
    """The words of a message, no two the same for 200,000 messages."""
    rest, when = divmod(i * 7919 % MANY, len(_WHEN))
    rest, what = divmod(rest, len(_WHAT))
    end, so = divmod(rest, len(_SO))
    return f"{_WHEN[when]}{_WHAT[what]}{_SO[so]}{_ENDS[end]}"


def phone(size: int, *, words: Callable[[int], str] = alike) -> str:
    """A phone's file of so many messages, sixty a day."""
    lines = [_HEAD]
    for i in range(size):
        if i % _A_DAY == 0:
            lines.append(("\n" if i else "") + _date_line(date(2012, 1, 1) + timedelta(days=i // _A_DAY)))
        lines.append(f"{_clock(i)}\t{_sender(i)}\t{words(i)}\n")
    return "".join(lines)


def desktop(size: int) -> str:
    """The same talk as the desktop app writes it."""
    lines = []
    for i in range(size):
        if i % _A_DAY == 0:
            day = date(2012, 1, 1) + timedelta(days=i // _A_DAY)
            lines.append(f"{day:%Y.%m.%d} {'月火水木金土日'[day.weekday()]}曜日\r\n")
        text = alike(i).strip('[]"').replace("\n", "\r\n")
        lines.append(f"{_clock(i)} {_sender(i)} {text}\r\n")
    return "".join(lines)


def _date_line(day: date) -> str:
    return f"{day:%Y/%m/%d}({'月火水木金土日'[day.weekday()]})\n"


def _clock(i: int) -> str:
    minute = 480 + i % _A_DAY * 15
    return f"{minute // 60:02}:{minute % 60:02}"


def _sender(i: int) -> str:
    return "ゆい" if i * 5 % 7 < 3 else "森 けん"
