import json
from datetime import date, datetime, timedelta
from time import process_time

import pytest

from coach.line_export.facts import Facts, facts
from coach.line_export.json import as_record, json_lines
from coach.line_export.messages import Messages
from coach.line_export.parts import Talk
from coach.line_export.recent import by_day, recent
from coach.line_export.replies import Trend
from coach.reading import read
from coach.situation import Register, Writer
from coach.talk import chosen, read_talk
from tests.coach.talk_files import Row, spaced, tabbed

START = datetime(2024, 10, 12, 9)


def talk_of(*rows: tuple[int, str, str]) -> Talk:
    """Rows of (minutes after the start, sender, text); けん is the user."""
    written: list[Row] = [(START + timedelta(minutes=at), sender, text) for at, sender, text in rows]
    return read_talk(tabbed(written).encode())


def facts_of(*rows: tuple[int, str, str]) -> Facts:
    return facts(talk_of(*rows))


def test_trailing_counts() -> None:
    found = facts_of((0, "ゆい", "あ"), (1, "けん", "い"), (2, "けん", "☎ 不在着信"), (3, "けん", "う"))
    assert (found.trailing_same_sender, found.trailing_unanswered) == (3, 2)
    assert (found.first_sender, found.last_sender) == ("ゆい", "けん")


def test_an_answered_call_is_an_answer() -> None:
    found = facts_of((0, "ゆい", "あ"), (1, "けん", "い"), (2, "けん", "☎ 通話時間 1:00"), (3, "けん", "う"))
    assert (found.trailing_same_sender, found.trailing_unanswered, found.answered_calls) == (3, 1, 1)


def test_times_between() -> None:
    found = facts_of((0, "ゆい", "あ"), (10, "けん", "い"), (40, "ゆい", "う"), (3 * 1440 + 40, "ゆい", "え"))
    replies = {person.name: person.replies for person in found.people}
    assert (replies["けん"].median, replies["ゆい"].median) == (timedelta(minutes=10), timedelta(minutes=30))
    assert {person.name: person.restarts for person in found.people} == {"ゆい": 1, "けん": 0}
    assert (found.longest_gap, found.active_days) == (timedelta(days=3), 2)
    assert found.quiet == datetime(2031, 12, 31, 8) - found.last_ts


@pytest.mark.parametrize(
    ("delays", "trend"),
    [
        ([10] * 8 + [60] * 8, Trend.SLOWER),
        ([60] * 8 + [10] * 8, Trend.FASTER),
        ([30] * 8 + [35] * 8, Trend.STEADY),
        ([1] * 8 + [5] * 8, Trend.STEADY),
        ([10] * 4 + [60] * 4, Trend.UNKNOWN),
    ],
)
def test_trend_of_reply_times(delays: list[int], trend: Trend) -> None:
    rows, at = [(0, "けん", "あ")], 0
    for delay in delays:
        rows += [(at + delay, "ゆい", "い"), (at + delay, "けん", "う")]
        at += delay
    person = next(p for p in facts_of(*rows).people if p.name == "ゆい")
    assert (person.replies.count, person.replies.trend) == (len(delays), trend)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("元気？", True), ("元気?", True), ("行きましたか", True), ("そうなんですか。", True), ("見て https://x.example/?q=1", False),
        ("https://x.example/?q=1 これ？", True), ("確かに", False), ("そうか", False), ("[スタンプ]", False),
        ("https://x.example/?q=1 見ましたか", True), ("https://x.example/ いいですか。", True), ("ですか\u2028\n！", True), ("でしょうか笑", True),
    ],
)  # fmt: skip
def test_question(text: str, asks: bool) -> None:
    assert facts_of((0, "けん", text), (1, "ゆい", "うん")).questions == ((0,) if asks else ())


def test_a_question_is_answered_when_anything_was_written_after_it() -> None:
    found = facts_of((0, "けん", "元気？"), (1, "けん", "ねえ？"), (2, "ゆい", "うん"), (3, "けん", "いつ？"))
    ken = next(person for person in found.people if person.name == "けん")
    assert (ken.questions, ken.answered) == (3, 2)
    assert found.questions == (0, 1, 3)


@pytest.mark.parametrize(
    "text",
    ["来週お茶しませんか", "今日会える？", "初詣、7日どうですか？", "土曜、映画どう？", "今度ご飯行かない？", "一緒に行きませんか", "飲みに行こうよ",
     "週末空いてますか？", "Dinner on Friday?", "Do you want to grab a coffee?", "Let's go on Sunday", "周末一起吃饭吗",
     "Let’s go on Sunday", "Want to go to the zoo", "Shall we 😊", "Would you like to come with me", "How about Sunday 🎬"],
)  # fmt: skip
def test_invitation(text: str) -> None:
    assert [one.place for one in facts_of((0, "けん", text), (1, "ゆい", "うん")).invitations] == [0]


def _said() -> list[str]:
    """Every head of an invitation with every way to end it."""
    to_do = (
        "行",
        "い",
        "食べに",
        "飲みに",
        "遊びに",
        "見に",
        "観に",
        "茶",
        "お茶",
        "ごはん",
        "ご飯",
        "ランチ",
        "ディナー",
        "映画",
        "デート",
        "散歩",
        "ドライブ",
        "会",
        "一緒",
    )
    days = (
        "3日",
        "１０時",
        "三日",
        *(f"{day}曜" for day in "月火水木金土日"),
        "今週",
        "来週",
        "再来週",
        "週末",
        "今度",
        "明日",
        "今夜",
        "初詣",
        "花火",
        "飲み",
    )
    asked = ("しませんか", "しない？", "しない?", "しないか", "しないですか", "しません？", "しません?")
    told = ("どう？", "どうですか？", "どうでしょうか?", "はいかがですか", "はどうかな")
    moved = [
        f"{go}{end}"
        for go in "行い"
        for end in (
            "こう",
            "こうよ",
            "きましょう",
            "きましょうね",
            "ける？",
            "けるかな？",
            "けます？",
            "けますかな?",
        )
    ]
    free = [
        f"{open_}いて{end}" for open_ in "空あ" for end in ("る？", "ますか？", "る日ってある？", "ない？")
    ]
    met = [
        "会える？",
        "会えるか？",
        "会えます？",
        "会えますか？",
        "会いましょう",
        "食べましょう",
        "飲みに行こう",
        "行きましょう",
    ]
    together = [
        f"{both}に映画{end}"
        for both in ("いっしょ", "一緒")
        for end in ("どう", "見たいな", "見たいです", "見ませんか", "しない")
    ]
    chinese = ["要不要一起去", "要不要吃面", "一起看电影吧", "一起吃飯嗎"]
    asking = [head + end for head in to_do for end in asked]
    return [
        *asking,
        *(head + end for head in (*to_do[8:12], "映画", *days) for end in told),
        *moved,
        *free,
        *met,
        *together,
        *chinese,
    ]


def test_every_way_to_say_an_invitation_is_found_wherever_it_stands() -> None:
    said = _said()
    rows = [(3 * i, "けん", f"あのね{text}") for i, text in enumerate(said)]
    small = [(3 * i + 1, "ゆい", "うん、今日は暑いね") for i in range(len(said))]
    found = facts_of(*sorted(rows + small)).invitations
    assert [one.place for one in found] == list(range(0, 2 * len(said), 2))


@pytest.mark.parametrize("letters", ["1", "三", "行", "か", "？", "。", "www", "ア", "dinner ", "want to "])
def test_a_message_without_end_is_counted_in_bounded_time(letters: str) -> None:
    begin = process_time()
    facts_of((0, "けん", letters * 20_000 + "好き、どう？"), (1, "ゆい", "うん"))
    assert process_time() - begin < 1


@pytest.mark.parametrize(
    "text",
    [
        "元気ですか？",
        "昨日映画に行きました",
        "会社どう？",
        "今どこ？",
        "行ってきます",
        "How are you?",
        "どうもありがとう",
        "ご飯食べた？",
        "[写真]",
    ],
)
def test_no_invitation(text: str) -> None:
    assert facts_of((0, "けん", text), (1, "ゆい", "うん")).invitations == ()


def test_what_came_back_is_the_first_run_of_the_other() -> None:
    found = facts_of(
        (0, "けん", "来週お茶しませんか"),
        (9, "ゆい", "ごめん、来週は出張で行けない"),
        (10, "ゆい", "再来週の土曜はどう？"),
        (20, "けん", "いいね"),
    )
    assert [(one.sender, one.answers) for one in found.invitations] == [("けん", (1, 2)), ("ゆい", (3,))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("パン屋巡りが趣味なんですね", ["パン屋巡り"]), ("カレーが好き", ["カレー"]), ("最近ボルダリングにハマってます", ["ボルダリング"]),
        ("I really love hiking!", ["hiking"]), ("カレーは好きじゃない", []), ("好きな人いるの", []), ("それ好き", []), ("I love you", []),
    ],
)  # fmt: skip
def test_interest(text: str, words: list[str]) -> None:
    assert [one.words for one in facts_of((0, "ゆい", text), (1, "けん", "いいね")).interests] == words


def test_interest_counts_how_often_it_is_named() -> None:
    found = facts_of((0, "ゆい", "カレーが好き"), (1, "けん", "カレーいいね"), (2, "けん", "カレー屋どう？"))
    assert [(one.sender, one.index, one.mentions) for one in found.interests] == [("ゆい", 0, 3)]


def test_register_of_each() -> None:
    found = facts_of(*[(i, ("ゆい", "けん")[i % 2], ("そうですね", "そうだよね")[i % 2]) for i in range(8)])
    assert [person.register for person in found.people] == [Register.POLITE, Register.CASUAL]


def test_unsent_counts_the_exporter_for_a_notice_without_a_name() -> None:
    text = "09:05\tメッセージの送信を取り消しました\n09:06\tゆいがメッセージの送信を取り消しました\n"
    talk = read_talk((tabbed([(START, "ゆい", "あ"), (START, "けん", "い")]) + text).encode())
    assert {person.name: person.unsent for person in facts(talk).people} == {"ゆい": 1, "けん": 1}


def test_a_range_without_messages_has_no_facts() -> None:
    talk = talk_of((0, "ゆい", "あ"))
    with pytest.raises(ValueError, match="without messages"):
        facts(Talk(Messages(), (), talk.participants, None, None, None, talk.layout, talk.encoding))


def test_record_without_messages() -> None:
    talk = talk_of((0, "ゆい", "あ"), (1, "けん", "い"))
    assert "messages" not in as_record(talk, facts(talk), messages=False)
    assert "messages" in as_record(talk, facts(talk), messages=True)


@pytest.mark.parametrize("messages", [True, False], ids=["with messages", "without"])
def test_record_in_lines_is_the_record(messages: bool) -> None:
    talk = talk_of((0, "ゆい", 'あ"\u2028い'), (1, "けん", "い\n}"))
    found = facts(talk)
    written = "\n".join(json_lines(talk, found, messages=messages))
    assert json.loads(written) == json.loads(json.dumps(as_record(talk, found, messages=messages)))


def test_recent_is_an_exchange_the_reading_understands() -> None:
    talk = talk_of(
        (0, "けん", "来週お茶しませんか"),
        (9, "ゆい", "ごめん！\n来週は出張なんだ"),
        (10, "けん", "[スタンプ]"),
    )
    exchange = recent(talk)
    assert exchange.text.split("\n") == [
        "2024/10/12 09:00 自分: 来週お茶しませんか",
        "2024/10/12 09:09 相手: ごめん！ 来週は出張なんだ",
        "2024/10/12 09:10 自分: [スタンプ]",
    ]
    reading = read(exchange.text, today=date(2024, 10, 12))
    assert reading.incoming is not None
    assert "出張" in reading.incoming.text
    assert reading.last_writer is Writer.USER


def test_recent_leaves_out_the_conversation_before_a_long_pause() -> None:
    month = 30 * 1440
    talk = talk_of(
        *[(i, ("ゆい", "けん")[i % 2], f"昔{i}") for i in range(9)],
        *[(month + i, "ゆい", f"今{i}") for i in range(6)],
    )
    exchange = recent(talk)
    assert (exchange.indexes, exchange.left_out) == (tuple(range(9, 15)), 9)


def test_recent_reaches_back_to_the_last_invitation() -> None:
    small = [(2000 + i, ("ゆい", "けん")[i % 2], "雑談です") for i in range(40)]
    talk = talk_of((0, "けん", "来週お茶しませんか"), (9, "ゆい", "ごめん、行けない"), *small)
    assert recent(talk, most=10).indexes == (0, 1, 2, *range(32, 42))


def test_recent_keeps_to_its_size() -> None:
    talk = talk_of(*[(i, ("ゆい", "けん")[i % 2], "あ" * 1000) for i in range(50)])
    exchange = recent(talk, most=30, letters=1000)
    assert len(exchange.text) <= 1000
    assert exchange.indexes[-1] == 49


def test_recent_needs_to_know_the_user() -> None:
    rows = [(START + timedelta(minutes=i), ("ゆい", "けん")[i % 2], f"話{i}") for i in range(8)]
    talk = read_talk(spaced(rows).encode())
    with pytest.raises(ValueError, match="choose the user"):
        recent(talk)
    assert recent(chosen(talk, "けん")).text.count("自分:") == 4


def test_days_of_a_plot() -> None:
    talk = talk_of((0, "ゆい", "あ"), (1, "けん", "い"), (2, "ゆい", "う"), (1440, "けん", "え"))
    day = START.date()
    assert by_day(talk) == [(day, "けん", 1), (day, "ゆい", 2), (day + timedelta(days=1), "けん", 1)]
