"""THE PATH: one message's way from what was typed to what the page shows.

    typed -> kept -> safety screen -> reading -> plan -> words and drafts (LLM, or composed) -> kept
                                      (where the rules are unsure and a model is set, a second reading)

The page, the terminal, the evals and the tests all walk it here. Everything yielded may be shown as it is.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace

from coach.answering.attempt import Troubled
from coach.answering.composed import composed, said
from coach.answering.wanted import Desk, Wanted, drafts_in
from coach.answering.written import written
from coach.drafting.own_words import own_first
from coach.drafting.redraft import redraft
from coach.drafting.style import is_wish
from coach.help import aside_for, help_again, help_for, worry_for
from coach.help_words import WORRY_QUESTION
from coach.model import ModelError
from coach.parts import Asked, Draft, Finished, Part, Passing, Planned, Read, Unusable
from coach.planning.strictness import is_open
from coach.policy import plan as make_plan
from coach.purse import Spent
from coach.qualms import groundless
from coach.reading import read
from coach.said.bare import is_the_users
from coach.situation import Action, Aim, Reading, Topic
from coach.standing.second_reading import second_reading
from coach.story.lasting import ages_apart, asked_for_words, lasting_danger, remembered
from coach.story.memory import Case
from coach.usable import unusable
from coach.wire.meter import Meter
from guardrails.safety import screen, unease
from guardrails.vocabulary import Alarm, Danger, Stage

Parts = Generator[Part, None, None]
"""An answer on its way; ``close`` ends it, and what was shown of it stays."""


def respond(text: str, *, case: Case, desk: Desk, corrected: Stage | None = None) -> Parts:
    """Answer what was typed; yields parts in the order the page draws them.

    ``corrected`` is the stage the user chose over the machine's reading. A short wish about the wording, said
    right after drafts were shown, is taken as one.
    """
    shown = drafts_in(case.turns[-1].parts) if case.turns else ()
    if shown and corrected is None and is_wish(text):
        return rewrite(shown[0], text, case=case, desk=desk)
    return _kept(text, case, desk, lambda metered: _answer(text, case, metered, corrected))


def rewrite(draft: Draft, wish: str, *, case: Case, desk: Desk) -> Parts:
    """Write a shown draft another way, as wished; where a danger has been named since, it is said again instead."""
    if danger := lasting_danger(case, desk.now):
        return _kept(wish, case, desk, lambda metered: _again(danger, metered))
    return _kept(wish, case, desk, lambda metered: redraft(draft, wish, case=case, desk=metered))


def _kept(text: str, case: Case, desk: Desk, answer: Callable[[Desk], Iterator[Part]]) -> Parts:
    """The turn is on disk before anyone is asked anything, and again with each part before it is shown.

    What it cost is written down however it ends, also when nobody waits for the rest any more.
    """
    turn_id = desk.memory.begin(case.id, text, desk.now)
    left = desk.purse.left(desk.midnight) if desk.purse else None
    meter = Meter(desk.model, left) if desk.model else None
    parts: tuple[Part, ...] = ()
    try:
        for part in answer(replace(desk, model=meter)):
            if not isinstance(part, Passing):
                parts = (*parts, part)
                desk.memory.keep(turn_id, parts, finished=isinstance(part, Finished))
            yield part
    finally:
        if meter is not None:
            meter.close()
            if desk.purse and meter.usage.tokens:
                desk.purse.ledger.enter(turn_id, Spent(desk.now, meter.usage))


def _answer(typed: str, case: Case, desk: Desk, corrected: Stage | None) -> Iterator[Part]:
    if sentence := unusable(typed):
        yield Unusable(sentence)
        yield Finished(None)
        return
    alarms = screen(typed)
    if helped := help_for(alarms, at=desk.now):
        yield helped
        yield Finished(None)
        return
    text = _resumed(typed, case) or typed
    worry = unease(text) if text == typed and not alarms else None
    if worry and groundless(text, worry):
        worry = None
    if worry:
        yield worry_for(worry, at=desk.now)
    reading = read(text, today=desk.today, case=case.events, corrected=corrected, alarms=alarms)
    silent = reading.stage is None and reading.incoming is None
    if silent and asked_for_words(case) and not is_the_users(text):
        quoted = read(f"「{text}」", today=desk.today, case=case.events, corrected=corrected, alarms=alarms)
        reading = quoted if quoted.stage is not None and quoted.incoming else reading
    if reading.topic is Topic.CRISIS and (helped := help_for(alarms, at=desk.now, pressed=True)):
        yield helped
        yield Finished(None)
        return
    danger = lasting_danger(case, desk.now, reading)
    alone = reading
    reading = _still_tidying(remembered(reading, text, case, desk.today), case)
    if ages_apart(reading, alone=alone) and (helped := help_for((Alarm(Danger.MINOR, ()),), at=desk.now)):
        yield helped  # told in two messages, it is no less so
        yield Finished(None)
        return
    plan = make_plan(reading, case.events, desk.today)
    if danger and plan.action is not Action.SELF_CARE:
        yield from _again(danger, desk)
        return
    trouble: ModelError | None = None
    if corrected is None and not (worry or danger) and is_open(reading, plan):
        reading, trouble = yield from second_reading(reading, text, case, desk)
        plan = make_plan(reading, case.events, desk.today)
    if worry:
        plan = replace(plan, drafts=False)
    wanted = Wanted(text=text, reading=reading, plan=plan, case=case, today=desk.today)
    yield Read(reading)
    yield Planned(plan)
    if aside := aside_for(alarms):
        yield from said(aside)
    wanted = yield from own_first(wanted)
    if worry:
        yield Asked(_WORRY, WORRY_QUESTION)
        yield Finished(None)
    elif trouble is not None:
        yield Troubled(trouble.kind.value, trouble.sentence)
        yield from composed(wanted)
    elif desk.model is not None and not danger and reading.topic in (Topic.SITUATION, Topic.DRAFT_CHECK):
        yield from written(wanted, desk.model)
    else:
        yield from composed(wanted)


def _again(danger: Danger, desk: Desk) -> Iterator[Part]:
    """The talk goes on after a danger that still holds: there is no draft, and the lines are named again."""
    yield help_again(danger, at=desk.now)
    yield Finished(None)


_WORRY = "worry"
_GO_ON = re.compile(r"大丈夫|はい|うん|続け|お願い|ちが|違|平気")
_SHORT = 30


def _resumed(typed: str, case: Case) -> str:
    """What was told before, when the user says that it may go on; "" otherwise. A danger named is never resumed."""
    last = case.turns[-1] if case.turns else None
    if last is None or not any(isinstance(part, Asked) and part.id == _WORRY for part in last.parts):
        return ""
    return last.text if len(typed) <= _SHORT and _GO_ON.search(typed) else ""


def _still_tidying(reading: Reading, case: Case) -> Reading:
    """An answer to one of article B's questions tells no new situation: the questions go on."""
    last = case.turns[-1].parts if case.turns else ()
    asked = any(isinstance(part, Asked) and part.id.startswith("tidy.") for part in last)
    looks_back = reading.stage is Stage.SILENCE and not reading.wants_to_send
    tells_nothing = reading.proposed or reading.stage in (None, Stage.WAITING) or looks_back
    tells_nothing = tells_nothing and reading.aim not in (Aim.INVITE, Aim.REPLY)
    if asked and tells_nothing and reading.incoming is None and reading.own_draft is None:
        return replace(
            reading,
            topic=Topic.SITUATION,
            stage=Stage.WAITING,
            signs=(),
            proposed=False,
            unsure=(),
            question="",
        )
    return reading
