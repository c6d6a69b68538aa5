"""Endings of dialects are read as the plain ones; what only looks like one stays."""

import pytest

from guardrails.kinds.dialect import plainly
from guardrails.kinds.predicate import predicate
from guardrails.text import view

SAID = {
    "試合で暴れてきいや": "試合で暴れてきて",
    "ゆっくり湯につかりんさい": "ゆっくり湯につかりなさい",
    "まずは休んでけさい": "まずは休んでください",
    "ええ写真が撮れるとええがね": "いい写真が撮れるといいよ",
    "転ばんごとね": "転ばないようにね",
    "弁当忘れんとき": "弁当忘れないで",
    "無理せんといてな": "無理しないでな",
    "洗濯しよるけん、気にせんでええ": "洗濯しよるけん、気にしないでええ",
    "大会じゃけん": "大会だから",
    "祭りやもんで": "祭りだから",
    "最高やん": "最高だよ",
    "よか天気たい": "いい天気たい",
    "頑張っとるけん": "頑張ってるから",
    "えらい冷えるのう": "えらい冷えるね",
    "先生によろしゅう言うといて": "先生によろしく言っといて",
    "横になっとってね": "横になっていてね",
    "シュート決めてこい〜": "シュート決めてこい",
}

LOOKALIKES = [
    "そこらへんで休んでね",
    "おはようございます",
    "ありがとう",
    "きっと晴れるよ",
    "行きたい",
    "しないで",
    "おめでとう",
]


@pytest.mark.parametrize(("said", "plain"), SAID.items(), ids=str)
def test_a_dialect_is_read_plainly(said: str, plain: str) -> None:
    assert "".join(token.surface for token in plainly(view(said).sentences[0])) == plain


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_is_no_dialect_stays_as_it_is(text: str) -> None:
    sentence = view(text).sentences[0]
    assert plainly(sentence) is sentence.tokens


def test_an_order_in_a_dialect_is_an_order() -> None:
    said = predicate(view("今年も気持ちよう走ってきんしゃい").sentences[0])
    assert said is not None
    assert said.order
    assert said.head is not None
    assert said.head.lemma == "走る"
