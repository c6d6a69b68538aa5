"""Nothing leaks: no letter of a draft that the guard rejects is in any part, however the answer is cut into pieces."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coach.answering.wanted import Wanted
from coach.answering.written import written
from coach.drafting.phrases import phrases
from coach.parts import Draft, Drafted, Kind, Part, Piece, Said, Source
from coach.situation import Reading
from coach.story.memory import Case
from coach.story.shelf import restore, shelve, showable
from evals.case import DraftCase
from evals.suite import load_all
from guardrails.advice import check_advice
from guardrails.check import check, rules
from guardrails.vocabulary import Act, Category, Outcome, Span, Stage
from tests.coach.scripted import ScriptedModel, answer, repair
from tests.coach.stories import NOW, Story, plan_in, reading_in

SIZES = 50  # an answer arrives in chunks of 1 to so many characters
RUN = 5  # letters in a row that would be a leak

Lines = list[tuple[str, str]]

GOOD: Lines = [("thanks", "連絡ありがとうございます。"), ("acceptance", "承知しました。")]
BRISK = ("あっさり", GOOD)
SHORT = ("ひとこと", [("acceptance", "了解です、ありがとうございます。")])


@dataclass(frozen=True, slots=True)
class Rejected:
    """A message that the guard does not let us show."""

    text: str
    stage: Stage
    incoming: str


@cache
def rejected() -> tuple[Rejected, ...]:
    """Every NG example of every rule of messages, and every NG case of the suites."""
    found: dict[Rejected, None] = {}
    for rule in rules().rules:
        if rule.category in {c.value for c in Category}:
            for example in rule.examples["ng"]:
                stage = Stage(example.context.get("stage", "declined"))
                found[Rejected(example.text, stage, example.context.get("incoming", ""))] = None
    for suite in load_all():
        for case in suite.cases:
            if isinstance(case, DraftCase) and case.outcome == "reject":
                found[Rejected(case.draft, case.stage, case.incoming)] = None
    return tuple(one for one in found if not passes(one.text, one))


def passes(text: str, one: Rejected) -> bool:
    """Whether the guard lets us show a text in the place of this one."""
    return check(text, stage=one.stage, incoming=one.incoming, ours=True).outcome is Outcome.PASS


# --- the ways -----------------------------------------------------------------------------------------------


def alone(ng: str) -> list[str]:
    return [answer(BRISK, ("あたたかく", [("care", ng)]), SHORT)]


def after_a_good_line(ng: str) -> list[str]:
    return [answer(BRISK, ("あたたかく", [*GOOD, ("care", ng)]), SHORT)]


def before_a_good_line(ng: str) -> list[str]:
    return [answer(BRISK, ("あたたかく", [("care", ng), *GOOD]), SHORT)]


def in_two_lines(ng: str) -> list[str]:
    one, other = halves(ng).split("\n")
    return [answer(BRISK, ("あたたかく", [("care", one), ("care", other)]), SHORT)]


def halves(ng: str) -> str:
    flat = ng.replace("\n", "")
    return f"{flat[: len(flat) // 2]}\n{flat[len(flat) // 2 :]}"


def in_the_second_try(ng: str) -> list[str]:
    first = answer(BRISK, ("あたたかく", [("care", ng)]), SHORT)
    return [first, repair(("あたたかく", [*GOOD, ("care", ng)]), ("ひとこと", [("care", ng)]))]


def in_a_sentence(told: str) -> list[str]:
    return [answer(BRISK, SHORT, today=told)]


def as_a_question(told: str) -> list[str]:
    return [answer(BRISK, SHORT, question=told)]


def as_the_reason_of_a_draft(told: str) -> list[str]:
    return [answer(BRISK, SHORT).replace("短く、軽く受けとめる形です。", told)]


DRAFTED: tuple[Callable[[str], list[str]], ...] = (
    alone,
    after_a_good_line,
    before_a_good_line,
    in_two_lines,
    in_the_second_try,
)
TOLD: tuple[Callable[[str], list[str]], ...] = (in_a_sentence, as_a_question, as_the_reason_of_a_draft)


@cache
def base() -> tuple[Reading, Any]:
    parts = Story().say("土曜に映画に誘ったら『ごめん、その日は仕事で難しい』と返ってきました")
    return reading_in(parts), plan_in(parts)


def wanted(one: Rejected, *, wish: str = "") -> Wanted:
    """An answer wanted at this stage, where drafts are asked for whatever the stage."""
    reading, plan = base()
    told = f"「{one.incoming}」と返ってきました"
    words = Span(1, 1 + len(one.incoming), one.incoming) if one.incoming else None
    return Wanted(
        text=told,
        reading=replace(reading, stage=one.stage, incoming=words, reason=type(reading.reason)()),
        plan=replace(plan, stage=one.stage, drafts=True),
        case=Case("leaks", "", NOW, (), ()),
        today=NOW.date(),
        draft=Draft(Kind.WARM, (Piece(Act.THANKS, GOOD[0][1]),), "", Source.COMPOSED) if wish else None,
        wish=wish,
    )


def strings(value: object) -> Iterator[str]:
    """All text of a part, wherever it is in there."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from strings(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from strings(item)


def runs(text: str) -> set[str]:
    return {text[i : i + RUN] for i in range(len(text) - RUN + 1)}


@cache
def ours(stage: Stage, incoming: str) -> frozenset[str]:
    """What may be in the parts anyway: their words, the prompts, our sentences, composed drafts, reasons and hints."""
    one = Rejected("", stage, incoming)
    said = [s for rule in rules().rules for s in (rule.why, rule.hint)]
    for answers in (["", ""], [answer(BRISK, SHORT), repair(("あたたかく", GOOD))]):
        said += strings(list(written(wanted(one), ScriptedModel([*answers]))))
    folder = Path(__file__).parents[2]
    said += [
        path.read_text("utf-8")
        for path in (folder / "prompts").rglob("*.*")
        if path.suffix in (".j2", ".yaml")
    ]
    said += [path.read_text("utf-8") for path in (folder / "guardrails" / "policy").glob("*.py")]
    return frozenset().union(*(runs(text) for text in said))


def leaked(parts: list[Part], text: str, one: Rejected) -> set[str]:
    """The runs of letters of a rejected text that are in the parts and are not ours anyway."""
    shown = frozenset().union(*(runs(string) for string in strings(parts)))
    return (runs(text) & shown) - ours(one.stage, one.incoming)


def cut(index: int, way: int) -> int:
    """A chunk size: every example gets one for each of its ways, and all of 1 to ``SIZES`` come up."""
    return (index * 7 + way * 11) % SIZES + 1


def taken(index: int) -> list[int]:
    """The ways that an example goes: three of them, and each way is gone by three examples of five."""
    return [way for way in range(len(DRAFTED)) if (index + way) % len(DRAFTED) < 3]


# --- the tests ----------------------------------------------------------------------------------------------


def test_there_is_enough_to_leak() -> None:
    assert len(rejected()) >= 200
    distinct = [one for one in rejected() if runs(one.text) - ours(one.stage, one.incoming)]
    assert len(distinct) >= 0.9 * len(rejected())
    sizes = [{cut(i, way) for way in taken(i)} for i in range(len(rejected()))]
    assert min(map(len, sizes)) >= 3
    assert set().union(*sizes) == set(range(1, SIZES + 1))


@pytest.mark.parametrize("way", range(len(DRAFTED)), ids=[way.__name__ for way in DRAFTED])
def test_no_letter_of_a_rejected_draft_is_in_any_part(way: int) -> None:
    for i, one in enumerate(rejected()):
        if way not in taken(i) or (DRAFTED[way] is in_two_lines and passes(halves(one.text), one)):
            continue
        answers = DRAFTED[way](one.text)
        model = ScriptedModel([*answers, repair(("あたたかく", GOOD))], size=cut(i, way))
        parts = list(written(wanted(one), model))
        assert not leaked(parts, one.text, one), (one, model.size)


@pytest.mark.parametrize("way", TOLD, ids=[way.__name__ for way in TOLD])
def test_what_the_coach_may_not_say_is_in_no_part(way: Callable[[str], list[str]]) -> None:
    for i, one in enumerate(rejected()[::3]):
        told = f"「{one.text}」と送ってみましょう。"
        if check_advice(told, stage=one.stage).outcome is Outcome.PASS:
            continue
        model = ScriptedModel([*way(told), repair(("あたたかく", GOOD))], size=cut(i, 1))
        parts = list(written(wanted(one), model))
        assert not leaked(parts, one.text, one), (one, model.size)


def test_no_letter_is_in_a_draft_written_another_way() -> None:
    for i, one in enumerate(rejected()[::3]):
        model = ScriptedModel(
            [*alone(one.text), repair(("あたたかく", [("care", one.text)]))], size=cut(i, 2)
        )
        assert not leaked(list(written(wanted(one, wish="もう少し短く"), model)), one.text, one), one


def test_what_an_older_guard_kept_is_not_shown_again() -> None:
    for one in rejected():
        draft = Draft(Kind.WARM, (Piece(Act.CARE, one.text),), "", Source.MODEL)
        kept = restore(shelve(Drafted(draft, one.stage, one.incoming)))
        assert kept is not None
        assert showable((kept, Said("お礼だけで十分です。"))) == (Said("お礼だけで十分です。"),)


def test_a_kept_reason_is_judged_again_too() -> None:
    pieces = (Piece(Act.THANKS, "連絡ありがとうございます。"), Piece(Act.ACCEPTANCE, "承知しました。"))
    draft = Draft(
        kind=Kind.BRISK, pieces=pieces, why="相手は必ずあなたを好きになります。", source=Source.MODEL
    )
    (shown,) = showable((Drafted(draft, Stage.DECLINED, ""),))
    assert isinstance(shown, Drafted)
    assert (shown.draft.text, shown.draft.why) == (draft.text, "")


@pytest.mark.parametrize("stage", list(phrases().whys), ids=str)
def test_our_own_reasons_may_be_shown_at_their_stage(stage: Stage) -> None:
    for why in phrases().whys[stage].values():
        assert check_advice(why, stage=stage).outcome is Outcome.PASS, why
