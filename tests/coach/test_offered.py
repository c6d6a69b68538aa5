import pytest

from coach.times.offered import day_in


@pytest.mark.parametrize(
    ("offer", "day"),
    [
        ("来週の土曜ならどう?", "来週の土曜"),
        ("日曜の昼なら一日空いてる", "日曜の昼"),
        ("12/5はどうかな", "12/5"),
        ("二十日過ぎならいつでもよろしいですよ", "二十日過ぎ"),
        ("再来週だったらいける!", "再来週"),
        ("12月5日(土)の夜いけます", "12月5日(土)の夜"),
        ("みんなでなら行きたいな", ""),
    ],
)
def test_the_day_of_an_offer(offer: str, day: str) -> None:
    assert day_in(offer) == day
