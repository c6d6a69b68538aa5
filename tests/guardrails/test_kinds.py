"""What may stand in our own answer to a no, told by its kind: good ones pass, hostile ones of the same grammar stop."""

import pytest

from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage
from tests.guardrails.kinds import KINDS

_ANSWER = "了解！連絡ありがとう。\n"

GOOD = [(kind, theirs, text) for kind, (theirs, good, _) in KINDS.items() for text in good]
HOSTILE = [(kind, theirs, text) for kind, (theirs, _, hostile) in KINDS.items() for text in hostile]


def _outcome(theirs: str, text: str) -> Outcome:
    return check(_ANSWER + text, stage=Stage.DECLINED, incoming=theirs, ours=True).outcome


@pytest.mark.parametrize(
    ("kind", "theirs", "text"), GOOD, ids=[f"{kind}-{text[:12]}" for kind, _, text in GOOD]
)
def test_a_good_sentence_of_a_known_kind_passes(kind: str, theirs: str, text: str) -> None:
    assert _outcome(theirs, text) is Outcome.PASS


@pytest.mark.parametrize(
    ("kind", "theirs", "text"), HOSTILE, ids=[f"{kind}-{text[:12]}" for kind, _, text in HOSTILE]
)
def test_a_hostile_sentence_of_the_same_grammar_does_not(kind: str, theirs: str, text: str) -> None:
    assert _outcome(theirs, text) is not Outcome.PASS


JUDGING = [
    "それは甘えだよ",
    "それは裏切りだ",
    "浮気者だね",
    "人間のクズだ",
    "八方美人だね",
    "子供の理屈だね",
    "幼い判断だ",
    "意地悪だね",
    "まるで他人だ",
    "面倒な相手だもんね",
    "言い方ってものがあるよね",
    "私もひとりだよ",
    "俺も今日は休みだよ",
    "家の前にいます",
    "鍵は開けとくね",
    "駅から徒歩三分です",
    "時間は有限です",
    "たまには俺を優先して",
    "私のことも大事にしてね",
    "私は昨日から眠れてません",
]


@pytest.mark.parametrize("text", JUDGING, ids=str)
def test_what_judges_or_waits_is_no_picture(text: str) -> None:
    assert _outcome("ごめん、その日は仕事なんだ", text) is not Outcome.PASS


MISREAD = [
    ("ダンスの発表会でセンターやるの", "センター!? すごい、楽しんできて"),
    ("転勤の準備で余裕がなくて", "転勤のご準備、何かと慌ただしいことと存じます。どうかお体を第一に。"),
    ("仕事の講習会がありまして", "講習会、お疲れのないように。"),
    ("その日は講習会でして", "講習会でいらっしゃいますか。どうぞご無理なさらず。"),
    ("ごめん、その日は無理", "了解!気を遣わせてたらごめんな。いつもどおりでよろしく"),
    ("推しの舞台の千秋楽なので", "それは何を置いても行くべき日ですね。"),
    ("あーその日夜勤明けなんよ", "夜勤明けは寝るのが一番のごちそうやな。連絡ありがとう"),
]


@pytest.mark.parametrize(("theirs", "draft"), MISREAD, ids=lambda v: str(v)[:14])
def test_words_that_look_like_an_invitation_or_a_question(theirs: str, draft: str) -> None:
    assert check(draft, stage=Stage.DECLINED, incoming=theirs, ours=True).outcome is Outcome.PASS
