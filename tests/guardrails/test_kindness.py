"""What is said for the other's sake, told by grammar: the same verb may send off or ask for oneself."""

import pytest

from guardrails.check import check
from guardrails.kinds.kindness import kind
from guardrails.text import view
from guardrails.vocabulary import Outcome, Stage

KIND = [
    "思いきり叫んできて!",
    "しっかり食べや〜",
    "決勝まで行っちゃえ",
    "絶対落とすなよ",
    "いい写真が撮れるといいね",
    "よい発表会を。",
    "きっと面白いよ",
    "それは大仕事だね",
    "風邪ひきなや",
    "道まちがえんなよ",
    "ジュースでも買うて飲みんさい",
    "猫と遊んであげて",
    "いい点とってこい",
    "水分とりながらね",
    "寝るんだぞ",
    "痛くないといいけど",
    "自分のことをいちばんに考えてね",
    "出口に熱いお茶が待っていますように",
    "新しい門出に青空を",
    "腰はどうぞほどほどに",
    "どうか我慢なさらずに",
    "始発で座れることを願ってるよ",
    "穏やかな毎日を送ってね",
    "好きな曲をいっぱい聴いてね",
    "傘を忘れずにね",
    "晩ごはんはちゃんと食べりーよ",
    "そのまま寝落ちしちゃえ〜",
]
NOT_KIND = [
    "前向きなご検討を",
    "もう一度チャンスを",
    "どうか二人の時間に",
    "また会えることを願ってるよ",
    "最後に一曲だけ聴いてね",
    "よい返事を送ってね",
    "会場まで迎えに来てね",
    "返事は早めにして",
    "予定を空けといて",
    "私のぶんも写真見せて",
    "行かないで",
    "一人にさせないで",
    "それは残念だね",
    "終わったら教えてくれるといいな",
    "昨日は元気だったよね",
    "楽しんできてくれる?",
    "禁止ね",
    "連絡ください",
    "お時間をください",
    "席を取っといて",
    "俺のこと忘れんなよ",
    "スタンプだけでも押しといて",
    "家族よりいいね",
    "お返事忘れずにね",
    "約束を忘れずに",
    "俺の誕生日も忘れずに",
    "お礼を忘れずにね",
    "思わせぶりなことすんなよ",
]


@pytest.mark.parametrize("text", KIND, ids=str)
def test_a_wish_for_them_is_kind(text: str) -> None:
    assert kind(view(text).sentences[0])


@pytest.mark.parametrize("text", NOT_KIND, ids=str)
def test_a_wish_for_oneself_is_not(text: str) -> None:
    assert not kind(view(text).sentences[0])


@pytest.mark.parametrize(
    ("draft", "people", "ours"),
    [
        ("了解!連絡ありがとう。またね", Outcome.PASS, Outcome.PASS),
        ("了解!連絡ありがとう。合宿、思いきり叫んできて!", Outcome.PASS, Outcome.PASS),
        ("了解!連絡ありがとう。料理が冷めます", Outcome.PASS, Outcome.UNSURE),
    ],
    ids=["good acts", "a kind sentence", "a sentence nothing knows"],
)
def test_our_own_drafts_are_only_known_good_acts(draft: str, people: Outcome, ours: Outcome) -> None:
    incoming = "ごめん、その日は合宿なんだ"
    assert check(draft, stage=Stage.DECLINED, incoming=incoming).outcome is people
    assert check(draft, stage=Stage.DECLINED, incoming=incoming, ours=True).outcome is ours
