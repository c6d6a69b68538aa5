"""Japanese times relative to a day: how long ago, and until when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.times.dates import past_date, told_today
from coach.times.days import ago, number
from coach.times.until import until

TODAY = date(2026, 11, 21)  # a Saturday

AGO = [
    ("3日前に送った", 3),
    ("三日前に送った", 3),
    ("昨日断られた", 1),
    ("おとといから", 2),
    ("さっき来た", 0),
    ("2週間たった", 14),
    ("断られてから三週間(理由は残業)", 21),
    ("断られ事件から一週間ちょい笑", 7),
    ("断られてまる2週間と4日。", 18),
    ("40日待ちました", 40),
    ("返してもう10日", 10),
    ("二週間半前", 17),
    ("断られて10日です", 10),
    ("ひと月前", 30),
    ("1か月前", 30),
    ("半年前に", 182),
    ("先週の金曜に", 8),
    ("先々週の金曜に", 15),
    ("10/12に誘った", 40),
    ("11月1日に誘った", 20),
    ("四日目", 4),
    ("断られて3週間後。", 21),
    ("今日は五日後。", 5),
    ("1週間たったら連絡がきた。", 7),
    ("断られてもう1年です", 365),
    ("大学を出て1年たった", 365),
    ("知り合って3週間、5日前に断られた", 5),
    ("断られて付き合いも減って3週間です", 21),
    ("断られて三週間ぶりに「元気?」と来た", 21),
    ("断られて二週間たってから「元気?」ってきた", 14),
    ("一か月前に通っている教室の人に断られた", 30),
    ("先月、通っているジムの人に断られて", 30),
    ("出会って一か月の人に断られて二週間", 14),
    ("先週誘って断られた人に引っ越しを聞いた", 7),
]


@pytest.mark.parametrize(("words", "days"), AGO, ids=[w for w, _ in AGO])
def test_how_long_ago(words: str, days: int) -> None:
    assert days in [a.days for a in ago(words, TODAY)]


NOT_AGO = [
    "会ってから3日後に連絡します",
    "送ってから2週間以内に",
    "3人で行った",
    "土曜に行こう",
    "来週の金曜",
    "10回送った",
    "試験終わるの3週間後。",
    "一ヶ月経ったら聞いてもいい?",
    "10日過ぎたら送るつもり",
    "今週の日曜いっしょに登ろうって誘った",
    "今週の水曜、映画行かない?って送った",
    "美大3年です。友達を誘ったら",
    "大学3年、同じゼミ",
    "社会人3年目です",
    "知り合って3週間の方を誘った",
    "付き合って2年の彼",
    "通って3年のジムの人",
    "妻に先立たれて五年、講座で会った方を誘いました",
    "夫と別れてもう三年。お茶に誘ったら",
    "三年前に離婚しました。",
    "結婚して十年、夫を誘ったら",
    "定年から二年、",
    "半年前に知り合った方を食事に誘ったら",
    "先月から通い始めた教室の人を誘ったら",
    "先週飲み会で知り合った子を誘ったら",
    "去年の春に入社した同期を誘ったら",
    "大学一年です。",
    "高校三年、好きな子を誘った",
    "社会人二年目です。",
    "中2年生を教えています",
    "二年ぶりに会った友人を誘ったら",
    "誘って、三日たってから「行けないかも」ってきました",
    "誘ったら一週間ぶりに「ごめん」と返ってきた",
    "誘って五日してから返事がきた",
    "誘って一週間既読無視のあと「ごめん」",
]


@pytest.mark.parametrize("words", NOT_AGO)
def test_no_time_in_the_past(words: str) -> None:
    assert list(ago(words, TODAY)) == []


UNTIL = [
    ("来月の10日まで試験で", date(2026, 12, 10), "来月の10日まで"),
    ("今月いっぱい動けません", date(2026, 11, 30), "今月いっぱい"),
    ("月末までは残業", date(2026, 11, 30), "月末まで"),
    ("来週いっぱい棚卸し", date(2026, 11, 29), "来週いっぱい"),
    ("お盆明けまで帰省", date(2027, 8, 16), "お盆明け"),
    ("年明けまで忙しい", date(2027, 1, 3), "年明けまで"),
    ("16日まで講習", date(2026, 12, 16), "16日まで"),
    ("3月10日の発表まで潜る", date(2027, 3, 10), "3月10日の発表まで"),
    ("連休明けに落ち着く", date(2026, 11, 23), "連休明け"),
    ("GW明けまで", date(2027, 5, 5), "gw明け"),
    ("12月半ばまでこんな調子", date(2026, 12, 20), "12月半ばまで"),
    ("2月いっぱいは無理", date(2027, 2, 28), "2月いっぱい"),
    ("試験が12月の第2日曜だから", date(2026, 12, 13), "試験が12月の第2日曜"),
    ("ハーフマラソンが12/6だから走り込みたい", date(2026, 12, 6), "ハーフマラソンが12/6"),
    ("クリスマスまでバイトづくし", date(2026, 12, 25), "クリスマスまで"),
    ("年内は厳しいかなあ", date(2026, 12, 31), "年内"),
    ("今月は金欠で", date(2026, 11, 30), "今月"),
    ("来月の10日に面接があって", date(2026, 12, 10), "来月の10日に面接"),
    ("成人の日まで帰省", date(2027, 1, 11), "成人の日まで"),
    ("三月まで監督で手が離せません", date(2027, 3, 31), "三月まで"),
    ("来週の木曜に終わるから", date(2026, 11, 26), "来週の木曜に終わ"),
    ("締め切りが30日で", date(2026, 11, 30), "締め切りが30日"),
    ("あと2週間は動けなくて", date(2026, 12, 5), "あと2週間"),
    ("1ヶ月くらい入院します", date(2026, 12, 21), "1ヶ月"),
    ("数日は安静にって言われてて", date(2026, 11, 24), "数日"),
    ("八月の終わりまで海外", date(2027, 8, 31), "八月の終わりまで"),
    ("春まで滑れない", date(2027, 3, 31), "春まで"),
    ("試験が終わるまで", None, "試験が終わるまで"),
]


@pytest.mark.parametrize(("words", "day", "said"), UNTIL, ids=[w for w, _, _ in UNTIL])
def test_until_when(words: str, day: date | None, said: str) -> None:
    found = until(words.lower(), TODAY)
    assert found is not None
    assert (found.day, found.words) == (day, said)


NO_END = [
    "ごめん、その日は難しい",
    "忙しくて",
    "土曜は仕事",
    "土曜は妹の結婚式",
    "3時まで仕事",
    "昨日まで熱があって",
    "来週は空いてるよ",
    "二日酔いで",
    "2週間前から",
    "15日以降なら",
    "また来年",
]


@pytest.mark.parametrize("words", NO_END)
def test_no_end_is_said(words: str) -> None:
    assert until(words, TODAY) is None


TOLD = ["来月ライブに誘いたい", "今月はもう我慢します", "あと3日は待とうと思う"]


@pytest.mark.parametrize("words", TOLD)
def test_a_plan_of_the_users_own_is_no_end_of_a_reason(words: str) -> None:
    assert until(words, TODAY, told=True) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("今日は10/5。次は", date(2026, 10, 5)), ("きょうは10日です", date(2026, 11, 10)), ("今日も雨", None)],
)
def test_the_day_the_user_says_it_is(words: str, day: date | None) -> None:
    assert told_today(words, TODAY) == day


def test_a_date_without_a_year_is_the_last_one() -> None:
    assert past_date("12/24", TODAY) == date(2025, 12, 24)
    assert past_date("11/21", TODAY) == TODAY


@pytest.mark.parametrize(("words", "n"), [("12", 12), ("十", 10), ("二十三", 23), ("数", 3), ("〇五", 5)])
def test_numbers(words: str, n: int) -> None:
    assert number(words) == n


@given(st.text(max_size=60), st.dates(date(2022, 1, 1), date(2098, 12, 31)))
def test_any_text_is_read_and_nothing_lies_in_the_future(words: str, today: date) -> None:
    assert all(a.days >= 0 and 0 <= a.start < a.end <= len(words) for a in ago(words, today))
    found = until(words, today)
    assert found is None or words[found.start : found.end] == found.words


ENDS_NAMED_BY_WHAT_COMES = [
    ("夜勤週が終わる日曜の午後は起きてます", "夜勤週が終わる日曜", date(2026, 11, 22)),
    ("金曜に出る検査の結果しだいです", "金曜に出る検査の結果", date(2026, 11, 27)),
    ("二十五日が来るまで金欠", "二十五日が来るまで", date(2026, 11, 25)),
]


@pytest.mark.parametrize(("words", "said", "day"), ENDS_NAMED_BY_WHAT_COMES)
def test_an_end_named_by_what_comes_then(words: str, said: str, day: date) -> None:
    end = until(words, TODAY)
    assert end is not None
    assert (end.words, end.day) == (said, day)


def test_a_deadline_the_user_tells_of_is_an_end() -> None:
    end = until("提出日は来週の水曜らしい", TODAY, told=True)
    assert end is not None
    assert end.day == date(2026, 11, 25)
