"""The answer is read the same however its stream was cut, and nothing incomplete ever comes out of it."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from coach.answer import Arrival, DraftBegun, DraftDone, DraftMisfit, Incoming, QuestionDone, Sentence
from coach.answering.outline import Outline, WordsField
from coach.answering.shapes import Draft, schema_of, shape_of
from coach.parts import Kind
from guardrails.vocabulary import Act

WORDS = {
    "feeling": "返事を読むのは緊張しますね。",
    "reading": "「ごめん。その日は無理」とあります。気持ちまでは分かりません!?",
    "today": "短く一度だけ返しましょう。",
    "leave": "日にちの話はやめておきましょう。",
}
DRAFT = {
    "kind": "あっさり",
    "parts": [{"act": "thanks", "text": "連絡ありがとう!"}, {"act": "acceptance", "text": "そっか、了解😊"}],
    "why": "お礼と受容だけの短い返事です。",
}
ANSWER: dict[str, Any] = {
    "words": WORDS,
    "drafts": [DRAFT, {**DRAFT, "kind": "ひとこと"}],
    "question": "どこで知り合いましたか?",
}
WHOLE = json.dumps(ANSWER, ensure_ascii=False)
SENTENCES = [
    Sentence(WordsField.FEELING, "返事を読むのは緊張しますね。"),
    Sentence(WordsField.READING, "「ごめん。その日は無理」とあります。"),
    Sentence(WordsField.READING, "気持ちまでは分かりません!?"),
    Sentence(WordsField.TODAY, "短く一度だけ返しましょう。"),
    Sentence(WordsField.LEAVE, "日にちの話はやめておきましょう。"),
]
ARRIVALS: list[Arrival] = [
    *SENTENCES,
    DraftDone(0, Draft.model_validate(DRAFT)),
    DraftDone(1, Draft.model_validate({**DRAFT, "kind": "ひとこと"})),
    QuestionDone("どこで知り合いましたか?"),
]


WHOLLY = Outline()
WITHOUT_DRAFTS = Outline(kinds=())
DRAFTS_ALONE = Outline((), question=False)


def parse(text: str, outline: Outline = WHOLLY) -> BaseModel | None:
    """The answer in a text that came in one piece."""
    incoming = Incoming(outline)
    list(incoming.feed(text))
    return incoming.answer


def read(text: str, outline: Outline = WHOLLY, *, cuts: list[int] | None = None) -> list[Arrival]:
    incoming = Incoming(outline)
    edges = [0, *sorted(cuts or []), len(text)]
    return [
        arrival
        for start, end in pairwise(edges)
        for arrival in incoming.feed(text[start:end])
        if not isinstance(arrival, DraftBegun)  # see test_a_draft_can_be_judged_line_by_line
    ]


AROUND = {
    "bare": WHOLE,
    "escaped": json.dumps(ANSWER),
    "indented": json.dumps(ANSWER, ensure_ascii=False, indent=2),
    "fenced": f"```json\n{WHOLE}\n```",
    "with prose": f"はい、{{お答え}}します。\n{WHOLE}\nいかがでしょう。",
    "after thinking": f'<think>まず{{"words": を考える。{{}}</think>\n{WHOLE}',
    "after unopened thinking": f"相手は{{断った}}ので…</think>{WHOLE}",
    "after long thinking": f"<Thinking>{'敬語か。' * 300}</thinking>{WHOLE}",
    "wrapped in its name": json.dumps({"Answer": ANSWER}, ensure_ascii=False),
    "with further fields": json.dumps({**ANSWER, "confidence": 0.87, "notes": ["x"]}, ensure_ascii=False),
    "trailing commas": WHOLE.replace('"}]', '"},]').replace("}]", "},]"),
    "with a byte order mark": f"\ufeff{WHOLE}",
    "twice": WHOLE + WHOLE,
}


@pytest.mark.parametrize("around", AROUND)
def test_an_answer_is_found_whatever_stands_around_it(around: str) -> None:
    text = AROUND[around]
    assert read(text) == ARRIVALS
    assert parse(text) == shape_of(WHOLLY).model_validate(ANSWER)


@given(cuts=st.lists(st.integers(0, len(AROUND["escaped"]))), around=st.sampled_from(sorted(AROUND)))
def test_cutting_changes_nothing(cuts: list[int], around: str) -> None:
    text = AROUND[around]
    assert read(text, cuts=[min(cut, len(text)) for cut in cuts]) == ARRIVALS


WORDY = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("。!?！？…\n「」（）、😊"))
)


@given(
    words=st.fixed_dictionaries(dict.fromkeys(WORDS, WORDY)), escaped=st.booleans(), size=st.integers(1, 9)
)
def test_the_sentences_of_a_field_joined_are_the_field(
    words: dict[str, str], escaped: bool, size: int
) -> None:
    text = json.dumps({"words": words, "question": ""}, ensure_ascii=escaped)
    arrivals = read(text, WITHOUT_DRAFTS, cuts=list(range(size, len(text), size)))
    assert all(isinstance(arrival, Sentence) for arrival in arrivals)
    for field in WordsField:
        told = [a.text for a in arrivals if isinstance(a, Sentence) and a.field is field]
        assert "".join(told) == words[field]


@given(text=WORDY)
def test_any_text_at_all_is_read_without_a_fault(text: str) -> None:
    read("{" + text)
    read(text, cuts=list(range(len(text))))


@given(at=st.integers(0, len(WHOLE) - 1))
def test_what_is_cut_off_gives_only_what_was_whole(at: int) -> None:
    got = read(WHOLE[:at])
    assert got == ARRIVALS[: len(got)]
    assert parse(WHOLE[:at]) is None


SPLITS = {
    "a full stop ends it": ("はい。次です。", ["はい。", "次です。"]),
    "a run of marks is one end": ("本当!?！そう", ["本当!?！", "そう"]),
    "an ellipsis too": ("そう……ですね。", ["そう……", "ですね。"]),
    "not inside quotes": ("「無理。ごめん!」とあります。", ["「無理。ごめん!」とあります。"]),
    "nested quotes": ("『「え。」と言う。』です。", ["『「え。」と言う。』です。"]),
    "a quote that never ends": ("「無理。ごめん", ["「無理。ごめん"]),
    "a quote that never began": ("無理」です。はい。", ["無理」です。", "はい。"]),
    "line breaks end it": ("はい\nそうです", ["はい\n", "そうです"]),
    "no mark at the end": ("そうです", ["そうです"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("name", SPLITS)
def test_sentences(name: str) -> None:
    text, sentences = SPLITS[name]
    words = {**dict.fromkeys(WORDS, ""), "today": text}
    arrivals = read(json.dumps({"words": words, "question": ""}), WITHOUT_DRAFTS)
    assert arrivals == [Sentence(WordsField.TODAY, sentence) for sentence in sentences]


def test_a_sentence_comes_with_its_full_stop_and_a_draft_with_its_bracket() -> None:
    incoming = Incoming(WHOLLY)
    came = {at: got for at, char in enumerate(WHOLE) if (got := list(incoming.feed(char)))}
    first = next(iter(came))
    assert WHOLE[first] == "。"
    whole_draft = next(at for at, got in came.items() if isinstance(got[0], DraftDone))
    assert WHOLE[: whole_draft + 1].endswith('返事です。"}')


def test_a_draft_can_be_judged_line_by_line() -> None:
    incoming = Incoming(WHOLLY)
    came = [
        (at, arrival)
        for at, char in enumerate(WHOLE)
        for arrival in incoming.feed(char)
        if isinstance(arrival, DraftBegun) and arrival.index == 0
    ]
    assert [arrival.lines for _, arrival in came] == [
        ("連絡ありがとう!",),
        ("連絡ありがとう!", "そっか、了解😊"),
    ]
    assert all(WHOLE[: at + 1].endswith(f'{arrival.lines[-1]}"') for at, arrival in came)
    assert not any(isinstance(arrival, DraftBegun) for arrival in Incoming(WITHOUT_DRAFTS).feed(WHOLE))


def test_a_model_that_starts_over_shows_nothing_twice() -> None:
    broken = WHOLE[: WHOLE.index('"today"')] + "oops} "
    assert read(broken + WHOLE) == ARRIVALS


def test_two_equal_sentences_of_one_answer_are_both_said() -> None:
    words = {**WORDS, "today": "休みましょう。休みましょう。"}
    arrivals = read(json.dumps({"words": words, "question": ""}), WITHOUT_DRAFTS)
    assert arrivals.count(Sentence(WordsField.TODAY, "休みましょう。")) == 2


def test_where_nothing_may_be_sent_a_draft_is_not_even_read() -> None:
    assert read(WHOLE, WITHOUT_DRAFTS) == [*SENTENCES, QuestionDone("どこで知り合いましたか?")]
    whole = parse(WHOLE, WITHOUT_DRAFTS)
    assert whole is not None
    assert "drafts" not in whole.model_dump()


def test_only_what_was_asked_for_is_read() -> None:
    assert read(WHOLE, DRAFTS_ALONE) == ARRIVALS[len(SENTENCES) : -1]
    later = Outline((WordsField.TODAY, WordsField.LEAVE), (), question=False)
    assert read(WHOLE, later) == SENTENCES[-2:]
    whole = parse(WHOLE, later)
    assert whole is not None
    assert whole.model_dump() == {"words": {"today": WORDS["today"], "leave": WORDS["leave"]}}


MISFITS: dict[str, object] = {
    "no kind": {key: value for key, value in DRAFT.items() if key != "kind"},
    "another kind": {**DRAFT, "kind": "情熱的に"},
    "another act": {**DRAFT, "parts": [{"act": "seduce", "text": "x"}]},
    "no parts": {**DRAFT, "parts": []},
    "blank parts": {**DRAFT, "parts": [{"act": "thanks", "text": " \n"}]},
    "parts as words": {**DRAFT, "parts": "連絡ありがとう"},
    "a string": "連絡ありがとう",
    "null": None,
}


@pytest.mark.parametrize("name", MISFITS)
def test_a_draft_of_another_shape_is_no_draft(name: str) -> None:
    answer = {**ANSWER, "drafts": [MISFITS[name], DRAFT]}
    arrivals = read(json.dumps(answer, ensure_ascii=False))
    assert arrivals[len(SENTENCES) :] == [
        DraftMisfit(0),
        DraftDone(1, Draft.model_validate(DRAFT)),
        QuestionDone("どこで知り合いましたか?"),
    ]


@pytest.mark.parametrize(
    ("named", "act"), [("感謝", Act.THANKS), ("逃げ道", Act.EXIT), ("thanks", Act.THANKS)]
)
def test_an_act_may_be_named_in_japanese(named: str, act: Act) -> None:
    draft = Draft.model_validate({**DRAFT, "parts": [{"act": named, "text": "x"}]})
    assert draft.parts[0].act is act


def test_a_draft_is_sent_line_by_line() -> None:
    assert Draft.model_validate(DRAFT).text == "連絡ありがとう!\nそっか、了解😊"


def nodes(schema: Any) -> list[dict[str, Any]]:
    inside = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return ([schema] if isinstance(schema, dict) else []) + [node for part in inside for node in nodes(part)]


@pytest.mark.parametrize("outline", [WHOLLY, WITHOUT_DRAFTS, DRAFTS_ALONE])
def test_schemas_are_plain(outline: Outline) -> None:
    schema = schema_of(outline)
    words = {"type", "properties", "required", "additionalProperties", "items", "enum"}
    for node in nodes(schema):
        if node.get("type") == "object":
            assert node.keys() <= words
            assert node["required"] == list(node["properties"])
            assert node["additionalProperties"] is False
        elif node.get("type") in ("string", "array"):
            assert node.keys() <= words
    assert not {"$ref", "$defs", "default", "anyOf", "pattern", "minLength"} & set(
        json.dumps(schema).split('"')
    )


def test_a_schema_allows_only_the_kinds_and_acts_of_its_stage() -> None:
    schema = schema_of(Outline(kinds=(Kind.SHORT,)), acts=(Act.THANKS, Act.ACCEPTANCE))
    draft = schema["properties"]["drafts"]["items"]["properties"]
    assert draft["kind"]["enum"] == ["ひとこと"]
    assert draft["parts"]["items"]["properties"]["act"]["enum"] == ["thanks", "acceptance"]


def test_what_does_not_fit_is_never_quoted_in_an_error() -> None:
    with pytest.raises(ValidationError) as caught:
        Draft.model_validate({**DRAFT, "kind": "秘密の言葉"})
    assert "秘密" not in str(caught.value)


DEEP = {
    "deep objects": '{"a":' * 100_000,
    "deep arrays": '{"a":' + "[" * 100_000,
    "many braces": "{" * 100_000,
    "one endless string": '{"words":{"feeling":"' + "あ" * 100_000,
    "one endless number": '{"a":' + "1" * 100_000,
    "one endless escape": '{"words":{"feeling":"' + "\\ud83d" * 20_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_a_hostile_answer_costs_neither_stack_nor_sense(name: str) -> None:
    assert [a for a in read(DEEP[name]) if not isinstance(a, Sentence)] == []
