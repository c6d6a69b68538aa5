"""How somebody is made (朝はどうも弱い) offers no other day, and there is nothing to rest from."""

from datetime import date

import pytest

from coach.reading import read
from coach.standing.care import care
from guardrails.vocabulary import Stage

TODAY = date(2026, 11, 22)
MADE_SO = [
    pytest.param("朝はどうも弱いもので、今回は遠慮しておきます", id="mornings"),
    pytest.param("朝がどうにも弱くてですね、今回は失礼させてください", id="mornings, otherwise"),
    pytest.param("夜はどうも苦手なもので、ごめんなさい", id="nights"),
    pytest.param("早起きが苦手でして、今回はやめておきます", id="getting up"),
    pytest.param("人混みがどうも苦手で、今回はパスさせてください", id="crowds"),
    pytest.param("船酔いするたちなので遠慮しておきます", id="the sea"),
    pytest.param("乗り物に酔いやすいので、すみません", id="a bus"),
    pytest.param("ホラーはちょっと苦手やねん、ごめん", id="a kind of film"),
    pytest.param("夜型やけん朝はむり、ごめん", id="a night owl"),
    pytest.param("船に弱いもので、遠慮いたします", id="a ship"),
    pytest.param("うるさいとこ苦手で、ごめん", id="noise"),
    pytest.param("大勢の前はどうも苦手でして、ごめんなさい", id="an audience"),
    pytest.param("朝はどうも起きられないタイプなので今回はごめん", id="a type"),
]
OFFERED = [
    pytest.param("朝は弱いので、夜ならいけます", id="another time beside it"),
    pytest.param("土曜は無理だけど、日曜はどう?", id="asked"),
    pytest.param("夜ならどうですか", id="asked politely"),
]
SUFFERED = [
    pytest.param("船酔いがひどくて体調を崩してるのでごめんなさい", "illness", id="ill of it now"),
    pytest.param("頭が痛くて、人混みも苦手だからごめん", "illness", id="a headache beside it"),
    pytest.param("夜勤明けで朝は弱いからごめん", "rest", id="tired of work"),
    pytest.param("その日は苦手な上司との会議でごめん", "work", id="work, whoever is there"),
]


@pytest.mark.parametrize("words", MADE_SO)
def test_it_offers_nothing_and_nobody_is_to_rest(words: str) -> None:
    found = read(f"誘ったら「{words}」と返ってきました。どう返せばいいですか", today=TODAY)
    assert (found.stage, care(found)) == (Stage.DECLINED, "none")


@pytest.mark.parametrize("words", OFFERED)
def test_another_time_is_one(words: str) -> None:
    assert read(f"誘ったら「{words}」と返ってきました", today=TODAY).stage is Stage.ALTERNATIVE


@pytest.mark.parametrize(("words", "kind"), SUFFERED)
def test_who_suffers_now_is_wished_well(words: str, kind: str) -> None:
    assert care(read(f"誘ったら「{words}」と返ってきました", today=TODAY)) == kind
