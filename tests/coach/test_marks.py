"""Marks, their fixes, what the receiver sees, and what changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.drafting.differences import Change, differences
from coach.drafting.eyes import seen
from coach.drafting.marks import marks
from guardrails.check import check
from guardrails.vocabulary import Act, Category, Outcome, Stage

THEIRS = "ごめん、その日は仕事で難しい"
TEXT = st.text(alphabet=st.sampled_from("そっか了解！なんで？来週は。\nありがとう😊土曜 a"), max_size=30)


def test_each_sentence_is_marked_once_with_its_clearest_reason() -> None:
    draft = "😊そっか、了解！なんでダメなの？じゃあ来週の土曜はどう？"
    found = marks(draft, check(draft, stage=Stage.DECLINED), stage=Stage.DECLINED)
    assert [(draft[m.start : m.end], m.categories) for m in found] == [
        ("なんでダメなの？", (Category.PROBING,)),
        ("じゃあ来週の土曜はどう？", (Category.REPROPOSE,)),
    ]
    assert all(m.why and m.hint for m in found)


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.SILENCE, Stage.SECOND_INVITE, Stage.CLOSED])
@pytest.mark.parametrize(
    "draft", ["了解！なんでダメなの？", "返事まだ？", "どうせ俺なんて。もういいよ", "デートに行きませんか"]
)
def test_a_fix_brings_nothing_new_and_takes_something_away(draft: str, stage: Stage) -> None:
    verdict = check(draft, stage=stage, incoming=THEIRS)
    before = {(f.rule, f.span.text) for f in verdict.findings}
    for mark in marks(draft, verdict, stage=stage, incoming=THEIRS):
        for fix in mark.fixes:
            after = check(fix.text, stage=stage, incoming=THEIRS) if fix.text else None
            assert after is None or {(f.rule, f.span.text) for f in after.findings} < before


def test_leaving_the_bad_sentence_out_passes() -> None:
    draft = "そっか、了解！教えてくれてありがとう。なんでダメなの？"
    mark = marks(draft, check(draft, stage=Stage.DECLINED), stage=Stage.DECLINED)[-1]
    assert check(mark.fixes[-1].text, stage=Stage.DECLINED).outcome is Outcome.PASS


@given(TEXT)
def test_marks_lie_in_the_text_in_order_and_apart(draft: str) -> None:
    at = 0
    for mark in marks(draft, check(draft, stage=Stage.DECLINED), stage=Stage.DECLINED):
        assert at <= mark.start <= mark.end <= len(draft)
        at = mark.end


def test_what_the_receiver_sees() -> None:
    draft = "了解！教えてくれてありがとう。\n来週はどう？"
    eyes = seen(draft, check(draft, stage=Stage.DECLINED, incoming=THEIRS), incoming=THEIRS)
    assert eyes.questions == ("来週はどう？",)
    assert (eyes.length, eyes.their_length) == (21, 14)
    assert set(eyes.lit) == {Act.THANKS, Act.ACCEPTANCE}
    assert not eyes.way_out
    assert not eyes.too_long


def test_far_longer_than_theirs_is_long() -> None:
    draft = "ありがとう。" * 10
    assert seen(draft, check(draft, stage=Stage.DECLINED), incoming="ごめん無理").too_long


def test_a_way_out_is_seen() -> None:
    draft = "よかったらカレー食べに行かない？気が向かなければ断ってね"
    assert seen(draft, check(draft, stage=Stage.SECOND_INVITE)).way_out


@given(TEXT, TEXT)
def test_differences_hold_both_texts(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == before
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == after


def test_differences_keep_words_whole() -> None:
    pieces = [(p.change.value, p.text) for p in differences("了解です、ありがとう", "了解です、感謝です")]
    assert pieces[0] == ("kept", "了解です、")
