"""What the voice is beyond doubt about a broad rule names, and nobody else: statistics alone accuse nobody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.check import check
from guardrails.hearing.suspicion import leading, rules, suspicion
from guardrails.hearing.voice import Heard, hear
from guardrails.rulebook.rule import Rule
from guardrails.text import Text, view
from guardrails.vocabulary import Category, Outcome, Stage
from tests.guardrails.spellings import SPELLINGS

IMPLICIT = [
    (
        Stage.DECLINED,
        "ごめん、木曜は病院なんだ",
        "病院て、こないだも行ってなかったっけ。そげん通うもんやろか",
        "probing",
    ),
    (Stage.DECLINED, "その日は妹の引っ越しで", "妹さんの引っ越し、何時から何時までかかる系?", "probing"),
    (
        Stage.DECLINED,
        "ごめん、今週むり",
        "りょ。うちは再来週の木曜、まるっと暇してるとだけ置いとく",
        "repropose",
    ),
    (
        Stage.COOLDOWN,
        "今日あったかいね",
        "川べりの屋台が始まったらしい。隣の席があいてるとさみしいなあ、来週の夜とか",
        "repropose",
    ),
    (
        Stage.DECLINED,
        "友達と約束があって",
        "友達のほうが先やんな。うちの順番なんていつ来るんやろ、ええけど",
        "emotional",
    ),
    (
        Stage.COOLDOWN,
        "元気だよ",
        "それは何より。こちらは毎晩、天井のしみを数えて過ごしております",
        "emotional",
    ),
    (
        Stage.DECLINED,
        "今回はやめとく",
        "断るときは先に理由、それから代わりの案。うちの会社では新人でもできるよ",
        "lecturing",
    ),
    (
        Stage.DECLINED,
        "スタンプでごめん、行けない",
        "人の誘いに一文だけってのは、育ちが出るから気をつけたほうがいい",
        "lecturing",
    ),
    (Stage.DECLINED, "ごめん行けない", "本日の敗北記録、鍵垢に更新しときます笑", "sns"),
    (
        Stage.SILENCE,
        "",
        "この前のお店の件、念のため同じものを送っておきますね。ご覧になれていますか",
        "chasing",
    ),
    (Stage.WAITING, "おやすみ", "前より短くなったよね、おやすみ。飽きられたんかなって考えてる", "chasing"),
    (
        Stage.DECLINED,
        "お茶は遠慮します",
        "耳飾りはもう包んでもらいましたので、受け取るだけでもお顔を見せてください",
        "pressure",
    ),
    (
        Stage.COOLDOWN,
        "友達としてなら",
        "友達と言いながら毎日話してるし、うちらもう恋人みたいなもんやん",
        "pressure",
    ),
    (
        Stage.SECOND_INVITE,
        "最近は家でのんびりしてます",
        "そろそろ前に断った分を返してもらう番かな。どこでもいいから二人で",
        "vague_invite",
    ),
    (
        Stage.CLOSED,
        "もう連絡しないで",
        "わかった。気が変わるまで同じ場所で待ってる、それだけ覚えといて",
        "contact_after_closed",
    ),
]
"""Messages that say what they want between the lines, none of which any data set holds."""


def test_most_of_what_is_meant_but_not_said_has_its_category() -> None:
    missed = [
        draft
        for stage, incoming, draft, category in IMPLICIT
        if category not in check(draft, stage=stage, incoming=incoming).categories
    ]
    assert len(missed) <= len(IMPLICIT) // 3, missed


def _heard(monkeypatch: pytest.MonkeyPatch, *, certain: bool) -> None:
    """The voice as it is, but beyond doubt about everything or about nothing."""

    def heard(text: Text, *, stage: Stage, incoming: Text, own: bool = False) -> Heard:
        return replace(hear(text, stage=stage, incoming=incoming, own=own), certain=certain)

    monkeypatch.setattr("guardrails.check.hear", heard)


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The voice is beyond doubt about everything, and the hunch hears a reproach in it."""
    _heard(monkeypatch, certain=True)
    monkeypatch.setattr("guardrails.hearing.suspicion.leading", lambda text, stage: Category.EMOTIONAL)
    return monkeypatch


DOUBTED = "わたくしのような年寄りの誘いなど、お困りになるのも無理はございませんもの。"


def test_a_broad_rule_names_a_doubted_message_and_its_sentence(sure: pytest.MonkeyPatch) -> None:
    verdict = check(f"承知しました。{DOUBTED}", stage=Stage.DECLINED, incoming="遠慮します")
    assert verdict.outcome is Outcome.REJECT
    [named] = [f for f in verdict.findings if f.category is Category.EMOTIONAL]
    assert named.span.text == DOUBTED
    assert (named.why, named.hint) != ("", "")


def test_the_voice_alone_names_nothing(sure: pytest.MonkeyPatch) -> None:
    sure.setattr(
        "guardrails.hearing.suspicion.leading", lambda text, stage: Category.SNS
    )  # of which it has no word
    verdict = check(DOUBTED, stage=Stage.DECLINED, incoming="遠慮します")
    assert (verdict.outcome, verdict.categories) == (Outcome.UNSURE, ())


def test_a_broad_rule_alone_names_nothing(sure: pytest.MonkeyPatch) -> None:
    _heard(sure, certain=False)
    verdict = check(DOUBTED, stage=Stage.DECLINED, incoming="遠慮します")
    assert (verdict.outcome, verdict.categories) == (Outcome.UNSURE, ())


@pytest.mark.parametrize(
    ("stage", "draft"),
    [
        (Stage.DECLINED, "了解!教えてくれてありがとう。こっちは一人で釣りしてくるけど、お仕事がんばってね"),
        (Stage.COOLDOWN, "今朝パンを焼いたら黒焦げになった笑"),
    ],
    ids=["declined", "cooldown"],
)
def test_what_passes_still_passes(sure: pytest.MonkeyPatch, stage: Stage, draft: str) -> None:
    assert check(draft, stage=stage, incoming="ごめん、その日は仕事").outcome is Outcome.PASS


def test_drafts_of_ours_are_only_doubted(sure: pytest.MonkeyPatch) -> None:
    verdict = check(DOUBTED, stage=Stage.DECLINED, incoming="遠慮します", ours=True)
    assert (verdict.outcome, verdict.categories) == (Outcome.UNSURE, ())


def test_what_two_rules_accuse_needs_no_third(sure: pytest.MonkeyPatch) -> None:
    draft = "なんで行けないの?じゃあ来週の金曜はどう?ひとりで待ってるけど"
    rules_found = {f.rule for f in check(draft, stage=Stage.DECLINED, incoming="ごめん無理").findings}
    assert len(rules_found) > 1
    assert not any(rule.startswith("broad.") for rule in rules_found)


@given(st.text(max_size=60), st.sampled_from(list(Stage)))
def test_any_text_has_one_leading_category_or_none(draft: str, stage: Stage) -> None:
    text = view(draft)
    found = suspicion(text, stage=stage, incoming=view(""))
    assert found is None or found.rule.category == leading(text, stage)
    assert found is None or draft[found.span.start : found.span.end] == found.span.text


@pytest.mark.parametrize("rule", rules().rules, ids=lambda r: r.id)
def test_a_broad_rule_is_loose_and_marked_so(rule: Rule) -> None:
    assert rule.id.startswith("broad.")
    assert rule.data == {"weight": "broad"}


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_orthography_is_no_escape_from_a_broad_rule(spelling: str) -> None:
    kept, lost = 0, []
    for rule in rules().rules:
        for example in rule.examples["ng"]:
            stage = example.context.get("stage", rule.when["stage"][0])
            varied = SPELLINGS[spelling](example.text)
            if rule.id in {match.rule.id for match in rules().match(view(varied), stage=stage)}:
                kept += 1
            else:
                lost.append(varied)
    assert kept >= 0.95 * (kept + len(lost)), lost
