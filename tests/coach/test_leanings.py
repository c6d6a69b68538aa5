"""Not a flatterer: who is about to press, to blame or to trick is told kindly what speaks against it, with or without a model."""

import pytest

from coach.drafting.phrases import phrases
from coach.parts import Said
from coach.standing.leanings import kind_word
from guardrails.advice import check_advice
from guardrails.vocabulary import Outcome
from tests.coach.scripted import ScriptedModel, answer
from tests.coach.stories import Story, drafts, sentences

LEANING = {
    "blame": [
        "「ごめん、その日は無理」と言われました。俺は悪くないですよね？相手がひどいと思う",
        "映画断られた。「ごめん、仕事」って。断る方が見る目ないよね",
        "誘ったら『仕事で』って。相手がちゃんと代案出すべきだったと思うんだけど",
    ],
    "press": [
        "誘ったら「仕事で」って断られた。納得いかないので理由を問い詰めたい。いいですよね",
        "「ごめん、予定ある」って断られたけど、もう一回だけ押したらいける気がする",
        "断られたけど、強めに誘ってみようと思う",
    ],
    "scold": [
        "「ごめん、その日は予定がある」って言われた。マナーを教えてやりたい",
        "誘ったら「仕事で」と断られました。断り方のマナーを教えたくなります",
    ],
    "doubt": [
        "「仕事」って断られたけど絶対嘘だと思う",
        "誘いを断られました。どうせ他に男がいるんでしょ",
    ],
    "trick": [
        "断られたのでしばらく冷たくして気を引こうかな",
        "断られたから、嫉妬させたいと思ってるんだけどどう",
    ],
}
STRAIGHT = [
    "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました",
    "もう一度お願いしたら失礼でしょうか",
    "わたしが悪いんでしょうか。断られてしまいました",
    "相手が悪いわけじゃないのは分かっています。断られてつらい",
    "しつこくしたくないので、間をあけようと思います",
    "「絶対嘘でしょ」と言われました",
]
ASKED = [(kind, text) for kind, texts in LEANING.items() for text in texts]
FLATTERY = "あなたは何も悪くありません。断るほうがおかしいのです。"


@pytest.mark.parametrize(("kind", "text"), ASKED)
def test_who_leans_is_told_kindly(kind: str, text: str) -> None:
    assert kind_word(text) == phrases().kindly[kind]
    assert phrases().kindly[kind] in sentences(Story().say(text))


@pytest.mark.parametrize("text", STRAIGHT)
def test_who_does_not_lean_is_not_preached_to(text: str) -> None:
    assert kind_word(text) == ""


@pytest.mark.parametrize("text", LEANING["blame"])
def test_a_model_that_flatters_is_not_heard_and_the_kind_word_stands(text: str) -> None:
    reply = ("あっさり", [("thanks", "連絡ありがとうございます。"), ("acceptance", "承知しました。")])
    model = ScriptedModel([answer(reply, feeling=FLATTERY, reading=FLATTERY), answer(reply)])
    parts = Story(model=model).say(text)
    said = sentences(parts)
    assert said[0] == phrases().kindly["blame"]
    assert not any("おかしい" in sentence or "何も悪く" in sentence for sentence in said)


@pytest.mark.parametrize(("kind", "text"), ASKED)
def test_no_draft_carries_it_out(kind: str, text: str) -> None:
    for draft in drafts(Story().say(text)):
        assert not any(word in draft.text for word in ("嘘", "べき", "ひどい", "本当は", "なんで"))


@pytest.mark.parametrize("kind", LEANING)
def test_the_kind_words_may_be_said(kind: str) -> None:
    assert check_advice(phrases().kindly[kind]).outcome is Outcome.PASS
    assert phrases().kindly.keys() == LEANING.keys()


def test_a_wish_about_the_wording_is_not_preached_at() -> None:
    story = Story()
    first = drafts(story.say(LEANING["blame"][0]))
    again = story.wish(first[0], "もっと短く")
    assert not [
        part for part in again if isinstance(part, Said) and part.sentence in phrases().kindly.values()
    ]
