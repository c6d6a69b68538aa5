"""The path itself: order, keeping, bad input, and nothing unchecked."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.parts import Drafted, Finished, Helped, Planned, Read, Said, Unusable, Worried
from coach.usable import MAX_CHARS
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Alarm, Danger, Outcome, Span
from tests.coach.stories import Story, drafts, questions

WORK = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"


def test_parts_come_in_the_page_order() -> None:
    kinds = [type(part) for part in Story().say(WORK)]
    assert kinds[:2] == [Read, Planned]
    assert kinds[-1] is Finished
    assert kinds.index(Said) < kinds.index(Drafted)


@pytest.mark.parametrize(
    ("said", "offered", "refused"),
    [
        ("土曜は無理だけど日曜なら空いてるよ", "日曜", "土曜"),
        ("今週は出張なので、来週の木曜でしたら", "来週の木曜", "今週"),
        ("金曜はあかんけど、日曜の昼やったらいけるで", "日曜の昼", "金曜"),
    ],
)
def test_the_day_they_offered_is_answered_and_not_the_one_they_refused(
    said: str, offered: str, refused: str
) -> None:
    texts = [draft.text for draft in drafts(Story().say(f"ご飯に誘ったら「{said}」って返ってきた"))]
    assert texts
    assert all(offered in text for text in texts)
    assert not any(refused in text for text in texts)


def test_the_turn_is_kept_before_and_with_every_part() -> None:
    story = Story()
    parts = story.say(WORK)
    assert story.notebook.turns[0].text == WORK
    assert [len(kept) for kept in story.notebook.kept] == list(range(1, len(parts) + 1))
    assert story.notebook.turns[0].finished


def test_a_stopped_answer_keeps_what_was_shown() -> None:
    from coach.reply import respond

    story = Story()
    answer = respond(WORK, case=story.case, desk=story.desk)
    next(answer)
    next(answer)
    answer.close()
    assert len(story.notebook.turns[0].parts) == 2
    assert not story.notebook.turns[0].finished


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n　\u200b", id="blank"),
        pytest.param("😢😢😢", id="emoji only"),
        pytest.param("!!!???…", id="marks only"),
        pytest.param("She said no and I don't know what to do.", id="English"),
        pytest.param("あ" * 50_000, id="50,000 characters"),
        pytest.param("\x00\x01\x02\ufffd\ufffd" * 50, id="not a text"),
    ],
)
def test_bad_input_gets_one_clear_sentence_and_is_kept(text: str) -> None:
    story = Story()
    parts = story.say(text)
    assert [type(part) for part in parts] == [Unusable, Finished]
    assert story.notebook.turns[0].text == text


@pytest.mark.parametrize(
    "text", ["あああああああ", "それはそれとしてこれはこれ", "カレーの作り方を教えて", "qqqqあqqqq"]
)
def test_no_sense_gets_a_question_and_no_draft(text: str) -> None:
    parts = Story().say(text)
    assert drafts(parts) == []
    assert isinstance(parts[-1], Finished)
    assert any(isinstance(part, Planned) and part.plan.today for part in parts)


def test_the_longest_text_is_read() -> None:
    text = (WORK + "。") * 2000
    parts = Story().say(text[:MAX_CHARS])
    assert isinstance(parts[0], Read)


def test_danger_ends_the_path() -> None:
    parts = Story().say("断られて、もう死にたいです。薬を集めています")
    assert [type(part) for part in parts] == [Helped, Finished]
    helped = parts[0]
    assert isinstance(helped, Helped)
    assert helped.danger is Danger.SELF_HARM
    assert helped.lines


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from(list("「」『』ごめん誘断返事既読来週土曜なんで?\n")), max_size=60).map("".join)
)
def test_any_text_is_answered_and_nothing_unchecked_is_shown(text: str) -> None:
    parts = Story().say(text)
    assert isinstance(parts[-1], Finished)
    for part in parts:
        if isinstance(part, Drafted):
            assert check(part.draft.text, stage=part.stage, incoming=part.incoming).outcome is Outcome.PASS
        if isinstance(part, Said):
            assert check_advice(part.sentence).outcome is Outcome.PASS


def test_spans_are_real_substrings() -> None:
    rng = random.Random(7)
    pieces = [
        "誘ったら",
        "「ごめん、仕事で」",
        "と言われた",
        "3日前に送った",
        "既読のまま",
        "カレー好き",
        "\n",
        "😢",
        "彼女: また今度ね\n",
    ]
    for _ in range(200):
        text = "".join(rng.choices(pieces, k=rng.randint(1, 8)))
        for part in Story().say(text):
            if isinstance(part, Read):
                reading = part.reading
                spans = [sign.span for sign in reading.signs] + list(reading.interests)
                spans += [span for span in (reading.incoming, reading.offered_day, reading.own_draft) if span]
                assert all(text[span.start : span.end] == span.text for span in spans)


def test_quiet_words_are_asked_about_gently_and_the_story_can_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    hunch = Alarm(Danger.ABOUT_TO_PURSUE, (Span(0, 2, "土曜"),))
    monkeypatch.setattr("coach.reply.unease", lambda message: hunch if message == WORK else None)
    story = Story()
    parts = story.say(WORK)
    assert isinstance(parts[0], Worried)
    assert parts[0].lines
    assert drafts(parts) == []
    assert questions(parts)[0].id == "worry"
    again = story.say("大丈夫です、続けてください")
    assert len(drafts(again)) == 3


def test_a_danger_named_in_the_answer_is_not_waved_away(monkeypatch: pytest.MonkeyPatch) -> None:
    hunch = Alarm(Danger.SELF_HARM, (Span(0, 2, "土曜"),))
    monkeypatch.setattr("coach.reply.unease", lambda message: hunch if message == WORK else None)
    story = Story()
    story.say(WORK)
    parts = story.say("大丈夫。でももう死にたいです")
    assert [type(part) for part in parts] == [Helped, Finished]
