"""自分の言葉ファースト: the user's own line comes back with as little changed as the guard allows, and the change is told."""

import re
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.drafting.differences import Change, differences, summary
from coach.drafting.reasons import reasons
from coach.parts import Drafted, Judged, Kind, Part, Source
from coach.terminal import lines
from guardrails.check import check
from guardrails.vocabulary import Outcome
from tests.coach.scripted import ScriptedModel, answer
from tests.coach.stories import NOW, Story, questions

ASK = "土曜に映画に誘ったら『ごめん、その日は仕事で』と返ってきました。「{}」って返そうと思うけどどうかな"
MENDED = {
    "another day": (
        "ぜんぜん大丈夫だよ〜連絡ありがとう!来週は空いてる?",
        "ぜんぜん大丈夫だよ〜連絡ありがとう!",
    ),
    "a day and a sigh": ("ぜんぜん大丈夫!じゃあ来週の日曜は?", "ぜんぜん大丈夫!"),
    "two things": (
        "そっか、了解。誰と会うの?まあいいけど。お仕事がんばって!",
        "そっか、了解。お仕事がんばって!",
    ),
    "nothing to change": ("了解!また落ち着いたらね", "了解!また落ち着いたらね"),
}
HOPELESS = ["なんの予定?ほんとはいやなの?", "じゃあ来週の日曜は?"]


def own_line(parts: tuple[Part, ...]) -> Drafted | None:
    return next((p for p in parts if isinstance(p, Drafted) and p.draft.kind is Kind.BRISK), None)


@pytest.mark.parametrize("name", MENDED)
def test_ones_own_line_comes_back_with_only_its_fault_taken_out(name: str) -> None:
    line, expected = MENDED[name]
    parts = Story().say(ASK.format(line))
    drafted = own_line(parts)
    assert drafted is not None
    assert drafted.draft.text == expected
    assert drafted.own == line
    assert parts.index(drafted) == next(i for i, p in enumerate(parts) if isinstance(p, Judged)) + 1


@pytest.mark.parametrize("name", MENDED)
def test_the_warmer_one_is_the_same_line_with_one_more(name: str) -> None:
    _, expected = MENDED[name]
    warm = next(
        p.draft
        for p in Story().say(ASK.format(MENDED[name][0]))
        if isinstance(p, Drafted) and p.draft.kind is Kind.WARM
    )
    assert warm.text.startswith(f"{expected}\n")
    assert warm.text.count("\n") == 1


@pytest.mark.parametrize("line", HOPELESS)
def test_where_nothing_of_it_can_stay_drafts_are_made_anew(line: str) -> None:
    parts = Story().say(ASK.format(line))
    drafted = [p for p in parts if isinstance(p, Drafted)]
    assert len(drafted) == 3
    assert all(
        check(p.draft.text, stage=p.stage, incoming=p.incoming).outcome is Outcome.PASS for p in drafted
    )
    assert not any(line in p.draft.text for p in drafted)


def test_the_model_is_asked_only_for_what_ones_own_words_do_not_give() -> None:
    short = ("ひとこと", [("acceptance", "了解!連絡ありがとう!")])
    model = ScriptedModel([answer(short)])
    parts = Story(model=model).say(ASK.format(MENDED["another day"][0]))
    (prompt,) = model.asked
    assert "この人の下書き" in prompt.messages[-2].content
    assert MENDED["another day"][0] in prompt.messages[-2].content
    assert "「ひとこと」を一つずつ" in prompt.messages[0].content
    sources = {p.draft.kind: p.draft.source for p in parts if isinstance(p, Drafted)}
    assert sources == {Kind.BRISK: Source.COMPOSED, Kind.WARM: Source.COMPOSED, Kind.SHORT: Source.MODEL}


CHECKED = {  # only a draft is shown: whether it passes, and what it comes back as
    "it is fine": ("添削お願いします。『承知しました。またよろしくお願いします』", None),
    "one sentence too many": ("これ送っていい？「了解！次いつ空いてる？」", "了解！"),
    "polite": (
        "この文面の確認をお願いします。「承知しました。では来週の木曜はいかがですか。」",
        "承知しました。",
    ),
    "nothing can stay": ("この下書きどう思う？「なんで行けないの？」", ""),
    "on top of a silence": ("既読ついて二日の人に『生きてる？笑』って送るの、軽くていいと思う？", ""),
}


@pytest.mark.parametrize("name", CHECKED)
@pytest.mark.parametrize("with_model", [False, True])
def test_who_only_shows_a_draft_gets_it_corrected_where_it_fails(name: str, with_model: bool) -> None:
    text, corrected = CHECKED[name]
    model = ScriptedModel([answer(("あっさり", [("thanks", "連絡ありがとう!")]))]) if with_model else None
    parts = Story(model=model).say(text)
    (judged,) = (part for part in parts if isinstance(part, Judged))
    assert (judged.verdict.outcome is Outcome.PASS) is (corrected is None)
    drafted = [part.draft.text for part in parts if isinstance(part, Drafted)]
    assert drafted == ([corrected] if corrected else [])
    if model:
        assert "drafts" not in str(model.asked[0].schema)
        found = [finding.why for finding in judged.verdict.findings]
        assert all(why in model.asked[0].messages[0].content for why in found)


CUT = {  # theirs, the draft, what it comes back as ("": not at all)
    "the good clause of a bad sentence stays": (
        "ごめん、その日仕事",
        "おけ！仕事ファイト💪　ほんとに仕事？笑",
        "おけ！仕事ファイト💪",
    ),
    "what comes after a sad clause": (
        "ごめん、その日は無理",
        "教えてくれてありがとう。ちょっとさみしいけど、わかった！またね",
        "教えてくれてありがとう。わかった！またね",
    ),
    "what is whole before a comma": (
        "ごめん、その日は仕事で",
        "了解です！お仕事頑張ってください、また来週飲みましょう！",
        "了解です！お仕事頑張ってください。",
    ),
    "a grumble about an offered day": ("日曜は無理だけど来週の水曜なら空いてる", "うーん水曜か…土曜は？", ""),
    "a sigh": ("ごめん、その日は仕事で", "そっか…ほんとは行きたくないんでしょ", ""),
    "a sigh and a shrug": (
        "ごめん、その日は仕事で",
        "そっか…楽しみにしてたのに残念😢 まあ仕方ないよね",
        "",
    ),
    "an apology for having asked": (
        "ごめん、その日は用事がある",
        "ごめんね、急に誘って。迷惑だったよね。もう誘わないから安心して",
        "",
    ),
    "a way out of nothing": (
        "ごめん、その日は仕事で",
        "来週の土曜一緒にどう？無理だったら全然断ってね！",
        "",
    ),
}


@pytest.mark.parametrize("name", CUT)
def test_a_correction_can_be_sent_as_it_stands(name: str) -> None:
    theirs, line, expected = CUT[name]
    parts = Story().say(f"「{theirs}」って言われた。「{line}」って返そうと思うけどどうかな")
    drafted = own_line(parts)
    assert drafted is not None
    if expected:
        assert drafted.draft.text == expected
    else:
        assert "…" not in drafted.draft.text
        assert not any(piece in drafted.draft.text for piece in ("急に誘って", "断ってね", "仕方ない"))
        assert [p.draft.kind for p in parts if isinstance(p, Drafted)] == list(Kind)


def test_a_kind_word_alone_gets_a_thanks_before_it() -> None:
    parts = Story().say(ASK.format("なんで急に仕事なの？お仕事がんばって"))
    drafted = own_line(parts)
    assert drafted is not None
    assert re.fullmatch("[^\n]*ありがとう[^\n]*\nお仕事がんばって", drafted.draft.text)
    assert "お礼" in drafted.draft.why


@pytest.mark.parametrize("line", ["了解！また誘うね！", "了解！またね", "わかった、教えてくれてありがとう！"])
def test_what_passes_is_not_corrected(line: str) -> None:
    parts = Story().say(ASK.format(line))
    assert [p.verdict.outcome for p in parts if isinstance(p, Judged)] == [Outcome.PASS]
    whys = [p.draft.why for p in parts if isinstance(p, Drafted)]
    assert not any("直しました" in why or "前に添えました" in why for why in whys)


def test_a_thanks_does_not_come_after_the_question() -> None:
    theirs, line = "日曜は無理だけど来週の水曜なら空いてる", "水曜いける！19時に新宿でどう？"
    parts = Story().say(f"「{theirs}」って言われた！「{line}」って返していい？")
    warm = next(p.draft for p in parts if isinstance(p, Drafted) and p.draft.kind is Kind.WARM)
    assert warm.text.endswith(line)
    assert "ありがとう" in warm.text.splitlines()[0]


@pytest.mark.parametrize(
    ("line", "others"),
    [("木曜がいい！どこ行く？", False), ("火曜いけるよ！", True), ("いいね、そうしよう！", True)],
)
def test_who_takes_one_of_their_days_gets_no_draft_for_another(line: str, others: bool) -> None:
    parts = Story().say(f"「来週の火曜か木曜なら」って言われた。「{line}」でいい？")
    assert [p.verdict.outcome for p in parts if isinstance(p, Judged)] == [Outcome.PASS]
    short = [p for p in parts if isinstance(p, Drafted) and p.draft.kind is Kind.SHORT]
    assert bool(short) is others
    if not others:
        assert not any("火曜" in p.draft.text for p in parts if isinstance(p, Drafted))


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("全然いいよ！いつ頃落ち着きそう？", 1),
        ("どうせ俺なんかと行きたくないよな。もういいよ", 2),
        ("実家どうだった？今度こそ飲みに行こうよ", 2),
        ("なんで行けないの？", 1),
    ],
)
def test_a_place_is_told_once_and_a_reason_too(line: str, places: int) -> None:
    (judged,) = (p for p in Story().say(ASK.format(line)) if isinstance(p, Judged))
    told = reasons(judged.verdict)
    assert len(told) == places
    assert len({finding.why for finding in told}) == places
    shown = lines(judged, today=NOW.date())
    assert sum(line.startswith("  「") for line in shown) == places


def test_where_the_other_s_words_are_known_a_checked_draft_has_others_beside_it() -> None:
    text = "これ送って平気か見て。『了解!再来週の土日は空いてる?』相手は『その日は夜勤なの、ごめんね』です"
    drafted = [part for part in Story().say(text) if isinstance(part, Drafted)]
    assert [part.draft.kind for part in drafted] == list(Kind)
    assert drafted[0].draft.text == "了解!"


def test_a_day_they_offered_may_stand_in_a_checked_draft() -> None:
    parts = Story().say(
        "返事の案「水曜了解!楽しみにしてるね」硬いですか。相手は「来週の水曜ならいけるよ」でした"
    )
    assert [part.verdict.outcome for part in parts if isinstance(part, Judged)] == [Outcome.PASS]


def test_what_cannot_be_mended_is_asked_about() -> None:
    (asked,) = questions(Story().say(CHECKED["nothing can stay"][0]))
    assert "相手の言葉" in asked.question


def test_a_line_that_was_shown_is_not_shown_again() -> None:
    story = Story()
    story.say(ASK.format("了解!また落ち着いたらね"))
    again = own_line(story.say(ASK.format("了解!また落ち着いたらね")))
    assert again is None or again.draft.text != "了解!また落ち着いたらね"


CHANGES = {
    "left out": ("了解!次いつ空いてる?", "了解!", "あなたの言葉から変えたところ: 消した「次いつ空いてる?」"),
    "added": ("了解!", "了解!\nまたね!", "あなたの言葉から変えたところ: 足した「またね!」"),
    "the same": ("了解!", "了解!", "あなたの言葉から変えたところ: なし"),
    "a text of its own": ("なんの予定?", "連絡ありがとう!", ""),
    "no line": ("", "連絡ありがとう!", ""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_told(name: str) -> None:
    own, text, told = CHANGES[name]
    assert summary(own, text) == told


SPOKEN = st.lists(
    st.sampled_from(["了解!", "またね", "来週は?", "ありがとう。", "😊", "\n"]), max_size=5
).map("".join)


@given(own=SPOKEN, text=SPOKEN)
def test_the_pieces_of_a_difference_make_both_texts(own: str, text: str) -> None:
    pieces = differences(own, text)
    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == own
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == text


@pytest.mark.parametrize("name", MENDED)
def test_ones_own_words_are_kept_better_than_by_writing_anew(name: str) -> None:
    line, _ = MENDED[name]
    parts = Story().say(ASK.format(line))
    near = {
        p.draft.kind: SequenceMatcher(None, line, p.draft.text).ratio()
        for p in parts
        if isinstance(p, Drafted)
    }
    assert near[Kind.BRISK] == max(near.values())
