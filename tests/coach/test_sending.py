"""What is sent is known beforehand, names the story has are masked, and what was chosen shows the style."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from coach.__main__ import app
from coach.answering.attempt import Attempted, Sending
from coach.answering.wanted import Wanted
from coach.drafting.samples import samples
from coach.prompts import as_sent
from coach.sending import would_send
from coach.situation import Event, EventKind
from coach.story.memory import Case, Turn
from coach.story.nicknames import nicknames
from coach.story.shelf import shelve
from tests.bad_server import running
from tests.coach.scripted import ScriptedModel, answer, repair
from tests.coach.stories import NOW, Story, plan_in, reading_in

WORK = "土曜にみくぽん先輩を映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました。090-1234-5678"
BRISK = ("あっさり", [("thanks", "連絡ありがとうございます。"), ("acceptance", "承知しました。")])
WARM = (
    "あたたかく",
    [("thanks", "教えてくれてありがとうございます。"), ("care", "お仕事、無理しないでくださいね。")],
)
PROBING = ("あたたかく", [("thanks", "連絡ありがとう。"), ("question", "なんの仕事なの?本当に無理?")])
SHORT = ("ひとこと", [("acceptance", "了解です、ありがとうございます。")])
TODAY = date(2026, 11, 21)
UNASKED = [
    "",
    "死にたいです",
    "きょうは何を食べようかな",
    "The quick brown fox",
]


def test_what_would_be_sent_is_what_is_sent() -> None:
    model = ScriptedModel([answer(BRISK, WARM, SHORT)])
    story = Story(model=model)
    foreseen = would_send(WORK, case=story.case, now=NOW)
    parts = story.say(WORK)
    assert foreseen == tuple(model.asked)
    assert [part.prompt for part in parts if isinstance(part, Sending)] == model.asked
    assert "090-1234" not in as_sent(foreseen[0])


def test_a_repair_is_told_of_too() -> None:
    model = ScriptedModel([answer(BRISK, PROBING, SHORT), repair(SHORT)])
    parts = Story(model=model).say(WORK)
    assert [part.prompt for part in parts if isinstance(part, Sending)] == model.asked
    assert [part.repair for part in parts if isinstance(part, Attempted)] == [False, True]


def test_where_the_rules_are_unsure_the_question_about_it_comes_first() -> None:
    open_to_doubt = "あの人のこと、どうしたらいいんだろう。080-1234-5678"
    (prompt,) = would_send(open_to_doubt, case=Story().case, now=NOW)
    assert prompt.name == "Reading"
    assert "080-1234" not in as_sent(prompt)


@pytest.mark.parametrize("text", UNASKED)
def test_where_no_model_is_asked_nothing_would_be_sent(text: str) -> None:
    assert would_send(text, case=Story().case, now=NOW) == ()


def test_what_is_of_the_moment_is_not_kept() -> None:
    story = Story(model=ScriptedModel([answer(BRISK, PROBING, SHORT), repair(SHORT)]))
    story.say(WORK)
    kept = story.notebook.turns[0].parts
    assert not [part for part in kept if isinstance(part, Sending | Attempted)]


LIES = "相手はあなたを嫌っています。"


@pytest.mark.parametrize(
    ("first", "second", "failed", "secret"),
    [
        pytest.param(
            answer(BRISK, PROBING, SHORT),
            repair(WARM, SHORT),
            ("begun", "reject"),
            "なんの仕事",
            id="a draft",
        ),
        pytest.param(
            answer(BRISK, WARM, SHORT, reading=LIES),
            answer(BRISK, WARM, SHORT),
            ("sentence", "reject"),
            "嫌って",
            id="a sentence",
        ),
    ],
)
def test_every_verdict_of_every_attempt_is_told_without_the_words_that_failed(
    first: str, second: str, failed: tuple[str, str], secret: str
) -> None:
    parts = Story(model=ScriptedModel([first, second])).say(WORK)
    told = [part for part in parts if isinstance(part, Attempted)]
    weighed = [[(w.what, w.verdict.outcome.value) for w in attempt.weighed] for attempt in told]
    assert ("sentence", "pass") in weighed[0]
    assert failed in weighed[0]
    assert ("draft", "pass") in weighed[1]
    assert secret not in json.dumps([shelve(part) for part in told], ensure_ascii=False)


# --- the names of a story -----------------------------------------------------------------------------------

TITLES = {
    "a nickname": ("ぽちお", ("ぽちお",)),
    "with a title": ("みくぽんちゃん", ("みくぽんちゃん", "みくぽん")),
    "with a note": ("みく(バイト先の人)", ("みく",)),
    "two people": ("ゆうとくん・さきちゃん", ("ゆうとくん", "ゆうと", "さきちゃん", "さき")),
    "a role": ("先輩", ()),
    "a sentence": ("去年の冬から好きな人のこと", ()),
    "none": ("", ()),
}


@pytest.mark.parametrize("name", TITLES)
def test_the_title_of_a_story_names_the_other(name: str) -> None:
    title, names = TITLES[name]
    assert nicknames(Case("c", title, NOW)) == names


def test_the_beginning_of_a_message_is_no_name() -> None:
    assert nicknames(Case("c", "映画に誘ったら", NOW, (Turn("t", NOW, "映画に誘ったら断られました"),))) == ()


def test_a_nickname_no_dictionary_knows_is_masked_and_comes_back() -> None:
    told = "ふわもこを誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
    case = Case("c", "ふわもこ", NOW)
    (prompt,) = would_send(told, case=case, now=NOW)
    assert "ふわもこ" not in as_sent(prompt)
    assert "〔人物1〕を誘ったら" in as_sent(prompt)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (
            "三か月前に誘って「試験勉強があって」と断られた。受かったって報告も来た。そろそろもう一回誘ってみたい",
            False,
        ),
        ("二か月前に誘って「ごめん、卒論で」って。提出したって言ってた!また誘っていい?", False),
        ("二か月前に誘って「ごめん、仕事」って返事が来た。そのあと雑談は続いてる。もう一回誘いたい", True),
        ("さっき誘ったら「ごめん、仕事」って来た。LINEでなんて返す?", True),
    ],
)
def test_an_old_no_is_not_shown_as_their_newest_words(told: str, *, shown: bool) -> None:
    prompt = would_send(told, case=Case("c", "", NOW), now=NOW)[-1]
    assert ("【相手から届いた言葉】" in as_sent(prompt)) is shown


# --- the user's style ---------------------------------------------------------------------------------------


def wanted(*events: Event, text: str = WORK) -> Wanted:
    parts = Story(events=events).say(text)
    case = Case("c", "", NOW, (), events)
    return Wanted(text, reading_in(parts), plan_in(parts), case, TODAY)


def test_messages_that_were_sent_are_samples_of_style() -> None:
    sent = [f"連絡ありがと〜!了解{mark}" for mark in "。！〜♪"]
    events = tuple(Event(EventKind.REPLIED, TODAY, words) for words in sent)
    assert samples(wanted(*events)) == tuple(sent[-3:])


@pytest.mark.parametrize(
    "event",
    [
        Event(EventKind.DECLINED, TODAY, "ごめん、むり"),
        Event(EventKind.REPLIED, TODAY, ""),
        Event(EventKind.INVITED, TODAY, "来週の日曜、二人で映画に行かない?"),
    ],
    ids=["their words", "no words", "an invitation that would be NG today"],
)
def test_what_is_no_sample_for_today(event: Event) -> None:
    assert samples(wanted(event)) == ()


def test_samples_are_sent_masked_as_style_alone() -> None:
    events = (Event(EventKind.REPLIED, TODAY, "美咲さん、連絡ありがと〜!了解♪"),)
    (prompt,) = would_send(WORK, case=Case("c", "", NOW, (), events), now=NOW)
    sample = next(m.content for m in prompt.messages if m.content.startswith("【この人が前に選んだ文面"))
    assert "さん、連絡ありがと〜!了解♪" in sample
    assert "美咲" not in sample


# --- in the terminal ----------------------------------------------------------------------------------------


def test_the_prompt_command_prints_exactly_what_would_be_sent() -> None:
    result = CliRunner().invoke(app, ["prompt", WORK])
    assert result.exit_code == 0
    (prompt,) = would_send(WORK, case=Story().case, now=NOW)
    assert result.stdout == as_sent(prompt) + "\n"


def test_the_prompt_command_says_when_nothing_would_be_sent() -> None:
    result = CliRunner().invoke(app, ["prompt", "死にたいです"])
    assert result.exit_code == 1
    assert result.stdout == ""


@pytest.mark.wire
def test_the_json_of_an_answer_holds_attempts_verdicts_and_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    with running() as base:
        monkeypatch.setenv("OPENAI_BASE_URL", f"{base}/well/json/v1")
        monkeypatch.setenv("YOHAKU_MODEL", "m")
        monkeypatch.setenv("YOHAKU_DAILY_TOKENS", "1000")
        first = json.loads(CliRunner().invoke(app, ["ask", WORK, "--json"]).stdout)
        second = json.loads(CliRunner().invoke(app, ["ask", WORK, "--json"]).stdout)
    (attempt,) = [part for part in first if part["part"] == "Attempted"]
    assert attempt["usage"] == {"prompt": 1200, "completion": 340, "estimated": False}
    assert {"sentence", "why", "draft"} <= {piece["what"] for piece in attempt["weighed"]}
    assert [part["verdict"]["outcome"] for part in first if part["part"] == "Drafted"] == ["pass"] * 3
    assert "messages" in next(part["prompt"] for part in first if part["part"] == "Sending")
    assert [part["kind"] for part in second if part["part"] == "Troubled"] == ["limit"]
