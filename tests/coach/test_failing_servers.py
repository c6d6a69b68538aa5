"""Whatever the server does, the answer on the page is whole: the reading, the plan, drafts, one clear sentence."""

import logging
import time
from collections.abc import Iterator
from inspect import signature
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from coach.answering.attempt import Troubled
from coach.llm import OpenAIModel
from coach.model import SENTENCES, ModelTrouble
from coach.parts import Drafted, Finished, Kind, Planned, Read, Said, Source
from coach.settings import Settings
from coach.wire.transcript import MOST_CHARS
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome
from tests.bad_server import FAULTS, NOT_TO_BE_SAID, WHOLE, events, running
from tests.coach.stories import Story
from tests.coach.test_llm import FAILING, KEY, MENDED, PATIENCE, PATIENCE_FOR, TIMEOUT, TOTAL, Freed

WORDS = "土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました"
SPOKEN = frozenset({"hang_midway", "cut_midway", "silent_end", "filtered", "length"})  # begins well

LONGEST_PAUSES = 3.5
TOTAL_SECONDS = signature(OpenAIModel).parameters["total"].default
HEAD = """# When the model fails

Written by `python -m tests.coach.test_failing_servers` from what the tests hold, each through a real server process
(`tests/bad_server.py`) or respx. In every one of these cases the user's text is on disk before anybody is asked, the
reading, the plan and the coach's own words stand on the page within a few milliseconds, composed drafts fill whatever
the model did not give, what had passed before the failure stays, one sentence says what to do, and nothing of the text
and no secret is in a log. The user need not wait for any of it: control comes back four times a second, and the stop
button ends the transfer.

*Freed after* is when the whole answer stands if nobody presses stop, at the default settings.

| what happens | requests | kind | what is said | freed after |
|---|---|---|---|---|"""
FAULTS_HEAD = """
## When the model answers, and not as it may

What may not be shown cuts the stream at its last letter; what was shown stays, nothing is shown twice. One more request
holds the findings and asks for what is missing alone. At the second fault that one is cut too, and nobody is asked again.

| what happens | what is asked for again | what stands in the end |
|---|---|---|"""

pytestmark = pytest.mark.wire


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    Story().say(WORDS)  # rules and dictionary are read once
    with running() as address:
        yield address


def tell(base: str, way: str) -> Story:
    model = OpenAIModel(
        api_key=SecretStr(KEY),
        base_url=f"{base}/{way}/path/v1",
        name="m",
        timeout=TIMEOUT,
        patience=PATIENCE_FOR.get(way, PATIENCE),
        total=TOTAL,
        sleep=lambda _: None,
    )
    story = Story(model=model)
    story.say(WORDS)
    return story


@pytest.mark.parametrize("way", FAILING)
def test_nobody_is_stranded(base: str, way: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    kind, _, freed = FAILING[way]
    start = time.monotonic()
    (turn,) = tell(base, way).notebook.turns
    assert time.monotonic() - start < freed.value

    assert turn.text == WORDS
    assert turn.finished
    assert [type(part) for part in turn.parts[:2]] == [Read, Planned]
    assert isinstance(turn.parts[-1], Finished)
    assert Troubled(kind.value, SENTENCES[kind]) in turn.parts
    assert any(isinstance(part, Said) for part in turn.parts)
    assert_whole_and_checked(turn.parts)

    assert KEY not in caplog.text
    assert "仕事で難しい" not in caplog.text


@pytest.mark.parametrize("way", MENDED)
def test_an_odd_server_is_no_trouble(base: str, way: str) -> None:
    (turn,) = tell(base, way).notebook.turns
    assert not any(isinstance(part, Troubled) for part in turn.parts)
    assert_whole_and_checked(turn.parts)


@pytest.mark.parametrize("way", sorted(SPOKEN))
def test_what_had_come_before_the_trouble_stays(base: str, way: str) -> None:
    (turn,) = tell(base, way).notebook.turns
    spoken = turn.parts[2]
    assert isinstance(spoken, Said)
    assert spoken.sentence == "返事を読むのは、緊張しましたね。"
    assert FAILING[way][0] in (ModelTrouble.CUT_OFF, ModelTrouble.TIMEOUT, ModelTrouble.FILTERED)


BUSY = 14  # events, a quarter of a second: what a busy machine may let pass before it hangs up
FAULTY = {  # way -> what is asked for again, drafts of the model, what ends it
    "words_at_fault": ("the field, the later ones, all drafts", 3, "the mended answer"),
    "words_at_fault_twice": ("the field, the later ones, all drafts", 0, "the plan's words, composed drafts"),
    "draft_at_fault": ("the draft and the later ones", 3, "the mended drafts"),
    "draft_at_fault_twice": ("the draft and the later ones", 1, "composed drafts"),
}


@pytest.mark.parametrize("way", FAULTY)
def test_a_fault_of_the_model_cuts_the_stream_and_is_mended_once(base: str, way: str) -> None:
    _, drafted, _ = FAULTY[way]
    (turn,) = tell(base, way).notebook.turns
    assert_whole_and_checked(turn.parts)
    assert not any(isinstance(part, Troubled) for part in turn.parts)
    sources = [part.draft.source for part in turn.parts if isinstance(part, Drafted)]
    assert sources.count(Source.MODEL) == drafted
    said = [part.sentence for part in turn.parts if isinstance(part, Said)]
    assert said[0] == "返事を読むのは、緊張しましたね。"
    assert len(said) == len(set(said))
    assert NOT_TO_BE_SAID not in "".join(said)

    heard = httpx.get(f"{base}/heard/{way}/path").json()
    assert len(heard["requests"]) == 2
    good, spoiled = FAULTS[way.split("_")[0]]
    cut = WHOLE.replace(good, spoiled).index(spoiled) + len(spoiled)
    whole = len(list(events(WHOLE)))
    until = cut // 7 + BUSY  # events of seven letters
    assert heard["events_taken"] <= until + (until if way.endswith("twice") else whole)
    assert spoiled not in str(heard["requests"][1])


def assert_whole_and_checked(parts: tuple[object, ...]) -> None:
    drafts = [part for part in parts if isinstance(part, Drafted)]
    assert sorted(drafted.draft.kind for drafted in drafts) == sorted(Kind)
    for drafted in drafts:
        verdict = check(drafted.draft.text, stage=drafted.stage, incoming=drafted.incoming)
        assert verdict.outcome is Outcome.PASS
    for part in parts:
        if isinstance(part, Said):
            assert check_advice(part.sentence).outcome is Outcome.PASS


# --- how long it takes at the settings people have ----------------------------------------------------------

PAGE = Path(__file__).parents[2] / "docs" / "model-failures.md"
T = ModelTrouble
UNREACHED = {  # what the other tests of `test_llm.py` hold: kind, requests, what frees the user
    "the day's limit is reached": (T.LIMIT, 0, Freed.ANSWERED),
    "no key": (T.NO_KEY, 0, Freed.ANSWERED),
    "an address that is none": (T.WRONG_ADDRESS, 0, Freed.ANSWERED),
    "connection refused": (T.UNREACHABLE, 4, Freed.ANSWERED),
    "a name that does not resolve": (T.UNREACHABLE, 4, Freed.ANSWERED),
    "a name that hangs": (T.TIMEOUT, 0, Freed.PATIENCE),
    "TLS that fails": (T.TLS, 1, Freed.ANSWERED),
    "a connection never taken": (T.TIMEOUT, 4, Freed.PATIENCE),
}


def seconds(freed: Freed, requests: int) -> str:
    """What bounds the waiting, in seconds of the default settings."""
    settings = Settings()
    match freed:
        case Freed.ANSWERED:
            pauses = f", at most {LONGEST_PAUSES} s between" if requests > 1 else ""
            answers = (
                "no request" if requests == 0 else "the server's answer" if requests == 1 else "its answers"
            )
            return answers + pauses
        case Freed.SILENCE:
            return f"{settings.timeout:.0f} s without a byte (YOHAKU_TIMEOUT)"
        case Freed.PATIENCE:
            return f"{settings.patience:.0f} s without a word (YOHAKU_PATIENCE)"
        case Freed.TOTAL:
            return f"{MOST_CHARS:,} letters or a loop are enough; at most {TOTAL_SECONDS:.0f} s"


def page() -> str:
    """The table for people, from the tables of the tests."""
    rows = [
        f"| {way.replace('_', ' ')} | {requests} | {kind.value} | {SENTENCES[kind]} | {seconds(freed, requests)} |"
        for way, (kind, requests, freed) in (UNREACHED | FAILING).items()
    ]
    faults = [f"| {way.replace('_', ' ')} | {again} | {end} |" for way, (again, _, end) in FAULTY.items()]
    return "\n".join((HEAD, *rows, FAULTS_HEAD, *faults, ""))


def test_the_page_of_failures_is_what_the_tests_hold() -> None:
    """After a change: `python -m tests.coach.test_failing_servers` writes it anew."""
    assert PAGE.read_text("utf-8") == page()


def test_the_pauses_between_attempts_are_as_told() -> None:
    slept: list[float] = []
    with running() as base:
        for run in range(5):
            model = OpenAIModel(
                api_key=SecretStr(KEY),
                base_url=f"{base}/status_500/pauses{run}/v1",
                name="m",
                sleep=slept.append,
            )
            Story(model=model).say(WORDS)
            assert len(slept) == 3
            assert sum(slept) <= LONGEST_PAUSES
            slept.clear()


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
